// Opening things by name: every door goes through here, and asks `Holds` first.
extension App.State {
  /// Opens a door, or says calmly why it stays closed.
  mutating func open(_ door: Door, at now: Now) -> [Effect] {
    switch door {
    case .crisis: return openCrisis()
    case .flare: return bring(door, resource: .module(program.roles.flare))
    case .page(let id): return bring(door, resource: .module(id))
    case .practice(let id, let minutes): return openPractice(id, minutes: minutes, at: now)
    case .module(let id): return openModule(id, at: now)
    }
  }

  /// Goes on with a session of the journal; one that is not in the list held safety questions.
  mutating func resume(_ id: SessionID) -> [Effect] {
    let module = digest.unfinished.last { $0.id == id }?.module ?? program.roles.gate
    opening = Opening(door: .module(module), resumes: id)
    return [.load(.module(module))]
  }

  /// Opens a module from its start; beginning it puts an unfinished session of it aside.
  mutating func openAfresh(_ id: String) -> [Effect] {
    opening = Opening(door: .module(id))
    return [.load(.module(id))]
  }

  private mutating func bring(_ door: Door, resource: Resource) -> [Effect] {
    opening = Opening(door: door)
    return [.load(resource)]
  }

  private mutating func openModule(_ id: String, at now: Now) -> [Effect] {
    guard let entry = program.module(id), id != program.roles.flare else {
      return id == program.roles.flare ? open(.flare, at: now) : []
    }
    guard entry.file != nil else {
      tell(phrases(.notWritten), heading: entry.title)
      return []
    }
    switch holds(at: now.wall).admission(to: entry, roles: program.roles) {
    case .open: break
    case .ask(let gate):
      askFirst(gate, for: .module(id))
      return []
    case .held(let hold):
      tellHeld(hold)
      return []
    }
    if options.journal == .inUse || options.journal == .readOnly {
      tell(phrases(options.journal == .inUse ? .inUse : .readOnly), heading: entry.title)
      return []
    }
    if digest.unfinished.contains(where: { $0.module == id }) {
      stack.append(.menu(.module(id)))
      return []
    }
    return bring(.module(id), resource: .module(id))
  }

  private mutating func openPractice(_ id: String, minutes: Int?, at now: Now) -> [Effect] {
    guard let entry = program.practice(id) else { return [] }
    switch holds(at: now.wall).admission(to: entry.attention, roles: program.roles) {
    case .open: break
    case .ask(let gate):
      askFirst(gate, for: .practice(id, minutes: minutes))
      return []
    case .held(let hold):
      tellHeld(hold)
      return []
    }
    guard minutes != nil || entry.lengths.count == 1 else {
      stack.append(.menu(.lengths(id)))
      return []
    }
    return bring(.practice(id, minutes: minutes ?? entry.lengths.first), resource: .practice(id))
  }

  /// The safety questions, and then what was wanted.
  private mutating func askFirst(_ gate: String, for door: Door) {
    let phrase: Phrase = gate == program.roles.recheck ? .recheckFirst : .gateFirst
    stack.append(
      .note(
        Note(
          place: "ask:\(gate)", prose: Prose(phrases(phrase)), opens: .module(gate), then: door)))
  }

  mutating func tell(_ text: String, heading: String? = nil) {
    stack.append(.note(Note(place: "note:\(text)", heading: heading, prose: Prose(text))))
  }

  mutating func tellHeld(_ hold: Hold) {
    tell(phrases(Self.phrase(of: hold)))
  }

  static func phrase(of hold: Hold) -> Phrase {
    switch hold {
    case .emergency, .sameDay: .heldSameDay
    case .notExamined: .heldNotExamined
    case .lessonsOnly, .gentle: .heldLessonsOnly
    case .sitting: .heldSitting
    case .movementPaused: .heldMovement
    }
  }

  // MARK: What was brought

  mutating func take(_ loaded: Loaded, at now: Now) -> Outcome {
    switch loaded {
    case .crisis(let crisis):
      self.crisis = crisis
      asksForLoad.remove(.crisis)
      if case .crisis = opening?.door {
        opening = nil
        stack.append(.crisis)
      }
      return (nil, [])
    case .practice(let practice):
      practices[practice.id] = practice
      asksForLoad.remove(.practice(practice.id))
      guard case .practice(practice.id, let minutes) = opening?.door else { return (nil, []) }
      opening = nil
      return begin(alone: practice, minutes: minutes ?? practice.lengths.keys.min() ?? 1)
    case .module(let module): return take(module)
    case .session(let stored):
      guard let opening, let module = opening.module, opening.resumes == stored.info.id else {
        return (nil, [])
      }
      self.opening = nil
      stack.append(
        .session(
          SessionRun(module, info: stored.info, isKept: true, earlier: digest.facts, stored: stored)
        ))
      return (nil, [])
    }
  }

  private mutating func take(_ module: Module) -> Outcome {
    guard var opening else { return (nil, []) }
    if let id = opening.resumes {
      opening.module = module
      self.opening = opening
      return (nil, [.load(.session(id))])
    }
    self.opening = nil
    return begin(module, then: opening.then)
  }

  /// Begins a practice by itself, as a session of one step.
  private mutating func begin(alone practice: Practice, minutes: Int) -> Outcome {
    let step = Step(
      id: "round", origin: practice.id, kind: .practice(practice.id, minutes: minutes),
      why: practice.why, sources: practice.sources)
    return begin(
      Module(
        id: practice.id, title: practice.title, minutes: minutes, steps: [.step(step)],
        hash: practice.hash))
  }

  private mutating func begin(_ module: Module, then door: Door? = nil) -> Outcome {
    sessionCount += 1
    let info = SessionInfo(
      id: SessionID(sitting: options.sitting, number: sessionCount), module: module.id,
      contentHash: module.hash, appVersion: options.appVersion)
    var session = SessionRun(
      module, info: info, isKept: module.isKept && options.journal == .kept, earlier: digest.facts)
    session.then = door
    stack.append(.session(session))
    return (nil, [])
  }

  mutating func takeMissing(_ resource: Resource, at now: Now) -> [Effect] {
    missing.insert(resource)
    asksForLoad.remove(resource)
    guard let opening else { return [] }
    self.opening = nil
    switch opening.door {
    case .crisis: stack.append(.crisis)
    case .flare:
      // Help that cannot be read leads to the numbers that are built in.
      return openCrisis()
    case .module, .page, .practice: tell(phrases(.broken))
    }
    return []
  }
}
