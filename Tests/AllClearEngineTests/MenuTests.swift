import Testing

@testable import AllClearEngine

@Suite("Home and its lists")
struct MenuTests {
  private func home(_ scenario: Scenario) -> String {
    var scenario = scenario
    scenario.relaunch("z")
    scenario.go(.begin(.home))
    return String(scenario.app.prompt.note.split(separator: "[").last?.dropLast() ?? "")
  }

  @Test("Someone who was never here meets the first module, everybody else Home")
  func first() {
    var scenario = Scenario()
    scenario.send(.begin(.home), ["load module hello"], shows: "choose hi [try bad]")
    #expect(scenario.app.prompt.offersPlain)
    scenario.go(.back)
    #expect(scenario.isAtHome)
    scenario.relaunch()
    scenario.go(.begin(.home), .pick("try"))
    #expect(!scenario.app.prompt.offersPlain)
    #expect(home(scenario) == "go-on bad-now more leave")
  }

  @Test("Home suggests one thing: what is open, else what comes next, else a few minutes")
  func suggestion() {
    var scenario = Scenario()
    scenario.go(.begin(.door(.module("hello"))), .pick("try"))
    #expect(home(scenario) == "go-on bad-now more leave")
    scenario = Scenario.passed()
    #expect(home(scenario) == "next bad-now more leave")
    scenario.go(.pick("next"), shows: "card told")
    scenario.go(.seen, .skip, .skip, .skip)
    scenario.go(.pick("next"), .pick("more"), .skip, .skip, .seen)
    scenario.go(.pick("next"), shows: "card read")
    scenario.go(.seen, .seen)
    #expect(home(scenario) == "practices bad-now more leave")
  }

  @Test("Nothing that is held is suggested; with no examination yet, the letter is")
  func heldSuggestion() {
    var scenario = Scenario()
    scenario.answerSafety(["examined": "no"])
    scenario.go(.begin(.door(.module("story"))), .seen, .skip, .skip, .skip)
    #expect(home(scenario) == "letter bad-now more leave")
    scenario.go(.pick("letter"), shows: "card text")

    var open = Scenario.passed()
    open.go(.begin(.door(.module("lesson"))), .seen, .back)
    open.go(.begin(.door(.module("safety"))), .seen, .pick("none"), .pick("yes"), .pick("fever"))
    open.relaunch()
    open.go(.begin(.home), .pick("seen"))
    #expect(open.app.prompt.note == "gate stop which same-day [wrong-key seen leave]")
  }

  @Test("A journal that is not ours to write suggests nothing and opens no module")
  func otherJournals() {
    for (journal, note) in [(App.Journal.inUse, "in-use"), (.readOnly, "read-only")] {
      var scenario = Scenario(journal: journal)
      // Said at once, and not at the first door that stays closed.
      scenario.go(
        .begin(.home), shows: "choose good-afternoon\nhome-question [bad-now more leave] (\(note))")
      scenario.go(.begin(.door(.module("story"))), shows: "card \(note)")
      scenario.go(.seen, .begin(.door(.practice("listening", minutes: nil))))
      scenario.go(.practice(.start(ownPace: true)), .practice(.stop))
      #expect(scenario.isAtHome && scenario.journal.entries.isEmpty)
    }
  }

  @Test("An emergency shows its page in a journal that is only read, and nothing is written")
  func readOnlyEmergency() {
    var scenario = Scenario()
    scenario.go(.begin(.door(.module("safety"))), .seen, .pick("yes"))
    let written = scenario.journal.notes
    scenario.options.journal = .readOnly
    scenario.relaunch()
    scenario.go(.begin(.home), shows: "urgent gate stop numb emergency [wrong-key seen leave]")
    scenario.go(.pick("seen"), .pick("none"))
    #expect(scenario.journal.notes == written && scenario.standing.isEmpty)
  }

  @Test("More leads to practices, the programme, reading and the safety questions, and back")
  func more() {
    var scenario = Scenario.passed()
    scenario.go(
      .pick("more"), shows: "choose  [practices today programme reading safety settings back]")
    scenario.go(
      .pick("practices"), shows: "choose practice-question [listening somatic bending back]")
    scenario.go(.pick("somatic"), shows: "choose length-question [1 3 back]")
    scenario.go(.pick("back"), .pick("back"), .pick("programme"))
    #expect(
      scenario.app.prompt.note
        == "choose programme-question [safety story alarm tracking lesson back]")
    scenario.go(.pick("alarm"), shows: "card part-not-written")
    scenario.go(
      .seen, .pick("back"), .pick("reading"), shows: "choose read-question [letter reading back]")
    scenario.go(.pick("reading"), shows: "card text")
    scenario.go(.seen, .back, .pick("safety"), shows: "choose safety-today [changed same]")
    #expect(scenario.journal.notes.count == 9)
  }

  @Test("A length that a practice does not have asks which")
  func lengths() {
    var scenario = Scenario.passed()
    scenario.go(
      .begin(.door(.practice("somatic", minutes: 7))), shows: "choose length-question [1 3 back]")
    scenario.go(.pick("3"), shows: "practice somatic 3m ready 0s #0")
    scenario.go(.back)
    #expect(scenario.isAtHome)
    scenario.go(
      .begin(.door(.practice("listening", minutes: 7))), shows: "practice listening 1m ready 0s #0")
  }

  @Test(
    "Each hour has its greeting",
    arguments: [
      (5, "good-morning"), (11, "good-morning"), (12, "good-afternoon"), (17, "good-afternoon"),
      (18, "good-evening"), (22, "good-evening"), (23, "good-night"), (4, "good-night"),
    ])
  func greeting(hour: Int, phrase: String) {
    var scenario = Scenario.passed()
    scenario.setClock(byMinutes: (hour - 12) * 60)
    scenario.relaunch()
    scenario.go(.begin(.home))
    #expect(scenario.app.prompt.note.hasPrefix("choose \(phrase)\n"))
  }

  @Test("Long rounds are offered after some short ones")
  func longRounds() {
    var scenario = Scenario.passed(Library())
    var program = scenario.library.program
    program.practices[1].lengths = [1, 3, 10]
    scenario.library.program = program
    scenario.relaunch()
    scenario.go(.begin(.door(.practice("somatic", minutes: nil))))
    #expect(scenario.app.prompt.note == "choose length-question [1 3 back]")
    scenario.go(.back)
    for _ in 1...5 {
      scenario.go(
        .begin(.door(.practice("somatic", minutes: 1))), .practice(.start(ownPace: true)),
        .practice(.stop))
    }
    scenario.go(
      .begin(.door(.practice("somatic", minutes: nil))),
      shows: "choose length-question [1 3 10 back]")
  }

  @Test("Gentle asks for no length: there is the shortest")
  func gentleLength() {
    var scenario = Scenario()
    scenario.answerSafety(["attention": "stirred"])
    scenario.go(
      .begin(.door(.practice("somatic", minutes: nil))),
      shows: "practice somatic 1m ready 0s #0 (gentle-short)")
  }

  @Test("The rest of a page can be skipped, back to where it was opened")
  func skipsPage() {
    var library = Library()
    library.modules["reading"] = Module(
      "reading", isKept: false, [.say("one"), .say("two"), .say("three")])
    var scenario = Scenario(library)
    scenario.go(.begin(.door(.page("reading"))), .seen, shows: "card two")
    #expect(scenario.app.prompt.moves == [.back, .skip, .undo, .why])
    scenario.go(.skip)
    #expect(scenario.isAtHome && scenario.journal.notes.isEmpty)
  }

  @Test("Leave leaves, from Home and from anywhere")
  func leave() {
    var scenario = Scenario.passed()
    scenario.send(.pick("leave"), ["quit"], shows: scenario.app.prompt.note)
    scenario.go(.begin(.door(.module("story"))))
    scenario.send(.leave, ["quit"], shows: "card told")
  }

  @Test("Why says why a line is there, what it rests on, and how sure that is")
  func why() {
    var step = Step.say("fact")
    step.why = Prose("because")
    step.sources = [
      Source(id: "s", cite: "Cite.", grade: "B", says: "Says.", limit: "Limit.", verify: "open")
    ]
    var scenario = Scenario(Library(story: Module("story", [step, .say("z")])))
    scenario.go(.begin(.door(.module("story"))))
    #expect(scenario.app.prompt.moves == [.back, .why])
    scenario.go(
      .why, shows: "card because\nCite.\n- Says.\n- Limit.\n- source-grade\n- source-open")
    scenario.go(.why)
    scenario.go(.seen, shows: "card fact")
    scenario.go(.seen, .why, shows: "card why-nothing")
    #expect(scenario.journal.notes.count == 2)
  }
}
