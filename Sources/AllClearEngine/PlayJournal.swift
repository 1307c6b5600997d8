/// A journal in memory for made-up patients: digest and sessions are folded from standing records,
/// as a store does it.
struct PlayJournal: Hashable, Sendable {
  var entries: [Entry] = []
  private(set) var drafts: [SessionID: [StepKey: [String]]] = [:]

  struct Entry: Hashable, Sendable {
    var record: Record
    var info: SessionInfo
  }

  mutating func write(_ records: [Record], in info: SessionInfo) {
    entries += records.map { Entry(record: $0, info: info) }
  }

  mutating func keep(draft lines: [String], at key: StepKey, in info: SessionInfo) {
    drafts[info.id, default: [:]][key] = lines.isEmpty ? nil : lines
  }

  /// What nothing has superseded; a retracted record stands no more than the one it takes back.
  private func standing(before end: Int? = nil) -> [Entry] {
    let gone = Set(entries.compactMap(\.record.supersedes))
    return entries.prefix(end ?? entries.count).filter {
      $0.record.value != .retracted && !gone.contains($0.record.id)
    }
  }

  private static func fold(_ entries: [Entry]) -> Digest {
    entries.reduce(into: Digest()) { $0.apply($1.record, in: $1.info.module) }
  }

  var digest: Digest { Self.fold(standing()) }

  func session(_ id: SessionID) -> StoredSession? {
    guard let first = entries.firstIndex(where: { $0.record.id.session == id }) else {
      // Drafts may be all that there is of it.
      return drafts[id].map { drafts in
        StoredSession(
          info: SessionInfo(id: id, module: Record.person, contentHash: "", appVersion: ""),
          answers: [], lastNumber: 0, earlier: Facts(), drafts: drafts)
      }
    }
    return StoredSession(
      info: entries[first].info,
      answers: standing().map(\.record).filter { record in
        if case .answer = record.value { record.id.session == id } else { false }
      },
      lastNumber: entries.map(\.record.id).filter { $0.session == id }.map(\.number).max() ?? 0,
      earlier: Self.fold(standing(before: first)).facts, drafts: drafts[id] ?? [:])
  }
}
