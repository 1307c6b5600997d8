import AllClearEngine
import Testing

@testable import AllClearUI

/// Presses and the wheel: by place to answer, and never over a confirmation.
@Suite struct MouseTests {
  let screen = Screen(size: Size(columns: 80, rows: 24), phrases: Words.english)

  /// The place of a text on the frame as it is.
  private func place(of text: String, _ prompt: Prompt, _ state: ScreenState) throws -> GridPoint {
    let grid = screen.frame(prompt, state).grid
    let row = try #require((0..<grid.rows).first { grid.text($0).contains(text) })
    let column = try #require(grid.text(row).firstRange(of: text)).lowerBound
    return GridPoint(
      row: row, column: grid.text(row).distance(from: grid.text(row).startIndex, to: column))
  }

  @Test("a press on an answer selects it, and on the selected one chooses it")
  func choose() throws {
    var state = ScreenState()
    let place = try place(of: "louder", Fixtures.how, state)
    #expect(state.handle(.click(place), Fixtures.how, on: screen) == .redraw)
    #expect(state.selection == 2)
    #expect(
      state.handle(.click(place), Fixtures.how, on: screen)
        == .send([.answer(.option("option-3"))]))
    // The first is in focus from the beginning, and one press by mistake is no answer.
    state = ScreenState()
    let first = try self.place(of: "Lighter", Fixtures.how, state)
    #expect(state.handle(.click(first), Fixtures.how, on: screen) == .redraw)
  }

  @Test("every answer of every page is where it is pressed", arguments: [80, 40])
  func everyAnswer(columns: Int) {
    let screen = Screen(size: Size(columns: columns, rows: 12), phrases: Words.english)
    for prompt in [Fixtures.how, ListTests.programme, ListTests.countries, Fixtures.many] {
      for item in OptionLines.choices(of: prompt.body).0.indices {
        var state = ScreenState()
        for _ in 0..<item { _ = state.handle(.down, prompt, on: screen) }
        while screen.frame(prompt, state).targets.isEmpty {
          _ = state.handle(.pageDown, prompt, on: screen)
        }
        let frame = screen.frame(prompt, state)
        #expect(frame.item(at: frame.cursor) == state.focus(OptionLines.choices(of: prompt.body).0))
      }
    }
  }

  @Test("presses mark where several may be, and never confirm a safety question")
  func marks() throws {
    var state = ScreenState()
    let many = try place(of: "A slow walk", Fixtures.many, state)
    for _ in 0..<2 { _ = state.handle(.click(many), Fixtures.many, on: screen) }
    #expect(state.marks == [1])
    state = ScreenState()
    for _ in 0..<4 { _ = state.handle(.pageDown, Fixtures.gate, on: screen) }
    let gate = try place(of: "No, none of these", Fixtures.gate, state)
    for _ in 0..<9 {
      let action = state.handle(.click(gate), Fixtures.gate, on: screen)
      #expect(action == .redraw || action == .none)
    }
    #expect(state.marks == [2])
    #expect(
      state.handle(.enter, Fixtures.gate, on: screen) == .send([.answer(.option("option-3"))]))
  }

  @Test("no press and no wheel anywhere on the screen answers a safety question")
  func gate() {
    for size in [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)] {
      let screen = Screen(size: size, phrases: Words.english)
      for prompt in [Fixtures.gate, Fixtures.stop] {
        var state = ScreenState()
        for _ in 0..<5 { _ = state.handle(.wheelDown, prompt, on: screen) }
        for row in 0..<size.rows {
          for column in stride(from: 0, to: size.columns, by: 7) {
            for key in [Key.click(GridPoint(row: row, column: column)), .wheelUp, .wheelDown] {
              if case .send = state.handle(key, prompt, on: screen) { Issue.record("\(key)") }
            }
          }
        }
      }
    }
  }

  @Test("a press on a scale sets the number under it, and does not send it")
  func scale() throws {
    for columns in [80, 40, 30] {
      let screen = Screen(size: Size(columns: columns, rows: 12), phrases: Words.english)
      for point in Scale.points {
        var state = ScreenState()
        _ = state.handle(.pageDown, Fixtures.scale, on: screen)
        let targets = screen.frame(Fixtures.scale, state).targets.filter { $0.item == point }
        for target in targets {
          let place = GridPoint(row: target.row, column: target.columns.lowerBound)
          state.value = nil
          #expect(state.handle(.click(place), Fixtures.scale, on: screen) == .redraw)
          #expect(state.value == point)
        }
        #expect(targets.count == 2)
        // Where the point is drawn is a place that sets it.
        let frame = screen.frame(Fixtures.scale, state)
        #expect(frame.item(at: frame.cursor) == point)
      }
    }
  }

  @Test("the wheel turns pages and moves in lists")
  func wheel() {
    let small = Screen(size: Size(columns: 40, rows: 12), phrases: Words.english)
    var state = ScreenState()
    #expect(state.handle(.wheelDown, Fixtures.card, on: small) == .redraw)
    #expect(state.page == 1)
    #expect(state.handle(.wheelUp, Fixtures.card, on: small) == .redraw)
    #expect(state.handle(.wheelUp, Fixtures.card, on: small) == .none)
    state = ScreenState()
    #expect(state.handle(.wheelDown, Fixtures.how, on: screen) == .redraw)
    #expect(state.selection == 1)
  }

  @Test("a press beside everything does nothing, and one on a blanked screen brings it back")
  func nothing() {
    for (name, prompt) in Fixtures.all {
      var state = ScreenState()
      let place = GridPoint(row: 23, column: 79)
      #expect(state.handle(.click(place), prompt, on: screen) == .none, "\(name)")
    }
    var state = ScreenState()
    _ = state.handle(.control("x"), Fixtures.how, on: screen)
    #expect(state.handle(.click(GridPoint(row: 9, column: 9)), Fixtures.how, on: screen) == .redraw)
    #expect(!state.isBlank)
  }
}
