/// What has changed since a person began, in the order that protects the therapy: what they think
/// brings the pain on, evidence, movements, danger, practice, what it gets in the way of, and pain
/// last.
///
/// A fold over the records that stand, as `Digest` is; unlike it, it keeps all of them that say
/// how things went, and is read only where that is asked for.
///
///     var progress = Progress()
///     for (record, module) in standing { progress.apply(record, in: module) }
public struct Progress: Hashable, Sendable {
  /// The first record and the last, in the order of writing.
  public var firstAt: Wall?
  public var lastAt: Wall?
  /// Whether it is a demo's: nobody lived it.
  public var isDemo = false
  /// Own lists with what has become of each line: causes then and now, evidence.
  public var own = OwnLists()
  /// Movements that were tried, by day.
  public var experiments: [Experiment] = []
  /// What was rated at the beginning.
  public var beginning: CheckIn?
  /// Every check-in, the first first.
  public var checkIns: [CheckIn] = []
  /// Rounds by practice.
  public var practised: [String: Rounds] = [:]
  /// Seconds of practice on each day on which there was one.
  public var secondsOn: [CivilDay: Int] = [:]
  /// Questionnaires that were answered, the first first.
  public var questionnaires: [Questionnaire] = []
  /// Modules that were gone through to their end.
  public var finished: [String: Finished] = [:]
  /// Times on which safety questions were answered through, or held something.
  public var safety: [SafetyCheck] = []
  /// Whether numbers about pain are asked for.
  public var numbers = Numbers.asked

  /// A journal with nothing in it.
  public init() {}

  /// Takes in a record that stands, in the order of writing.
  /// - Parameter module: the session's own module.
  public mutating func apply(_ record: Record, in module: String) {
    if record.value == .retracted { return }
    if firstAt == nil { firstAt = record.at }
    if record.origin == .demo { isDemo = true }
    lastAt = record.at
    switch record.value {
    case .answer(let answer, let list):
      take(answer, of: record)
      add(answer, of: record, to: list)
    case .passed:
      guard record.origin != .imported else { break }
      note(record) { $0.isPassed = true }
    case .finished(.completed):
      finish(module, times: 1, first: record.at, last: record.at)
    case .personal(.numbers(let choice)): numbers = choice
    case .entry(let id, let change): own.apply(change, to: id)
    case .experiment(let experiment): experiments.keep(experiment)
    case .measured(let measure):
      questionnaires.append(
        Questionnaire(measure: measure, session: record.id.session, at: record.at))
    case .started, .finished, .retracted, .askOn, .personal, .looked: break
    }
  }

  private mutating func take(_ answer: Answer, of record: Record) {
    switch answer {
    case .practised(let practised):
      practise(practised.practice, rounds: 1, seconds: practised.seconds, on: record.at.day)
    case .gate(let outcome, let hold):
      guard hold != nil || outcome == Gate.new || outcome == Gate.seen else { break }
      note(record) {
        if let hold { $0.holds.insert(hold) }
        if outcome == Gate.new { $0.isNew = true }
        if outcome == Gate.seen { $0.isSeen = true }
      }
    default:
      guard let field = CheckIn.Field(rawValue: record.step) else { break }
      rate(answer, to: field, of: record.module, in: record.id.session, at: record.at)
    }
  }

  private mutating func add(_ answer: Answer, of record: Record, to list: OwnList?) {
    guard let list else { return }
    if case .entries(let entries) = answer {
      own.add(entries, to: list, by: record.id, at: record.at)
    } else if !record.adds.isEmpty {
      own.add(record.adds, to: list, by: record.id, at: record.at)
    }
  }

  private mutating func note(_ record: Record, _ change: (inout SafetyCheck) -> Void) {
    let session = record.id.session
    var check =
      safety.lastIndex { $0.session == session }.map { safety.remove(at: $0) }
      ?? SafetyCheck(session: session, at: record.at)
    check.at = record.at
    change(&check)
    safety.append(check)
  }

  // MARK: What a store adds up by its indexes

  /// Takes in a rating of the beginning or of a week.
  public mutating func rate(
    _ answer: Answer, to field: CheckIn.Field, of module: String, in session: SessionID, at: Wall
  ) {
    switch module {
    case CheckIn.story: beginning.begin(answer, to: field, in: session, at: at)
    case CheckIn.module: checkIns.take(answer, to: field, in: session, at: at)
    default: break
    }
  }

  /// Takes in rounds of a practice on a day.
  public mutating func practise(
    _ practice: String, rounds: Int, seconds: Int, on day: CivilDay
  ) {
    practised[practice, default: Rounds()].count += rounds
    practised[practice, default: Rounds()].seconds += seconds
    secondsOn[day, default: 0] += seconds
  }

  /// Takes in that a module was gone through.
  public mutating func finish(_ module: String, times: Int, first: Wall, last: Wall) {
    finished[module, default: Finished(times: 0, first: first, last: last)].times += times
    finished[module]?.last = last
  }
}

extension Progress {
  /// How often a practice was done, and for how long in all.
  public struct Rounds: Hashable, Sendable {
    public var count = 0
    public var seconds = 0
  }

  /// A questionnaire that was answered.
  public struct Questionnaire: Hashable, Sendable {
    public var measure: String
    /// The session that holds its answers.
    public var session: SessionID
    public var at: Wall
  }

  /// How often a module was gone through to its end, and when first and last.
  public struct Finished: Hashable, Sendable {
    public var times: Int
    public var first: Wall
    public var last: Wall
  }

  /// Safety questions of one session: when, and to what end; never which.
  public struct SafetyCheck: Hashable, Sendable {
    public var session: SessionID
    public var at: Wall
    /// They were answered through.
    public var isPassed = false
    /// What they held.
    public var holds: Set<Hold> = []
    /// Something was new or different.
    public var isNew = false
    /// A clinician had looked.
    public var isSeen = false

    /// Makes a note of which nothing was told.
    public init(session: SessionID, at: Wall) {
      self.session = session
      self.at = at
    }
  }
}
