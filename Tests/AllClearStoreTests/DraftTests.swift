import AllClearEngine
import Testing

@testable import AllClearStore

@Suite("Drafts and sessions")
struct DraftTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  @Test("A draft is kept for its step and turn, and the last one counts", arguments: Where.allCases)
  func keep(place: Where) throws {
    let store = try place.store(in: folder)
    let info = Writer().info
    try store.saveDraft(["one"], at: StepKey("a"), in: info)
    try store.saveDraft(["one", "", "\"two\""], at: StepKey("a"), in: info)
    try store.saveDraft(["other"], at: StepKey("a", turn: 2), in: info)
    let session = try #require(try store.session(info.id))
    #expect(
      session.drafts == [
        StepKey("a"): ["one", "", "\"two\""], StepKey("a", turn: 2): ["other"],
      ])
    #expect(session.lastNumber == 0)
    #expect(try store.digest() == Digest(), "a draft alone begins nothing")
  }

  @Test("Empty writing takes the draft away")
  func empty() throws {
    let store = try Store.open(.memory)
    let info = Writer().info
    try store.saveDraft(["", ""], at: StepKey("a"), in: info)
    #expect(try store.session(info.id) == nil)
    try store.saveDraft(["x"], at: StepKey("a"), in: info)
    try store.saveDraft([], at: StepKey("a"), in: info)
    #expect(try store.session(info.id)?.drafts == [:])
  }

  @Test("Answering a step takes its draft away and leaves the others")
  func answered() throws {
    let store = try Store.open(.memory)
    var writer = Writer()
    try store.saveDraft(["x"], at: StepKey("a"), in: writer.info)
    try store.saveDraft(["y"], at: StepKey("a", turn: 2), in: writer.info)
    try store.saveDraft(["z"], at: StepKey("b"), in: writer.info)
    try writer.write(.answer(.text("x")), "a", to: store)
    #expect(
      try store.session(writer.info.id)?.drafts == [
        StepKey("a", turn: 2): ["y"], StepKey("b"): ["z"],
      ])
  }

  @Test("A session that nobody began is none")
  func unknown() throws {
    let store = try Store.open(.memory)
    #expect(try store.session(Writer().info.id) == nil)
  }

  @Test("Its earlier facts are those of other sessions, from before it began")
  func earlier() throws {
    let store = try Store.open(.memory)
    var first = Writer("story", number: 1)
    var second = Writer("tracking", number: 2)
    var third = Writer("story", number: 3)
    try first.write(.answer(.number(7)), "pain", to: store)
    let gone = try first.write(.answer(.option("x")), "gone", to: store)
    try first.write(.retracted, "gone", supersedes: gone.id, to: store)
    try second.write(.started, to: store)
    try second.write(.answer(.option("quiet")), "loudness", to: store)
    try third.write(.answer(.number(2)), "pain", to: store)
    try first.write(.answer(.number(9)), "late", to: store)
    var facts = Facts()
    facts["story", "pain"] = .number(7)
    #expect(try store.session(second.info.id)?.earlier == facts)
    facts["tracking", "loudness"] = .option("quiet")
    #expect(try store.session(third.info.id)?.earlier == facts)
    #expect(try store.session(first.info.id)?.earlier == Facts())
  }

  @Test("A session keeps the content and version that it began with")
  func info() throws {
    let store = try Store.open(.memory)
    var writer = Writer()
    try writer.write(.started, to: store)
    let began = writer.info
    writer.info.contentHash = "other"
    writer.info.appVersion = "9"
    try writer.write(.answer(.seen), "a", to: store)
    #expect(try store.session(began.id)?.info == began)
  }
}
