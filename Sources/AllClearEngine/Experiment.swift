/// A feared movement as it was tried: what was feared and by when, and what came of it.
///
/// Fear of harm and expected pain are kept apart: after an exposure the first tends to fall and the
/// second often does not (Riecke 2020). Only the first is held against what happened.
public struct Experiment: Hashable, Sendable {
  /// The exposure that it is about: its session and turn, as `uuid.1/1`.
  public var id: String
  /// The day on which it was tried.
  public var day: CivilDay
  public var done: Exposure
  /// What is feared, in the person's words or in the option's.
  public var movement: String?
  /// What exactly was done of it.
  public var dose: String?
  /// Fear of the whole movement before it, 0 to 10.
  public var fear: Int?
  /// What was feared would happen, and by when.
  public var feared: String?
  /// How sure of that, 0 to 10.
  public var sure: Int?
  /// How much it was expected to hurt, 0 to 10.
  public var expects: Int?
  /// The habit of safety that was left out.
  public var without: String?
  public var place: String?
  /// Whether what was feared has happened, as told at once.
  public var happened: Happened?
  /// The same, as told on a later day.
  public var later: Happened?
  /// When it is asked about once more, since its day was still to come.
  public var again: CivilDay?
  /// How surprising it was, 0 to 10.
  public var surprise: Int?
  /// How much it hurt, 0 to 10.
  public var hurt: Int?

  /// Makes an experiment of which nothing was told.
  public init(id: String, day: CivilDay, done: Exposure) {
    self.id = id
    self.day = day
    self.done = done
  }

  /// Whether what was feared has happened; pain alone is not it.
  public enum Happened: String, Hashable, Sendable, CaseIterable {
    case no
    /// Not so far: there is still time for it.
    case notYet = "not-yet"
    case partly, yes, unsure
  }

  /// What a scale after an exposure tells of it.
  public enum Tells: String, Hashable, Sendable, CaseIterable {
    case surprise, hurt
  }

  /// What content may ask and show of an experiment: `experiment.dose`.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case movement, dose, feared, without, place, day
    case fear, sure, expects, surprise, hurt
    case happened, later, again

    /// What kind of answer it is.
    public var given: Program.Given {
      switch self {
      case .movement, .dose, .feared, .without, .place, .day, .again: .text
      case .fear, .sure, .expects, .surprise, .hurt: .number
      case .happened, .later: .option
      }
    }
  }

  /// The steps of an exposure that say what is tried; of several the first that was answered.
  public struct Parts: Hashable, Sendable {
    public var movement: [String] = []
    public var dose: [String] = []
    public var fear: String?
    public var feared: String?
    public var sure: String?
    public var expects: String?
    public var without: String?
    public var place: String?

    /// Names none.
    public init() {}

    /// Every step that is named.
    public var steps: [String] {
      movement + dose + [fear, feared, sure, expects, without, place].compactMap { $0 }
    }
  }

  /// Days after which nobody is asked any more how it went.
  public static let daysToAsk = 14
  /// What was still to come on the day after is asked about once more so many days later.
  public static let daysToAskAgain = 7

  /// Whether it is to be asked about on a day: it was tried, on a day before, and not long before.
  ///
  /// What was told at once is asked once more, since harm is often expected for the day after; and
  /// a last time where it was still to come then.
  public func waits(on day: CivilDay) -> Bool {
    guard done.isPractised, let first = asksFrom else { return false }
    return 0..<Self.daysToAsk ~= day.number - first.number
  }

  /// The day from which it is asked about; `nil` where it is not any more.
  var asksFrom: CivilDay? {
    if later == nil { return happened == .yes ? nil : CivilDay(number: day.number + 1) }
    return again
  }

  /// Takes in what is told of it on a later day.
  mutating func tellLater(_ happened: Happened, on day: CivilDay) {
    let isFirst = later == nil
    later = happened
    again =
      isFirst && happened == .notYet
      ? CivilDay(number: day.number + Self.daysToAskAgain) : nil
  }

  /// What was told last of whether it happened.
  public var outcome: Happened? { later ?? happened }

  /// A field as an answer; `nil` where it was not told.
  func answer(_ field: Field) -> Answer? {
    switch field {
    case .movement: movement.map(Answer.text)
    case .dose: dose.map(Answer.text)
    case .feared: feared.map(Answer.text)
    case .without: without.map(Answer.text)
    case .place: place.map(Answer.text)
    // Its words depend on today: the app fills them in.
    case .day: .text(day.iso)
    case .again: again.map { .text($0.iso) }
    case .fear: fear.map(Answer.number)
    case .sure: sure.map(Answer.number)
    case .expects: expects.map(Answer.number)
    case .surprise: surprise.map(Answer.number)
    case .hurt: hurt.map(Answer.number)
    case .happened: happened.map { .option($0.rawValue) }
    case .later: later.map { .option($0.rawValue) }
    }
  }

  /// Takes in what a scale told.
  mutating func tell(_ tells: Tells, _ number: Int) {
    switch tells {
    case .surprise: surprise = number
    case .hurt: hurt = number
    }
  }
}

extension [Experiment] {
  /// Takes in an experiment, or what became of it; they stand by day, whatever was told first.
  mutating func keep(_ experiment: Experiment) {
    removeAll { $0.id == experiment.id }
    let index = firstIndex { ($0.day, $0.id) > (experiment.day, experiment.id) }
    insert(experiment, at: index ?? endIndex)
  }
}
