import AllClearEngine
import GRDB

extension Store {
  /// Whether it is a demo's, and nobody's own: its first record says so.
  public func isDemo() throws(StoreError) -> Bool {
    try StoreError.catching { try queue.read { try Self.isDemo($0) } }
  }

  static func isDemo(_ database: Database) throws -> Bool {
    try String.fetchOne(database, sql: "SELECT origin FROM record ORDER BY entry LIMIT 1")
      == Record.Origin.demo.rawValue
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
