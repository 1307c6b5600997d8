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
    case .menu(let menu): return menu.ownList != nil
    case .ownWriting: return true
    case .session, .note, .crisis, .ownWord, nil: return false
    }
  }

  /// Keeps what has been written so far; a line that was not changed is no draft.
  mutating func keepDraft(_ lines: [String], of writing: OwnWriting) -> [Effect] {
    let old = writing.entry.flatMap { digest.own[writing.list, $0] }.map { [$0.text] }
    let lines = lines == old ? [] : lines
    guard lines != ownDrafts[writing.key] ?? [] else { return [] }
    ownDrafts[writing.key] = lines.isEmpty ? nil : lines
    return effects(ofDraft: lines, of: writing)
  }

  /// Forgets a draft that is on its list now.
  mutating func dropDraft(of writing: OwnWriting) -> [Effect] {
    guard ownDrafts.removeValue(forKey: writing.key) != nil else { return [] }
    return effects(ofDraft: [], of: writing)
  }

  /// Takes up what an earlier sitting left; what this one has written since then stays.
  mutating func takeDrafts(_ stored: StoredSession) {
    ownDrafts.merge(stored.drafts) { mine, _ in mine }
  }

  private func effects(ofDraft lines: [String], of writing: OwnWriting) -> [Effect] {
    guard options.journal == .kept else { return [] }
    let info = SessionInfo(
      id: Self.ownDraftSession, module: Record.person, contentHash: "",
      appVersion: options.appVersion)
    return [.draft(lines, at: writing.key, in: info)]
  }
}
