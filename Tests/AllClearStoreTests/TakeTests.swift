import AllClearEngine
import Testing

@testable import AllClearStore

@Suite struct TakeTests {
  /// A journal with one record of every shape.
  private func everything(number: Int = 1) throws -> Store {
    let store = try Store.open(.memory)
    var writer = Writer(number: number)
    for (index, value) in everyValue.enumerated() {
      try writer.write(value, "step-\(index)", shown: "Question \(index % 3)", to: store)
    }
    try store.saveDraft(["unsent", ""], at: StepKey("letter"), in: writer.info)
    return store
  }

  private func imported(_ rows: [JournalRow]) -> [JournalRow] {
    rows.map { row in
      var row = row
      row.origin = .imported
      return row
    }
  }

  @Test func anEmptyJournalTakesAnotherWholeAndSaysWhatItTook() throws {
    let source = try everything().rows()
    let store = try Store.open(.memory)
    let taken = try store.take(source)
    let here = try store.rows()
    #expect(here.sessions == source.sessions)
    #expect(here.drafts == source.drafts)
    #expect(here.rows == imported(source.rows))
    #expect(taken.records == source.rows.count)
    #expect(taken.sessions == 1 && taken.drafts == 1 && taken.passes == 1)
  }

  @Test func whatIsTakenTwiceIsThereOnce() throws {
    let source = try everything().rows()
    let store = try Store.open(.memory)
    _ = try store.take(source)
    let before = try store.rows()
    let again = try store.take(source)
    #expect(again.records == 0 && again.known == source.rows.count)
    #expect(try store.rows() == before)
  }

  @Test func toWeighChangesNothing() throws {
    let source = try everything().rows()
    let store = try Store.open(.memory)
    #expect(try store.weigh(source).records == source.rows.count)
    #expect(try store.rows() == JournalTables())
  }

  @Test func aPassThatIsTakenLetsNobodyIn() throws {
    let other = try Store.open(.memory)
    var writer = Writer()
    try writer.write(.passed, to: other)
    #expect(try other.digest().passedAt != nil)
    let store = try Store.open(.memory)
    var tables = try other.rows()
    tables.rows[0].origin = .speed
    _ = try store.take(tables)
    #expect(try store.digest().passedAt == nil)
  }

  @Test func whatIsErasedHereIsNotBroughtBack() throws {
    let source = try everything().rows()
    let store = try Store.open(.memory)
    var here = source
    here.rows[3].kind = .erased
    _ = try store.take(here)
    let taken = try store.take(source)
    #expect(taken.erased == 1)
    #expect(try store.rows().rows[3].value == ValueCodec.erased)
  }

  @Test func recordsStandInTheOrderOfTimeAmongThoseThatAreHere() throws {
    let store = try Store.open(.memory)
    let other = try Store.open(.memory)
    var one = Writer(number: 1)
    var two = Writer(number: 2)
    for index in 0..<6 {
      two.clock = one.clock + 100
      if index != 4 { try one.write(.answer(.number(index)), "here-\(index)", to: store) }
      try two.write(.answer(.number(index)), "there-\(index)", to: other)
    }
    let early = JournalRow(
      id: RecordID(session: two.info.id, number: 90), kind: .answered, module: "m", step: "early",
      value: #"{"v":1,"number":1}"#, at: Wall(milliseconds: 5))
    var tables = try other.rows()
    tables.rows.insert(early, at: 0)
    _ = try store.take(tables)
    #expect(
      try store.rows().rows.map(\.step) == [
        "early", "here-0", "there-0", "here-1", "there-1", "here-2", "there-2", "here-3", "there-3",
        "here-5", "there-4", "there-5",
      ])
    #expect(throws: StoreError.self) { try store.look("UPDATE record SET module = 'x'") }
  }

  @Test func aSafetyAnswerThatWasGivenHereIsTakenBackByNoFile() throws {
    let store = try Store.open(.memory)
    var writer = Writer("safety")
    let gate = try writer.write(
      .answer(.gate(outcome: "emergency", hold: .emergency)), "bladder", to: store)
    let before = try store.digest().gates
    let session = SessionID(sitting: "11111111-1111-4222-8333-444455556666", number: 1)
    let tables = JournalTables(
      sessions: [
        JournalSession(id: session, module: "safety", content: "", format: 1, app: "0.1.0")
      ],
      rows: [
        JournalRow(
          id: RecordID(session: session, number: 1), kind: .retracted, module: "safety",
          step: "bladder", value: #"{"v":1}"#, at: writer.written[0].at, supersedes: gate.id)
      ])
    #expect(try store.take(tables).kept == 1)
    #expect(try store.digest().gates == before)
  }

  @Test func thoughtsOfEndingOnesLifeAreTakenFromNoFile() throws {
    var tables = try everything().rows()
    tables.rows = [tables.rows[0]]
    tables.rows[0].kind = .gate
    tables.rows[0].value = #"{"v":1,"outcome":"sitting","hold":"sitting"}"#
    let store = try Store.open(.memory)
    #expect(try store.take(tables).kept == 1)
    #expect(try store.rows().rows.isEmpty)
  }

  @Test(arguments: [
    (#"{"v":2,"seen":true}"#, StoreError.newer(found: 2)), (#"{"v":1,"seen":3}"#, .damaged),
    ("nonsense", .damaged), (#"{"v":1,"practice":"x"}"#, .damaged),
  ])
  func oneRowThatIsWrongLeavesAllAsItWas(value: String, error: StoreError) throws {
    var tables = try everything().rows()
    let wrong = tables.rows.count - 1
    tables.rows[wrong].kind = .answered
    tables.rows[wrong].value = value
    #expect(Store.fault(in: tables.rows[wrong]) == error)
    let store = try Store.open(.memory)
    #expect(throws: error) { try store.take(tables) }
    #expect(try store.rows() == JournalTables())
  }

  @Test func aRecordWithoutItsSessionIsRefused() throws {
    var tables = try everything().rows()
    tables.sessions = []
    let store = try Store.open(.memory)
    #expect(throws: StoreError.damaged) { try store.take(tables) }
  }

  @Test func whatStandsIsWhatNothingHasSuperseded() throws {
    let store = try everything()
    var writer = Writer(number: 2)
    let first = try writer.write(.answer(.number(3)), "pain", shown: "How much?", to: store)
    try writer.write(.answer(.number(4)), "pain", supersedes: first.id, to: store)
    let standing = try store.standing()
    #expect(standing.last?.record.value == .answer(.number(4)))
    #expect(!standing.contains { $0.record.id == first.id })
    #expect(standing.allSatisfy { $0.opened == "tracking" })
  }
}
