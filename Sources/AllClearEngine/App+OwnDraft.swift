// What is being written on an own list is a draft until it is on it: on Esc, and when allclear ends.

/// What is being written on a list.
struct OwnWriting: Hashable, Sendable {
  var list: OwnList
  /// The line that is changed; `nil` for a new one.
  var entry: OwnEntry.ID?

  /// What its draft goes by.
  var key: StepKey { StepKey(entry?.text ?? list.rawValue) }
}

extension App.State {
  /// Drafts lie with a session, and lists with none: the drafts of all lists have one of their own,
  /// which holds nothing else.
  static let ownDraftSession = SessionID(sitting: "own", number: 1)

  func hasDraft(_ writing: OwnWriting) -> Bool { ownDrafts[writing.key] != nil }

  /// Whether what is shown can be written on.
  var showsOwnList: Bool {
    guard options.journal == .kept else { return false }
    switch stack.last {
    case .menu(let menu): return menu.ownList != nil || menu.readsWritings
    case .ownWriting, .rewriting: return true
    case .session, .note, .crisis, .ownWord, .ownSetting, nil: return false
    }
  }

  /// Keeps what has been written so far; a line that was not changed is no draft.
  mutating func keepDraft(_ lines: [String], of writing: OwnWriting) -> [Effect] {
    let old = writing.entry.flatMap { digest.own[writing.list, $0] }.map { [$0.text] }
    return keepDraft(lines, at: writing.key, unless: old)
  }

  /// Keeps a draft that has no session of its own, unless it is only what stands there already.
  mutating func keepDraft(_ lines: [String], at key: StepKey, unless old: [String]?) -> [Effect] {
    let lines = lines == old ? [] : lines
    guard lines != ownDrafts[key] ?? [] else { return [] }
    ownDrafts[key] = lines.isEmpty ? nil : lines
    return effects(ofDraft: lines, at: key)
  }

  /// Forgets a draft that is on its list now.
  mutating func dropDraft(of writing: OwnWriting) -> [Effect] {
    dropDraft(at: writing.key)
  }

  mutating func dropDraft(at key: StepKey) -> [Effect] {
    guard ownDrafts.removeValue(forKey: key) != nil else { return [] }
    return effects(ofDraft: [], at: key)
  }

  /// Takes up what an earlier sitting left; what this one has written since then stays.
  mutating func takeDrafts(_ stored: StoredSession) {
    ownDrafts.merge(stored.drafts) { mine, _ in mine }
  }

  private func effects(ofDraft lines: [String], at key: StepKey) -> [Effect] {
    guard options.journal == .kept else { return [] }
    let info = SessionInfo(
      id: Self.ownDraftSession, module: Record.person, contentHash: "",
      appVersion: options.appVersion)
    return [.draft(lines, at: key, in: info)]
  }
}
