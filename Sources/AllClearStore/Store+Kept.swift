public import AllClearEngine

extension Store {
  /// The whole journal as it is replayed, as it stands at one moment.
  public func kept() throws(StoreError) -> KeptJournal {
    let tables = try rows()
    var entries: [KeptEntry] = []
    for row in tables.rows {
      let value =
        row.isErased ? nil : try ValueCodec.value(row.value, kind: row.kind.rawValue)
      entries.append(KeptEntry(row, value))
    }
    return KeptJournal(sessions: tables.sessions, entries: entries)
  }
}
