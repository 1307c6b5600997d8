import AllClearEngine

/// A journal in memory: digest and sessions are folded from standing records, as a store does it.
struct FakeJournal {
  var entries: [(record: Record, info: SessionInfo)] = []
  var drafts: [SessionID: [StepKey: [String]]] = [:]

  /// What nothing has superseded; a retracted record stands no more than the one it takes back.
  private func standing(before end: Int? = nil) -> [(record: Record, info: SessionInfo)] {
    let gone = Set(entries.compactMap(\.record.supersedes))
    return entries.prefix(end ?? entries.count).filter {
      $0.record.value != .retracted && !gone.contains($0.record.id)
    }
  }

  private static func fold(_ entries: [(record: Record, info: SessionInfo)]) -> Digest {
    entries.reduce(into: Digest()) { $0.apply($1.record, in: $1.info.module) }
  }

  var digest: Digest { Self.fold(standing()) }

  func session(_ id: SessionID) -> StoredSession? {
    guard let first = entries.firstIndex(where: { $0.record.id.session == id }) else { return nil }
    return StoredSession(
      info: entries[first].info,
      answers: standing().map(\.record).filter { record in
        if case .answer = record.value { record.id.session == id } else { false }
      },
      lastNumber: entries.map(\.record.id).filter { $0.session == id }.map(\.number).max() ?? 0,
      earlier: Self.fold(standing(before: first)).facts, drafts: drafts[id] ?? [:])
  }

  /// Every record in a line, the oldest first.
  var notes: [String] { entries.map(\.record.note) }
}
