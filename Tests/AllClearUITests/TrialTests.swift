import AllClearEngine
import Testing

@testable import AllClearUI

/// The screen of a movement that is about to be tried.
@Suite struct TrialTests {
  private static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 40, rows: 12), Size(columns: 120, rows: 40),
  ]

  private func look(_ name: String, _ prompt: Prompt, _ size: Size, keys: [Key] = []) {
    let screen = Screen(size: size, phrases: Words.english)
    var state = ScreenState()
    for key in keys { _ = state.handle(key, prompt, on: screen) }
    Golden.expect(screen.frame(prompt, state), is: "\(name)-\(size.columns)x\(size.rows)")
  }

  @Test("what was not said has no label, and many words go on over pages", arguments: sizes)
  func others(size: Size) {
    look("trial-bare", Fixtures.bareTrial, size)
    guard size.rows <= 24 else { return }
    look("trial-long", Fixtures.longTrial, size)
    look("trial-long-page-2", Fixtures.longTrial, size, keys: [.pageDown])
  }

  @Test("on a small screen the stop rules have a page, and the answers stand together")
  func smallPages() {
    let size = Size(columns: 40, rows: 12)
    look("trial-page-2", Fixtures.trial, size, keys: [.pageDown])
    look("trial-last", Fixtures.trial, size, keys: Array(repeating: .pageDown, count: 9))
    let asking = Scene(Fixtures.trial, on: Screen(size: size, phrases: Words.english)).pages
      .filter(\.asks)
    #expect(asking.map(\.options) == [0..<3])
  }

  @Test("an answer page says once more the paragraph that asks")
  func asksAgain() {
    let text = """
      What you did yesterday: "Bending to the chair seat, three times"

      You thought: "It will lock by tonight." How sure you were, of 10: 7.

      Did it come?
      """
    let prompt = Prompt(
      place: "did-it",
      body: .choose(
        Fixtures.prose(text),
        Fixtures.choices(
          "No", "Partly", "Not so far; its day is still to come", "Yes", "I cannot tell",
          "Something is new or different"), many: false),
      heading: "What came of it", moves: [.back, .skip])
    let size = Size(columns: 40, rows: 12)
    look("asks-again-page-2", prompt, size, keys: [.pageDown])
  }

  @Test("an answer that could not be saved shows why, from whatever page it was given, each time")
  func notSaved() {
    let screen = Screen(size: Size(columns: 40, rows: 12), phrases: Words.english)
    var prompt = Fixtures.trial
    var state = ScreenState()
    let answer = Action.send([.answer(.option("option-1"))])
    for _ in 1...2 {
      for _ in 0..<9 { _ = state.handle(.pageDown, prompt, on: screen) }
      #expect(state.handle(.enter, prompt, on: screen) == answer)
      prompt.notice = Words.english(.notSavedFull)
      let frame = screen.frame(prompt, state)
      let text = (0..<frame.grid.rows).map { frame.grid.text($0) }.joined(separator: " ")
      #expect(text.contains("The disk is full"))
      // Once it was shown, the pages turn as ever.
      _ = state.handle(.pageDown, prompt, on: screen)
      #expect(state.page == 1)
    }
  }

  @Test("all of it is one page where a terminal has 80 columns and 24 rows")
  func onePage() {
    for size in Self.sizes where size.rows >= 24 {
      let screen = Screen(size: size, phrases: Words.english)
      #expect(Scene(Fixtures.trial, on: screen).pages.count == 1)
    }
  }

  @Test(
    "every word is on some page, the labels in their order and the stop rules before the answers")
  func everyWord() {
    for prompt in [Fixtures.trial, Fixtures.bareTrial, Fixtures.longTrial] {
      guard let trial = prompt.trial else { continue }
      for columns in [30, 36, 40, 44, 60, 80, 200] {
        for rows in [8, 10, 12, 16, 20, 24, 30, 60] {
          let screen = Screen(size: Size(columns: columns, rows: rows), phrases: Words.english)
          let pages = Scene(prompt, on: screen).pages
          let words = pages.flatMap(\.items).flatMap(\.lines).map(\.text).joined(separator: " ")
            .split(separator: " ").joined(separator: " ")
          var rest = Substring(words)
          for text in trial.parts.flatMap({ [$0.label, $0.text] }) + [trial.stop] {
            let range = rest.firstRange(of: text)
            #expect(range != nil, "\(columns)x\(rows): \(text)")
            if let range { rest = rest[range.upperBound...] }
          }
          let stopPage = pages.firstIndex { page in
            page.items.contains { $0.lines.contains { $0.text.hasPrefix("Stop when") } }
          }
          let asking = pages.firstIndex(where: \.asks)
          #expect((stopPage ?? 99) <= (asking ?? -1), "\(columns)x\(rows)")
        }
      }
    }
  }

  @Test("in plain text each thing that was said is one line")
  func plain() {
    let transcript = Transcript(phrases: Words.english)
    #expect(
      transcript.lines(for: Fixtures.trial).prefix(7) == [
        "Bending, as for a shoe or a sock",
        "What I try: Bending to the chair seat, three times",
        "What I fear, and by when: It will lock by tonight.",
        "How sure I am: 7 of 10",
        "How much I expect it to hurt (asked apart): 4 of 10",
        "What I leave out: Holding my breath",
        "Stop when it is more than you want. Stop at once if a leg goes weak or numb, you are numb "
          + "between the legs, feel faint, or your chest hurts: then press !, or call your "
          + "emergency number.",
      ])
    for line in Transcript(phrases: Words.english, width: 40).lines(for: Fixtures.longTrial) {
      #expect(line.count <= 40)
    }
  }
}
