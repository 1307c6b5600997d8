public import AllClearEngine
import GRDB

extension Store {
  /// What has changed since the person began.
  ///
  /// It equals the fold of all standing records through `Progress.apply`; only those that count are
  /// read, by index.
  public func progress() throws(StoreError) -> Progress {
    try StoreError.catching { try queue.read { try Self.progress(in: $0) } }
  }

  /// The same of a journal that is only read: nothing beside it is made, nor is room needed for it.
  public static func progress(at path: String) throws(StoreError) -> Progress {
    let journal = try Journal(path: path)
    let latest = Schema.current.version
    switch try journal.look(latest: latest) {
    case nil: throw .notFound
    case .empty: return Progress()
    case .ours(latest, _):
      return try journal.reading { file throws(StoreError) in
        try StoreError.catching { try file.read { try progress(in: $0) } }
      }
    case .ours: return try Store.open(.file(path), .copy).progress()
    }
  }

  private static func progress(in database: Database) throws -> Progress {
    var progress = Progress()
    let rows = try Row.fetchCursor(database, sql: ProgressQuery.records)
    while let row = try rows.next() {
      progress.apply(try RecordRow.record(row, from: 0), in: row[RecordRow.count])
    }
    for module in [CheckIn.story, CheckIn.module] {
      try rate(module, into: &progress, in: database)
    }
    let practised = try Row.fetchCursor(database, sql: ProgressQuery.practised)
    while let row = try practised.next() {
      guard let practice: String = row[1], let seconds: Int = row[2] else {
        throw StoreError.damaged
      }
      progress.practise(practice, rounds: 1, seconds: seconds, on: CivilDay(number: row[0]))
    }
    let finished = try Row.fetchCursor(database, sql: ProgressQuery.finished)
    while let row = try finished.next() {
      progress.finish(
        row[0], times: row[1], first: Wall(milliseconds: row[2], offset: row[3]),
        last: Wall(milliseconds: row[4], offset: row[5]))
    }
    progress.isDemo = try isDemo(database)
    progress.firstAt = try wall(ProgressQuery.first, [], in: database)
    progress.lastAt = try wall(DigestQuery.last, [Int64.max], in: database)
    return progress
  }

  private static func rate(_ module: String, into progress: inout Progress, in database: Database)
    throws
  {
    let steps = CheckIn.Field.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ",")
    let rows = try Row.fetchCursor(
      database, sql: ProgressQuery.rated, arguments: [module, "[\(steps)]"])
    // Those of one session mostly stand side by side.
    var last: (text: String, id: SessionID)?
    while let row = try rows.next() {
      let text: String = row[0]
      if last?.text != text { last = SessionID(text: text).map { (text, $0) } }
      guard let session = last?.id, let field = CheckIn.Field(rawValue: row[3]) else {
        throw StoreError.damaged
      }
      var answer = Answer.skipped
      if let number: Int = row[4] { answer = .number(number) }
      if let option: String = row[5] { answer = .option(option) }
      progress.rate(
        answer, to: field, of: module, in: session, at: Wall(milliseconds: row[1], offset: row[2]))
    }
  }
}
