import AllClearEngine
import AllClearStore
import Testing

@testable import allclear

/// A check-in whose answers are given on the command line.
@Suite("Check-in with answers")
struct QuickCheckInTests {
  private static func answer(_ given: GivenCheckIn, _ play: inout Play) {
    play.open(.module(CheckIn.module))
    while let asked = play.app.asked, let event = given.event(at: asked.step, play.prompt) {
      play.send(event)
    }
  }

  @Test("It keeps what the same answers keep by hand", arguments: [3, 12])
  func same(days: Int64) throws {
    let begun = HazardCheckInTests.begun(daysAgo: days)
    let stores = try [Store.open(.memory), Store.open(.memory)]
    var byHand = try Play(begun, store: stores[0])
    byHand.open(.module(CheckIn.module))
    let ways: [String: Event] = [
      "now": .answer(.option("now")), "pain": .answer(.number(4)), "doing": .answer(.number(3)),
      "danger": .answer(.number(2)), "went-well": .answer(.text("Shopping.")),
    ]
    for _ in 0..<60 where !byHand.app.isAtHome {
      let isCard = if case .card = byHand.prompt.body { true } else { false }
      byHand.send(ways[byHand.step] ?? (isCard ? .answer(.seen) : .skip))
    }
    var given = try Play(begun, store: stores[1])
    Self.answer(GivenCheckIn(pain: 4, fear: 2, ease: 7, note: "Shopping."), &given)
    #expect(given.app.isAtHome && byHand.app.isAtHome)
    #expect(try stores[0].digest() == stores[1].digest())
    #expect(try stores[0].progress() == stores[1].progress())
    #expect(try stores[1].digest().checkIns.last?.doing == 3)
    #expect(byHand.records == given.records)
  }

  @Test("Where it has become harder it stops at what only the person can answer")
  func harder() throws {
    var begun = HazardCheckInTests.begun(daysAgo: 20, pain: 3)
    let wall = Play.begin.wall
    var earlier = CheckIn(
      session: SessionID(sitting: "00000000-0000-4000-8000-000000000096", number: 1),
      at: Wall(milliseconds: wall.milliseconds - 7 * 86_400_000, offset: wall.offset))
    earlier.pain = 6
    begun.checkIns = [earlier]
    var play = try Play(begun)
    Self.answer(GivenCheckIn(pain: 7, note: "A walk."), &play)
    #expect(play.app.asked?.step == GivenCheckIn.paused)
    #expect(play.text.hasPrefix("By your own answers it is harder now than when you began."))
    #expect(play.holds.standing.contains(.movementPaused))
    #expect(!play.records.contains { $0.step == GivenCheckIn.noted })
  }

  @Test("The command says what it put down, and refuses a second on the same day")
  func command() throws {
    let folder = try Folder()
    let home = folder.path
    let first = try Piped.run(
      ["check-in", "--pain", "4", "--fear", "3", "--ease", "7", "--note", "Shopping."], home: home)
    #expect(first.status == 0 && first.error.isEmpty, "\(first.error)")
    for line in ["4 of 10", "3 of 10"] { #expect(first.output.contains(line), "\(first.output)") }
    let second = try Piped.run(["check-in", "--pain", "4"], home: home)
    #expect(second.status == 1 && second.output.isEmpty)
    #expect(second.error.contains("Once is enough"), "\(second.error)")
    let progress = try Piped.run(["progress"], home: home)
    #expect(progress.status == 0)
    #expect(progress.output.contains("3, on ") && !progress.output.contains("4, on "))
    let pain = try Piped.run(["progress", "--pain", "--trial"], home: home)
    #expect(pain.output.contains("4, on ") && pain.output.contains("33 of 50"))
    let json = try Piped.run(["progress", "--format", "json"], home: home)
    #expect(json.output.contains("\"danger\"") && !json.output.contains("\"pain\""))
  }

  @Test("Progress of no journal is a calm sentence, and of a file that is not there 66")
  func nothing() throws {
    let run = try Piped.run(["progress"])
    #expect(run.status == 0 && run.output.contains("little to lay side by side"))
    #expect(try Piped.run(["progress", "--journal", "/nonesuch/j.sqlite"]).status == 66)
  }
}
