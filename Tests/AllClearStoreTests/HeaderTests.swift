import AllClearEngine
import Foundation
import Testing

@testable import AllClearStore

@Suite("A file that cannot be a journal")
struct HeaderTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  /// A journal with a few pages, its log carried over.
  private func journal() throws -> [UInt8] {
    let own = try Folder()
    var writer = Writer()
    do {
      let store = try Store.open(.file(own.journal))
      try writer.write(.started, to: store)
      for step in 0..<50 { try writer.write(.answer(.seen), "s\(step)", to: store) }
    }
    return try own.bytes()
  }

  private func expect(
    _ error: StoreError, for bytes: [UInt8], _ mode: Store.Mode = .create,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    try folder.put(bytes)
    let url = URL(fileURLWithPath: folder.journal)
    let old = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: url.path)
    chmod(folder.journal, 0o644)
    #expect(throws: error, sourceLocation: location) { try Store.open(.file(url.path), mode) }
    #expect(try folder.bytes() == bytes, sourceLocation: location)
    #expect(try folder.names() == ["journal.sqlite"], sourceLocation: location)
    #expect(AllClearStoreTests.mode(url.path) == 0o644, sourceLocation: location)
    let date = try FileManager.default.attributesOfItem(atPath: url.path)[.modificationDate]
    #expect(date as? Date == old, sourceLocation: location)
  }

  @Test(
    "A later version is told by its number and left as it is",
    arguments: [Store.Mode.create, .copy])
  func newer(mode: Store.Mode) throws {
    var bytes = try journal()
    bytes.replaceSubrange(60..<64, with: [0, 0, 0, 9])
    try expect(.newer(found: 9), for: bytes, mode)
  }

  @Test("Somebody else's file is left as it is")
  func foreign() throws {
    var bytes = try journal()
    bytes.replaceSubrange(68..<72, with: [0, 0, 0, 0])
    try expect(.foreign, for: bytes)
    try expect(.foreign, for: Array("Dear diary, ".utf8))
    try expect(.foreign, for: Array("x".utf8))
    try expect(.foreign, for: (0..<4096).map { UInt8($0 & 0xff) })
  }

  @Test("A torn file is damaged and left as it is")
  func damaged() throws {
    let bytes = try journal()
    for length in [1, 15, 16, 99, 100, 4095, 4096, bytes.count - 4096, bytes.count - 1] {
      try expect(.damaged, for: Array(bytes.prefix(length)))
    }
    try expect(.damaged, for: [UInt8](repeating: 0, count: 4096))
    for (offset, byte) in [(16, 3), (16, 0xff), (18, 7), (19, 0), (21, 1)] as [(Int, UInt8)] {
      var broken = bytes
      broken[offset] = byte
      try expect(.damaged, for: broken)
    }
  }

  @Test("No header crashes, whatever its bytes")
  func fuzz() throws {
    let bytes = Array(try journal().prefix(100))
    var random = Dice(seed: 3)
    for _ in 0..<20_000 {
      var broken = Array(bytes.prefix(Int.random(in: 0...100, using: &random)))
      for _ in 0..<4 where !broken.isEmpty {
        broken[Int.random(in: 0..<broken.count, using: &random)] = .random(
          in: .min ... .max, using: &random)
      }
      _ = try? JournalHeader.verdict(broken, size: 8192, log: 0, rollback: 0, latest: 1)
    }
  }

  @Test("Nobody is told that the disk is full when it is not")
  func faults() {
    #expect(StoreError.full.fault == .full)
    for error in [
      StoreError.readOnly, .foreign, .newer(found: 2), .notFound, .notAFile, .notAllowed,
    ] {
      #expect(error.fault == .notKept)
    }
    for error in [StoreError.damaged, .inUse, .ioError, .failed(code: 1)] {
      #expect(error.fault == .failed)
    }
  }

  @Test("A log without its journal is not thrown away")
  func lonelyLog() throws {
    try folder.put([1, 2, 3], at: "journal.sqlite-wal")
    #expect(throws: StoreError.damaged) { try Store.open(.file(folder.journal)) }
    try folder.put([])
    #expect(throws: StoreError.damaged) { try Store.open(.file(folder.journal)) }
    #expect(try folder.bytes("journal.sqlite-wal") == [1, 2, 3])
  }

  @Test("A file that is too short is made whole by its log")
  func shortWithLog() throws {
    let store = try Store.open(.file(folder.journal))
    var writer = Writer()
    for step in 0..<50 { try writer.write(.answer(.seen), "s\(step)", to: store) }
    let copy = try Folder()
    // As when a process is killed while it carries pages over: the count is written, they are not.
    var bytes = try folder.bytes()
    bytes.replaceSubrange(28..<32, with: [0, 0, 0, 99])
    try copy.put(bytes)
    try copy.put(folder.bytes("journal.sqlite-wal"), at: "journal.sqlite-wal")
    let other = try Store.open(.file(copy.journal))
    #expect(try other.look("SELECT count(*) FROM record") == [["50"]])
  }

  @Test("Damage behind the header is said when it is found")
  func behindHeader() throws {
    var bytes = try journal()
    for offset in 4096..<bytes.count { bytes[offset] = 0x5a }
    try folder.put(bytes)
    #expect(throws: StoreError.damaged) {
      let store = try Store.open(.file(folder.journal))
      _ = try store.digest()
    }
  }

  @Test(
    "An empty file, as a process leaves that was killed while it made one, becomes a journal",
    arguments: [Store.Mode.create, .existing])
  func empty(mode: Store.Mode) throws {
    try folder.put([])
    var writer = Writer()
    try writer.write(.started, to: Store.open(.file(folder.journal), mode))
    #expect(try Store.open(.file(folder.journal)).digest().unfinished.count == 1)
    #expect(AllClearStoreTests.mode(folder.journal) == 0o600)
  }

  @Test("A copy of an empty file is empty, and leaves it so")
  func emptyCopy() throws {
    try folder.put([])
    let copy = try Store.open(.file(folder.journal), .copy)
    #expect(copy.isReadOnly)
    #expect(try copy.digest().isEmpty)
    #expect(try folder.bytes() == [])
  }

  @Test("A process that is killed in the middle of making a journal can begin again")
  func halfMade() throws {
    // A rollback journal beside an empty file: nothing was written yet.
    try folder.put([])
    try folder.put([UInt8](repeating: 0, count: 512), at: "journal.sqlite-journal")
    let store = try Store.open(.file(folder.journal), .existing)
    #expect(try store.digest().isEmpty)
  }

  @Test("A folder, a pipe and a device are told apart from a file, without waiting")
  func noFile() throws {
    #expect(throws: StoreError.notAFile) { try Store.open(.file(folder.path)) }
    mkfifo(folder.path + "/pipe", 0o600)
    #expect(throws: StoreError.notAFile) { try Store.open(.file(folder.path + "/pipe")) }
    #expect(throws: StoreError.notAFile) { try Store.open(.file("/dev/null"), .copy) }
    #expect(throws: StoreError.notAFile) { try Store.open(.file("/dev/zero")) }
    try folder.put([], at: "plain")
    #expect(throws: StoreError.notFound) { try Store.open(.file(folder.path + "/plain/journal")) }
  }

  @Test("What is not there is made only when asked for", arguments: [Store.Mode.existing, .copy])
  func missing(mode: Store.Mode) throws {
    #expect(throws: StoreError.notFound) {
      try Store.open(.file(folder.path + "/a/b.sqlite"), mode)
    }
    #expect(try folder.names() == [])
  }
}
