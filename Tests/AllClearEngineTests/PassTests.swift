import Testing

@testable import AllClearEngine

@Suite("The pass")
struct PassTests {
  @Test(
    "It holds 28 days where allclear is used", arguments: [(27, Holds.Pass.valid), (28, .runOut)])
  func age(days: Int, pass: Holds.Pass) {
    var scenario = Scenario.passed()
    for _ in 0..<(days / 9) {
      scenario.wait(days: 9)
      scenario.go(.begin(.door(.practice("listening", minutes: 1))), .skip)
    }
    scenario.wait(days: days - days / 9 * 9)
    #expect(scenario.pass == pass)
    scenario.relaunch()
    #expect(scenario.pass == pass)
  }

  @Test("It ends after a pause of 14 days, and a day's use does not bring it back")
  func pause() {
    var scenario = Scenario.passed()
    scenario.wait(.seconds(14 * 86_400 - 1))
    #expect(scenario.pass == .valid)
    scenario.wait(.seconds(1))
    #expect(scenario.pass == .runOut)
    scenario.go(.begin(.door(.practice("listening", minutes: 1))), .skip)
    #expect(scenario.pass == .runOut)
  }

  @Test("It ends when the clock was set back before it")
  func setBack() {
    var scenario = Scenario.passed()
    scenario.setClock(byMinutes: -1)
    #expect(scenario.pass == .runOut)
  }

  /// A module with the later question, and these of the safety questions after it.
  private func welcome(_ gates: [String]) -> Library {
    var library = Library()
    let all = Module.recheck.allSteps.map { step in
      step.origin.isEmpty ? step.from("recheck") : step
    }
    let steps = all.filter { !$0.isGate || $0.origin == "recheck" || gates.contains($0.id) }
    library.modules["welcome"] = Module("welcome", steps + [.say("hello")])
    library.program.beside.append(
      .init(id: "welcome", title: "Welcome", minutes: 2, file: "welcome", needsPass: false))
    return library
  }

  private static let whole = ["numb", "urgent", "examined", "attention"]

  @Test("Another module with the later question renews it by a no")
  func renewedElsewhere() {
    var scenario = Scenario.passed(welcome(Self.whole))
    scenario.wait(days: 20)
    #expect(scenario.pass == .runOut)
    scenario.go(.begin(.door(.module("welcome"))), .pick("nothing"), shows: "card hello")
    #expect(scenario.pass == .valid)
  }

  @Test("Something new there asks everything, and only all of it gives another")
  func newElsewhere() {
    var scenario = Scenario.passed(welcome(Self.whole))
    scenario.go(.begin(.door(.module("welcome"))), .pick("new"))
    for _ in Self.whole { scenario.go(.pick("none")) }
    #expect(scenario.app.prompt.note == "card hello")
    #expect(scenario.pass == .valid)

    var part = Scenario.passed(welcome(["numb", "urgent"]))
    part.go(.begin(.door(.module("welcome"))), .pick("new"), .pick("none"), .pick("none"))
    #expect(part.app.prompt.note == "card hello")
    #expect(part.pass == .none)
  }

  @Test("Who was never asked all of them gets no pass there")
  func neverAsked() {
    var scenario = Scenario(welcome(["numb"]))
    scenario.go(.begin(.door(.module("welcome"))), .pick("new"), .pick("none"))
    #expect(scenario.pass == .none)
  }

  @Test("The later question renews it and goes on to what was wanted")
  func recheck() {
    var scenario = Scenario.passed()
    scenario.wait(days: 20)
    scenario.go(.begin(.door(.practice("somatic", minutes: 1))), shows: "card recheck-first")
    scenario.send(.seen, ["load module recheck"], shows: "gate anything [nothing new]")
    scenario.send(
      .pick("nothing"),
      [
        "recheck a.2: 1 started recheck, 2 recheck.anything=clear, 3 passed safety, "
          + "4 finished recheck completed", "load practice somatic",
      ], shows: "practice somatic 1m ready 0s #0")
    #expect(scenario.pass == .valid)
  }

  @Test("The later question gives no pass to somebody who has none")
  func recheckGivesNone() {
    var scenario = Scenario()
    scenario.go(.begin(.door(.module("recheck"))), .pick("nothing"))
    #expect(scenario.pass == .none)
    #expect(scenario.journal.notes.last == "3 finished recheck completed")
  }

  @Test("Something new ends it at once and asks everything; all of it gives another")
  func new() {
    var scenario = Scenario.passed()
    scenario.go(.begin(.door(.module("recheck"))), .pick("new"), shows: "gate numb [yes none]")
    #expect(scenario.pass == .none)
    scenario.go(.pick("none"), .pick("none"), .pick("none"))
    #expect(scenario.pass == .none)
    scenario.go(.pick("none"))
    #expect(scenario.pass == .valid)
  }

  @Test("Fewer questions than the module holds give no pass")
  func partial() {
    var scenario = Scenario()
    var gates = Module.gates
    gates[3] = gates[3].when(.held(.gentle))
    scenario.library.modules["safety"] = Module("safety", gates)
    scenario.go(.begin(.door(.module("safety"))), .pick("none"), .pick("none"), .pick("none"))
    #expect(scenario.isAtHome && scenario.pass == .none)
  }

  @Test("A session that ends before its last question gives no pass")
  func cutShort() {
    var scenario = Scenario()
    var steps = Module.gates
    steps[0].endsSession = true
    scenario.library.modules["safety"] = Module("safety", steps)
    scenario.go(.begin(.door(.module("safety"))), .pick("none"))
    #expect(scenario.isAtHome && scenario.pass == .none)
    #expect(scenario.journal.notes.last == "3 finished safety ended")
  }

  @Test("Questions that were answered more than a day ago are asked again before a pass")
  func oldAnswers() {
    var scenario = Scenario()
    scenario.go(.begin(.door(.module("safety"))), .seen, .pick("none"), .pick("none"))
    var soon = scenario
    soon.wait(.seconds(86_400))
    soon.relaunch()
    soon.go(.begin(.home), .pick("go-on"), shows: "gate examined [no none young]")
    scenario.wait(.seconds(86_460))
    scenario.relaunch()
    scenario.go(.begin(.home), .pick("go-on"), shows: "gate numb [yes none]")
    scenario.send(
      .pick("none"), ["safety a.1: 5 safety.numb=clear for 3"], shows: "gate urgent [yes none]")
    scenario.go(.pick("none"), .pick("none"), .pick("none"))
    #expect(scenario.pass == .valid)
  }

  @Test("What was answered before something new was said counts no more, wherever it was said")
  func newMeanwhile() {
    var scenario = Scenario()
    scenario.go(
      .begin(.door(.module("safety"))), .seen, .pick("none"), .pick("none"), .pick("none"))
    scenario.wait(.seconds(60))
    scenario.go(.open(.flare), .pick("new"), .back)
    #expect(scenario.app.prompt.note == "gate numb [yes none]")
    scenario.relaunch()
    scenario.go(.begin(.home), .pick("go-on"), shows: "gate numb [yes none]")
  }

  @Test("A session beneath a valid pass is not asked again")
  func validPass() {
    var scenario = Scenario()
    scenario.go(.begin(.door(.module("safety"))), .seen, .pick("none"), .pick("none"))
    scenario.go(.pick("none"), .pick("none"))
    scenario.wait(days: 5)
    scenario.relaunch()
    scenario.go(.begin(.home), .pick("go-on"), shows: "card thanks")
  }

  @Test("It never comes from elsewhere")
  func imported() {
    var digest = Digest()
    let id = SessionID(sitting: "x", number: 1)
    for origin in [Record.Origin.imported, .journal] {
      digest.apply(
        Record(
          id: RecordID(session: id, number: 1), value: .passed, module: "safety",
          at: Scenario.start, origin: origin), in: "safety")
      #expect((digest.passedAt == nil) == (origin == .imported))
    }
  }

  @Test("Without a journal the answers let the body in for this sitting")
  func unkept() {
    let scenario = Scenario.passed(journal: .none)
    #expect(scenario.pass == .valid && scenario.journal.entries.isEmpty)
  }
}
