import AllClearEngine
import Testing

@testable import AllClearStore

@Suite("What was written")
struct WritingsTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  @Test("Nothing is there before something is written", arguments: Where.allCases)
  func empty(place: Where) throws {
    #expect(try place.store(in: folder).writings().isEmpty)
  }

  @Test("Texts come back as they were written, the newest first, with what was asked")
  func texts() throws {
    let store = try Store.open(.memory)
    var writer = Writer("story")
    try writer.write(.started, to: store)
    let long = String(
      repeating: "Line of words, 痛み 🌊 e\u{301}\u{1}\0\u{7f}\u{202E}\n\n", count: 300)
    let first = try writer.write(.answer(.text(long)), "words", shown: "What?", to: store)
    try writer.write(.answer(.skipped), "more", shown: "More?", to: store)
    try writer.write(.answer(.seen), "let-go", shown: "Let go?", to: store)
    try writer.write(.answer(.entries(["a"]), into: .causes), "causes", to: store)
    try writer.write(.answer(.option("text")), "option", shown: "Which?\n> text", to: store)
    let second = try writer.write(.answer(.text("short")), "again", turn: 3, to: store)
    #expect(
      try store.writings() == [
        Writing(
          id: second.id, record: second.id, last: 7, module: "story", step: "again", turn: 3,
          text: "short", at: second.at),
        Writing(
          id: first.id, record: first.id, last: 7, module: "story", step: "words", asked: "What?",
          text: long, at: first.at),
      ])
  }

  @Test("A line that was chosen from an own list is no text; one that only ends so is")
  func chosen() throws {
    let store = try Store.open(.memory)
    var writer = Writer("move")
    try writer.write(.answer(.text("Bending")), "which", shown: "Which?\n> Bending", to: store)
    try writer.write(.answer(.text("> b")), "why", shown: "Why a\n> b", to: store)
    #expect(try store.writings().map(\.text) == ["> b"])
  }

  @Test("What was changed has its first day and place in the list, however often it was changed")
  func changed() throws {
    let store = try Store.open(.file(folder.journal))
    var writer = Writer("journal")
    let first = try writer.write(.answer(.text("one")), "entry", shown: "Write.", to: store)
    var other = Writer("journal", number: 2)
    try other.write(.answer(.text("two")), "entry", to: store)
    var last = first
    for text in ["one a", "one b", "one"] {
      last = try writer.write(
        .answer(.text(text)), "entry", shown: "Write.", supersedes: last.id, to: store)
    }
    let found = try store.writings()
    #expect(found.map(\.text) == ["two", "one"])
    #expect(found.last?.id == first.id)
    #expect(found.last?.record == last.id)
    #expect(found.last?.last == 4)
    #expect(found.last?.at == first.at)
    #expect(try Store.open(.file(folder.journal), .copy).writings() == found)
  }

  @Test("What was taken back is not there, nor what took the place of a skip twice")
  func takenBack() throws {
    let store = try Store.open(.memory)
    var writer = Writer("journal")
    let gone = try writer.write(.answer(.text("gone")), "entry", to: store)
    try writer.write(.retracted, "entry", supersedes: gone.id, to: store)
    #expect(try store.writings().isEmpty)
    let skip = try writer.write(.answer(.skipped), "entry", to: store)
    try writer.write(.answer(.text("kept")), "entry", supersedes: skip.id, to: store)
    #expect(try store.writings().map(\.text) == ["kept"])
  }

  @Test("It is what the journal in memory says that made-up patients have", arguments: 0..<20)
  func sameAsPlayed(seed: Int) throws {
    let store = try Store.open(.memory)
    var life = Life(seed: seed, takesBack: true)
    for _ in 0..<150 {
      let (record, info) = life.next()
      try store.write([record], in: info)
    }
    let texts = life.standing.compactMap { record, _ -> String? in
      if case .answer(.text(let text), _) = record.value { record.id.text + text } else { nil }
    }
    #expect(Set(try store.writings().map { $0.record.text + $0.text }) == Set(texts))
  }

  @Test("A journal of a later version is not half read")
  func newer() throws {
    let store = try Store.open(.memory)
    var writer = Writer("journal")
    try writer.write(.answer(.text("one")), "entry", to: store)
    _ = try store.look("DROP TRIGGER record_is_only_erased")
    _ = try store.look(#"UPDATE record SET value = '{"v":2,"text":"one"}'"#)
    #expect(throws: StoreError.newer(found: 2)) { try store.writings() }
  }

  @Test("Texts are found among the answers, and each record that is looked up by its name")
  func plan() throws {
    let steps = try Store.open(.memory).plan(of: Store.writingsQuery)
    // The numbers of sessions are counted in one walk; what is scanned else was found already.
    let scans = steps.filter { $0.hasPrefix("SCAN") }
    let short = ["SCAN text_of", "SCAN written", "SCAN beside USING INDEX record_session"]
    #expect(scans.allSatisfy { scan in short.contains { scan.hasPrefix($0) } }, "\(steps)")
    #expect(
      steps.contains {
        $0.hasPrefix("SEARCH kept USING") && $0.hasSuffix("record_kind (kind=?)")
      }, "\(steps)")
  }
}
