import Testing

@testable import AllClearEngine

/// Made-up patients at their own lists, at a doubt and at the card of the day.
@Suite("Player at own lists")
struct PlayerListTests {
  private static let library: Player.Library = {
    var small = Library()
    let options = ["a", "b"].map { Option(id: $0, text: $0, evidence: "saw \($0)") }
    let tick = Step(id: "tick", origin: "story", kind: .choose(Prose("tick"), options, many: true))
    small.modules["story"] = Module("story", [tick])
    small.modules["doubt"] = Module("doubt", [.collect("own", into: .doubts)])
    small.modules["card"] = Module("card", [.choose("today", ["no"])])
    small.program.beside += ["doubt", "card"].map {
      Program.ModuleEntry(id: $0, title: $0, minutes: 1, file: $0, needsPass: false)
    }
    small.program.roles.doubt = "doubt"
    small.program.roles.card = "card"
    return Player.Library(
      program: small.program, modules: small.modules, practices: small.practices,
      crisis: small.crisis)
  }()

  /// Plays one visit after the first run, and the places that were shown in it.
  private func play(
    _ answers: [String: String] = [:], does: [Persona.Intent], collect: [String] = ["a line"]
  ) -> (report: PlayReport, places: [String]) {
    var manner = Persona.Manner()
    manner.choose = .first
    manner.collect = collect
    let persona = Persona(
      id: "somebody", title: "Somebody", age: 50, manner: manner,
      answers: answers.mapValues { .turns([.word($0)]) },
      visits: [Persona.Visit(days: .on([0]), hour: 8, minutes: 90, does: does)])
    var places: [String] = []
    let report = Player.play(persona, in: Self.library, days: 1) { app, _ in
      places.append(app.prompt.place)
    }
    return (report, places)
  }

  @Test("A doubt is put down from Home, and the card of the day is answered once a day")
  func doubtAndCard() {
    let intents: [Persona.Intent] = [
      .known(.card), .known(.doubt), .named("story"), .known(.card), .known(.card),
    ]
    let report = play(does: intents).report
    #expect(report.finished["doubt"] == 1)
    #expect(report.finished["card"] == 1, "not before there is a sheet, and not twice")
    #expect(report.visits.map(\.ending) == [.home])
  }

  @Test("One's own words are read, and a line is kept on top")
  func mine() {
    let (report, places) = play(
      ["home.mine": "evidence"], does: [.named("story"), .known(.mine)])
    #expect(places.contains("menu:mine"))
    #expect(places.contains("menu:own:evidence"))
    #expect(places.contains { $0.hasPrefix("menu:entry:") })
    #expect(report.visits.map(\.ending) == [.home])
    #expect(report.stuck == nil)
  }

  @Test("A line is added, changed, and put away and taken back, as rules say")
  func changes() {
    let added = play(["home.line": "add"], does: [.named("story"), .known(.mine)])
    #expect(added.places.contains("own/evidence/new"))
    let edited = play(["home.change": "edit"], does: [.named("story"), .known(.mine)])
    #expect(edited.places.contains { $0.hasPrefix("own/evidence/") && !$0.hasSuffix("/new") })
    #expect(edited.report.prompts[.write] == 1)
    let away = play(
      ["home.change": "away"], does: [.named("story"), .known(.mine)])
    #expect(away.report.visits.map(\.ending) == [.home])
    let back = play(
      ["home.change": "away", "home.line": "away"],
      does: [.named("story"), .known(.mine), .known(.mine)])
    #expect(back.places.contains("menu:away:evidence"))
  }

  @Test("Where there is nothing of one's own, the way leads back")
  func nothing() {
    let (report, places) = play(does: [.known(.mine), .known(.card)], collect: [])
    #expect(!places.contains("menu:mine"))
    #expect(report.visits.map(\.ending) == [.home])
  }
}
