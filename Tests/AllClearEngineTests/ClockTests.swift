import Testing

@testable import AllClearEngine

@Suite("Clocks that are wrong, or move")
struct ClockTests {
  private static let day = 1440
  private static let year = 365 * day

  /// Writes something that no safety question is about.
  private func touch(_ scenario: inout Scenario) {
    scenario.go(.begin(.door(.practice("listening", minutes: 1))), .skip)
  }

  @Test(
    "A safety answer that asks to go gently counts after one's own choice, whatever the clock said")
  func gentleFromTheFuture() {
    var scenario = Scenario()
    scenario.answerSafety(["attention": "stirred"])
    scenario.setClock(byMinutes: Self.year)
    scenario.go(.begin(.door(.settings)), .pick("person"), .pick("gentle"), .pick("no"))
    #expect(scenario.standing == [])
    scenario.setClock(byMinutes: -Self.year)
    scenario.answerSafety(["attention": "stirred"])
    #expect(scenario.standing == [.gentle])
    scenario.relaunch("c")
    #expect(scenario.standing == [.gentle])
  }

  @Test("A pass that was given while the clock was ahead does not come back when its date comes")
  func passFromTheFuture() {
    for ahead in [2, 13, 20, 365] {
      var scenario = Scenario()
      scenario.setClock(byMinutes: ahead * Self.day)
      scenario.answerSafety()
      scenario.setClock(byMinutes: -ahead * Self.day)
      scenario.relaunch()
      #expect(scenario.pass == .runOut, "\(ahead)")
      touch(&scenario)
      // Used every ninth day, so that only its age and what the clock did count.
      var gone = 0
      while gone < ahead + 27 {
        scenario.wait(days: 9)
        touch(&scenario)
        gone += 9
        if gone >= 28 || ahead >= 14 {
          #expect(scenario.pass == .runOut, "\(ahead) days ahead, after \(gone)")
        }
      }
      scenario.relaunch("c")
      #expect(scenario.pass == .runOut, "\(ahead)")
      scenario.go(.begin(.door(.module("recheck"))), .pick("nothing"))
      #expect(scenario.pass == .valid, "one question mends it")
    }
  }

  @Test("A pause counts after a clock that was ahead is set right")
  func pauseAfterTheFuture() {
    var scenario = Scenario()
    scenario.setClock(byMinutes: Self.year)
    touch(&scenario)
    scenario.setClock(byMinutes: -Self.year)
    scenario.answerSafety()
    #expect(scenario.pass == .valid)
    scenario.wait(days: 14)
    #expect(scenario.pass == .runOut)
    touch(&scenario)
    #expect(scenario.pass == .runOut)
  }

  @Test("A clock that is set while allclear runs never makes a pass longer")
  func whileRunning() {
    for minutes in [-Self.day, -1, Self.year] {
      var scenario = Scenario.passed()
      scenario.setClock(byMinutes: minutes)
      #expect(scenario.pass == .runOut, "\(minutes)")
      touch(&scenario)
      scenario.setClock(byMinutes: -minutes)
      scenario.relaunch()
      #expect(scenario.pass == (minutes == Self.year ? .runOut : .valid), "\(minutes)")
      scenario.wait(days: 28)
      #expect(scenario.pass == .runOut)
    }
  }

  @Test("Records go by their number, whatever the clock says")
  func order() {
    var scenario = Scenario.passed()
    scenario.go(.begin(.door(.module("story"))), .seen, .answer(.number(7)))
    scenario.setClock(byMinutes: -Self.day)
    scenario.relaunch()
    scenario.go(
      .begin(.door(.module("story"))), .pick("afresh"), .seen, .answer(.number(2)))
    scenario.relaunch("c")
    #expect(scenario.digest.facts["story", "pain"] == .number(2))
    #expect(scenario.digest.unfinished.map(\.id.text) == ["b.1"])
    scenario.go(.begin(.home), .pick("go-on"))
    #expect(scenario.app.prompt.note == "write words", "the second one, where it was left")
  }

  @Test("A hold stands however the clock is set")
  func holds() {
    for minutes in [-Self.year, -1, 1, Self.year] {
      var scenario = Scenario()
      scenario.answerSafety(["examined": "no"])
      scenario.setClock(byMinutes: minutes)
      #expect(scenario.standing == [.notExamined])
      scenario.relaunch()
      #expect(scenario.standing == [.notExamined])
    }
  }

  @Test(
    "Another time zone, or summer time, changes what day it is and no time that has gone by",
    arguments: [(0, 840), (0, -720), (60, 120), (120, 60), (-300, -240), (-240, -300)])
  func zones(from: Int, to: Int) {
    var scenario = Scenario()
    scenario.now.wall.offset = from
    scenario.answerSafety()
    scenario.now.wall.offset = to
    scenario.relaunch()
    scenario.wait(.seconds(14 * 86_400 - 1))
    #expect(scenario.pass == .valid)
    scenario.wait(.seconds(1))
    #expect(scenario.pass == .runOut)
    #expect(scenario.journal.entries.last?.record.at.offset == from, "kept as it was there")
  }

  @Test("Tomorrow is the day after, where the person was when they let us ask")
  func askedAcrossZones() {
    // 23:30 at home, and the journey goes on eastwards or westwards.
    for (to, hours, asks) in [(120, 1, true), (120, 0, false), (-480, 1, false), (-480, 11, true)] {
      var scenario = Scenario.passed()
      scenario.now.wall = Wall(
        milliseconds: Scenario.start.milliseconds + 9 * 3_600_000 + 1_800_000)
      scenario.now.wall.offset = 120
      scenario.go(.open(.flare), .pick("known"), .skip, .pick("ask"))
      #expect(scenario.digest.askOn == CivilDay(iso: "2026-11-23"))
      scenario.now.wall.offset = to
      scenario.wait(.seconds(hours * 3600))
      scenario.relaunch()
      scenario.go(.begin(.home))
      #expect(scenario.app.prompt.note.contains("[asked") == asks, "\(to), \(hours)")
    }
  }

  @Test("Home greets by the hour where the person is")
  func greeting() {
    for (offset, word) in [(0, "afternoon"), (-300, "morning"), (420, "evening"), (720, "night")] {
      var scenario = Scenario.passed()
      scenario.now.wall.offset = offset
      scenario.relaunch()
      #expect(scenario.app.prompt.note.contains("good-\(word)"), "\(offset)")
    }
  }

  @Test("A practice goes by the clock that nobody sets")
  func practice() {
    var scenario = Scenario()
    scenario.go(
      .begin(.door(.practice("listening", minutes: 1))), .practice(.start(ownPace: false)))
    scenario.setClock(byMinutes: -Self.day)
    _ = scenario.jump()
    scenario.setClock(byMinutes: Self.year)
    for _ in 0..<60 { _ = scenario.jump() }
    #expect(scenario.journal.notes.contains { $0.contains("listening 60s/1m") })
  }

  @Test("A clock that stands still or goes back leaves a practice where it is")
  func elapsedBack() {
    var scenario = Scenario()
    scenario.go(
      .begin(.door(.practice("listening", minutes: 1))), .practice(.start(ownPace: false)))
    for _ in 0..<5 { _ = scenario.jump() }
    let before = scenario.app.prompt.note
    scenario.now.elapsed -= .seconds(5)
    scenario.go(.wake)
    #expect(scenario.app.prompt.note == before)
    scenario.now.elapsed += .seconds(5)
    scenario.go(.wake)
    #expect(scenario.app.prompt.note == before)
  }
}
