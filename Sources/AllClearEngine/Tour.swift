/// A talk with allclear on the wall: stops in their order, each with the screens that it shows and
/// what is said there.
public struct Tour: Hashable, Sendable {
  public var title: String
  public var stops: [Stop]

  /// Makes a tour.
  public init(title: String, stops: [Stop]) {
    self.title = title
    self.stops = stops
  }

  /// The cuts that a tour can have, in minutes, the longest first.
  public static let cuts = [14, 10, 5]

  /// The cuts that this one has, in minutes, the longest first.
  public var cuts: [Int] {
    Self.cuts.filter { minutes in stops.contains { $0.seconds[minutes] != nil } }
  }

  /// The stops of a cut.
  public func stops(in cut: Int) -> [Stop] { stops.filter { $0.seconds[cut] != nil } }

  /// One stop.
  public struct Stop: Hashable, Sendable {
    public var id: String
    public var title: String
    /// How long it takes in each cut that has it, by the cut's minutes.
    public var seconds: [Int: Int]
    public var shows: [Show]
    /// What is said, in paragraphs.
    public var notes: String

    /// Makes a stop.
    public init(id: String, title: String, seconds: [Int: Int], shows: [Show], notes: String) {
      self.id = id
      self.title = title
      self.seconds = seconds
      self.shows = shows
      self.notes = notes
    }
  }

  /// One screen.
  public struct Show: Hashable, Sendable {
    /// Where it is found.
    public var at: Spot
    /// Who is shown.
    public var persona: String
    /// How many days the persona has played before.
    public var day: Int
    /// A practice stands at its cue of this number.
    public var cue: Int?

    /// Makes a screen of a tour.
    public init(at: Spot, persona: String, day: Int, cue: Int? = nil) {
      self.at = at
      self.persona = persona
      self.day = day
      self.cue = cue
    }
  }

  /// A place of the program.
  public enum Spot: Hashable, Sendable {
    case home
    case door(Door)
    /// A step, which the persona answers its way to.
    case step(module: String, step: String)

    /// Reads `home`, `flare`, `progress`, `own.LIST`, `page.ID`, `practice.ID.MINUTES` or
    /// `MODULE.STEP`.
    public init?(text: String) {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      switch parts.count {
      case 1:
        let doors: [String: Door] = ["flare": .flare, "crisis": .crisis, "progress": .changed]
        if text == "home" {
          self = .home
        } else if let door = doors[text] {
          self = .door(door)
        } else {
          return nil
        }
      case 2 where parts[0] == "own":
        guard let list = OwnList(rawValue: parts[1]) else { return nil }
        self = .door(.own(list))
      case 2 where parts[0] == "page": self = .door(.page(parts[1]))
      case 2: self = .step(module: parts[0], step: parts[1])
      case 3 where parts[0] == "practice":
        guard let minutes = Int(parts[2]) else { return nil }
        self = .door(.practice(parts[1], minutes: minutes))
      default: return nil
      }
    }
  }
}
