/// A journal as it is replayed: its sessions, and every record in the order of writing with what it
/// says.
public struct KeptJournal: Hashable, Sendable {
  public var sessions: [JournalSession]
  public var entries: [KeptEntry]

  /// Makes a journal.
  public init(sessions: [JournalSession] = [], entries: [KeptEntry] = []) {
    self.sessions = sessions
    self.entries = entries
  }

  /// The sessions that can be replayed, the newest first; those about the person alone are none.
  public var kept: [KeptSession] {
    var found: [SessionID: [KeptEntry]] = [:]
    var order: [SessionID] = []
    for entry in entries {
      if found[entry.row.session] == nil { order.append(entry.row.session) }
      found[entry.row.session, default: []].append(entry)
    }
    let modules = Dictionary(sessions.map { ($0.id, $0.module) }) { first, _ in first }
    return order.reversed().compactMap { id in
      guard let module = modules[id], module != Record.person, let entries = found[id] else {
        return nil
      }
      return KeptSession(id: id, module: module, entries: entries)
    }
  }
}

/// A record of a journal, and what it says.
public struct KeptEntry: Hashable, Sendable {
  public var row: JournalRow
  /// `nil` where it was erased, or is a safety answer that was taken back.
  public var value: Record.Value?

  /// Makes an entry.
  public init(_ row: JournalRow, _ value: Record.Value?) {
    self.row = row
    self.value = value
  }
}

/// A session with all that was written in it, in that order.
public struct KeptSession: Hashable, Sendable {
  public var id: SessionID
  /// The module that was opened; a practice's id when it was opened by itself.
  public var module: String
  /// There is at least one.
  public var entries: [KeptEntry]

  /// When it began.
  public var began: Wall { entries.first?.row.at ?? Wall(milliseconds: 0) }

  /// Whether it was gone through, or ended as the content says.
  public var isFinished: Bool { entries.contains { $0.row.kind == .finished } }
}
