import AllClearEngine
import Foundation
import Testing

@testable import AllClearStore
@testable import allclear

/// A disk that fills up in the middle of an answer, on the real content and the real store.
@Suite("A full disk in the middle of an answer")
struct FullDiskTests {
  private static let start = Now(elapsed: .zero, wall: VirtualPort.begin)
  private static let long = String(repeating: "so many words ", count: 20_000)

  /// The story at its first list of own words, with the store that it is written to.
  private func atTheCauses(_ content: RealContent) throws -> (Runtime, Store) {
    var door = try JournalDoor(path: content.journal)
    let store = try door.store()
    let options = App.Options(sitting: "00000000-0000-4000-8000-000000000001", appVersion: "test")
    let app = App(
      program: content.house.program, digest: try store.digest(), options: options, now: Self.start)
    var host = Runtime(
      app: app, program: content.house.program, compiler: content.house.compiler, journal: door)
    send(
      .begin(.door(.module("story"))), .answer(.seen), .answer(.option("over-ten")), .answer(.seen),
      to: &host)
    guard case .collect = host.prompt.body else {
      Issue.record("\(host.prompt.place)")
      return (host, store)
    }
    return (host, store)
  }

  private func send(_ events: Event..., to host: inout Runtime) {
    for event in events { host.send(event, at: Self.start) }
  }

  /// Answers while there is no room, then makes room and answers the same.
  private func answer(_ host: inout Runtime, _ store: Store, makeRoom: () throws -> Void) throws {
    let place = host.prompt.place
    let id = SessionID(sitting: "00000000-0000-4000-8000-000000000001", number: 1)
    let before = try store.session(id)
    let full = host.phrases(.notSavedFull)
    for _ in 1...2 {
      send(.answer(.entries([Self.long])), to: &host)
      #expect(host.prompt.place == place, "the same is asked")
      #expect(host.prompt.notice == full)
      #expect(
        (try store.session(id) == before) as Bool, "nothing before it is lost, none half kept")
    }
    send(.draft([Self.long]), to: &host)
    #expect(host.prompt.notice == full, "that a draft is not kept is said")
    #expect((host.prompt.draft == [Self.long]) as Bool, "and the words stay where they are")
    try makeRoom()
    send(.answer(.entries([Self.long])), to: &host)
    #expect(host.prompt.place != place && host.prompt.notice == nil, "the run goes on")
    let kept = try #require(try store.session(id))
    #expect(kept.answers.count == (before?.answers.count ?? 0) + 1)
    #expect((kept.answers.last?.value == .answer(.entries([Self.long]), into: .causes)) as Bool)
    #expect(kept.drafts.isEmpty)
  }

  @Test("The prompt says so, and the same answer is kept once there is room")
  func pages() throws {
    let content = try RealContent()
    defer { content.remove() }
    var (host, store) = try atTheCauses(content)
    _ = try store.look("PRAGMA max_page_count = 1")
    try answer(&host, store) { _ = try store.look("PRAGMA max_page_count = 1000000") }
  }

  @Test(
    "So it is on a disk that is really full", .enabled(if: SmallDisk.canMount, SmallDisk.why))
  func disk() throws {
    let content = try RealContent()
    defer { content.remove() }
    let disk = try SmallDisk(on: content.folder, size: "2m")
    var (host, store) = try atTheCauses(content)
    let filler = try disk.fill()
    try answer(&host, store) { try FileManager.default.removeItem(atPath: filler) }
  }

  @Test("A change of an old text stays to be kept later, and the old one stands")
  func change() throws {
    let content = try RealContent()
    defer { content.remove() }
    var door = try JournalDoor(path: content.journal)
    let store = try door.store()
    let session = SessionID(sitting: "00000000-0000-4000-8000-000000000002", number: 1)
    let record = Record(
      id: RecordID(session: session, number: 1), value: .answer(.text("It rained.")),
      module: "story", step: "in-own-words", at: Self.start.wall)
    let info = SessionInfo(id: session, module: "story", contentHash: "", appVersion: "test")
    try store.write([record], in: info)
    let options = App.Options(sitting: "00000000-0000-4000-8000-000000000003", appVersion: "test")
    let app = App(
      program: content.house.program, digest: try store.digest(), options: options, now: Self.start)
    var host = Runtime(
      app: app, program: content.house.program, compiler: content.house.compiler, journal: door)
    send(
      .begin(.door(.writings)), .answer(.option(record.id.text)), .answer(.option("change")),
      to: &host)
    let place = host.prompt.place
    #expect(host.prompt.draft == ["It rained."])
    _ = try store.look("PRAGMA max_page_count = 1")
    for _ in 1...2 {
      send(.answer(.text(Self.long)), to: &host)
      #expect(host.prompt.place == place)
      #expect(host.prompt.notice == host.phrases(.notSavedFull))
      #expect(try store.writings().map(\.text) == ["It rained."])
    }
    send(.draft([Self.long]), to: &host)
    #expect(host.prompt.notice == host.phrases(.notSavedFull), "that a draft is not kept is said")
    #expect((host.prompt.draft == [Self.long]) as Bool)
    _ = try store.look("PRAGMA max_page_count = 1000000")
    send(.answer(.text(Self.long)), to: &host)
    #expect(host.prompt.place != place)
    #expect((try store.writings().map(\.text) == [Self.long]) as Bool)
    send(.undo, to: &host)
    #expect(try store.writings().map(\.text) == ["It rained."])
  }

  @Test(
    "No room for a journal at all is said at the first answer, which is kept once there is",
    .enabled(if: SmallDisk.canMount, SmallDisk.why))
  func first() throws {
    let content = try RealContent()
    defer { content.remove() }
    let disk = try SmallDisk(on: content.folder, size: "1m")
    let filler = try disk.fill()
    var host = try content.host(at: Self.start)
    send(.begin(.door(.module("story"))), to: &host)
    let place = host.prompt.place
    for _ in 1...2 {
      send(.answer(.seen), to: &host)
      #expect(host.prompt.place == place)
      #expect(host.prompt.notice == host.phrases(.notSavedFull))
    }
    try FileManager.default.removeItem(atPath: filler)
    send(.answer(.seen), to: &host)
    #expect(host.prompt.place != place && host.prompt.notice == nil)
    let digest = try Store.open(.file(content.journal), .copy).digest()
    #expect(digest.unfinished.map(\.module) == ["story"])
  }
}
