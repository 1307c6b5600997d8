// The pass: that the safety questions were all answered, and what follows from it.
extension App.State {
  /// Notes that the safety questions were all answered, when this answer was the last of them.
  mutating func addPass(after place: Position.Place, _ now: Now, to records: inout [Record]) {
    reposition(at: now)
    guard let session, session.stop == nil,
      [program.roles.gate, program.roles.recheck].contains(place.step.origin)
    else { return }
    if hasAnsweredAll(in: session) {
      liftForgotten(now, to: &records)
    } else if !renews(in: session) {
      return
    }
    write(.passed, module: program.roles.gate, step: "", now, to: &records)
  }

  /// Whether every safety question of the session was answered, and each answer is kept: a pass on
  /// fewer would let somebody in who was never asked.
  private func hasAnsweredAll(in session: SessionRun) -> Bool {
    let roles = program.roles
    guard
      [roles.gate, roles.first, roles.recheck].contains(session.module.id)
        || asksWholeAgain(session)
    else { return false }
    let asked = session.module.allSteps.filter { $0.isGate && $0.origin == roles.gate }
    let first = asked.filter { $0.sorts == nil }
    let enabled = session.position.enabled.filter { $0.step.isGate && $0.step.origin == roles.gate }
    return !first.isEmpty
      && first.allSatisfy { step in enabled.contains { $0.step.id == step.id } }
      && enabled.allSatisfy {
        session.position.counted[$0.key] != nil && !session.letGo.contains($0.key)
      }
  }

  /// Whether a module has the later question and all that the person was ever asked for safety.
  ///
  /// They were once asked all of it; flare help, for one, asks only some.
  private func asksWholeAgain(_ session: SessionRun) -> Bool {
    let roles = program.roles
    guard digest.finished[roles.gate] != nil || digest.finished[roles.first] != nil,
      session.module.allSteps.contains(where: { $0.isGate && $0.origin == roles.recheck })
    else { return false }
    let here = Set(
      session.module.allSteps.filter { $0.isGate && $0.origin == roles.gate }
        .map { "\($0.origin).\($0.id)" })
    return digest.allGates.keys.allSatisfy { !$0.hasPrefix(roles.gate + ".") || here.contains($0) }
  }

  /// Whether the one later question was answered by a no: it renews a pass and gives none.
  private func renews(in session: SessionRun) -> Bool {
    guard digest.passedAt != nil else { return false }
    let own = recheckGates(in: session)
    return !own.isEmpty
      && own.allSatisfy {
        session.position.counted[$0.key] != nil && !session.letGo.contains($0.key)
      }
  }

  /// The one later question, in its own module or in one that includes it.
  private func recheckGates(in session: SessionRun) -> [Position.Place] {
    session.position.enabled.filter { $0.step.isGate && $0.step.origin == program.roles.recheck }
  }

  /// Lifts what a question held that is not asked any more, and what was urgent by a question that
  /// this session does not ask: everything urgent has just been asked anew.
  private mutating func liftForgotten(_ now: Now, to records: inout [Record]) {
    guard let session else { return }
    let asked = session.position.enabled.filter { session.position.counted[$0.key] != nil }
      .map { "\($0.step.origin).\($0.step.id)" }
    for (name, fact) in digest.allGates.sorted(by: { $0.key < $1.key }) where !asked.contains(name)
    {
      guard let hold = fact.hold, let dot = name.firstIndex(of: ".") else { continue }
      let module = String(name[..<dot])
      guard module == program.roles.gate || hold == .emergency || hold == .sameDay else { continue }
      write(
        .answer(.gate(outcome: Gate.clear, hold: nil)), module: module,
        step: String(name[name.index(after: dot)...]), now, to: &records)
    }
  }

  private mutating func write(
    _ value: Record.Value, module: String, step: String, _ now: Now, to records: inout [Record]
  ) {
    guard var session else { return }
    let record = Record(
      id: session.nextRecordID(), value: value, module: module, step: step, at: now.wall,
      origin: options.origin)
    take(record, insteadOf: nil, in: session)
    if options.journal == .kept { records.append(record) }
    self.session = session
  }
}
