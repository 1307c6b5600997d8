public import AllClearEngine
import GRDB

extension Store {
  /// The whole journal as it lies in its tables, as it stands at one moment.
  public func rows() throws(StoreError) -> JournalTables {
    try StoreError.catching {
      try queue.read { database in
        JournalTables(
          sessions: try sessions(in: database), rows: try rows(in: database),
          drafts: try drafts(in: database))
      }
    }
  }

  /// Every record that stands, in the order of writing, with what the person read.
  public func standing() throws(StoreError) -> [StandingRecord] {
    try StoreError.catching {
      try queue.read { database in
        let rows = try Row.fetchCursor(
          database,
          sql: """
            SELECT \(RecordRow.columns), text.body, session.module
            FROM standing AS kept JOIN session ON session.id = kept.session
              LEFT JOIN text ON text.hash = kept.shown
            ORDER BY kept.entry
            """)
        var records: [StandingRecord] = []
        while let row = try rows.next() {
          let record = try RecordRow.record(row, from: 0, shown: row[RecordRow.count])
          records.append(StandingRecord(record, opened: row[RecordRow.count + 1]))
        }
        return records
      }
    }
  }

  private func sessions(in database: Database) throws -> [JournalSession] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT id, module, content, format, app FROM session
        ORDER BY (SELECT min(entry) FROM record WHERE record.session = session.id) NULLS LAST, id
        """
    ).map { row in
      guard let id = SessionID(text: row[0]) else { throw StoreError.damaged }
      return JournalSession(
        id: id, module: row[1], content: row[2], format: row[3], app: row[4])
    }
  }

  private func rows(in database: Database) throws -> [JournalRow] {
    let found = try Row.fetchCursor(
      database,
      sql: """
        SELECT \(RecordRow.columns), text.body
        FROM record AS kept LEFT JOIN text ON text.hash = kept.shown ORDER BY kept.entry
        """)
    var rows: [JournalRow] = []
    while let row = try found.next() { rows.append(try RecordRow.journalRow(row)) }
    return rows
  }

  private func drafts(in database: Database) throws -> [JournalDraft] {
    try Row.fetchAll(
      database, sql: "SELECT session, step, turn, lines, at FROM draft ORDER BY session, step, turn"
    ).map { row in
      guard let session = SessionID(text: row[0]), let lines = JSON(row[3])?.strings else {
        throw StoreError.damaged
      }
      return JournalDraft(session: session, step: row[1], turn: row[2], lines: lines, at: row[4])
    }
  }
}

extension RecordRow {
  /// Reads a row as it lies there, whatever its value says.
  static func journalRow(_ row: Row) throws(StoreError) -> JournalRow {
    let id: String? = row[0]
    let kind: String? = row[1]
    let supersedes: String? = row[8]
    let origin: String? = row[9]
    guard let id = id.flatMap(RecordID.init(text:)),
      let kind = kind.flatMap(Record.Kind.init(rawValue:)),
      let origin = origin.flatMap(Record.Origin.init(rawValue:))
    else { throw .damaged }
    return JournalRow(
      id: id, kind: kind, module: row[2], step: row[3], turn: row[4], value: row[5],
      shown: row[count], at: Wall(milliseconds: row[6], offset: row[7]),
      supersedes: supersedes.flatMap(RecordID.init(text:)), origin: origin)
  }
}
