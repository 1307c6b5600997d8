import GRDB
import Glibc

/// Brings a journal to the version of a schema.
struct Migration {
  let schema: Schema
  let queue: DatabaseQueue
  /// Where it lies; `nil` in memory.
  let journal: Journal?

  /// Carries out the steps that are missing, each in a transaction of its own.
  func run() throws(StoreError) {
    let found = try version()
    // Said again after the header: a log may hold what the file does not show yet.
    guard found <= schema.version else { throw .newer(found: found) }
    guard found < schema.version else { return }
    let isNew = try StoreError.catching {
      try queue.unsafeRead { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") == 0 }
    }
    // Another sitting may still write as the version that this one is about to change.
    var sitting: Sitting?
    if let journal, !isNew {
      sitting = try Sitting(lock: journal.lock)
      guard sitting != nil else { throw .inUse }
    }
    defer { sitting = nil }
    for index in found..<schema.version {
      if let journal, !isNew { try keepCopy(of: journal, before: index + 1) }
      try carryOut(index)
    }
    // The header tells the version before SQLite opens the file: it must not wait in the log.
    try StoreError.catching {
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    }
  }

  private func version() throws(StoreError) -> Int {
    try StoreError.catching {
      try queue.unsafeRead { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    }
  }

  private func carryOut(_ index: Int) throws(StoreError) {
    try StoreError.catching {
      try queue.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          // Two processes may make the same new journal; the second finds it made.
          let found = try Int.fetchOne(database, sql: "PRAGMA user_version")
          guard found == index else { return .rollback }
          try database.execute(sql: schema.steps[index])
          try database.execute(
            sql: """
              PRAGMA application_id = \(JournalHeader.applicationID);
              PRAGMA user_version = \(index + 1);
              """)
          return .commit
        }
      }
    }
  }

  /// Copies the whole journal as it is, with what is in its log, under a name that only a finished
  /// copy gets.
  private func keepCopy(of journal: Journal, before version: Int) throws(StoreError) {
    let copy = journal.copy(before: version)
    let part = copy + ".part"
    unlink(part)
    // `VACUUM INTO` takes an empty file: so it is private from its first byte.
    try Journal.makeFile(part)
    var isDone = false
    defer { if !isDone { unlink(part) } }
    try StoreError.catching {
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "VACUUM INTO ?", arguments: [part])
      }
    }
    try OneFile.finish(part, as: copy)
    isDone = true
  }
}
