public import AllClearEngine
import GRDB

extension Store {
  /// The few standing facts that Home, gates and conditions need.
  ///
  /// It equals the fold of all standing records through `Digest.apply`; of these only those are
  /// read and folded that make a difference, and what follows from all is asked of the indexes.
  public func digest() throws(StoreError) -> Digest {
    try StoreError.catching {
      try queue.read { database in try digest(in: database) }
    }
  }

  private func digest(in database: Database) throws -> Digest {
    var digest = Digest()
    var pass: Int64?
    var passEnd = Int64.max
    let rated = try self.rated(in: database).map(String.init).joined(separator: ",")
    let rows = try Row.fetchCursor(
      database, sql: DigestQuery.records, arguments: ["[\(rated)]"])
    while let row = try rows.next() {
      let entry: Int64 = row[0]
      let record = try RecordRow.record(row, from: 1)
      let hadPassed = digest.passedAt != nil
      digest.apply(record, in: row[RecordRow.count + 1])
      if case .passed = record.value, record.origin != .imported {
        pass = entry
        passEnd = .max
      } else if hadPassed, digest.passedAt == nil {
        passEnd = entry
      }
    }
    // These follow from all records, not only from those above.
    digest.facts = try facts(before: .max, in: database)
    digest.practised = try practised(in: database)
    digest.lastAt = try Self.wall(DigestQuery.last, [Int64.max], in: database)
    digest.longestPause = 0
    if let pass {
      digest.longestPause =
        try Int64.fetchOne(database, sql: DigestQuery.pause, arguments: [pass, passEnd]) ?? 0
    }
    if let pass, digest.passedAt != nil {
      digest.passedAt = try Self.wall(DigestQuery.earliest, [pass, passEnd], in: database)
    }
    return digest
  }

  /// The entries of ratings that a digest keeps: the latest of the check-ins, and what the session
  /// that rated first said at the beginning.
  private func rated(in database: Database) throws -> [Int64] {
    var entries: [Int64] = []
    let latest = try database.cachedStatement(sql: DigestQuery.rated)
    for step in [CheckIn.now] + CheckIn.Field.allCases.map(\.rawValue) {
      entries += try Int64.fetchAll(latest, arguments: [CheckIn.module, step, CheckIn.most])
    }
    let first = try database.cachedStatement(sql: DigestQuery.firstRated)
    let beginnings = try CheckIn.Field.allCases.compactMap { field in
      try Row.fetchOne(first, arguments: [CheckIn.story, field.rawValue, 1])
    }
    guard let beginning = beginnings.min(by: { ($0[0] as Int64) < ($1[0] as Int64) }) else {
      return entries
    }
    let session: String = beginning[1]
    return try entries
      + Int64.fetchAll(
        database, sql: DigestQuery.ofSession, arguments: [session, CheckIn.story])
  }

  private func practised(in database: Database) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    let rows = try Row.fetchCursor(database, sql: DigestQuery.practised)
    while let row = try rows.next() {
      guard let practice: String = row[0] else { throw StoreError.damaged }
      counts[practice] = row[1]
    }
    return counts
  }

  static func wall(
    _ sql: String, _ arguments: StatementArguments, in database: Database
  ) throws -> Wall? {
    try Row.fetchOne(database, sql: sql, arguments: arguments)
      .map { Wall(milliseconds: $0[0], offset: $0[1]) }
  }

  /// The latest standing answer to each step, of those written before an entry.
  func facts(before entry: Int64, in database: Database) throws -> Facts {
    var facts = Facts()
    let rows = try Row.fetchCursor(database, sql: DigestQuery.facts, arguments: [entry])
    while let row = try rows.next() {
      guard let kind: String = row[2], let text: String = row[3] else { throw StoreError.damaged }
      if case .answer(let answer, _) = try ValueCodec.value(text, kind: kind) {
        facts[row[0], row[1]] = answer
      }
    }
    return facts
  }
}
