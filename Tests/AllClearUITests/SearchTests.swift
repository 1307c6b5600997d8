import AllClearEngine
import Testing

@testable import AllClearUI

/// A word finds its place in a list, on the screen and in plain text.
@Suite struct SearchTests {
  let screen = Screen(size: Size(columns: 80, rows: 24), phrases: Words.english)

  static let places: Prompt = {
    let names = [
      "Österreich", "Côte d’Ivoire", "Việt Nam", "São Tomé", "Åland", "Łódź", "Straße", "Türkiye",
      "New Zealand", "Niger", "Nigeria", "Go back",
    ]
    return Prompt(
      place: "places",
      body: .choose(
        Prose("Which country are you in?"), names.map { Prompt.Choice(id: $0, text: $0) },
        many: false), heading: "People to talk to", moves: [.back])
  }()

  private func text(_ frame: Frame) -> String {
    (0..<frame.grid.rows).map { frame.grid.text($0) }.joined(separator: "\n")
  }

  private func typed(_ word: String, _ prompt: Prompt = places) -> ScreenState {
    var state = ScreenState()
    for character in "/" + word { _ = state.handle(.character(character), prompt, on: screen) }
    return state
  }

  @Test(
    "small and great letters, and marks on them, are alike",
    arguments: [
      ("oster", ["Österreich"]), ("COTE D'I", ["Côte d’Ivoire"]), ("viet", ["Việt Nam"]),
      ("sao tome", ["São Tomé"]), ("aland", ["Åland", "New Zealand"]), ("lodz", ["Łódź"]),
      ("strasse", ["Straße"]), ("turk", ["Türkiye"]), ("TÜRK", ["Türkiye"]),
      ("tu\u{308}rk", ["Türkiye"]), ("niger", ["Niger", "Nigeria"]), ("zea", ["New Zealand"]),
      ("xyz", []),
    ])
  func folded(word: String, names: [String]) {
    let choices = OptionLines.choices(of: Self.places.body).0
    #expect(Search.found(word, in: choices).map { choices[$0.index].text } == names)
  }

  @Test(
    "typing shows what has the word, with its own numbers; Enter goes to it, and answers nothing")
  func takes() {
    var state = typed("nig")
    var shown = text(screen.frame(Self.places, state))
    #expect(shown.contains("Search: nig"))
    #expect(shown.contains("› 10  Niger "))
    #expect(shown.contains("11  Nigeria") && !shown.contains("Zealand"))
    _ = state.handle(.down, Self.places, on: screen)
    #expect(state.handle(.enter, Self.places, on: screen) == .redraw)
    shown = text(screen.frame(Self.places, state))
    #expect(shown.contains("› 11  Nigeria") && shown.contains("New Zealand"))
    #expect(state.handle(.enter, Self.places, on: screen) == .send([.answer(.option("Nigeria"))]))
  }

  @Test("Esc, and Backspace on no word, show the list as it was")
  func leaves() {
    for keys in [[Key.escape], [.backspace, .backspace]] {
      var state = ScreenState()
      for _ in 0..<3 { _ = state.handle(.down, Self.places, on: screen) }
      let before = screen.frame(Self.places, state)
      _ = state.handle(.character("/"), Self.places, on: screen)
      _ = state.handle(.character("n"), Self.places, on: screen)
      for key in keys { _ = state.handle(key, Self.places, on: screen) }
      #expect(screen.frame(Self.places, state) == before)
    }
  }

  @Test("where nothing has the word, that and the way out are said, and Enter does nothing")
  func nothing() {
    var state = typed("nothing of the kind")
    #expect(
      text(screen.frame(Self.places, state)).contains("Nothing in this list has that. Backspace"))
    #expect(state.handle(.enter, Self.places, on: screen) == .none)
    #expect(state.handle(.down, Self.places, on: screen) == .none)
    #expect(state.handle(.control("g"), Self.places, on: screen) == .send([.open(.crisis)]))
  }

  @Test("several answers are searched and marked one by one")
  func many() {
    var prompt = Self.places
    prompt.body = .choose(Prose("Which?"), OptionLines.choices(of: prompt.body).0, many: true)
    var state = typed("zea", prompt)
    _ = state.handle(.enter, prompt, on: screen)
    _ = state.handle(.character(" "), prompt, on: screen)
    for key in "1" + "2" { _ = state.handle(.character(key), prompt, on: screen) }
    #expect(state.marks == [8, 11])
    _ = state.handle(.character("3"), prompt, on: screen)
    #expect(
      state.handle(.enter, prompt, on: screen)
        == .send([.answer(.options(["Việt Nam", "New Zealand", "Go back"]))]))
  }

  @Test("no safety question is searched, and the footer names / in long lists alone")
  func places() {
    var state = typed("no", Fixtures.gate)
    #expect(state.search == nil)
    #expect(text(screen.frame(Self.places, ScreenState())).contains("/ search"))
    #expect(!text(screen.frame(Fixtures.how, ScreenState())).contains("/ search"))
    _ = state.handle(.character("/"), Fixtures.how, on: screen)
    #expect(state.search != nil)
  }

  @Test("at every size a search keeps the numbers to call first, and its cursor behind the word")
  func sizes() {
    for size in SizeTests.fitting {
      let screen = Screen(size: size, phrases: Words.english)
      for word in ["", "country-2", "abcdefghijklmnopqrstuvwxyz暖暖暖暖暖暖暖暖暖暖暖暖暖暖"] {
        var state = ScreenState()
        for key in "/" + word { _ = state.handle(.character(key), ListTests.countries, on: screen) }
        let frame = screen.frame(ListTests.countries, state)
        #expect(Sweep.faults(of: frame, size).isEmpty)
        #expect(text(frame).contains("911"), "\(size)")
        #expect(frame.grid.text(frame.cursor.row).contains("Search:"), "\(size)")
      }
    }
  }

  @Test("in plain text /word shows what has it, with its own numbers")
  func plain() {
    var sitting = PlainTests.Sitting(Self.places)
    sitting.type("/NIG", "/", "/qqq", "10")
    #expect(sitting.page.contains("Number: /NIG\n10 Niger\n11 Nigeria\nNumber: /\n1 Österreich\n"))
    #expect(sitting.page.contains("/qqq\nNothing in this list has that."))
    #expect(sitting.sent == [.answer(.option("Niger"))])
    sitting = PlainTests.Sitting(Fixtures.gate)
    sitting.type("/no")
    #expect(sitting.page.hasSuffix("Please type a number from 1 to 3.\nNumber: "))
  }
}
