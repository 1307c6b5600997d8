import AllClearEngine
import Testing

@testable import AllClearUI

/// A screen that is shown to others: its mark, its notes and its presenter's keys.
@Suite struct StageTests {
  private let notes = Fixtures.prose("Say it slowly.\n\nThe trial: 33 of 50.")

  private func stage(
    _ columns: Int, _ rows: Int, notes: Prose? = nil, isHall: Bool = false
  ) -> Stage {
    Stage(
      screen: Screen(
        size: Size(columns: columns, rows: rows), phrases: Words.english, isDemo: true,
        isHall: isHall), mark: "demo, not a patient", notes: notes)
  }

  @Test("the mark stands on every frame of every size, whatever is shown")
  func mark() {
    let prompts = [
      Fixtures.hello, Fixtures.card, Fixtures.how, Fixtures.many, Fixtures.gate, Fixtures.scale,
      Fixtures.write, Fixtures.collect, Fixtures.running,
    ]
    for (columns, rows) in [
      (80, 24), (40, 12), (120, 40), (30, 8), (24, 4), (120, 1), (120, 2), (100, 3),
    ] {
      for prompt in prompts {
        for notes in [nil, notes] {
          let frame = stage(columns, rows, notes: notes).frame(prompt, ScreenState())
          #expect(frame.grid.text(0).contains("demo, not a patient"), "\(columns)x\(rows)")
          #expect((0..<rows).contains(frame.cursor.row))
        }
      }
    }
  }

  @Test("a blank screen is blank, and its mark comes back with it")
  func blank() {
    var state = ScreenState()
    let stage = stage(80, 24, notes: notes)
    #expect(state.handle(.character("."), Fixtures.card, on: stage.inner) == .redraw)
    let frame = stage.frame(Fixtures.card, state)
    #expect((0..<24).allSatisfy { frame.grid.text($0).allSatisfy { $0 == " " } })
    #expect(state.handle(.character("b"), Fixtures.card, on: stage.inner) == .redraw)
    #expect(stage.frame(Fixtures.card, state).grid.text(0).contains("demo"))
  }

  @Test("notes stand beside a wide screen, beneath a narrow one, and in place of a small one")
  func places() {
    Golden.expect(
      stage(120, 40, notes: notes).frame(Fixtures.card, ScreenState()), is: "stage-beside")
    Golden.expect(
      stage(80, 24, notes: notes).frame(Fixtures.card, ScreenState()), is: "stage-beneath")
    Golden.expect(stage(40, 12, notes: notes).frame(Fixtures.card, ScreenState()), is: "stage-over")
    Golden.expect(stage(80, 24).frame(Fixtures.card, ScreenState()), is: "stage")
    Golden.expect(
      stage(80, 24, isHall: true).frame(Fixtures.how, ScreenState()), is: "stage-hall")
  }

  @Test("a click means what stands beneath the mark")
  func click() {
    let stage = stage(80, 24)
    #expect(
      stage.key(.click(GridPoint(row: 5, column: 3))) == .click(GridPoint(row: 4, column: 3)))
    #expect(stage.key(.enter) == .enter)
  }

  @Test("a screen that is nobody's to show is drawn as ever")
  func plain() {
    let screen = Screen(size: Size(columns: 80, rows: 24), phrases: Words.english)
    #expect(
      Stage(screen: screen, mark: nil).frame(Fixtures.card, ScreenState())
        == screen.frame(Fixtures.card, ScreenState()))
  }

  // MARK: Keys

  private static let keys: [(Key, Presenting)] = [
    (.character("]"), .on), (.character("["), .back), (.character("}"), .moduleOn),
    (.character("{"), .moduleBack), (.character("a"), .answer), (.character("n"), .notes),
    (.character("f"), .fast), (.character("F"), .toEnd),
  ]

  @Test("a presenter's keys ask for what they say, at every prompt where no text is typed")
  func presenting() {
    for (key, asked) in Self.keys {
      for prompt in [Fixtures.card, Fixtures.how, Fixtures.gate, Fixtures.scale, Fixtures.running] {
        var state = ScreenState()
        #expect(state.handle(key, prompt, on: stage(80, 24).inner) == .present(asked), "\(key)")
      }
    }
  }

  @Test("outside a demo they do nothing")
  func harmless() {
    let screen = Screen(size: Size(columns: 80, rows: 24), phrases: Words.english)
    for key in Self.keys.map(\.0) + [.character("g"), .character(".")] {
      for prompt in [Fixtures.card, Fixtures.how, Fixtures.gate, Fixtures.scale, Fixtures.running] {
        var state = ScreenState()
        #expect(state.handle(key, prompt, on: screen) == .none, "\(key)")
      }
    }
  }

  @Test("a clicker turns pages first, and then goes on")
  func clicker() {
    let small = stage(40, 12).inner
    var state = ScreenState()
    var actions: [Action] = []
    while actions.count < 20, actions.last != .present(.on) {
      actions.append(state.handle(.pageDown, Fixtures.hello, on: small))
    }
    #expect(actions.count > 1 && actions.dropLast().allSatisfy { $0 == .redraw })
    state = ScreenState()
    #expect(state.handle(.pageUp, Fixtures.hello, on: small) == .present(.back))
  }

  @Test("a clicker goes on from where text is typed, too")
  func clickerAtText() {
    let inner = stage(80, 24).inner
    for prompt in [Fixtures.write, Fixtures.collect] {
      var state = ScreenState()
      _ = state.handle(.character("x"), prompt, on: inner)
      #expect(state.handle(.pageDown, prompt, on: inner) == .present(.on))
    }
  }

  @Test("where text is typed the keys are letters until Esc, and Enter writes on")
  func aside() {
    let inner = stage(80, 24).inner
    var state = ScreenState()
    _ = state.handle(.character("a"), Fixtures.write, on: inner)
    #expect(state.editor.string == "a")
    #expect(state.handle(.escape, Fixtures.write, on: inner) == .redraw)
    #expect(state.handle(.character("a"), Fixtures.write, on: inner) == .present(.answer))
    #expect(state.editor.string == "a")
    Golden.expect(stage(80, 24).frame(Fixtures.write, state), is: "stage-aside")
    #expect(state.handle(.enter, Fixtures.write, on: inner) == .redraw)
    _ = state.handle(.character("b"), Fixtures.write, on: inner)
    #expect(state.editor.string == "ab")
  }

  @Test("a second Esc leaves the text, with the words kept")
  func asideThenBack() {
    let inner = stage(80, 24).inner
    var prompt = Fixtures.write
    prompt.moves.insert(.back)
    var state = ScreenState()
    _ = state.handle(.character("x"), prompt, on: inner)
    _ = state.handle(.escape, prompt, on: inner)
    #expect(state.handle(.escape, prompt, on: inner) == .send([.draft(["x"]), .back]))
  }

  @Test("g opens the list of everything, and its search at once")
  func anywhere() {
    let inner = stage(80, 24).inner
    var state = ScreenState()
    #expect(
      state.handle(.character("g"), Fixtures.card, on: inner) == .send([.open(.everywhere)]))
    var list = Fixtures.how
    list.place = "menu:everywhere"
    list.moves.insert(.back)
    _ = state.handle(.character("b"), list, on: inner)
    #expect(state.search != nil)
  }
}
