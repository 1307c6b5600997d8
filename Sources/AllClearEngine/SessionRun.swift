/// A session under way: its module, its answers, and what this sitting may still take back.
struct SessionRun: Hashable, Sendable {
  let module: Module
  /// False where nothing is written down but the answers to safety questions.
  let isKept: Bool
  var info: SessionInfo
  /// Whether the journal knows of the session.
  var hasStarted: Bool
  /// The running number of its last record.
  var lastNumber: Int
  var given: [StepKey: Answers.Given] = [:]
  var earlier: Facts
  /// The movement of an earlier session that it asks about, by its id, from its beginning on.
  var experiment: String?
  var drafts: [StepKey: [String]] = [:]
  /// Safety questions whose answers are too old to count.
  var stale: Set<StepKey> = []
  /// Safety questions of which the answer is written nowhere.
  var letGo: Set<StepKey> = []
  /// What was answered in this sitting, in order.
  var trail: [Footprint] = []
  var run: PracticeRun?
  /// The step that the run belongs to.
  var runPlace: Position.Place?
  /// The practice has ended and is kept; its last line stands until the person goes on.
  var lingers = false
  /// What is opened once the session has ended.
  var then: Door?
  var position: Position

  struct Footprint: Hashable, Sendable {
    var key: StepKey
    var origin: String
    var record: RecordID?
    /// Whether back may not take it away.
    var isFinal: Bool
    /// The record of what its answer changed about the person.
    var besides: RecordID?
  }

  init(
    _ module: Module, info: SessionInfo, isKept: Bool, earlier: Facts, stored: StoredSession? = nil
  ) {
    self.module = module
    self.info = info
    self.isKept = isKept
    self.earlier = stored?.earlier ?? earlier
    hasStarted = stored != nil
    lastNumber = stored?.lastNumber ?? 0
    drafts = stored?.drafts ?? [:]
    for record in stored?.answers ?? [] {
      guard case .answer(let answer, _) = record.value else { continue }
      given[StepKey(record.step, turn: record.turn)] = Answers.Given(
        answer, at: record.at, record: record.id)
    }
    position = Position(
      in: module, answers: Answers(given: given), now: Wall(milliseconds: 0))
  }

  /// Whether a practice has begun and was not left yet; nothing is asked meanwhile.
  var isInPractice: Bool { lingers || run.map { $0.phase != .ready } == true }

  /// Answers flare help's own question for somebody who has just said it elsewhere: nobody is asked
  /// twice about thoughts of ending one's life.
  mutating func answerForCompany(_ holds: Set<Hold>, at wall: Wall) {
    guard holds.contains(.sitting) else { return }
    for step in module.allSteps {
      guard case .gate(let gate) = step.kind, step.origin == module.id,
        let option = gate.options.first(where: { $0.hold == .sitting })
      else { continue }
      let key = StepKey(step.id)
      given[key] = Answers.Given(.gate(outcome: option.outcome, hold: option.hold), at: wall)
      letGo.insert(key)
    }
  }

  /// Names the next record.
  mutating func nextRecordID() -> RecordID {
    lastNumber += 1
    return RecordID(session: info.id, number: lastNumber)
  }
}
