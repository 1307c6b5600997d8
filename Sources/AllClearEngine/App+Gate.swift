// Safety questions: what is kept of them, what they hold, and the ways out of a hold.
extension SessionRun {
  /// The page that stands in the way, with the gate whose answer put it there.
  ///
  /// A gate that another sorts shows none before that one has been answered.
  var stop: Stop? {
    for place in position.gates {
      guard case .gate(let gate) = place.step.kind,
        case .gate(_, let hold?) = position.counted[place.key], !waitsToBeSorted(place)
      else { continue }
      // An emergency is never passed by, whatever an edit has left of its page.
      let numbers = hold == .emergency ? Prose([.numbersHole(.emergency)]) : nil
      guard let page = gate.stops[hold] ?? numbers else { continue }
      return Stop(place: place, gate: gate, hold: hold, page: page)
    }
    return nil
  }

  private func waitsToBeSorted(_ place: Position.Place) -> Bool {
    position.gates.contains {
      $0.step.sorts == place.step.id && position.counted[$0.key] == nil
    }
  }

  /// Marks safety questions to be asked again, by when they were answered; a page that stands in
  /// the way stays.
  mutating func askGatesAgain(where isOld: (Wall) -> Bool) {
    for step in module.allSteps {
      guard case .gate(let gate) = step.kind else { continue }
      for (key, given) in given where key.step == step.id && isOld(given.at) {
        if case .gate(_, let hold?) = given.answer, gate.stops[hold] != nil { continue }
        stale.insert(key)
      }
    }
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
    var records: [Record] = []
    let answer = Answer.gate(outcome: option.outcome, hold: option.hold)
    if option.isKept {
      addGate(answer, at: place, now, to: &records)
    } else {
      letGo(answer, at: place, now)
    }
    if let sorted = gate.sorts { liftSorted(sorted, now, to: &records) }
    if option.hold == nil { clearSorters(of: place, now, to: &records) }
    addPass(after: place, now, to: &records)
    if option.outcome == Gate.new { forgetBeneath() }
    if option.hold == .sitting { return askForCompany(records, at: now) }
    return complete(records, at: now)
  }

  /// Leads to a person: the crisis page at once, and flare help's words when it is closed.
  ///
  /// A session that is kept is left where it stands, as by anybody who stops there: nothing in it
  /// tells what was answered. Nothing that was wanted before comes between.
  private mutating func askForCompany(_ records: [Record], at now: Now) -> Outcome {
    session?.then = nil
    guard let session, session.module.id != program.roles.flare else {
      let outcome = complete(records, at: now)
      return (outcome.0, outcome.1 + openCrisis())
    }
    stack.removeLast()
    companyFollows = true
    let batch = records.first.map { Batch(info: info(of: $0, in: session), records: records) }
    return (batch, openCrisis())
  }

  /// What was answered before something new was said gives no pass any more.
  private mutating func forgetBeneath() {
    for index in stack.indices.dropLast() {
      guard case .session(var session) = stack[index] else { continue }
      session.askGatesAgain { _ in true }
      stack[index] = .session(session)
    }
  }

  mutating func take(_ answer: Answer, at stop: SessionRun.Stop, _ now: Now) -> Outcome {
    guard case .option(let id) = answer, let exit = Exit(rawValue: id) else { return (nil, []) }
    var records: [Record] = []
    switch exit {
    case .leave: return (nil, [.quit])
    case .wrongKey:
      retractGate(stop.place, now, to: &records)
      if let sorted = stop.gate.sorts, let place = place(ofGate: sorted) {
        retractGate(place, now, to: &records)
      }
    case .seen:
      addGate(.gate(outcome: Gate.seen, hold: nil), at: stop.place, now, to: &records)
      addPass(after: stop.place, now, to: &records)
    }
    return complete(records, at: now)
  }

  private func place(ofGate id: String) -> Position.Place? {
    session?.position.enabled.last { $0.step.id == id }
  }

  /// Takes an answer that is written nowhere and holds for the sitting.
  private mutating func letGo(_ answer: Answer, at place: Position.Place, _ now: Now) {
    guard var session, case .gate(_, let hold) = answer else { return }
    if let hold { sittingHolds.insert(hold) }
    session.given[place.key] = Answers.Given(answer, at: now.wall)
    session.letGo.insert(place.key)
    session.stale.remove(place.key)
    session.trail.append(
      SessionRun.Footprint(
        key: place.key, origin: place.step.origin, isFinal: true))
    self.session = session
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
    if options.journal != .kept || writesGate(of: place.step.origin, answer) {
      let record = gateRecord(.answer(answer), at: place, now, for: old?.record, in: &session)
      take(record, insteadOf: old, in: session)
      id = record.id
      if options.journal == .kept { records.append(record) }
    }
    session.given[place.key] = Answers.Given(answer, at: now.wall, record: id)
    session.letGo.remove(place.key)
    session.stale.remove(place.key)
    session.trail.append(
      SessionRun.Footprint(
        key: place.key, origin: place.step.origin, record: id, isFinal: true))
    self.session = session
  }

  /// In a session that leaves no trace, its own question is written only where its answer closes a
  /// door, and then as an answer to the question that is asked of everybody.
  private func writesGate(of origin: String, _ answer: Answer) -> Bool {
    guard case .gate(let outcome, let hold) = answer else { return false }
    return origin == program.roles.gate || origin == program.roles.recheck || hold != nil
      || Digest.endsPass(outcome: outcome, hold: hold)
  }

  /// A record for a gate; under another name where its own would tell what was opened.
  private func gateRecord(
    _ value: Record.Value, at place: Position.Place, _ now: Now, for old: RecordID?,
    in session: inout SessionRun
  ) -> Record {
    let isHidden =
      !session.isKept && place.step.origin == session.module.id
      && ![program.roles.gate, program.roles.recheck].contains(session.module.id)
    return Record(
      id: session.nextRecordID(), value: value,
      module: isHidden ? program.roles.recheck : place.step.origin,
      step: isHidden ? Gate.new : place.step.id, turn: place.turn, at: now.wall, supersedes: old,
      origin: options.origin)
  }

  /// A gate that another has sorted keeps its outcome and holds nothing any more.
  private mutating func liftSorted(_ id: String, _ now: Now, to records: inout [Record]) {
    guard let place = place(ofGate: id),
      case .gate(let outcome, _) = session?.given[place.key]?.answer
    else { return }
    addGate(.gate(outcome: outcome, hold: nil), at: place, now, to: &records)
  }

  /// A no to a gate lifts what its sorting gate held in an earlier session.
  private mutating func clearSorters(
    of place: Position.Place, _ now: Now, to records: inout [Record]
  ) {
    guard let session else { return }
    for step in session.module.allSteps
    where step.sorts == place.step.id && digest.allGates["\(step.origin).\(step.id)"]?.hold != nil {
      addGate(
        .gate(outcome: Gate.clear, hold: nil), at: Position.Place(step: step, turn: place.turn),
        now, to: &records)
    }
  }

  private mutating func retractGate(
    _ place: Position.Place, _ now: Now, to records: inout [Record]
  ) {
    guard var session, let given = session.given.removeValue(forKey: place.key) else { return }
    if let old = given.record {
      let record = gateRecord(.retracted, at: place, now, for: old, in: &session)
      take(record, insteadOf: given, in: session)
      if options.journal == .kept { records.append(record) }
    }
    self.session = session
  }
}
