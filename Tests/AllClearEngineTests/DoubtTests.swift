import Testing

@testable import AllClearEngine

/// Doubts: a way to them from Home on every day, open and settled, each with its day.
@Suite("Doubts")
struct DoubtTests {
  private func library() -> Library {
    var library = Library()
    library.program.roles.doubt = "reading"
    library.program.phrases = Phrases(
      texts: [.ownDoubtAsked: .plain("On {date} you asked: {doubt}")],
      months: (1...12).map { "m\($0)" }, days: (1...7).map { "d\($0)" })
    let options = [
      Option(id: "helps", text: "helps", settles: .doubts), Option(id: "open", text: "open"),
    ]
    let so = Step(id: "so", origin: "story", kind: .choose(Prose("so"), options, many: false))
    library.modules["story"] = Module("story", [.collect("mine", into: .doubts), so])
    library.modules["lesson"] = Module(
      "lesson", [Step("trace", .show(Prose("Then:"), .doubts)), .say("end")])
    return library
  }

  private func doubting(_ lines: [(String, String)]) -> Scenario {
    var scenario = Scenario.passed(library())
    for (line, answer) in lines {
      scenario.go(.begin(.door(.module("story"))), .answer(.entries([line])), .pick(answer))
      scenario.wait(days: 1)
    }
    return scenario
  }

  private func home(_ scenario: Scenario) -> String {
    var scenario = scenario
    scenario.relaunch("z")
    scenario.go(.begin(.home))
    return String(scenario.app.prompt.note.split(separator: "[").last?.dropLast() ?? "")
  }

  @Test("Home has a line for them below help, before the safety questions and under every hold")
  func fromHome() {
    var scenario = Scenario(library())
    scenario.go(.begin(.door(.module("hello"))), .pick("try"))
    #expect(home(scenario) == "go-on bad-now doubt more leave")
    scenario = Scenario.passed(library())
    #expect(home(scenario) == "next bad-now doubt more leave")
    scenario = Scenario(library())
    scenario.answerSafety(["examined": "no"])
    #expect(home(scenario).hasSuffix("bad-now doubt more leave"))
    scenario = Scenario(library())
    scenario.go(
      .begin(.door(.module("safety"))), .seen, .pick("none"), .pick("yes"), .pick("fever"))
    #expect(home(scenario) == "seen bad-now doubt more leave")
  }

  @Test("One that was begun and left is gone on with there, and does not take the first line")
  func begun() {
    var library = library()
    library.program.roles.doubt = "story"
    var scenario = Scenario.passed(library)
    scenario.go(.begin(.door(.module("lesson"))), .seen, .back)
    scenario.go(.begin(.door(.module("story"))), .answer(.entries(["one"])))
    #expect(home(scenario) == "go-on bad-now doubt more leave")
    scenario.relaunch("z")
    scenario.go(.begin(.home), .pick("doubt"), shows: "choose in-the-middle [go-on afresh back]")
    scenario.go(.pick("go-on"), shows: "choose so [helps open]")
    scenario.go(.back, .pick("go-on"))
    #expect(scenario.app.prompt.place.contains("trace") || scenario.app.prompt.note == "card end")
  }

  @Test("In an emergency there is its page alone")
  func emergency() {
    var scenario = Scenario(library())
    scenario.go(.begin(.door(.module("safety"))), .seen, .pick("yes"))
    #expect(!home(scenario).contains("doubt"))
  }

  @Test("The list has the open ones first, and each line says on which day it came")
  func list() {
    var scenario = doubting([("one", "helps"), ("two", "open"), ("three", "open")])
    #expect(scenario.digest.own.openDoubts.map(\.text) == ["two", "three"])
    scenario.relaunch("z")
    scenario.go(.begin(.home), .pick("more"), .pick("mine"), .pick("doubts"))
    let lines = scenario.digest.own[.doubts].map(\.id.text)
    #expect(
      scenario.app.prompt.note
        == "choose own-doubts-question [\(lines[1]) \(lines[2]) \(lines[0]) add doubt back]")
    scenario.go(.pick(lines[1]))
    #expect(
      scenario.app.prompt.note == "choose On 23 m11 you asked: two [settle edit away back]")
  }

  @Test("A card can name those that are open, with their day; once all are settled it says so")
  func trace() {
    var scenario = doubting([("one", "helps"), ("two", "open"), ("three", "open")])
    scenario.go(
      .begin(.door(.module("lesson"))),
      shows: "card Then:\n- On 23 m11 you asked: two\n- On 24 m11 you asked: three")
    scenario = doubting([("one", "helps")])
    scenario.go(.begin(.door(.module("lesson"))), shows: "card Then:\nown-doubts-settled")
    scenario = doubting([])
    scenario.go(.begin(.door(.module("lesson"))), shows: "card Then:\nshow-nothing")
  }
}
