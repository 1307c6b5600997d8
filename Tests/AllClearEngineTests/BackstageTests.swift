import Testing

@testable import AllClearEngine

@Suite("Behind a line")
struct BackstageTests {
  /// A module whose second card hangs on the answer before it.
  private func asked() -> Scenario {
    var hinge = Step.say("because", when: .has(.step("question"), "yes"))
    hinge.component = .evidence
    hinge.notes = "Wait for a nod."
    hinge.why = Prose("It follows.")
    var library = Library()
    library.modules["story"] = Module(
      "story", [.choose("question", ["yes", "no"]), hinge, .say("free")])
    var scenario = Scenario.passed(library)
    scenario.go(.begin(.door(.module("story"))))
    return scenario
  }

  @Test("Why names the part of the therapy and the answer that led here")
  func led() {
    var scenario = asked()
    scenario.go(.pick("yes"), shows: "card because")
    scenario.send(
      .why,
      shows:
        "card It follows.\nwhy-part\nwhy-led\n- question \"text of yes\"")
    scenario.go(.seen, shows: "card because")
  }

  @Test("Where a line hangs on no answer, no answer is named")
  func free() {
    var scenario = asked()
    scenario.go(.pick("no"), shows: "card free")
    scenario.send(.why, shows: "card why-nothing")
  }

  @Test("An answer that was left out is said to be left out")
  func leftOut() {
    var library = Library()
    library.modules["story"] = Module(
      "story", [.scale("number"), .say("after", when: .skipped(.step("number")))])
    var scenario = Scenario.passed(library)
    scenario.go(.begin(.door(.module("story"))), .skip, shows: "card after")
    scenario.send(.why, shows: "card why-nothing\nwhy-led\n- number why-skipped")
  }

  @Test("Notes are for who shows it, and stand in no answer to why")
  func notes() throws {
    var scenario = asked()
    scenario.go(.pick("yes"))
    let behind = try #require(scenario.app.backstage(at: scenario.now))
    #expect(behind.notes == "Wait for a nod.")
    #expect(behind.place.hasSuffix(".because"))
    #expect(behind.led == [.init(asked: "question", answer: "\"text of yes\"")])
    #expect(!behind.prose(scenario.library.program.phrases).plainText.contains("nod"))
  }

  @Test("There is nothing behind Home")
  func home() {
    let scenario = Scenario.passed()
    #expect(scenario.app.backstage(at: scenario.now) == nil)
  }
}

extension BackstageTests {
  @Test("Home says why its first line stands first, and comes back")
  func homeSaysWhy() {
    var scenario = Scenario.passed()
    scenario.go(.begin(.home))
    let home = scenario.app.prompt.note
    scenario.go(.why)
    #expect(scenario.app.prompt.note.contains("why-home-next"))
    scenario.go(.seen)
    #expect(scenario.app.prompt.note == home)
    // In the middle of one that was begun, that is the reason.
    scenario.go(.begin(.door(.module("story"))), .seen, .back)
    scenario.go(.back)
    while !scenario.isAtHome { scenario.go(.back) }
    scenario.go(.why)
    #expect(scenario.app.prompt.note.contains("why-home-begun"))
  }
}
