/// The latest standing answer to each step, by module and step: what `story.pain` reaches.
public struct Facts: Hashable, Sendable {
  private var answers: [String: Answer]

  /// Starts with nothing.
  public init() {
    answers = [:]
  }

  /// Whether any step was answered so.
  func contains(where isSo: (Answer) -> Bool) -> Bool { answers.values.contains(where: isSo) }

  /// The answer to a step of a module.
  public subscript(module: String, step: String) -> Answer? {
    get { answers["\(module).\(step)"] }
    set { answers["\(module).\(step)"] = newValue }
  }

  /// Puts an answer under another name, `module.step`, unless there is one already.
  mutating func rename(_ old: String, to new: String) {
    guard let answer = answers.removeValue(forKey: old) else { return }
    if answers[new] == nil { answers[new] = answer }
  }
}

/// The few standing facts that Home, gates and conditions need; read by index.
public struct Digest: Hashable, Sendable {
  /// The latest standing answer to each gate, by `module.step`.
  public var gates: [String: GateFact]
  /// The same of answers that were given in another journal, until the gate is answered here: they
  /// can hold, and let nobody in.
  public var gatesElsewhere: [String: GateFact]
  /// When the safety questions were last all answered, and nothing has ended that since; no later
  /// than anything that was written after it.
  public var passedAt: Wall?
  /// The longest time between two records since then, in milliseconds, whichever way the clock went.
  public var longestPause: Int64
  /// The record that was written last.
  public var lastAt: Wall?
  /// Sessions that have begun and not ended, the latest last.
  public var unfinished: [Unfinished]
  /// Modules that were gone through to their end, with the time of the last.
  public var finished: [String: Wall]
  /// When each module was gone through for the first time.
  public var firstFinished: [String: Wall]
  public var facts: Facts
  /// Own lists, with what has become of each line.
  public var own: OwnLists
  /// When an own list was last read.
  public var looked: [OwnList: Wall]
  /// How often each practice was done.
  public var practised: [String: Int]
  /// The day on which Home asks how a flare went.
  public var askOn: CivilDay?
  /// Movements that were tried, by day.
  public var experiments: [Experiment]
  /// What was rated at the beginning; the first that was.
  public var beginning: CheckIn?
  /// The latest weekly check-ins, the latest last.
  public var checkIns: [CheckIn]
  /// When a check-in was put off last.
  public var notTodayAt: Wall?
  /// When each questionnaire was last answered, and in which session.
  public var measured: [String: Measured]
  public var person: Person

  /// A journal with nothing in it.
  public init() {
    gates = [:]
    gatesElsewhere = [:]
    longestPause = 0
    unfinished = []
    finished = [:]
    firstFinished = [:]
    facts = Facts()
    own = OwnLists()
    looked = [:]
    practised = [:]
    experiments = []
    checkIns = []
    measured = [:]
    person = Person()
  }

  /// When and where a questionnaire was answered.
  public struct Measured: Hashable, Sendable {
    public var at: Wall
    public var session: SessionID

    /// Makes a note of it.
    public init(at: Wall, session: SessionID) {
      self.at = at
      self.session = session
    }
  }

  /// What a gate was last answered.
  public struct GateFact: Hashable, Sendable {
    public var outcome: String
    public var hold: Hold?
    public var at: Wall
    /// The session in which it was answered.
    public var session: SessionID
    /// The person has said since then that they need not go gently.
    var isLifted = false

    /// Makes a fact.
    public init(outcome: String, hold: Hold?, at: Wall, session: SessionID) {
      self.outcome = outcome
      self.hold = hold
      self.at = at
      self.session = session
    }
  }

  /// A session to go on with.
  public struct Unfinished: Hashable, Sendable {
    public var id: SessionID
    public var module: String
    public var lastAt: Wall

    /// Makes a note of a session.
    public init(id: SessionID, module: String, lastAt: Wall) {
      self.id = id
      self.module = module
      self.lastAt = lastAt
    }
  }

  /// Whether nothing was ever kept.
  public var isEmpty: Bool { lastAt == nil }

  /// Takes in a record that now stands; the store folds its index through this, the app each new
  /// record, so that both say the same.
  ///
  /// What a later record supersedes or takes back is left out of the fold, and so is the record
  /// that takes it back.
  /// - Parameter module: the session's own module.
  public mutating func apply(_ record: Record, in module: String) {
    if record.value == .retracted { return }
    takeNote(of: record.at)
    switch record.value {
    case .started:
      // Beginning a module afresh puts an unfinished session of it aside.
      unfinished.removeAll { $0.module == module }
      unfinished.append(
        Unfinished(id: record.id.session, module: module, lastAt: record.at))
    case .answer(let answer, let list):
      facts[record.module, record.step] = answer
      apply(answer, of: record, into: list)
      rate(answer, by: record)
    case .passed:
      // What somebody answered elsewhere lets nothing in here.
      guard record.origin != .imported else { break }
      passedAt = record.at
      longestPause = 0
    case .finished(let reason):
      unfinished.removeAll { $0.id == record.id.session }
      guard reason == .completed else { break }
      finished[module] = record.at
      if firstFinished[module] == nil { firstFinished[module] = record.at }
    case .askOn(let day): askOn = day
    case .personal(let personal):
      person.set(personal)
      if case .gentle(let isOn) = personal {
        liftGentle(!isOn, onlyElsewhere: record.origin == .imported)
      }
    case .entry(let id, let change): own.apply(change, to: id)
    case .looked(let list): looked[list] = record.at
    case .experiment(let experiment): experiments.keep(experiment)
    case .measured(let measure):
      measured[measure] = Measured(at: record.at, session: record.id.session)
    case .retracted: break
    }
    if let index = unfinished.firstIndex(where: { $0.id == record.id.session }) {
      var session = unfinished.remove(at: index)
      session.lastAt = record.at
      unfinished.append(session)
    }
  }

  /// What the person chooses stands over what safety questions said before it; the order of writing
  /// counts, and not the clock.
  private mutating func liftGentle(_ isLifted: Bool, onlyElsewhere: Bool) {
    for gate in gatesElsewhere.keys where gatesElsewhere[gate]?.hold == .gentle {
      gatesElsewhere[gate]?.isLifted = isLifted
    }
    guard !onlyElsewhere else { return }
    for gate in gates.keys where gates[gate]?.hold == .gentle { gates[gate]?.isLifted = isLifted }
  }

  /// Takes in an answer to a gate, `module.step`.
  private mutating func keep(_ fact: GateFact, at gate: String, isImported: Bool) {
    if isImported {
      gatesElsewhere[gate] = fact
    } else {
      gates[gate] = fact
      gatesElsewhere[gate] = nil
    }
    if Self.endsPass(outcome: fact.outcome, hold: fact.hold) { passedAt = nil }
  }

  /// Every gate with what was answered to it: here, unless an answer elsewhere holds something that
  /// was not lifted.
  public var allGates: [String: GateFact] {
    gates.merging(gatesElsewhere) { here, elsewhere in
      here.hold == .emergency || elsewhere.hold == nil || elsewhere.isLifted ? here : elsewhere
    }
  }

  /// Takes note of when a record was written; the order of writing counts, and not the clock, which
  /// may have been wrong then or now.
  private mutating func takeNote(of at: Wall) {
    if let passed = passedAt, let last = lastAt {
      // A clock that leaps tells of no less time than one that goes on.
      longestPause = max(longestPause, abs(at.milliseconds - last.milliseconds))
      // The questions were answered no later than what was written after them.
      if at.milliseconds < passed.milliseconds { passedAt = at }
    }
    lastAt = at
  }

  private mutating func apply(_ answer: Answer, of record: Record, into list: OwnList?) {
    switch answer {
    case .gate(let outcome, let hold):
      keep(
        GateFact(outcome: outcome, hold: hold, at: record.at, session: record.id.session),
        at: "\(record.module).\(record.step)", isImported: record.origin == .imported)
    case .practised(let practised): self.practised[practised.practice, default: 0] += 1
    case .entries(let entries):
      guard let list else { return }
      own.add(entries, to: list, by: record.id, at: record.at)
    default:
      guard let list, !record.adds.isEmpty else { return }
      own.add(record.adds, to: list, by: record.id, at: record.at)
    }
  }

  /// Takes in a rating of the beginning or of a week.
  private mutating func rate(_ answer: Answer, by record: Record) {
    if record.module == CheckIn.module, record.step == CheckIn.now {
      if answer == .option(CheckIn.notToday) { notTodayAt = record.at }
      return
    }
    guard let field = CheckIn.Field(rawValue: record.step) else { return }
    let session = record.id.session
    switch record.module {
    case CheckIn.story: beginning.begin(answer, to: field, in: session, at: record.at)
    case CheckIn.module:
      checkIns.take(answer, to: field, in: session, at: record.at)
      if checkIns.count > CheckIn.most { checkIns.removeFirst() }
    default: break
    }
  }

  /// Whether an answer to a gate ends what the safety questions had let in.
  ///
  /// An outcome says so too where the hold is over: the person has been seen, or another gate has
  /// sorted it.
  public static func endsPass(outcome: String, hold: Hold?) -> Bool {
    hold == .emergency || hold == .sameDay
      || [Gate.new, Gate.seen, Hold.emergency.rawValue, Hold.sameDay.rawValue].contains(outcome)
  }
}
