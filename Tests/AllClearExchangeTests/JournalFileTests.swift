import AllClearEngine
import Testing

@testable import AllClearExchange

@Suite struct JournalFileTests {
  private let session = SessionID(sitting: sitting, number: 1)

  private var tables: JournalTables {
    func id(_ number: Int) -> RecordID { RecordID(session: session, number: number) }
    return JournalTables(
      sessions: [
        JournalSession(id: session, module: "story", content: "00ff", format: 1, app: "0.1.0")
      ],
      rows: [
        JournalRow(id: id(1), kind: .started, module: "story", value: #"{"v":1}"#, at: wall(3)),
        JournalRow(
          id: id(2), kind: .collected, module: "story", step: "causes", turn: 2,
          value: #"{"v":1,"entries":["a \"disc\"\n痛み","-1"],"into":"causes"}"#,
          shown: "What brings it on?", at: Wall(milliseconds: -1, offset: -570),
          supersedes: id(1), origin: .speed),
        JournalRow(
          id: id(3), kind: .erased, module: "story", value: #"{"v":1,"erased":true}"#, at: wall(4)),
      ],
      drafts: [
        JournalDraft(session: session, step: "letter", turn: 1, lines: ["Dear", ""], at: 1234)
      ])
  }

  @Test func whatIsWrittenIsReadBackAsItWas() throws {
    let text = JournalFile.text(tables, app: "0.1.0")
    #expect(JournalFile.isLikely(text))
    #expect(try JournalFile.read(text) == tables)
    #expect(JournalFile.text(try JournalFile.read("\u{feff}" + text), app: "0.1.0") == text)
  }

  @Test func anEmptyJournalIsAFileToo() throws {
    let text = JournalFile.text(JournalTables(), app: "0.1.0")
    #expect(try JournalFile.read(text) == JournalTables())
  }

  @Test func theFileIsOneThatPeopleCanRead() {
    let lines = JournalFile.text(tables, app: "0.1.0").split(separator: "\n").map(String.init)
    #expect(
      lines[..<7].joined(separator: "\n") == #"""
        {
        "format": "allclear-journal",
        "version": 1,
        "app": "0.1.0",
        "sessions": [
        {"id":"\#(session.text)","module":"story","content":"00ff","format":1,"app":"0.1.0"}
        ],
        """#)
    #expect(lines[8].contains(#""at":"2026-01-04T19:00:00.007+01:00","kind":"started""#))
  }

  @Test func aFileOfALaterAllclearIsLeftAlone() {
    let text = JournalFile.text(tables, app: "9.0.0").replacing(
      "\"version\": 1", with: "\"version\": 2")
    #expect(throws: ExchangeError.newer(found: 2)) { try JournalFile.read(text) }
  }

  @Test func whatIsNotOursIsUnknown() {
    #expect(throws: ExchangeError.unknown) { try JournalFile.read(#"{"pain":[1,2]}"#) }
    #expect(throws: ExchangeError.unknown) { try JournalFile.read(#"{"format":"other"}"#) }
  }

  @Test func everyCutThroughAFileIsSeen() {
    let text = Array(JournalFile.text(tables, app: "0.1.0").utf8)
    for end in stride(from: 0, to: text.count - 2, by: 7) {
      let part = String(decoding: text[..<end], as: UTF8.self)
      #expect(throws: ExchangeError.self) { try JournalFile.read(part) }
    }
  }

  @Test(arguments: [
    (#""turn":2"#, #""turn":"2""#, "record 2"),
    (#""kind":"started""#, #""kind":"new""#, "record 1"),
    (#""shown":"What brings it on?""#, #""shown":3"#, "record 2"),
    (#""format":1"#, #""format":"1""#, "session 1"), (#""lines":["#, #""lines":[1,"#, "draft 1"),
    ("19:00:00.007+01:00", "24:00:00.007+01:00", "record 1"),
    ("\"drafts\"", "\"draft\"", "its list 'drafts'"),
  ])
  func theFaultIsNamedByItsPlace(old: String, new: String, place: String) {
    let text = JournalFile.text(tables, app: "0.1.0").replacing(old, with: new, maxReplacements: 1)
    #expect(throws: ExchangeError.damaged(place: place)) { try JournalFile.read(text) }
  }
}
