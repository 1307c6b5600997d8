// Answers in a session: each becomes a record before the next prompt is shown.
extension App.State {
  /// Works out where the session that is shown stands.
  mutating func reposition(at now: Now) {
    guard var session else { return }
    session.position = Position(
      in: session.module,
      answers: Answers(
        given: session.given, earlier: session.earlier, own: digest.own,
        holds: holds(at: now.wall).standing),
      now: now.wall)
    self.session = session
  }

  mutating func takeInSession(_ answer: Answer, at now: Now) -> Outcome {
    guard let session else { return (nil, []) }
    if let stop = session.stop { return take(answer, at: stop, now) }
    guard let place = session.position.next else {
      return answer == .seen ? (finish(at: now), []) : (nil, [])
    }
    switch (place.step.kind, answer) {
    case (.say, .seen):
      return keep(answer, at: place, now)
    case (.scale, .number(let number)) where Scale.points.contains(number):
      return keep(answer, at: place, now, chosen: String(number))
    case (.write(_, let isKept), .text):
      return keep(isKept ? answer : .seen, at: place, now)
    case (.collect(_, into: let list, let atMost, _), .entries(let entries))
    where entries.count <= atMost && !entries.isEmpty:
      return keep(answer, at: place, now, into: list)
    case (.choose(_, let options, many: false), .option(let id)):
      guard let option = options.first(where: { $0.id == id }) else { return (nil, []) }
      if let door = option.opens { return (nil, open(door, at: now)) }
      return keep(answer, at: place, now, chosen: option.text, asksTomorrow: option.asksTomorrow)
    case (.choose(_, let options, many: true), .options(let ids)):
      let chosen = options.filter { ids.contains($0.id) }
      guard chosen.count == ids.count, !ids.isEmpty else { return (nil, []) }
      return keep(
        .options(chosen.map(\.id)), at: place, now,
        chosen: chosen.map(\.text).joined(separator: "; "))
    case (.gate(let gate), .option(let id)):
      guard let option = gate.options.first(where: { $0.id == id }) else { return (nil, []) }
      return take(option, of: gate, at: place, now)
    case (.practice(let id, _), .seen):
      return passClosedPractice(id, at: place, now)
    default: return (nil, [])
    }
  }

  mutating func skip(at now: Now) -> Outcome {
    guard let session, session.stop == nil, let place = session.position.next,
      place.step.canBeSkipped
    else { return (nil, []) }
    if let phase = session.run?.phase, phase != .ready { return (nil, []) }
    return keep(.skipped, at: place, now)
  }

  /// Takes the last answer of this sitting back, or goes to what lies beneath.
  mutating func backInSession(_ session: SessionRun, at now: Now) -> Outcome {
    var session = session
    if let stop = session.stop, stop.hold == .emergency { return (nil, []) }
    if let phase = session.run?.phase, phase != .ready { return (nil, []) }
    guard session.stop == nil, let last = session.trail.last, !last.isFinal else {
      stack.removeLast()
      return (nil, [])
    }
    session.trail.removeLast()
    session.given[last.key] = nil
    session.run = nil
    digest = last.digest
    digest.lastAt = now.wall
    guard let record = last.record else {
      self.session = session
      return (nil, [])
    }
    let retracted = Record(
      id: session.nextRecordID(), value: .retracted, module: last.origin, step: last.key.step,
      turn: last.key.turn, at: now.wall, supersedes: record, origin: options.origin)
    self.session = session
    return (Batch(info: session.info, records: [retracted]), [])
  }

  /// Keeps an answer, and ends the session when nothing is left to ask.
  mutating func keep(
    _ answer: Answer, at place: Position.Place, _ now: Now, chosen: String? = nil,
    into list: OwnList? = nil, asksTomorrow: Bool = false
  ) -> Outcome {
    guard let session else { return (nil, []) }
    var records: [Record] = []
    let shown = [place.step.prose.plainText, chosen].compactMap { $0 }.joined(separator: "\n> ")
    add(.answer(answer, into: list), at: place, now, shown: shown, to: &records)
    if asksTomorrow {
      records += keepPersonal(.askOn(CivilDay(number: now.wall.day.number + 1)), at: now)
    }
    return complete(records, was: session, at: now)
  }

  /// Puts a record for a step into `records`, and its answer into the session.
  mutating func add(
    _ value: Record.Value, at place: Position.Place, _ now: Now, shown: String?,
    isFinal: Bool = false, to records: inout [Record]
  ) {
    guard case .answer(let answer, _) = value, var session else { return }
    let before = digest
    let old = session.given[place.key]
    var id: RecordID?
    if session.isKept {
      if !session.hasStarted {
        session.hasStarted = true
        let started = Record(
          id: session.nextRecordID(), value: .started, module: session.module.id, at: now.wall,
          origin: options.origin)
        digest.apply(started, in: session.module.id)
        records.append(started)
      }
      let record = Record(
        id: session.nextRecordID(), value: value, module: place.step.origin, step: place.step.id,
        turn: place.turn, shown: shown, at: now.wall, supersedes: old?.record,
        origin: options.origin)
      digest.apply(record, in: session.module.id)
      records.append(record)
      id = record.id
    }
    session.given[place.key] = Answers.Given(answer, at: now.wall, record: id)
    session.drafts[place.key] = nil
    session.trail.append(
      SessionRun.Footprint(
        key: place.key, origin: place.step.origin, record: id,
        isFinal: isFinal || old != nil, digest: before))
    self.session = session
  }

  /// The batch of an answer; with the end of the session where nothing is left to ask.
  mutating func complete(_ records: [Record], was: SessionRun, at now: Now) -> Outcome {
    var records = records
    reposition(at: now)
    guard let session else { return (nil, []) }
    let written = session.isKept ? session.info : records.first.map { info(of: $0, in: session) }
    if session.position.next == nil, session.stop == nil, !session.lingers {
      if let finished = finish(at: now) { records += finished.records }
      let effects = session.then.map { open($0, at: now) } ?? []
      return (written.map { Batch(info: $0, records: records) }, effects)
    }
    return (written.map { Batch(info: $0, records: records) }, [])
  }

  /// Ends the session that is shown.
  mutating func finish(at now: Now) -> Batch? {
    guard var session else { return nil }
    stack.removeLast()
    guard session.isKept, session.hasStarted else { return nil }
    let record = Record(
      id: session.nextRecordID(), value: .finished(session.position.ended ? .ended : .completed),
      module: session.module.id, at: now.wall, origin: options.origin)
    digest.apply(record, in: session.module.id)
    return Batch(info: session.info, records: [record])
  }

  /// A record about the person and not about a step; empty where nothing is kept.
  mutating func keepPersonal(_ value: Record.Value, at now: Now) -> [Record] {
    let id: RecordID
    if session?.isKept == true, let next = session?.nextRecordID() {
      id = next
    } else {
      sessionCount += 1
      id = RecordID(
        session: SessionID(sitting: options.sitting, number: sessionCount), number: 1)
    }
    let record = Record(
      id: id, value: value, module: Record.person, at: now.wall, origin: options.origin)
    digest.apply(record, in: Record.person)
    return options.journal == .kept ? [record] : []
  }

  /// The session under which a record of a session that is not kept is written: that of the safety
  /// questions, or the person's own, so that flare help leaves no trace.
  func info(of record: Record, in session: SessionRun) -> SessionInfo {
    SessionInfo(
      id: record.id.session,
      module: record.module == Record.person ? Record.person : program.roles.gate,
      contentHash: session.module.hash, appVersion: options.appVersion)
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
    case .say, .gate: false
    case .choose, .scale, .write, .collect, .practice: true
    }
  }
}
