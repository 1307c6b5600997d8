import Testing

@testable import AllClearEngine

/// Movements that are tried: what was said above an exposure is kept as one thing, what happened is
/// told at once, and once more on a later day.
@Suite("Experiments")
struct ExperimentTests {
  private static let parts = {
    var parts = Experiment.Parts()
    parts.movement = ["mine", "kind"]
    parts.dose = ["dose"]
    parts.fear = "fear"
    parts.feared = "feared"
    parts.sure = "sure"
    parts.expects = "expects"
    parts.without = "habit"
    return parts
  }()

  private static let happened = [
    Option(id: "no", text: "No", happened: .no),
    Option(id: "later", text: "Not so far", happened: .notYet),
    Option(id: "yes", text: "Yes", happened: .yes), Option(id: "new", text: "New"),
  ]

  private static let surprise = {
    var step = Step.scale("surprise")
    step.tells = .surprise
    return step.when(.asked(.experiment(.happened)))
  }()

  static let move: [Step] = [
    .collect("list", into: .fearedMovements),
    Step("mine", .pick(Prose("mine"), from: .fearedMovements, other: "Another")),
    .choose("kind", ["bend", "reach"]).when(.skipped(.step("mine"))),
    .scale("fear"), .choose("dose", ["once", "twice"]), .write("feared"), .scale("sure"),
    .scale("expects"), .choose("habit", ["brace", "keep"]),
    Step("go", .exposure(Prose("Go."), parts)),
    .choose("happened", happened).when(.practised(.step("go"))), surprise, .say("end"),
  ]

  static let after: [Step] = [
    Step(
      "ask",
      .choose(
        Prose([
          .paragraph([
            .hole(Prose.Hole(.answer(.experiment(.day)))), .plain(": "),
            .hole(Prose.Hole(.answer(.experiment(.dose)), fallback: "it")), .plain(" / "),
            .hole(Prose.Hole(.answer(.experiment(.feared)), fallback: "nothing")), .plain(" / "),
            .hole(Prose.Hole(.answer(.experiment(.sure)), fallback: "?")),
          ])
        ]),
        [
          Option(id: "no", text: "No", happened: .no),
          Option(id: "later", text: "Not so far", happened: .notYet),
          Option(id: "quiet", text: "Leave it"),
        ],
        many: false)),
    .say("fine", when: .has(.experiment(.later), "no")),
    .say("again", when: .asked(.experiment(.again))), .say("bye"),
  ]

  func library() -> Library {
    var library = Library()
    library.modules["move"] = Module("move", Self.move)
    library.modules["after-move"] = Module("after-move", Self.after)
    library.program.beside += [
      .init(id: "move", title: "Move", minutes: 5, file: "move"),
      .init(id: "after-move", title: "After", minutes: 1, file: "after-move", needsPass: false),
    ]
    library.program.roles.move = "move"
    library.program.roles.afterMove = "after-move"
    return library
  }

  /// Up to the exposure, by the first line of the list.
  func before(_ scenario: Scenario, line: String = "line-1") -> Scenario {
    var scenario = scenario
    scenario.go(
      .begin(.door(.module("move"))), .answer(.entries(["Bend to a shoe", "Lift"])), .pick(line))
    if line == "else" { scenario.go(.pick("bend")) }
    scenario.go(
      .answer(.number(6)), .pick("once"), .answer(.text("It will lock by tonight.")),
      .answer(.number(7)), .answer(.number(5)), .pick("brace"),
      shows: "choose Go. [did part not-today]")
    return scenario
  }

  @Test("Own lines are offered by number, and 'another' passes over the question")
  func picking() {
    var scenario = Scenario.passed(library())
    scenario.go(
      .begin(.door(.module("move"))), .answer(.entries(["Bend", "Lift"])),
      shows: "choose mine [line-1 line-2 else]")
    scenario.go(.pick("line-3"), shows: "choose mine [line-1 line-2 else]")
    scenario.go(.pick("else"), shows: "choose kind [bend reach]")
    #expect(scenario.digest.facts["move", "mine"] == .skipped)
    scenario.go(.back, .pick("line-2"))
    #expect(scenario.digest.facts["move", "mine"] == .text("Lift"))
    #expect(!scenario.app.prompt.note.contains("kind"))
  }

  @Test("The prompt of an exposure is headed by the movement, and tells what was given and no more")
  func headed() throws {
    let full = try #require(before(.passed(library())).app.prompt.trial)
    #expect(
      full.parts.map(\.line) == [
        "exposure-dose: text of once", "exposure-feared: It will lock by tonight.",
        "exposure-sure: exposure-of-ten", "exposure-expects: exposure-of-ten",
        "exposure-without: text of brace",
      ])
    #expect(full.stop == "exposure-stop")
    let aloud = before(.passed(library())).app.prompt.aloud(
      Phrases(texts: [:], months: [], days: []))
    #expect(aloud.contains("exposure-feared: It will lock by tonight. exposure-sure"), "\(aloud)")
    #expect(before(.passed(library())).app.prompt.heading == "Bend to a shoe")
    var scenario = Scenario.passed(library())
    scenario.go(
      .begin(.door(.module("move"))), .answer(.entries(["Bend"])), .pick("line-1"), .skip,
      .pick("once"), .skip)
    for _ in 0..<3 where scenario.app.prompt.trial == nil { scenario.go(.skip) }
    let bare = try #require(scenario.app.prompt.trial)
    #expect(bare.parts.map(\.line) == ["exposure-dose: text of once"])
    scenario.run(.pick("did"))
    #expect(scenario.app.prompt.trial == nil && scenario.app.prompt.heading == "move")
  }

  @Test("With the exposure all that was said above it is kept as one experiment")
  func kept() throws {
    var scenario = before(.passed(library()))
    scenario.run(.pick("did"))
    let experiment = try #require(scenario.digest.experiments.first)
    #expect(experiment.done == .did)
    #expect(experiment.movement == "Bend to a shoe")
    #expect(experiment.dose == "text of once")
    #expect(experiment.fear == 6)
    #expect(experiment.feared == "It will lock by tonight.")
    #expect(experiment.sure == 7)
    #expect(experiment.expects == 5)
    #expect(experiment.without == "text of brace")
    #expect(experiment.place == nil)
    #expect(experiment.happened == nil)
    #expect(experiment.day == Scenario.start.day)
  }

  @Test("The first step that was answered names the movement")
  func another() {
    var scenario = before(.passed(library()), line: "else")
    scenario.run(.pick("part"))
    #expect(scenario.digest.experiments.first?.movement == "text of bend")
    #expect(scenario.digest.experiments.first?.done == .part)
  }

  @Test("Not today leaves no experiment")
  func notToday() {
    var scenario = before(.passed(library()))
    scenario.go(.pick("not-today"), shows: "card end")
    #expect(scenario.digest.experiments.isEmpty)
  }

  @Test("What happened and how surprising it was complete it, and back takes that back")
  func told() {
    var scenario = before(.passed(library()))
    scenario.go(.pick("did"), .pick("later"), shows: "scale surprise")
    scenario.go(.answer(.number(4)), shows: "card end")
    #expect(scenario.digest.experiments.map(\.happened) == [.notYet])
    #expect(scenario.digest.experiments.map(\.surprise) == [4])
    scenario.go(.back, shows: "scale surprise")
    #expect(scenario.digest.experiments.map(\.surprise) == [nil])
    scenario.go(.back, shows: "choose happened [no later yes new]")
    #expect(scenario.digest.experiments.map(\.happened) == [nil])
    scenario.go(.pick("new"), shows: "card end")
    #expect(scenario.digest.experiments.count == 1)
  }

  @Test("A journal knows it again, after a kill in the middle of telling too")
  func resumed() {
    var scenario = before(.passed(library()))
    scenario.go(.pick("did"))
    scenario.relaunch()
    #expect(scenario.digest.experiments.map(\.feared) == ["It will lock by tonight."])
    scenario.go(.begin(.home), .pick("go-on"), .pick("no"), shows: "scale surprise")
    #expect(scenario.digest.experiments.map(\.happened) == [.no])
  }

  @Test("It waits for the next day, and Home asks then, once")
  func nextDay() {
    var scenario = before(.passed(library()))
    scenario.go(.pick("did"), .pick("later"), .answer(.number(4)), .seen)
    scenario.relaunch()
    scenario.go(.begin(.home))
    #expect(!scenario.app.prompt.note.contains("moved"))
    scenario.wait(days: 1)
    scenario.relaunch("c")
    scenario.go(.begin(.home))
    #expect(scenario.app.prompt.note.contains("[moved "))
    scenario.go(
      .pick("moved"),
      shows: "choose day-yesterday: text of once / It will lock by tonight. / 7 [no later quiet]")
    scenario.go(.pick("no"), shows: "card fine")
    #expect(scenario.digest.experiments.map(\.later) == [.no])
    #expect(scenario.digest.experiments.map(\.happened) == [.notYet])
    scenario.go(.seen, .seen)
    #expect(scenario.isAtHome)
    #expect(!scenario.app.prompt.note.contains("moved"))
  }

  @Test("Who would rather leave it is not asked again")
  func leftAlone() {
    var scenario = before(.passed(library()))
    scenario.go(.pick("did"), .pick("no"), .answer(.number(4)), .seen)
    scenario.wait(days: 2)
    scenario.relaunch()
    scenario.go(
      .begin(.home), .pick("moved"),
      shows: "choose day-on: text of once / It will lock by tonight. / 7 [no later quiet]")
    scenario.go(.pick("quiet"), shows: "card bye")
    scenario.go(.seen)
    #expect(!scenario.app.prompt.note.contains("moved"))
    #expect(scenario.digest.experiments.map(\.later) == [nil])
  }

  @Test("After two weeks nobody asks, and what has happened is not asked about")
  func over() {
    var scenario = before(.passed(library()))
    scenario.go(.pick("did"), .pick("yes"), .answer(.number(1)), .seen)
    scenario.wait(days: 1)
    scenario.relaunch()
    scenario.go(.begin(.home))
    #expect(!scenario.app.prompt.note.contains("moved"))

    var late = before(.passed(library()))
    late.go(.pick("did"), .pick("no"), .answer(.number(1)), .seen)
    late.wait(days: Experiment.daysToAsk + 1)
    late.relaunch()
    late.go(.begin(.home))
    #expect(!late.app.prompt.note.contains("moved"))
  }

  @Test("An option whose condition is false is neither offered nor taken")
  func offered() {
    var library = Library()
    library.modules["story"] = Module(
      "story",
      [
        .choose("out", ["bend", "none"]),
        .choose(
          "which",
          [
            Option(
              id: "bend", text: "Bending", when: .not(.has(.step("out"), "bend"))),
            Option(id: "reach", text: "Reaching"),
          ]), .say("end"),
      ])
    var scenario = Scenario.passed(library)
    scenario.go(.begin(.door(.module("story"))), .pick("bend"), shows: "choose which [reach]")
    scenario.go(.pick("bend"), shows: "choose which [reach]")
    scenario.go(.back, .pick("none"), shows: "choose which [bend reach]")
    scenario.go(.pick("bend"), shows: "card end")
  }
}
