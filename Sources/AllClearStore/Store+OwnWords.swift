public import AllClearEngine
import GRDB

/// What a record says in the person's own words.
public struct OwnWords: Hashable, Sendable {
  public var id: RecordID
  public var at: Wall
  public var lines: [String]
}

extension Store {
  /// Every record that stands and holds own words, the newest first.
  public func ownWords() throws(StoreError) -> [OwnWords] {
    try StoreError.catching {
      try queue.read { database in
        let rows = try Row.fetchCursor(
          database,
          sql: """
            SELECT \(RecordRow.columns), text.body
            FROM standing AS kept LEFT JOIN text ON text.hash = kept.shown
            WHERE kept.kind IN ('answered', 'collected', 'edited')
            ORDER BY kept.entry DESC
            """)
        var all: [OwnWords] = []
        while let row = try rows.next() {
          let record = try RecordRow.record(row, from: 0, shown: row[RecordRow.count])
          let lines = Self.words(of: record)
          if !lines.isEmpty { all.append(OwnWords(id: record.id, at: record.at, lines: lines)) }
        }
        return all
      }
    }
  }

  private static func words(of record: Record) -> [String] {
    switch record.value {
    case .answer(.text(let text), _): Writing.isChosen(text, shown: record.shown) ? [] : [text]
    case .answer(.entries(let lines), _): lines
    case .entry(_, .text(let text)): [text]
    case .personal(.painWord(.own(let word)?)): [word]
    case .experiment(let told):
      [told.movement, told.dose, told.feared, told.without, told.place].compactMap { $0 }
    default: []
    }
  }
}
