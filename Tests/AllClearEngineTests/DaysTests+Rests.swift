import AllClearMeasures
import Testing

@testable import AllClearEngine

// Movement rests: by the numbers of the check-ins, and by the person's own word.
extension DaysTests {
  @Test("Two check-ins two points up, five days apart, rest movement until one that is not")
  func movementRests() {
    var scenario = checkedIn(at(begun(pain: 4), days: 3), pain: 6)
    scenario.go(.seen)
    #expect(!scenario.app.holds(at: scenario.now.wall).standing.contains(.movementPaused))
    scenario = checkedIn(at(scenario, days: 5), pain: 7, change: "same", four: true)
    #expect(scenario.app.prompt.note == "card rest")
    #expect(scenario.app.holds(at: scenario.now.wall).standing.contains(.movementPaused))
    scenario.go(.seen, .seen)
    scenario = checkedIn(at(scenario, days: 7), pain: 5, change: "same")
    #expect(scenario.app.prompt.note == "card thanks")
    #expect(!scenario.app.holds(at: scenario.now.wall).standing.contains(.movementPaused))
  }

  @Test("One 'much worse' rests it too, and a clinician's look lifts that")
  func seen() {
    var scenario = checkedIn(at(begun(), days: 8), pain: 5, change: "much-worse", four: true)
    #expect(scenario.app.prompt.note == "card rest")
    scenario.go(.seen, .seen, .pick("more"))
    #expect(home(scenario).contains("looked-at"))
    scenario.go(.pick("looked-at"))
    #expect(!scenario.app.holds(at: scenario.now.wall).standing.contains(.movementPaused))
    scenario.relaunch("again")
    #expect(!scenario.app.holds(at: scenario.now.wall).standing.contains(.movementPaused))
  }

  /// A journal of somebody who is asked in "tell" how it has gone; "harder" rests movement.
  private func asked() -> Scenario {
    var library = library()
    library.program.beside.append(
      .init(id: "tell", title: "tell", minutes: 3, file: "tell", needsPass: false))
    library.modules["tell"] = Module(
      "tell",
      [
        .choose(
          "nearest",
          [Option(id: "same", text: "s"), Option(id: "harder", text: "h", rests: .movement)]),
        .say("told-rest").when(.held(.movementPaused)), .say("told"),
      ])
    var scenario = Scenario.passed(library)
    scenario.go(.begin(.door(.module("story"))), .answer(.number(5)), .seen)
    scenario.wait(days: 8)
    scenario.relaunch("tell")
    scenario.go(.begin(.home), .open(.module("tell")))
    return scenario
  }

  private func rests(_ scenario: Scenario) -> Bool {
    scenario.app.holds(at: scenario.now.wall).standing.contains(.movementPaused)
  }

  @Test(
    "By the person's own word movement rests, until a check-in or a clinician says otherwise")
  func ownWord() {
    let other = {
      var other = asked(); other.go(.pick("same")); return other
    }()
    #expect(!rests(other) && other.digest.person.restsSince == nil)

    var scenario = asked()
    scenario.go(.pick("harder"), shows: "card told-rest")
    #expect(rests(scenario))
    // Taken back with the answer, and said again.
    var back = scenario
    back.go(.back)
    #expect(!rests(back))
    back.relaunch("back")
    #expect(!rests(back))
    scenario.go(.undo, .pick("harder"), .seen, .seen)
    #expect(rests(scenario))
    scenario.go(.open(.practice("bending", minutes: 1)), shows: "card held-movement")

    // A check-in on the same day, or that tells nothing, or of the same or worse, changes nothing.
    let sameDay = checkedIn(scenario, pain: 4, change: "better", four: true)
    #expect(rests(sameDay))
    scenario = at(scenario, days: 3)
    #expect(rests(scenario))
    var untold = scenario
    untold.go(.open(.module("check-in")), .pick("yes"), .skip, .skip)
    #expect(rests(untold))
    for (pain, change) in [(5, "bit-worse"), (4, "worse"), (7, "same"), (8, "better")] {
      #expect(rests(checkedIn(scenario, pain: pain, change: change)), "\(pain), \(change)")
    }
    // One that is no worse lifts it, for good.
    for (pain, change) in [(5, "same"), (6, "same"), (4, "bit-better")] {
      var lifted = checkedIn(scenario, pain: pain, change: change, four: true)
      #expect(!rests(lifted), "\(pain), \(change)")
      lifted.go(.seen)
      lifted = checkedIn(at(lifted, days: 7), pain: 5, change: "bit-worse")
      #expect(!rests(lifted), "\(pain), \(change)")
    }
    // So does a clinician's look, until it is said again.
    scenario.go(.pick("more"))
    #expect(home(scenario).contains("looked-at"))
    scenario.go(.pick("looked-at"))
    #expect(!rests(scenario))
    scenario = at(scenario, days: 0)
    #expect(!rests(scenario))
    scenario.go(.open(.module("tell")), .pick("harder"))
    #expect(rests(scenario))
    // Taken back, what a clinician lifted stays lifted.
    scenario.go(.back)
    #expect(!rests(scenario))
    #expect(!rests(at(scenario, days: 1)))
  }
}
