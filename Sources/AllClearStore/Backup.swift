import AllClearEngine
import GRDB
import Glibc

/// A copy that was read whole and found good, to be put in the place of a journal.
public struct Backup {
  /// What it holds.
  public let count: JournalCount
  private let memory: DatabaseQueue

  /// Reads a copy: a newer, foreign or damaged one is refused, and left as it is.
  public init(reading file: String) throws(StoreError) {
    let journal = try Journal(path: file)
    guard case .ours? = try journal.look(latest: Schema.current.version) else { throw .notFound }
    let memory = try journal.copyInMemory()
    count = try StoreError.catching {
      try memory.writeWithoutTransaction { try JournalCount(checking: $0) }
    }
    try Migration(schema: .current, queue: memory, journal: nil).run()
    try StoreError.catching { try memory.read { try Self.readAll($0) } }
    self.memory = memory
  }

  /// Every record has to say something that can be understood.
  private static func readAll(_ database: Database) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT \(RecordRow.columns) FROM record AS kept WHERE kept.kind <> 'erased'")
    while let row = try rows.next() {
      let value: String? = row[5]
      // A gate's answer that was taken back.
      if value != ValueCodec.erased { _ = try RecordRow.record(row, from: 0) }
    }
  }

  /// Puts it in the place of the journal at a path, which is kept beside it under a name of its own.
  ///
  /// Other windows that have the journal open go on with what is in it then. That the safety
  /// questions were answered does not come along: they are asked again.
  /// - Parameter stamp: what the kept journal's name ends with.
  /// - Returns: where the journal is kept that was there before; `nil` where there was none.
  public func restore(to path: String, stamp: String) throws(StoreError) -> String? {
    let journal = try Journal(path: path)
    var isDamaged = false
    var verdict: JournalHeader.Verdict?
    do throws(StoreError) { verdict = try journal.look(latest: Schema.current.version) } catch {
      guard error == .damaged else { throw error }
      isDamaged = true
    }
    try journal.makeFolder()
    guard let sitting = try Sitting(lock: journal.lock) else { throw .inUse }
    defer { withExtendedLifetime(sitting) {} }
    let kept = journal.copy(beforeRestore: stamp)
    if isDamaged {
      try journal.move(to: kept)
    } else if verdict != nil, verdict != .empty {
      try journal.reading { file throws(StoreError) in
        _ = try OneFile.copy(file, to: kept, isChecked: false)
      }
    }
    try Journal.makeFile(journal.path)
    do throws(StoreError) { try fill(journal) } catch {
      if verdict == nil, !isDamaged { journal.removeEmpty() }
      throw error
    }
    return isDamaged || (verdict != nil && verdict != .empty) ? kept : nil
  }

  private func fill(_ journal: Journal) throws(StoreError) {
    try StoreError.catching {
      try memory.writeWithoutTransaction { database in
        try database.execute(
          sql: "UPDATE record SET kind = 'erased', value = ?, shown = NULL WHERE kind = 'passed'",
          arguments: [ValueCodec.erased])
      }
      let file = try DatabaseQueue(path: journal.path, configuration: Store.configuration())
      // One transaction: until it ends, the journal is what it was.
      try memory.backup(to: file)
      try file.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE)")
        _ = try JournalCount(checking: database)
      }
      try file.close()
    }
  }
}

extension Journal {
  /// A name that no file has yet.
  fileprivate func copy(beforeRestore stamp: String) -> String {
    let name = path + ".before-restore-" + stamp
    guard access(name, F_OK) == 0 else { return name }
    return (2...).lazy.map { "\(name)-\($0)" }.first { access($0, F_OK) != 0 } ?? name
  }

  /// Puts a journal that cannot be read out of the way as it is, with what SQLite has beside it.
  fileprivate func move(to name: String) throws(StoreError) {
    for suffix in [""] + Self.suffixes where access(path + suffix, F_OK) == 0 {
      guard rename(path + suffix, name + suffix) == 0 else { throw StoreError(errno: errno) }
    }
  }
}
