import AllClearEngine
import Testing

@testable import AllClearUI

/// Practices in plain text, timed and at one's own pace.
@Suite struct PlainPracticeTests {
  typealias Sitting = PlainTests.Sitting

  @Test("a practice at one's own pace, a line for each Enter")
  func ownPace() {
    var sitting = Sitting(Fixtures.practice(.ready), width: 40)
    sitting.type("p")
    sitting.print(sitting.session.show(Fixtures.practice(.running, ownPace: true)))
    var running = Fixtures.practice(.running, line: Fixtures.cat, cue: 6, ownPace: true)
    sitting.print(sitting.session.show(running))
    sitting.print(sitting.session.show(running))
    sitting.type("", "r", "s")
    running = Fixtures.practice(.ended, line: "That is it.", cue: 7, ownPace: true)
    sitting.print(sitting.session.show(running))
    sitting.type("")
    #expect(
      sitting.sent == [
        .practice(.start(ownPace: true)), .practice(.next), .practice(.stop), .practice(.goOn),
      ])
    #expect(
      sitting.page == """
        Somatic tracking
        3 minutes, 16 lines, with bells.
        Enter pauses, s stops, and stopping is
        fine.
        Enter or t timed, p at my own pace: p
        Meet it as you might meet a strange cat:
        stay where you are, and be curious.

        r
        Meet it as you might meet a strange cat:
        stay where you are, and be curious.
        s
        That is it.
        Enter goes on: \


        """)
  }

  @Test("a timed practice pauses and goes on with Enter")
  func timed() {
    var sitting = Sitting(Fixtures.practice(.ready))
    sitting.type("t")
    sitting.print(sitting.session.show(Fixtures.running))
    sitting.type("")
    sitting.print(
      sitting.session.show(
        Fixtures.practice(.paused(offersStop: false), line: Fixtures.cat, cue: 6)))
    #expect(sitting.page.hasSuffix("Paused. Take the time you like.\nEnter goes on, s stops: "))
    sitting.type("x", "")
    #expect(
      sitting.sent == [
        .practice(.start(ownPace: false)), .practice(.pause), .practice(.resume),
      ])
  }
}
