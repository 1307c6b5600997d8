import Testing

@testable import AllClearEngine

@Suite("A random walk")
struct WalkTests {
  private func library() -> Library {
    var library = Library()
    library.modules["hello"] = .long
    library.modules["story"] = Module(
      "story",
      [
        .practice("round", "somatic", 3), .practice("bend", "bending", 1), .write("words"),
        .collect("list", into: .evidence), .choose("again", ["x", "y"], now: true),
        .practice("after", "somatic", 1),
      ])
    return library
  }

  /// Something that a person, the clock or the machine may do at this prompt.
  private func event(_ scenario: Scenario, _ random: inout Dice) -> Event {
    let doors: [Door] = [
      .module("hello"), .module("safety"), .module("story"), .module("tracking"),
      .module("recheck"),
      .practice("somatic", minutes: 1), .practice("listening", minutes: nil), .page("reading"),
    ]
    switch Int.random(in: 0..<40, using: &random) {
    case 0: return .open(.flare)
    case 1: return .open(.crisis)
    case 2, 3: return .begin(.door(doors.randomElement(using: &random) ?? .crisis))
    case 4: return .back
    case 5: return .skip
    case 6: return .why
    case 7: return .draft(["x"])
    case 8: return .wake
    case 9: return .seen
    case 10: return .answer(.number(5))
    default: break
    }
    switch scenario.app.prompt.body {
    case .card: return .seen
    case .choose(_, let choices, many: true): return .answer(.options(choices.prefix(2).map(\.id)))
    case .choose(_, let choices, _), .gate(_, let choices):
      let picks = choices.filter { $0.id != "leave" }
      // Mostly what lets one on, or the walk would stand before a stop page all day.
      let kind = picks.first { $0.id == "none" || $0.id == "seen" || $0.id == "nothing" }
      let any = picks.randomElement(using: &random)
      return .pick((Int.random(in: 0..<4, using: &random) > 0 ? kind ?? any : any)?.id ?? "")
    case .scale: return .answer(.number(Int.random(in: 0...10, using: &random)))
    case .write: return .answer(.text("words"))
    case .collect: return .answer(.entries(["entry \(Int.random(in: 0..<9, using: &random))"]))
    case .practice:
      let commands: [PracticeCommand] = [
        .start(ownPace: false), .start(ownPace: true), .pause, .resume, .next, .offerStop, .goOn,
        .goOn, .stop, .resume,
      ]
      return .practice(commands.randomElement(using: &random) ?? .goOn)
    }
  }

  private func isTouchingTheBody(_ app: App) -> Bool {
    guard case .practice(let view) = app.prompt.body, view.phase == .running else { return false }
    return view.title != "listening"
  }

  @Test("Whatever happens, what must be true is true", arguments: 1...4)
  func walk(seed: Int) {
    var random = Dice(seed: UInt64(seed))
    var scenario = Scenario(library())
    scenario.go(.begin(.home))
    var sitting = 1
    var ran = 0
    var clean = true
    for _ in 0..<600 {
      let before = scenario
      switch Int.random(in: 0..<60, using: &random) {
      case 0:
        scenario.wait(days: Int.random(in: 0...20, using: &random))
        scenario.go(.gap)
      case 1:
        sitting += 1
        scenario.relaunch("sitting-\(sitting)")
        clean = false
        scenario.run(.begin(.home))
      case 2:
        scenario.fault = [.full, .failed].randomElement(using: &random)
      case 3...9:
        scenario.fault = nil
      case 10...14:
        _ = scenario.jump()
      default:
        scenario.wait(.seconds(Int.random(in: 0...1, using: &random)))
        let event = event(scenario, &random)
        scenario.run(event)
        // The same events make the same app.
        var twin = before
        twin.now = scenario.now
        twin.run(event)
        #expect((twin.app == scenario.app) as Bool)
      }
      #expect(!scenario.app.prompt.isEmpty, "\(scenario.app.prompt)")
      if scenario.app.prompt.kind != before.app.prompt.kind {
        #expect(scenario.app.prompt.place != before.app.prompt.place, "\(scenario.app.prompt.note)")
      }
      if scenario.standing.contains(.emergency) { #expect(!scenario.isAtHome) }
      if isTouchingTheBody(scenario.app) {
        ran += 1
        let holds = scenario.app.holds(at: scenario.now.wall)
        #expect(holds.pass == .valid)
        #expect(
          holds.standing.isDisjoint(
            with: [.emergency, .sameDay, .notExamined, .lessonsOnly, .sitting]))
      }
      if case .practice(let view) = scenario.app.prompt.body, view.phase == .running {
        #expect(scenario.app.deadline.map { $0 - scenario.now.elapsed <= .seconds(2) } == true)
      } else {
        #expect(scenario.app.deadline == nil)
      }
      if scenario.app.state.unwritten.isEmpty { expectSame(scenario, exactly: clean) }
    }
    if seed == 1 { #expect(ran > 0, "the walk has met a practice of the body") }
    let ids = scenario.journal.entries.map(\.record.id)
    #expect(Set(ids).count == ids.count)
  }

  /// What the app knows is what the journal says.
  ///
  /// After a start on an old journal, a record that takes the place of an older one leaves the app
  /// with a pause that may be longer.
  private func expectSame(_ scenario: Scenario, exactly: Bool) {
    var mine = scenario.digest
    var kept = scenario.journal.digest
    if !exactly {
      mine.longestPause = 0
      kept.longestPause = 0
    }
    #expect((mine == kept) as Bool)
  }
}
