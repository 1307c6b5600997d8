import AllClearEngine
import Foundation
import Testing

@testable import AllClearStore

@Suite("Files")
struct JournalTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  /// Writes one of everything.
  private func fill(_ store: Store) throws {
    var writer = Writer()
    for value in everyValue where value != .retracted {
      try writer.write(value, "s\(writer.number)", shown: "What?", to: store)
    }
    try writer.write(
      .retracted, "s1", supersedes: RecordID(session: writer.info.id, number: 2), to: store)
    try store.saveDraft(["words"], at: StepKey("open"), in: writer.info)
    _ = try store.digest()
    _ = try store.session(writer.info.id)
  }

  @Test("A person's words are in the files that are named, and in no other but the lock")
  func files() throws {
    let store = try Store.open(.file(folder.journal))
    #expect(try store.claimSitting())
    try fill(store)
    try folder.put([1], at: "journal.sqlite.before-v2")
    try folder.put([1], at: "journal.sqlite.before-v3.part")
    try folder.put([1], at: "other.sqlite")
    let named = Journal.files(at: folder.journal)
    let names = Set(try folder.names().map { folder.path + "/" + $0 })
    #expect(names.subtracting(named) == [folder.journal + ".lock", folder.path + "/other.sqlite"])
    #expect(Set(named).isSubset(of: names))
    #expect(try folder.bytes("journal.sqlite.lock") == [])
  }

  @Test("Folder and files are for the person alone, whatever the umask", arguments: [0, 0o777])
  func modes(mask: mode_t) throws {
    let path = folder.path + "/share/allclear/journal.sqlite"
    let modes = try onThread(umask: mask) {
      let store = try Store.open(.file(path))
      _ = try store.claimSitting()
      try fill(store)
      let files = Journal.files(at: path) + [path + ".lock"]
      let folders = [folder.path + "/share", folder.path + "/share/allclear"]
      return (folders + files).map { "\($0.dropFirst(folder.path.count)) \(mode($0))" }
    }
    let files = ["", "-wal", "-shm", ".lock"].map { "/share/allclear/journal.sqlite\($0) \(0o600)" }
    #expect(modes == ["/share \(0o700)", "/share/allclear \(0o700)"] + files)
  }

  @Test("Files that others could read no longer can; a folder that was there stays as it was")
  func tightened() throws {
    var writer = Writer()
    let first = try Store.open(.file(folder.journal))
    try writer.write(.started, to: first)
    chmod(folder.path, 0o755)
    for file in Journal.files(at: folder.journal) { chmod(file, 0o644) }
    let second = try Store.open(.file(folder.journal))
    #expect(try second.digest().unfinished.count == 1)
    for file in Journal.files(at: folder.journal) { #expect(mode(file) == 0o600, "\(file)") }
    #expect(mode(folder.path) == 0o755)
  }

  @Test("A link to a journal is followed, a link to nowhere is not")
  func links() throws {
    let real = folder.path + "/real.sqlite"
    var writer = Writer()
    try writer.write(.started, to: Store.open(.file(real)))
    symlink(real, folder.journal)
    let store = try Store.open(.file(folder.journal))
    #expect(try store.digest().unfinished.count == 1)
    #expect(Journal.files(at: folder.journal).first == real)
    symlink(folder.path + "/nowhere", folder.path + "/dangling")
    #expect(throws: StoreError.notFound) { try Store.open(.file(folder.path + "/dangling")) }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/nowhere"))
  }

  @Test("A name that looks like an address is a name", arguments: ["a?mode=memory", "ä %20#b"])
  func oddNames(name: String) throws {
    let path = folder.path + "/file:" + name
    var writer = Writer()
    try writer.write(.started, to: Store.open(.file(path)))
    #expect(try folder.names() == ["file:" + name])
    let copy = try Store.open(.file(path), .copy)
    #expect(try copy.digest().unfinished.count == 1)
  }

  @Test("A sitting belongs to one, and goes with it")
  func sitting() throws {
    var first: Store? = try Store.open(.file(folder.journal))
    let second = try Store.open(.file(folder.journal))
    #expect(try first?.claimSitting() == true)
    #expect(try first?.claimSitting() == true, "claiming twice is no harm")
    #expect(try !second.claimSitting())
    first = nil
    #expect(try second.claimSitting())
  }

  @Test("In memory there is nobody to share a sitting with")
  func memorySitting() throws {
    #expect(try Store.open(.memory).claimSitting())
  }

  @Test("Whoever does not sit can still write")
  func second() throws {
    let first = try Store.open(.file(folder.journal))
    let second = try Store.open(.file(folder.journal))
    #expect(try first.claimSitting())
    var one = Writer(number: 1)
    var two = Writer(number: 2)
    for step in 0..<5 {
      try one.write(.answer(.seen), "s\(step)", to: first)
      try two.write(.answer(.seen), "s\(step)", to: second)
    }
    #expect(try first.session(two.info.id) == second.session(two.info.id))
    #expect(try first.look("SELECT count(*) FROM record") == [["10"]])
  }

  @Test("Many at once make one journal", arguments: 0..<5)
  func race(round: Int) async throws {
    let path = folder.journal
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...4 {
        group.addTask {
          var writer = Writer("m\(number)", number: number)
          try writer.write(.started, to: Store.open(.file(path)))
        }
      }
      try await group.waitForAll()
    }
    #expect(try Store.open(.file(path)).digest().unfinished.count == 4)
  }
}

/// Waits for what a thread does that has an umask of its own: it belongs to the whole process, but
/// for a thread that has said otherwise.
private func onThread<T: Sendable>(
  umask mask: mode_t, _ body: @escaping @Sendable () throws -> T
) throws -> T {
  let done = DispatchSemaphore(value: 0)
  nonisolated(unsafe) var result: Result<T, any Error>?
  Thread {
    result = Result {
      try keepOwnUmask()
      umask(mask)
      return try body()
    }
    done.signal()
  }.start()
  done.wait()
  return try #require(result).get()
}

/// `unshare(CLONE_FS)`, which Glibc's module does not show.
private func keepOwnUmask() throws {
  guard let symbol = dlsym(nil, "unshare") else { throw StoreError.failed(code: 0) }
  let unshare = unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Int32).self)
  guard unshare(0x200) == 0 else { throw StoreError(errno: errno) }
}
