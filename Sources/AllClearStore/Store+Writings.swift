public import AllClearEngine
import GRDB

extension Store {
  /// Every text that the person has written and kept, the newest first.
  ///
  /// One that was changed has its first day, and the name of its first record. What was chosen from
  /// a list of one's own is no text of its own.
  public func writings() throws(StoreError) -> [Writing] {
    try StoreError.catching {
      try queue.read { database in
        let rows = try Row.fetchCursor(database, sql: Self.writingsQuery)
        var writings: [Writing] = []
        while let row = try rows.next() {
          if let writing = try writing(row) { writings.append(writing) }
        }
        return writings
      }
    }
  }

  private func writing(_ row: Row) throws -> Writing? {
    let record = try RecordRow.record(row, from: 0, shown: row[RecordRow.count])
    guard case .answer(.text(let text), _) = record.value,
      !Writing.isChosen(text, shown: record.shown)
    else { return nil }
    let first: String? = row[RecordRow.count + 1]
    guard let first = first.flatMap(RecordID.init(text:)) else { throw StoreError.damaged }
    return Writing(
      id: first, record: record.id, last: row[RecordRow.count + 4], module: record.module,
      step: record.step, turn: record.turn, asked: record.shown, text: text,
      at: Wall(milliseconds: row[RecordRow.count + 2], offset: row[RecordRow.count + 3]))
  }

  /// Goes by the index of kinds to the answers, and from each text to the record that it began as.
  static let writingsQuery = """
    WITH RECURSIVE text_of (entry, first) AS (
      SELECT kept.entry, kept.entry FROM record AS kept INDEXED BY record_kind
      WHERE kept.kind = 'answered' AND json_type(kept.value, '$.text') = 'text'
        AND NOT EXISTS (SELECT 1 FROM record AS later WHERE later.supersedes = kept.id)
      UNION ALL
      SELECT text_of.entry, before.entry
      FROM text_of JOIN record AS now ON now.entry = text_of.first
        JOIN record AS before ON before.id = now.supersedes
    ),
    written (entry, first) AS (SELECT entry, min(first) FROM text_of GROUP BY entry),
    numbered (session, last) AS MATERIALIZED (
      SELECT session, max(number) FROM record AS beside GROUP BY session
    )
    SELECT \(RecordRow.columns), text.body, began.id, began.at, began.offset,
      (SELECT last FROM numbered WHERE numbered.session = kept.session)
    FROM written JOIN record AS kept ON kept.entry = written.entry
      JOIN record AS began ON began.entry = written.first
      LEFT JOIN text ON text.hash = kept.shown
    ORDER BY written.first DESC
    """
}
