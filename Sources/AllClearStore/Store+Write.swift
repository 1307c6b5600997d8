public import AllClearEngine
import GRDB

extension Store {
  /// Writes all of these or none; once it returns they are on disk.
  ///
  /// A retracted record supersedes the one that it takes back: neither stands, and what that one
  /// had superseded does not come back; the step is asked again.
  public func write(_ records: [AllClearEngine.Record], in info: SessionInfo) throws(StoreError) {
    // Thoughts of ending one's life are held for the sitting and written nowhere, whatever the
    // caller hands in.
    let kept = records.filter { record in
      if case .answer(.gate(_, hold: .sitting), _) = record.value { false } else { true }
    }
    guard let first = kept.first else { return }
    keepCopy(of: first.at.day)
    mendCopies(before: kept)
    try transaction { database in
      try keep(info, in: database)
      for record in kept { try write(record, in: database) }
    }
    emptyLog()
  }

  /// Keeps unsent writing for a step; none when it is empty.
  ///
  /// The session need not have begun.
  public func saveDraft(
    _ lines: [String], at key: StepKey, in info: SessionInfo
  ) throws(StoreError) {
    try transaction { database in
      guard lines.contains(where: { !$0.isEmpty }) else {
        return try removeDraft(at: key, of: info.id, in: database)
      }
      try keep(info, in: database)
      try database.cachedStatement(
        sql: """
          INSERT INTO draft (session, step, turn, lines, at)
          VALUES (?, ?, ?, ?, CAST(strftime('%s', 'now') AS INTEGER) * 1000)
          ON CONFLICT DO UPDATE SET lines = excluded.lines, at = excluded.at
          """
      ).execute(arguments: [info.id.text, key.step, key.turn, JSON.list(lines)])
    }
  }

  private func transaction(_ body: (Database) throws -> Void) throws(StoreError) {
    guard !isReadOnly else { throw .readOnly }
    try StoreError.catching {
      try queue.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          try body(database)
          return .commit
        }
      }
    }
  }

  private func keep(_ info: SessionInfo, in database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO session (id, module, content, format, app) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """
    ).execute(arguments: [
      info.id.text, info.module, info.contentHash, ValueCodec.version, info.appVersion,
    ])
  }

  private func write(_ record: Record, in database: Database) throws {
    // A gate keeps group, date and outcome, not what was asked.
    let shown = record.kind == .gate ? nil : record.shown
    try database.cachedStatement(
      sql: """
        INSERT INTO record (id, session, number, kind, module, step, turn, value, shown, at,
          offset, supersedes, origin)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      record.id.text, record.id.session.text, record.id.number, record.kind.rawValue,
      record.module, record.step, record.turn, ValueCodec.text(record.value, adds: record.adds),
      try shown.map { try hash(of: $0, in: database) }, record.at.milliseconds, record.at.offset,
      record.supersedes?.text, record.origin.rawValue,
    ])
    switch record.value {
    case .answer:
      let key = StepKey(record.step, turn: record.turn)
      try removeDraft(at: key, of: record.id.session, in: database)
    case .retracted: try eraseGate(record.supersedes, in: database)
    default: break
    }
  }

  /// A text's name in the table of texts, where it is put when it is not there yet.
  func hash(of body: String, in database: Database) throws -> String {
    let fingerprint = Fingerprint.of(body)
    var hash = fingerprint
    var copies = 1
    while let other = try String.fetchOne(
      database.cachedStatement(sql: "SELECT body FROM text WHERE hash = ?"), arguments: [hash])
    {
      // Bytes, not characters: texts that only look alike have fingerprints of their own.
      if other.utf8.elementsEqual(body.utf8) { return hash }
      copies += 1
      hash = "\(fingerprint)-\(copies)"
    }
    try database.cachedStatement(sql: "INSERT INTO text (hash, body) VALUES (?, ?)")
      .execute(arguments: [hash, body])
    return hash
  }

  private func removeDraft(
    at key: StepKey, of session: SessionID, in database: Database
  ) throws {
    try database.cachedStatement(
      sql: "DELETE FROM draft WHERE session = ? AND step = ? AND turn = ?"
    ).execute(arguments: [session.text, key.step, key.turn])
  }

  /// Overwrites a gate's answer that was taken back, and those whose place it had taken: that they
  /// were ever given is nobody's business.
  private func eraseGate(_ id: RecordID?, in database: Database) throws {
    guard let id else { return }
    try database.cachedStatement(
      sql: """
        WITH RECURSIVE chain(id) AS (
          SELECT ?1 UNION
          SELECT record.supersedes FROM record JOIN chain ON record.id = chain.id
          WHERE record.supersedes IS NOT NULL)
        UPDATE record SET value = ?2 WHERE id IN (SELECT id FROM chain) AND kind = 'gate'
        """
    ).execute(arguments: [id.text, ValueCodec.erased])
    if database.changesCount > 0 { logHoldsErased = true }
  }

  /// Carries the log over and empties it, so that it does not hold what was overwritten.
  ///
  /// The records are safe by then, so that a busy reader is no error: the next write tries again,
  /// and so does the last process that closes the journal.
  private func emptyLog() {
    guard logHoldsErased else { return }
    let isBusy = try? queue.writeWithoutTransaction { database in
      try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    logHoldsErased = isBusy != 0
  }
}
