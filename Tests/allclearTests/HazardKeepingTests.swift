import AllClearEngine
import AllClearUI
import Foundation
import Testing

@testable import AllClearStore

/// The rows of Content/SAFETY.md that are about what is written, on the real store.
@Suite("Hazards of keeping")
struct HazardKeepingTests {
  @Test(
    "Thoughts of ending one's life are written nowhere",
    arguments: ["safety", "first-run", "recheck"])
  func ending(module: String) throws {
    let folder = try Folder()
    var play = try folder.sitting(1)
    play.open(.module(module))
    play.answer(["attention": "ending", "anything-new": "changed"]) {
      $0.holds.standing.contains(.sitting)
    }
    #expect(play.prompt.place.hasPrefix("crisis"), "the page opens at once")
    play.answer([:]) { $0.app.isAtHome }
    for word in ["ending", "sitting\"", "\"sitting", "hurting myself", "end my life"] {
      #expect(try folder.names(holding: word) == [], "\(word)")
    }
    // It holds for this sitting, and the next one does not know.
    play.open(.practice("listening", minutes: 1))
    #expect(play.prompt.place.hasPrefix("note:"))
    play = try folder.sitting(2, after: play)
    #expect(!play.holds.standing.contains(.sitting))
  }

  @Test("That flare help or the crisis page was opened leaves no byte", arguments: [false, true])
  func helpLeavesNoTrace(hasJournal: Bool) throws {
    let folder = try Folder()
    if hasJournal {
      var play = try folder.sitting(1)
      play.open(.practice("listening", minutes: 1))
      play.practise()
      _ = try folder.sitting(2)
    } else {
      _ = try folder.sitting(1)
    }
    let before = try folder.files()
    for answers in [
      ["usual": "ending"], ["usual": "known", "comfort": "words"],
      ["usual": "known", "comfort": "minute"], ["usual": "known", "comfort": "warmth"],
    ] {
      for door in [Door.flare, .crisis] {
        var play = try Play(folder.store?.digest() ?? Digest(), store: folder.store, sitting: 3)
        play.send(.begin(.home))
        play.send(.open(door))
        play.answer(answers.merging(["ask-tomorrow": "no-ask", "bye": "close"]) { $1 }) {
          $0.app.isAtHome || $0.prompt.place.contains("/hello/")
        }
        #expect(try folder.files() == before, "\(door) \(answers)")
      }
    }
  }

  @Test("A gate keeps its group, date and outcome only")
  func gates() throws {
    let library = try #require(Library.real)
    var kept = 0
    for module in ["safety", "first-run", "recheck", "story", "flare"] {
      for seed in 0..<2 {
        let folder = try Folder()
        var play = try folder.sitting(1)
        play.open(module == "flare" ? .flare : .module(module))
        var die = Die(seed * 7 + 3)
        var asked: [Gate.Option] = []
        for _ in 0..<60 where !play.app.isAtHome && !play.hasQuit {
          let ways = play.ways.filter { $0 != .option("leave") }
          guard let way = ways.randomElement(using: &die) else { break }
          if case .option(let id) = way, let option = Self.option(id, play) { asked.append(option) }
          play.go(play.prompt.place.hasPrefix("crisis") ? .option("back") : way)
        }
        let store = try #require(folder.store)
        let rows = try store.look("SELECT value, shown FROM record WHERE kind = 'gate'")
        kept += rows.count
        for row in rows {
          #expect(row[1] == nil, "\(row)")
          #expect(Self.isOnlyOutcome(row[0] ?? "", library), "\(row)")
        }
        for option in asked {
          #expect(
            try folder.names(holding: option.text).isEmpty || option.text.count < 20, "\(option)")
          if !Self.outcomes(library).contains(option.id) {
            #expect(try folder.names(holding: "\"\(option.id)\"") == [], "\(option)")
          }
        }
        for step in library.written.flatMap(\.allSteps) where step.isGate {
          let first = step.prose.plainText.split(separator: "\n").last.map(String.init) ?? ""
          #expect(try folder.names(holding: first) == [], "\(step.id)")
        }
      }
    }
    #expect(kept > 8, "\(kept)")
  }

  private static func outcomes(_ library: Library) -> Set<String> {
    var outcomes: Set = [Gate.clear, Gate.seen, Gate.new]
    for step in library.written.flatMap(\.allSteps) {
      if case .gate(let gate) = step.kind { outcomes.formUnion(gate.options.map(\.outcome)) }
    }
    return outcomes.union(Hold.allCases.map(\.rawValue))
  }

  /// Words in a gate's value that are neither its own keys, an outcome nor a hold.
  private static func isOnlyOutcome(_ json: String, _ library: Library) -> Bool {
    let words = json.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
    let known = outcomes(library).union([
      "v", "gate", "outcome", "hold", "type", "null", "erased", "true",
    ])
    return words.allSatisfy { known.contains($0) || Int($0) != nil }
  }

  private static func option(_ id: String, _ play: Play) -> Gate.Option? {
    for step in play.library.written.flatMap(\.allSteps) where step.id == play.step {
      if case .gate(let gate) = step.kind { return gate.options.first { $0.id == id } }
    }
    return nil
  }

  @Test("An answer that was a wrong key leaves no byte")
  func wrongKey() throws {
    for (gate, option) in [("numb", "affected"), ("urgent", "affected")] {
      let folder = try Folder()
      var play = try folder.sitting(1)
      play.open(.module("safety"))
      play.answer([gate: option, "which": "fever"]) { $0.step == "stop" }
      #expect(try folder.names(holding: "\"emergency\"") != [] || gate == "urgent")
      play.choose("wrong-key")
      #expect(play.step == gate, "the question is asked again")
      for word in ["\"emergency\"", "\"same-day\""] {
        #expect(try folder.names(holding: word) == [], "\(gate)")
      }
      play.answer([:]) { $0.step == "two-keys" }
      #expect(play.holds.standing.isEmpty)
    }
  }
}
