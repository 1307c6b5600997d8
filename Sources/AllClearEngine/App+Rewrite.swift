// A text that was written earlier is changed: a record of the same step takes the place of the old
// one, in the same session, and `u` puts the old words into a further one.

extension App.State {
  /// What the draft of a changed text goes by.
  static func key(of id: RecordID) -> StepKey { StepKey(id.text) }

  func rewritePrompt(_ id: RecordID) -> Prompt {
    let draft = ownDrafts[Self.key(of: id)]
    let old = writing(id)
    var prompt = Prompt(
      place: "writing/\(id.text)/change",
      body: .write(Prose(phrases(.writingChangeQuestion)), isKept: true),
      heading: old.flatMap { title(of: $0.module) } ?? phrases(.writings), moves: [.back],
      draft: draft ?? old.map { [$0.text] } ?? [])
    prompt.draftIsOld = draft == nil
    return prompt
  }

  mutating func take(_ answer: Answer, rewriting id: RecordID, at now: Now) -> Outcome {
    guard case .text(let text) = answer, !text.allSatisfy(\.isWhitespace), let old = writing(id)
    else { return (nil, []) }
    stack.removeLast()
    let draft = dropDraft(at: Self.key(of: id))
    if text == old.text { return (nil, draft) }
    notice = phrases(.ownChanged)
    let record = RecordID(session: old.record.session, number: old.last + 1)
    listChange = .rewritten(record, from: old)
    return (write(text, over: old.record, as: record, of: old, at: now), draft)
  }

  /// Keeps what has been changed so far; a text that was not changed is no draft.
  mutating func keepDraft(_ lines: [String], rewriting id: RecordID) -> [Effect] {
    keepDraft(lines, at: Self.key(of: id), unless: writing(id).map { [$0.text] })
  }

  /// Puts the words back that stood there before.
  mutating func undoRewrite(_ record: RecordID, _ old: Writing, at now: Now) -> Outcome {
    listChange = nil
    notice = phrases(.undoneChoice)
    return (write(old.text, over: record, as: record.next, of: old, at: now), [])
  }

  private mutating func write(
    _ text: String, over target: RecordID, as id: RecordID, of old: Writing, at now: Now
  ) -> Batch {
    let record = Record(
      id: id, value: .answer(.text(text)), module: old.module, step: old.step, turn: old.turn,
      shown: old.asked, at: now.wall, supersedes: target, origin: options.origin)
    ledger.add(record, in: old.module)
    let info = SessionInfo(
      id: id.session, module: old.module, contentHash: "", appVersion: options.appVersion)
    return Batch(info: info, records: [record])
  }
}
