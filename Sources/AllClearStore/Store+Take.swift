public import AllClearEngine
import GRDB

extension Store {
  /// Brings in what another journal holds, all of it or nothing.
  ///
  /// - A record that is here already is not doubled, and one that was erased here stays erased.
  /// - New records stand in the order of time among those that are here; each journal's own order
  ///   of writing is kept.
  /// - Their origin is `import`, so that a passed gate lets nobody in here; what was not lived in
  ///   real time keeps its mark, but for safety questions and what was chosen.
  /// - Nothing takes the place of a safety answer that was given here.
  public func take(_ tables: JournalTables) throws(StoreError) -> JournalTaken {
    guard !isReadOnly else { throw .readOnly }
    return try take(tables, commits: true)
  }

  /// Says what `take` would do, and does nothing.
  public func weigh(_ tables: JournalTables) throws(StoreError) -> JournalTaken {
    try take(tables, commits: false)
  }

  private func take(
    _ tables: JournalTables, commits: Bool
  ) throws(StoreError) -> JournalTaken {
    try StoreError.catching {
      var taken = JournalTaken()
      try queue.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          let newcomers = try newcomers(of: tables, counting: &taken, in: database)
          let added = try addSessions(of: tables, for: newcomers, in: database)
          taken.sessions = added.count
          let entries = try makeRoom(for: newcomers, in: database)
          for (row, entry) in zip(newcomers, entries) {
            try insert(row, as: entry, in: database)
          }
          taken.drafts = try addDrafts(of: tables, to: added, in: database)
          return commits ? .commit : .rollback
        }
      }
      return taken
    }
  }

  /// Whether a row says something that a journal of this version can hold.
  public static func fault(in row: JournalRow) -> StoreError? {
    do {
      _ = try sound(row)
      return nil
    } catch { return error }
  }

  /// A row as it is written here.
  private static func sound(_ row: JournalRow) throws(StoreError) -> JournalRow {
    var row = row
    if row.isErased {
      row.value = ValueCodec.erased
      row.shown = nil
      return row
    }
    let value = try ValueCodec.value(row.value, kind: row.kind.rawValue)
    let record = Record(id: row.id, value: value, module: row.module, at: row.at)
    guard record.kind == row.kind else { throw .damaged }
    row.value = ValueCodec.text(value, adds: ValueCodec.adds(row.value, to: value))
    if row.kind == .gate { row.shown = nil }
    return row
  }

  // MARK: - What is new

  private func newcomers(
    of tables: JournalTables, counting taken: inout JournalTaken, in database: Database
  ) throws -> [JournalRow] {
    var newcomers: [JournalRow] = []
    var ids: Set<RecordID> = []
    for found in tables.rows {
      var row = try Self.sound(found)
      guard ids.insert(row.id).inserted else { throw StoreError.damaged }
      if let here = try self.row(row.id, in: database) {
        switch here {
        case _ where here.isErased && !row.isErased: taken.erased += 1
        case _ where here.isErased || row.isErased || here.says(row): taken.known += 1
        default: taken.differing += 1
        }
        continue
      }
      // Thoughts of ending one's life are written nowhere, whatever a file says.
      if row.kind == .gate, JSON(row.value)?["hold"]?.string == Hold.sitting.rawValue {
        taken.kept += 1
        continue
      }
      if let old = row.supersedes, let here = try self.row(old, in: database),
        here.kind == .gate || here.kind == .passed
      {
        // A safety answer that was given here stands beside what comes.
        row.supersedes = nil
        if row.kind == .retracted {
          taken.kept += 1
          continue
        }
      }
      let isAboutSafety = [.passed, .gate, .edited].contains(row.kind)
      if isAboutSafety || row.origin == .journal { row.origin = .imported }
      if row.kind == .passed { taken.passes += 1 }
      newcomers.append(row)
    }
    taken.records = newcomers.count
    return newcomers
  }

  private func row(_ id: RecordID, in database: Database) throws -> JournalRow? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(RecordRow.columns), NULL FROM record AS kept WHERE kept.id = ?")
    return try Row.fetchOne(statement, arguments: [id.text]).map { try RecordRow.journalRow($0) }
  }

  // MARK: - Writing

  /// Adds the sessions that are new; answers which.
  private func addSessions(
    of tables: JournalTables, for rows: [JournalRow], in database: Database
  ) throws -> Set<SessionID> {
    var added: Set<SessionID> = []
    for session in tables.sessions {
      guard session.format <= ValueCodec.version else {
        throw StoreError.newer(found: session.format)
      }
      try database.cachedStatement(
        sql: """
          INSERT INTO session (id, module, content, format, app) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT DO NOTHING
          """
      ).execute(arguments: [
        session.id.text, session.module, session.content, session.format, session.app,
      ])
      if database.changesCount > 0 { added.insert(session.id) }
    }
    // Every record belongs to a session that is known.
    for session in Set(rows.map(\.session)).subtracting(tables.sessions.map(\.id)) {
      let found = try String.fetchOne(
        database, sql: "SELECT id FROM session WHERE id = ?", arguments: [session.text])
      guard found != nil else { throw StoreError.damaged }
    }
    return added
  }

  private func insert(_ row: JournalRow, as entry: Int64, in database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO record (entry, id, session, number, kind, module, step, turn, value, shown, at,
          offset, supersedes, origin)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      entry, row.id.text, row.session.text, row.id.number, row.kind.rawValue, row.module, row.step,
      row.turn, row.value, try row.shown.map { try hash(of: $0, in: database) },
      row.at.milliseconds, row.at.offset, row.supersedes?.text, row.origin.rawValue,
    ])
  }

  /// Adds the unsent writing of sessions that are new.
  private func addDrafts(
    of tables: JournalTables, to added: Set<SessionID>, in database: Database
  ) throws -> Int {
    let drafts = tables.drafts.filter { added.contains($0.session) }
    for draft in drafts {
      try database.cachedStatement(
        sql: "INSERT INTO draft (session, step, turn, lines, at) VALUES (?, ?, ?, ?, ?)"
      ).execute(arguments: [
        draft.session.text, draft.step, draft.turn, JSON.list(draft.lines), draft.at,
      ])
    }
    return drafts.count
  }
}

extension JournalRow {
  /// Whether its value was erased.
  var isErased: Bool {
    if kind == .erased || value == ValueCodec.erased { return true }
    // Nearly all are not, and are not read for it.
    return value.contains("\"erased\"") && JSON(value)?["erased"] == .bool(true)
  }

  /// Whether another of the same name says the same.
  fileprivate func says(_ other: JournalRow) -> Bool {
    kind == other.kind && module == other.module && step == other.step && turn == other.turn
      && value == other.value && at == other.at
  }
}
