// Events in, effects out: what has to be on disk first, and what happens when it cannot be written.
extension App {
  /// What is being written, one batch after the other.
  struct Pending: Hashable, Sendable {
    /// What holds once all of it is on disk.
    var state: State
    var effects: [Effect]
    /// What is not on disk yet; the first is being written.
    var batches: [Batch]
    /// Whether the last batch is that of the event, and not an older one tried again.
    var hasNew: Bool
    /// An answer that holds counts even when it cannot be written.
    var countsAnyway: Bool
    /// What happened meanwhile and must not be lost.
    var waiting: [Event] = []
  }

  /// Takes an event and returns what to carry out, in order.
  public mutating func send(_ event: Event, at now: Now) -> [Effect] {
    guard pending == nil else { return takeWhileWriting(event, at: now) }
    var next = state
    if event.clearsNotice { next.notice = nil }
    let (batch, effects) = next.take(event, at: now)
    let new = batch.flatMap { $0.records.isEmpty ? nil : $0 }
    guard new != nil || (effects.contains(.quit) && !state.unwritten.isEmpty) else {
      state = next
      return voiced(effects + settle(at: now), at: now)
    }
    let holdsMore = next.sittingHolds != state.sittingHolds
    let batches = state.unwritten + [new].compactMap { $0 }
    next.unwritten = []
    // What was read of the journal before is not what it will be.
    next.writings = nil
    next.progress = nil
    pending = Pending(
      state: next, effects: effects, batches: batches, hasNew: new != nil,
      countsAnyway: holdsMore || new?.holds == true || new == nil || event.isDraft)
    return batches.first.map { [$0.effect] } ?? []
  }

  private mutating func takeWhileWriting(_ event: Event, at now: Now) -> [Effect] {
    switch event {
    case .written:
      pending?.batches.removeFirst()
      if let next = pending?.batches.first { return [next.effect] }
      guard let written = pending else { return [] }
      state = written.state
      return goOn(after: written, effects: written.effects, at: now)
    case .notWritten(let fault):
      guard let refused = pending else { return [] }
      return goOn(after: refused, effects: refuse(fault, refused), at: now)
    case .open, .gap, .loaded, .notLoaded, .notRead, .holdVoiceBack, .voiceFailed, .erased,
      .notErased, .leave:
      pending?.waiting.append(event)
    // An answer or a key was meant for a prompt that is about to change.
    case .begin, .answer, .skip, .back, .undo, .why, .practice, .switchVoice, .draft, .jump,
      .draftNotKept, .settingNotKept, .wake:
      break
    }
    return []
  }

  private mutating func goOn(after done: Pending, effects: [Effect], at now: Now) -> [Effect] {
    pending = nil
    let first = voiced(effects + settle(at: now), at: now)
    return done.waiting.reduce(first) { $0 + send($1, at: now) }
  }

  /// Keeps the prompt where it is and says so; an answer that holds counts all the same, and is
  /// tried again with whatever is written next.
  private mutating func refuse(_ fault: WriteFault, _ refused: Pending) -> [Effect] {
    let goesOn = refused.countsAnyway || fault == .notKept
    var effects = refused.effects
    if goesOn {
      state = refused.state
      state.unwritten = fault == .notKept ? [] : refused.batches
    } else {
      state.unwritten = refused.hasNew ? Array(refused.batches.dropLast()) : refused.batches
      let hasEnded = state.endRun(as: refused.state)
      effects = effects.filter { if case .bell = $0 { hasEnded } else { false } }
    }
    state.notice = state.phrases(fault.phrase)
    return effects
  }
}

extension WriteFault {
  /// What is said of it.
  var phrase: Phrase {
    switch self {
    case .full: .notSavedFull
    case .failed: .notSaved
    case .notKept: .noJournal
    }
  }
}

extension Event {
  /// Whether it is unsent writing, which stays where it is whatever can be written.
  fileprivate var isDraft: Bool {
    if case .draft = self { true } else { false }
  }

  /// Whether the person did something, so that what was said before is over.
  fileprivate var clearsNotice: Bool {
    switch self {
    case .wake, .gap, .draft, .draftNotKept, .settingNotKept, .loaded, .notLoaded, .notRead,
      .holdVoiceBack, .voiceFailed, .written, .notWritten, .erased, .notErased:
      false
    case .begin, .answer, .skip, .back, .undo, .why, .open, .jump, .practice, .switchVoice, .leave:
      true
    }
  }

  /// Whether what a line of a list changed is no longer the last thing that was done.
  var settlesChoice: Bool {
    switch self {
    case .undo, .why: false
    default: clearsNotice
    }
  }
}

/// Records to write before anything else happens.
struct Batch: Hashable, Sendable {
  var info: SessionInfo
  var records: [Record]

  fileprivate var effect: Effect { .record(records, in: info) }

  /// Whether an answer among them closes a door.
  fileprivate var holds: Bool {
    records.contains { record in
      guard case .answer(.gate(let outcome, let hold), _) = record.value else { return false }
      return hold != nil || outcome == Gate.new
    }
  }
}
