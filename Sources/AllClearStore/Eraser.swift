import AllClearEngine
import GRDB

/// Finds what belongs to something that a person wants gone, and overwrites it.
///
/// Beside the record itself these go: what it was before a change and after it, what became of its
/// lines, a movement that was told with it, where allclear has quoted its words, and its drafts.
struct Eraser {
  private(set) var ids: Set<String> = []
  private(set) var words: [String] = []
  private(set) var drafts: [[DatabaseValue]] = []
  private(set) var quoting: Set<String> = []
  private(set) var movements = 0
  private(set) var endsPass = false
  /// What the lines that stay were before, and are again: `text`, `away` and the like.
  private(set) var returning: Set<String> = []

  /// - Parameter journal: what goes from the journal of which this is a copy; the copy may be older
  ///   than the record that was named, and hold what that was before.
  init(_ target: ErasureTarget, in database: Database, copyOf journal: Eraser? = nil) throws {
    var named = try Self.named(target, in: database)
    if let journal {
      named += try String.fetchAll(
        database,
        sql: """
          SELECT record.id FROM json_each(?) AS gone JOIN record ON record.id = gone.value
          WHERE record.kind <> 'erased'
          """, arguments: [JSON.list(Array(journal.ids))])
    }
    try add(named, in: database)
    for word in journal?.words ?? [] where !words.contains(word) { words.append(word) }
    try add(try copies(in: database), in: database)
    try addPasses(in: database)
    try findReturning(in: database)
    try findQuotes(in: database)
    try findDrafts(target, in: database)
  }

  var isEmpty: Bool { ids.isEmpty && drafts.isEmpty && quoting.isEmpty }

  private static func named(
    _ target: ErasureTarget, in database: Database
  ) throws -> [String] {
    switch target {
    case .entry(let id):
      try String.fetchAll(
        database, sql: Self.wordings, arguments: [id.text])
    case .day(let day):
      try String.fetchAll(
        database, sql: "SELECT id FROM record WHERE \(onDay) AND \(isTelling)",
        arguments: [day.number])
    }
  }

  /// A record, and the one that a line stood in before this one changed its words.
  private static let wordings = """
    SELECT id FROM record WHERE id = ?1 AND kind <> 'erased'
    UNION
    SELECT line.id FROM record AS change JOIN record AS line
      ON line.id = substr(json_extract(change.value, '$.entry'), 1,
        instr(json_extract(change.value, '$.entry'), '#') - 1)
    WHERE change.id = ?1 AND change.kind = 'edited' AND json_type(change.value, '$.text') = 'text'
      AND line.kind <> 'erased'
    """

  private static let onDay = "(at + offset * 60000) / 86400000 = ?1"

  private static let chosen = Personal.Topic.allCases.map { "'\($0.rawValue)'" }
    .joined(separator: ", ")

  /// That a lesson was begun or ended says nothing of its own, and what was chosen for oneself holds
  /// on: going gently, no numbers, that movement rests.
  private static let isTelling = """
    (kind IN ('answered', 'practised', 'gate', 'passed', 'collected')
      OR kind = 'edited' AND NOT EXISTS (
        SELECT 1 FROM json_each(record.value) AS said
        WHERE said.key IN (\(chosen)) AND said.type <> 'object'))
    """

  /// Takes in records with all that hangs on them.
  private mutating func add(_ named: [String], in database: Database) throws {
    var fresh = named.filter { !ids.contains($0) }
    while !fresh.isEmpty {
      let rows = try Row.fetchAll(
        database, sql: Self.closure, arguments: [JSON.list(fresh), JSON.list(Array(ids))])
      var next: [String] = []
      for row in rows {
        let id: String = row[0]
        guard ids.insert(id).inserted else { continue }
        next.append(id)
        try take(row)
      }
      // A line of a list is changed by records that name it, a movement by one that names its run.
      fresh = try String.fetchAll(
        database, sql: Self.named, arguments: [JSON.list(next)]
      ).filter { !ids.contains($0) }
    }
  }

  private mutating func take(_ row: Row) throws {
    let kind: String = row[1]
    guard let value = JSON(row[2]) else { return }
    if kind == "gate" || kind == "passed" { endsPass = true }
    if value["experiment"] != nil { movements += 1 }
    for word in Self.words(of: value) where !words.contains(word) { words.append(word) }
  }

  /// The chain of what was changed, both ways; answers that were taken back stay taken back.
  private static let closure = """
    WITH RECURSIVE chain (id) AS (
      SELECT value FROM json_each(?1)
      UNION SELECT record.supersedes FROM record JOIN chain ON record.id = chain.id
        WHERE record.supersedes IS NOT NULL
      UNION SELECT record.id FROM chain JOIN record ON record.supersedes = chain.id
    )
    SELECT record.id, record.kind, record.value FROM chain JOIN record ON record.id = chain.id
    WHERE record.kind NOT IN ('erased', 'retracted', 'started', 'finished')
      AND record.id NOT IN (SELECT value FROM json_each(?2))
    ORDER BY record.entry
    """

  private static let named = """
    WITH gone (id, run) AS (
      SELECT record.id, record.session || '/' || record.turn
      FROM json_each(?1) AS named JOIN record ON record.id = named.value
      WHERE json_type(record.value, '$.text') = 'text'
    )
    SELECT later.id FROM record AS later
    WHERE later.kind = 'edited' AND (
      substr(json_extract(later.value, '$.entry'), 1,
        instr(json_extract(later.value, '$.entry'), '#') - 1)
        IN (SELECT value FROM json_each(?1))
      OR json_extract(later.value, '$.experiment.id') IN (SELECT run FROM gone))
    """

  /// The words of one's own in a value.
  static func words(of value: JSON) -> [String] {
    var words: [String] = []
    for key in ["text", "movement", "dose", "feared", "without", "place", "own"] {
      words += [value[key]?.string].compactMap { $0 }
    }
    // What a chosen option adds is the content's.
    if value["option"] == nil, value["options"] == nil { words += value["entries"]?.strings ?? [] }
    for key in ["experiment", Personal.Topic.painWord.rawValue] {
      words += value[key].map(Self.words(of:)) ?? []
    }
    return words.filter { word in word.contains { !$0.isWhitespace } }
  }

  /// Records into which allclear itself has put these words: a choice from a list of one's own, and
  /// a movement that was told.
  private func copies(in database: Database) throws -> [String] {
    guard !words.isEmpty else { return [] }
    return try String.fetchAll(
      database,
      sql: """
        WITH word (said) AS (SELECT value FROM json_each(?1))
        SELECT record.id FROM record JOIN word ON json_extract(record.value, '$.text') = word.said
          JOIN text ON text.hash = record.shown
        WHERE record.kind = 'answered'
          AND substr(text.body, -length(word.said) - 3) = char(10) || '> ' || word.said
        UNION
        SELECT record.id FROM record, json_each(record.value, '$.experiment') AS told
          JOIN word ON told.value = word.said
        WHERE record.kind = 'edited'
          AND told.key IN ('movement', 'dose', 'feared', 'without', 'place')
        """, arguments: [JSON.list(words)])
  }

  /// No answer to a safety question goes without what it had let in: else an older "yes, new" that
  /// goes would let the body in by an older pass.
  private mutating func addPasses(in database: Database) throws {
    guard endsPass else { return }
    ids.formUnion(
      try String.fetchAll(database, sql: "SELECT id FROM record WHERE kind = 'passed'"))
  }

  /// Lines that stay, and lose the last that was made of them.
  private mutating func findReturning(in database: Database) throws {
    returning = try String.fetchSet(
      database, sql: Self.returning, arguments: [JSON.list(Array(ids))])
  }

  private static let returning = """
    WITH change (id, entry, line, topic, goes) AS (
      SELECT kept.id, kept.entry, json_extract(kept.value, '$.entry'), said.key,
        kept.id IN (SELECT value FROM json_each(?1))
      FROM standing AS kept, json_each(kept.value) AS said
      WHERE kept.kind = 'edited' AND json_type(kept.value, '$.entry') = 'text'
        AND said.key NOT IN ('v', 'entry')
    )
    SELECT DISTINCT gone.topic FROM change AS gone
    WHERE gone.goes
      AND NOT EXISTS (SELECT 1 FROM change AS later
        WHERE later.line = gone.line AND later.topic = gone.topic AND NOT later.goes
          AND later.entry > gone.entry)
      AND EXISTS (SELECT 1 FROM standing AS line
        WHERE line.id = substr(gone.line, 1, instr(gone.line, '#') - 1)
          AND line.id NOT IN (SELECT value FROM json_each(?1)))
    """

  /// Questions that were shown with these words in them.
  private mutating func findQuotes(in database: Database) throws {
    guard !words.isEmpty else { return }
    let texts = try Row.fetchCursor(database, sql: "SELECT hash, body FROM text")
    while let row = try texts.next() {
      let body: String = row[1]
      if words.contains(where: { Self.quotes(body, $0) }) { quoting.insert(row[0]) }
    }
  }

  /// A short word may be the content's own; only a line of it is a quotation then.
  private static func quotes(_ body: String, _ word: String) -> Bool {
    let marks = word.utf8.count >= 8 ? [word] : ["\"\(word)\"", "“\(word)”", "> \(word)"]
    return marks.contains { body.contains($0) }
      || body.split(whereSeparator: \.isNewline).contains { $0 == word }
  }

  private func without(_ body: String) -> String {
    words.sorted { $0.utf8.count > $1.utf8.count }.reduce(body) { $0.replacing($1, with: "...") }
  }

  private mutating func findDrafts(_ target: ErasureTarget, in database: Database) throws {
    let day: Int? = if case .day(let day) = target { day.number } else { nil }
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT draft.session, draft.step, draft.turn, draft.lines,
          EXISTS (SELECT 1 FROM json_each(?1) AS gone JOIN record ON record.id = gone.value
            WHERE draft.step = record.id
              OR draft.session = record.session AND draft.step = record.step
                AND draft.turn = record.turn)
          OR (draft.at + coalesce((SELECT offset FROM record ORDER BY entry DESC LIMIT 1), 0)
            * 60000) / 86400000 IS ?2
          OR draft.session IN (
            SELECT record.session FROM record
            WHERE record.session IN (SELECT session FROM draft)
            GROUP BY record.session
            HAVING min((at + offset * 60000) / 86400000) = ?2
              AND max((at + offset * 60000) / 86400000) = ?2)
        FROM draft
        """, arguments: [JSON.list(Array(ids)), day])
    while let row = try rows.next() {
      let lines = (JSON(row[3])?.strings ?? []).joined(separator: "\n")
      guard row[4] as Bool || words.contains(where: { $0.utf8.count >= 8 && lines.contains($0) })
      else { continue }
      drafts.append([row[0], row[1], row[2]])
    }
  }

  /// Overwrites it all, in the transaction that is open.
  func erase(in database: Database) throws {
    try database.execute(
      sql: """
        UPDATE record SET kind = 'erased', value = ?2, shown = NULL
        WHERE id IN (SELECT value FROM json_each(?1))
        """, arguments: [JSON.list(Array(ids)), ValueCodec.erased])
    for draft in drafts {
      try database.execute(
        sql: "DELETE FROM draft WHERE session = ? AND step = ? AND turn = ?",
        arguments: StatementArguments(draft))
    }
    try database.execute(
      sql: """
        DELETE FROM text
        WHERE hash NOT IN (SELECT shown FROM record WHERE shown IS NOT NULL)
        """)
    // Another answer stays, and what was asked for it; the words in it go.
    for hash in quoting {
      let body = try String.fetchOne(
        database, sql: "SELECT body FROM text WHERE hash = ?", arguments: [hash])
      guard let body else { continue }
      try database.execute(
        sql: "UPDATE text SET body = ? WHERE hash = ?", arguments: [without(body), hash])
    }
  }
}
