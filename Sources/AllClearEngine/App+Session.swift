// Answers in a session: each becomes a record before the next prompt is shown.
extension App.State {
  /// Works out where the session that is shown stands.
  mutating func reposition(at now: Now) {
    guard var session else { return }
    // A session begins with its first record; what is written before that stands before it.
    if session.isKept, !session.hasStarted { session.earlier = digest.facts }
    // What is told of a movement ends its waiting; the session goes on to be about that one.
    session.experiment = session.experiment ?? experimentToAsk(in: session, at: now)?.id
    let stale = session.stale
    session.position = Position(
      in: session.module,
      answers: Answers(
        given: stale.isEmpty ? session.given : session.given.filter { !stale.contains($0.key) },
        earlier: session.earlier,
        own: digest.own,
        holds: holds(at: now.wall).standing,
        wishes: digest.person.wantsNoNumbers(on: now.wall.day) ? [.noNumbers] : [],
        experiment: experiment(of: session, at: now),
        standing: courseStanding(in: session.info.id, at: now)),
      now: now.wall)
    self.session = session
  }

  mutating func takeInSession(_ answer: Answer, at now: Now) -> Outcome {
    guard let session, !session.isInPractice else { return (nil, []) }
    if let stop = session.stop { return take(answer, at: stop, now) }
    guard let place = session.position.next else {
      return answer == .seen ? complete([], at: now) : (nil, [])
    }
    switch (place.step.kind, answer) {
    case (.say, .seen), (.show, .seen):
      return keep(answer, at: place, now)
    case (.scale, .number(let number)) where Scale.points.contains(number):
      let told = place.step.tells.flatMap { self.told($0, number, at: now) }
      return keep(
        answer, at: place, now, chosen: String(number), besides: told.map(Record.Value.experiment))
    case (.pick(_, from: let list, other: _), .option(let id)):
      if id == Self.otherPick { return keep(.skipped, at: place, now) }
      guard let line = picked(id, from: list) else { return (nil, []) }
      return keep(.text(line), at: place, now, chosen: line)
    case (.write(_, let isKept), .text):
      return keep(isKept ? answer : .seen, at: place, now)
    case (.collect(_, into: let list, let atMost, _), .entries(let entries))
    where entries.count <= atMost && !entries.isEmpty:
      return keep(answer, at: place, now, into: list)
    case (.choose(_, _, many: false), .option(let id)):
      guard let option = session.position.offered.first(where: { $0.id == id }) else {
        return (nil, [])
      }
      if let door = option.opens { return (nil, open(door, at: now)) }
      return keep(
        answer, at: place, now, chosen: option.text,
        besides: besides([option], of: place.step, at: now),
        adds: [option.evidence].compactMap { $0 })
    case (.choose(_, _, many: true), .options(let ids)):
      // An option that opens something is a door and no answer.
      let chosen = session.position.offered.filter { ids.contains($0.id) && $0.opens == nil }
      guard chosen.count == ids.count, !ids.isEmpty else { return (nil, []) }
      return keep(
        .options(chosen.map(\.id)), at: place, now,
        chosen: chosen.map(\.text).joined(separator: "; "),
        besides: besides(chosen, of: place.step, at: now), adds: chosen.compactMap(\.evidence))
    case (.exposure(_, let parts), .option(let id)):
      guard let exposure = Exposure(rawValue: id), exposureAdmission(at: now) == .open else {
        return (nil, [])
      }
      return keep(
        answer, at: place, now, chosen: phrases(exposure.phrase),
        besides: tried(exposure, parts, at: place, now).map(Record.Value.experiment), isFinal: true)
    case (.exposure, .seen): return passClosedExposure(at: place, now)
    case (.gate(let gate), .option(let id)):
      guard let option = gate.options.first(where: { $0.id == id }) else { return (nil, []) }
      return take(option, of: gate, at: place, now)
    case (.practice(let id, _), .seen):
      return passClosedPractice(id, at: place, now)
    default: return (nil, [])
    }
  }

  mutating func skip(at now: Now) -> Outcome {
    switch stack.last {
    case .ownWord, .ownSetting:
      stack.removeLast()
      return (nil, [])
    default: break
    }
    guard let session, session.stop == nil, !session.isInPractice,
      let place = session.position.next
    else { return (nil, []) }
    if isPage(session) {
      stack.removeLast()
      return (nil, [])
    }
    guard place.step.canBeSkipped else { return (nil, []) }
    return keep(.skipped, at: place, now)
  }

  /// Whether it is a page to read: the rest of it can be skipped, back to the door.
  func isPage(_ session: SessionRun) -> Bool { program.page(session.module.id) != nil }

  /// Takes the last answer of this sitting back, or goes to what lies beneath.
  mutating func backInSession(_ session: SessionRun, at now: Now) -> Outcome {
    guard !session.isInPractice, session.stop?.hold != .emergency else { return (nil, []) }
    guard let last = lastAnswer(of: session) else {
      stack.removeLast()
      return (nil, [])
    }
    return takeBack(last, of: session, at: now)
  }

  /// Keeps an answer, and ends the session when nothing is left to ask.
  mutating func keep(
    _ answer: Answer, at place: Position.Place, _ now: Now, chosen: String? = nil,
    into list: OwnList? = nil, besides value: Record.Value? = nil, adds: [String] = [],
    isFinal: Bool = false
  ) -> Outcome {
    guard let session else { return (nil, []) }
    var records: [Record] = []
    let question = fill(place.step.prose, session, at: now).plainText
    let shown = [question, chosen].compactMap { $0 }.joined(separator: "\n> ")
    add(
      .answer(answer, into: adds.isEmpty ? list : .evidence), at: place, now, shown: shown,
      isFinal: isFinal, adds: adds, to: &records)
    if let value { keepBesides(value, at: now, in: &records) }
    var outcome = complete(records, at: now)
    if session.hasStarted, session.drafts[place.key] != nil {
      outcome.1.append(.draft([], at: place.key, in: session.info))
    }
    return outcome
  }

  /// Puts a record for a step into `records`, and its answer into the session.
  mutating func add(
    _ value: Record.Value, at place: Position.Place, _ now: Now, shown: String?,
    isFinal: Bool = false, adds: [String] = [], to records: inout [Record]
  ) {
    guard case .answer(let answer, _) = value, var session else { return }
    let old = session.given[place.key]
    var id: RecordID?
    if session.isKept {
      if let started = start(at: now) {
        records.append(started)
        session = self.session ?? session
      }
      let record = Record(
        id: session.nextRecordID(), value: value, module: place.step.origin, step: place.step.id,
        turn: place.turn, shown: shown, at: now.wall, supersedes: old?.record,
        origin: options.origin, adds: adds)
      take(record, insteadOf: old, in: session)
      records.append(record)
      id = record.id
    }
    session.given[place.key] = Answers.Given(answer, at: now.wall, record: id)
    session.letGo.remove(place.key)
    session.stale.remove(place.key)
    session.drafts[place.key] = nil
    session.trail.append(
      SessionRun.Footprint(
        key: place.key, origin: place.step.origin, record: id, isFinal: isFinal || old != nil))
    self.session = session
  }

  /// The record with which the session that is shown begins; `nil` where it has begun.
  mutating func start(at now: Now) -> Record? {
    guard var session, session.isKept, !session.hasStarted else { return nil }
    session.hasStarted = true
    let record = Record(
      id: session.nextRecordID(), value: .started, module: session.module.id, at: now.wall,
      origin: options.origin)
    self.session = session
    ledger.add(record, in: session.module.id)
    return record
  }

  /// Takes a record of a session into the digest.
  mutating func take(_ record: Record, insteadOf old: Answers.Given?, in session: SessionRun) {
    ledger.add(
      record, in: info(of: record, in: session).module, insteadOf: old?.answer,
      before: session.earlier[record.module, record.step])
  }

  /// The batch of an answer; with the end of the session where nothing is left to ask.
  mutating func complete(_ records: [Record], at now: Now) -> Outcome {
    var records = records
    reposition(at: now)
    guard let session else { return (nil, []) }
    var effects: [Effect] = []
    if session.position.next == nil, session.stop == nil, !session.lingers {
      records += finish(at: now)
      if let door = session.then { effects = open(door, at: now) }
    }
    return (records.first.map { Batch(info: info(of: $0, in: session), records: records) }, effects)
  }

  /// Ends the session that is shown.
  private mutating func finish(at now: Now) -> [Record] {
    guard var session else { return [] }
    stack.removeLast()
    guard session.isKept, session.hasStarted else { return [] }
    let record = Record(
      id: session.nextRecordID(), value: .finished(session.position.ended ? .ended : .completed),
      module: session.module.id, at: now.wall, origin: options.origin)
    ledger.add(record, in: session.module.id)
    return [record]
  }

  /// A record about the person and not about a step, taken into the digest.
  mutating func keepPersonal(_ value: Record.Value, at now: Now) -> Record {
    let id: RecordID
    if session?.isKept == true, let next = session?.nextRecordID() {
      id = next
    } else {
      sessionCount += 1
      id = RecordID(
        session: SessionID(sitting: options.sitting, number: sessionCount), number: 1)
    }
    let record = Record(
      id: id, value: value, module: Record.person, step: value.topic, at: now.wall,
      origin: options.origin)
    ledger.add(record, in: Record.person)
    return record
  }

  /// The session under which a record is written.
  ///
  /// One that leaves no trace has the safety questions' name for their answers, or the person's own,
  /// and nothing that tells which it was.
  func info(of record: Record, in session: SessionRun) -> SessionInfo {
    guard !session.isKept else { return session.info }
    return SessionInfo(
      id: record.id.session,
      module: record.module == Record.person ? Record.person : program.roles.gate,
      contentHash: "", appVersion: options.appVersion)
  }
}

extension Record {
  /// The module of records about the person and not about a step.
  public static let person = "person"
}

extension Step {
  /// Every question but a gate can be skipped; a card is gone on from.
  var canBeSkipped: Bool {
    switch kind {
    case .say, .show, .exposure, .gate: false
    case .choose, .scale, .write, .collect, .practice, .pick: true
    }
  }
}
