import AllClearEngine
import GRDB

extension Store {
  /// Where records that are brought in stand in the order of writing, by time; those that are here
  /// make room.
  ///
  /// Each side keeps its own order, whatever its clock said.
  func makeRoom(for rows: [JournalRow], in database: Database) throws -> [Int64] {
    guard let first = rows.map(\.at.milliseconds).min() else { return [] }
    // What is older than all that comes stays where it is.
    let here = try Row.fetchAll(
      database,
      sql: """
        SELECT entry, at FROM record
        WHERE entry >= coalesce((SELECT min(entry) FROM record WHERE at > ?1), 9e18)
        ORDER BY entry
        """, arguments: [first]
    ).map { row in (entry: row[0] as Int64, at: row[1] as Int64) }
    let last = try Int64.fetchOne(database, sql: "SELECT max(entry) FROM record") ?? 0
    var before = here.first.map { $0.entry - 1 } ?? last
    var entries: [Int64] = []
    var moves: [(from: Int64, to: Int64)] = []
    var next = here.startIndex
    for row in rows {
      while next < here.endIndex, here[next].at <= row.at.milliseconds {
        let entry = here[next].entry
        moves.append((entry, entry + Int64(entries.count)))
        before = entry
        next += 1
      }
      entries.append(before + Int64(entries.count) + 1)
    }
    moves += here[next...].map { ($0.entry, $0.entry + Int64(entries.count)) }
    try move(moves.filter { $0.from != $0.to }, in: database)
    return entries
  }

  /// Gives records another place in the order; the last first, so that none meets another.
  private func move(_ moves: [(from: Int64, to: Int64)], in database: Database) throws {
    guard !moves.isEmpty else { return }
    let guardian = "record_is_only_erased"
    let sql = try String.fetchOne(
      database, sql: "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?",
      arguments: [guardian])
    guard let sql else { throw StoreError.damaged }
    try database.execute(sql: "DROP TRIGGER \(guardian)")
    let update = try database.cachedStatement(sql: "UPDATE record SET entry = ? WHERE entry = ?")
    for move in moves.reversed() { try update.execute(arguments: [move.to, move.from]) }
    try database.execute(sql: sql)
  }
}
