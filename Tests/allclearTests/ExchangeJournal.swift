import AllClearEngine
import AllClearStore

@testable import allclear

/// A journal as a made-up patient would have written it.
enum ExchangeJournal {
  /// Writes it into a store, record by record.
  static func write(
    _ records: [(record: AllClearEngine.Record, info: SessionInfo)], to store: Store
  ) throws {
    for (record, info) in records { try store.write([record], in: info) }
  }

  /// The one whose six weeks are the fullest.
  static func fullest(_ cast: Cast) -> [(record: AllClearEngine.Record, info: SessionInfo)] {
    cast.personas.map { Player.records($0, in: cast.library, days: Troupe.days) }
      .max { $0.count < $1.count } ?? []
  }
}
