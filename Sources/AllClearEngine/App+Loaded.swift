// What was brought, or could not be brought, and what begins with it.
extension App.State {
  mutating func take(_ loaded: Loaded, at now: Now) -> Outcome {
    switch loaded {
    case .crisis(let crisis):
      self.crisis = crisis
      asksForLoad.remove(.crisis)
      return (nil, [])
    case .practice(let practice):
      practices[practice.id] = practice
      asksForLoad.remove(.practice(practice.id))
      guard let opening, opening.resource == .practice(practice.id),
        case .practice(_, let minutes) = opening.door
      else { return (nil, []) }
      self.opening = nil
      begin(alone: practice, minutes: minutes ?? practice.lengths.keys.min() ?? 1, at: now)
      return (nil, [])
    case .module(let module):
      guard var opening, opening.resource == .module(module.id) else { return (nil, []) }
      guard let id = opening.resumes else {
        self.opening = nil
        begin(module, then: opening.then, at: now)
        return (nil, [])
      }
      opening.module = module
      opening.resource = .session(id)
      self.opening = opening
      return (nil, [.load(.session(id))])
    case .session(let stored) where stored.info.id == Self.ownDraftSession:
      takeDrafts(stored)
      return (nil, [])
    case .session(let stored): return (nil, take(stored, at: now))
    case .writings(let writings):
      take(writings)
      return (nil, [])
    case .lexicon(let lexicon):
      take(lexicon)
      return (nil, [])
    case .progress(let progress):
      take(progress)
      return (nil, [])
    }
  }

  private mutating func take(_ stored: StoredSession, at now: Now) -> [Effect] {
    guard let opening, let module = opening.module, opening.resource == .session(stored.info.id)
    else { return [] }
    self.opening = nil
    let stored = stored.following(program.renamed)
    var session = SessionRun(
      module, info: stored.info, isKept: options.journal == .kept, earlier: digest.facts,
      stored: stored)
    session.then = opening.then
    forgetOld(in: &session, at: now)
    stack.append(.session(session))
    guard holds(at: now.wall).stopGate != nil else { return [] }
    // Where an edit has left no trace of the question that holds, all of them are asked anew.
    reposition(at: now)
    if let session = self.session {
      let next = session.position.next?.step
      if session.stop != nil || next?.isGate == true && next?.origin == program.roles.gate {
        return []
      }
    }
    stack.removeLast()
    return openAfresh(program.roles.gate)
  }

  /// Safety questions of a session that is gone on with are asked again where their answers give no
  /// pass any more: those older than a day, and those from before something new was said.
  private func forgetOld(in session: inout SessionRun, at now: Now) {
    guard holds(at: now.wall).pass != .valid else { return }
    let news = digest.allGates.values.filter { $0.outcome == Gate.new }.map(\.at.milliseconds).max()
    session.askGatesAgain { at in
      !(0...1440 ~= now.wall.minutes(since: at)) || news.map { $0 > at.milliseconds } == true
    }
  }

  /// Begins a practice by itself, as a session of one step.
  private mutating func begin(alone practice: Practice, minutes: Int, at now: Now) {
    let step = Step(
      id: "round", origin: practice.id, kind: .practice(practice.id, minutes: minutes),
      why: practice.why, sources: practice.sources)
    begin(
      Module(
        id: practice.id, title: practice.title, minutes: minutes, steps: [.step(step)],
        hash: practice.hash), at: now)
  }

  private mutating func begin(_ module: Module, then door: Door? = nil, at now: Now) {
    sessionCount += 1
    let info = SessionInfo(
      id: SessionID(sitting: options.sitting, number: sessionCount), module: module.id,
      contentHash: module.hash, appVersion: options.appVersion)
    var session = SessionRun(
      module, info: info, isKept: module.isKept && options.journal == .kept, earlier: digest.facts)
    session.then = door
    if module.id == program.roles.flare { session.answerForCompany(sittingHolds, at: now.wall) }
    stack.append(.session(session))
  }

  /// Says that something could not be brought, or leads to the numbers where they are needed.
  mutating func takeMissing(_ resource: Resource, _ says: Phrase, at now: Now) -> [Effect] {
    missing.insert(resource)
    asksForLoad.remove(resource)
    guard let opening, opening.resource == resource else { return [] }
    self.opening = nil
    if holds(at: now.wall).standing.contains(.emergency) {
      // The page of an emergency cannot be had: ask all anew, or else lead to the numbers.
      let gate = program.roles.gate
      return resource == .module(gate) ? openCrisis() : openAfresh(gate)
    }
    // Help that cannot be read leads to the numbers.
    if opening.door == .flare { return openCrisis() }
    tell(phrases(says))
    return []
  }
}
