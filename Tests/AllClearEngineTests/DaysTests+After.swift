import Testing

@testable import AllClearEngine

// Away, and after the end.
extension DaysTests {
  @Test("After two weeks away a welcome comes first, whatever was begun")
  func welcome() {
    var scenario = begun()
    scenario.go(.pick("next"))
    scenario.go(answer(to: scenario))
    #expect(home(at(scenario, days: 13)).first == "go-on")
    var back = at(scenario, days: 14)
    #expect(home(back).first == "welcome")
    back.go(.pick("welcome"), .seen)
    #expect(home(back).first == "go-on")
  }

  @Test("After the last lesson comes the end, and after that Home is quiet until the next hello")
  func quiet() {
    var scenario = begun()
    for module in ["tracking", "lesson"] {
      scenario.go(.open(.module(module)))
      finish(&scenario)
    }
    #expect(home(scenario).first == "next")
    scenario.go(.pick("next"), shows: "card ending")
    scenario.go(.seen)
    #expect(scenario.app.prompt.note.contains("home-quiet-until"))
    #expect(home(scenario) == ["practices", "came-back", "bad-now", "more", "leave"])
    let week = at(scenario, days: 8)
    #expect(home(week).first == "practices")
    var month = at(scenario, days: 30)
    #expect(home(month).first == "welcome")
    month.go(.pick("welcome"), .seen)
    #expect(home(month).first == "hello")
    month.go(.pick("hello"), shows: "card booster")
    month.go(.seen)
    #expect(home(month).first == "practices")
    // A hello that was missed is not made up for: the latest that has come is offered.
    var late = at(scenario, days: 70)
    late.go(.pick("welcome"), .seen, .pick("hello"), shows: "card booster-2")
    late.go(.seen)
    #expect(late.app.prompt.note.contains("choose good-afternoon\nhome-quiet"))
    #expect(!late.app.prompt.note.contains("home-quiet-until"))
  }

  @Test("After the end a lesson that is read again leaves Home quiet, begun or gone through")
  func readAgain() {
    var scenario = begun()
    for module in ["tracking", "lesson", "ending"] {
      scenario.go(.open(.module(module)))
      finish(&scenario)
    }
    scenario.wait(.seconds(60))
    scenario.go(.open(.module("tracking")), .seen)
    scenario.go(answer(to: scenario))
    scenario.relaunch("x")
    scenario.go(.begin(.home))
    #expect(scenario.app.prompt.note.contains("home-quiet"))
    scenario.go(.open(.module("tracking")), .pick("go-on"))
    finish(&scenario)
    #expect(scenario.app.prompt.note.contains("home-quiet"))
    scenario.relaunch("y")
    scenario.go(.begin(.home))
    #expect(scenario.app.prompt.note.contains("home-quiet"))
  }

  @Test("A lesson that was not gone through before ends the quiet as soon as it is begun")
  func takenUp() {
    var scenario = begun()
    scenario.go(.open(.module("tracking")))
    finish(&scenario)
    scenario.go(.open(.module("stopping")), .seen)
    scenario.wait(.seconds(60))
    // Read again: quiet. The next one: on with the programme.
    var again = scenario
    again.go(.open(.module("tracking")))
    finish(&again)
    #expect(again.app.prompt.note.contains("home-quiet"))
    scenario.go(.open(.module("lesson")))
    var begun = scenario
    begun.go(answer(to: begun))
    begun.relaunch("x")
    begun.go(.begin(.home))
    #expect(!begun.app.prompt.note.contains("home-quiet"))
    finish(&scenario)
    #expect(!scenario.app.prompt.note.contains("home-quiet"))
  }

  @Test("One may stop on any day, without a question; then no hello comes, and lessons stay open")
  func stopped() {
    var scenario = begun()
    scenario.go(.pick("more"), .pick("settings"), .pick("stop"), shows: "card stopping")
    scenario.go(.seen, .back, .back)
    #expect(scenario.app.prompt.note.contains("choose good-afternoon\nhome-quiet ["))
    let later = at(scenario, days: 13)
    #expect(home(later).first == "practices")
    var again = scenario
    again.go(.pick("more"))
    #expect(home(again).first == "next")
  }
}
