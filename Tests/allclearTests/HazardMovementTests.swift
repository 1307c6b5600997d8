import AllClearEngine
import Testing

@testable import allclear

/// The rows of Content/SAFETY.md that are about movements that are tried.
@Suite("Hazards of movement")
struct HazardMovementTests {
  /// What leads to a movement.
  static let modules = ["move", "movement-1", "movement-2"]
  /// The kinds of movement that a clinician may have ruled out.
  static let kinds = ["bending", "sitting", "lifting", "reaching", "turning", "walking", "driving"]
  private static let walks = 15

  /// Whether something is asked to be done away from the keyboard.
  static func isTrying(_ play: Play) -> Bool {
    play.prompt.choices.map(\.id) == Exposure.allCases.map(\.rawValue)
  }

  /// A journal with a pass, and what was ruled out before.
  private static func digest(ruledOut: [String] = [], fears: [String] = []) -> Digest {
    var digest = Standing.passed.digest
    if !ruledOut.isEmpty { digest.facts["move", "ruled-out"] = .options(ruledOut) }
    let session = SessionID(sitting: "00000000-0000-4000-8000-000000000096", number: 1)
    if !fears.isEmpty {
      digest.own.add(
        fears, to: .fearedMovements, by: RecordID(session: session, number: 1), at: Play.begin.wall)
    }
    return digest
  }

  /// Goes anywhere and looks at each prompt; `answers` are given where their step is asked.
  private static func wander(
    _ play: inout Play, _ die: inout Die, answers: [String: Way] = [:], steps: Int = 140,
    _ look: (Play) -> Void
  ) {
    for _ in 0..<steps where !play.hasQuit && !play.app.isAtHome {
      look(play)
      // A movement is begun wherever it is offered.
      let fixed: [String: Way] = ["now-or-later": .option("now"), "today-too": .option("now")]
      if let way = answers[play.step] ?? fixed[play.step] {
        play.go(way)
      } else if let way = play.ways.randomElement(using: &die) {
        play.go(way)
      } else {
        return
      }
    }
  }

  /// Goes to the question which movement it is to be, by the shortest way.
  private static func atKind(_ digest: Digest, answers: [String: Way]) throws -> Play {
    var play = try Play(digest)
    play.open(.module("move"))
    var calm: [String: Way] = ["still": .option("same"), "today": .option("none")]
    calm.merge(answers) { $1 }
    for _ in 0..<20 where play.step != "kind" {
      play.go(calm[play.step] ?? (play.ways.contains(.skip) ? .skip : play.ways[0]))
    }
    #expect(play.step == "kind")
    return play
  }

  /// Goes on to the movement itself, by this answer to the question which.
  private static func atTrying(
    _ digest: Digest = Self.digest(), kind: String = "bending", answers: [String: Way] = [:]
  ) throws -> Play {
    var play = try atKind(digest, answers: ["ruled-out": .options(["none"])])
    play.choose(kind)
    for _ in 0..<30 where !isTrying(play) && !play.app.isAtHome {
      if let way = answers[play.step] {
        play.go(way)
      } else if play.step.hasPrefix("ladder-") {
        play.choose(play.prompt.choices[1].id)
      } else {
        play.go(play.ways.contains(.skip) ? .skip : play.ways[0])
      }
    }
    #expect(isTrying(play), "\(play.prompt.place)")
    return play
  }

  @Test(
    "No movement is asked for until it is known what a clinician has ruled out", arguments: modules)
  func restrictionsFirst(module: String) throws {
    var tried = 0
    for seed in 1...Self.walks {
      var play = try Play(Self.digest())
      var die = Die(seed)
      var isAnswered = false
      play.open(.module(module))
      Self.wander(&play, &die, answers: ["today": .option("none")]) { play in
        if play.step == "today" { isAnswered = true }
        if Self.isTrying(play) {
          tried += 1
          #expect(isAnswered, "\(module), \(seed)")
          #expect(play.records.contains { $0.step == "ruled-out" && $0.isAnswered })
        }
      }
    }
    if module == "move" { #expect(tried > 0, "some get there, or this says nothing") }
    // Left out, it is said that this comes first, and nothing is tried.
    for seed in 1...Self.walks {
      for before in [[], ["lifting"]] {
        var play = try Play(Self.digest(ruledOut: before))
        var die = Die(seed)
        var isSaid = false
        play.open(.module(module))
        Self.wander(
          &play, &die,
          answers: [
            "ruled-out": .skip, "still": seed.isMultiple(of: 2) ? .skip : .option("changed"),
          ]
        ) { play in
          if play.step == "ruled-first" { isSaid = true }
          #expect(!Self.isTrying(play), "\(module), \(seed)")
        }
        if module == "move" { #expect(isSaid) }
      }
    }
  }

  @Test("What a clinician has ruled out is not offered, on that day or on a later one")
  func ruledOut() throws {
    let all = try Self.atKind(Self.digest(), answers: ["ruled-out": .options(["none"])])
    #expect(Set(Self.kinds).isSubset(of: all.prompt.choices.map(\.id)))
    for kind in Self.kinds {
      // Said now; said before and still so; said before, and something else now.
      let now = try Self.atKind(Self.digest(), answers: ["ruled-out": .options([kind])])
      let before = try Self.atKind(Self.digest(ruledOut: [kind]), answers: [:])
      let none = Set(Self.kinds).subtracting([kind])
      for play in [now, before] {
        #expect(Set(play.prompt.choices.map(\.id)).intersection(Self.kinds) == none, "\(kind)")
        var other = play
        other.choose(kind)
        #expect(other.prompt == play.prompt, "\(kind) is no answer")
      }
      let lifted = try Self.atKind(
        Self.digest(ruledOut: [kind]),
        answers: ["still": .option("changed"), "ruled-out": .options(["none"])])
      #expect(lifted.prompt.choices.contains { $0.id == kind })
      // Not sure counts: it is asked again, and what is ticked "none" as well stays out.
      let both = try Self.atKind(
        Self.digest(ruledOut: ["none"]),
        answers: ["still": .option("unsure"), "ruled-out": .options([kind, "none"])])
      #expect(!both.prompt.choices.contains { $0.id == kind })
    }
  }

  @Test("A movement that has something in it that was ruled out is not tried")
  func partlyRuledOut() throws {
    // Turning in a parked car is turning.
    for ruledOut in [["turning"], ["none"]] {
      var play = try Self.atKind(Self.digest(), answers: ["ruled-out": .options(ruledOut)])
      play.choose("driving")
      play.go(.number(5))
      #expect(play.step == "ladder-driving")
      #expect(play.prompt.choices.contains { $0.id == "shoulder" } == (ruledOut == ["none"]))
    }
    // What was ruled out in one's own words is asked about, and not sure counts as yes.
    for way in [Way.option("yes"), .skip] {
      for digest in [Self.digest(), Self.digest(ruledOut: ["other"])] {
        var play = try Self.atKind(digest, answers: ["ruled-out": .options(["other"])])
        play.choose("lifting")
        #expect(play.step == "near-ruled")
        play.go(way)
        #expect(play.step == "reply-left-out")
        for seed in 1...6 {
          var other = play
          var die = Die(seed)
          Self.wander(&other, &die) { #expect(!Self.isTrying($0)) }
        }
      }
    }
    // One of one's own lines may be what was ruled out.
    var play = try Self.atKind(
      Self.digest(ruledOut: ["lifting"], fears: ["Lifting my niece."]),
      answers: ["mine": .option("line-1")])
    play.choose("left-out")
    #expect(play.step == "reply-left-out")
    play.seen()
    #expect(play.step == "instead")
  }

  @Test("A movement stays closed while anything holds it", arguments: modules)
  func closed(module: String) throws {
    for pass in [Holds.Pass.valid, .runOut, .none] {
      for hold in [nil] + Hold.allCases.map(Optional.some) {
        let isOpen = pass == .valid && (hold == nil || hold == .gentle)
        for seed in 1...4 {
          var play = try Play(Standing.digest(pass, hold))
          var die = Die(seed)
          play.open(.module(module))
          Self.wander(
            &play, &die,
            answers: ["ruled-out": .options(["none"]), "today": .option("none")], steps: 60
          ) { play in
            if ["now-or-later", "today-too"].contains(play.step) {
              let closing: Set<Hold> = [.movementPaused, .lessonsOnly, .sitting]
              #expect(play.holds.standing.isDisjoint(with: closing), "offered, and closed")
            }
            guard Self.isTrying(play) else { return }
            // By these very walks the questions may be answered, and a hold be lifted.
            let holds = play.holds
            #expect(holds.pass == .valid, "\(module) \(pass)")
            #expect(holds.standing.isSubset(of: [.gentle]), "\(module) \(holds.standing)")
          }
        }
        guard module == "move", !isOpen, let hold else { continue }
        var play = try Play(Standing.digest(pass, hold))
        play.open(.module(module))
        #expect(!["ruled-out", "still", "today", "kind"].contains(play.step), "\(hold)")
      }
    }
  }

  @Test("On a loud, uneasy or unsteady day, and after alcohol, no movement is asked for")
  func notToday() throws {
    for answer in [
      Way.option("louder"), .option("uneasy"), .option("drink"), .option("unsteady"), .skip,
    ] {
      for ruledOut in [[], ["bending"]] {
        for seed in 1...6 {
          var play = try Play(Self.digest(ruledOut: ruledOut, fears: ["Socks."]))
          var die = Die(seed)
          var isOffered = false
          play.open(.module("move"))
          Self.wander(
            &play, &die,
            answers: [
              "still": .option("same"), "ruled-out": .options(["none"]), "today": answer,
            ]
          ) { play in
            #expect(!Self.isTrying(play), "\(answer)")
            #expect(!["mine", "kind"].contains(play.step), "\(answer)")
            if play.step == "instead" { isOffered = true }
          }
          #expect(isOffered, "\(answer): there is something else to do")
        }
      }
    }
    // Being unsteady is asked about, and something new leads to the safety questions.
    for (step, id) in [("today", "new"), ("today-unsteady", "new")] {
      var play = try Play(Self.digest())
      play.open(.module("move"))
      for _ in 0..<6 where play.step != step {
        play.go(
          ["ruled-out": .options(["none"]), "today": .option("unsteady")][play.step] ?? .seen)
      }
      #expect(play.step == step)
      play.choose(id)
      #expect(play.step == "anything-new", "\(step)")
      play.choose("changed")
      #expect(play.holds.pass == .none)
    }
  }

  @Test("Before each movement stands when to stop, and what to hold on to")
  func stopRules() throws {
    for kind in Self.kinds + ["other"] {
      var said: [String] = []
      var play = try Self.atKind(Self.digest(), answers: ["ruled-out": .options(["none"])])
      play.choose(kind)
      for _ in 0..<30 where !Self.isTrying(play) && !play.app.isAtHome {
        if case .card = play.prompt.body { said.append(play.text) }
        let way: Way? =
          play.step.hasPrefix("ladder-")
          ? .option(play.prompt.choices[1].id)
          : play.step == "kind-words" ? .text("The bath.") : nil
        play.go(way ?? (play.ways.contains(.skip) ? .skip : play.ways[0]))
      }
      #expect(Self.isTrying(play), "\(kind): \(play.prompt.place)")
      let before = said.joined(separator: "\n")
      for word in ["wall", "steady chair", "Stop at once", "weak or numb", "faint"] {
        #expect(before.contains(word), "\(kind): \(word)")
      }
      if kind == "driving" { #expect(before.contains("if you would drive today anyway")) }
      // And once more, in short, beside what is done.
      let stop = play.prompt.trial?.stop ?? ""
      for word in ["Stop when", "weak or numb", "between the legs", "faint", "chest", "!"] {
        #expect(stop.contains(word), "\(kind): \(word)")
      }
      // No clock runs, and nobody has to stay.
      #expect(play.app.deadline == nil)
      play.choose("not-today")
      #expect(play.step == "reply-not-today")
    }
  }

  @Test("Pain without the feared harm is told as harm that did not come")
  func bothTrue() throws {
    for (hurt, reply) in [(6, "both-true"), (0, "no-hurt")] {
      var play = try Self.atTrying(answers: ["feared": .text("It will lock by tonight.")])
      play.choose("did")
      #expect(play.step == "happened")
      #expect(play.text.contains("It will lock by tonight."))
      play.choose("not-yet")
      play.go(.number(hurt))
      #expect(play.step == reply)
      if hurt > 0 { #expect(play.text.contains("Both are true.")) }
    }
    // The day after: what came was pain.
    var play = try Self.atTrying(answers: ["feared": .text("In bed tomorrow.")])
    play.choose("part")
    play.seen()
    play.choose("not-yet")
    for _ in 0..<10 where !play.app.isAtHome {
      play.go(play.ways.contains(.skip) ? .skip : play.ways[0])
    }
    play.pass(.seconds(86_400))
    play.open(.module("after-move"))
    #expect(play.step == "did-it")
    #expect(play.text.contains("In bed tomorrow."))
    play.choose("partly")
    play.choose("pain")
    #expect(play.step == "reply-pain")
    let experiments = play.records.compactMap { record in
      if case .experiment(let experiment) = record.value { experiment } else { nil }
    }
    #expect(experiments.last?.later == .no)
    #expect(experiments.last?.happened == .notYet)
    play.seen()
    #expect(play.step == "sheet")
  }

  @Test("Of two movements that were tried, the day after tells of one and leaves the other alone")
  func oneAtATime() throws {
    var play = try Play(Self.digest(ruledOut: ["driving"]))
    for feared in [nil, "In bed tomorrow."] {
      play.open(.module("move"))
      if play.step == "still" { #expect(play.text.contains("clinician: Driving.")) }
      let answers: [String: Way] = [
        "still": .option("same"), "today": .option("none"), "kind": .option("bending"),
        "ladder-bending": .option("chair"), "feared": feared.map(Way.text) ?? .skip,
      ]
      for _ in 0..<60 where !play.app.isAtHome && !play.hasQuit {
        let way = Self.isTrying(play) ? .option("did") : answers[play.step]
        play.go(way ?? (play.ways.contains(.skip) ? .skip : play.ways[0]))
      }
      play.pass(.seconds(86_400))
    }
    play.open(.module("after-move"))
    #expect(play.step == "did-it" && play.text.contains("In bed tomorrow."))
    play.choose("yes")
    #expect(play.step == "what-came")
    play.choose("pain")
    #expect(play.step == "reply-pain")
    let told = play.records.compactMap { record in
      if case .experiment(let experiment) = record.value, experiment.later != nil {
        experiment
      } else {
        nil
      }
    }
    #expect(Set(told.map(\.id)).count == 1)
    #expect(told.last?.feared == "In bed tomorrow." && told.last?.later == .no)
  }

  @Test("What came after a movement and is new leads to the safety questions")
  func new() throws {
    let library = try #require(Library.real)
    let recheck = Door.module(library.program.roles.recheck)
    var found: Set<String> = []
    for id in ["move", "after-move", "movement-1", "movement-2"] {
      for step in try #require(library.modules[id]).allSteps {
        guard case .choose(_, let options, _) = step.kind else { continue }
        for option in options where ["new", "fell"].contains(option.id) {
          #expect(option.opens == recheck, "\(id).\(step.id)")
          found.insert("\(step.origin).\(step.id)")
        }
      }
    }
    for step in [
      "move.today", "move.today-unsteady", "move.happened", "move.went", "move.usual",
      "after-move.did-it", "after-move.how-since", "after-move.what-came", "movement-2.lately",
      "movement-2.badly", "movement-2.steady",
    ] {
      #expect(found.contains(step), "\(step)")
    }
    var play = try Self.atTrying(answers: ["feared": .text("It will lock.")])
    play.choose("did")
    play.choose("yes")
    #expect(play.step == "usual")
    play.choose("new")
    #expect(play.step == "anything-new")
    play.choose("unsure")
    #expect(play.holds.pass == .none)
  }

  @Test("Nothing that is said about moving praises, counts or pushes")
  func noPraise() throws {
    let library = try #require(Library.real)
    let refused = [
      "well done", "great job", "good job", "congratulations", "proud", "streak", "in a row",
      "no pain no gain", "push on", "tough it out", "grit your teeth", "keep it up", "no excuses",
      "you failed", "be brave",
    ]
    for id in ["move", "after-move", "movement-1", "movement-2"] {
      for step in try #require(library.modules[id]).allSteps {
        var text = step.prose.plainText
        if case .choose(_, let options, _) = step.kind {
          text += options.map { " " + $0.text }.joined()
        }
        let words = text.lowercased().split { !$0.isLetter }.joined(separator: " ")
        for phrase in refused {
          #expect(!" \(words) ".contains(" \(phrase) "), "\(id).\(step.id): \(phrase)")
        }
      }
    }
  }

  @Test("Who wants no numbers is asked for none about the pain of a movement")
  func noNumbers() throws {
    var digest = Self.digest()
    digest.person.numbers = .never
    var asked: Set<String> = []
    for seed in 1...Self.walks {
      var play = try Play(digest)
      var die = Die(seed)
      play.open(.module("move"))
      Self.wander(
        &play, &die, answers: ["ruled-out": .options(["none"]), "today": .option("none")]
      ) { play in
        if case .scale = play.prompt.body { asked.insert(play.step) }
      }
    }
    #expect(asked.isDisjoint(with: ["expects", "hurt"]), "\(asked)")
  }
}

extension AllClearEngine.Record {
  /// Whether it keeps an answer that was given, and not one that was left out.
  fileprivate var isAnswered: Bool {
    if case .answer(let answer, _) = value { answer != .skipped } else { false }
  }
}
