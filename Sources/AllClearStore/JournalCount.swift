public import AllClearEngine
import GRDB

/// How much a journal holds, and from which days.
public struct JournalCount: Hashable, Sendable {
  public var records: Int
  public var sessions: Int
  /// Unsent writing.
  public var drafts: Int
  /// When its first record was written, and its last; `nil` where it has none.
  public var first: Wall?
  public var last: Wall?
  /// The texts that records share.
  var texts: Int

  /// Counts.
  init(_ database: Database) throws {
    func count(_ table: String) throws -> Int {
      try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
    }
    func wall(_ order: String) throws -> Wall? {
      try Row.fetchOne(
        database, sql: "SELECT at, offset FROM record ORDER BY entry \(order) LIMIT 1"
      ).map { Wall(milliseconds: $0[0], offset: $0[1]) }
    }
    records = try count("record")
    sessions = try count("session")
    drafts = try count("draft")
    texts = try count("text")
    first = try wall("ASC")
    last = try wall("DESC")
  }

  /// Counts what has been read through, to its last page, and found whole.
  init(checking database: Database) throws {
    let said = try String.fetchAll(database, sql: "PRAGMA integrity_check")
    guard said == ["ok"] else { throw StoreError.damaged }
    let strays = try Row.fetchOne(database, sql: "PRAGMA foreign_key_check")
    guard strays == nil else { throw StoreError.damaged }
    try self.init(database)
  }
}
