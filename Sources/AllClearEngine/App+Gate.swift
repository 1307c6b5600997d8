// Safety questions: what is kept of them, what they hold, and the ways out of a hold.
extension SessionRun {
  /// The page that stands in the way, with the gate whose answer put it there.
  var stop: Stop? {
    for place in position.enabled {
      guard case .gate(let gate) = place.step.kind,
        case .gate(_, let hold?) = position.counted[place.key], let page = gate.stops[hold]
      else { continue }
      return Stop(place: place, gate: gate, hold: hold, page: page)
    }
    return nil
  }

  struct Stop: Hashable, Sendable {
    var place: Position.Place
    var gate: Gate
    var hold: Hold
    var page: Prose
  }
}

extension App.State {
  /// The exits of a stop page.
  enum Exit: String, CaseIterable {
    case wrongKey = "wrong-key"
    case seen
    case leave

    var phrase: Phrase {
      switch self {
      case .wrongKey: .pressedWrongKey
      case .seen: .haveBeenSeen
      case .leave: .leave
      }
    }
  }

  mutating func take(
    _ option: Gate.Option, of gate: Gate, at place: Position.Place, _ now: Now
  ) -> Outcome {
    guard let was = session else { return (nil, []) }
    var records: [Record] = []
    var effects: [Effect] = []
    let answer = Answer.gate(outcome: option.outcome, hold: option.hold)
    if option.isKept {
      addGate(answer, at: place, now, to: &records)
      if let sorted = gate.sorts { liftSorted(sorted, now, to: &records) }
      if option.hold == nil { clearSorters(of: place, now, to: &records) }
    } else {
      if let hold = option.hold { sittingHolds.insert(hold) }
      var session = was
      session.given[place.key] = Answers.Given(answer, at: now.wall)
      session.trail.append(
        SessionRun.Footprint(
          key: place.key, origin: place.step.origin, isFinal: true, digest: digest))
      self.session = session
    }
    addPass(now, to: &records)
    let outcome = complete(records, was: was, at: now)
    if option.hold == .sitting { effects += openCrisis() }
    return (outcome.0, outcome.1 + effects)
  }

  mutating func take(_ answer: Answer, at stop: SessionRun.Stop, _ now: Now) -> Outcome {
    guard case .option(let id) = answer, let exit = Exit(rawValue: id), let was = session
    else { return (nil, []) }
    var records: [Record] = []
    switch exit {
    case .leave: return (nil, [.quit])
    case .wrongKey:
      retractGate(stop.place, now, to: &records)
      if let sorted = stop.gate.sorts,
        let place = was.position.enabled.last(where: { $0.step.id == sorted })
      {
        retractGate(place, now, to: &records)
      }
    case .seen:
      addGate(.gate(outcome: Gate.seen, hold: nil), at: stop.place, now, to: &records)
      addPass(now, to: &records)
    }
    return complete(records, was: was, at: now)
  }

  /// Writes the answer to a gate: group, date and outcome, and nothing that was shown.
  private mutating func addGate(
    _ answer: Answer, at place: Position.Place, _ now: Now, to records: inout [Record]
  ) {
    guard var session else { return }
    if session.isKept {
      add(.answer(answer), at: place, now, shown: nil, isFinal: true, to: &records)
      return
    }
    let old = session.given[place.key]
    var id: RecordID?
    let record = Record(
      id: session.nextRecordID(), value: .answer(answer), module: place.step.origin,
      step: place.step.id, turn: place.turn, at: now.wall, supersedes: old?.record,
      origin: options.origin)
    digest.apply(record, in: program.roles.gate)
    if options.journal == .kept, writesGate(of: place.step.origin, answer) {
      records.append(place.step.origin == session.module.id ? anonymous(record) : record)
      id = record.id
    }
    session.given[place.key] = Answers.Given(answer, at: now.wall, record: id)
    session.trail.append(
      SessionRun.Footprint(
        key: place.key, origin: place.step.origin, record: id, isFinal: true, digest: digest))
    self.session = session
  }

  /// In a session that leaves no trace, its own question is written only where it says that
  /// something is new, and then as an answer to the question that is asked of everybody.
  private func writesGate(of origin: String, _ answer: Answer) -> Bool {
    if origin == program.roles.gate || origin == program.roles.recheck { return true }
    if case .gate(Gate.new, _) = answer { return true }
    return false
  }

  private func anonymous(_ record: Record) -> Record {
    var record = record
    record.module = program.roles.recheck
    record.step = Gate.new
    return record
  }

  /// A gate that another has sorted keeps its outcome and holds nothing any more.
  private mutating func liftSorted(_ id: String, _ now: Now, to records: inout [Record]) {
    guard let session, let place = session.position.enabled.last(where: { $0.step.id == id }),
      case .gate(let outcome, _) = session.given[place.key]?.answer
    else { return }
    addGate(.gate(outcome: outcome, hold: nil), at: place, now, to: &records)
  }

  /// A no to a gate lifts what its sorting gate held in an earlier session.
  private mutating func clearSorters(
    of place: Position.Place, _ now: Now, to records: inout [Record]
  ) {
    guard let session else { return }
    for step in session.module.allSteps {
      guard case .gate(let gate) = step.kind, gate.sorts == place.step.id,
        digest.gates["\(step.origin).\(step.id)"]?.hold != nil
      else { continue }
      addGate(
        .gate(outcome: Gate.clear, hold: nil), at: Position.Place(step: step, turn: place.turn),
        now, to: &records)
    }
  }

  private mutating func retractGate(
    _ place: Position.Place, _ now: Now, to records: inout [Record]
  ) {
    guard var session, let given = session.given.removeValue(forKey: place.key) else { return }
    digest.gates["\(place.step.origin).\(place.step.id)"] = nil
    if let old = given.record {
      records.append(
        Record(
          id: session.nextRecordID(), value: .retracted, module: place.step.origin,
          step: place.step.id, turn: place.turn, at: now.wall, supersedes: old,
          origin: options.origin))
    }
    self.session = session
  }

  /// Notes that the safety questions were all answered, when this answer was the last of them.
  private mutating func addPass(_ now: Now, to records: inout [Record]) {
    reposition(at: now)
    let roles = program.roles
    guard var session, [roles.gate, roles.first, roles.recheck].contains(session.module.id),
      session.stop == nil
    else { return }
    let gates = session.position.enabled.filter {
      $0.step.isGate && [roles.gate, roles.recheck].contains($0.step.origin)
    }
    guard !gates.isEmpty, gates.allSatisfy({ session.position.counted[$0.key] != nil }),
      // The one later question renews a pass; it gives none by itself.
      digest.passedAt != nil || gates.contains(where: { $0.step.origin == roles.gate })
    else { return }
    guard session.isKept else {
      // Nothing is kept, and still the answers hold for this sitting.
      digest.passedAt = now.wall
      return
    }
    let record = Record(
      id: session.nextRecordID(), value: .passed, module: roles.gate, at: now.wall,
      origin: options.origin)
    digest.apply(record, in: session.module.id)
    records.append(record)
    self.session = session
  }
}
