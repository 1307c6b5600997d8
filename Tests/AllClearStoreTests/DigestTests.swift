import AllClearEngine
import Testing

@testable import AllClearStore

@Suite("Digest")
struct DigestTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  @Test("An empty journal has an empty digest", arguments: Where.allCases)
  func empty(place: Where) throws {
    let digest = try place.store(in: folder).digest()
    #expect(digest == Digest())
    #expect(digest.isEmpty)
  }

  @Test("It says what the app says that takes in each record as it comes", arguments: 0..<40)
  func live(seed: Int) throws {
    let store = try Store.open(.memory)
    var life = Life(seed: seed)
    var digest = Digest()
    for _ in 0..<150 {
      let (record, info) = life.next()
      try store.write([record], in: info)
      digest.apply(record, in: info.module)
    }
    #expect(try store.digest() == digest)
  }

  @Test(
    "With answers replaced and taken back it says what follows from those that stand",
    arguments: 0..<40)
  func standing(seed: Int) throws {
    let store = try Store.open(.memory)
    var life = Life(seed: seed, takesBack: true)
    for _ in 0..<150 {
      let (record, info) = life.next()
      try store.write([record], in: info)
    }
    var digest = Digest()
    for (record, info) in life.standing { digest.apply(record, in: info.module) }
    #expect(try store.digest() == digest)
  }

  @Test("It is the same for a second process", arguments: 0..<3)
  func second(seed: Int) throws {
    let first = try Store.open(.file(folder.journal))
    let other = try Store.open(.file(folder.journal))
    var life = Life(seed: seed, takesBack: true)
    for _ in 0..<30 {
      let (record, info) = life.next()
      try first.write([record], in: info)
      #expect(try other.digest() == first.digest())
    }
  }

  @Test("Anything new ends a pass, and the pause is counted until then")
  func pass() throws {
    let store = try Store.open(.memory)
    var writer = Writer("safety")
    try writer.write(.started, to: store)
    let passed = try writer.write(.passed, to: store)
    writer.clock += 5_000
    try writer.write(.answer(.seen), "a", to: store)
    #expect(try store.digest().passedAt == passed.at)
    #expect(try store.digest().longestPause == 6_000)
    try writer.write(.answer(.gate(outcome: Gate.new, hold: nil)), "new", to: store)
    writer.clock += 90_000
    try writer.write(.answer(.seen), "b", to: store)
    #expect(try store.digest().passedAt == nil)
    #expect(try store.digest().longestPause == 6_000)
  }

  @Test("Sessions that were finished are no longer to go on with")
  func unfinished() throws {
    let store = try Store.open(.memory)
    var first = Writer("story", number: 1)
    var second = Writer("tracking", number: 2)
    try first.write(.started, to: store)
    try second.write(.started, to: store)
    try first.write(.answer(.seen), "a", to: store)
    #expect(try store.digest().unfinished.map(\.module) == ["tracking", "story"])
    let end = try second.write(.finished(.completed), to: store)
    try first.write(.finished(.ended), to: store)
    #expect(try store.digest().unfinished == [])
    #expect(try store.digest().finished == ["tracking": end.at])
  }

  @Test("A session that was begun afresh puts the one before it aside, ended or not")
  func afresh() throws {
    let store = try Store.open(.memory)
    var first = Writer("story", number: 1)
    var second = Writer("story", number: 2)
    try first.write(.started, to: store)
    try second.write(.started, to: store)
    try first.write(.answer(.seen), "a", to: store)
    #expect(try store.digest().unfinished.map(\.id) == [second.info.id])
    try second.write(.finished(.completed), to: store)
    #expect(try store.digest().unfinished == [])
  }

  @Test("No question of a start looks through all records", arguments: DigestQuery.all)
  func plan(sql: String) throws {
    let steps = try Store.open(.memory).plan(of: sql)
    let records = ["record", "kept", "later", "last ", "began", "ended", "standing"]
    // Walks along these are short, or stop at the first row: a person's practices and finished
    // sessions, the last module, the latest moment.
    let short = ["record_practice", "record_completed", "record_answer", "record_at"]
    for step in steps where records.contains(where: { step.hasPrefix("SCAN \($0)") }) {
      #expect(short.contains { step.hasSuffix("INDEX \($0)") }, "\(step)")
    }
    #expect(!steps.isEmpty)
  }

  @Test("Own lists are found among records of their kinds, not among all")
  func ownLists() throws {
    let steps = try Store.open(.memory).plan(of: DigestQuery.records)
    let byKind = steps.filter {
      $0.hasPrefix("SEARCH kept USING") && $0.hasSuffix("record_kind (kind=?)")
    }
    // Passes, gates, those since a pass, lines that were added, what became of them.
    #expect(byKind.count >= 4, "\(steps)")
    #expect(!steps.contains { $0.hasPrefix("SCAN kept") })
  }

  @Test("The latest answer to a step is found without looking at all answers to it")
  func jumps() throws {
    let steps = try Store.open(.memory).plan(of: DigestQuery.facts)
    #expect(steps.contains { $0.hasSuffix("record_answer (module=? AND step<?)") })
    #expect(steps.contains { $0.hasSuffix("record_answer (module<?)") })
    #expect(!steps.contains { $0.contains("TEMP B-TREE") })
    let last = try Store.open(.memory).plan(of: DigestQuery.last)
    #expect(!last.contains { $0.contains("TEMP B-TREE") })
  }
}

/// Makes up what a person does, over several sessions that run side by side.
struct Life {
  private var random: Dice
  private let takesBack: Bool
  private var writers: [Writer] = []
  private var clock: Int64 = 1_700_000_000_000
  private var all: [(Record, SessionInfo)] = []
  private var gone: Set<RecordID> = []

  init(seed: Int, takesBack: Bool = false) {
    random = Dice(seed: UInt64(seed))
    self.takesBack = takesBack
  }

  /// The records that stand, in the order of writing.
  var standing: [(Record, SessionInfo)] {
    all.filter { !gone.contains($0.0.id) && $0.0.value != .retracted }
  }

  mutating func next() -> (Record, SessionInfo) {
    // The clock goes on, now and then for weeks, and is sometimes set back, by weeks too.
    clock += Int64.random(in: -3_000_000...20_000_000, using: &random)
    if Int.random(in: 0..<40, using: &random) == 0 { clock -= 1_300_000_000 }
    if Int.random(in: 0..<30, using: &random) == 0 { clock += 1_500_000_000 }
    if writers.isEmpty || Int.random(in: 0..<12, using: &random) == 0 {
      writers.append(
        Writer(
          pick(["safety", CheckIn.story, "tracking", CheckIn.module, CheckIn.module]),
          number: writers.count + 1))
    }
    let index = Int.random(in: 0..<writers.count, using: &random)
    writers[index].clock = clock
    var writer = writers[index]
    let record = record(by: &writer)
    writers[index] = writer
    if let old = record.supersedes { gone.insert(old) }
    all.append((record, writers[index].info))
    return (record, writers[index].info)
  }

  private mutating func record(by writer: inout Writer) -> Record {
    if writer.number == 0 { return writer.record(.started) }
    if takesBack, Int.random(in: 0..<6, using: &random) == 0,
      let old = standing.filter({ $0.0.id.session == writer.info.id && $0.0.step != "" })
        .randomElement(using: &random)?.0
    {
      let value = Bool.random(using: &random) ? old.value : .retracted
      return writer.record(value, old.step, module: old.module, supersedes: old.id)
    }
    let rated = [CheckIn.story, CheckIn.module].contains(writer.info.module)
    if rated, Bool.random(using: &random), let rating = rating(by: &writer) { return rating }
    let module = pick([writer.info.module, "shared"])
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return writer.record(.finished(pick(FinishReason.allCases)))
    case 1, 2:
      var passed = writer.record(.passed)
      if Bool.random(using: &random) { passed.origin = .imported }
      return passed
    case 3:
      return writer.record(.askOn(pick([nil, CivilDay(number: 20_000), CivilDay(number: 20_001)])))
    case 4:
      let personal = pick(everyPersonal)
      var chosen = writer.record(
        .personal(personal), personal.topic.rawValue, module: Record.person)
      chosen.origin = pick([.journal, .journal, .imported])
      return chosen
    case 5, 6:
      let gate = pick(["one", "two"])
      let outcome = pick([Gate.clear, Gate.clear, Gate.clear, Gate.new, Gate.seen])
      let hold = pick([nil, nil, nil, Hold.emergency, .sameDay, .gentle])
      var answered = writer.record(
        .answer(.gate(outcome: outcome, hold: hold)), gate, module: module)
      answered.origin = pick([.journal, .journal, .imported])
      return answered
    case 7, 8:
      let practised = Answer.Practised(
        practice: pick(["listening", "tracking-round"]), minutes: 1, seconds: 60, early: false,
        ownPace: false)
      return writer.record(.answer(.practised(practised)), "round", module: module)
    case 9, 10:
      var added = writer.record(
        .answer(.entries(["\(clock)", "b"]), into: pick(OwnList.allCases)), "list", module: module)
      added.origin = pick([.journal, .journal, .imported])
      return added
    case 11:
      var ticked = writer.record(
        .answer(pick([.option("x"), .options(["x", "y"])]), into: .evidence), "tick",
        module: module)
      ticked.adds = ["saw \(clock)", "felt \(clock)"]
      return ticked
    case 12, 13, 14:
      // A line that is there, one that was taken back, or one that never was.
      let lists = all.map(\.0).filter { record in
        if case .answer(_, into: .some) = record.value { true } else { false }
      }
      let id = OwnEntry.ID(
        record: lists.randomElement(using: &random)?.id ?? everyRecord, index: pick([0, 0, 1, 2]))
      let value = Record.Value.entry(id, pick(everyChange))
      return writer.record(value, topic(of: value), module: Record.person)
    case 16:
      var experiment = Experiment(
        id: "\(writer.info.id.text)/1", day: CivilDay(number: pick([20_000, 20_001])), done: .did)
      experiment.happened = pick([nil, .no, .notYet])
      return writer.record(
        .experiment(experiment), "experiment \(experiment.id)", module: Record.person)
    case 17:
      return writer.record(.measured("phq-4"), "measured phq-4", module: Record.person)
    case 15:
      let list = pick(OwnList.allCases)
      return writer.record(.looked(list), list.rawValue, module: Record.person)
    default:
      return writer.record(
        .answer(pick([.seen, .skipped, .number(4), .option("x"), .text("t")])),
        pick(["a", "b", "c", "a-b"]), module: module)
    }
  }

  /// A rating of a week or of the beginning: each step is answered once in a session.
  private mutating func rating(by writer: inout Writer) -> Record? {
    let steps = [CheckIn.now] + CheckIn.Field.allCases.map(\.rawValue)
    let open = steps.filter { step in !writer.written.contains { $0.step == step } }
    guard let step = open.randomElement(using: &random) else { return nil }
    let answer: Answer =
      switch step {
      case CheckIn.now: .option(pick(["now", CheckIn.notToday]))
      case CheckIn.Field.change.rawValue: .option(pick(CheckIn.Change.allCases).rawValue)
      default: pick([.skipped, .number(Int.random(in: 0...10, using: &random))])
      }
    return writer.record(.answer(answer), step)
  }

  /// The step of a change of a line, as the app names it.
  private func topic(of value: Record.Value) -> String {
    guard case .entry(let id, let change) = value else { return "" }
    return "\(change.topic) \(id.text)"
  }

  private mutating func pick<T>(_ choices: [T]) -> T {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }
}
