// What the player answers in a session: by rule, or else by manner.
extension Player {
  /// Answers what is asked in a session, once a rule or the manner has said how.
  mutating func act(in session: SessionRun) {
    if session.isInPractice { return goOnPractising() }
    if let stop = session.stop { return act(at: stop) }
    guard let place = session.position.next else { return answer(.answer(.seen)) }
    if case .card = app.prompt.body {
      return answer(.answer(.seen))
    }
    let key = "\(place.step.origin).\(place.step.id)"
    let reply = reply(at: key)
    if wantsToSkip(reply) {
      answered.insert(answerKey(place, session))
      return answer(.skip)
    }
    switch place.step.kind {
    case .say, .show: answer(.answer(.seen))
    case .exposure: dare(reply)
    case .choose(_, _, let many):
      let options = session.position.offered
      many ? tick(options, reply, key) : choose(options, reply, at: place, in: session)
    case .pick: pick(reply, key)
    case .gate(let gate): choose(gate, reply, key)
    case .scale: answer(.answer(.number(point(reply))))
    case .write: write(reply)
    case .collect(_, _, let atMost, _): collect(reply, atMost)
    // It counts as answered once it was gone on from.
    case .practice: return practise(reply)
    }
    if !visitState.doors.contains(doorKey(place, session)) {
      answered.insert(answerKey(place, session))
    }
    visitState.doors.remove(doorKey(place, session))
  }

  /// Tries what else it came for from the page that stands in the way, and then takes an exit.
  private mutating func act(at stop: SessionRun.Stop) {
    while let next = visitState.plan.first, !visitState.hasQuit {
      guard let door = door(to: next) else {
        visitState.plan.removeFirst()
        continue
      }
      visitState.plan.removeFirst()
      answer(.open(door))
      guard app.state.session?.stop == stop else { return }
      report.refused["held: \(stop.hold.rawValue)", default: 0] += 1
      seeing(app, now)
    }
    take("home.stop", or: "leave")
  }

  /// What a rule says here and now, counted.
  mutating func reply(at key: String) -> Persona.Reply? {
    let before = times[key, default: 0]
    times[key] = before + 1
    return persona.answers[key]?.reply(on: visit.day, after: before)
  }

  private mutating func wantsToSkip(_ reply: Persona.Reply?) -> Bool {
    guard app.prompt.moves.contains(.skip) else { return false }
    if let reply { return reply == .word("skip") }
    if dice.happens(persona.manner.skip) { return true }
    switch app.prompt.body {
    case .write: return persona.manner.write.isEmpty
    case .collect: return persona.manner.collect.isEmpty
    case .practice: return persona.manner.practice == .skip
    default: return false
    }
  }

  /// Does what an exposure asks, wholly, in part or not today.
  private mutating func dare(_ reply: Persona.Reply?) {
    if case .word(let word)? = reply, Exposure(rawValue: word) != nil {
      return answer(.answer(.option(word)))
    }
    let ids = Exposure.allCases.map(\.rawValue)
    guard let id = choose(among: ids, by: persona.manner.choose) else { return }
    answer(.answer(.option(id)))
  }

  // MARK: Choosing

  /// One of several by manner; the last of them counts as the worst.
  mutating func choose(among ids: [String], by pick: Persona.Pick) -> String? {
    switch pick {
    case .first, .best: ids.first
    case .last, .worst: ids.last
    case .random: ids.isEmpty ? nil : ids[dice.below(ids.count)]
    }
  }

  /// A word that names an option, or a way to pick one.
  private mutating func choose(
    among ids: [String], word: String?, else pick: Persona.Pick
  ) -> String? {
    guard let word else { return choose(among: ids, by: pick) }
    if ids.contains(word) { return word }
    return choose(among: ids, by: Persona.Pick(rawValue: word) ?? pick)
  }

  private mutating func choose(
    _ options: [Option], _ reply: Persona.Reply?, at place: Position.Place, in session: SessionRun
  ) {
    let key = "\(place.step.origin).\(place.step.id)"
    let open = options.filter {
      $0.opens != nil && !visitState.doors.contains("\(answerKey(place, session)) \($0.id)")
    }.map(\.id)
    var wanted: String?
    if case .word(let word) = reply { wanted = word }
    if wanted == nil, persona.manner.doors == .sometimes, dice.happens(25), !open.isEmpty {
      wanted = open[dice.below(open.count)]
    }
    if let wanted, open.contains(wanted) {
      visitState.doors.insert("\(answerKey(place, session)) \(wanted)")
      visitState.doors.insert(doorKey(place, session))
      return take(wanted, key)
    }
    // A door is gone through once; after that the question is answered.
    let ids = options.filter { $0.opens == nil }.map(\.id)
    if let id = choose(among: ids, word: wanted, else: persona.manner.choose) { take(id, key) }
  }

  /// Picks one of the own lines, by its number as `line-1`, or `else`.
  private mutating func pick(_ reply: Persona.Reply?, _ key: String) {
    var word: String?
    if case .word(let given) = reply { word = given }
    if let id = choose(among: app.prompt.choiceIDs, word: word, else: persona.manner.choose) {
      take(id, key)
    }
  }

  private func doorKey(_ place: Position.Place, _ session: SessionRun) -> String {
    "open " + answerKey(place, session)
  }

  private mutating func tick(_ options: [Option], _ reply: Persona.Reply?, _ key: String) {
    let ids = options.filter { $0.opens == nil }.map(\.id)
    var wanted: [String] =
      switch reply {
      case .entries(let entries): ids.filter(entries.contains)
      case .word(let word): ids.filter { $0 == word }
      case nil: []
      }
    if wanted.isEmpty {
      switch persona.manner.choose {
      case .first, .best: wanted = Array(ids.prefix(1))
      case .last: wanted = Array(ids.suffix(1))
      case .worst: wanted = ids
      case .random:
        wanted = ids.filter { _ in dice.happens(40) }
        if wanted.isEmpty, !ids.isEmpty { wanted = [ids[dice.below(ids.count)]] }
      }
    }
    for id in wanted { report.taken[key, default: [:]][id, default: 0] += 1 }
    answer(.answer(.options(wanted)))
  }

  private mutating func choose(_ gate: Gate, _ reply: Persona.Reply?, _ key: String) {
    var word: String?
    if case .word(let given) = reply { word = given }
    let ids = gate.options.map(\.id)
    let pick = word.flatMap(Persona.Pick.init(rawValue:)) ?? persona.manner.gate
    let picked: Gate.Option? =
      if let named = gate.options.first(where: { $0.id == word }) {
        named
      } else if pick == .worst {
        gate.options.max { $0.gravity < $1.gravity }
      } else if pick == .best {
        gate.options.min { $0.gravity < $1.gravity }
      } else {
        choose(among: ids, by: pick).flatMap { id in gate.options.first { $0.id == id } }
      }
    guard let picked else { return }
    if picked.outcome == Gate.new { news += 1 }
    report.gates[key, default: [:]][picked.outcome, default: 0] += 1
    take(picked.id, key)
  }

  private mutating func take(_ id: String, _ key: String) {
    report.taken[key, default: [:]][id, default: 0] += 1
    answer(.answer(.option(id)))
  }

  // MARK: Numbers and words

  private mutating func point(_ reply: Persona.Reply?) -> Int {
    if case .word(let word) = reply, let number = Int(word), Scale.points.contains(number) {
      return number
    }
    let range = persona.manner.scale
    return range.lowerBound + dice.below(range.count)
  }

  private mutating func write(_ reply: Persona.Reply?) {
    switch reply {
    case .word(let text): answer(.answer(.text(text)))
    case .entries(let lines): answer(.answer(.text(lines.joined(separator: "\n"))))
    case nil:
      let lines = persona.manner.write
      answer(lines.isEmpty ? .skip : .answer(.text(lines[dice.below(lines.count)])))
    }
  }

  private mutating func collect(_ reply: Persona.Reply?, _ atMost: Int) {
    var lines: [String] =
      switch reply {
      case .word(let text): [text]
      case .entries(let entries): entries
      case nil: persona.manner.collect.shuffled(using: &dice)
      }
    let count = reply == nil ? 1 + dice.below(min(atMost, lines.count)) : atMost
    lines = Array(lines.prefix(min(count, atMost)))
    answer(lines.isEmpty ? .skip : .answer(.entries(lines)))
  }
}

extension Gate.Option {
  /// How much it closes: the gravest answer is the worst one.
  var gravity: Int {
    switch hold {
    case .emergency: 8
    case .sitting: 7
    case .sameDay: 6
    case .notExamined: 5
    case .lessonsOnly: 4
    case .movementPaused: 3
    case .gentle: 2
    case nil: outcome == Gate.new ? 1 : 0
    }
  }
}
