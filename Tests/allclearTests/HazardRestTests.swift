import AllClearEngine
import Testing

@testable import allclear

/// The rows of Content/SAFETY.md that are about movement that rests.
@Suite("Hazards of movement that should rest")
struct HazardRestTests {
  @Test("Who says that it has become harder is not led into a movement from then on")
  func ownWord() throws {
    for id in ["ending", "booster-12"] {
      for step in try HazardEndingTests.module(id).allSteps {
        guard case .choose(_, let options, _) = step.kind else { continue }
        for option in options {
          let saysHarder = option.text.contains("has become harder")
          #expect((option.rests == .movement) == saysHarder, "\(id).\(step.id).\(option.id)")
        }
      }
    }
    var isAsked: Set<String> = []
    for (id, step, digest) in [
      ("ending", "nearest", Standing.passed.digest), ("booster-12", "which-year", EndingWays.same),
      ("ending", "fit", EndingWays.same),
    ] {
      for answer in ["worse", "same"] {
        var play = try Play(digest)
        play.open(.module(id))
        play.answer(["suits": "go-on"]) { $0.step == step || $0.app.isAtHome }
        if answer == "same", !play.prompt.choices.contains(where: { $0.id == "same" }) { continue }
        play.choose(answer)
        isAsked.insert("\(id).\(step) \(answer)")
        let rests = answer == "worse"
        #expect(play.holds.standing.contains(.movementPaused) == rests, "\(id).\(step)")
        try expect(play, rests: rests)
        // It goes on to the end in the module's own words, and then Home knows the way out.
        var met: [String] = []
        while !play.app.isAtHome, !play.hasQuit, met.count < 80 {
          met.append(play.step)
          play.answer([:]) { [place = play.prompt.place] in $0.prompt.place != place }
        }
        #expect(play.app.isAtHome)
        #expect(!met.contains("harder-now"), "what stood above is not asked")
        #expect(!met.contains("few-minutes") || !rests)
        play.choose("more")
        #expect(play.prompt.choices.contains { $0.id == "looked-at" } == rests, "\(id).\(step)")
      }
    }
    #expect(
      isAsked == [
        "ending.nearest worse", "ending.nearest same", "ending.fit worse",
        "booster-12.which-year worse",
        "booster-12.which-year same",
      ])
  }

  @Test("While movement rests each movement, done or imagined, is closed, and the rest is open")
  func doors() throws {
    for standing in [Standing.harder, .toldHarder] {
      try expect(Play(standing.digest), rests: true)
    }
    try expect(Play(Standing.passed.digest), rests: false)
  }

  /// Opens each practice from where the person is, and the module that leads to a movement.
  private func expect(_ play: Play, rests: Bool) throws {
    let program = try #require(Library.real).program
    let moving = program.practices.filter { $0.attention == .movement }.map(\.id)
    #expect(moving == ["imagined-move", "moving-along", "desk-break"])
    for entry in program.practices {
      for minutes in entry.lengths {
        var other = play
        other.open(.practice(entry.id, minutes: minutes))
        var isOpen = false
        if case .practice(let view) = other.prompt.body { isOpen = view.phase == .ready }
        #expect(isOpen != (rests && moving.contains(entry.id)), "\(entry.id), \(minutes)")
      }
    }
    var other = play
    other.open(.module("move"))
    #expect((other.step == "paused") == rests, "\(other.prompt.place)")
    if rests { #expect(other.text.contains("By what you told here")) }
  }
}
