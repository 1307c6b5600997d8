/// A made-up patient who answers prompts by rule: for demos, simulation and tests.
///
/// It is a value and plays nothing itself; a `Player` asks it.
public struct Persona: Hashable, Sendable {
  /// The name of its file.
  public var id: String
  /// A first name, and what the person does.
  public var title: String
  /// Who the person is, in two sentences.
  public var about: String
  public var age: Int
  public var manner: Manner
  /// What is answered where, by `module.step`; a list of the program stands under `home.`.
  public var answers: [String: Rule]
  /// When the person comes, and what for.
  public var visits: [Visit]

  /// Makes a persona.
  public init(
    id: String, title: String, about: String = "", age: Int, manner: Manner = Manner(),
    answers: [String: Rule] = [:], visits: [Visit]
  ) {
    self.id = id
    self.title = title
    self.about = about
    self.age = age
    self.manner = manner
    self.answers = answers
    self.visits = visits
  }

  /// How the person answers where no rule says it.
  public struct Manner: Hashable, Sendable {
    public var choose: Pick
    public var gate: Pick
    public var scale: ClosedRange<Int>
    /// Own words to draw from; without any, writing is skipped.
    public var write: [String]
    /// Short lines to draw from for a list; without any, it is skipped.
    public var collect: [String]
    public var practice: Doing
    public var doors: Doors
    /// How often a question that can be skipped is skipped, of a hundred times.
    public var skip: Int

    /// Makes a manner.
    public init(
      choose: Pick = .random, gate: Pick = .best, scale: ClosedRange<Int> = 0...10,
      write: [String] = [], collect: [String] = [], practice: Doing = .finish,
      doors: Doors = .never, skip: Int = 0
    ) {
      self.choose = choose
      self.gate = gate
      self.scale = scale
      self.write = write
      self.collect = collect
      self.practice = practice
      self.doors = doors
      self.skip = skip
    }
  }

  /// Which of the options is taken.
  ///
  /// Content does not say which option is worst. In a question the last one counts as worst and the
  /// first as best, since they stand in that order; in a gate it goes by what an answer holds.
  public enum Pick: String, Hashable, Sendable, CaseIterable {
    case first, last, worst, best, random
  }

  /// What becomes of a practice.
  public enum Doing: String, Hashable, Sendable, CaseIterable {
    case finish
    case stopEarly = "stop-early"
    case skip
    case ownPace = "own-pace"
  }

  /// Whether options that lead elsewhere are taken.
  public enum Doors: String, Hashable, Sendable, CaseIterable {
    case never, sometimes
  }

  /// What is answered at one place.
  public enum Rule: Hashable, Sendable {
    /// The first time, the second time and so on; the last of them from then on.
    case turns([Reply])
    /// From a day on, by rising days.
    case days([FromDay])

    /// A reply that holds from a day on.
    public struct FromDay: Hashable, Sendable {
      public var day: Int
      public var reply: Reply

      /// Makes a reply that holds from a day on.
      public init(_ day: Int, _ reply: Reply) {
        self.day = day
        self.reply = reply
      }
    }

    /// Every reply of the rule.
    public var replies: [Reply] {
      switch self {
      case .turns(let replies): replies
      case .days(let days): days.map(\.reply)
      }
    }

    /// What is answered on a day, when this was answered so often before.
    public func reply(on day: Int, after times: Int) -> Reply? {
      switch self {
      case .turns(let replies): replies.isEmpty ? nil : replies[min(times, replies.count - 1)]
      case .days(let days): days.last { $0.day <= day }?.reply
      }
    }
  }

  /// One answer of a rule.
  public enum Reply: Hashable, Sendable {
    /// An option's id, a number, own words, a way to practise, or `skip`.
    case word(String)
    /// Several short lines, or several options.
    case entries([String])
  }

  /// On which days the person comes, and what for.
  public struct Visit: Hashable, Sendable {
    public var days: Days
    /// On the person's clock, 0 to 23.
    public var hour: Int
    /// After so many minutes the person leaves, wherever that is.
    public var minutes: Int
    public var does: [Intent]

    /// Makes a visit.
    public init(days: Days, hour: Int = 18, minutes: Int = 60, does: [Intent]) {
      self.days = days
      self.hour = hour
      self.minutes = minutes
      self.does = does
    }
  }

  /// Days, counted from 0.
  public enum Days: Hashable, Sendable {
    case on([Int])
    case every(Int, from: Int, to: Int?)

    /// Whether a day is one of them.
    public func contains(_ day: Int) -> Bool {
      switch self {
      case .on(let days): days.contains(day)
      case .every(let step, let from, let to):
        day >= from && day <= to ?? day && (day - from) % max(step, 1) == 0
      }
    }
  }

  /// What the person does at Home.
  public enum Intent: Hashable, Sendable {
    case known(Known)
    /// Opens a module, a practice or a page by its id.
    case named(String)

    /// What everybody finds at Home.
    public enum Known: String, Hashable, Sendable, CaseIterable {
      /// What Home suggests.
      case suggestion
      /// A practice from the list.
      case practice
      /// A page from the list.
      case reading
      /// A module from the list.
      case programme
      /// The safety questions again.
      case safety
      /// "I have a doubt", where Home offers it.
      case doubt
      /// The card of the day, where it is offered.
      case card
      /// One of the own lists, a line of it, and what can be done with that.
      case mine
      case flare
      case crisis
      case leave
    }
  }
}
