import Testing

@testable import AllClearEngine

@Suite("A practice on the clock")
struct PracticeRunTests {
  private func run(_ cues: [Cue] = Cue.minute, round: Int = 0) -> PracticeRun {
    PracticeRun(Practice("p", .outside, [1: cues]), minutes: 1, round: round) { $0.fallback ?? "" }
  }

  private func at(_ seconds: Double) -> Duration { .seconds(1000) + .seconds(seconds) }

  @Test("Each cue fires once, when its time has come")
  func once() {
    var run = run()
    #expect(run.start(ownPace: false, at: at(0)) == [.start])
    #expect(run.reached == 1)
    #expect(run.wake(at: at(1.9)).isEmpty && run.reached == 1)
    #expect(run.wake(at: at(2)).isEmpty && run.reached == 2)
    #expect(run.wake(at: at(2)).isEmpty && run.reached == 2)
    #expect(run.view(at: at(2)).line == "far" && run.view(at: at(2)).lineCount == 2)
    #expect(run.start(ownPace: false, at: at(3)).isEmpty)
  }

  @Test("A late wake fires every due cue once, and no practice is longer than it is")
  func late() {
    var run = run()
    #expect(run.start(ownPace: false, at: at(0)) == [.start])
    #expect(run.wake(at: at(64)) == [.end])
    #expect(run.phase == .ended && run.reached == 4)
    #expect(run.practised(at: at(99)).seconds == 60)
    #expect(!run.practised(at: at(99)).early)
  }

  @Test("Time stands still in a pause")
  func pause() {
    var run = run()
    _ = run.start(ownPace: false, at: at(0))
    run.pause(offersStop: false, at: at(10))
    #expect(run.phase == .paused(offersStop: false))
    #expect(run.deadline(interval: .seconds(2)) == nil)
    #expect(run.wake(at: at(90)).isEmpty)
    #expect(run.time(at: at(90)) == .seconds(10))
    run.resume(at: at(100))
    #expect(run.time(at: at(105)) == .seconds(15))
    run.resume(at: at(110))
    #expect(run.time(at: at(110)) == .seconds(20))
  }

  @Test("After a gap it stands where the person was last there")
  func gap() {
    var run = run()
    _ = run.start(ownPace: false, at: at(0))
    _ = run.wake(at: at(6))
    run.pauseForGap()
    #expect(run.phase == .pausedByGap)
    #expect(run.time(at: at(4000)) == .seconds(6))
    run.resume(at: at(4000))
    #expect(run.wake(at: at(4001)).isEmpty && run.time(at: at(4001)) == .seconds(7))
  }

  @Test("A gap that comes when nothing runs changes nothing")
  func idleGap() {
    var run = run()
    run.pauseForGap()
    #expect(run.phase == .ready)
    _ = run.start(ownPace: false, at: at(0))
    run.pause(offersStop: true, at: at(1))
    run.pauseForGap()
    #expect(run.phase == .paused(offersStop: true))
    run.pause(offersStop: false, at: at(2))
    #expect(run.phase == .paused(offersStop: false) && run.time(at: at(9)) == .seconds(1))
  }

  @Test("It wants to be woken at its next cue, and at least at every interval")
  func deadline() {
    var run = run([Cue(0, bell: .start), Cue(3, "x"), Cue(60, bell: .end)])
    #expect(run.deadline(interval: .seconds(2)) == nil)
    _ = run.start(ownPace: false, at: at(0))
    #expect(run.deadline(interval: .seconds(2)) == at(2))
    _ = run.wake(at: at(2))
    #expect(run.deadline(interval: .seconds(2)) == at(3))
    _ = run.wake(at: at(3))
    #expect(run.deadline(interval: .milliseconds(500)) == at(3.5))
    _ = run.wake(at: at(59.5))
    #expect(run.deadline(interval: .seconds(2)) == at(60))
    _ = run.wake(at: at(60))
    #expect(run.deadline(interval: .seconds(2)) == nil)
  }

  @Test("At one's own pace each step is a line, with the bells before it")
  func ownPace() {
    var run = run()
    #expect(run.start(ownPace: true, at: at(0)) == [.start])
    #expect(run.view(at: at(0)).line == "far" && run.view(at: at(0)).ownPace)
    #expect(run.deadline(interval: .seconds(2)) == at(2))
    #expect(run.wake(at: at(500)).isEmpty && run.reached == 2)
    #expect(run.next(at: at(500)).isEmpty)
    #expect(run.view(at: at(500)).line == "near" && run.view(at: at(500)).quiet == 5)
    #expect(run.next(at: at(600)) == [.end])
    #expect(run.phase == .ended && run.practised(at: at(700)).seconds == 600)
    #expect(run.next(at: at(700)).isEmpty)
  }

  @Test("By the clock there is no next line")
  func noNext() {
    var run = run()
    #expect(run.next(at: at(0)).isEmpty)
    _ = run.start(ownPace: false, at: at(0))
    #expect(run.next(at: at(1)).isEmpty && run.reached == 1)
  }

  @Test("Lines take turns from round to round", arguments: [(0, "far"), (1, "wide"), (2, "far")])
  func variants(round: Int, line: String) {
    var run = run(round: round)
    _ = run.start(ownPace: true, at: at(0))
    #expect(run.view(at: at(0)).line == line)
  }

  @Test("A clock that runs backwards makes no practice time")
  func backwards() {
    var run = run()
    _ = run.start(ownPace: false, at: at(10))
    #expect(run.wake(at: at(5)).isEmpty && run.time(at: at(5)) == .zero)
  }
}
