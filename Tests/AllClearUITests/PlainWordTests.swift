import AllClearEngine
import Testing

@testable import AllClearUI

/// What is understood in plain text beside numbers.
@Suite struct PlainWordTests {
  typealias Sitting = PlainTests.Sitting

  @Test("s skips what can be skipped, and elsewhere what is accepted is said")
  func skip() {
    for prompt in [
      Fixtures.how, Fixtures.many, Fixtures.scale, Fixtures.write, Fixtures.collect,
      Fixtures.practice(.ready),
    ] {
      var sitting = Sitting(prompt)
      sitting.type("S")
      #expect(sitting.sent == [.skip], "\(prompt.place)")
      var needed = prompt
      needed.moves = []
      sitting = Sitting(needed)
      sitting.type("s")
      #expect(sitting.sent.isEmpty, "\(prompt.place)")
      #expect(!sitting.page.contains("skip"), "\(sitting.page)")
    }
    var gate = Sitting(Fixtures.gate)
    gate.type("s")
    #expect(gate.sent.isEmpty && gate.page.contains("This one needs an answer."))
    var card = Sitting(Fixtures.card)
    card.type("s")
    #expect(card.sent.isEmpty && card.page.contains("Please press Enter to go on"))
    var practice = Sitting(Fixtures.practice(.paused(offersStop: false)))
    practice.type("s")
    #expect(practice.sent == [.practice(.stop)])
    var words = Sitting(Fixtures.write)
    words.type("One", "s", ".")
    #expect(words.sent.last == .answer(.text("One\ns")))
  }

  @Test("the words that are accepted are listed with s among them")
  func listed() {
    var sitting = Sitting(Fixtures.how, width: 40)
    sitting.type("?")
    #expect(sitting.page.contains("b back, s skip, r again, w why, q leave.\n"))
  }

  @Test("before a practice a wrong line is answered with what is accepted there")
  func pace() {
    var sitting = Sitting(Fixtures.practice(.ready))
    sitting.type("x")
    #expect(
      sitting.page.contains(
        "x\nPlease press Enter or type t for timed, p for your own pace, or s to skip.\n"))
    var needed = Fixtures.practice(.ready)
    needed.moves = []
    sitting = Sitting(needed)
    sitting.type("r r")
    #expect(
      sitting.page.contains("Please press Enter or type t for timed, or p for your own pace.\n"))
    sitting = Sitting(Fixtures.practice(.paused(offersStop: false)))
    sitting.type("x")
    #expect(sitting.page.contains("In a practice: Enter pauses and goes on"))
  }

  static let countries: Prompt = {
    let names = [
      "United States", "Canada", "United Kingdom", "Ireland", "Australia", "New Zealand",
      "Belgium", "Niger", "Nigeria", "Switzerland, Liechtenstein", "Go back",
    ]
    let choices = names.map { Prompt.Choice(id: $0, text: $0) }
    return Prompt(
      place: "countries", body: .choose(Prose("Which country are you in?"), choices, many: false),
      moves: [.back])
  }()

  @Test(
    "in a long list an answer can be named by its text or the beginning of it",
    arguments: [
      ("canada", "Canada"), ("IRE", "Ireland"), ("united k", "United Kingdom"),
      ("niger", "Niger"), ("nigeri", "Nigeria"), ("Switzerland", "Switzerland, Liechtenstein"),
      (" go back ", "Go back"), ("3", "United Kingdom"), ("11", "Go back"),
    ])
  func names(typed: String, id: String) {
    var sitting = Sitting(Self.countries)
    sitting.type(typed)
    #expect(sitting.sent == [.answer(.option(id))])
  }

  @Test(
    "what begins two names, or none, is not guessed", arguments: ["united", "nige", "x", "c", "12"])
  func notGuessed(typed: String) {
    var sitting = Sitting(Self.countries)
    sitting.type(typed)
    #expect(sitting.sent.isEmpty)
    #expect(
      sitting.page.hasSuffix(
        "Please type a number from 1 to 11, or the first letters of an answer.\nNumber: "))
  }

  @Test("words keep their meaning in a long list, and a short one takes numbers alone")
  func words() {
    var sitting = Sitting(Self.countries)
    sitting.type("b", "crisis")
    #expect(sitting.sent == [.back, .open(.crisis)])
    sitting = Sitting(Fixtures.how)
    sitting.type("lighter")
    #expect(sitting.sent.isEmpty)
  }
}
