import AllClearEngine

// Steps whose text is their id.

extension Step {
  init(_ id: String, _ kind: Kind, when: Predicate? = nil, now: Bool = false, ends: Bool = false) {
    self.init(id: id, origin: "", when: when, kind: kind, asksNow: now, endsSession: ends)
  }

  static func say(_ id: String, when: Predicate? = nil, ends: Bool = false) -> Step {
    Step(id, .say(Prose(id)), when: when, ends: ends)
  }

  static func choose(
    _ id: String, _ options: [Option], many: Bool = false, now: Bool = false
  ) -> Step {
    Step(id, .choose(Prose(id), options, many: many), now: now)
  }

  static func choose(
    _ id: String, _ options: [String], many: Bool = false, now: Bool = false
  ) -> Step {
    choose(id, options.map { Option(id: $0, text: "text of \($0)") }, many: many, now: now)
  }

  static func scale(_ id: String) -> Step {
    Step(id, .scale(Prose(id), Scale(low: "l", high: "h")))
  }

  static func write(_ id: String, isKept: Bool = true) -> Step {
    Step(id, .write(Prose(id), isKept: isKept))
  }

  static func collect(_ id: String, into list: OwnList, atMost: Int = 3) -> Step {
    Step(id, .collect(Prose(id), into: list, atMost: atMost, seeds: []))
  }

  static func practice(_ id: String, _ practice: String, _ minutes: Int) -> Step {
    Step(id, .practice(practice, minutes: minutes))
  }

  /// A gate whose options hold what the table says; the page of a stop is `stop` and its hold.
  static func gate(
    _ id: String, _ holds: KeyValuePairs<String, Hold>, clear: [String] = ["none"],
    extra: [Gate.Option] = [], stops: [Hold] = [], sorts: String? = nil
  ) -> Step {
    Step(
      id,
      .gate(
        Gate(
          text: Prose(id),
          options: holds.map { Gate.Option(id: $0.key, text: $0.key, hold: $0.value) }
            + clear.map { Gate.Option(id: $0, text: $0) } + extra,
          stops: Dictionary(
            uniqueKeysWithValues: stops.map { ($0, Prose("stop \(id) \($0.rawValue)")) }),
          sorts: sorts)))
  }

  func when(_ condition: Predicate) -> Step {
    var step = self
    step.when = step.when.map { .and(condition, $0) } ?? condition
    return step
  }

  func from(_ module: String) -> Step {
    var step = self
    step.origin = module
    return step
  }
}

extension Practice {
  init(_ id: String, _ attention: Attention, _ lengths: [Int: [Cue]]) {
    self.init(id: id, title: id, attention: attention, lengths: lengths, hash: "hash-\(id)")
  }

  static let listening = Practice("listening", .outside, [1: Cue.minute])
  static let somatic = Practice(
    "somatic", .body, [1: Cue.minute, 3: [Cue(0, bell: .start), Cue(90, "half"), Cue(180, "end")]])
  static let bending = Practice("bending", .movement, [1: Cue.minute])
}

extension Cue {
  init(_ at: Int, _ lines: String..., bell: Bell? = nil, quiet: Int? = nil) {
    self.init(at: at, lines: lines.map { [.plain($0)] }, bell: bell, quiet: quiet)
  }

  /// Bells at both ends, one line that takes turns, and one that announces a silence.
  static let minute = [
    Cue(0, bell: .start), Cue(2, "far", "wide"), Cue(30, "near", quiet: 5), Cue(60, bell: .end),
  ]
}

extension Crisis {
  static let small = Crisis(
    lead: Prose("lead"), call: "call", emergency: [TelephoneNumber(number: "112", name: "Here")],
    sameDay: [TelephoneNumber(number: "111", name: "There")],
    countries: ["one", "two"].map { id in
      Country(
        id: id, name: "Land \(id)", talk: "talk",
        lines: [TelephoneNumber(number: "123", name: id)])
    }, elsewhere: "page", cannotCall: Prose("cannot"), closing: Prose("closing"),
    checkedOn: CivilDay(iso: "2026-06-01"))
}
