import AllClearEngine

/// A way to answer the prompt that is shown.
enum Way: Hashable {
  case seen, skip, practise
  case option(String)
  case options([String])
  case number(Int)
  case text(String)
  case entries([String])
}

extension Play {
  /// Every way to answer what is shown now; doors among the options are ways too.
  var ways: [Way] {
    let skip: [Way] = prompt.moves.contains(.skip) ? [.skip] : []
    switch prompt.body {
    case .card: return [.seen]
    case .choose(_, let choices, many: false), .gate(_, let choices):
      return choices.map { .option($0.id) } + skip
    case .choose(_, let choices, many: true):
      return [.options([choices[0].id]), .options(choices.map(\.id))] + skip
    case .scale: return [.number(0), .number(10)] + skip
    case .write: return [.text("Own words.\nTwo lines.")] + skip
    case .collect(_, let atMost, _):
      return [.entries(["one", "two", "three"].prefix(atMost) + [])] + skip
    case .practice(let view): return view.phase == .ready ? [.practise] + skip : [.practise]
    }
  }

  mutating func go(_ way: Way) {
    switch way {
    case .seen: seen()
    case .skip: send(.skip)
    case .practise: practise()
    case .option(let id): choose(id)
    case .options(let ids): send(.answer(.options(ids)))
    case .number(let number): send(.answer(.number(number)))
    case .text(let text): send(.answer(.text(text)))
    case .entries(let entries): send(.answer(.entries(entries)))
    }
  }
}

/// Ways through a module by the throw of a die that always falls the same.
struct Die: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

/// Journals to begin with.
enum Standing: CaseIterable {
  case fresh, passed, gentle, tooMuch, louder, told, notExamined, lessonsOnly, sameDay, runOut
  /// Weeks into the course, with more pain than at the beginning at two check-ins.
  case harder
  /// Weeks into the course, with the person's own word that it is harder, and no number for it.
  case toldHarder

  var digest: Digest {
    var digest = Digest()
    let wall = Play.begin.wall
    guard self != .fresh else { return digest }
    digest.passedAt = Wall(
      milliseconds: wall.milliseconds - (self == .runOut ? 29 : 1) * 86_400_000, offset: wall.offset
    )
    digest.lastAt = digest.passedAt
    func hold(_ step: String, _ hold: Hold) {
      digest.gates["safety.\(step)"] = Digest.GateFact(
        outcome: hold.rawValue, hold: hold, at: wall,
        session: SessionID(sitting: "00000000-0000-4000-8000-000000000099", number: 1))
    }
    switch self {
    case .fresh, .passed, .runOut: break
    case .gentle: hold("attention", .gentle)
    case .tooMuch:
      digest.facts["tracking", "how"] = .option("too-much")
      digest.facts["alarm", "says"] = .text("Careful.")
      digest.facts["clinic", "person"] = .text("A sister.")
      digest.facts["clinic", "next-hour"] = .text("Water the plants.")
      let session = SessionID(sitting: "00000000-0000-4000-8000-000000000097", number: 1)
      digest.own.add(
        ["Fine on the train."], to: .evidence, by: RecordID(session: session, number: 1), at: wall)
    case .louder:
      digest.facts["tracking", "how"] = .option("louder")
      digest.facts["story", "how-long"] = .gate(outcome: "months", hold: nil)
    case .told:
      digest.facts["story", "causes"] = .entries(["one"])
      digest.facts["story", "how-long"] = .gate(outcome: "years", hold: nil)
      let session = SessionID(sitting: "00000000-0000-4000-8000-000000000098", number: 1)
      digest.own.add(
        ["I am here."], to: .safetyLines, by: RecordID(session: session, number: 1), at: wall)
      digest.facts["tracking", "how"] = .option("same")
      digest.facts["tracking", "surprise"] = .text("The warmth.")
      digest.facts["alarm", "first"] = .options(["think"])
      digest.facts["alarm", "fits"] = .option("no")
      digest.facts["alarm", "scan"] = .option("found")
      digest.facts["alarm", "spared"] = .option("yes")
    case .harder:
      let session = SessionID(sitting: "00000000-0000-4000-8000-000000000096", number: 1)
      func told(_ pain: Int, daysAgo: Int64) -> CheckIn {
        let at = Wall(
          milliseconds: wall.milliseconds - daysAgo * 86_400_000, offset: wall.offset)
        var checkIn = CheckIn(session: session, at: at)
        checkIn.pain = pain
        return checkIn
      }
      digest.beginning = told(3, daysAgo: 30)
      digest.finished[CheckIn.story] = digest.beginning?.at
      digest.checkIns = [told(6, daysAgo: 14), told(6, daysAgo: 7)]
    case .toldHarder:
      digest.finished[CheckIn.story] = Wall(
        milliseconds: wall.milliseconds - 30 * 86_400_000, offset: wall.offset)
      digest.person.restsSince = CivilDay(number: wall.day.number - 3)
    case .notExamined: hold("examined", .notExamined)
    case .lessonsOnly: hold("attention", .lessonsOnly)
    case .sameDay: hold("which", .sameDay)
    }
    return digest
  }

  /// A journal in which this holds and the pass is like that.
  static func digest(_ pass: Holds.Pass, _ hold: Hold?) -> Digest {
    var digest: Digest =
      switch pass {
      case .valid: Standing.passed.digest
      case .runOut: Standing.runOut.digest
      case .none: Digest()
      }
    digest.lastAt = digest.lastAt ?? Play.begin.wall
    if let hold {
      digest.gates["safety.attention"] = Digest.GateFact(
        outcome: hold.rawValue, hold: hold, at: Play.begin.wall,
        session: SessionID(sitting: "00000000-0000-4000-8000-000000000099", number: 1))
    }
    return digest
  }
}
