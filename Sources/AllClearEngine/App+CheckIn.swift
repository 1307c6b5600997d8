// A check-in whose answers were given beforehand, as on a command line: the same prompts are gone
// through, so that what is kept is what it would be by hand.
extension App {
  /// The standing facts, as the journal has them.
  public var digest: Digest { state.digest }

  /// The module and step that is asked, while a session is shown and nothing stops it.
  public var asked: (module: String, step: String)? {
    guard let session = state.session, session.stop == nil, !session.isInPractice,
      let step = session.position.next?.step
    else { return nil }
    return (session.module.id, step.id)
  }
}

extension Person {
  /// Whether numbers are asked for on a day.
  public func isAskedForNumbers(on day: CivilDay) -> Bool { !wantsNoNumbers(on: day) }
}

/// Answers to a check-in, each of which can be left out.
public struct GivenCheckIn: Hashable, Sendable {
  public var pain: Int?
  /// How dangerous moving feels.
  public var fear: Int?
  /// How free of it the week was, 10 wholly; kept as its opposite, how much it got in the way of
  /// what one does.
  public var ease: Int?
  public var note: String?

  /// Makes answers.
  public init(pain: Int? = nil, fear: Int? = nil, ease: Int? = nil, note: String? = nil) {
    self.pain = pain
    self.fear = fear
    self.ease = ease
    self.note = note.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }

  /// How much it got in the way of what one does.
  public var doing: Int? { ease.map { 10 - $0 } }

  /// Whether numbers are among them.
  public var hasNumbers: Bool { pain != nil || fear != nil || ease != nil }

  /// The step that is said where it has become harder; what follows is for the person alone.
  public static let paused = "paused"
  /// The step that takes a few words.
  public static let noted = "went-well"

  /// What is answered at a step of the check-in; `nil` where only the person can answer.
  public func event(at step: String, _ prompt: Prompt) -> Event? {
    func number(_ number: Int?) -> Event { number.map { .answer(.number($0)) } ?? .skip }
    switch step {
    case CheckIn.now: return .answer(.option(CheckIn.now))
    case CheckIn.Field.pain.rawValue: return number(pain)
    case CheckIn.Field.doing.rawValue: return number(doing)
    case CheckIn.Field.danger.rawValue: return number(fear)
    case Self.noted: return note.map { .answer(.text($0)) } ?? .skip
    case Self.paused: return nil
    default: break
    }
    switch prompt.body {
    case .card: return .answer(.seen)
    case .choose, .scale, .write, .collect: return .skip
    case .gate, .practice: return nil
    }
  }
}
