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

  /// Forgets what a record says, with what it was before; as a store does with a text.
  mutating func erase(_ id: RecordID) {
    var gone: RecordID? = id
    while let next = gone {
      gone = entries.first { $0.record.id == next }?.record.supersedes
      entries.removeAll { $0.record.id == next }
    }
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

  var progress: Progress {
    standing().reduce(into: Progress()) { $0.apply($1.record, in: $1.info.module) }
  }

  /// Every text that stands, the newest first, each by the record that it began as.
  var writings: [Writing] {
    let all = Dictionary(entries.map { ($0.record.id, $0.record) }) { first, _ in first }
    let order = Dictionary(
      entries.enumerated().map { ($0.element.record.id, $0.offset) }
    ) { first, _ in first }
    let found = standing().map(\.record).compactMap { record -> Writing? in
      guard case .answer(.text(let text), _) = record.value,
        !Writing.isChosen(text, shown: record.shown)
      else { return nil }
      var first = record
      while let before = first.supersedes.flatMap({ all[$0] }) { first = before }
      return Writing(
        id: first.id, record: record.id, last: lastNumber(in: record.id.session),
        module: record.module, step: record.step, turn: record.turn, asked: record.shown,
        text: text, at: first.at)
    }
    return found.sorted { order[$0.id, default: 0] > order[$1.id, default: 0] }
  }

  private func lastNumber(in session: SessionID) -> Int {
    entries.map(\.record.id).filter { $0.session == session }.map(\.number).max() ?? 0
  }

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
      lastNumber: lastNumber(in: id),
      earlier: Self.fold(standing(before: first)).facts, drafts: drafts[id] ?? [:])
  }
}
