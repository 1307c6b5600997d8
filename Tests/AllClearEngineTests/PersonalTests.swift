import AllClearEngine
import Testing

@Suite("What a person chooses for themselves")
struct PersonalTests {
  private func atPerson(_ answers: [String: String] = [:]) -> Scenario {
    var scenario = Scenario()
    scenario.answerSafety(answers)
    scenario.go(.begin(.door(.settings)), .pick("person"))
    #expect(
      scenario.app.prompt.note == "choose person-question [gentle numbers pain-word country back]")
    return scenario
  }

  @Test("It is offered where a journal knows the person and can be written")
  func offered() {
    for journal in [App.Journal.readOnly, .inUse, .none] {
      var scenario = Scenario.passed()
      scenario.options.journal = journal
      scenario.relaunch()
      scenario.go(.begin(.door(.settings)))
      #expect(!scenario.app.prompt.note.contains(" person "))
    }
  }

  @Test("Going gently holds until it is switched off")
  func gentle() {
    var scenario = atPerson()
    scenario.go(.pick("gentle"), shows: "choose gentle-question [yes no back]")
    scenario.send(
      .pick("yes"), ["person a.2: 1 person.gentle: gentle(true)"],
      shows: "choose person-question [gentle numbers pain-word country back]")
    #expect(scenario.standing == [.gentle])
    scenario.relaunch()
    #expect(scenario.standing == [.gentle])
    scenario.go(.begin(.door(.practice("somatic", minutes: 3))))
    #expect(scenario.app.prompt.note == "practice somatic 1m ready 0s #0 (gentle-short)")
    scenario.go(.begin(.door(.settings)), .pick("person"), .pick("gentle"), .pick("no"))
    #expect(scenario.standing == [])
  }

  @Test("Switched off it lifts what a safety answer asked for, until one asks again")
  func gentleAnswer() {
    var scenario = atPerson(["attention": "stirred"])
    #expect(scenario.standing == [.gentle])
    scenario.wait(.seconds(60))
    scenario.go(.pick("gentle"), .pick("no"))
    #expect(scenario.standing == [])
    scenario.wait(.seconds(60))
    scenario.answerSafety(["attention": "stirred"])
    #expect(scenario.standing == [.gentle])
  }

  @Test("Switching it off lifts no other hold")
  func otherHolds() {
    var scenario = atPerson(["examined": "no", "attention": "unusual"])
    let before = scenario.standing
    scenario.wait(.seconds(60))
    scenario.go(.pick("gentle"), .pick("no"))
    #expect(scenario.standing == before && before.count == 2)
  }

  @Test("A country that was chosen here stands on the crisis page")
  func country() {
    var scenario = atPerson()
    scenario.send(
      .pick("country"), [], shows: "choose country-question [one two none back]")
    scenario.send(
      .pick("two"), ["person a.2: 1 person.country: country(Optional(\"two\"))"],
      shows: "choose person-question [gentle numbers pain-word country back]")
    scenario.relaunch()
    scenario.go(.begin(.door(.crisis)))
    #expect(scenario.app.prompt.place == "crisis:two")
  }

  @Test("A country that is chosen on the crisis page leaves no trace, and wins for the sitting")
  func countryOfSitting() {
    var scenario = atPerson()
    scenario.go(.pick("country"), .pick("two"))
    let written = scenario.journal.notes
    scenario.go(.open(.crisis), .pick("country"), .pick("one"))
    #expect(scenario.app.prompt.place == "crisis:one")
    #expect(scenario.journal.notes == written)
  }

  @Test("The word for the pain stands where content leaves room for it")
  func word() {
    let hole = Prose.Hole(.painWord, fallback: "the pain")
    let safety = Prose.Hole(.safetyLine, fallback: "a line")
    var scenario = atPerson()
    scenario.library.modules["lesson"] = Module(
      "lesson", [Step("a", .say(Prose([.paragraph([.plain("This is "), .hole(hole)])])))])
    scenario.library.practices["listening"] = Practice(
      "listening", .outside,
      [1: [Cue(at: 0, lines: [[.hole(hole), .plain(" and "), .hole(safety)]])]])
    func lines() -> [String] {
      var scenario = scenario
      scenario.go(.begin(.door(.module("lesson"))))
      let card = scenario.app.prompt.note
      scenario.go(
        .begin(.door(.practice("listening", minutes: 1))), .practice(.start(ownPace: true)))
      guard case .practice(let view) = scenario.app.prompt.body else { return [card] }
      return [card, view.line ?? ""]
    }
    #expect(lines() == ["card This is the pain", "the pain and a line"])
    scenario.go(.pick("pain-word"))
    #expect(
      scenario.app.prompt.note
        == "choose pain-word-question [alarm guard system pain own none back]")
    scenario.go(.pick("guard"))
    #expect(lines() == ["card This is pain-word-guard", "pain-word-guard and a line"])
    scenario.go(.pick("pain-word"), .pick("own"), shows: "let go pain-word-write")
    scenario.go(.answer(.text("  the old \n{alarm} ")))
    #expect(lines() == ["card This is the old {alarm}", "the old {alarm} and a line"])
    scenario.go(.pick("pain-word"))
    #expect(scenario.app.prompt.note.hasSuffix("[alarm guard system pain kept own none back]"))
    scenario.go(.pick("none"))
    #expect(lines().first == "card This is the pain")
  }

  @Test("Numbers are asked for, not today, or not at all")
  func numbers() {
    var scenario = atPerson()
    scenario.library.modules["lesson"] = Module(
      "lesson", [Step.scale("pain").when(.not(.wished(.noNumbers))), .say("end")])
    func first(_ scenario: Scenario) -> String {
      var scenario = scenario
      scenario.relaunch()
      scenario.go(.begin(.door(.module("lesson"))))
      return scenario.app.prompt.note
    }
    #expect(first(scenario) == "scale pain")
    scenario.go(.pick("numbers"), shows: "choose numbers-question [yes today no back]")
    scenario.go(.pick("today"))
    #expect(first(scenario) == "card end")
    scenario.wait(days: 1)
    #expect(first(scenario) == "scale pain")
    scenario.go(.pick("numbers"), .pick("no"))
    #expect(first(scenario) == "card end")
    scenario.wait(days: 1)
    #expect(first(scenario) == "card end")
    scenario.go(.pick("numbers"), .pick("yes"))
    #expect(first(scenario) == "scale pain")
  }

  @Test("A word that is too long is asked for again; skipping and back keep what was")
  func longWord() {
    var scenario = atPerson()
    scenario.go(.pick("pain-word"), .pick("own"))
    let place = scenario.app.prompt.place
    scenario.go(
      .answer(.text(String(repeating: "x", count: 31))),
      shows: "let go pain-word-write (pain-word-too-long)")
    #expect(scenario.app.prompt.place != place)
    scenario.go(.skip, .pick("own"), .back, .pick("own"), .answer(.text(" \n ")))
    #expect(scenario.digest.person.painWord == nil)
    scenario.go(.answer(.text(String(repeating: "x", count: 30))))
    #expect(scenario.digest.person.painWord == .own(String(repeating: "x", count: 30)))
  }

  @Test("What cannot be written is said, and the list stays where it is")
  func notWritten() {
    var scenario = atPerson()
    scenario.fault = .full
    scenario.go(.pick("gentle"), .pick("yes"))
    #expect(scenario.app.prompt.note == "choose gentle-question [yes no back] (not-saved-full)")
    #expect(scenario.standing == [])
    scenario.fault = nil
    scenario.go(.pick("yes"))
    #expect(scenario.standing == [.gentle])
  }
}
