import Testing

@testable import AllClearEngine

/// Exposures: no timer, three answers, and a door like that of a movement practice.
@Suite("Exposures")
struct ExposureTests {
  private static let steps: [Step] = [
    .say("before"), Step("bend", .exposure(Prose("Bend."), Experiment.Parts())),
    .say("did", when: .practised(.step("bend"))), .say("after"),
  ]

  private func opened(_ scenario: Scenario) -> Scenario {
    var scenario = scenario
    scenario.library.modules["story"] = Module("story", Self.steps)
    scenario.go(.begin(.door(.module("story"))), .seen)
    return scenario
  }

  @Test("It offers three answers and no skip, and asks for no wake")
  func prompt() {
    var scenario = opened(.passed())
    #expect(scenario.app.prompt.note == "choose Bend. [did part not-today]")
    #expect(scenario.app.prompt.moves == [.back, .undo, .why])
    for event in [Event.skip, .seen, .pick("done"), .answer(.options(["did"]))] {
      scenario.send(event, shows: "choose Bend. [did part not-today]")
    }
  }

  @Test("Done and partly done count as practised, not today does not", arguments: Exposure.allCases)
  func outcomes(exposure: Exposure) {
    var scenario = opened(.passed())
    scenario.go(
      .pick(exposure.rawValue), shows: exposure.isPractised ? "card did" : "card after")
    #expect(scenario.digest.facts["story", "bend"] == .option(exposure.rawValue))
    let record = scenario.journal.entries.last { $0.record.kind == .answered }?.record
    #expect(record?.step == "bend")
    #expect(record?.shown == "Bend.\n> exposure-\(exposure.rawValue)")
  }

  @Test("Back does not cross it once it is answered, though it takes back what follows")
  func back() {
    var scenario = opened(.passed())
    scenario.go(.pick("did"), .seen, shows: "card after")
    scenario.go(.back, shows: "card did")
    scenario.go(.back)
    #expect(scenario.isAtHome)
    #expect(scenario.digest.facts["story", "bend"] == .option("did"))
    scenario.relaunch()
    scenario.go(.begin(.door(.module("story"))), .pick("go-on"), shows: "card did")
  }

  @Test("Without a pass the safety questions come first, by whatever answer")
  func pass() {
    var scenario = opened(Scenario())
    #expect(scenario.app.prompt.note == "card gate-first")
    scenario.send(.pick("did"), shows: "card gate-first")
    scenario.go(.seen)
    #expect(scenario.app.prompt.note == "card why-first")
  }

  @Test("It is held by what holds a movement practice, and goes past it", arguments: Hold.allCases)
  func holds(hold: Hold) {
    var scenario = opened(.passed())
    scenario.app.state.sittingHolds = [hold]
    scenario.run(.draft([]))
    let admission = scenario.app.holds(at: scenario.now.wall)
      .admission(to: .movement, roles: scenario.library.program.roles)
    guard case .held = admission else {
      #expect([.gentle].contains(hold))
      #expect(scenario.app.prompt.note == "choose Bend. [did part not-today]")
      return
    }
    scenario.run(.pick("did"))
    #expect(scenario.digest.facts["story", "bend"] == nil)
    scenario.run(.seen)
    #expect(scenario.digest.facts["story", "bend"] == .skipped)
    #expect(scenario.app.prompt.note == "card after")
  }

  @Test("One that was done leaves the question that chose it alone")
  func now() {
    let steps = [
      Step.choose("how", ["a"], now: true),
      Step("bend", .exposure(Prose("Bend."), Experiment.Parts())), .say("end"),
    ]
    let done = stand(steps, ["how": .option("a"), "bend": .option("part")], minute: 99)
    #expect(done.at == "end")
    let left = stand(steps, ["how": .option("a"), "bend": .option("not-today")], minute: 99)
    #expect(left.at == "how")
  }
}
