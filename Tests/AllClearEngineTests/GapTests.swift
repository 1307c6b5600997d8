import Testing

@testable import AllClearEngine

@Suite("A machine that sleeps")
struct GapTests {
  private func begun(ownPace: Bool = false) -> Scenario {
    var scenario = Scenario()
    scenario.go(
      .begin(.door(.practice("listening", minutes: 1))), .practice(.start(ownPace: ownPace)))
    return scenario
  }

  @Test("Twenty seconds of closed lid in a silence are no practice, and the silence goes on")
  func silence() {
    var scenario = begun()
    while scenario.app.prompt.note != "practice listening 1m running 30s #3 near" {
      _ = scenario.jump()
    }
    scenario.wait(.seconds(2))
    scenario.go(.wake)
    scenario.wait(.seconds(20))
    scenario.send(.gap, shows: "practice listening 1m pausedByGap 32s #3 near")
    guard case .practice(let view) = scenario.app.prompt.body else {
      Issue.record("no practice")
      return
    }
    #expect(view.quiet == 5, "the silence was not over")
    // However long it stays shut.
    scenario.wait(days: 1)
    scenario.send(.wake, shows: "practice listening 1m pausedByGap 32s #3 near")
    scenario.send(
      .practice(.resume), shows: "practice listening 1m running 32s #3 near", wakes: .seconds(2))
    scenario.wait(.seconds(28))
    scenario.go(.wake)
    #expect(scenario.journal.notes.contains { $0.contains("listening 60s/1m") })
  }

  @Test("At one's own pace the lines wait as ever, and the time away does not count")
  func ownPace() {
    var scenario = begun(ownPace: true)
    scenario.wait(.seconds(1))
    scenario.go(.wake)
    let before = scenario.app.prompt.note
    scenario.wait(.seconds(20))
    scenario.go(.gap)
    #expect(scenario.app.prompt.note == before.replacing("running", with: "pausedByGap"))
    scenario.go(.practice(.resume))
    #expect(scenario.app.prompt.note == before)
    scenario.go(.practice(.next), .practice(.next))
    #expect(scenario.journal.notes.contains { $0.contains("listening 1s/1m own") })
  }

  @Test("At any other prompt a gap changes nothing")
  func elsewhere() {
    let doors: [Door] = [
      .module("story"), .module("safety"), .flare, .crisis, .page("reading"),
      .practice("listening", minutes: 1), .practice("somatic", minutes: 1),
    ]
    for door in doors {
      var scenario = Scenario()
      scenario.go(.begin(.door(door)))
      let app = scenario.app
      scenario.wait(.seconds(20))
      scenario.send(.gap, shows: app.prompt.note)
      #expect((scenario.app == app) as Bool, "\(door)")
    }
    var scenario = Scenario.passed()
    scenario.wait(.seconds(20))
    scenario.send(.gap, shows: scenario.app.prompt.note)
  }

  @Test("A gap while the end of a practice is written changes neither end nor record")
  func whileWriting() {
    var scenario = begun()
    scenario.wait(.seconds(60))
    let effects = scenario.app.send(.wake, at: scenario.now)
    #expect(effects.count == 1)
    scenario.wait(.seconds(20))
    #expect(scenario.app.send(.gap, at: scenario.now).isEmpty)
    guard case .record(let records, let info)? = effects.first else {
      Issue.record("nothing is written")
      return
    }
    scenario.journal.write(records, in: info)
    #expect(scenario.app.send(.written, at: scenario.now) == [.bell(.end)])
    #expect(scenario.app.prompt.note == "practice listening 1m ended 60s #4 near")
    scenario.go(.practice(.goOn))
    #expect(scenario.isAtHome)
  }

  @Test("A gap while an answer is written does not pause the practice that comes next")
  func beforePractice() {
    var scenario = Scenario(
      Library(story: Module("story", [.say("a"), .practice("b", "listening", 1)])))
    scenario.go(.begin(.door(.module("story"))))
    let effects = scenario.app.send(.seen, at: scenario.now)
    #expect(scenario.app.send(.gap, at: scenario.now).isEmpty)
    guard case .record(let records, let info)? = effects.first else {
      Issue.record("nothing is written")
      return
    }
    scenario.journal.write(records, in: info)
    scenario.go(.written)
    #expect(scenario.app.prompt.note == "practice listening 1m ready 0s #0")
  }
}
