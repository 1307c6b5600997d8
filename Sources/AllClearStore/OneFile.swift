import GRDB
import Glibc

/// A copy of a journal in one file: whole under its name, or not there at all.
///
/// It is private from its first byte, and has its name only once it is on disk.
enum OneFile {
  /// Copies a journal as it is, with what is in its log.
  /// - Parameters:
  ///   - path: the name that the copy gets; what has it already is replaced.
  ///   - isChecked: whether the copy is read through afterwards and counted against the journal.
  @discardableResult
  static func copy(
    _ source: DatabaseQueue, to path: String, isChecked: Bool
  ) throws(StoreError) -> JournalCount? {
    let part = path + ".part"
    unlink(part)
    try Journal.makeFile(part)
    var isDone = false
    defer { if !isDone { for suffix in [""] + Journal.suffixes { unlink(part + suffix) } } }
    let count = try StoreError.catching { try fill(part, from: source, isChecked: isChecked) }
    try finish(part, as: path)
    isDone = true
    return count
  }

  private static func fill(
    _ part: String, from source: DatabaseQueue, isChecked: Bool
  ) throws -> JournalCount? {
    let copy = try DatabaseQueue(path: part, configuration: configuration)
    var expected: JournalCount?
    try source.writeWithoutTransaction { database in
      // What is counted is what is copied, whoever writes meanwhile.
      try database.inTransaction(.deferred) {
        if isChecked { expected = try JournalCount(database) }
        try copy.writeWithoutTransaction { try database.backup(to: $0) }
        return .commit
      }
    }
    let found = try copy.writeWithoutTransaction { database in
      // One file for good: a log beside it would be forgotten when it is carried away.
      try database.execute(sql: "PRAGMA journal_mode = DELETE")
      return isChecked ? try JournalCount(checking: database) : nil
    }
    try copy.close()
    guard found == expected else { throw StoreError.damaged }
    return found
  }

  /// Nobody waits for a half of it: it is flushed at the end, whole.
  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY")
    }
    return configuration
  }

  /// Brings a finished file to the disk and gives it its name.
  static func finish(_ part: String, as path: String) throws(StoreError) {
    try flush(part)
    guard rename(part, path) == 0 else { throw StoreError(errno: errno) }
    let folder = Journal.parent(of: path)
    try flush(folder.isEmpty ? "." : folder)
  }

  private static func flush(_ path: String) throws(StoreError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw StoreError(errno: errno) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw StoreError(errno: errno) }
  }
}
