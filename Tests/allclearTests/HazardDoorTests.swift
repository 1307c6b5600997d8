import AllClearEngine
import AllClearUI
import Foundation
import Testing

@testable import allclear

/// The rows of Content/SAFETY.md that are about what may be opened.
@Suite("Hazards of doors")
struct HazardDoorTests {
  /// Whether a practice that is not outside stands ready or runs; one that is paused does neither.
  static func isInTheBody(_ play: Play) -> Bool {
    guard case .practice(let view) = play.prompt.body, view.phase != .paused(offersStop: false)
    else { return false }
    return play.library.attention(titled: view.title) != .outside
  }

  @Test(
    "No door opens a body practice without the safety questions",
    arguments: [Holds.Pass.valid, .runOut, .none], [nil] + Hold.allCases)
  func doors(pass: Holds.Pass, hold: Hold?) throws {
    let closing: Set<Hold> = [.emergency, .sameDay, .notExamined, .lessonsOnly, .sitting]
    let isOpen = pass == .valid && (hold.map { !closing.contains($0) } ?? true)
    let isOpenToAll = isOpen
    let program = try #require(Library.real).program
    for entry in program.practices where entry.attention != .outside {
      let isOpen = isOpenToAll && !(hold == .movementPaused && entry.attention == .movement)
      for minutes in [nil] + entry.lengths.map(Optional.some) {
        for isFromHome in [false, true] {
          var play = try Play(Standing.digest(pass, hold))
          if isFromHome { play.send(.begin(.home)) }
          play.send(.open(.practice(entry.id, minutes: minutes)))
          if minutes == nil { play.choose(String(entry.lengths[0])) }
          if !isOpen { #expect(!Self.isInTheBody(play), "\(entry.id) \(minutes ?? 0)") }
          // An outside minute may come first.
          if isOpen, !Self.isInTheBody(play) { play.practise() }
          if isOpen { #expect(Self.isInTheBody(play), "\(entry.id) \(minutes ?? 0)") }
        }
      }
    }
    for seed in 1...3 {
      for start in [
        Event.begin(.home), .open(.flare), .open(.module("tracking")), .open(.module("first-run")),
      ] {
        var play = try Play(Standing.digest(pass, hold))
        var die = Die(seed)
        play.send(start)
        Self.wander(&play, &die, steps: 60)
      }
    }
  }

  /// Goes anywhere, by any answer, and looks at each prompt.
  static func wander(_ play: inout Play, _ die: inout Die, steps: Int) {
    for _ in 0..<steps where !play.hasQuit {
      if isInTheBody(play) {
        let holds = play.holds
        #expect(holds.pass == .valid, "\(play.prompt.place)")
        #expect(
          holds.standing.isDisjoint(
            with: [.emergency, .sameDay, .notExamined, .lessonsOnly, .sitting]))
      }
      guard let way = play.ways.randomElement(using: &die) else { return }
      let leaves = way == .option("leave")
      play.go(leaves ? play.ways[0] : way)
    }
  }

  @Test("A pass that ends while a practice waits closes that practice")
  func passEnds() throws {
    var play = try Play(Standing.passed.digest)
    play.open(.practice("somatic-tracking", minutes: 3))
    #expect(Self.isInTheBody(play))
    play.send(.practice(.start(ownPace: false)))
    play.pass(.seconds(5))
    play.send(.wake)
    play.send(.open(.flare))
    play.choose("new")
    play.choose("none")
    play.send(.back)
    play.answer(["urgent": "none", "unlooked": "affected"]) {
      $0.app.isAtHome || $0.prompt.place.contains("practice") || $0.step == "round"
    }
    #expect(play.holds.pass == .none)
    #expect(!Self.isInTheBody(play), "\(play.prompt)")
    play.send(.practice(.resume))
    #expect(!Self.isInTheBody(play), "\(play.prompt)")
  }

  @Test("A practice does not run on beneath help")
  func helpPauses() throws {
    for door in [Door.flare, .crisis] {
      var play = try Play(Standing.passed.digest)
      play.open(.practice("listening", minutes: 1))
      play.send(.practice(.start(ownPace: false)))
      play.pass(.seconds(5))
      play.send(.wake)
      play.send(.open(door))
      play.pass(.seconds(600))
      play.send(.back)
      guard case .practice(let view) = play.prompt.body else {
        Issue.record("\(play.prompt.place)")
        return
      }
      #expect(view.phase == .paused(offersStop: false), "\(door)")
      #expect(view.elapsed == .seconds(5))
    }
  }

  @Test("Every way of saying that something is new reaches the safety questions")
  func new() throws {
    let library = try #require(Library.real)
    let roles = library.program.roles
    var doors = 0
    for module in library.modules.values {
      for step in module.allSteps {
        switch step.kind {
        case .choose(_, let options, _):
          for option in options where option.text.lowercased().contains("new") {
            doors += 1
            #expect(option.opens == .module(roles.recheck), "\(module.id).\(step.id).\(option.id)")
          }
          if step.prose.plainText.contains("new or different") {
            #expect(options.contains { $0.opens == .module(roles.recheck) }, "\(step.id)")
          }
        case .gate(let gate):
          for option in gate.options where option.text.hasPrefix("Something is new") {
            doors += 1
            #expect(option.outcome == Gate.new)
          }
        default: break
        }
      }
    }
    #expect(doors >= 5)
    for standing in Standing.allCases {
      for answer in ["changed", "unsure"] {
        var play = try Play(standing.digest)
        play.open(.module(roles.recheck))
        #expect(play.step == "anything-new", "\(standing)")
        play.choose(answer)
        #expect(play.holds.pass == .none, "\(standing)")
        play.seen()
        #expect(play.step == "numb", "\(standing)")
        // Leaving in the middle gives nothing back.
        play.send(.back)
        play.open(.practice("somatic-tracking", minutes: 1))
        #expect(!Self.isInTheBody(play))
      }
      var play = try Play(standing.digest)
      play.open(.flare)
      play.choose("new")
      #expect(play.step == "numb", "\(standing)")
      #expect(play.holds.pass == .none, "\(standing)")
    }
  }

  @Test("A pass ends after 28 days and after a pause of 14")
  func passRunsOut() throws {
    let day = 86_400
    for days in [0, 1, 13, 14, 15, 27, 28, 29, 400] {
      // The person came back every `pause` days since the questions.
      for pause in [1, 13, 14, 20] {
        var digest = Standing.passed.digest
        digest.passedAt = Play.begin.wall
        digest.lastAt = Play.begin.wall
        var play = try Play(digest)
        var gone = 0
        while gone + pause < days {
          play.pass(.seconds(pause * day))
          gone += pause
          play.open(.practice("listening", minutes: 1))
          play.practise()
        }
        play.pass(.seconds((days - gone) * day))
        let hasRunOut = days >= 28 || (pause >= 14 && days >= pause) || days - gone >= 14
        #expect(play.holds.pass == (hasRunOut ? .runOut : .valid), "\(days), \(pause)")
        play.open(.practice("somatic-tracking", minutes: 1))
        #expect(Self.isInTheBody(play) == !hasRunOut, "\(days), \(pause)")
        guard hasRunOut else { continue }
        play.seen()
        #expect(play.step == "anything-new")
        play.choose("nothing")
        #expect(play.holds.pass == .valid, "one question renews it")
      }
    }
  }

  @Test("Too much leads outside the body at once")
  func tooMuch() throws {
    let library = try #require(Library.real)
    guard let step = library.modules["tracking"]?.allSteps.first(where: { $0.id == "too-much" }),
      case .choose(_, let options, _) = step.kind
    else {
      Issue.record("no such step")
      return
    }
    for standing in [Standing.passed, .told, .louder] {
      var play = try Play(standing.digest)
      play.open(.module("tracking"))
      play.answer(
        ["loudness": "some", "uneasy": "somewhat", "when-some": "one", "when-quite": "one"]
      ) { $0.step == "how" }
      play.choose("too-much")
      #expect(play.step == "too-much", "at once")
      for way in options.map({ Way.option($0.id) }) + [.skip] {
        for seed in 1...4 {
          var other = play
          other.go(way)
          #expect(!Self.isInTheBody(other), "\(way)")
          var die = Die(seed)
          // For the rest of the session there is no round in the body.
          for _ in 0..<60 where !other.app.isAtHome && other.prompt.heading == "Somatic tracking" {
            #expect(!Self.isInTheBody(other), "\(way): \(other.step)")
            guard let next = other.ways.randomElement(using: &die) else { break }
            other.go(next)
          }
        }
      }
    }
    try beginsOutside(Standing.tooMuch)
  }

  @Test("With the gentle hold a round begins outside the body")
  func gentle() throws {
    try beginsOutside(Standing.gentle)
    // By itself, too, and only for a minute.
    for entry in try #require(Library.real).program.practices where entry.attention != .outside {
      for minutes in entry.lengths {
        var play = try Play(Standing.gentle.digest)
        play.open(.practice(entry.id, minutes: minutes))
        if case .practice(let view) = play.prompt.body {
          #expect(view.minutes == 1, "\(minutes)")
        } else {
          Issue.record("\(play.prompt.place)")
        }
      }
    }
  }

  /// However the module is gone through, a minute outside comes before one in the body, and the
  /// latter lasts a minute.
  private func beginsOutside(_ standing: Standing) throws {
    var rounds = 0
    for seed in 1...40 {
      var play = try Play(standing.digest)
      var die = Die(seed)
      play.open(.module("tracking"))
      var outside = 0
      for _ in 0..<80 where !play.app.isAtHome && !play.hasQuit {
        if case .practice(let view) = play.prompt.body {
          if Self.isInTheBody(play) {
            rounds += 1
            #expect(outside > 0, "\(standing), \(seed): \(play.step)")
            #expect(view.minutes == 1)
          } else if play.prompt.heading == "Somatic tracking" {
            outside += 1
          }
          play.practise()
          continue
        }
        // No other door is taken.
        let ways = play.ways.filter { way in
          var other = play
          other.go(way)
          return other.prompt.heading == play.prompt.heading || other.app.isAtHome
        }
        guard let way = ways.randomElement(using: &die) else { break }
        play.go(way)
      }
    }
    #expect(rounds > 0, "some of the ways have a round in the body")
  }
}
