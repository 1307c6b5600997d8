public import AllClearEngine
import GRDB

extension Store {
  /// A session as it was left; `nil` when there is none of that name.
  public func session(_ id: SessionID) throws(StoreError) -> StoredSession? {
    try StoreError.catching {
      try queue.read { database in
        guard let info = try info(of: id, in: database) else { return nil }
        let (first, number) = try extent(of: id, in: database)
        return StoredSession(
          info: info, answers: try answers(of: id, in: database), lastNumber: number,
          earlier: try facts(before: first, in: database), drafts: try drafts(of: id, in: database))
      }
    }
  }

  private func info(of id: SessionID, in database: Database) throws -> SessionInfo? {
    try Row.fetchOne(
      database, sql: "SELECT module, content, app FROM session WHERE id = ?", arguments: [id.text]
    ).map { SessionInfo(id: id, module: $0[0], contentHash: $0[1], appVersion: $0[2]) }
  }

  /// The session's first entry, and the greatest running number that any record of it has had.
  private func extent(
    of id: SessionID, in database: Database
  ) throws -> (first: Int64, number: Int) {
    let row = try Row.fetchOne(
      database, sql: "SELECT min(entry), max(number) FROM record WHERE session = ?",
      arguments: [id.text])
    let first: Int64? = row?[0]
    let number: Int? = row?[1]
    return (first ?? .max, number ?? 0)
  }

  private func answers(of id: SessionID, in database: Database) throws -> [Record] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT \(RecordRow.columns), text.body
        FROM standing AS kept LEFT JOIN text ON text.hash = kept.shown
        WHERE kept.session = ? AND kept.kind IN ('answered', 'practised', 'gate', 'collected')
        ORDER BY kept.entry
        """, arguments: [id.text])
    var answers: [Record] = []
    while let row = try rows.next() {
      answers.append(try RecordRow.record(row, from: 0, shown: row[RecordRow.count]))
    }
    return answers
  }

  private func drafts(of id: SessionID, in database: Database) throws -> [StepKey: [String]] {
    var drafts: [StepKey: [String]] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT step, turn, lines FROM draft WHERE session = ?", arguments: [id.text])
    while let row = try rows.next() {
      guard let lines = JSON(row[2])?.strings else { throw StoreError.damaged }
      drafts[StepKey(row[0], turn: row[1])] = lines
    }
    return drafts
  }
}
