import AllClearEngine
import Testing

@testable import allclear

/// The rows of Content/SAFETY.md that are about what the lessons lead to.
@Suite("Hazards of lessons")
struct HazardModuleTests {
  /// The lessons that offer a practice, and those that ask about what may be new.
  private static let lessons = [
    "alarm", "evidence", "tracking", "clinic", "threats", "doubt", "card", "against",
  ]

  @Test("An option that says new leads to the safety questions, from wherever it is taken")
  func new() throws {
    let library = try #require(Library.real)
    let roles = library.program.roles
    let safety = [Door.module(roles.recheck), .module(roles.gate)]
    var found: Set<String> = []
    for id in Self.lessons {
      let module = try #require(library.modules[id])
      for step in module.allSteps {
        guard case .choose(_, let options, _) = step.kind else { continue }
        for option in options where option.id == "new" {
          found.insert(id)
          let door = try #require(option.opens, "\(id).\(step.id)")
          #expect(safety.contains(door), "\(id).\(step.id)")
        }
      }
    }
    #expect(found == Set(Self.lessons))
  }

  @Test("Not being sure about a sign is as good as yes: it leads to the safety questions")
  func unsure() throws {
    for id in ["new", "unsure"] {
      var play = try Play(Standing.passed.digest)
      play.open(.module("against"))
      #expect(play.step == "against")
      play.choose(id)
      for _ in 0..<3 where !play.prompt.isGate { play.seen() }
      #expect(play.prompt.isGate, "\(id): \(play.prompt.place)")
    }
  }

  @Test(
    "Without a pass no lesson leads to a practice that is not outside",
    arguments: [
      Standing.fresh, .notExamined, .lessonsOnly, .sameDay, .runOut,
    ])
  func closed(standing: Standing) throws {
    for id in Self.lessons {
      for seed in 1...6 {
        var play = try Play(standing.digest)
        var die = Die(seed)
        play.open(.module(id))
        HazardDoorTests.wander(&play, &die, steps: 80)
      }
    }
  }

  @Test("With a pass the lessons do lead there, or the test above says nothing")
  func open() throws {
    var inside: Set<String> = []
    for id in ["alarm", "tracking", "threats"] {
      for seed in 1...20 {
        var play = try Play(Standing.passed.digest)
        var die = Die(seed)
        play.open(.module(id))
        for _ in 0..<160 where !play.hasQuit && !play.app.isAtHome {
          if HazardDoorTests.isInTheBody(play) { inside.insert(id) }
          guard let way = play.ways.randomElement(using: &die) else { break }
          play.go(way)
        }
      }
    }
    #expect(inside == ["alarm", "tracking", "threats"])
  }

  @Test(
    "A practice that is not outside is let in by an answer that is given, never by one left out",
    arguments: ["alarm", "tracking", "clinic", "threats"])
  func positive(id: String) throws {
    let library = try #require(Library.real)
    let module = try #require(library.modules[id])
    for standing in [Standing.passed, .told, .tooMuch, .louder] {
      var play = try Play(standing.digest)
      play.open(.module(id))
      for _ in 0..<200 where !play.app.isAtHome && !play.hasQuit {
        #expect(!HazardDoorTests.isInTheBody(play), "\(standing): \(play.prompt.place)")
        play.go(play.ways.contains(.skip) ? .skip : play.ways.last ?? .seen)
      }
      #expect(play.app.isAtHome, "\(id) \(standing): \(play.prompt.place)")
    }
    // Beside each offer of one stands one that is outside, or the way past it.
    for step in module.allSteps {
      guard case .choose(_, let options, _) = step.kind else { continue }
      let ids = options.map(\.id)
      guard !Set(ids).isDisjoint(with: ["pleasant", "light", "one", "three"]) else { continue }
      #expect(
        !Set(ids).isDisjoint(with: ["sounds", "thing", "sight", "comfort", "enough"]),
        "\(id).\(step.id)")
    }
  }
}
