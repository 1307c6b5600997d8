// A step that revises: writing begins with what was written there last time.

extension App.State {
  /// The place that is shown, where it begins with earlier words.
  var revisedPlace: Position.Place? {
    guard let session, session.stop == nil, !session.isInPractice,
      let place = session.position.next, place.step.revises, place.turn == 1,
      session.drafts[place.key] == nil
    else { return nil }
    return place
  }

  /// The last text that was written at a step in another session.
  func earlierText(at step: Step, _ session: SessionRun) -> String? {
    guard step.revises else { return nil }
    return writings?.first {
      $0.module == step.origin && $0.step == step.id && $0.record.session != session.info.id
    }?.text
  }

  /// What a place to write begins with: what was begun in this session, or else what was written last
  /// time.
  func fillDraft(of prompt: inout Prompt, at place: Position.Place, _ session: SessionRun) {
    prompt.draft = session.drafts[place.key] ?? []
    guard prompt.draft.isEmpty, place.turn == 1 else { return }
    if let text = earlierText(at: place.step, session) {
      prompt.draft = [text]
      prompt.draftIsOld = true
    } else if place.step.revises, missing.contains(.writings) {
      prompt.notice = phrases(.writingsUnread)
    }
  }
}
