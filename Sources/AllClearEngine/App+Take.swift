extension App.State {
  typealias Outcome = (Batch?, [Effect])

  var phrases: Phrases { program.phrases }

  /// The standing facts, as the journal has them.
  var digest: Digest { ledger.digest }

  /// The session that is shown, if one is.
  var session: SessionRun? {
    get {
      if case .session(let session) = stack.last { session } else { nil }
    }
    set {
      guard let newValue, case .session = stack.last else { return }
      stack[stack.count - 1] = .session(newValue)
    }
  }

  func holds(at now: Wall) -> Holds {
    Holds(digest, sitting: sittingHolds, now: now)
  }

  var deadline: Duration? {
    session?.run?.deadline(
      interval: options.moves && settings.motion ? .milliseconds(500) : .seconds(2))
  }

  /// Carries an event out on the state: records to write first, then effects.
  mutating func take(_ event: Event, at now: Now) -> Outcome {
    if event.settlesChoice { listChange = nil }
    switch event {
    case .begin(let beginning): return begin(beginning, at: now)
    case .answer(let answer): return take(answer, at: now)
    case .skip: return skip(at: now)
    case .back: return back(at: now)
    case .undo: return undo(at: now)
    case .why:
      showWhy(at: now)
      return (nil, [])
    case .open(let door): return (nil, open(door, at: now))
    case .jump(let door): return (nil, jump(to: door, at: now))
    case .practice(let command): return take(command, at: now)
    case .switchVoice:
      if canSwitchVoice { switchVoice(at: now) }
      return (nil, [])
    case .holdVoiceBack:
      isVoiceOn = false
      hasSwitchedVoice = false
      return (nil, [])
    case .voiceFailed(let fault):
      loseVoice(fault)
      return (nil, [])
    case .draft(let lines): return keepDraft(lines, at: now)
    case .wake: return wake(at: now)
    case .gap:
      session?.run?.pauseForGap()
      return (nil, [])
    case .loaded(let loaded): return take(loaded, at: now)
    case .notLoaded(let resource): return (nil, takeMissing(resource, .broken, at: now))
    case .notRead(let session): return (nil, takeMissing(.session(session), .notRead, at: now))
    case .leave: return (nil, [.quit])
    case .draftNotKept(let fault):
      notice = phrases(fault.phrase)
      return (nil, [])
    case .settingNotKept:
      notice = phrases(.settingNotKept)
      return (nil, [])
    case .erased(let digest):
      forgetErased(digest)
      return (nil, [])
    case .notErased(let fault):
      notice = phrases(fault == .failed ? .notErased : fault.phrase)
      return (nil, [])
    case .written, .notWritten: return (nil, [])
    }
  }

  private mutating func begin(_ beginning: Event.Beginning, at now: Now) -> Outcome {
    switch beginning {
    case .door(let door):
      // Help has nothing beside it, nor has the page of an emergency.
      let isHelp = [.flare, .crisis, .module(program.roles.flare)].contains(door)
      if !isHelp, holds(at: now.wall).stopGate == nil { notice = settingsNote }
      return (nil, open(door, at: now))
    case .home:
      if digest.isEmpty, options.journal == .kept {
        notice = settingsNote
        return (nil, open(.module(program.roles.first), at: now))
      }
      // Nothing is said over the page of an emergency.
      guard holds(at: now.wall).stopGate == nil else { return (nil, []) }
      let journal: String? =
        switch options.journal {
        case .inUse: phrases(.inUse)
        case .readOnly: phrases(.readOnly)
        case .kept, .none: nil
        }
      let notes = [journal, settingsNote].compactMap { $0 }
      notice = notes.isEmpty ? nil : notes.joined(separator: " ")
      return (nil, [])
    }
  }

  private mutating func take(_ answer: Answer, at now: Now) -> Outcome {
    switch stack.last {
    case .menu(let menu): return choose(answer, in: menu, at: now)
    case .note(let note):
      guard answer == .seen else { return (nil, []) }
      if let card = note.voice { return takeVoiceCard(card, at: now) }
      stack.removeLast()
      guard let door = note.opens else { return (nil, []) }
      return (nil, open(door, then: note.then, at: now))
    case .crisis: return (nil, takeCrisis(answer, at: now))
    case .ownWord(let tries): return take(ownWord: answer, tries: tries, at: now)
    case .ownSetting(let own, let tries): return take(answer, for: own, tries: tries)
    case .ownWriting(let writing): return take(answer, in: writing, at: now)
    case .rewriting(let id): return take(answer, rewriting: id, at: now)
    case .session: return takeInSession(answer, at: now)
    case nil: return (nil, [])
    }
  }

  private mutating func back(at now: Now) -> Outcome {
    if case .session(let session) = stack.last { return backInSession(session, at: now) }
    if case .crisis = stack.last { return (nil, closeCrisis(at: now)) }
    if case .note(let note) = stack.last, note.voice != nil { switchVoice(at: now) }
    if case .ownWriting(let writing) = stack.last, hasDraft(writing) {
      notice = phrases(.ownDraftKept)
    }
    if case .rewriting(let id) = stack.last, ownDrafts[Self.key(of: id)] != nil {
      notice = phrases(.writingDraftKept)
    }
    if stack.count > 1 { stack.removeLast() }
    return (nil, [])
  }

  private mutating func keepDraft(_ lines: [String], at now: Now) -> Outcome {
    if case .ownWriting(let writing) = stack.last { return (nil, keepDraft(lines, of: writing)) }
    if case .rewriting(let id) = stack.last { return (nil, keepDraft(lines, rewriting: id)) }
    guard var session, let place = session.position.next, session.isKept, !session.isInPractice
    else { return (nil, []) }
    switch place.step.kind {
    case .write(_, isKept: true), .collect: break
    default: return (nil, [])
    }
    // What was written last time is no draft before something is changed in it.
    let isOld = earlierText(at: place.step, session).map { lines == [$0] } ?? false
    let lines = isOld ? [] : lines
    guard (session.drafts[place.key] ?? []) != lines else { return (nil, []) }
    session.drafts[place.key] = lines.isEmpty ? nil : lines
    self.session = session
    // A session that the journal does not know could not be found again, nor its draft.
    let started = start(at: now)
    return (
      started.map { Batch(info: session.info, records: [$0]) },
      [.draft(lines, at: place.key, in: session.info)]
    )
  }
}
