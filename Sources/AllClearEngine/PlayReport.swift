/// What one made-up patient met while a program was played.
public struct PlayReport: Hashable, Sendable {
  public var persona: String
  public var seed: UInt64
  /// The days that were played.
  public var days: Int
  /// How many prompts of each kind were shown.
  public var prompts: [Kind: Int] = [:]
  /// Time spent, in seconds.
  public var reading = 0
  public var practising = 0
  public var answering = 0
  /// How often each option was taken, by `module.step`.
  public var taken: [String: [String: Int]] = [:]
  /// Steps that were reached, as `module.step`.
  public var reached: Set<String> = []
  /// How often each outcome was given, by gate.
  public var gates: [String: [String: Int]] = [:]
  /// How often each hold was entered.
  public var holds: [Hold: Int] = [:]
  /// Questions asked on each day that the person came, by day.
  public var questions: [Int: Int] = [:]
  /// Of these, those that belong neither to the course, nor to the first run, nor to safety.
  public var besideQuestions: [Int: Int] = [:]
  /// Of these, the items of a questionnaire.
  public var questionnaireItems: [Int: Int] = [:]
  /// The most questions in one session of a module, safety questions left out.
  public var mostInSession: [String: Int] = [:]
  public var practices: [Attention: Rounds] = [:]
  /// What stayed closed and why: `held: not-examined`, `asked first: safety`, `not written`.
  public var refused: [String: Int] = [:]
  /// Sessions that were gone through to their end, by module.
  public var finished: [String: Int] = [:]
  public var visits: [Visit] = []
  /// Questions that came again in their session although they had been answered.
  public var askedAgain: [String: Int] = [:]
  /// Where it went round and round, or did not go on.
  public var stuck: String?

  /// Starts with nothing.
  public init(persona: String, seed: UInt64, days: Int) {
    self.persona = persona
    self.seed = seed
    self.days = days
  }

  /// The kinds of prompts that are counted.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case card, choose, tick, scale, write, collect, gate, practice
    /// The page that a hold puts in the way.
    case stop
    /// Home and the other lists.
    case list
    /// Why something waits.
    case note
    case crisis

    /// Whether it asks something in a session.
    var isQuestion: Bool {
      switch self {
      case .choose, .tick, .scale, .write, .collect, .gate: true
      case .card, .practice, .stop, .list, .note, .crisis: false
      }
    }
  }

  /// Practices of one attention.
  public struct Rounds: Hashable, Sendable {
    /// How often one was ready to begin.
    public var offered = 0
    public var begun = 0
    /// Gone through to the end.
    public var finished = 0

    /// Starts with none.
    public init() {}
  }

  /// One coming and going.
  public struct Visit: Hashable, Sendable {
    public var day: Int
    public var hour: Int
    public var prompts = 0
    /// From coming to leaving.
    public var seconds = 0
    public var ending = Ending.open

    /// Makes a note of a visit that begins.
    public init(day: Int, hour: Int) {
      self.day = day
      self.hour = hour
    }
  }

  /// How a visit ended.
  public enum Ending: String, Hashable, Sendable, CaseIterable {
    /// From Home.
    case home
    /// In the middle of something; the place is kept.
    case left
    /// It did not end.
    case open
  }

  /// Minutes spent in all.
  public var minutes: Int { (reading + practising + answering + 30) / 60 }

  /// The most questions on one day.
  public var mostQuestions: Int { questions.values.max() ?? 0 }

  /// Questions on a day that the person came, in tenths.
  public var meanQuestionsInTenths: Int {
    questions.isEmpty ? 0 : questions.values.reduce(0, +) * 10 / questions.count
  }
}
