import AllClearEngine
import Foundation
import Testing

@testable import AllClearStore

@Suite("Migrations")
struct MigrationTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  /// A second version as it may come one day.
  private let next = Schema(
    steps: Schema.current.steps + ["ALTER TABLE session ADD COLUMN note TEXT"])

  private let broken = Schema(
    steps: Schema.current.steps + ["DROP VIEW standing; DROP TABLE nothing"])

  private var copy: String { folder.journal + ".before-v2" }

  private func fill() throws -> Writer {
    let store = try Store.open(.file(folder.journal))
    var writer = Writer()
    try writer.write(.answer(.text("words")), "a", to: store)
    return writer
  }

  @Test("A new journal has the latest version, its mark, and no copy")
  func new() throws {
    let store = try Store.open(.file(folder.journal), .create, schema: next)
    #expect(try store.look("PRAGMA user_version") == [["2"]])
    #expect(
      try store.look("PRAGMA application_id") == [["\(JournalHeader.applicationID)"]])
    #expect(try store.look("PRAGMA journal_mode") == [["wal"]])
    #expect(try store.look("PRAGMA synchronous") == [["2"]])
    #expect(try !folder.names().contains { $0.contains("before") })
  }

  @Test("A copy is kept before a migration, with all there was, for the person alone")
  func keepsCopy() throws {
    let writer = try fill()
    let store = try Store.open(.file(folder.journal), .create, schema: next)
    #expect(try store.look("SELECT note FROM session") == [[nil]])
    #expect(try store.session(writer.info.id)?.answers == writer.written)
    #expect(mode(copy) == 0o600)
    #expect(Journal.files(at: folder.journal).contains(copy))
    let old = try Store.open(.file(copy), .existing)
    #expect(try old.session(writer.info.id)?.answers == writer.written)
    #expect(try old.look("PRAGMA user_version") == [["1"]])
  }

  @Test("What is only in the log is in the copy too")
  func copiesLog() throws {
    let store = try Store.open(.file(folder.journal))
    var writer = Writer()
    try writer.write(.answer(.text("words")), "a", to: store)
    _ = try Store.open(.file(folder.journal), .create, schema: next)
    #expect(try Store.open(.file(copy), .copy).session(writer.info.id)?.answers == writer.written)
  }

  @Test("A migration that fails changes nothing")
  func fails() throws {
    let writer = try fill()
    #expect(throws: StoreError.self) {
      try Store.open(.file(folder.journal), .create, schema: broken)
    }
    let store = try Store.open(.file(folder.journal))
    #expect(try store.session(writer.info.id)?.answers == writer.written)
    _ = try Store.open(.file(folder.journal), .create, schema: next)
    #expect(try folder.names().filter { $0.contains("before") } == ["journal.sqlite.before-v2"])
  }

  @Test("An unfinished copy is begun again")
  func unfinishedCopy() throws {
    _ = try fill()
    try folder.put([1, 2, 3], at: "journal.sqlite.before-v2.part")
    _ = try Store.open(.file(folder.journal), .create, schema: next)
    #expect(!FileManager.default.fileExists(atPath: copy + ".part"))
    #expect(throws: Never.self) { try Store.open(.file(copy), .copy) }
  }

  @Test("Without room for a copy there is no migration", .enabled(if: Disk.canMount))
  func noRoom() throws {
    let disk = try Disk(size: "300k")
    let path = disk.folder.journal
    do {
      var writer = Writer()
      try writer.write(
        .answer(.text(String(repeating: "x", count: 60_000))), "a", to: Store.open(.file(path)))
    }
    try disk.folder.put([UInt8](repeating: 1, count: 80_000), at: "ballast")
    #expect(throws: StoreError.full) { try Store.open(.file(path), .create, schema: next) }
    #expect(try disk.folder.names().filter { $0.contains("before") } == [])
    #expect(try Store.open(.file(path)).look("PRAGMA user_version") == [["1"]])
  }

  @Test("A journal is not migrated under a sitting")
  func sitting() throws {
    let store = try Store.open(.file(folder.journal))
    #expect(try store.claimSitting())
    #expect(throws: StoreError.inUse) {
      try Store.open(.file(folder.journal), .create, schema: next)
    }
    #expect(try store.look("PRAGMA user_version") == [["1"]])
  }

  @Test("A migrated journal is newer to the allclear before it, by its header alone")
  func olderProgram() throws {
    _ = try fill()
    let store = try Store.open(.file(folder.journal), .create, schema: next)
    #expect(try folder.bytes()[60..<64] == [0, 0, 0, 2])
    #expect(throws: StoreError.newer(found: 2)) { try Store.open(.file(folder.journal)) }
    #expect(try store.digest().lastAt != nil)
  }

  @Test("A copy in memory is migrated there, and the file stays")
  func memory() throws {
    _ = try fill()
    let store = try Store.open(.file(folder.journal), .copy, schema: next)
    #expect(try store.look("PRAGMA user_version") == [["2"]])
    #expect(try !folder.names().contains { $0.contains("before") })
    #expect(try Store.open(.file(folder.journal)).look("PRAGMA user_version") == [["1"]])
  }
}
