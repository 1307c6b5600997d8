import Testing

@testable import AllClearEngine

@Suite("Shown to others")
struct ShowingTests {
  private func demo() -> Scenario {
    var scenario = Scenario(origin: .demo)
    scenario.options.showcase = Showcase(
      personas: [.init(id: "nadia", title: "Nadia", about: "She works.")], cuts: [14, 5])
    scenario.relaunch()
    return scenario
  }

  @Test("The list shows tours and personas, and a persona asks how far on")
  func showcase() {
    var scenario = demo()
    scenario.go(
      .begin(.door(.showcase)), shows: "choose show-question [tour-14 tour-5 nadia leave]")
    scenario.send(
      .pick("nadia"), shows: "choose She works.\nshow-week-question [0 1 2 4 6 back]")
    scenario.send(
      .pick("4"), ["present persona(\"nadia\", days: 28)"],
      shows: "choose She works.\nshow-week-question [0 1 2 4 6 back]")
    scenario.go(.back)
    scenario.send(
      .pick("tour-5"), ["present tour(minutes: 5)"],
      shows: "choose show-question [tour-14 tour-5 nadia leave]")
  }

  @Test("Everything has its place in the list of everything, and a module begins afresh")
  func everywhere() {
    var scenario = demo()
    scenario.answerSafety()
    scenario.go(.begin(.door(.module("story"))), .open(.everywhere))
    let ids = scenario.app.prompt.choiceIDs
    #expect(
      Set(["home", "crisis", "progress", "show", "own.evidence", "story", "listening"]).isSubset(
        of: ids))
    scenario.go(.pick("story"))
    #expect(scenario.app.shownModule == "story")
    #expect(scenario.app.state.stack.count == 2)
    scenario.go(.open(.everywhere), .pick("home"))
    #expect(scenario.isAtHome)
  }

  @Test("A jump stays before the safety questions")
  func gateStays() {
    var scenario = demo()
    scenario.go(.begin(.home), .jump(.practice("somatic", minutes: nil)), shows: "card gate-first")
    scenario.go(.jump(.module("tracking")), shows: "card gate-first")
  }

  @Test("Outside a demo nothing jumps and no list opens")
  func harmless() {
    var scenario = Scenario.passed()
    let before = scenario.app.prompt
    for event in [
      Event.jump(.module("story")), .jump(.crisis), .open(.everywhere), .open(.showcase),
    ] {
      scenario.send(event, shows: before.note)
    }
  }

  @Test("The door to a demo asks for one, and leaves everything as it is")
  func door() {
    var scenario = Scenario.passed()
    scenario.send(.open(.demo), ["present start"], shows: scenario.app.prompt.note)
    #expect(scenario.isAtHome)
  }
}
