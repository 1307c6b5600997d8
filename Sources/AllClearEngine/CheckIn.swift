/// The ratings that a person gave of a week, or at the beginning.
///
/// They are answers to the steps of the module `check-in`, or of `story` for the beginning, by the
/// steps' own names.
public struct CheckIn: Hashable, Sendable {
  /// The session in which it was told.
  public var session: SessionID
  public var at: Wall
  /// Average pain of the week, 0 to 10.
  public var pain: Int?
  /// How much it got in the way of doing, 0 to 10.
  public var doing: Int?
  /// How much it got in the way of enjoying, 0 to 10.
  public var enjoying: Int?
  /// How dangerous moving feels, 0 to 10.
  public var danger: Int?
  public var change: Change?

  /// Makes a check-in in which nothing was told yet.
  public init(session: SessionID, at: Wall) {
    self.session = session
    self.at = at
  }

  /// The module whose steps these are.
  public static let module = "check-in"
  /// The module that asks the same at the beginning.
  public static let story = "story"
  /// So many of the latest are kept in mind.
  public static let most = 8

  /// The steps, by their ids.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case pain, doing, enjoying, danger, change

    /// What kind of answer it is.
    public var given: Program.Given { self == .change ? .option : .number }
  }

  /// The step that asks first whether it suits now, and the option that says not today.
  public static let now = "now"
  public static let notToday = "not-today"

  /// How it is by one's own feeling, against the beginning: seven points.
  public enum Change: String, Hashable, Sendable, CaseIterable {
    case muchWorse = "much-worse"
    case worse
    case bitWorse = "bit-worse"
    case same
    case bitBetter = "bit-better"
    case better
    case muchBetter = "much-better"
  }

  /// Takes in an answer; a skipped one says nothing.
  mutating func take(_ answer: Answer, to field: Field) {
    switch (field, answer) {
    case (.pain, .number(let number)): pain = number
    case (.doing, .number(let number)): doing = number
    case (.enjoying, .number(let number)): enjoying = number
    case (.danger, .number(let number)): danger = number
    case (.change, .option(let id)): change = Change(rawValue: id)
    default: break
    }
  }
}

extension CheckIn? {
  /// Takes in what was rated at the beginning: what the session tells that rated first.
  mutating func begin(
    _ answer: Answer, to field: CheckIn.Field, in session: SessionID, at: Wall
  ) {
    guard case .number = answer, self == nil || self?.session == session else { return }
    var first = self ?? CheckIn(session: session, at: at)
    first.take(answer, to: field)
    self = first
  }
}

extension [CheckIn] {
  /// Takes in a rating of a week; each session is one check-in, in the order in which they began.
  mutating func take(
    _ answer: Answer, to field: CheckIn.Field, in session: SessionID, at: Wall
  ) {
    if let index = lastIndex(where: { $0.session == session }) {
      self[index].take(answer, to: field)
    } else {
      var checkIn = CheckIn(session: session, at: at)
      checkIn.take(answer, to: field)
      append(checkIn)
    }
  }
}
