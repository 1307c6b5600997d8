import AllClearMeasures
import Testing

@testable import AllClearEngine

/// The days: one suggestion, lessons that rest and are never locked, a weekly look, a welcome after a
/// pause, and quiet after the end.
@Suite("The days")
struct DaysTests {
  func library() -> Library {
    var library = Library()
    library.program.schedule = Schedule(
      boosters: [.init(module: "booster", month: 1), .init(module: "booster-2", month: 2)],
      measures: [.init(measure: "four", fromDay: 7, everyDays: 28)])
    for id in ["check-in", "welcome", "ending", "stopping", "came-back", "booster", "booster-2"] {
      library.program.beside.append(
        .init(id: id, title: id, minutes: 3, file: id, needsPass: false))
      library.modules[id] = Module(id, [.say(id)])
    }
    library.modules["check-in"] = Module("check-in", Self.checkIn)
    library.modules["story"] = Module("story", [.scale("pain"), .say("told")])
    library.program.modules.removeAll { $0.file == nil }
    library.program.roles.checkIn = "check-in"
    library.program.roles.welcome = "welcome"
    library.program.roles.ending = "ending"
    library.program.roles.stopping = "stopping"
    library.program.roles.cameBack = "came-back"
    return library
  }

  private static var checkIn: [Step] {
    let changes = CheckIn.Change.allCases.map(\.rawValue)
    var item = Step.choose("four-one", ["never", "often"]).when(.due("four"))
    item.measure = "four"
    var second = Step.choose("four-two", ["never", "often"]).when(.due("four"))
    second.measure = "four"
    return [
      .choose(
        "now",
        [Option(id: "yes", text: "Yes"), Option(id: "not-today", text: "No", endsSession: true)]),
      .scale("pain"),
      .choose("change", changes).when(.compare(.course(.week), .greaterOrEqual, 2)),
      item, second, .say("rest").when(.held(.movementPaused)), .say("thanks"),
    ]
  }

  /// Somebody who has answered the safety questions and told the story, with this much pain.
  func begun(pain: Int = 5) -> Scenario {
    var scenario = Scenario.passed(library())
    scenario.go(.begin(.door(.module("story"))), .answer(.number(pain)), .seen)
    scenario.relaunch("home")
    scenario.go(.begin(.home))
    return scenario
  }

  func at(_ scenario: Scenario, days: Int) -> Scenario {
    var scenario = scenario
    scenario.wait(days: days)
    scenario.relaunch("day-\(scenario.journal.entries.count)-\(days)")
    scenario.go(.begin(.home))
    return scenario
  }

  func checkedIn(
    _ scenario: Scenario, pain: Int, change: String? = nil, four: Bool = false
  ) -> Scenario {
    var scenario = scenario
    scenario.go(.open(.module("check-in")), .pick("yes"), .answer(.number(pain)))
    if let change { scenario.go(.pick(change)) }
    if four { scenario.go(.pick("never"), .pick("often")) }
    return scenario
  }

  func home(_ scenario: Scenario) -> [String] { scenario.app.prompt.choiceIDs }

  // MARK: Lessons

  @Test("A lesson rests for three days after the one before it, and lies under 'Something else'")
  func rests() {
    var scenario = begun()
    #expect(home(scenario).first == "next")
    scenario.go(.pick("next"))
    #expect(scenario.app.prompt.heading == "tracking")
    finish(&scenario)
    #expect(home(scenario).first == "practices")
    scenario.go(.pick("more"))
    #expect(home(scenario).first == "next")
    scenario.go(.pick("next"))
    #expect(scenario.app.prompt.heading == "lesson")
    scenario.go(answer(to: scenario))
    #expect(home(at(scenario, days: 3)).first == "go-on")
  }

  /// An answer to whatever is asked first.
  func answer(to scenario: Scenario) -> Event {
    if case .card = scenario.app.prompt.body { return .seen }
    return scenario.app.prompt.choiceIDs.first.map(Event.pick) ?? .skip
  }

  @Test("After three days the next lesson is the suggestion again")
  func suggestedAgain() {
    var scenario = begun()
    scenario.go(.pick("next"))
    finish(&scenario)
    #expect(home(at(scenario, days: 2)).first == "practices")
    #expect(home(at(scenario, days: 3)).first == "next")
  }

  @Test("To read a lesson again does not put off the next one")
  func rereadingPutsNothingOff() {
    var scenario = begun()
    scenario.go(.pick("next"))
    finish(&scenario)
    scenario = at(scenario, days: 2)
    scenario.go(.open(.module("tracking")))
    finish(&scenario)
    #expect(home(scenario).first == "practices")
    #expect(home(at(scenario, days: 1)).first == "next")
  }

  @Test("After two lessons on a day stopping is suggested, once, and nothing is locked")
  func pace() {
    var library = library()
    library.program.modules.append(
      .init(id: "third", title: "Third", minutes: 5, file: "third"))
    library.modules["third"] = Module("third", [.say("third")])
    library.program.schedule.lessonDays = 0
    var scenario = Scenario.passed(library)
    scenario.go(.begin(.door(.module("story"))), .answer(.number(5)), .seen)
    for module in ["tracking", "lesson"] {
      scenario.go(.open(.module(module)))
      finish(&scenario)
    }
    #expect(scenario.app.prompt.note.contains("pace-rest"))
    scenario.go(.open(.module("third")), shows: "card pace-guard")
    scenario.go(.back)
    #expect(scenario.isAtHome)
    scenario.go(.open(.module("third")), shows: "card third")
  }

  /// Goes through what is open, by its first answers.
  func finish(_ scenario: inout Scenario) {
    for _ in 0..<60 where !scenario.isAtHome {
      switch scenario.app.prompt.body {
      case .card: scenario.go(.seen)
      case .choose, .gate: scenario.go(.pick(scenario.app.prompt.choiceIDs.first ?? ""))
      case .scale: scenario.go(.answer(.number(3)))
      case .write, .collect: scenario.go(.skip)
      case .practice(let view):
        switch view.phase {
        case .ready: scenario.go(.practice(.start(ownPace: true)))
        case .ended: scenario.go(.practice(.goOn))
        default: scenario.go(.practice(.stop))
        }
      }
    }
    #expect(scenario.isAtHome)
  }

  // MARK: The weekly look

  @Test("A week after the beginning the check-in is the one suggestion, and once a day is enough")
  func checkInDue() {
    let early = at(begun(), days: 6)
    #expect(!home(early).contains("check-in"))
    var scenario = at(begun(), days: 7)
    #expect(home(scenario).first == "check-in")
    scenario = checkedIn(scenario, pain: 4, change: "same", four: true)
    scenario.go(.seen)
    #expect(scenario.isAtHome)
    #expect(home(scenario).first != "check-in")
    scenario.go(.open(.module("check-in")), shows: "card check-in-today")
    scenario.go(.seen)
    #expect(scenario.isAtHome)
    #expect(home(at(scenario, days: 6)).first != "check-in")
    #expect(home(at(scenario, days: 7)).first == "check-in")
  }

  @Test("'Not today' is heard for the day")
  func notToday() {
    var scenario = at(begun(), days: 8)
    scenario.go(.pick("check-in"), .pick("not-today"))
    #expect(scenario.isAtHome)
    #expect(home(scenario).first != "check-in")
    #expect(home(at(scenario, days: 1)).first == "check-in")
  }

  @Test("The seven points come from the second week, the questionnaire by its schedule")
  func scheduled() {
    var first = at(begun(), days: 3)
    first.go(.open(.module("check-in")), .pick("yes"), .answer(.number(4)), shows: "card thanks")
    var second = at(begun(), days: 7)
    second = checkedIn(second, pain: 4, change: "same")
    #expect(second.app.prompt.note == "choose four-one [never often]")
    // What this session answers itself makes its other questions no less due.
    second.go(.pick("never"), shows: "choose four-two [never often]")
    second.relaunch("killed")
    second.go(.begin(.home), .pick("go-on"), shows: "choose four-two [never often]")
    second.go(.pick("often"), .seen)
    #expect(second.digest.measured["four"] != nil)
    let third = checkedIn(at(second, days: 27), pain: 4, change: "same")
    #expect(third.app.prompt.note == "card thanks")
    let fourth = checkedIn(at(second, days: 28), pain: 4, change: "same")
    #expect(fourth.app.prompt.note == "choose four-one [never often]")
  }
}
