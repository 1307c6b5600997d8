import AllClearEngine
import Testing

@testable import AllClearUI

@Suite struct SizeTests {
  /// Every size matters where it is small; big ones in steps.
  static let sizes: [Size] =
    [1, 5, 7, 8, 10, 12, 19, 20, 24, 60].flatMap { rows in
      (rows < 15 ? [1, 29, 30, 40, 44, 80] : [29, 40, 80, rows * 3])
        .map { Size(columns: $0, rows: rows) }
    }

  static let fitting = sizes.filter {
    $0.columns >= Layout.least.columns && $0.rows >= Layout.least.rows
  }

  static let longGate = Prompt(
    place: "long",
    body: .gate(
      Prose(
        (1...9).map {
          .item([.plain("trouble number \($0) which is new or is getting worse these weeks")])
        } + [.paragraph([.plain("So much for that: lastword.")])]),
      Fixtures.choices("firstchoice", "secondchoice in rather more words than fit a line", "third")),
    heading: "Safety", notice: "Something has just happened.", urgent: Fixtures.emergency)

  static let keys: [Key] = [
    .resized, .enter, .down, .character("2"), .character("?"), .escape, .pageDown,
  ]

  @Test("every frame is exactly as big as its screen, with the cursor inside")
  func frames() {
    for size in Self.sizes {
      let screen = Screen(size: size, phrases: Words.english)
      for (name, prompt) in Fixtures.all + [("long", Self.longGate)] {
        var state = ScreenState()
        for key in Self.keys {
          _ = state.handle(key, prompt, on: screen)
          check(screen.frame(prompt, state), size, name)
        }
      }
    }
  }

  private func check(_ frame: Frame, _ size: Size, _ name: String) {
    let isRight =
      frame.grid.cells.count == size.rows * size.columns
      && (0..<size.rows).contains(frame.cursor.row)
      && (0..<size.columns).contains(frame.cursor.column)
      && (0..<size.rows).allSatisfy { row in
        frame.grid.row(row).reduce(0) {
          $0 + ($1.isContinuation ? 0 : TextWidth.of($1.character))
        } == size.columns
      }
    if !isRight { Issue.record("\(name) at \(size)") }
  }

  /// What stands on each page, from the first to the last.
  private func pages(_ prompt: Prompt, _ screen: Screen) -> [String] {
    var state = ScreenState()
    var pages: [String] = []
    for _ in 0..<60 {
      let grid = screen.frame(prompt, state).grid
      pages.append((0..<grid.rows).map { grid.text($0) }.joined(separator: "\n"))
      if state.handle(.pageDown, prompt, on: screen) == .none { break }
    }
    return pages
  }

  @Test("the choices of a safety question never come before its last line")
  func gate() {
    for size in Self.fitting {
      let screen = Screen(size: size, phrases: Words.english)
      var seen = ""
      let pages = pages(Self.longGate, screen)
      for page in pages {
        seen += page
        if page.contains("firstchoice"), !seen.contains("lastword") {
          Issue.record("a choice came too early at \(size)")
        }
      }
      #expect(pages.last?.contains("firstchoice") ?? false, "no choices at \(size)")
      #expect(pages.allSatisfy { $0.contains("911") }, "a page without its numbers at \(size)")
    }
  }

  @Test("after a resize a safety question begins again, and its choices wait again")
  func gateAfterResize() {
    let big = Screen(size: Size(columns: 80, rows: 33), phrases: Words.english)
    let small = Screen(size: Size(columns: 40, rows: 12), phrases: Words.english)
    var state = ScreenState()
    for _ in 0..<9 { _ = state.handle(.pageDown, Self.longGate, on: small) }
    _ = state.handle(.resized, Self.longGate, on: big)
    for _ in 0..<9 { _ = state.handle(.pageDown, Self.longGate, on: big) }
    #expect(state.handle(.character("3"), Self.longGate, on: big) == .redraw)
    // The key for the new size has not come yet, and its frame is drawn all the same.
    let grid = small.frame(Self.longGate, state).grid
    #expect(!(0..<grid.rows).contains { grid.text($0).contains("firstchoice") })
    #expect(state.handle(.enter, Self.longGate, on: small) == .redraw)
  }

  @Test("no word of a text is lost, however small its pages")
  func nothingLost() {
    for size in Self.fitting {
      let screen = Screen(size: size, phrases: Words.english)
      for (name, prompt) in Fixtures.all + [("long", Self.longGate)] {
        if case .practice(let view) = prompt.body, view.phase != .ready { continue }
        let shown = Set(pages(prompt, screen).joined(separator: "\n").split { $0.isWhitespace })
        let words = Sheet.prose(of: prompt, Words.english).plainText.split { $0.isWhitespace }
        for word in words where word != "-" && word.count < 20 && !shown.contains(word) {
          Issue.record("\(word) of \(name) at \(size)")
        }
      }
    }
  }

  @Test("every answer can be reached and is shown when it is")
  func everyAnswer() {
    let choices = (1...12).map { Prompt.Choice(id: "c\($0)", text: "answer-\($0) of a dozen") }
    let prompt = Prompt(
      place: "many", body: .choose(Prose("Which one is it to be?"), choices, many: false))
    for size in Self.fitting {
      let screen = Screen(size: size, phrases: Words.english)
      var state = ScreenState()
      for _ in 0..<9 where !Scene(prompt, on: screen).pages[state.page].asks {
        _ = state.handle(.pageDown, prompt, on: screen)
      }
      for number in 1...12 {
        let frame = screen.frame(prompt, state)
        let row = frame.grid.text(frame.cursor.row)
        #expect(row.contains("answer-\(number) "), "\(number) at \(size): \(row)")
        if number < 12 { _ = state.handle(.down, prompt, on: screen) }
      }
      #expect(
        state.handle(.enter, prompt, on: screen) == .send([.answer(.option("c12"))]))
    }
  }

  @Test("a screen that is too small gives no answer, and still opens the crisis page")
  func tooSmall() {
    let screen = Screen(size: Size(columns: 20, rows: 5), phrases: Words.english)
    var state = ScreenState()
    #expect(state.handle(.enter, Fixtures.how, on: screen) == .none)
    #expect(state.handle(.character("2"), Fixtures.how, on: screen) == .none)
    #expect(state.handle(.control("g"), Fixtures.how, on: screen) == .send([.open(.crisis)]))
    #expect(state.handle(.character("!"), Fixtures.how, on: screen) == .send([.open(.flare)]))
  }
}
