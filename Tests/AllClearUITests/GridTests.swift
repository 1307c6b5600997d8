import AllClearEngine
import Testing

@testable import AllClearUI

@Suite struct GridTests {
  @Test(
    "letters take the columns that terminals give them",
    arguments: [
      ("", 0), ("a", 1), ("é", 1), ("e\u{301}", 1), ("ß", 1), ("Ж", 1), ("א", 1), ("暖", 2),
      ("か", 2),
      ("한", 2), ("ｶ", 1), ("Ａ", 2), ("👩", 2), ("❤\u{FE0F}", 1), ("🇬🇧", 2), ("›●○─━·∙•…", 9),
      ("\u{200B}\u{200D}\u{2060}\u{FEFF}\u{AD}", 0), ("\u{202E}\u{2066}", 0), ("\u{1B}", 1),
      ("👍🏽", 2), ("1\u{FE0F}\u{20E3}", 1), ("\u{301}", 0),
    ])
  func width(text: String, columns: Int) {
    #expect(TextWidth.of(text) == columns)
    #expect(Inert.shown(text).reduce(0) { $0 + TextWidth.of($1) } == columns)
  }

  @Test("what could move a cursor or turn a line round is shown inert")
  func inert() {
    #expect(Inert.shown("a\u{1B}[2Jb\u{9B}1mc") == "a\u{FFFD}[2Jb\u{FFFD}1mc")
    #expect(Inert.shown("abc\u{202E}def\u{2069}") == "abcdef")
    #expect(Inert.shown("a\u{200D}\u{200B}b") == "ab")
    #expect(Inert.shown("tab\tnew\u{A0}line\u{2028}") == "tab new line ")
    #expect(Inert.shown("\u{E000}\u{10FFFF}") == "\u{FFFD}\u{FFFD}")
    #expect(
      Inert.shown("z\u{300}\u{301}\u{302}\u{303}\u{304}").unicodeScalars.count == 4)
  }

  @Test("a grid is never written outside, and never holds half a wide character")
  func edges() {
    var grid = Grid(Size(columns: 5, rows: 2))
    grid.put("ab暖暖", row: 0, column: 0, role: .text)
    #expect(grid.text(0) == "ab暖 ")
    grid.put("x", row: 0, column: 3, role: .text)
    #expect(grid.text(0) == "ab x ")
    grid.put("暖", row: 1, column: 0, role: .text)
    grid.put("暖", row: 1, column: 1, role: .text)
    #expect(grid.text(1) == " 暖  ")
    grid.put("暖暖", row: 1, column: 3, role: .text)
    grid.put("abc", row: 7, column: 0, role: .text)
    grid.put("abc", row: -1, column: 0, role: .text)
    grid.put("abc", row: 0, column: -2, role: .text)
    #expect(grid.text(0) == "cb x ")
    for row in 0..<2 {
      #expect(
        grid.row(row).reduce(0) { $0 + ($1.isContinuation ? 0 : TextWidth.of($1.character)) } == 5)
    }
  }

  @Test("text is broken at words, and a word longer than a line is cut")
  func wrap() {
    func lines(_ text: String, _ width: Int) -> [String] {
      Wrap.lines(text, width: width).map(\.text)
    }
    #expect(lines("one two three", 7) == ["one two", "three"])
    #expect(lines("one  two", 40) == ["one  two"])
    #expect(lines("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"])
    #expect(lines("暖かい部屋", 5) == ["暖か", "い部", "屋"])
    #expect(lines("one\ntwo", 40) == ["one", "two"])
    #expect(lines("", 10).isEmpty && lines("   ", 10).isEmpty)
  }

  @Test("a word keeps its meaning over a break")
  func styled() {
    let lines = Wrap.lines(
      of: [
        Span(text: "asked of ", role: .text), Span(text: "every one", role: .emphasis),
        Span(text: ", now", role: .text),
      ], width: 14)
    #expect(lines.map(\.text) == ["asked of every", "one, now"])
    #expect(lines[1].spans.first == Span(text: "one", role: .emphasis))
  }

  @Test("lines for the middle of a screen are about as long as each other")
  func balanced() {
    let text = "Meet it as you might meet a strange cat: stay where you are, and be curious."
    let lines = Wrap.balanced(text, width: 48)
    #expect(lines.map(\.text).joined(separator: " ") == text)
    #expect(lines.map(\.width).allSatisfy { (24...40).contains($0) })
  }

  @Test("a telephone number stays whole, its name beside or beneath it")
  func numbers() {
    let number = TelephoneNumber(number: "999 or 112", name: "United Kingdom, Ireland")
    #expect(Item.numberLines([number], width: 40).map(\.text) == [number.line])
    #expect(
      Item.numberLines([number], width: 20).map(\.text)
        == ["999 or 112", "  United Kingdom,", "  Ireland"])
    #expect(
      Urgent.bare(Fixtures.emergency + [TelephoneNumber(number: "text 85258", name: "")])
        == ["911", "999", "112", "000", "111", "text 85258"])
  }

  @Test("the breath figure swells and ebbs slowly, and rests at half")
  func breath() {
    #expect(BreathFigure.swell(at: .zero) < 0.01)
    #expect(BreathFigure.swell(at: .milliseconds(4050)) > 0.99)
    #expect(BreathFigure.swell(at: .seconds(9)) < 0.01)
    for step in 0..<90 {
      let now = BreathFigure.swell(at: .milliseconds(step * 100))
      let next = BreathFigure.swell(at: .milliseconds(step * 100 + 250))
      #expect(abs(next - now) < 0.1, "no jump")
    }
    for rows in [1, 3, 7, 13] {
      for line in BreathFigure.lines(rows: rows, swell: 0.7, glyphs: .ascii) {
        #expect(line.width == 2 * rows - 1)
      }
    }
  }
}
