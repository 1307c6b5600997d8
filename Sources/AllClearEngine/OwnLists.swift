public import AllClearMeasures

/// A line of an own list: what a person wrote or ticked, and what became of it.
public struct OwnEntry: Hashable, Sendable {
  public var id: ID
  public var text: String
  /// Kept on top: met again on bad days and in practices.
  public var isPinned = false
  /// Put away: no longer shown, and still there.
  public var isAway = false
  /// A doubt that is settled for now.
  public var isSettled = false
  /// The kind that the person says a cause is of, where the coder saw another.
  public var kind: CauseCategory?
  /// When it was added.
  public var at: Wall

  /// Makes a line.
  public init(id: ID, text: String, at: Wall) {
    self.id = id
    self.text = text
    self.at = at
  }

  /// A line's name: the record that added it, and its place there.
  public struct ID: Hashable, Sendable {
    public var record: RecordID
    /// From 0.
    public var index: Int

    /// Names a line.
    public init(record: RecordID, index: Int) {
      self.record = record
      self.index = index
    }

    /// As it stands in the journal: `uuid.session:record#index`.
    public var text: String { "\(record.text)#\(index)" }

    /// Reads `uuid.session:record#index`.
    public init?(text: String) {
      guard let hash = text.lastIndex(of: "#"), let record = RecordID(text: String(text[..<hash])),
        let index = Int(text[text.index(after: hash)...]), index >= 0
      else { return nil }
      self.init(record: record, index: index)
    }
  }

  /// What can become of a line.
  public enum Change: Hashable, Sendable {
    case text(String)
    case pinned(Bool)
    case away(Bool)
    case settled(Bool)
    case kind(CauseCategory)

    /// Of several changes of one kind the last stands.
    public var topic: String {
      switch self {
      case .text: "text"
      case .pinned: "pinned"
      case .away: "away"
      case .settled: "settled"
      case .kind: "kind"
      }
    }
  }

  /// Takes in a change.
  mutating func apply(_ change: Change) {
    switch change {
    case .text(let text): self.text = text
    case .pinned(let isPinned): self.isPinned = isPinned
    case .away(let isAway): self.isAway = isAway
    case .settled(let isSettled): self.isSettled = isSettled
    case .kind(let kind): self.kind = kind
    }
  }
}

/// What a person has put on their own lists.
public struct OwnLists: Hashable, Sendable {
  private var entries: [OwnList: [OwnEntry]] = [:]

  /// Starts with nothing.
  public init() {}

  /// The lines that stand, those on top first, else in the order in which they came; of causes
  /// those told last.
  public subscript(list: OwnList) -> [OwnEntry] {
    let all = entries[list, default: []]
    guard list != .causes else { return all.filter { $0.id.record == all.last?.id.record } }
    let standing = all.filter { !$0.isAway }
    return standing.filter(\.isPinned) + standing.filter { !$0.isPinned }
  }

  /// The doubts that stand and are not settled, the first first, each with the day on which it came.
  public var openDoubts: [OwnEntry] { self[.doubts].filter { !$0.isSettled } }

  /// The words of the lines that stand.
  public func texts(_ list: OwnList) -> [String] { self[list].map(\.text) }

  /// A line that bad days and practices borrow, another each round: of those on top, or else of all
  /// that stand; `nil` where there is none.
  public func borrowed(_ list: OwnList, round: Int) -> String? {
    let pinned = self[list].filter(\.isPinned).map(\.text)
    let lines = pinned.isEmpty ? texts(list) : pinned
    return lines.isEmpty ? nil : lines[round % lines.count]
  }

  /// The lines that were put away.
  public func away(_ list: OwnList) -> [OwnEntry] {
    entries[list, default: []].filter(\.isAway)
  }

  /// A line, wherever it is.
  public subscript(list: OwnList, id: OwnEntry.ID) -> OwnEntry? {
    entries[list]?.first { $0.id == id }
  }

  /// Every list of causes that was told, the first first.
  public var causesTold: [[String]] { causesTellings.map { $0.lines.map(\.text) } }

  /// Every list of causes that was told, the first first, with its day and the names of its lines.
  public var causesTellings: [Telling] {
    var told: [Telling] = []
    for entry in entries[.causes, default: []] {
      if told.last?.record == entry.id.record {
        told[told.count - 1].lines.append(entry)
      } else {
        told.append(Telling(record: entry.id.record, at: entry.at, lines: [entry]))
      }
    }
    return told
  }

  /// Lines that were told together.
  public struct Telling: Hashable, Sendable {
    /// The record that added them.
    public var record: RecordID
    public var at: Wall
    public var lines: [OwnEntry]
  }

  /// The lines that a record added, in its order.
  public func added(by record: RecordID, to list: OwnList) -> [OwnEntry] {
    entries[list, default: []].filter { $0.id.record == record }
  }

  /// Adds lines.
  public mutating func add(_ texts: [String], to list: OwnList, by record: RecordID, at: Wall) {
    entries[list, default: []] += texts.enumerated().map { index, text in
      OwnEntry(id: OwnEntry.ID(record: record, index: index), text: text, at: at)
    }
  }

  /// Takes out what a record added.
  mutating func remove(addedBy record: RecordID) {
    for (list, lines) in entries where lines.contains(where: { $0.id.record == record }) {
      let left = lines.filter { $0.id.record != record }
      entries[list] = left.isEmpty ? nil : left
    }
  }

  /// Changes a line.
  mutating func apply(_ change: OwnEntry.Change, to id: OwnEntry.ID) {
    for (list, lines) in entries {
      guard let index = lines.firstIndex(where: { $0.id == id }) else { continue }
      entries[list]?[index].apply(change)
    }
  }
}
