import Testing

@testable import AllClearEngine

/// The safety questions, opened from Home once more on the same day.
@Suite("The safety questions a second time on one day")
struct SafetyAgainTests {
  private static let asks = "choose safety-today [changed same]"

  private func atHome(_ scenario: Scenario) -> Scenario {
    var scenario = scenario
    scenario.relaunch("z")
    scenario.go(.begin(.home))
    return scenario
  }

  @Test("It is asked whether anything has changed; no leads back to the day, yes to the questions")
  func again() {
    var scenario = atHome(.passed())
    let written = scenario.journal.notes
    scenario.go(.pick("more"))
    scenario.send(.pick("safety"), shows: Self.asks)
    scenario.go(.pick("same"))
    #expect(scenario.isAtHome)
    #expect(scenario.app.prompt.notice == "safety-rests")
    #expect(scenario.journal.notes == written)
    scenario.go(.pick("more"), .pick("safety"), .pick("changed"))
    #expect(scenario.app.prompt.note == "gate anything [nothing new]")
    scenario.go(.pick("nothing"), .begin(.home), .pick("more"), .pick("safety"), shows: Self.asks)
    scenario.go(.back, .back)
    #expect(scenario.isAtHome)
  }

  @Test("It says when")
  func time() {
    var library = Library()
    library.program.phrases = Phrases(
      texts: [.safetyToday: .plain("At {time}?")], months: (1...12).map { "m\($0)" },
      days: (1...7).map { "d\($0)" })
    var scenario = Scenario.passed(library)
    scenario.wait(.seconds(3 * 3600 + 300))
    scenario = atHome(scenario)
    scenario.go(.pick("more"), .pick("safety"), shows: "choose At 12:00? [changed same]")
  }

  @Test("The next day it is the question alone")
  func nextDay() {
    var scenario = Scenario.passed()
    scenario.wait(days: 1)
    scenario = atHome(scenario)
    scenario.go(.pick("more"), .pick("safety"), shows: "gate anything [nothing new]")
  }

  @Test("Where something is new, or an answer waits to be given again, nothing comes before them")
  func new() {
    var scenario = Scenario.passed()
    scenario.go(.open(.flare), .pick("new"))
    scenario = atHome(scenario)
    scenario.go(.pick("more"), .pick("safety"))
    #expect(scenario.app.prompt.kind == "card" || scenario.app.prompt.kind == "gate")
    #expect(scenario.app.prompt.note != Self.asks)

    var unseen = Scenario()
    unseen.answerSafety(["examined": "no"])
    unseen = atHome(unseen)
    unseen.go(.pick("more"), .pick("safety"), shows: "card why-first")

    var never = Scenario()
    never.go(.begin(.door(.module("story"))), .seen)
    never = atHome(never)
    never.go(.pick("more"), .pick("safety"), shows: "card why-first")
  }

  @Test("By name the questions are asked at once")
  func byName() {
    var scenario = Scenario.passed()
    scenario.go(.begin(.door(.module("recheck"))), shows: "gate anything [nothing new]")
  }
}
