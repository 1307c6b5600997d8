// Opening things by name: every door goes through here, and asks `Holds` first.
extension App.State {
  /// Opens a door, or says calmly why it stays closed.
  /// - Parameter then: what is opened once that has ended.
  mutating func open(_ door: Door, then: Door? = nil, at now: Now) -> [Effect] {
    switch door {
    case .crisis: return openCrisis()
    case .flare, .module(program.roles.flare): return openFlare(at: now)
    case .demo: return [.present(.start)]
    case .page, .practice, .module, .settings, .own, .writings, .letter, .changed, .showcase,
      .everywhere:
      break
    }
    if holds(at: now.wall).standing.contains(.emergency) { return openStop(at: now) }
    switch door {
    case .page(let id): return bring(door, resource: .module(id))
    case .practice(let id, let minutes): return openPractice(id, minutes: minutes, at: now)
    case .module(let id): return openModule(id, then: then, at: now)
    case .own(let list):
      show(list, at: now)
      return []
    case .writings:
      showWritings(.writings)
      return []
    case .letter:
      showWritings(.letter)
      return []
    case .settings:
      stack.append(.menu(.settings))
      return []
    case .changed:
      showProgress()
      return []
    case .showcase:
      showDemoList(.showcase)
      return []
    case .everywhere:
      showDemoList(.everywhere)
      return []
    case .crisis, .flare, .demo: return []
    }
  }

  private mutating func openFlare(at now: Now) -> [Effect] {
    let id = program.roles.flare
    let standing = holds(at: now.wall).standing
    // Comfort is no answer to an emergency: its help is the numbers. Somebody who thinks of ending
    // their life is led to a person all the same.
    if standing.contains(.emergency), !standing.contains(.sitting) { return openCrisis() }
    return bringToTop { $0.module.id == id } ? [] : bring(.flare, resource: .module(id))
  }

  /// Opens a module from its start; beginning it puts an unfinished session of it aside.
  mutating func openAfresh(_ id: String, then: Door? = nil) -> [Effect] {
    bring(.module(id), resource: .module(id), then: then)
  }

  private mutating func bring(_ door: Door, resource: Resource, then: Door? = nil) -> [Effect] {
    // What could not be brought may have been mended since.
    missing = []
    opening = Opening(door: door, resource: resource, then: then)
    return [.load(resource)]
  }

  /// Shows a session that lies beneath; it is never opened twice.
  private mutating func bringToTop(_ isWanted: (SessionRun) -> Bool) -> Bool {
    let index = stack.lastIndex { activity in
      if case .session(let session) = activity { isWanted(session) } else { false }
    }
    guard let index else { return false }
    stack.append(stack.remove(at: index))
    return true
  }

  private mutating func openModule(_ id: String, then: Door?, at now: Now) -> [Effect] {
    guard let entry = program.module(id) else { return [] }
    guard entry.file != nil else {
      tell(phrases(.partNotWritten), heading: entry.title)
      return []
    }
    guard mayOpen(entry, at: now) else { return [] }
    if options.journal == .inUse || options.journal == .readOnly {
      tell(phrases(options.journal == .inUse ? .inUse : .readOnly), heading: entry.title)
      return []
    }
    if bringToTop({ $0.module.id == id }) { return [] }
    if id == program.roles.checkIn, digest.finished[id]?.day == now.wall.day {
      // Watching a number is a habit of fear: once a day is enough.
      tell(phrases(.checkInToday), heading: entry.title)
      return []
    }
    if suggestsRest(before: entry, at: now) { return [] }
    if digest.unfinished.contains(where: { $0.module == id }) {
      stack.append(.menu(.module(id, then: then)))
      return []
    }
    return openAfresh(id, then: then)
  }

  /// Whether a module's door is open; if not, says why, or asks what opens it.
  private mutating func mayOpen(_ entry: Program.ModuleEntry, at now: Now) -> Bool {
    switch holds(at: now.wall).admission(to: entry, roles: program.roles) {
    case .open: return true
    case .ask(let gate): askFirst(gate, for: .module(entry.id))
    case .held(let hold): tellHeld(hold)
    }
    return false
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
    // Gentle is short: there is nothing to choose.
    let isGentle =
      entry.attention != .outside && holds(at: now.wall).standing.contains(.gentle)
    let only = entry.lengths.count == 1 || isGentle ? entry.lengths.min() : nil
    guard let length = only ?? minutes.flatMap({ entry.lengths.contains($0) ? $0 : nil }) else {
      stack.append(.menu(.lengths(id)))
      return []
    }
    return bring(.practice(id, minutes: length), resource: .practice(id))
  }

  // MARK: Going on

  /// Goes on with a session of the journal, where its module's door is open.
  mutating func resume(_ id: SessionID, then: Door? = nil, at now: Now) -> [Effect] {
    guard let module = digest.unfinished.last(where: { $0.id == id })?.module else { return [] }
    if let entry = program.module(module), !mayOpen(entry, at: now) { return [] }
    return resume(id, of: module, then: then)
  }

  /// Goes on with the session in which a gate, `module.step`, was answered.
  mutating func resume(gate: String) -> [Effect] {
    guard let fact = digest.allGates[gate] else { return [] }
    let own = gate.split(separator: ".").first.map(String.init) ?? program.roles.gate
    let module = digest.unfinished.last { $0.id == fact.session }?.module ?? own
    return resume(fact.session, of: module)
  }

  private mutating func resume(_ id: SessionID, of module: String, then: Door? = nil) -> [Effect] {
    if bringToTop({ $0.info.id == id }) { return [] }
    opening = Opening(
      door: .module(module), resource: .module(module), resumes: id, then: then)
    return [.load(.module(module))]
  }

  /// The page of an emergency, before anything else.
  private mutating func openStop(at now: Now) -> [Effect] {
    holds(at: now.wall).stopGate.map { resume(gate: $0) } ?? []
  }

  /// Home is not shown while an emergency stands.
  mutating func showStop(at now: Now) -> [Effect] {
    stack.count == 1 && opening == nil ? openStop(at: now) : []
  }

  /// The safety questions, and then what was wanted.
  mutating func askFirst(_ gate: String, for door: Door) {
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
}
