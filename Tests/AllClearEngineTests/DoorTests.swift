import AllClearEngine
import Testing

/// How a person may stand when they come to a door.
private enum Standing: String, CaseIterable {
  case new, passed, runOut, emergency, sameDay, notExamined, gentle, lessonsOnly, sitting, paused

  var scenario: Scenario {
    var scenario = Scenario()
    var gate = Module.gates[3]
    gate.kind = .gate(
      Gate(
        text: Prose("examined"),
        options: [
          Gate.Option(id: "none", text: "n"), Gate.Option(id: "no", text: "n", hold: .notExamined),
          Gate.Option(id: "young", text: "y", hold: .lessonsOnly),
          Gate.Option(id: "fall", text: "f", hold: .movementPaused),
        ]))
    var gates = Module.gates
    gates[3] = gate
    scenario.library.modules["safety"] = Module("safety", [.say("why")] + gates + [.say("z")])
    switch self {
    case .new: break
    case .passed: scenario.answerSafety()
    case .runOut:
      scenario.answerSafety()
      scenario.wait(days: 14)
    case .emergency: scenario.go(.begin(.door(.module("safety"))), .seen, .pick("yes"))
    case .sameDay:
      scenario.go(.begin(.door(.module("safety"))), .seen, .pick("none"), .pick("yes"))
      scenario.go(.pick("fever"))
    case .notExamined: scenario.answerSafety(["examined": "no"])
    case .gentle: scenario.answerSafety(["attention": "stirred"])
    case .lessonsOnly: scenario.answerSafety(["examined": "young"])
    case .sitting:
      scenario.answerSafety()
      scenario.go(.open(.flare), .pick("ending"))
      while !scenario.isAtHome { scenario.go(.back) }
    case .paused: scenario.answerSafety(["examined": "fall"])
    }
    if self != .sitting { scenario.relaunch() }
    return scenario
  }
}

extension Prompt {
  /// What came of a door: `open`, or what stands in the way.
  fileprivate var door: String {
    if place.contains("/stop/") { return "stop" }
    for (sign, word) in [
      ("ask:safety", "ask"), ("ask:recheck", "recheck"),
      ("note:held-", String(place.dropFirst(10))),
      ("menu:", "menu"),
    ] where place.hasPrefix(sign) { return word }
    if case .card(let prose) = body {
      let text = prose.plainText
      if text == "gate-first" { return "ask" }
      if text == "recheck-first" { return "recheck" }
      if text.hasPrefix("held-") { return String(text.dropFirst(5)) }
    }
    return "open"
  }
}

@Suite("Every door, however a person stands")
struct DoorTests {
  private static let doors: [Door] = [
    .module("lesson"), .module("story"), .module("safety"), .module("recheck"),
    .practice("somatic", minutes: 1), .practice("bending", minutes: nil),
    .practice("listening", minutes: nil), .page("reading"), .page("letter"), .flare,
    .module("flare"), .crisis,
  ]

  // needing a pass, needing none, gate, recheck, body, movement, outside, page, letter, flare twice,
  // crisis
  private static let table: [Standing: String] = [
    .new: "ask open open open ask ask open open open open open open",
    .passed: "open open open open open open open open open open open open",
    .runOut: "recheck open open open recheck recheck open open open open open open",
    .emergency: "stop stop stop stop stop stop stop stop stop open open open",
    .sameDay:
      "same-day open menu open same-day same-day open open open open open open",
    .notExamined:
      "not-examined open open open not-examined not-examined open open open open open open",
    .gentle: "open open open open open open open open open open open open",
    .lessonsOnly:
      "open open open open lessons-only lessons-only open open open open open open",
    .sitting: "open open open open sitting sitting sitting open open open open open",
    .paused: "open open open open open movement open open open open open open",
  ]

  @Test("A door is open, asks first, or says why it stays closed", arguments: Standing.allCases)
  fileprivate func doors(standing: Standing) {
    let scenario = standing.scenario
    for how in [Event.begin(.home), .begin(.door(.crisis)), .wake] {
      let found = Self.doors.map { door in
        var scenario = scenario
        scenario.go(how)
        scenario.go(how == .wake ? .begin(.door(door)) : .open(door))
        return scenario.app.prompt.door
      }
      #expect(found.joined(separator: " ") == Self.table[standing], "by \(how)")
    }
  }

  @Test("Within a module a practice asks for itself", arguments: Standing.allCases)
  fileprivate func within(standing: Standing) {
    let answers: [Standing: String] = [
      .new: "ask", .passed: "open", .runOut: "recheck", .emergency: "stop", .sameDay: "same-day",
      .notExamined: "not-examined", .gentle: "open", .lessonsOnly: "lessons-only",
      .sitting: "sitting", .paused: "open",
    ]
    var scenario = standing.scenario
    scenario.library.modules["story"] = Module(
      "story", [.practice("x", "somatic", 1), .say("after")])
    scenario.go(.begin(.door(.module("story"))))
    #expect(scenario.app.prompt.door == answers[standing])
    if ["same-day", "not-examined", "lessons-only", "sitting"].contains(answers[standing]) {
      scenario.go(.seen, shows: "card after")
    }
  }

  @Test("The questions come first, and then what was wanted")
  func askFirst() {
    var scenario = Scenario()
    scenario.go(.begin(.door(.practice("somatic", minutes: 3))), .seen, .seen)
    for _ in 0..<4 { scenario.go(.pick("none")) }
    scenario.send(
      .seen,
      ["safety a.1: 8 safety.thanks=seen, 9 finished safety completed", "load practice somatic"],
      shows: "practice somatic 3m ready 0s #0")
  }

  @Test("What was wanted is not lost when the questions had been begun before")
  func askFirstAgain() {
    for (pick, gates) in [("go-on", 3), ("afresh", 4)] {
      var scenario = Scenario()
      scenario.go(.begin(.door(.module("safety"))), .seen, .pick("none"), .back)
      scenario.go(.begin(.door(.module("lesson"))), .seen, .pick(pick))
      if pick == "afresh" { scenario.go(.seen) }
      for _ in 0..<gates { scenario.go(.pick("none")) }
      scenario.go(.seen, shows: "card read")
    }
  }

  @Test("A practice step asks, and comes back to itself")
  func nested() {
    var scenario = Scenario()
    scenario.library.modules["story"] = Module(
      "story", [.say("a"), .practice("x", "somatic", 1), .say("z")])
    scenario.go(.begin(.door(.module("story"))), .seen, shows: "card gate-first")
    scenario.go(.seen, .seen)
    for _ in 0..<4 { scenario.go(.pick("none")) }
    scenario.go(.seen, shows: "practice somatic 1m ready 0s #0")
    scenario.go(.back, shows: "card a")
    #expect(scenario.pass == .valid, "back takes back its own session's answers alone")
  }

  @Test("A module that waits is not gone on with by another way")
  func goingOn() {
    var scenario = Scenario.passed()
    scenario.go(.begin(.door(.module("lesson"))), .seen)
    scenario.go(.open(.flare), .pick("new"))
    scenario.relaunch()
    scenario.go(.begin(.home), .pick("go-on"))
    #expect(scenario.app.prompt.door == "ask")
    scenario.go(.seen, .seen)
    for _ in 0..<4 { scenario.go(.pick("none")) }
    scenario.go(.seen, shows: "choose in-the-middle [go-on afresh back]")
    scenario.go(.pick("go-on"), shows: "card end")
  }

  @Test("A session is never opened twice")
  func once() {
    var scenario = Scenario()
    scenario.go(.begin(.door(.module("story"))), .seen, .open(.flare), .open(.module("story")))
    #expect(scenario.app.prompt.note == "scale pain")
    scenario.go(.back, shows: "card told")
    scenario.go(.back, shows: "gate usual [known new ending]")
    for _ in 0..<20 { scenario.go(.open(.crisis), .open(.flare)) }
    scenario.go(.back)
    #expect(scenario.isAtCrisis)
    scenario.go(.back)
    #expect(scenario.isAtHome)
  }

  @Test("What cannot be read is said to be broken, and Home stays")
  func broken() {
    var scenario = Scenario.passed()
    scenario.library.modules = [:]
    scenario.library.practices = [:]
    for door in [Door.module("story"), .page("reading"), .practice("listening", minutes: 1)] {
      scenario.go(.begin(.door(door)), shows: "card broken")
      scenario.go(.seen)
      #expect(scenario.isAtHome)
    }
    scenario.go(.open(.flare))
    #expect(scenario.isAtCrisis)
  }

  @Test("What was mended meanwhile is brought when it is opened again")
  func mended() {
    var library = Library(story: Module("story", [.practice("x", "listening", 1), .say("z")]))
    var scenario = Scenario.passed(library)
    scenario.library.practices = [:]
    scenario.library.crisis = nil
    scenario.go(.begin(.door(.module("story"))), shows: "card broken")
    scenario.go(.open(.crisis))
    let builtIn = scenario.app.prompt.body
    scenario.go(.back, .back)
    library.crisis = .small
    scenario.library = library
    scenario.go(.begin(.door(.module("story"))), shows: "practice listening 1m ready 0s #0")
    scenario.go(.open(.crisis))
    #expect(scenario.app.prompt.body != builtIn)
  }

  @Test("An emergency whose page cannot be read leads to the questions, and those to the numbers")
  func brokenStop() {
    var scenario = Scenario()
    scenario.go(.begin(.door(.module("hello"))), .pick("try"), .skip)
    scenario.go(.begin(.door(.module("recheck"))), .pick("new"), .pick("yes"))
    scenario.library.modules["recheck"] = nil
    scenario.relaunch()
    scenario.go(.begin(.home), shows: "card why-first")
    scenario.library.modules["safety"] = nil
    scenario.relaunch("c")
    scenario.go(.begin(.home))
    #expect(scenario.isAtCrisis && !scenario.app.prompt.urgent.isEmpty)
    scenario.go(.back)
    #expect(!scenario.isAtHome)
  }

  @Test("What was not asked for, or comes too late, opens nothing")
  func lateLoads() {
    var scenario = Scenario()
    #expect(scenario.app.send(.begin(.door(.page("reading"))), at: scenario.now).count == 1)
    #expect(scenario.app.send(.loaded(.module(.story)), at: scenario.now).isEmpty)
    #expect(scenario.app.send(.notLoaded(.practice("listening")), at: scenario.now).isEmpty)
    #expect(scenario.isAtHome)
    scenario.go(.loaded(.module(.page("reading"))), shows: "card text")
  }
}
