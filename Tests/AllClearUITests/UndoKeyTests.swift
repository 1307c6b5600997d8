import AllClearEngine
import Testing

@testable import AllClearUI

/// Taking back, by a key and by a word.
@Suite struct UndoKeyTests {
  let screen = Screen(size: Size(columns: 80, rows: 24), phrases: Words.english)

  private func undoable(_ prompt: Prompt) -> Prompt {
    var prompt = prompt
    prompt.moves.insert(.undo)
    return prompt
  }

  @Test("u takes the last answer back wherever no letter is typed, and only where there is one")
  func key() {
    for prompt in [Fixtures.card, Fixtures.how, Fixtures.many, Fixtures.gate, Fixtures.scale] {
      var state = ScreenState()
      #expect(state.handle(.character("u"), prompt, on: screen) == .none)
      #expect(state.handle(.character("u"), undoable(prompt), on: screen) == .send([.undo]))
    }
    var state = ScreenState()
    _ = state.handle(.character("u"), undoable(Fixtures.write), on: screen)
    #expect(state.editor.string == "u")
    #expect(
      state.handle(.character("u"), undoable(Fixtures.running), on: screen) == .none)
  }

  @Test("a line of a list that is emptied is an entry no more")
  func entries() {
    var state = ScreenState()
    var prompt = Fixtures.collect
    prompt.draft = ["one", "two"]
    for key in [Key.up, .backspace, .backspace, .backspace, .control("d")] {
      let action = state.handle(key, prompt, on: screen)
      if key == .control("d") { #expect(action == .send([.answer(.entries(["one"]))])) }
    }
  }

  @Test("u and undo are words where nothing is written, and say so where there is nothing")
  func words() {
    var sitting = PlainTests.Sitting(undoable(Fixtures.how))
    sitting.type("u", "UNDO")
    #expect(sitting.sent == [.undo, .undo])
    sitting = PlainTests.Sitting(Fixtures.how)
    sitting.type("u")
    #expect(sitting.sent.isEmpty)
    #expect(sitting.page.hasSuffix("There is nothing here to take back.\nNumber: "))
    sitting = PlainTests.Sitting(undoable(Fixtures.collect))
    sitting.type("undo")
    #expect(sitting.sent == [.undo])
  }

  @Test("while a list is written, u takes its last entry back")
  func lastEntry() {
    var sitting = PlainTests.Sitting(Fixtures.collect)
    sitting.type("a disc", "sitting", "u", "worry", "")
    #expect(sitting.sent.last == .answer(.entries(["a disc", "worry"])))
    #expect(sitting.sent.contains(.draft(["a disc"])))
    #expect(
      sitting.page.contains(
        "3, Enter alone ends: u\nTaken back: sitting\n2, Enter alone ends: worry\n"))
    var prompt = Fixtures.collect
    prompt.draft = ["one", "two", "three"]
    sitting = PlainTests.Sitting(prompt)
    sitting.type("u", "")
    #expect(sitting.sent.last == .answer(.entries(["one", "two"])))
  }

  @Test("while a text is written, u takes its last line back, and keeps the rest as a draft")
  func lastLine() {
    var sitting = PlainTests.Sitting(Fixtures.write)
    sitting.type("one", "", "two", "u", "three", ".")
    #expect(sitting.sent.last == .answer(.text("one\nthree")))
    #expect(sitting.sent.contains(.draft(["one"])))
    #expect(sitting.page.contains("u\nTaken back: two\n"))
    sitting = PlainTests.Sitting(Fixtures.write)
    sitting.type(String(repeating: "long ", count: 40), "u", "new", ".")
    #expect(
      sitting.page.contains("Taken back: " + String(repeating: "long ", count: 11) + "lo...\n"))
    #expect(sitting.sent.last == .answer(.text("new")))
    var prompt = Fixtures.write
    prompt.body = .write(Prose("Let it go."), isKept: false)
    sitting = PlainTests.Sitting(prompt)
    sitting.type("one", "u")
    #expect(sitting.sent.isEmpty)
  }

  @Test("a hint is quiet, on the page that asks, and gives way to what a key needs")
  func hints() {
    var prompt = Fixtures.scale
    prompt.hint = "Only the first time."
    var state = ScreenState()
    func row() -> (text: String, role: Role?) {
      let grid = screen.frame(prompt, state).grid
      let row = (0..<grid.rows).first { grid.text($0).contains("Only the first") }
      return (
        row.map { grid.text($0) } ?? "",
        row.flatMap { grid.row($0).first { $0.character == "O" }?.role }
      )
    }
    #expect(row().role == .dim)
    _ = state.handle(.enter, prompt, on: screen)
    #expect(row().text.isEmpty)
    #expect(
      !Transcript(phrases: Words.english).lines(for: prompt).joined().contains("Only the first"))
  }
}
