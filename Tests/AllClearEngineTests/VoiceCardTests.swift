import Testing

@testable import AllClearEngine

@Suite("Before the first spoken practice")
struct VoiceCardTests {
  private static let start = Event.practice(.start(ownPace: false))
  private static let ready = "practice listening 1m ready 0s #0"

  @Test("Before the first spoken practice it is said, once, when not to be spoken to")
  func once() {
    var scenario = Scenario.speaking(isTold: false)
    scenario.send(Self.start, ["speak voice-first"], shows: "card voice-first")
    scenario.send(
      .seen, ["person a.2: 1 person.voice: knowsVoice(true)", "hush", "bell start"],
      shows: "practice listening 1m running 0s #1", wakes: .seconds(2))
    scenario.go(.practice(.stop))
    for sitting in ["a", "b"] {
      if sitting == "b" { scenario.relaunch(sitting) }
      scenario.go(.begin(.door(.practice("listening", minutes: 1))), Self.start)
      #expect(scenario.app.prompt.note == "practice listening 1m running 0s #1")
      scenario.go(.practice(.stop))
    }
    #expect(scenario.digest.person.knowsVoice)
    #expect(scenario.journal.notes.filter { $0.contains("knowsVoice") }.count == 1)
  }

  @Test("Who goes back from it is not spoken to, and it comes another time")
  func declined() {
    var scenario = Scenario.speaking(isTold: false)
    scenario.go(Self.start)
    scenario.send(.back, ["hush"], shows: Self.ready + " (voice-now-off)")
    scenario.go(Self.start)
    #expect(scenario.run(for: 3).isEmpty)
    scenario.relaunch("b")
    scenario.go(.begin(.door(.practice("listening", minutes: 1))), Self.start)
    #expect(scenario.app.prompt.note == "card voice-first")
  }

  @Test("Switched on in the middle it comes over the practice, which waits")
  func inTheMiddle() {
    var scenario = Scenario.speaking(isTold: false)
    scenario.go(.switchVoice, Self.start)
    _ = scenario.run(for: 3)
    scenario.send(.switchVoice, ["speak voice-first"], shows: "card voice-first")
    scenario.wait(.seconds(500))
    scenario.send(
      .seen, ["person a.2: 1 person.voice: knowsVoice(true)", "hush"],
      shows: "practice listening 1m paused(offersStop: false) 3s #2 far")
    #expect(scenario.run(.practice(.resume)).map(\.note) == ["speak far"])
  }

  @Test("Chosen in the settings while a practice waits, it comes before that goes on")
  func fromSettings() {
    var scenario = Scenario.speaking(isTold: false)
    scenario.go(.switchVoice, Self.start, .practice(.pause), .open(.settings))
    scenario.go(.pick("voice"), .pick("voice"), .pick("yes"), .back, .back)
    #expect(scenario.app.prompt.note == "practice listening 1m paused(offersStop: false) 0s #1")
    scenario.go(.practice(.resume), shows: "card voice-first")
    scenario.go(.seen, shows: "practice listening 1m paused(offersStop: false) 0s #1")
    scenario.go(.practice(.resume))
    #expect(scenario.run(for: 2) == ["speak far"])
  }

  @Test("Where nothing is kept it comes once a sitting")
  func notKept() {
    for journal in [App.Journal.inUse, .readOnly, .none] {
      var scenario = Scenario.speaking(isTold: false, journal: journal)
      scenario.go(Self.start)
      scenario.send(
        .seen, ["hush", "bell start"], shows: "practice listening 1m running 0s #1",
        wakes: .seconds(2))
      scenario.go(.practice(.stop), .open(.practice("listening", minutes: 1)), Self.start)
      #expect(scenario.app.prompt.note == "practice listening 1m running 0s #1")
    }
  }

  @Test("Where it cannot be written it stays, and no bell rings")
  func fullDisk() {
    var scenario = Scenario.speaking(isTold: false)
    scenario.go(Self.start)
    scenario.fault = .full
    scenario.send(
      .seen, ["person a.2: 1 person.voice: knowsVoice(true)"],
      shows: "card voice-first (not-saved-full)")
    scenario.fault = nil
    scenario.send(
      .seen, ["person a.2: 1 person.voice: knowsVoice(true)", "hush", "bell start"],
      shows: "practice listening 1m running 0s #1", wakes: .seconds(2))
  }

  @Test("Help for a bad hour leaves no trace of it")
  func flare() {
    var scenario = Scenario()
    scenario.options.speaks = true
    scenario.relaunch("a")
    scenario.go(.begin(.door(.flare)), .pick("known"), Self.start, shows: "card voice-first")
    scenario.go(.seen)
    #expect(scenario.app.prompt.note == "practice listening 1m running 0s #1")
    #expect(scenario.journal.notes.isEmpty)
  }

  @Test("A pass that runs out while it is read is asked for before anything begins")
  func passRunsOut() {
    var scenario = Scenario.passed()
    scenario.options.speaks = true
    scenario.relaunch("b")
    scenario.go(.begin(.door(.practice("somatic", minutes: 1))), Self.start)
    scenario.wait(days: 14)
    scenario.go(.seen)
    #expect(scenario.app.prompt.note == "card recheck-first")
  }
}
