import AllClearEngine
import Foundation
import Testing

@testable import AllClearStore

/// The journal of the first schema is checked in and opened for ever: `Fixtures/journal-v1.sqlite`.
///
/// It was made by `ALLCLEAR_MAKE_FIXTURE=1 swift test --filter FixtureTests`, and is never made
/// again once version 1 is in people's hands.
@Suite("The journal of the first schema", .serialized)
struct FixtureTests {
  private static let path =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    + "/Fixtures/journal-v1.sqlite"
  private static let isMade = ProcessInfo.processInfo.environment["ALLCLEAR_MAKE_FIXTURE"] != nil

  /// What is in it.
  private static func records() -> (Writer, Writer) {
    var first = Writer("safety", number: 1)
    _ = first.record(.started)
    for answer in everyAnswer {
      if case .gate(_, hold: .sitting) = answer { continue }
      _ = first.record(.answer(answer), "s\(first.number)", shown: "What?\nThis.")
    }
    _ = first.record(.answer(.entries(["stress"]), into: .causes), "causes", module: "story")
    _ = first.record(.passed)
    _ = first.record(.finished(.completed))
    var second = Writer("tracking", number: 2)
    second.clock += 1_000_000
    _ = second.record(.started)
    let old = second.record(.answer(.option("quiet")), "loudness", turn: 2, shown: "How loud?")
    let new = second.record(
      .answer(.option("some")), "loudness", turn: 2, shown: "How loud?", supersedes: old.id)
    _ = second.record(.retracted, "loudness", turn: 2, supersedes: new.id)
    _ = second.record(.askOn(CivilDay(number: 20_000)))
    return (first, second)
  }

  @Test("It is made when asked for", .enabled(if: isMade))
  func make() throws {
    unlink(Self.path)
    let store = try Store.open(.file(Self.path))
    let (first, second) = Self.records()
    try store.write(first.written, in: first.info)
    try store.write(second.written, in: second.info)
    try store.saveDraft(["a draft", "of two lines"], at: StepKey("words"), in: second.info)
    // One file, without a log beside it.
    _ = try store.look("PRAGMA journal_mode = DELETE")
  }

  @Test("Its tables are those that are made today, step by step")
  func tables() throws {
    let folder = try Folder()
    try folder.put([UInt8](Data(contentsOf: URL(fileURLWithPath: Self.path))))
    let question = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
    let old = try Store.open(.file(folder.journal), .existing).look(question)
    #expect(try Store.open(.memory).look(question) == old)
  }

  @Test("It opens, and says what it has always said")
  func open() throws {
    let folder = try Folder()
    try folder.put([UInt8](Data(contentsOf: URL(fileURLWithPath: Self.path))))
    let store = try Store.open(.file(folder.journal), .existing)
    let (first, second) = Self.records()
    var digest = Digest()
    for record in first.written { digest.apply(record, in: "safety") }
    for record in second.written where record.supersedes == nil && record.step != "loudness" {
      digest.apply(record, in: "tracking")
    }
    #expect(try store.digest() == digest)
    #expect(try store.digest().own.texts(.causes) == ["stress"])
    let session = try #require(try store.session(first.info.id))
    #expect(session.info == first.info)
    #expect(session.lastNumber == first.number)
    let answers = first.written.filter { if case .answer = $0.value { true } else { false } }
    #expect(session.answers.map(\.value) == answers.map(\.value))
    #expect(session.answers.map(\.shown) == answers.map { $0.kind == .gate ? nil : $0.shown })
    let other = try #require(try store.session(second.info.id))
    #expect(other.answers == [])
    #expect(other.earlier["story", "causes"] == .entries(["stress"]))
    #expect(other.drafts == [StepKey("words"): ["a draft", "of two lines"]])
  }
}
