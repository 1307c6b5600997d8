import Testing

@testable import AllClearEngine

@Suite("Settings of the voice")
struct VoiceSettingTests {
  private static let lines = "[voice speaker voice-rate voice-name back]"

  private func atVoice() -> Scenario {
    var scenario = Scenario()
    scenario.go(
      .begin(.door(.settings)), .pick("voice"), shows: "choose voice-question \(Self.lines)")
    return scenario
  }

  @Test(
    "Each list shows its choices, and a choice is kept",
    arguments: [
      ("voice", "spoken", "yes no"), ("speaker", "speaker", "auto spd-say espeak-ng own"),
      ("voice-rate", "rate", "slow usual fast"), ("voice-name", "voice-name", "usual own"),
    ])
  func lists(list: String, question: String, ids: String) {
    var scenario = atVoice()
    for id in ids.split(separator: " ").map(String.init) where id != "own" {
      scenario.go(.pick(list), shows: "choose \(question)-question [\(ids) back]")
      scenario.send(
        .pick(id), ["keep \(list.camel) \(id)"], shows: "choose voice-question \(Self.lines)")
    }
  }

  @Test("Chosen, it holds at once, in the sitting too")
  func holds() {
    for (id, voice) in [("yes", Voice.on), ("no", .off)] {
      var scenario = atVoice()
      scenario.go(.pick("voice"), .pick(id))
      scenario.go(.open(.practice("listening", minutes: 1)))
      #expect(scenario.voice == voice)
    }
  }

  @Test("A command and a name are written in words of one's own, and stand among the choices")
  func own() {
    var scenario = atVoice()
    scenario.go(.pick("speaker"), .pick("own"), shows: "let go speaker-write")
    scenario.send(
      .answer(.text(" piper  --model 'a.onnx' ")), ["keep speaker piper --model 'a.onnx'"],
      shows: "choose voice-question \(Self.lines)")
    #expect(scenario.app.settings.speaker == .command("piper --model 'a.onnx'"))
    scenario.go(
      .pick("speaker"),
      shows: "choose speaker-question [auto spd-say espeak-ng piper --model 'a.onnx' own back]")
    scenario.go(.back, .pick("voice-name"), .pick("own"), shows: "let go voice-name-write")
    scenario.send(
      .answer(.text("en-gb")), ["keep voiceName en-gb"],
      shows: "choose voice-question \(Self.lines)")
    scenario.go(.pick("voice-name"), shows: "choose voice-name-question [usual en-gb own back]")
    scenario.go(.pick("usual"))
    #expect(scenario.app.settings.voiceName == nil)
  }

  @Test("What one line of the file cannot hold is asked for again; skipping keeps what was")
  func refused() {
    for text in ["\"a\"", "'a b'", "a #b", "#a", String(repeating: "x", count: 201)] {
      var scenario = atVoice()
      scenario.go(.pick("speaker"), .pick("own"))
      let place = scenario.app.prompt.place
      scenario.send(.answer(.text(text)), shows: "let go speaker-write (own-setting-refused)")
      #expect(scenario.app.prompt.place != place)
      scenario.send(.answer(.text(" \n")), shows: "let go speaker-write")
      scenario.send(.skip, shows: "choose speaker-question [auto spd-say espeak-ng own back]")
      #expect(scenario.app.settings == Settings())
    }
  }
}

extension String {
  /// `voice-rate` as Swift has it.
  fileprivate var camel: String {
    self == "voice-rate" ? "voiceRate" : self == "voice-name" ? "voiceName" : self
  }
}
