import AllClearEngine
import Testing

@testable import AllClearUI

/// Writing, where the question takes pages of its own before the place to write.
@Suite struct WritingPageTests {
  static let long = Fixtures.prose(
    (1...9).map { "Paragraph \($0) of what comes before the question, in a line or two of words." }
      .joined(separator: "\n\n"))
  static let prompts: [Prompt] = [
    Fixtures.write, Fixtures.collect,
    Prompt(
      place: "long-write", body: .write(long, isKept: true), moves: [.back, .skip, .why],
      offersPlain: true),
    Prompt(
      place: "long-collect", body: .collect(long, atMost: 5, seeds: []),
      moves: [.back, .skip, .why]),
    Prompt(place: "let-go", body: .write(long, isKept: false)),
  ]

  private func lastPage(_ screen: Screen, _ prompt: Prompt) -> Int {
    Scene(prompt, on: screen).pages.count - 1
  }

  @Test("whatever is typed ends in the field, from every page and at every size")
  func everyLetter() {
    for size in SizeTests.fitting {
      let screen = Screen(size: size, phrases: Words.english)
      for prompt in Self.prompts {
        let last = lastPage(screen, prompt)
        for page in Set([0, last / 2, last]) {
          for text in ["disc", "q", "?", "!", " j", "7", "é暖"] {
            var state = ScreenState()
            for _ in 0..<page { _ = state.handle(.pageDown, prompt, on: screen) }
            for character in text {
              let action = state.handle(.character(character), prompt, on: screen)
              #expect(action == .redraw, "\(text) of \(prompt.place) at \(size)")
            }
            #expect(state.editor.string == text, "\(prompt.place) at \(size)")
            #expect(state.page == last, "\(prompt.place) at \(size)")
          }
        }
      }
    }
  }

  @Test("on the pages before the field Enter and arrows turn, Esc goes back, ^G and F1 open")
  func turning() {
    let screen = Screen(size: Size(columns: 40, rows: 12), phrases: Words.english)
    let prompt = Self.prompts[2]
    for key in [Key.enter, .down, .right, .pageDown] {
      var state = ScreenState()
      #expect(state.handle(key, prompt, on: screen) == .redraw)
      #expect(state.page == 1)
      #expect(state.handle(.escape, prompt, on: screen) == .redraw)
      #expect(state.page == 0)
      #expect(state.handle(.escape, prompt, on: screen) == .send([.draft([]), .back]))
    }
    for key in [Key.up, .left, .pageUp] {
      var state = ScreenState()
      _ = state.handle(.enter, prompt, on: screen)
      #expect(state.handle(key, prompt, on: screen) == .redraw)
      #expect(state.page == 0)
    }
    for key in [Key.control("g"), .function(1)] {
      var state = ScreenState()
      #expect(state.handle(key, prompt, on: screen) == .send([.draft([]), .open(.crisis)]))
    }
  }

  @Test("words typed before reading again are a draft when they are left from an earlier page")
  func readAgain() {
    let screen = Screen(size: Size(columns: 40, rows: 12), phrases: Words.english)
    var state = ScreenState()
    let prompt = Self.prompts[2]
    _ = state.handle(.character("a"), prompt, on: screen)
    while state.page > 0 { _ = state.handle(.pageUp, prompt, on: screen) }
    #expect(state.handle(.escape, prompt, on: screen) == .send([.draft(["a"]), .back]))
  }

  @Test("where nothing lies before a text, Esc turns back to what is read")
  func noWayBack() {
    let screen = Screen(size: Size(columns: 40, rows: 12), phrases: Words.english)
    var state = ScreenState()
    _ = state.handle(.character("a"), Self.prompts[4], on: screen)
    let page = state.page
    #expect(state.handle(.escape, Self.prompts[4], on: screen) == .redraw)
    #expect(state.page == page - 1)
  }

  private func feet(_ prompt: Prompt, _ state: ScreenState, columns: Int) -> String {
    let size = Size(columns: columns, rows: columns < 60 ? 12 : 24)
    let frame = Screen(size: size, phrases: Words.english).frame(prompt, state)
    let layout = Layout(size, hasHeading: true)
    return frame.grid.text(layout.markRow) + frame.grid.text(layout.footerRow)
  }

  @Test("where keys are letters, the foot of the screen names every key that matters")
  func footer() {
    for columns in [40, 44, 60, 80] {
      let size = Size(columns: columns, rows: columns < 60 ? 12 : 24)
      let screen = Screen(size: size, phrases: Words.english)
      for prompt in Self.prompts.dropLast() {
        var state = ScreenState()
        if prompt.place.hasPrefix("long-") {
          #expect(feet(prompt, state, columns: columns).contains("Esc back"))
          #expect(feet(prompt, state, columns: columns).contains("Enter go on"))
        }
        _ = state.handle(.character("a"), prompt, on: screen)
        let isList = if case .collect = prompt.body { true } else { false }
        let feet = feet(prompt, state, columns: columns)
        for key in [
          "^D done", isList ? "Enter next one" : "Enter new line", "Esc back", "^G people to call",
        ] {
          #expect(feet.contains(key), "\(key) of \(prompt.place) at \(columns): \(feet)")
        }
      }
    }
  }

  @Test("Enter on the last entry of a list finishes, and the footer says so")
  func lastEntry() {
    var prompt = Fixtures.collect
    prompt.body = .collect(Prose("Which one?"), atMost: 1, seeds: [])
    var state = ScreenState()
    for columns in [40, 80] {
      let feet = feet(prompt, state, columns: columns)
      #expect(feet.contains("Enter done") && !feet.contains("next one"), "\(feet)")
      #expect(feet.contains("Esc back") && feet.contains("^G people to call"), "\(feet)")
    }
    let screen = Screen(size: Size(columns: 80, rows: 24), phrases: Words.english)
    for key in [Key.character("a"), .enter, .character("b")] {
      _ = state.handle(key, Fixtures.collect, on: screen)
    }
    #expect(feet(Fixtures.collect, state, columns: 80).contains("Enter next one"))
    _ = state.handle(.enter, Fixtures.collect, on: screen)
    #expect(feet(Fixtures.collect, state, columns: 80).contains("Enter done"))
  }
}
