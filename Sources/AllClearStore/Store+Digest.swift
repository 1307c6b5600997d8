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
    let rows = try Row.fetchCursor(database, sql: DigestQuery.records)
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
    digest.lastAt = try wall(DigestQuery.last, [Int64.max], in: database)
    digest.longestPause = 0
    if let pass {
      digest.longestPause =
        try Int64.fetchOne(database, sql: DigestQuery.pause, arguments: [pass, passEnd]) ?? 0
    }
    if let pass, digest.passedAt != nil {
      digest.passedAt = try wall(DigestQuery.earliest, [pass, passEnd], in: database)
    }
    return digest
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

  private func wall(
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
