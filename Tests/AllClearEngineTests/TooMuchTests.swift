import Testing

@testable import AllClearEngine

/// Three rounds that were too much make going gently the rule, until it is switched off.
@Suite("Too much, three times")
struct TooMuchTests {
  private func rounds() -> Scenario {
    let options = [
      Option(id: "same", text: "same"), Option(id: "too-much", text: "much", isTooMuch: true),
    ]
    let how = Step(
      id: "how", origin: "story", kind: .choose(Prose("how"), options, many: false))
    return Scenario.passed(Library(story: Module("story", [how, .say("reply"), .say("end")])))
  }

  private func answer(_ scenario: inout Scenario, _ id: String) {
    scenario.go(.begin(.door(.module("story"))), .pick(id))
  }

  private func leave(_ scenario: inout Scenario) { scenario.go(.seen, .seen) }

  @Test("The third says so and holds, after a relaunch too; another answer counts nothing")
  func third() {
    var scenario = rounds()
    for id in ["too-much", "same", "too-much"] {
      answer(&scenario, id)
      #expect(scenario.app.prompt.note == "card reply")
      leave(&scenario)
      #expect(scenario.standing.isEmpty)
    }
    answer(&scenario, "too-much")
    #expect(scenario.app.prompt.note == "card reply (gentle-now)")
    #expect(scenario.standing == [.gentle])
    leave(&scenario)
    scenario.relaunch("c")
    #expect(scenario.standing == [.gentle])
    scenario.go(.begin(.door(.practice("somatic", minutes: 3))))
    #expect(scenario.app.prompt.note == "practice somatic 1m ready 0s #0 (gentle-short)")
  }

  @Test("The answer taken back takes its count back")
  func undo() {
    var scenario = rounds()
    for _ in 0..<2 {
      answer(&scenario, "too-much")
      leave(&scenario)
    }
    answer(&scenario, "too-much")
    scenario.go(.undo)
    #expect(scenario.app.prompt.kind == "choose")
    #expect(scenario.standing.isEmpty && scenario.digest.person.tooMuch == 2)
    scenario.relaunch("c")
    #expect(scenario.standing.isEmpty && scenario.digest.person.tooMuch == 2)
  }

  @Test("It is switched off in the settings, and then three more are needed")
  func off() {
    var scenario = rounds()
    for _ in 0..<3 {
      answer(&scenario, "too-much")
      leave(&scenario)
    }
    scenario.go(.begin(.door(.settings)), .pick("person"), .pick("gentle"), .pick("no"))
    #expect(scenario.standing.isEmpty)
    for _ in 0..<2 {
      answer(&scenario, "too-much")
      leave(&scenario)
    }
    scenario.relaunch("c")
    #expect(scenario.standing.isEmpty)
    answer(&scenario, "too-much")
    #expect(scenario.standing == [.gentle])
  }
}
