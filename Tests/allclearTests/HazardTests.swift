import AllClearEngine
import AllClearUI
import Foundation
import Testing

/// The rows of Content/SAFETY.md that are about the safety questions.
@Suite("Hazards")
struct HazardTests {
  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)]

  /// A safety question or a stop page, with nothing answered.
  private static func gates() throws -> [Prompt] {
    var prompts: [String: Prompt] = [:]
    for (module, standing) in [
      ("safety", Standing.fresh), ("first-run", .fresh), ("recheck", .passed), ("story", .fresh),
      ("flare", .fresh),
    ] {
      var play = try Play(standing.digest)
      play.open(module == "flare" ? .flare : .module(module))
      var questions = SafetyQuestions { play, _ in
        if play.prompt.isGate { prompts[play.text] = play.prompt }
      }
      questions.walk(play, wrongKeys: 0)
    }
    return Array(prompts.values)
  }

  @Test("Enter alone never answers a safety question")
  func enterAlone() throws {
    let library = try #require(Library.real)
    let gates = try Self.gates()
    #expect(gates.count >= 12, "five questions, the sorting one, three more, and stop pages")
    for prompt in gates {
      for size in Self.sizes {
        try enterAlone(on: Screen(size: size, phrases: library.program.phrases), prompt)
      }
      var plain = PlainSession(phrases: library.program.phrases)
      for typed in ["", " ", "\t", "s", "w", "r", "?", "x", "0", "99", "-1", "1 2", "yes"] {
        _ = plain.show(prompt)
        let events = plain.read(typed).events
        #expect(!events.contains(where: Self.answers), "\(prompt.place): \(typed)")
        #expect(plain.read("").events.allSatisfy { !Self.answers($0) }, "\(prompt.place)")
      }
    }
  }

  /// Every sequence of such keys, after enough of them to have read every page.
  private func enterAlone(on screen: Screen, _ prompt: Prompt) throws {
    let keys: [Key] = [.enter, .character(" "), .escape, .character("s"), .backspace]
    for last in [Key.enter, .character(" ")] {
      var read = ScreenState()
      for _ in 0..<12 {
        let action = read.handle(last, prompt, on: screen)
        #expect(!Self.answers(action), "\(prompt.place)")
      }
      for first in keys {
        for second in keys {
          var state = read
          for key in [first, second, last] {
            let action = state.handle(key, prompt, on: screen)
            #expect(!Self.answers(action), "\(prompt.place): \(first), \(second), \(last)")
          }
        }
      }
    }
    // A digit marks and does not answer; then Enter is no longer alone.
    var state = ScreenState()
    for _ in 0..<12 { _ = state.handle(.enter, prompt, on: screen) }
    #expect(!Self.answers(state.handle(.character("1"), prompt, on: screen)))
    #expect(Self.answers(state.handle(.enter, prompt, on: screen)), "\(prompt.place)")
  }

  private static func answers(_ action: Action) -> Bool {
    if case .send(let events) = action { events.contains(where: answers) } else { false }
  }

  private static func answers(_ event: Event) -> Bool {
    switch event {
    case .answer, .skip: true
    default: false
    }
  }

  @Test("The app takes nothing but an answer for a safety question")
  func appTakesAnswers() throws {
    var play = try Play()
    play.open(.module("safety"))
    play.seen()
    let before = play.prompt
    for event: Event in [
      .skip, .answer(.seen), .answer(.skipped), .answer(.number(1)), .answer(.option("nonesuch")),
      .answer(.text("no")), .answer(.options(["none"])), .wake, .gap, .practice(.goOn),
      .draft(["no"]), .answer(.gate(outcome: "clear", hold: nil)),
    ] {
      play.send(event)
      #expect(play.prompt == before, "\(event)")
    }
    play.choose("none")
    #expect(play.prompt != before)
  }

  @Test("An emergency answer leaves only the numbers, the crisis page and three exits")
  func emergency() throws {
    var stops: Set<String> = []
    for module in ["safety", "first-run", "recheck", "flare"] {
      var play = try Play(module == "recheck" ? Standing.passed.digest : Digest())
      play.open(module == "flare" ? .flare : .module(module))
      var questions = SafetyQuestions { play, _ in
        guard play.step == "stop", play.holds.standing.contains(.emergency) else { return }
        guard stops.insert(module + play.text).inserted else { return }
        Self.expectClosed(play)
      }
      questions.walk(play, wrongKeys: 0)
    }
    #expect(stops.count >= 8, "two pages at least by each of four ways")
  }

  private static func expectClosed(_ play: Play) {
    let prompt = play.prompt
    #expect(prompt.choices.map(\.id) == ["wrong-key", "seen", "leave"])
    #expect(prompt.urgent == play.library.crisis.emergency)
    #expect(prompt.moves.isEmpty)
    for number in play.library.crisis.emergency { #expect(play.text.contains(number.number)) }
    for event: Event in [.back, .skip, .answer(.seen), .wake, .practice(.goOn)] {
      var other = play
      other.send(event)
      #expect(other.prompt == prompt, "\(event)")
    }
    // A door opens on nothing but a sentence, and closes again on the numbers.
    let program = play.library.program
    let doors: [Door] =
      program.practices.map { .practice($0.id, minutes: $0.lengths[0]) }
      + (program.modules + program.beside).filter {
        $0.file != nil && ![program.roles.flare, program.roles.gate].contains($0.id)
      }.map { .module($0.id) }
    for door in doors {
      var other = play
      other.send(.open(door))
      #expect(other.prompt.place.hasPrefix("note:") || other.prompt == prompt, "\(door)")
      other.seen()
      #expect(other.prompt == prompt, "\(door)")
    }
    var help = play
    help.send(.open(.crisis))
    #expect(help.prompt.place.hasPrefix("crisis"))
    help.send(.back)
    #expect(help.prompt == prompt)
  }

  @Test("An emergency is still there in the next sitting, by whatever door it came")
  func emergencyStays() throws {
    for (door, answers) in [
      (Door.module("safety"), ["numb": "affected"]), (.module("first-run"), ["numb": "unsure"]),
      (.flare, ["usual": "new", "numb": "affected"]),
      (.module("recheck"), ["anything-new": "unsure", "numb": "unsure"]),
    ] {
      let folder = try Folder()
      var play = try folder.sitting(1)
      play.open(door)
      play.answer(answers, until: { $0.step == "stop" })
      let stop = play.text
      play = try folder.sitting(2, after: play)
      play.send(.begin(.home))
      #expect(play.step == "stop", "\(door)")
      #expect(play.text == stop)
      Self.expectClosed(play)
      play.choose("seen")
      #expect(!play.holds.standing.contains(.emergency))
      play = try folder.sitting(3, after: play)
      play.send(.begin(.home))
      #expect(play.step != "stop", "\(door)")
    }
  }
}
