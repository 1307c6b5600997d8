import AllClearEngine
import GRDB

/// A record as a row of its table.
enum RecordRow {
  /// The columns that `record(_:)` reads, in its order; `kept` is the row.
  static let columns = """
    kept.id, kept.kind, kept.module, kept.step, kept.turn, kept.value, kept.at, kept.offset,
    kept.supersedes, kept.origin
    """

  static let count = 10

  /// Reads the columns that begin at an index.
  static func record(
    _ row: Row, from first: Int, shown: String? = nil
  ) throws(StoreError) -> Record {
    let id: String? = row[first]
    let kind: String? = row[first + 1]
    let value: String? = row[first + 5]
    let supersedes: String? = row[first + 8]
    let origin: String? = row[first + 9]
    guard let id = id.flatMap(RecordID.init(text:)), let kind, let value,
      let origin = origin.flatMap(Record.Origin.init(rawValue:))
    else { throw .damaged }
    let said = try ValueCodec.value(value, kind: kind)
    return Record(
      id: id, value: said, module: row[first + 2],
      step: row[first + 3], turn: row[first + 4], shown: shown,
      at: Wall(milliseconds: row[first + 6], offset: row[first + 7]),
      supersedes: supersedes.flatMap(RecordID.init(text:)), origin: origin,
      adds: ValueCodec.adds(value, to: said))
  }
}
