import Testing

@testable import AllClearEngine

// What comes after the first question: once more where its day is still to come, and what is read.
extension ExperimentTests {
  /// Tried, asked on the day after, and answered so.
  private func asked(_ answer: String) -> Scenario {
    var scenario = before(.passed(library()))
    scenario.go(.pick("did"), .pick("later"), .answer(.number(4)), .seen)
    scenario = at(scenario, days: 1)
    scenario.go(.pick("moved"), .pick(answer))
    return scenario
  }

  private func at(_ scenario: Scenario, days: Int) -> Scenario {
    var scenario = scenario
    scenario.wait(days: days)
    scenario.relaunch("day-\(scenario.journal.entries.count)-\(days)")
    scenario.go(.begin(.home))
    return scenario
  }

  private func isAsked(_ scenario: Scenario) -> Bool {
    scenario.app.prompt.choiceIDs.contains("moved")
  }

  @Test("What is still to come is asked about once more, a week later, and then never again")
  func onceMore() {
    var scenario = asked("later")
    #expect(scenario.app.prompt.note == "card again")
    scenario.go(.seen, .seen)
    #expect(!isAsked(scenario))
    #expect(!isAsked(at(scenario, days: 6)))
    scenario = at(scenario, days: 7)
    #expect(isAsked(scenario))
    // Told, still to come, or left: each is the last time.
    for answer in ["no", "later", "quiet"] {
      var last = scenario
      last.go(.pick("moved"))
      #expect(last.app.prompt.note.hasPrefix("choose day-on: text of once"), "\(answer)")
      last.go(.pick(answer))
      #expect(
        last.app.prompt.note
          == (answer == "no" ? "card fine" : answer == "later" ? "card bye" : "card again"))
      while !last.isAtHome { last.go(.seen) }
      #expect(!isAsked(last), "\(answer)")
      for days in [1, 7, 20] { #expect(!isAsked(at(last, days: days)), "\(answer), \(days)") }
      #expect(last.digest.experiments.map(\.later) == [answer == "no" ? .no : .notYet])
    }
    // Nobody is asked long after.
    #expect(isAsked(at(scenario, days: 7)))
    #expect(!isAsked(at(scenario, days: Experiment.daysToAsk + 1)))
  }

  @Test("Who takes 'still to come' back is asked as before")
  func takenBack() {
    var scenario = asked("later")
    scenario.go(.back, .pick("no"))
    #expect(scenario.app.prompt.note == "card fine")
    scenario.go(.seen, .seen)
    #expect(!isAsked(at(scenario, days: 7)))
    #expect(scenario.digest.experiments.map(\.again) == [nil])
  }

  @Test("What was tried is read again, with what was feared and what came of it")
  func readAgain() {
    var scenario = before(.passed(library()))
    scenario.go(.pick("did"), .pick("no"), .answer(.number(4)), .seen)
    scenario.relaunch()
    scenario.go(
      .begin(.home), .pick("more"), .pick("mine"), .pick("feared-movements"), .pick("tried"))
    guard case .card(let page) = scenario.app.prompt.body else {
      Issue.record("no page")
      return
    }
    #expect(page.plainText == "tried-on\n- tried-fear\n- tried-feared\n- tried-no")
    scenario.go(.back)
    #expect(scenario.app.prompt.choiceIDs.contains("tried"))
    scenario.go(.pick(scenario.app.prompt.choiceIDs[0]))
    #expect(scenario.app.prompt.note.hasPrefix("choose Bend to a shoe\ntried-on\n"))
    // What came of it is a list, as on the page of all that was tried.
    guard case .choose(let entry, _, _) = scenario.app.prompt.body else {
      Issue.record("no entry")
      return
    }
    #expect(entry.blocks == [.paragraph([.plain("Bend to a shoe")])] + page.blocks)
  }

  @Test("Where a movement was tried and no line is left, nobody is told that there is nothing")
  func noLine() {
    var scenario = before(.passed(library()))
    scenario.go(.pick("did"), .pick("no"), .answer(.number(4)), .seen)
    scenario.go(
      .begin(.home), .pick("more"), .pick("mine"), .pick("feared-movements"))
    for _ in 0..<2 {
      scenario.go(.pick(scenario.app.prompt.choiceIDs[0]), .pick("away"))
    }
    #expect(scenario.app.prompt.note.hasPrefix("choose home-question [add tried away"))
  }
}
