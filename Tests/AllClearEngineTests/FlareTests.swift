import Testing

@testable import AllClearEngine

@Suite("Flare help and crisis page")
struct FlareTests {
  @Test("That flare help was opened is written nowhere")
  func noTrace() {
    var scenario = Scenario.passed()
    let written = scenario.journal.notes
    scenario.go(.open(.flare), .pick("known"), shows: "practice listening 1m ready 0s #0")
    scenario.go(.practice(.start(ownPace: false)), .practice(.stop), .pick("no"), .seen)
    #expect(scenario.isAtHome)
    #expect(scenario.journal.notes == written)
  }

  @Test(
    "Only the date is written where the person wants to be asked tomorrow, and back takes it out")
  func askTomorrow() {
    var scenario = Scenario()
    scenario.go(.open(.flare), .pick("known"), .skip)
    scenario.send(.pick("ask"), ["person a.2: 1 ask on 2026-11-23"], shows: "card bye")
    #expect(!"\(scenario.journal)".contains("flare"))
    scenario.send(
      .back, ["person a.2: 2 retracted person. for 1"], shows: "choose ask [ask no person]")
    #expect(scenario.digest.askOn == nil)
    scenario.go(.pick("ask"), .seen)
    #expect(scenario.digest.askOn == CivilDay(iso: "2026-11-23"))
    #expect(!scenario.app.prompt.note.contains("asked"), "not before tomorrow")
    scenario.wait(days: 1)
    scenario.relaunch()
    scenario.go(
      .begin(.home), shows: "choose good-afternoon\nhome-question [asked next bad-now more leave]")
    scenario.send(
      .pick("asked"), ["person b.1: 1 ask on no day", "load module after"],
      shows: "choose how [better worse]")
    scenario.go(.back)
    #expect(!scenario.app.prompt.note.contains("asked"))
  }

  @Test("Something new is written as an answer to the question that is asked of everybody")
  func new() {
    var scenario = Scenario.passed()
    scenario.send(.open(.flare), ["load module flare"], shows: "gate usual [known new ending]")
    scenario.send(
      .pick("new"), ["safety a.2: 1 recheck.new=new"], shows: "gate numb [yes none]")
    #expect(scenario.pass == .none)
    scenario.send(
      .pick("none"), ["safety a.2: 2 safety.numb=clear"], shows: "gate urgent [yes none]")
    scenario.go(.pick("none"), shows: "choose ask [ask no person]")
    #expect(scenario.pass == .none, "three questions of five give no pass")
    #expect(scenario.digest.unfinished.isEmpty)
    #expect(!"\(scenario.journal)".contains("flare"))
  }

  @Test("Lines of one's own take turns by the day, those on top alone where there are any")
  func ownLines() {
    var library = Library(story: Module("story", [.collect("own", into: .safetyLines)]))
    let hole = Prose.Block.paragraph([.hole(Prose.Hole(.safetyLine, fallback: "none"))])
    library.modules["flare"] = Module(
      "flare", isKept: false, [Step("line", .say(Prose([hole]))), .say("bye")])
    var scenario = Scenario(library)
    func lines(_ scenario: Scenario) -> Set<String> {
      var scenario = scenario
      var lines: Set<String> = []
      for _ in 0..<6 {
        scenario.go(.open(.flare))
        lines.insert(scenario.app.prompt.note)
        scenario.go(.back)
        scenario.wait(days: 1)
      }
      return lines
    }
    scenario.go(.begin(.door(.module("story"))))
    #expect(lines(scenario) == ["card none"])
    scenario.go(.answer(.entries(["a", "b", "c"])))
    #expect(lines(scenario) == ["card a", "card b", "card c"])
    scenario.go(.begin(.home), .pick("more"), .pick("mine"), .pick("safety-lines"))
    for line in ["a.1:2#1", "a.1:2#2"] { scenario.go(.pick(line), .pick("pin")) }
    #expect(lines(scenario) == ["card b", "card c"])
  }

  @Test("In an emergency the key for flare help leads to the numbers")
  func inAnEmergency() {
    var scenario = Scenario()
    scenario.go(.begin(.door(.module("safety"))), .seen, .pick("yes"))
    let page = scenario.app.prompt.note
    scenario.go(.open(.flare))
    #expect(scenario.isAtCrisis && !scenario.app.prompt.urgent.isEmpty)
    scenario.go(.back, shows: page)
    scenario.relaunch()
    for door in [Door.flare, .module("flare")] {
      scenario.go(.begin(.door(door)))
      #expect(scenario.isAtCrisis, "\(door)")
      scenario.go(.back, shows: page)
    }
  }

  @Test("An emergency within flare help has its page, after a kill too")
  func emergency() {
    var scenario = Scenario()
    scenario.go(.open(.flare), .pick("new"), .pick("yes"))
    #expect(scenario.app.prompt.note == "urgent gate stop numb emergency [wrong-key seen leave]")
    scenario.go(.open(.flare), .back)
    scenario.relaunch()
    scenario.send(
      .begin(.home), ["load module safety", "load session a.1"],
      shows: "urgent gate stop numb emergency [wrong-key seen leave]")
    scenario.send(
      .pick("seen"), ["safety a.1: 3 safety.numb=seen for 2"], shows: "gate urgent [yes none]")
  }

  @Test("A hold of flare help's own question is written without a word of flare, and can be lifted")
  func ownHold() {
    var scenario = Scenario()
    scenario.library.modules["flare"] = Module(
      "flare", isKept: false, [.gate("usual", ["red": .emergency], stops: [.emergency]), .say("x")])
    scenario.go(.open(.flare), .pick("red"), .pick("wrong-key"), .pick("red"))
    #expect(
      scenario.journal.notes == [
        "1 recheck.new=emergency!emergency", "2 retracted recheck.new for 1",
        "3 recheck.new=emergency!emergency",
      ])
    #expect(!"\(scenario.journal)".contains("flare"))
    scenario.relaunch()
    scenario.go(.begin(.home), shows: "card why-first")
    scenario.go(.seen, .pick("none"), .pick("none"), .pick("none"), .pick("none"))
    #expect(scenario.standing.isEmpty && scenario.pass == .valid)
  }

  @Test("Thoughts of ending one's life lead to the numbers, and hold for the sitting alone")
  func ending() {
    var scenario = Scenario.passed()
    let written = scenario.journal.notes
    scenario.go(.open(.flare), .pick("ending"))
    #expect(scenario.isAtCrisis && scenario.standing == [.sitting])
    scenario.go(.back, shows: "card company")
    scenario.go(.seen, .pick("person"))
    #expect(scenario.isAtCrisis && scenario.journal.notes == written)
  }

  @Test(
    "Flare help and crisis page open from anywhere, and back returns there",
    arguments: [App.Journal.kept, .inUse, .readOnly, .none])
  func fromAnywhere(journal: App.Journal) {
    var scenario = Scenario(journal: journal)
    scenario.go(.begin(.home))
    let places: [[Event]] = [
      [], [.begin(.door(.page("reading")))], [.begin(.door(.practice("listening", minutes: 1)))],
      [.practice(.start(ownPace: true))], [.open(.crisis), .pick("country")],
    ]
    for events in places {
      for event in events { scenario.go(event) }
      scenario.go(.open(.crisis))
      #expect(scenario.isAtCrisis)
      scenario.go(.open(.flare), shows: "gate usual [known new ending]")
      scenario.go(.back)
      #expect(scenario.isAtCrisis)
      scenario.go(.back)
      #expect(!scenario.isAtCrisis)
    }
    #expect(scenario.journal.entries.isEmpty)
  }

  @Test("Without Content the built-in page stands, six lines with the numbers first")
  func builtIn() {
    var scenario = Scenario()
    scenario.library.crisis = nil
    scenario.send(
      .begin(.door(.crisis)), ["load crisis"],
      shows: "urgent card " + BuiltIn.crisis.plainText)
    #expect(BuiltIn.crisis.plainText.split(separator: "\n").count == 6)
    #expect(scenario.app.prompt.urgent == BuiltIn.emergency)
    scenario.go(.seen)
    #expect(scenario.isAtHome)
  }

  @Test("The page shows the numbers of all regions, and those of a country when it is named")
  func countries() {
    var scenario = Scenario()
    scenario.send(
      .begin(.door(.crisis)), ["load crisis"],
      shows:
        "urgent choose lead\ncall\n112  Here\nelsewhere\ncannot\nclosing\nchecked-on [country back]"
    )
    scenario.send(.pick("country"), shows: "choose which-country [one two back]")
    scenario.send(
      .pick("two"),
      shows: "urgent choose lead\ncall\n112  Here\ntalk (Land two)\n123  two\nelsewhere\ncannot\n"
        + "closing\nchecked-on [country back]")
    scenario.go(.pick("back"))
    #expect(scenario.isAtHome)
  }

  @Test(
    "The page says when its numbers were looked at, and that this is long ago after a year",
    arguments: [
      (String?.none, "not-yet-checked"), ("2026-11-22", "checked-on"), ("2025-11-22", "checked-on"),
      ("2025-11-21", "checked-long-ago"),
    ])
  func checked(day: String?, phrase: String) {
    var scenario = Scenario()
    scenario.library.crisis?.checkedOn = day.flatMap(CivilDay.init(iso:))
    scenario.go(.begin(.door(.crisis)))
    #expect(scenario.app.prompt.note.contains(phrase + " ["))
  }
}
