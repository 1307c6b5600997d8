import Testing

@testable import AllClearEngine

@Suite("Spoken help for a bad hour")
struct VoiceFlareTests {
  @Test("Each page is said with its answers, once, and gives way to the next")
  func pages() {
    var scenario = Scenario.speaking()
    scenario.send(
      .open(.flare), ["load module flare", "speak usual 1: known. 2: new. 3: ending."],
      shows: "gate usual [known new ending]")
    scenario.send(.wake, shows: "gate usual [known new ending]")
    scenario.send(
      .pick("known"), ["speak listening. minutes."], shows: "practice listening 1m ready 0s #0")
    scenario.send(
      .skip, ["speak ask 1: Ask. 2: No. 3: A person."], shows: "choose ask [ask no person]")
    scenario.send(.pick("no"), ["speak bye"], shows: "card bye")
    scenario.send(
      .back, ["speak ask 1: Ask. 2: No. 3: A person."], shows: "choose ask [ask no person]")
    // The crisis page is for the eyes: its numbers are to be read and kept.
    let crisis = scenario.run(.open(.crisis)).map(\.note)
    #expect(crisis == ["hush", "load crisis"])
    scenario.send(
      .back, ["speak ask 1: Ask. 2: No. 3: A person."], shows: "choose ask [ask no person]")
    scenario.go(.pick("no"))
    scenario.send(.seen, ["hush"], shows: "practice listening 1m ready 0s #0")
  }

  @Test("Its practice is spoken as any other, and switching off is heard of at once")
  func practice() {
    var scenario = Scenario.speaking()
    scenario.go(.open(.flare), .pick("known"))
    scenario.send(
      .practice(.start(ownPace: false)), ["hush", "bell start"],
      shows: "practice listening 1m running 0s #1", wakes: .seconds(2))
    #expect(scenario.run(for: 2) == ["speak far"])
    scenario.go(.practice(.stop))
    scenario.send(
      .switchVoice, ["hush"], shows: "choose ask [ask no person] (voice-now-off)")
    scenario.send(
      .switchVoice, ["speak ask 1: Ask. 2: No. 3: A person."],
      shows: "choose ask [ask no person] (voice-now-on)")
  }

  @Test("The page of an emergency has its exits and no key for the voice")
  func emergency() {
    var scenario = Scenario()
    scenario.go(.open(.flare))
    #expect(scenario.app.prompt.moves.contains(.voice))
    scenario.go(.pick("new"), .pick("yes"))
    let page = "urgent gate stop numb emergency [wrong-key seen leave]"
    #expect(scenario.app.prompt.note == page)
    #expect(scenario.app.prompt.moves == [])
    scenario.send(.switchVoice, shows: page)
  }

  @Test("Without a voice nothing of it is said")
  func silent() {
    var scenario = Scenario()
    scenario.send(
      .begin(.door(.flare)), ["load module flare"], shows: "gate usual [known new ending]")
  }
}
