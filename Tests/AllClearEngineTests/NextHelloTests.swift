import Testing

@testable import AllClearEngine

@Suite("The next hello")
struct NextHelloTests {
  /// An app of a program with hellos after one, two and six months.
  private func state(finished: [String: Int]) -> App.State {
    var scenario = Scenario()
    scenario.library.program.roles.ending = "lesson"
    scenario.library.program.schedule.boosters = [
      .init(module: "story", month: 1), .init(module: "tracking", month: 2),
      .init(module: "hello", month: 6),
    ]
    var digest = Digest()
    for (id, daysAgo) in finished {
      digest.finished[id] = Wall(
        milliseconds: Scenario.start.milliseconds - Int64(daysAgo) * 86_400_000)
    }
    let app = App(
      program: scenario.library.program, digest: digest, options: scenario.options,
      now: scenario.now)
    return app.state
  }

  private func days(_ state: App.State, in module: String? = nil) -> Int? {
    let now = Now(elapsed: .seconds(1000), wall: Scenario.start)
    return state.nextHello(in: module, at: now).map { $0.number - now.wall.day.number }
  }

  @Test("in the ending it is counted from today; before that there is none")
  func ending() {
    #expect(days(state(finished: [:])) == nil)
    #expect(days(state(finished: [:]), in: "lesson") == 30)
    #expect(days(state(finished: ["lesson": 100]), in: "lesson") == 30)
  }

  @Test("one that is due is today, and said within itself it is the one after it")
  func due() {
    let due = state(finished: ["lesson": 40])
    #expect(days(due) == 0)
    #expect(days(due, in: "story") == 21)
    #expect(days(due, in: "tracking") == 0)
    #expect(days(state(finished: ["lesson": 40, "story": 2])) == 21)
  }

  @Test("after the last there is none")
  func last() {
    let last = state(finished: ["lesson": 400])
    #expect(days(last) == 0)
    #expect(days(last, in: "hello") == nil)
  }
}
