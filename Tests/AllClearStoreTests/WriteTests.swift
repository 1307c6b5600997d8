import AllClearEngine
import Testing

@testable import AllClearStore

@Suite("Writing")
struct WriteTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  @Test(
    "What is written is read back, with the words as they were shown", arguments: Where.allCases)
  func readBack(place: Where) throws {
    let store = try place.store(in: folder)
    var writer = Writer()
    try writer.write(.started, to: store)
    for (index, answer) in everyAnswer.enumerated() {
      if case .gate(_, hold: .sitting) = answer { continue }
      let isGate = if case .gate = answer { true } else { false }
      try writer.write(
        .answer(answer), "s\(index)", turn: index + 1, shown: isGate ? nil : "Wie? – \(index % 3)",
        to: store)
    }
    let session = try #require(try store.session(writer.info.id))
    #expect(session.info == writer.info)
    #expect(session.answers == Array(writer.written.dropFirst()))
    #expect(session.lastNumber == writer.number)
    #expect(try store.look("SELECT count(*) FROM text") == [["3"]])
  }

  @Test("All records of a write are kept or none")
  func allOrNone() throws {
    let store = try Store.open(.memory)
    var writer = Writer()
    try writer.write(.started, to: store)
    let fresh = writer.record(.answer(.seen), "a")
    var again = fresh
    again.step = "b"
    #expect(throws: StoreError.self) { try store.write([fresh, again], in: writer.info) }
    #expect(try store.session(writer.info.id)?.answers == [])
    #expect(try store.session(writer.info.id)?.lastNumber == 1)
  }

  @Test("An answer that replaces another stands in its place", arguments: Where.allCases)
  func supersede(place: Where) throws {
    let store = try place.store(in: folder)
    var writer = Writer()
    try writer.write(.started, to: store)
    let old = try writer.write(.answer(.option("quiet")), "loudness", to: store)
    let new = try writer.write(
      .answer(.option("more")), "loudness", supersedes: old.id, to: store)
    #expect(try store.session(writer.info.id)?.answers == [new])
    #expect(try store.digest().facts["tracking", "loudness"] == .option("more"))
  }

  @Test("Taking an answer back brings nothing back that it had replaced")
  func retract() throws {
    let store = try Store.open(.memory)
    var writer = Writer()
    try writer.write(.started, to: store)
    let old = try writer.write(.answer(.option("quiet")), "loudness", to: store)
    let new = try writer.write(
      .answer(.option("more")), "loudness", supersedes: old.id, to: store)
    try writer.write(.retracted, "loudness", supersedes: new.id, to: store)
    let session = try #require(try store.session(writer.info.id))
    #expect(session.answers == [])
    #expect(session.lastNumber == 4)
    #expect(try store.digest().facts["tracking", "loudness"] == nil)
    #expect(try store.look("SELECT count(*) FROM record") == [["4"]])
  }

  @Test("Taking an answer back lets an earlier session's answer be the latest")
  func retractAcrossSessions() throws {
    let store = try Store.open(.memory)
    var first = Writer()
    try first.write(.answer(.number(7)), "pain", to: store)
    var second = Writer(number: 2)
    let new = try second.write(.answer(.number(2)), "pain", to: store)
    try second.write(.retracted, "pain", supersedes: new.id, to: store)
    #expect(try store.digest().facts["tracking", "pain"] == .number(7))
  }

  @Test("A gate's answer that is taken back is in no file any more")
  func retractedGate() throws {
    let store = try Store.open(.file(folder.journal))
    var writer = Writer("safety")
    try writer.write(.started, to: store)
    let gate = try writer.write(
      .answer(.gate(outcome: "zebra-outcome", hold: .emergency)), "now", shown: "zebra-shown",
      to: store)
    #expect(try everyByte().contains("zebra-outcome"))
    #expect(try !everyByte().contains("zebra-shown"))
    try writer.write(.retracted, "now", supersedes: gate.id, to: store)
    #expect(try !everyByte().contains("zebra-outcome"))
    #expect(try store.look("SELECT value FROM record WHERE kind = 'gate'") == [[ValueCodec.erased]])
    #expect(try store.session(writer.info.id)?.answers == [])
    #expect(try store.digest().gates.isEmpty)
  }

  @Test("An ordinary answer that is taken back stays as it was written")
  func retractedAnswer() throws {
    let store = try Store.open(.memory)
    var writer = Writer()
    let answer = try writer.write(.answer(.number(4)), "a", to: store)
    try writer.write(.retracted, "a", supersedes: answer.id, to: store)
    #expect(
      try store.look("SELECT value FROM record WHERE kind = 'answered'")
        == [[#"{"v":1,"number":4}"#]])
  }

  @Test("A draft that was thrown away is in no file once the journal is closed")
  func thrownAway() throws {
    do {
      let store = try Store.open(.file(folder.journal))
      let info = Writer().info
      try store.saveDraft(["zebra-draft"], at: StepKey("a"), in: info)
      #expect(try everyByte().contains("zebra-draft"))
      try store.saveDraft([], at: StepKey("a"), in: info)
    }
    #expect(try !everyByte().contains("zebra-draft"))
    #expect(try folder.names() == ["journal.sqlite"])
  }

  @Test("Where a record comes from is kept", arguments: Record.Origin.allCases)
  func origin(origin: Record.Origin) throws {
    let store = try Store.open(.memory)
    var writer = Writer()
    var record = writer.record(.answer(.seen), "a")
    record.origin = origin
    try store.write([record], in: writer.info)
    #expect(try store.session(writer.info.id)?.answers == [record])
  }

  @Test("A hold for the sitting is written nowhere, whoever asks for it")
  func sittingHold() throws {
    let store = try Store.open(.memory)
    var writer = Writer("safety")
    try writer.write(.answer(.gate(outcome: "x", hold: .sitting)), "five", to: store)
    #expect(try store.look("SELECT count(*) FROM record") == [["0"]])
    #expect(try store.look("SELECT count(*) FROM session") == [["0"]])
  }

  @Test("Two texts with one fingerprint are kept apart")
  func collision() throws {
    let store = try Store.open(.memory)
    let hash = Fingerprint.of("Mine?")
    _ = try store.look("INSERT INTO text (hash, body) VALUES ('\(hash)', 'Somebody else''s')")
    var writer = Writer()
    try writer.write(.answer(.seen), "a", shown: "Mine?", to: store)
    try writer.write(.answer(.seen), "b", shown: "Mine?", to: store)
    #expect(
      try store.look("SELECT hash FROM text ORDER BY hash") == [[hash], ["\(hash)-2"]])
    #expect(try store.session(writer.info.id)?.answers.map(\.shown) == ["Mine?", "Mine?"])
  }

  @Test("Records are not changed and not deleted, but for their words")
  func appendOnly() throws {
    let store = try Store.open(.memory)
    var writer = Writer()
    try writer.write(.answer(.text("words")), "a", shown: "What?", to: store)
    let refused = [
      "DELETE FROM record", "UPDATE record SET value = '{\"v\":1,\"seen\":true}'",
      "UPDATE record SET at = 0", "UPDATE record SET supersedes = id",
      "UPDATE record SET value = '\(ValueCodec.erased)', at = 0",
      "UPDATE record SET value = '\(ValueCodec.erased)', kind = 'gate'",
    ]
    for sql in refused {
      #expect(throws: StoreError.self, "\(sql)") { try store.look(sql) }
    }
    _ = try store.look(
      "UPDATE record SET value = '\(ValueCodec.erased)', kind = 'erased', shown = NULL")
    #expect(try store.session(writer.info.id)?.answers == [])
    #expect(try store.digest() == Digest())
  }

  @Test("After every write another process finds all that was written")
  func restart() throws {
    let store = try Store.open(.file(folder.journal))
    var writer = Writer()
    for value in everyValue where value != .retracted {
      if case .answer(.gate(_, hold: .sitting), _) = value { continue }
      try writer.write(value, "s\(writer.number)", to: store)
      // What a killed process leaves: the journal and its log, without the index in shared memory.
      let copy = try Folder()
      try copy.put(folder.bytes())
      try copy.put(folder.bytes("journal.sqlite-wal"), at: "journal.sqlite-wal")
      let other = try Store.open(.file(copy.journal))
      #expect(try other.look("SELECT count(*) FROM record") == [["\(writer.number)"]])
      #expect(try other.digest() == store.digest())
      #expect(try other.session(writer.info.id) == store.session(writer.info.id))
    }
  }

  /// All bytes of all files, as text.
  private func everyByte() throws -> String {
    try folder.names().map { String(decoding: try folder.bytes($0), as: UTF8.self) }.joined()
  }
}
