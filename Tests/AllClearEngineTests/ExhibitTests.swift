import Testing

@testable import AllClearEngine

/// Cards with what was collected, and options that add to it.
@Suite("What was collected")
struct ExhibitTests {
  private static let weather = Step.choose(
    "change",
    [
      Option(id: "yes", text: "Yes", evidence: "It changes with the weather."),
      Option(id: "no", text: "No"),
    ])

  private func begun(_ steps: [Step]) -> Scenario {
    var scenario = Scenario(Library(story: Module("story", steps)))
    scenario.go(.begin(.door(.module("story"))))
    return scenario
  }

  private static func show(_ id: String, _ exhibit: Exhibit) -> Step {
    Step(id, .show(Prose("Here:"), exhibit))
  }

  @Test(
    "An empty list says so; a full one shows its entries, each once",
    arguments: Exhibit.allCases.filter { $0 != .doubts })
  func lists(exhibit: Exhibit) {
    var scenario = begun([
      Self.show("empty", exhibit), .collect("own", into: exhibit.list), Self.show("full", exhibit),
      .say("end"),
    ])
    #expect(scenario.app.prompt.note == "card Here:\nshow-nothing")
    #expect(!scenario.app.prompt.moves.contains(.skip))
    scenario.go(.seen, .answer(.entries(["one", "two", "one"])), shows: "card Here:\n- one\n- two")
    scenario.send(.seen, ["story a.1: 4 story.full=seen"], shows: "card end")
  }

  @Test("Causes stand as they were told first and last, and never between")
  func causes() {
    var scenario = begun([.collect("own", into: .causes), Self.show("then", .causes), .say("end")])
    scenario.go(.answer(.entries(["disc"])), shows: "card Here:\n- disc")
    scenario.go(.seen, .seen)
    for (cause, shown) in [("age", "age"), ("worry", "worry")] {
      scenario.relaunch(cause)
      scenario.go(
        .begin(.door(.module("story"))), .answer(.entries([cause])),
        shows: "card Here:\nshow-causes-first\n- disc\nshow-causes-now\n- \(shown)")
      scenario.go(.seen, .seen)
    }
    #expect(scenario.digest.own.causesTold == [["disc"], ["age"], ["worry"]])
  }

  @Test("Taking causes back brings the ones before them back to the list of those told")
  func causesBack() {
    var scenario = begun([.collect("own", into: .causes), .say("end")])
    scenario.go(.answer(.entries(["disc"])), .back, .answer(.entries(["age"])))
    #expect(scenario.digest.own.causesTold == [["age"]])
  }

  @Test("An option with evidence adds its sentence with the answer, in one record")
  func evidence() {
    var scenario = begun([Self.weather, Self.show("sheet", .evidence), .say("end")])
    scenario.send(
      .pick("yes"), ["story a.1: 1 started story, 2 story.change=yes>evidence"],
      shows: "card Here:\n- It changes with the weather.")
    #expect(scenario.digest.own.texts(.evidence) == ["It changes with the weather."])
    #expect(scenario.digest.facts["story", "change"] == .option("yes"))
    #expect(scenario.journal.entries.last?.record.kind == .collected)
    scenario.send(
      .back, ["story a.1: 3 retracted story.change for 2"], shows: "choose change [yes no]")
    #expect(scenario.digest.own[.evidence].isEmpty)
    scenario.send(
      .pick("no"), ["story a.1: 4 story.change=no"], shows: "card Here:\nshow-nothing")
  }

  @Test("Of several options each chosen one adds its own")
  func many() {
    var step = Self.weather
    step.kind = .choose(
      Prose("change"),
      ["a", "b", "c"].map { Option(id: $0, text: $0, evidence: $0 == "b" ? nil : "saw \($0)") },
      many: true)
    var scenario = begun([step, .say("end")])
    scenario.go(.answer(.options(["c", "b", "a"])))
    #expect(scenario.digest.own.texts(.evidence) == ["saw a", "saw c"])
  }

  @Test(
    "An answer that is asked again and changes takes its evidence with it, after a relaunch too")
  func askedAgain() {
    var step = Self.weather
    step.asksNow = true
    var scenario = begun([step, .say("middle"), .say("end")])
    scenario.go(.pick("yes"), .seen)
    scenario.relaunch()
    scenario.wait(.seconds(61 * 60))
    scenario.go(.begin(.door(.module("story"))), .pick("go-on"))
    #expect(scenario.app.prompt.note == "choose change [yes no]")
    #expect(scenario.digest.own.texts(.evidence) == ["It changes with the weather."])
    scenario.go(.pick("no"))
    #expect(scenario.digest.own[.evidence].isEmpty)
  }
}
