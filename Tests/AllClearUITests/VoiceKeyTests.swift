import AllClearEngine
import Testing

@testable import AllClearUI

/// The voice, by a key and by a word.
@Suite struct VoiceKeyTests {
  let screen = Screen(size: Size(columns: 80, rows: 24), phrases: Words.english)

  private func text(_ frame: Frame) -> String {
    (0..<frame.grid.rows).map { frame.grid.text($0) }.joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
  }

  @Test("v switches the voice all through a practice, and nowhere where there is none")
  func key() {
    let phases: [PracticeView.Phase] = [
      .ready, .running, .paused(offersStop: false), .paused(offersStop: true), .pausedByGap, .ended,
    ]
    for phase in phases {
      for ownPace in [true, false] {
        var state = ScreenState()
        let prompt = Fixtures.practice(phase, ownPace: ownPace)
        #expect(state.handle(.character("v"), prompt, on: screen) == .send([.switchVoice]))
        var sitting = PlainTests.Sitting(prompt)
        sitting.type("v", "V")
        #expect(sitting.sent == [.switchVoice, .switchVoice])
      }
    }
    for prompt in [Fixtures.card, Fixtures.how, Fixtures.many, Fixtures.gate, Fixtures.scale] {
      var state = ScreenState()
      #expect(state.handle(.character("v"), prompt, on: screen) == .none)
      var sitting = PlainTests.Sitting(prompt)
      sitting.type("v")
      #expect(sitting.sent.isEmpty)
      var spoken = prompt
      spoken.moves.insert(.voice)
      #expect(state.handle(.character("v"), spoken, on: screen) == .send([.switchVoice]))
    }
  }

  @Test("before it begins the screen offers the voice; plain text only tells of one that is wanted")
  func offer() {
    let told: [(Voice, screen: Phrase, plain: Phrase?)] = [
      (.off, .voiceOffer, nil), (.on, .voiceOn, .voiceOn),
      (.heldBack, .voiceHeldBack, .voiceHeldBack),
    ]
    for (voice, onScreen, plain) in told {
      let prompt = Fixtures.practice(.ready, voice: voice)
      #expect(text(screen.frame(prompt, ScreenState())).contains(Words.english(onScreen)))
      let page = Transcript(phrases: Words.english).lines(for: prompt)
      let said = [.voiceOffer, .voiceOn, .voiceHeldBack].filter { page.contains(Words.english($0)) }
      #expect(said == [plain].compactMap { $0 })
    }
  }
}
