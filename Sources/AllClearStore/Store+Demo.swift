import AllClearEngine
import GRDB

extension Store {
  /// Whether it is a demo's, and nobody's own: its first records say so.
  ///
  /// Not the very first alone: brought in from a file, safety answers count as coming from elsewhere.
  public func isDemo() throws(StoreError) -> Bool {
    try StoreError.catching { try queue.read { try Self.isDemo($0) } }
  }

  static func isDemo(_ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM (SELECT origin FROM record ORDER BY entry LIMIT 50) WHERE origin = ?)
        """, arguments: [Record.Origin.demo.rawValue]) ?? false
  }

  /// The same in another journal in memory.
  public func copied() throws(StoreError) -> Store {
    let copy = try Store.open(.memory)
    try StoreError.catching { try queue.backup(to: copy.queue) }
    return copy
  }

  /// Writes all of it to a file of its own, which only the person may read.
  public func save(to file: String) throws(StoreError) {
    try OneFile.copy(queue, to: file, isChecked: true)
  }
}
