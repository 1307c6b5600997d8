// What the state shows: one prompt, answers filled in.
extension App.State {
  func prompt(at now: Now) -> Prompt {
    var prompt: Prompt
    switch stack.last {
    case .session(let session): prompt = sessionPrompt(session, at: now)
    case .note(let note):
      prompt = Prompt(
        place: note.place, body: .card(note.prose), heading: note.heading, moves: [.back])
    case .crisis: prompt = crisisPrompt(at: now)
    case .menu(let menu): prompt = menuPrompt(menu, at: now)
    case .ownWord(let tries): prompt = ownWordPrompt(tries: tries)
    case .ownSetting(let own, let tries): prompt = ownSettingPrompt(own, tries: tries)
    case .ownWriting(let writing): prompt = ownWritingPrompt(writing)
    case .rewriting(let id): prompt = rewritePrompt(id)
    case nil: prompt = menuPrompt(.home, at: now)
    }
    prompt.notice = notice ?? prompt.notice
    if canUndo { prompt.moves.insert(.undo) }
    if canSwitchVoice { prompt.moves.insert(.voice) }
    prompt.hint = hint(for: prompt)
    return prompt
  }

  private func sessionPrompt(_ session: SessionRun, at now: Now) -> Prompt {
    if session.isInPractice, let run = session.run {
      return Prompt(
        place: "\(session.info.id.text)/practice/\(session.runPlace.map { $0.key.text } ?? "")",
        body: .practice(view(of: run, at: now)), heading: session.module.title)
    }
    if let stop = session.stop { return stopPrompt(stop, session, at: now) }
    guard let place = session.position.next else {
      return Prompt(
        place: "\(session.info.id.text)/end", body: .card(Prose(phrases(.moduleFinished))),
        heading: session.module.title, moves: [.back])
    }
    var prompt = Prompt(
      place: "\(session.info.id.text)/\(place.key.text)",
      body: body(of: place.step, session, at: now), heading: session.module.title)
    if place.step.isPractice, session.run == nil, !isOpenExposure(place.step, at: now) {
      // A practice that waits, or is not here yet, is another prompt than the practice itself.
      prompt.place += "/closed"
    }
    prompt.moves = moves(at: place.step, session)
    fillDraft(of: &prompt, at: place, session)
    fillTrial(of: &prompt, at: place, session, now)
    if case .practice(let id, _) = place.step.kind, session.run != nil,
      practices[id]?.attention != .outside, holds(at: now.wall).standing.contains(.gentle)
    {
      prompt.notice = phrases(.gentleShort)
    }
    prompt.offersPlain =
      digest.isEmpty && session.module.id == program.roles.first && session.given.isEmpty
    return prompt
  }

  private func moves(at step: Step, _ session: SessionRun) -> Set<Prompt.Move> {
    // Every line can be asked why it is there.
    var moves: Set<Prompt.Move> = [.back, .why]
    if step.canBeSkipped || isPage(session) { moves.insert(.skip) }
    return moves
  }

  private func body(of step: Step, _ session: SessionRun, at now: Now) -> Prompt.Body {
    let prose = fill(step.prose, session, at: now)
    switch step.kind {
    case .say: return .card(prose)
    case .choose(_, _, let many):
      return .choose(
        prose, session.position.offered.map { Prompt.Choice(id: $0.id, text: $0.text) }, many: many)
    case .pick(_, from: let list, other: let other):
      return .choose(prose, picks(from: list, other: other), many: false)
    case .scale(_, let scale): return .scale(prose, scale)
    case .write(_, let isKept): return .write(prose, isKept: isKept)
    case .collect(_, _, let atMost, let seeds):
      return .collect(prose, atMost: atMost, seeds: seeds)
    case .gate(let gate):
      return .gate(prose, gate.options.map { Prompt.Choice(id: $0.id, text: $0.text) })
    case .practice(let id, _): return practiceBody(id, session, at: now)
    case .show(_, let exhibit): return .card(Prose(prose.blocks + blocks(of: exhibit, at: now)))
    case .exposure: return exposureBody(prose, at: now)
    }
  }

  private func practiceBody(_ id: String, _ session: SessionRun, at now: Now) -> Prompt.Body {
    if let run = session.run { return .practice(view(of: run, at: now)) }
    guard let practice = practices[id] else {
      return .card(Prose(missing.contains(.practice(id)) ? phrases(.broken) : ""))
    }
    return closedBody(admission(to: practice, at: now)) ?? .card(Prose([]))
  }

  private func view(of run: PracticeRun, at now: Now) -> PracticeView {
    var view = run.view(at: now.elapsed)
    view.voice = voice
    return view
  }

  /// What stands where a door is closed; `nil` where it is open.
  func closedBody(_ admission: Admission) -> Prompt.Body? {
    switch admission {
    case .ask(let gate):
      .card(Prose(phrases(gate == program.roles.recheck ? .recheckFirst : .gateFirst)))
    case .held(let hold): .card(Prose(phrases(Self.phrase(of: hold))))
    case .open: nil
    }
  }

  private func stopPrompt(
    _ stop: SessionRun.Stop, _ session: SessionRun, at now: Now
  ) -> Prompt {
    let choices = Exit.allCases.map { exit in
      Prompt.Choice(id: exit.rawValue, text: phrases(exit.phrase))
    }
    return Prompt(
      place: "\(session.info.id.text)/stop/\(stop.place.step.id)",
      body: .gate(fill(stop.page, session, at: now), choices),
      moves: stop.hold == .emergency ? [] : [.back],
      urgent: stop.hold == .emergency ? crisis?.emergency ?? BuiltIn.emergency : [])
  }

  // MARK: Holes

  func fill(_ prose: Prose, _ session: SessionRun, at now: Now) -> Prose {
    prose.filled(
      by: { hole in text(for: hole.source, session, at: now) ?? hole.fallback ?? "" },
      numbers: { list in
        switch list {
        case .emergency: crisis?.emergency ?? BuiltIn.emergency
        case .sameDay: crisis?.sameDay ?? []
        }
      })
  }

  private func text(for source: Prose.Hole.Source, _ session: SessionRun, at now: Now) -> String? {
    switch source {
    case .safetyLine:
      return digest.own.borrowed(.safetyLines, round: round(of: session, at: now))
    case .evidence:
      return digest.own.borrowed(.evidence, round: round(of: session, at: now))
    case .painWord: return digest.person.painWord?.text(phrases)
    case .since:
      return digest.passedAt.map { phrases.date($0.day, today: now.wall.day) }
    case .answer(.step(let id)):
      let step = session.module.allSteps.first { $0.id == id }
      return session.position.answer(id).flatMap { words(of: $0, step: step) }
    case .answer(.earlier(let module, let step)):
      // Of options only the module that asked knows the words.
      let asked = session.module.allSteps.first { $0.origin == module && $0.id == step }
      return session.earlier[module, step].flatMap { words(of: $0, step: asked) }
    case .answer(.own(let list)):
      let entries = digest.own.texts(list)
      return entries.isEmpty ? nil : entries.joined(separator: "; ")
    case .answer(.experiment(let field)):
      return experiment(of: session, at: now).flatMap { words(of: field, $0, at: now) }
    case .answer(.course(let field)):
      let standing = courseStanding(in: session.info.id, at: now)
      return String(field == .week ? standing.week : standing.hellos)
    case .nextHello:
      return nextHello(in: session.module.id, at: now)
        .map { phrases.date($0, today: now.wall.day) }
    }
  }

  /// Which line of one's own a text borrows: another each day, and further on in a session; help for a
  /// bad hour writes nothing down, and would always borrow the same.
  private func round(of session: SessionRun, at now: Now) -> Int {
    max(0, now.wall.day.number) + session.lastNumber
  }

  /// An answer as the person gave it: own words as they are, a chosen option by its text.
  func words(of answer: Answer, step: Step?) -> String? {
    func text(_ id: String) -> String? {
      guard case .choose(_, let options, _) = step?.kind else { return nil }
      return options.first { $0.id == id }?.text
    }
    switch answer {
    case .text(let text): return text
    case .entries(let entries): return entries.joined(separator: "; ")
    case .number(let number): return String(number)
    case .option(let id): return text(id)
    case .options(let ids):
      let texts = ids.compactMap(text)
      return texts.isEmpty ? nil : texts.joined(separator: "; ")
    case .seen, .practised, .gate, .skipped: return nil
    }
  }
}
