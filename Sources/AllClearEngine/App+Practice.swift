// Practices within a session: brought when they are reached, asked about at the door, kept when
// they end.
extension App.State {
  /// What the prompt that comes next needs and does not have yet.
  mutating func needs() -> [Effect] {
    var wanted: [Resource] = []
    if let session {
      if session.stop == nil, !session.lingers,
        case .practice(let id, _) = session.position.next?.step.kind, practices[id] == nil
      {
        wanted.append(.practice(id))
      }
      if crisis == nil, session.needsNumbers { wanted.append(.crisis) }
    }
    if showsCountries, crisis == nil { wanted.append(.crisis) }
    // Asked for once: from then on this sitting knows its drafts itself.
    if showsOwnList { wanted.append(.session(Self.ownDraftSession)) }
    if needsWritings { wanted.append(.writings) }
    if needsProgress { wanted.append(.progress) }
    if needsLexicon { wanted.append(.lexicon) }
    return wanted.filter { !missing.contains($0) && asksForLoad.insert($0).inserted }
      .map(Effect.load)
  }

  /// Makes the practice of the step that is reached ready, where its door is open.
  ///
  /// Until it begins it is made anew each time: step, holds and pass may be others by then.
  mutating func prepareRun(at now: Now) {
    guard var session, !session.isInPractice else { return }
    session.run = nil
    session.runPlace = nil
    if session.stop == nil, let place = session.position.next,
      case .practice(let id, let minutes) = place.step.kind, let practice = practices[id],
      admission(to: practice, at: now) == .open
    {
      session.run = makeRun(practice, minutes: minutes, at: now)
      session.runPlace = place
    }
    self.session = session
  }

  private func makeRun(_ practice: Practice, minutes: Int, at now: Now) -> PracticeRun {
    let isGentle = holds(at: now.wall).standing.contains(.gentle)
    let lengths = practice.lengths.keys.sorted()
    // A length that an edit has taken away gives way to the next shorter one.
    let nearest = lengths.last { $0 <= minutes } ?? lengths.first ?? minutes
    let length = isGentle && practice.attention != .outside ? lengths.first ?? minutes : nearest
    let round = digest.practised[practice.id] ?? 0
    // A cue comes round after all its variants; only then does its line of one's own change, or
    // some lines would never meet some variants.
    let variants = practice.lengths[length]?.map(\.lines.count).max() ?? 1
    return PracticeRun(
      settings.bells ? practice : practice.withoutBells, minutes: length, round: round
    ) { hole in
      let own =
        switch hole.source {
        case .painWord: digest.person.painWord?.text(phrases)
        case .safetyLine: digest.own.borrowed(.safetyLines, round: round / max(variants, 1))
        case .evidence: digest.own.borrowed(.evidence, round: round / max(variants, 1))
        case .since, .nextHello, .answer: nil as String?
        }
      return own ?? hole.fallback ?? ""
    }
  }

  /// Whatever lies over a running practice pauses it; coming back offers to go on.
  mutating func pauseBeneath(at now: Now) {
    let covered = opening == nil ? stack.indices.dropLast() : stack.indices[...]
    for index in covered {
      guard case .session(var session) = stack[index], session.run?.phase == .running else {
        continue
      }
      session.run?.pause(offersStop: false, at: now.elapsed)
      stack[index] = .session(session)
    }
  }

  /// Where a write failed at the end of a practice, it has ended all the same.
  /// - Returns: whether it has.
  mutating func endRun(as written: App.State) -> Bool {
    guard let ended = written.session, ended.run?.phase == .ended,
      session?.info.id == ended.info.id, session?.lingers == false
    else { return false }
    session?.run = ended.run
    return true
  }

  func admission(to practice: Practice, at now: Now) -> Admission {
    holds(at: now.wall).admission(to: practice.attention, roles: program.roles)
  }

  /// Goes past a practice that may not be opened now: to the questions that open it, or on.
  mutating func passClosedPractice(_ id: String, at place: Position.Place, _ now: Now) -> Outcome {
    guard let practice = practices[id] else {
      return missing.contains(.practice(id)) ? keep(.skipped, at: place, now) : (nil, [])
    }
    switch admission(to: practice, at: now) {
    case .open: return (nil, [])
    case .ask(let gate): return (nil, open(.module(gate), at: now))
    case .held: return keep(.skipped, at: place, now)
    }
  }

  mutating func take(_ command: PracticeCommand, at now: Now) -> Outcome {
    if case .start = command {
      // What was true when it was made ready may have run out while it waited.
      reposition(at: now)
      prepareRun(at: now)
      if session?.run?.phase == .ready, asksAboutVoice {
        askAboutVoice(VoiceCard(starts: command))
        return (nil, [])
      }
    }
    guard var session, var run = session.run else { return (nil, []) }
    if command == .resume, run.phase != .running, let practice = practices[run.practice],
      admission(to: practice, at: now) != .open
    {
      return stop(run, at: now)
    }
    if command == .resume, run.phase != .running, run.phase != .ended, asksAboutVoice {
      askAboutVoice(VoiceCard())
      return (nil, [])
    }
    var bells: [Bell] = []
    switch command {
    case _ where run.phase == .ended: return command == .goOn ? goOn(at: now) : (nil, [])
    case .start(let ownPace): bells = run.start(ownPace: ownPace, at: now.elapsed)
    case .pause: run.pause(offersStop: false, at: now.elapsed)
    case .resume: run.resume(at: now.elapsed)
    case .offerStop:
      if case .paused(offersStop: true) = run.phase { return stop(run, at: now) }
      run.pause(offersStop: true, at: now.elapsed)
    case .stop: return stop(run, at: now)
    case .next: bells = run.next(at: now.elapsed)
    case .goOn: return (nil, [])
    }
    session.run = run
    self.session = session
    return afterMove(of: run, bells: bells, at: now)
  }

  mutating func wake(at now: Now) -> Outcome {
    guard var session, var run = session.run else { return (nil, []) }
    guard run.phase == .running else { return (nil, []) }
    let before = run.aloud?.number
    let bells = run.wake(at: now.elapsed)
    if run.aloud?.number != before { forgetSwitch() }
    session.run = run
    self.session = session
    return afterMove(of: run, bells: bells, at: now)
  }

  /// Rings what is due, and keeps a practice that has come to its end.
  private mutating func afterMove(of run: PracticeRun, bells: [Bell], at now: Now) -> Outcome {
    let effects = bells.map(Effect.bell)
    guard run.phase == .ended, var session, !session.lingers, let place = session.runPlace
    else { return (nil, effects) }
    session.lingers = true
    self.session = session
    let outcome = keepPractised(run, at: place, now)
    return (outcome.0, outcome.1 + effects)
  }

  private mutating func stop(_ run: PracticeRun, at now: Now) -> Outcome {
    guard run.phase != .ready, run.phase != .ended, let place = session?.runPlace else {
      return (nil, [])
    }
    session?.run = nil
    session?.runPlace = nil
    return keepPractised(run, at: place, now)
  }

  private mutating func keepPractised(
    _ run: PracticeRun, at place: Position.Place, _ now: Now
  ) -> Outcome {
    let practised = run.practised(at: now.elapsed)
    var records: [Record] = []
    add(
      .answer(.practised(practised)), at: place, now,
      shown: "\(run.title), \(phrases(.minutes, n: run.minutes))", isFinal: true, to: &records)
    return complete(records, at: now)
  }

  /// Leaves the last line of a practice that has ended.
  private mutating func goOn(at now: Now) -> Outcome {
    guard var session, session.run?.phase == .ended else { return (nil, []) }
    guard session.lingers else {
      // It could not be written when it ended: try again.
      guard let run = session.run, let place = session.runPlace else { return (nil, []) }
      session.lingers = true
      self.session = session
      return keepPractised(run, at: place, now)
    }
    session.lingers = false
    session.run = nil
    session.runPlace = nil
    self.session = session
    return complete([], at: now)
  }
}

extension SessionRun {
  /// Whether the prompt that comes next shows telephone numbers.
  var needsNumbers: Bool {
    let prose = stop?.page ?? position.next?.step.prose
    return prose?.blocks.contains { block in
      if case .numbersHole = block { true } else { false }
    } ?? false
  }
}
