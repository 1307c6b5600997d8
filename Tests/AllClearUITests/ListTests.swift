import AllClearEngine
import Testing

@testable import AllClearUI

/// Lists that are longer than a page.
@Suite struct ListTests {
  static let countries: Prompt = {
    let choices = (1...27).map { Prompt.Choice(id: "c\($0)", text: "country-\($0) of them") }
    return Prompt(
      place: "countries", body: .choose(Prose("Which country are you in?"), choices, many: false),
      heading: "People to talk to", moves: [.back], urgent: Fixtures.emergency)
  }()
  static let programme: Prompt = {
    let choices = (1...12).map { number in
      Prompt.Choice(
        id: "m\(number)", text: "country-\(number) of a program, not written yet in any long words")
    }
    return Prompt(
      place: "programme",
      body: .choose(
        Prose("Ten parts, in this order. What is written is here when you want it."), choices,
        many: false), moves: [.back])
  }()
  static let lists = [countries, programme]

  func text(_ frame: Frame) -> String {
    (0..<frame.grid.rows).map { frame.grid.text($0) }.joined(separator: "\n")
  }

  @Test("a long list begins under its question on the first page, and leaves no room empty")
  func begins() {
    for size in SizeTests.fitting where size.columns >= 40 && size.rows >= 12 {
      let screen = Screen(size: size, phrases: Words.english)
      for prompt in Self.lists {
        let scene = Scene(prompt, on: screen)
        #expect(text(screen.frame(prompt, ScreenState())).contains("country-2 "), "\(size)")
        var next = 0
        for (index, page) in scene.pages.enumerated() {
          #expect(page.options.lowerBound == next, "\(size)")
          next = page.options.upperBound
          let lines = scene.sheet.options[page.options].reduce(0) { $0 + $1.lines.count }
          let used = page.height + (page.items.isEmpty ? 0 : 1) + lines
          let room = scene.sheet.room(page: index)
          #expect(used <= room, "\(prompt.place) at \(size)")
          if next < scene.sheet.options.count {
            #expect(used + scene.sheet.options[next].lines.count > room, "page \(index) at \(size)")
          }
        }
        #expect(next == scene.sheet.options.count)
      }
    }
  }

  @Test("in a list of ten and more the cursor stands on the number, and not on the room before it")
  func cursorOnNumber() {
    let screen = Screen(size: Size(columns: 80, rows: 24), phrases: Words.english)
    for selection in [0, 8, 9, 10] {
      var state = ScreenState()
      _ = screen.frame(Self.programme, state)
      state.meet(Self.programme)
      state.selection = selection
      let frame = screen.frame(Self.programme, state)
      let row = Array(frame.grid.text(frame.cursor.row))
      #expect(row[frame.cursor.column...].first?.isNumber == true, "\(selection)")
      #expect(row[frame.cursor.column - 1] == " ", "\(selection)")
    }
  }

  @Test("a number of one or two digits answers from every page of a list")
  func digits() {
    for size in SizeTests.fitting {
      let screen = Screen(size: size, phrases: Words.english)
      let pages = Scene(Self.countries, on: screen).pages.count
      for page in 0..<pages {
        for (keys, id) in [("20", "c20"), ("3", "c3"), ("27", "c27"), ("11", "c11")] {
          var state = ScreenState()
          for _ in 0..<page { _ = state.handle(.pageDown, Self.countries, on: screen) }
          #expect(state.page == page)
          let last = keys.map { state.handle(.character($0), Self.countries, on: screen) }.last
          #expect(last == .send([.answer(.option(id))]), "\(keys) on page \(page) at \(size)")
        }
      }
    }
  }

  @Test("a number answers a list from the pages of text before it, and marks where several may be")
  func digitsBefore() {
    let screen = Screen(size: Size(columns: 40, rows: 12), phrases: Words.english)
    var state = ScreenState()
    #expect(
      state.handle(.character("2"), Fixtures.crisis, on: screen)
        == .send([.answer(.option("option-2"))]))
    var prompt = Fixtures.crisis
    prompt.body = .choose(
      Sheet.prose(of: prompt, Words.english), Fixtures.choices("a", "b"), many: true)
    state = ScreenState()
    #expect(state.handle(.character("2"), prompt, on: screen) == .redraw)
    #expect(state.marks == [1])
    #expect(Scene(prompt, on: screen).pages[state.page].asks)
  }

  @Test("arrows go through a list over its pages and back, and what is selected is shown")
  func arrows() {
    for size in SizeTests.fitting {
      let screen = Screen(size: size, phrases: Words.english)
      for prompt in Self.lists {
        var state = ScreenState()
        let count = Scene(prompt, on: screen).sheet.options.count
        for _ in 0..<9 where !text(screen.frame(prompt, state)).contains("country-1 ") {
          _ = state.handle(.down, prompt, on: screen)
        }
        func check(_ number: Int) {
          let frame = screen.frame(prompt, state)
          let row = frame.grid.text(frame.cursor.row)
          #expect(row.contains("country-\(number) "), "\(number) at \(size): \(row)")
        }
        for number in 1...count {
          check(number)
          if number < count { _ = state.handle(.down, prompt, on: screen) }
        }
        for number in (1..<count).reversed() {
          _ = state.handle(.up, prompt, on: screen)
          check(number)
        }
        _ = state.handle(.end, prompt, on: screen)
        check(count)
        _ = state.handle(.home, prompt, on: screen)
        check(1)
      }
    }
  }

  @Test("turning a page selects its first answer, and Esc leaves a list from every page of it")
  func turning() {
    let screen = Screen(size: Size(columns: 40, rows: 12), phrases: Words.english)
    let pages = Scene(Self.countries, on: screen).pages
    #expect(pages.count > 2)
    var state = ScreenState()
    for page in pages.dropFirst() {
      #expect(state.handle(.pageDown, Self.countries, on: screen) == .redraw)
      #expect(state.selection == page.options.lowerBound)
    }
    #expect(state.handle(.pageUp, Self.countries, on: screen) == .redraw)
    #expect(state.selection == pages[pages.count - 2].options.lowerBound)
    #expect(state.handle(.escape, Self.countries, on: screen) == .send([.back]))
    // Pages of text are turned back to, as ever.
    var long = Self.countries
    long.body = .choose(
      WritingPageTests.long, OptionLines.choices(of: Self.countries.body).0, many: false)
    state = ScreenState()
    _ = state.handle(.character("2"), long, on: screen)
    #expect(Scene(long, on: screen).pages[state.page].asks)
    #expect(state.handle(.escape, long, on: screen) == .redraw)
    #expect(!Scene(long, on: screen).pages[state.page].asks)
  }

  @Test("what is selected is still shown on a screen of another size")
  func resized() {
    for size in SizeTests.fitting {
      let big = Screen(size: Size(columns: 80, rows: 60), phrases: Words.english)
      let screen = Screen(size: size, phrases: Words.english)
      for selection in [1, 7, 19] {
        var state = ScreenState()
        for _ in 0..<selection { _ = state.handle(.down, Self.countries, on: big) }
        for screen in [screen, big] {
          let frame = screen.frame(Self.countries, state)
          #expect(frame.grid.text(frame.cursor.row).contains("country-\(selection + 1) "))
          _ = state.handle(.resized, Self.countries, on: screen)
        }
      }
    }
  }
}

extension ListTests {
  @Test("who goes back to a list stands where they chose, and Home begins afresh")
  func goesBack() {
    func list(_ place: String, moves: Set<Prompt.Move> = [.back]) -> Prompt {
      let choices = (1...9).map { Prompt.Choice(id: "\($0)", text: "line \($0)") }
      return Prompt(
        place: place, body: .choose(Prose("Which?"), choices, many: false), moves: moves)
    }
    for size in [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)] {
      let screen = Screen(size: size, phrases: Words.english)
      let (home, settings, theme) = (list("home", moves: []), list("settings"), list("theme"))
      var state = ScreenState()
      _ = state.handle(.character("3"), home, on: screen)
      _ = state.handle(.character("7"), settings, on: screen)
      #expect(text(screen.frame(theme, state)).contains("› 1  line 1"))
      _ = state.handle(.escape, theme, on: screen)
      // The line stands in sight, on whichever page it is.
      #expect(text(screen.frame(settings, state)).contains("› 7  line 7"), "\(size)")
      #expect(state.handle(.enter, settings, on: screen) == .send([.answer(.option("7"))]))
      _ = state.handle(.character("2"), theme, on: screen)
      _ = state.handle(.up, settings, on: screen)
      #expect(text(screen.frame(settings, state)).contains("› 6  line 6"), "\(size)")
      #expect(text(screen.frame(home, state)).contains("› 1  line 1"), "\(size)")
    }
  }
}
