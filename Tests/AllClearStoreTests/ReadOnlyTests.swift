import AllClearEngine
import Foundation
import Testing

@testable import AllClearStore

@Suite("A journal that cannot be written to")
struct ReadOnlyTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  @Test("A copy says what the journal says, and that it is one")
  func copy() throws {
    let store = try Store.open(.file(folder.journal))
    var writer = Writer()
    try writer.write(.started, to: store)
    try writer.write(.answer(.number(3)), "pain", shown: "How much?", to: store)
    let copy = try Store.open(.file(folder.journal), .copy)
    #expect(copy.isReadOnly)
    #expect(!store.isReadOnly)
    #expect(try copy.digest() == store.digest())
    #expect(try copy.session(writer.info.id) == store.session(writer.info.id))
    #expect(try copy.claimSitting())
    #expect(throws: StoreError.readOnly) {
      try writer.write(.answer(.seen), "late", to: copy)
    }
    #expect(throws: StoreError.readOnly) {
      try copy.saveDraft(["x"], at: StepKey("a"), in: writer.info)
    }
    #expect(StoreError.readOnly.fault == .notKept)
  }

  @Test("Making a copy leaves nothing behind")
  func noTrace() throws {
    var writer = Writer()
    do { try writer.write(.started, to: Store.open(.file(folder.journal))) }
    let before = try folder.bytes()
    let copy = try Store.open(.file(folder.journal), .copy)
    #expect(try copy.digest().unfinished.count == 1)
    #expect(try folder.names() == ["journal.sqlite"])
    #expect(try folder.bytes() == before)
  }

  @Test("A copy has what was written before it and not what comes after")
  func later() throws {
    let store = try Store.open(.file(folder.journal))
    var writer = Writer()
    try writer.write(.started, to: store)
    let copy = try Store.open(.file(folder.journal), .copy)
    try writer.write(.answer(.seen), "a", to: store)
    #expect(try copy.session(writer.info.id)?.lastNumber == 1)
  }

  @Test("A journal on a disk that may only be read is read", .enabled(if: Disk.canMount))
  func readOnlyDisk() throws {
    let disk = try Disk(size: "2m")
    let path = disk.folder.journal
    var writer = Writer()
    do {
      let store = try Store.open(.file(path))
      try writer.write(.answer(.number(3)), "pain", to: store)
    }
    try disk.makeReadOnly()
    let store = try Store.open(.file(path))
    #expect(store.isReadOnly)
    #expect(try store.digest().facts["tracking", "pain"] == .number(3))
    #expect(try store.claimSitting())
    #expect(throws: StoreError.readOnly) { try writer.write(.answer(.seen), "a", to: store) }
    #expect(throws: StoreError.readOnly) { try Store.open(.file(disk.folder.path + "/new.sqlite")) }
  }

  @Test("What is still in the log of such a disk is read too", .enabled(if: Disk.canMount))
  func readOnlyDiskWithLog() throws {
    let disk = try Disk(size: "2m")
    let store = try Store.open(.file(folder.journal))
    var writer = Writer()
    try writer.write(.answer(.number(3)), "pain", to: store)
    for name in try folder.names() { try disk.folder.put(folder.bytes(name), at: name) }
    try disk.makeReadOnly()
    let copy = try Store.open(.file(disk.folder.journal))
    #expect(copy.isReadOnly)
    #expect(try copy.digest() == store.digest())
  }
}

@Suite("A full disk")
struct FullDiskTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  @Test("What has no room is written not at all, and goes in once there is some")
  func pages() throws {
    let store = try Store.open(.file(folder.journal))
    var writer = Writer()
    try writer.write(.started, to: store)
    _ = try store.look("PRAGMA max_page_count = 1")
    let long = writer.record(.answer(.text(String(repeating: "words ", count: 50_000))), "a")
    let short = writer.record(.answer(.seen), "b")
    #expect(throws: StoreError.full) { try store.write([short, long], in: writer.info) }
    #expect(throws: StoreError.full) {
      try store.saveDraft(
        [String(repeating: "x", count: 99_999)], at: StepKey("a"), in: writer.info)
    }
    #expect(StoreError.full.fault == .full)
    #expect(try store.session(writer.info.id)?.lastNumber == 1)
    _ = try store.look("PRAGMA max_page_count = 1000000")
    try store.write([short, long], in: writer.info)
    #expect(try store.session(writer.info.id)?.answers == [short, long])
  }

  @Test("A disk that fills up loses nothing that was written", .enabled(if: Disk.canMount))
  func disk() throws {
    let disk = try Disk(size: "512k")
    let store = try Store.open(.file(disk.folder.journal))
    var writer = Writer()
    var kept: [Record] = []
    while writer.number < 2000 {
      let record = writer.record(
        .answer(.text(String(repeating: "word ", count: 400))), "s\(writer.number)")
      do {
        try store.write([record], in: writer.info)
        kept.append(record)
      } catch {
        #expect(error == .full)
        break
      }
    }
    #expect(kept.count > 10 && kept.count < 2000)
    #expect(try store.session(writer.info.id)?.answers == kept)
    let copy = try Folder()
    for name in ["journal.sqlite", "journal.sqlite-wal"] {
      try copy.put(disk.folder.bytes(name), at: name)
    }
    #expect(try Store.open(.file(copy.journal)).session(writer.info.id)?.answers == kept)
  }

  @Test("No room for a journal at all is said", .enabled(if: Disk.canMount))
  func noRoom() throws {
    let disk = try Disk(size: "16k")
    #expect(throws: StoreError.full) { try Store.open(.file(disk.folder.journal)) }
  }
}

/// A small disk in memory; making one takes the superuser.
final class Disk {
  let folder: Folder

  static let canMount: Bool = {
    guard getuid() == 0, let disk = try? Disk(size: "64k") else { return false }
    return (try? disk.folder.names()) != nil
  }()

  init(size: String) throws {
    folder = try Folder()
    guard mount("tmpfs", folder.path, "tmpfs", 0, "size=\(size)") == 0 else {
      throw StoreError(errno: errno)
    }
  }

  func makeReadOnly() throws {
    guard
      mount("tmpfs", folder.path, "tmpfs", UInt(MS_RDONLY | MS_REMOUNT), nil) == 0
    else { throw StoreError(errno: errno) }
  }

  deinit { umount2(folder.path, Int32(MNT_DETACH)) }
}
