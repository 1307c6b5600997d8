import Testing

@testable import AllClearEngine

extension Scenario {
  /// A person who has answered every safety question by no, and is at Home.
  static func passed(_ library: Library = Library(), journal: App.Journal = .kept) -> Scenario {
    var scenario = Scenario(library, journal: journal)
    scenario.answerSafety()
    return scenario
  }

  /// Goes through the safety module; `answers` takes the place of a no.
  mutating func answerSafety(_ answers: [String: String] = [:]) {
    go(.begin(.door(.module("safety"))), .seen)
    for gate in ["numb", "urgent", "examined", "attention"] {
      go(.pick(answers[gate] ?? "none"))
    }
    go(.seen)
  }

  var standing: Set<Hold> { app.holds(at: now.wall).standing }
  var pass: Holds.Pass { app.holds(at: now.wall).pass }
}

@Suite("Safety questions")
struct GateTests {
  private func atNumb() -> Scenario {
    var scenario = Scenario()
    scenario.go(.begin(.door(.module("safety"))), .seen, shows: "gate numb [yes none]")
    return scenario
  }

  @Test("A gate takes one of its own options and nothing else")
  func noDefault() {
    var scenario = atNumb()
    let others: [Event] = [
      .seen, .skip, .pick("z"), .answer(.options(["none"])), .answer(.skipped), .answer(.number(1)),
      .answer(.gate(outcome: "clear", hold: nil)), .practice(.goOn), .draft(["none"]), .wake, .gap,
    ]
    for event in others { scenario.send(event, shows: "gate numb [yes none]") }
    #expect(!scenario.app.prompt.moves.contains(.skip))
  }

  @Test("Of an answer only group, date and outcome are kept")
  func shownNowhere() {
    var scenario = atNumb()
    scenario.send(
      .pick("none"), ["safety a.1: 3 safety.numb=clear"], shows: "gate urgent [yes none]")
    #expect(scenario.journal.entries.last?.record.shown == nil)
  }

  @Test("All five answered by no let the body in, in one batch with the last answer")
  func pass() {
    var scenario = atNumb()
    scenario.go(.pick("none"), .pick("none"), .pick("none"))
    #expect(scenario.pass == .none)
    scenario.send(
      .pick("none"), ["safety a.1: 6 safety.attention=clear, 7 passed safety"],
      shows: "card thanks")
    #expect(scenario.pass == .valid && scenario.standing.isEmpty)
  }

  @Test("An answer that holds shows its page, numbers first, with three ways out and no way back")
  func stopPage() {
    var scenario = atNumb()
    scenario.send(
      .pick("yes"), ["safety a.1: 3 safety.numb=emergency!emergency"],
      shows: "urgent gate stop numb emergency [wrong-key seen leave]")
    #expect(scenario.app.prompt.moves.isEmpty)
    let page = scenario.app.prompt.note
    for event in [Event.back, .skip, .seen, .pick("none"), .why] {
      scenario.send(event, shows: page)
    }
    scenario.send(.pick("leave"), ["quit"], shows: page)
  }

  @Test("The wrong key takes the answer back and asks again")
  func wrongKey() {
    var scenario = atNumb()
    scenario.go(.pick("yes"))
    scenario.send(
      .pick("wrong-key"), ["safety a.1: 4 retracted safety.numb for 3"],
      shows: "gate numb [yes none]")
    #expect(scenario.standing.isEmpty)
    scenario.send(
      .pick("none"), ["safety a.1: 5 safety.numb=clear"], shows: "gate urgent [yes none]")
  }

  @Test("The wrong key brings back what an earlier session held")
  func wrongKeyKeepsEarlier() {
    var scenario = Scenario()
    scenario.answerSafety(["examined": "no"])
    var gate = Step.gate(
      "examined", ["no": .notExamined, "now": .sameDay], stops: [.sameDay])
    gate.origin = "safety"
    scenario.library.modules["safety"] = Module("safety", [gate])
    scenario.go(.begin(.door(.module("safety"))), .pick("now"))
    #expect(scenario.standing == [.sameDay])
    scenario.go(.pick("wrong-key"), shows: "gate examined [no now none]")
    #expect(scenario.standing == [.notExamined])
  }

  @Test("Having been seen lifts the hold, keeps its place, and is no pass yet")
  func seen() {
    var scenario = Scenario.passed()
    scenario.go(.begin(.door(.module("safety"))), .seen, .pick("yes"))
    #expect(scenario.pass == .none)
    scenario.send(
      .pick("seen"), ["safety a.2: 4 safety.numb=seen for 3"], shows: "gate urgent [yes none]")
    #expect(scenario.standing.isEmpty && scenario.pass == .none)
    scenario.go(.pick("none"), .pick("none"), .pick("none"))
    #expect(scenario.pass == .valid)
  }

  @Test("A gate that sorts is asked before the page, and the first hold is lifted by it alone")
  func sorts() {
    var scenario = atNumb()
    scenario.go(.pick("none"))
    scenario.send(
      .pick("yes"), ["safety a.1: 4 safety.urgent=emergency!emergency"],
      shows: "gate which [fall fever]")
    #expect(scenario.standing == [.emergency])
    scenario.send(
      .pick("fever"),
      ["safety a.1: 5 safety.which=same-day!same-day, 6 safety.urgent=emergency for 4"],
      shows: "gate stop which same-day [wrong-key seen leave]")
    #expect(scenario.standing == [.sameDay])
    scenario.send(
      .pick("wrong-key"),
      ["safety a.1: 7 retracted safety.which for 5, 8 retracted safety.urgent for 6"],
      shows: "gate urgent [yes none]")
    scenario.go(
      .pick("yes"), .pick("fall"), shows: "urgent gate stop which emergency [wrong-key seen leave]")
    scenario.go(.pick("seen"), shows: "gate examined [no none young]")
    #expect(scenario.standing.isEmpty)
  }

  @Test("Killed between the two, the emergency holds, and the sorting question comes first")
  func killedBetween() {
    var scenario = atNumb()
    scenario.go(.pick("none"), .pick("yes"))
    scenario.relaunch()
    #expect(scenario.standing == [.emergency])
    scenario.send(
      .begin(.home), ["load module safety", "load session a.1"], shows: "gate which [fall fever]")
    scenario.go(.back)
    #expect(!scenario.isAtHome, "Home is not shown while an emergency stands")
  }

  @Test("A later no clears what the sorting gate held")
  func clearsSorter() {
    var scenario = atNumb()
    scenario.go(.pick("none"), .pick("yes"), .pick("fever"), .back)
    #expect(scenario.standing == [.sameDay] && scenario.isAtHome)
    scenario.go(.pick("more"), .pick("safety"), .pick("afresh"), .seen, .pick("none"))
    scenario.send(
      .pick("none"), ["safety a.2: 4 safety.urgent=clear, 5 safety.which=clear"],
      shows: "gate examined [no none young]")
    #expect(scenario.standing.isEmpty)
  }

  @Test("A later yes is sorted anew")
  func sortsAnew() {
    var scenario = atNumb()
    scenario.go(.pick("none"), .pick("yes"), .pick("fever"), .back)
    scenario.go(
      .begin(.door(.module("safety"))), .pick("afresh"), .seen, .pick("none"), .pick("none"))
    scenario.wait(days: 2)
    scenario.relaunch()
    scenario.go(.begin(.door(.module("safety"))), .pick("go-on"), .pick("none"), .pick("yes"))
    #expect(scenario.app.prompt.note == "gate which [fall fever]")
  }

  @Test("A same-day page can be left, and is found again from Home")
  func sameDayFromHome() {
    var scenario = atNumb()
    scenario.go(.pick("none"), .pick("yes"), .pick("fever"), .back)
    scenario.send(
      .pick("seen"), ["load module safety", "load session a.1"],
      shows: "gate stop which same-day [wrong-key seen leave]")
    scenario.go(.pick("seen"), shows: "gate examined [no none young]")
    #expect(scenario.standing.isEmpty)
  }

  @Test("Thoughts of ending one's life open the crisis page at once and are written nowhere")
  func notKept() {
    var scenario = atNumb()
    scenario.go(.pick("none"), .pick("none"), .pick("none"))
    let written = scenario.journal.notes
    scenario.go(.pick("ending"))
    #expect(scenario.isAtCrisis)
    #expect(scenario.journal.notes == written)
    #expect(scenario.standing == [.sitting] && scenario.pass == .none)
    scenario.go(.back)
    #expect(scenario.app.prompt.note == "card company", "flare help, past its own question")
    scenario.go(.back)
    #expect(scenario.isAtHome && scenario.app.prompt.note.contains("[people"))
    #expect(scenario.journal.notes == written, "as by anybody who stops there")
    scenario.relaunch()
    #expect(scenario.standing.isEmpty && scenario.pass == .none)
  }

  @Test("Nothing that was wanted before comes between those thoughts and the crisis page")
  func crisisBeforeWanted() {
    var scenario = Scenario()
    scenario.go(.begin(.door(.module("lesson"))), shows: "card gate-first")
    scenario.library.modules["safety"] = Module("safety", Module.gates)
    scenario.go(.seen, .pick("none"), .pick("none"), .pick("none"), .pick("ending"))
    #expect(scenario.isAtCrisis)
    scenario.go(.back, shows: "card company")
  }

  @Test("An outcome is the hold's name, the author's word, or clear")
  func outcomes() {
    var scenario = atNumb()
    scenario.go(.pick("none"), .pick("none"), .pick("young"), .pick("stirred"))
    #expect(
      scenario.journal.notes.suffix(3) == [
        "5 safety.examined=under-18!lessons-only", "6 safety.attention=gentle!gentle",
        "7 passed safety",
      ])
    #expect(scenario.standing == [.lessonsOnly, .gentle])
  }

  @Test("A question that an edit has taken away does not hold for ever")
  func retiredGate() {
    var scenario = atNumb()
    scenario.go(.pick("yes"))
    scenario.library.modules["safety"] = Module(
      "safety", [.say("why-first")] + Module.gates.dropFirst())
    scenario.relaunch()
    scenario.go(.begin(.home), shows: "gate urgent [yes none]")
    scenario.go(.pick("none"), .pick("none"))
    #expect(scenario.standing == [.emergency])
    scenario.send(
      .pick("none"),
      [
        "safety a.1: 6 safety.attention=clear, 7 safety.numb=clear, 8 passed safety, "
          + "9 finished safety completed"
      ], shows: "choose good-afternoon\nhome-question [next bad-now more leave]")
    #expect(scenario.standing.isEmpty)
  }
}
