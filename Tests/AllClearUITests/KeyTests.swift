import AllClearEngine
import Testing

@testable import AllClearUI

@Suite struct KeyTests {
  let screen = Screen(size: Size(columns: 80, rows: 24), phrases: Words.english)

  /// What the keys came to, one action each.
  private func actions(_ prompt: Prompt, _ keys: Key...) -> [Action] {
    var state = ScreenState()
    return keys.map { state.handle($0, prompt, on: screen) }
  }

  private func last(_ prompt: Prompt, _ keys: Key...) -> Action? {
    var state = ScreenState()
    return keys.map { state.handle($0, prompt, on: screen) }.last
  }

  @Test("Enter and space go on from a card; Esc, b and left go back")
  func card() {
    for key in [Key.enter, .character(" ")] {
      #expect(last(Fixtures.card, key) == .send([.answer(.seen)]))
    }
    for key in [Key.escape, .character("b"), .left, .character("h")] {
      #expect(last(Fixtures.card, key) == .send([.back]))
    }
    #expect(last(Fixtures.card, .character("w")) == .send([.why]))
    #expect(last(Fixtures.card, .character("q")) == .send([.leave]))
    #expect(last(Fixtures.card, .character("s")) == Action.none)
  }

  @Test("a digit answers a menu at once, Enter what is selected")
  func menu() {
    #expect(last(Fixtures.how, .character("4")) == .send([.answer(.option("option-4"))]))
    #expect(last(Fixtures.how, .enter) == .send([.answer(.option("option-1"))]))
    #expect(
      last(Fixtures.how, .down, .character("j"), .up, .enter)
        == .send([.answer(.option("option-2"))]))
    #expect(last(Fixtures.how, .character("9")) == Action.none)
    #expect(last(Fixtures.how, .character("0")) == Action.none)
    #expect(last(Fixtures.how, .character("s")) == .send([.skip]))
  }

  @Test("with ten answers and more, 1 waits for its second digit or Enter")
  func tenAnswers() {
    let choices = (1...11).map { Prompt.Choice(id: "c\($0)", text: "\($0)") }
    let prompt = Prompt(place: "p", body: .choose(Prose("Which?"), choices, many: false))
    #expect(
      actions(prompt, .character("1"), .character("0"))
        == [.redraw, .send([.answer(.option("c10"))])])
    #expect(last(prompt, .character("1"), .enter) == .send([.answer(.option("c1"))]))
    #expect(last(prompt, .character("2")) == .send([.answer(.option("c2"))]))
    #expect(last(prompt, .character("1"), .character("7")) == .send([.answer(.option("c7"))]))
  }

  @Test("several answers are marked by number or space and confirmed by Enter")
  func many() {
    #expect(
      last(Fixtures.many, .character("3"), .character("1"), .down, .character(" "), .enter)
        == .send([.answer(.options(["option-1", "option-2", "option-3"]))]))
    #expect(
      actions(Fixtures.many, .character("3"), .character("3"), .enter)
        == [.redraw, .redraw, .redraw])
  }

  @Test("a safety question is never answered by Enter alone, by arrows, or by space at first")
  func gate() {
    #expect(actions(Fixtures.gate, .enter, .enter) == [.redraw, .none])
    #expect(last(Fixtures.gate, .down, .down, .enter) == .redraw)
    #expect(last(Fixtures.gate, .character(" "), .enter) == Action.none)
    #expect(
      last(Fixtures.gate, .character("2"), .enter) == .send([.answer(.option("option-2"))]))
    #expect(
      last(Fixtures.gate, .character("1"), .character("3"), .enter)
        == .send([.answer(.option("option-3"))]))
    #expect(
      last(Fixtures.gate, .down, .character(" "), .enter)
        == .send([.answer(.option("option-1"))]))
    #expect(last(Fixtures.gate, .character("2"), .backspace, .enter) == .redraw)
  }

  @Test("marks are forgotten at another place")
  func anotherPlace() {
    var state = ScreenState()
    _ = state.handle(.character("3"), Fixtures.gate, on: screen)
    var next = Fixtures.gate
    next.place = "another"
    #expect(state.handle(.enter, next, on: screen) == .redraw)
    #expect(state.marks.isEmpty)
  }

  @Test("a scale is unanswered until a point is set; ten is 1, then 0")
  func scale() {
    #expect(actions(Fixtures.scale, .enter, .enter) == [.redraw, .none])
    let answers: [([Key], Int)] = [
      ([.character("7")], 7), ([.character("1"), .character("0")], 10),
      ([.character("0")], 0), ([.character("1"), .right, .character("0")], 0),
      ([.end], 10), ([.right], 0), ([.left], 0), ([.character("5"), .left, .character("h")], 3),
      ([.character("9"), .up, .up, .up], 10),
    ]
    for (keys, number) in answers {
      var state = ScreenState()
      for key in keys { _ = state.handle(key, Fixtures.scale, on: screen) }
      #expect(
        state.handle(.enter, Fixtures.scale, on: screen) == .send([.answer(.number(number))]),
        "\(keys)")
    }
    #expect(last(Fixtures.scale, .character("4"), .backspace, .enter) == .redraw)
    #expect(last(Fixtures.scale, .escape) == .send([.back]))
  }

  @Test("letters are written, ^D finishes, Esc goes back and keeps the words")
  func writing() {
    var state = ScreenState()
    for character in "q! wb?" {
      #expect(state.handle(.character(character), Fixtures.write, on: screen) == .redraw)
    }
    #expect(
      state.handle(.enter, Fixtures.write, on: screen) == .send([.draft(["q! wb?\n"])]))
    #expect(
      state.handle(.escape, Fixtures.write, on: screen)
        == .send([.draft(["q! wb?\n"]), .back]))
    #expect(
      state.handle(.control("g"), Fixtures.write, on: screen)
        == .send([.draft(["q! wb?\n"]), .open(.crisis)]))
    #expect(
      state.handle(.control("d"), Fixtures.write, on: screen)
        == .send([.answer(.text("q! wb?"))]))
    #expect(last(Fixtures.write, .control("d")) == .send([.skip]))
  }

  @Test("words that are to be let go are never a draft")
  func letGo() {
    let prompt = Prompt(
      place: "go", body: .write(Prose("Let it go."), isKept: false), moves: [.back])
    #expect(last(prompt, .character("a"), .enter) == .redraw)
    #expect(last(prompt, .character("a"), .escape) == .send([.back]))
    var state = ScreenState()
    for _ in 0..<100 {
      #expect(state.handle(.character("a"), prompt, on: screen) == .redraw)
    }
    #expect(state.draft(of: prompt) == nil)
  }

  @Test("a draft is taken up where it was left")
  func draft() {
    var prompt = Fixtures.write
    prompt.draft = ["first\nsecond"]
    #expect(
      last(prompt, .character("!"), .control("d"))
        == .send([.answer(.text("first\nsecond!"))]))
    prompt = Fixtures.collect
    prompt.draft = ["a disc"]
    #expect(
      last(prompt, .character("x"), .enter, .enter)
        == .send([.answer(.entries(["a disc", "x"]))]))
  }

  @Test("Enter on an empty line ends a list; its lines can be gone back to")
  func collect() {
    #expect(
      last(Fixtures.collect, .character("a"), .enter, .character("b"), .enter, .enter)
        == .send([.answer(.entries(["a", "b"]))]))
    #expect(
      last(
        Fixtures.collect, .character("a"), .enter, .character("b"), .up, .character("!"), .down,
        .character("c"), .control("d")) == .send([.answer(.entries(["a!", "bc"]))]))
    #expect(
      last(
        Fixtures.collect, .character("a"), .enter, .character("b"), .enter, .character("c"),
        .enter) == .send([.answer(.entries(["a", "b", "c"]))]))
    #expect(last(Fixtures.collect, .enter) == .send([.skip]))
    #expect(
      last(
        Fixtures.collect, .character("a"), .enter, .character("b"), .backspace, .backspace, .down,
        .enter, .enter) == .send([.answer(.entries(["a"]))]))
  }

  @Test("each phase of a practice has its keys")
  func practice() {
    func command(_ prompt: Prompt, _ key: Key) -> PracticeCommand? {
      if case .send(let events) = last(prompt, key), case .practice(let command) = events.first {
        command
      } else {
        nil
      }
    }
    let ready = Fixtures.practice(.ready)
    #expect(command(ready, .enter) == .start(ownPace: false))
    #expect(command(ready, .character("p")) == .start(ownPace: true))
    #expect(last(ready, .escape) == .send([.back]))
    #expect(command(Fixtures.running, .character(" ")) == .pause)
    #expect(command(Fixtures.running, .escape) == .offerStop)
    #expect(command(Fixtures.practice(.running, ownPace: true), .enter) == .next)
    let paused = Fixtures.practice(.paused(offersStop: false))
    #expect(command(paused, .enter) == .resume)
    #expect(command(paused, .escape) == .offerStop)
    let offered = Fixtures.practice(.paused(offersStop: true))
    #expect(command(offered, .escape) == .stop)
    #expect(command(offered, .character(" ")) == .resume)
    #expect(command(Fixtures.practice(.pausedByGap), .enter) == .resume)
    #expect(command(Fixtures.practice(.ended), .enter) == .goOn)
    #expect(last(Fixtures.practice(.ended), .escape) == Action.none)
  }

  @Test("^X blanks the screen and any key brings it back, doing nothing else")
  func blank() {
    #expect(actions(Fixtures.card, .control("x"), .enter, .enter).last == .send([.answer(.seen)]))
    #expect(actions(Fixtures.card, .control("x"), .enter) == [.redraw, .redraw])
    var state = ScreenState()
    _ = state.handle(.control("x"), Fixtures.write, on: screen)
    _ = state.handle(.character("a"), Fixtures.write, on: screen)
    #expect(state.editor.string.isEmpty)
  }

  @Test("help lies over a prompt and leaves it as it was")
  func help() {
    #expect(
      actions(Fixtures.how, .down, .character("?"), .character("2"), .escape, .enter)
        == [.redraw, .redraw, .none, .redraw, .send([.answer(.option("option-2"))])])
    #expect(last(Fixtures.how, .character("?"), .character("!")) == .send([.open(.flare)]))
  }

  @Test("plain text is a key only where it is offered")
  func plain() {
    #expect(last(Fixtures.hello, .character("p")) == .plain)
    #expect(last(Fixtures.how, .character("p")) == Action.none)
  }
}
