import AllClearEngine
import Testing

@testable import AllClearUI

@Suite struct ScreenTests {
  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)]

  /// Draws after some keys, and holds the picture against its golden.
  private func look(
    _ name: String, _ prompt: Prompt, _ size: Size, keys: [Key] = [], glyphs: Glyphs = .unicode,
    isStill: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let screen = Screen(size: size, glyphs: glyphs, phrases: Words.english, isStill: isStill)
    var state = ScreenState()
    for key in keys { _ = state.handle(key, prompt, on: screen) }
    let suffix = glyphs == .ascii ? "-ascii" : ""
    Golden.expect(
      screen.frame(prompt, state), is: "\(name)-\(size.columns)x\(size.rows)\(suffix)",
      sourceLocation: sourceLocation)
  }

  @Test(
    "each kind of prompt looks as it was looked at",
    arguments: Fixtures.all.map(\.name), sizes)
  func kinds(name: String, size: Size) throws {
    let prompt = try #require(Fixtures.all.first { $0.name == name }?.prompt)
    look(name, prompt, size)
  }

  @Test("the later pages of long prompts", arguments: sizes)
  func laterPages(size: Size) {
    look("gate-page-2", Fixtures.gate, size, keys: [.enter])
    look("gate-page-3", Fixtures.gate, size, keys: [.enter, .enter])
    look("gate-marked", Fixtures.gate, size, keys: [.enter, .enter, .character("2")])
    look("gate-unmarked-enter", Fixtures.gate, size, keys: [.enter, .enter, .enter])
    look("stop-page-2", Fixtures.stop, size, keys: [.enter])
    look("stop-page-3", Fixtures.stop, size, keys: [.pageDown, .pageDown])
    look("crisis-page-2", Fixtures.crisis, size, keys: [.enter])
    look("crisis-page-3", Fixtures.crisis, size, keys: [.enter, .enter])
    look("card-page-2", Fixtures.card, size, keys: [.enter])
  }

  @Test("lists that are longer than a page", arguments: sizes)
  func lists(size: Size) {
    look("list", ListTests.countries, size)
    look("list-page-2", ListTests.countries, size, keys: [.pageDown])
    look("list-programme", ListTests.programme, size, keys: [.end])
  }

  @Test("settings", arguments: sizes)
  func settings(size: Size) {
    look("settings", Self.settings, size)
    look("settings-theme", Self.themes, size, keys: [.down, .down])
  }

  private static let settings = settings(
    "These hold on this computer, from now on. Choose again to change.",
    [
      "Theme: default", "Movement on the screen: yes", "Plain text: when I ask for it",
      "Bells in practices: soft", "Mouse: no", "Width of plain text: as wide as the window",
      "For me: going gently, numbers, my word, my country", "Where my words are kept", "Go back",
    ])
  private static let themes = settings(
    "Which theme would you like? The screen takes it on at once.",
    [
      "Default (now)", "Light, for a light window", "High contrast", "No colour",
      "Bright colours, for a dark window",
      "Go back",
    ])

  private static func settings(_ question: String, _ texts: [String]) -> Prompt {
    let choices = texts.map { Prompt.Choice(id: $0, text: $0) }
    return Prompt(
      place: question, body: .choose(Prose(question), choices, many: false), heading: "Settings",
      moves: [.back])
  }

  @Test("answers before they are confirmed", arguments: sizes)
  func answers(size: Size) {
    look("choose-moved", Fixtures.how, size, keys: [.down, .down])
    look("many-marked", Fixtures.many, size, keys: [.character("1"), .character("3"), .down])
    look("scale-set", Fixtures.scale, size, keys: [.character("7")])
    look("scale-unset-enter", Fixtures.scale, size, keys: [.enter])
    look(
      "write-words", Fixtures.write, size,
      keys: typed("It felt smaller than I feared. 暖かい, naïve, e\u{301}t\u{e9}, 👩‍🔬")
        + [.enter] + typed("A second line, and a longwordthatdoesnotendbeforetherowdoes."))
    look(
      "collect-words", Fixtures.collect, size,
      keys: [.pageDown] + typed("a disc") + [.enter]
        + typed("too many hours in one chair, and no walk at noon") + [.enter] + typed("th"))
    look("practice-time", Fixtures.running, size, keys: [.character("t")])
  }

  @Test("overlays", arguments: sizes)
  func overlays(size: Size) {
    look("help-choose", Fixtures.how, size, keys: [.character("?")])
    look("help-choose-page-2", Fixtures.how, size, keys: [.character("?"), .enter])
    look("help-practice", Fixtures.running, size, keys: [.character("?")])
    look("blank", Fixtures.card, size, keys: [.control("x")])
  }

  @Test(
    "each kind of prompt on a big screen, and where a terminal has letters alone",
    arguments: Fixtures.all.map(\.name))
  func bigAndASCII(name: String) throws {
    let prompt = try #require(Fixtures.all.first { $0.name == name }?.prompt)
    look(name, prompt, Size(columns: 120, rows: 40))
    look(name, prompt, Size(columns: 80, rows: 24), glyphs: .ascii)
    look(name, prompt, Size(columns: 40, rows: 12), glyphs: .ascii)
  }

  @Test("what is searched for, and what is said the first time", arguments: sizes)
  func searching(size: Size) {
    let programme = ListTests.programme
    look("search", programme, size, keys: [.character("/")] + typed("country-1"))
    look("search-urgent", ListTests.countries, size, keys: [.character("/")] + typed("2") + [.down])
    look("search-nothing", programme, size, keys: [.character("/")] + typed("xyz"))
    var scale = Fixtures.scale
    scale.hint = Words.english(.firstScale)
    look("first-scale", scale, size, keys: [.pageDown])
    look("help-crisis", Fixtures.crisis, size, keys: [.character("?")])
  }

  @Test("letters alone, where a terminal has no other signs", arguments: sizes)
  func ascii(size: Size) {
    look(
      "gate-marked", Fixtures.gate, size, keys: [.enter, .enter, .character("3")], glyphs: .ascii)
    look("scale-set", Fixtures.scale, size, keys: [.character("3")], glyphs: .ascii)
    look("stop-page-2", Fixtures.stop, size, keys: [.enter], glyphs: .ascii)
  }

  @Test("a big screen has room around the text")
  func big() {
    look("practice-still", Fixtures.running, Size(columns: 120, rows: 40), isStill: true)
  }

  @Test("a screen that is too small says so and names both sizes")
  func tooSmall() {
    look("too-small", Fixtures.card, Size(columns: 29, rows: 7))
    look("too-small-stop", Fixtures.stop, Size(columns: 29, rows: 7))
    look("least", Fixtures.scale, Size(columns: 30, rows: 8))
    look("least-stop", Fixtures.stop, Size(columns: 30, rows: 8))
  }

  private func typed(_ text: String) -> [Key] { text.map { .character($0) } }
}
