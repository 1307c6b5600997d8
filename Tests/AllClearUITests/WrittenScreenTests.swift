import AllClearEngine
import Testing

@testable import AllClearUI

/// What was written, as it is met on the screen and in plain text: the list, a text, what is found.
@Suite("What I have written, on the screen")
struct WrittenScreenTests {
  private static let phrases = Words.english

  private static let texts: [(line: String, text: String)] = [
    (
      "2 December, A page of your own",
      "Rain all day. I carried the shopping up three floors without a thought.\n\nLater it spoke up, "
        + "and I noticed that I was not afraid of it."
    ),
    (
      "30 November, A letter to yourself",
      "Dear me.\n\nIt has always passed. Go and sit by the lake."
    ),
    (
      "29 November, A page of your own",
      "今日は雨でした。腰は静か。🌧 Naïve, e\u{301}t\u{e9}, \u{1B}[31mred\u{202E}?"
    ),
    ("22 November, Your story", "It began with a move, nine years ago."),
  ]

  private static let list: Prompt = {
    func choice(_ id: String, _ phrase: Phrase) -> Prompt.Choice {
      Prompt.Choice(id: id, text: phrases(phrase))
    }
    let written = texts.enumerated().map { index, entry in
      let begins = entry.text.prefix(48).split(whereSeparator: \.isWhitespace).joined(
        separator: " ")
      return Prompt.Choice(
        id: "\(index)", text: entry.line + "\n" + begins + (entry.text.count > 48 ? "..." : ""),
        searched: entry.text)
    }
    return Prompt(
      place: "menu:writings",
      body: .choose(
        Prose(phrases(.writingsQuestion)),
        [choice("write", .writeSomething), choice("let-go", .writeAndLetGo)] + written
          + [choice("back", .goBack)], many: false),
      heading: phrases(.writings), moves: [.back])
  }()

  private static func page(_ paragraphs: [String]) -> Prompt {
    Prompt(
      place: "menu:writing",
      body: .choose(
        Prose(
          [.paragraph([.emphasis("2 December")])] + paragraphs.map { .paragraph([.plain($0)]) }),
        [
          Prompt.Choice(id: "back", text: phrases(.goBack)),
          Prompt.Choice(id: "change", text: phrases(.writingChange)),
        ], many: false),
      heading: "A page of your own", moves: [.back])
  }

  private static let long = page(
    (1...7).map {
      "Paragraph \($0). " + String(repeating: "It rained, and I went out all the same. ", count: 4)
    })

  private func look(
    _ name: String, _ prompt: Prompt, _ size: Size, _ keys: [Key] = [], glyphs: Glyphs = .unicode,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let screen = Screen(size: size, glyphs: glyphs, phrases: Words.english)
    var state = ScreenState()
    for key in keys { _ = state.handle(key, prompt, on: screen) }
    let ascii = glyphs == .ascii ? "-ascii" : ""
    Golden.expect(
      screen.frame(prompt, state), is: "\(name)-\(size.columns)x\(size.rows)\(ascii)",
      sourceLocation: sourceLocation)
  }

  private func typed(_ text: String) -> [Key] { text.map { Key.character($0) } }

  @Test("the list, and its last page", arguments: ScreenTests.sizes)
  func list(size: Size) {
    look("written", Self.list, size)
    look("written", Self.list, size, glyphs: .ascii)
    look("written-end", Self.list, size, [.end])
  }

  @Test(
    "a word that stands only within a text is found, with the words around it",
    arguments: ScreenTests.sizes)
  func search(size: Size) {
    look("written-found", Self.list, size, typed("/afraid"))
    look("written-found-dear", Self.list, size, typed("/dear"))
  }

  @Test(
    "a long text comes in pages of whole paragraphs, and what can be done is on the last",
    arguments: ScreenTests.sizes)
  func page(size: Size) {
    look("written-page", Self.long, size)
    look("written-page-2", Self.long, size, [.enter])
    look("written-page-last", Self.long, size, Array(repeating: .pageDown, count: 20))
    look("written-short", Self.page(["It rained."]), size)
    look("written-odd", Self.page([Self.texts[2].text]), size, glyphs: .ascii)
  }

  @Test(
    "nothing of 8,000 characters is lost between pages, and Enter reads on to the end",
    arguments: ScreenTests.sizes + [Layout.least])
  func everyWord(size: Size) {
    let words = (1...1000).map { "word\($0 + 1000)" }
    let prompt = Self.page([words.joined(separator: " ")])
    let screen = Screen(size: size, phrases: Words.english)
    var state = ScreenState()
    var seen: Set<String> = []
    for _ in 0..<400 {
      let frame = screen.frame(prompt, state)
      for row in 0..<frame.grid.rows {
        seen.formUnion(frame.grid.text(row).split(separator: " ").map(String.init))
      }
      if seen.contains(phrasesBack) { break }
      #expect(state.handle(.enter, prompt, on: screen) == .redraw)
    }
    #expect(Set(words).subtracting(seen).isEmpty)
    #expect(state.handle(.enter, prompt, on: screen) == .send([.answer(.option("back"))]))
  }

  private var phrasesBack: String { String(Self.phrases(.goBack).split(separator: " ")[0]) }

  @Test("a list of hundreds is numbered, searched and answered by its numbers")
  func hundreds() {
    let prompt = Self.many(250)
    let screen = Screen(size: Size(columns: 80, rows: 24), phrases: Words.english)
    var state = ScreenState()
    _ = state.handle(.end, prompt, on: screen)
    let last = screen.frame(prompt, state)
    #expect((0..<24).contains { last.grid.text($0).contains("250  Day 250") })
    for digit in "12" { #expect(state.handle(.character(digit), prompt, on: screen) == .redraw) }
    #expect(state.handle(.character("3"), prompt, on: screen) == .send([.answer(.option("123"))]))
    state = ScreenState()
    for key in typed("/secret 77") + [.enter] { _ = state.handle(key, prompt, on: screen) }
    #expect(state.handle(.enter, prompt, on: screen) == .send([.answer(.option("77"))]))
  }

  private static func many(_ count: Int) -> Prompt {
    Prompt(
      place: "menu:writings",
      body: .choose(
        Prose("Which?"),
        (1...count).map {
          Prompt.Choice(
            id: "\($0)", text: "Day \($0)\nIt rained.", searched: "It rained.\nA secret \($0)")
        }, many: false), heading: "What I have written", moves: [.back])
  }

  // MARK: Plain text

  @Test("in plain text each line has its words beneath, and a word is found with those around it")
  func plain() {
    var sitting = PlainTests.Sitting(Self.list, width: 40)
    sitting.type("/afraid", "3")
    #expect(
      sitting.page.contains(
        """
        Number: /afraid
        3 2 December, A page of your own
        Rain all day. I carried the shopping up
        three fl...
        ...noticed that I was not afraid of it.
        Number: 3

        """), "\(sitting.page)")
    #expect(sitting.sent == [.answer(.option("0"))])
    #expect(!sitting.page.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  @Test("a long list is told nine at a time, on and round again; r begins anew")
  func told() {
    var sitting = PlainTests.Sitting(Self.many(21))
    #expect(
      sitting.page.hasSuffix(
        "9 Day 9\nIt rained.\n9 of 21. m tells more, / and a word finds it.\nNumber: "))
    sitting.page = ""
    sitting.type("m")
    #expect(sitting.page.hasPrefix("m\n10 Day 10\nIt rained.\n11 Day 11"))
    #expect(sitting.page.contains("18 of 21."))
    sitting.page = ""
    sitting.type("M")
    #expect(
      sitting.page.hasPrefix("M\n19 Day 19\n")
        && sitting.page.hasSuffix("21 Day 21\nIt rained.\nNumber: "))
    sitting.page = ""
    sitting.type("m")
    #expect(sitting.page.hasPrefix("m\n1 Day 1\n"))
    sitting.type("m", "r")
    sitting.page = ""
    sitting.type("m", "20")
    #expect(sitting.page.hasPrefix("m\n10 Day 10\n"))
    #expect(sitting.sent == [.answer(.option("20"))])
    // A list that one takes in at once has no such word.
    sitting = PlainTests.Sitting(Self.many(20))
    sitting.type("m")
    #expect(sitting.page.contains("20 Day 20") && sitting.page.contains("m\nPlease type a number"))
  }

  @Test(
    "an old text is shown to be changed: words are words until something is, u takes lines away")
  func change() {
    var prompt = Prompt(
      place: "change", body: .write(Prose(Self.phrases(.writingChangeQuestion)), isKept: true),
      heading: "A page of your own", moves: [.back], draft: ["One.\n\nTwo."])
    prompt.draftIsOld = true
    var sitting = PlainTests.Sitting(prompt)
    #expect(
      sitting.page.hasSuffix(
        "As you wrote it. u takes the last line away:\nOne.\nTwo.\nYour words, a line with only . ends: "
      ))
    sitting.type("", "b")
    #expect(sitting.sent == [.back])
    #expect(sitting.page.contains("A few words are enough."))
    sitting = PlainTests.Sitting(prompt)
    sitting.type(".")
    #expect(sitting.sent == [.answer(.text("One.\n\nTwo."))])
    sitting = PlainTests.Sitting(prompt)
    sitting.type("u", "b", ".")
    #expect(sitting.sent == [.draft(["One."]), .draft(["One.\nb"]), .answer(.text("One.\nb"))])
    prompt.moves.insert(.skip)
    sitting = PlainTests.Sitting(prompt)
    sitting.type("")
    #expect(sitting.sent == [.skip])
  }
}
