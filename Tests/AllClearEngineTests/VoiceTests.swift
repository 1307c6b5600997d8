import Testing

@testable import AllClearEngine

@Suite("A spoken practice")
struct VoiceTests {
  private static let start = Event.practice(.start(ownPace: false))

  @Test("Each line is said when its time has come, and hushed when the practice is left")
  func whole() {
    var scenario = Scenario.speaking()
    #expect(scenario.voice == .on)
    scenario.send(
      Self.start, ["bell start"], shows: "practice listening 1m running 0s #1", wakes: .seconds(2))
    scenario.wait(.seconds(2))
    scenario.send(
      .wake, ["speak far"], shows: "practice listening 1m running 2s #2 far", wakes: .seconds(2))
    #expect(scenario.run(for: 27).isEmpty, "a line is said once")
    #expect(scenario.run(for: 1) == ["speak near"])
    #expect(scenario.run(for: 29).isEmpty)
    scenario.wait(.seconds(1))
    scenario.send(
      .wake,
      [
        "listening a.1: 1 started listening, 2 listening.round=listening 60s/1m", "bell end",
      ], shows: "practice listening 1m ended 60s #4 near")
    scenario.send(
      .practice(.goOn), ["listening a.1: 3 finished listening completed", "hush"],
      shows: "choose good-afternoon\nhome-question [next bad-now more leave]")
  }

  @Test("The line of the end is said to its end, and while it could not be written too")
  func end() {
    for fault in [WriteFault?.none, .full] {
      var library = Library()
      library.practices["listening"]?.lengths[1] = [Cue(0, "on"), Cue(60, "over", bell: .end)]
      var scenario = Scenario.speaking(library)
      scenario.send(
        Self.start, ["speak on"], shows: "practice listening 1m running 0s #1 on",
        wakes: .seconds(2))
      _ = scenario.run(for: 59)
      scenario.fault = fault
      scenario.wait(.seconds(1))
      scenario.send(
        .wake,
        [
          "listening a.1: 1 started listening, 2 listening.round=listening 60s/1m", "bell end",
          "speak over",
        ],
        shows: "practice listening 1m ended 60s #2 over"
          + (fault == nil ? "" : " (not-saved-full)"))
      scenario.send(
        .wake,
        shows: "practice listening 1m ended 60s #2 over"
          + (fault == nil ? "" : " (not-saved-full)"))
    }
  }

  @Test("A wake that comes late says the last line that is due, and none of those before it")
  func late() {
    var scenario = Scenario.speaking()
    scenario.go(Self.start)
    scenario.wait(.seconds(31))
    scenario.send(
      .wake, ["speak near"], shows: "practice listening 1m running 31s #3 near",
      wakes: .seconds(2))
  }

  @Test("A pause hushes at once; going on says the line again, and the next one in its time")
  func pause() {
    for pause in [PracticeCommand.pause, .offerStop] {
      var scenario = Scenario.speaking()
      scenario.go(Self.start)
      #expect(scenario.run(for: 3) == ["speak far"])
      let paused = "paused(offersStop: \(pause == .offerStop))"
      scenario.send(.practice(pause), ["hush"], shows: "practice listening 1m \(paused) 3s #2 far")
      scenario.wait(.seconds(500))
      scenario.send(.wake, shows: "practice listening 1m \(paused) 3s #2 far")
      scenario.send(
        .practice(.resume), ["speak far"], shows: "practice listening 1m running 3s #2 far",
        wakes: .seconds(2))
      #expect(scenario.run(for: 27) == ["speak near"])
    }
  }

  @Test("Where the next line comes too soon for it, going on waits for that one")
  func tooSoon() {
    var library = Library()
    library.practices["listening"]?.lengths[1] = [
      Cue(0, "eleven words that take six seconds to say, all of them"), Cue(20, "next"),
      Cue(60, bell: .end),
    ]
    // Six seconds of speech and two of rest.
    for (seconds, isSaidAgain) in [(11, true), (12, true), (13, false)] {
      var scenario = Scenario.speaking(library)
      scenario.go(Self.start)
      _ = scenario.run(for: seconds)
      scenario.go(.practice(.pause))
      #expect(scenario.run(.practice(.resume)).isEmpty == !isSaidAgain, "\(seconds)")
      #expect(scenario.run(for: 20 - seconds) == ["speak next"])
    }
  }

  @Test("In a silence that the line announced nothing is said again; before it the line is")
  func silence() {
    for (seconds, again) in [(0, ["speak near"]), (4, [])] {
      var scenario = Scenario.speaking()
      scenario.go(Self.start)
      _ = scenario.run(for: 30 + seconds)
      scenario.go(.practice(.pause))
      #expect(scenario.run(.practice(.resume)).map(\.note) == again)
    }
  }

  @Test("At one's own pace each line is said as it comes, and said again after a pause")
  func ownPace() {
    var scenario = Scenario.speaking()
    scenario.send(
      .practice(.start(ownPace: true)), ["bell start", "speak far"],
      shows: "practice listening 1m running 0s #2 far", wakes: .seconds(2))
    scenario.wait(.seconds(90))
    scenario.go(.practice(.pause))
    #expect(scenario.run(.practice(.resume)).map(\.note) == ["speak far"])
    scenario.send(
      .practice(.next), ["speak near"], shows: "practice listening 1m running 90s #3 near",
      wakes: .seconds(2))
  }

  @Test("A gap hushes, and what is opened over it; coming back and going on speaks again")
  func covered() {
    for event in [Event.gap, .open(.crisis), .open(.flare), .open(.page("reading"))] {
      var scenario = Scenario.speaking()
      scenario.go(Self.start)
      _ = scenario.run(for: 3)
      let done = scenario.run(event).map(\.note)
      #expect(done.first == "hush", "\(done)")
      if event != .gap { scenario.go(.back) }
      #expect(scenario.run(.practice(.resume)).map(\.note).last == "speak far")
    }
  }

  @Test("Stopping hushes, and leaving does so before it leaves")
  func leaving() {
    var stopped = Scenario.speaking()
    stopped.go(Self.start)
    _ = stopped.run(for: 3)
    stopped.send(
      .practice(.stop),
      [
        "listening a.1: 1 started listening, 2 listening.round=listening 3s/1m early, "
          + "3 finished listening completed", "hush",
      ], shows: "choose good-afternoon\nhome-question [next bad-now more leave]")
    stopped.send(
      .leave, ["quit"], shows: "choose good-afternoon\nhome-question [next bad-now more leave]")
    var left = Scenario.speaking()
    left.go(Self.start)
    _ = left.run(for: 3)
    left.send(
      .leave, ["hush", "quit"], shows: "practice listening 1m running 3s #2 far",
      wakes: .seconds(1))
  }

  @Test("Switched on it takes up the line, switched off it is hushed, and each says so")
  func switched() {
    var scenario = Scenario.speaking()
    scenario.send(
      .switchVoice, shows: "practice listening 1m ready 0s #0 (voice-now-off)")
    #expect(scenario.voice == .off)
    scenario.go(Self.start)
    #expect(scenario.run(for: 3).isEmpty)
    scenario.send(
      .switchVoice, ["speak far"], shows: "practice listening 1m running 3s #2 far (voice-now-on)",
      wakes: .seconds(1))
    #expect(scenario.voice == .on)
    scenario.send(
      .switchVoice, ["hush"], shows: "practice listening 1m running 3s #2 far (voice-now-off)",
      wakes: .seconds(1))
    #expect(scenario.run(for: 20).isEmpty)
    // A pause is silent, and going on takes it up.
    scenario.go(.practice(.pause))
    scenario.send(
      .switchVoice,
      shows: "practice listening 1m paused(offersStop: false) 23s #2 far (voice-now-on)")
    #expect(scenario.run(.practice(.resume)).isEmpty == false)
    scenario.go(.switchVoice, .switchVoice)
    #expect(scenario.app.prompt.notice == "voice-now-on")
    #expect(scenario.run(for: 7) == ["speak near"])
    #expect(scenario.app.prompt.notice == nil, "with the next line that is over")
  }

  @Test("It is switched in practices and in help for a bad hour, and nowhere else")
  func elsewhere() {
    var scenario = Scenario.passed()
    #expect(!scenario.app.prompt.moves.contains(.voice))
    scenario.send(
      .switchVoice, shows: "choose good-afternoon\nhome-question [next bad-now more leave]")
    scenario.go(.begin(.door(.practice("listening", minutes: 1))))
    #expect(scenario.app.prompt.moves.contains(.voice) && scenario.voice == .off)
    scenario.go(Self.start, .practice(.pause))
    #expect(scenario.app.prompt.moves.contains(.voice))
    scenario.go(.open(.flare))
    #expect(scenario.app.prompt.moves.contains(.voice))
    scenario.go(.open(.crisis))
    #expect(!scenario.app.prompt.moves.contains(.voice))
  }

  @Test("Chosen, it is held back where it does not begin by itself, until it is asked for")
  func heldBack() {
    var scenario = Scenario()
    scenario.options.settings.voice = true
    scenario.relaunch()
    scenario.go(.begin(.door(.practice("listening", minutes: 1))))
    #expect(scenario.voice == .heldBack)
    scenario.go(.switchVoice)
    #expect(scenario.voice == .on)
    scenario.go(.switchVoice)
    #expect(scenario.voice == .off)
  }

  @Test("Where plain text begins in the middle it is held back, and hushed")
  func plainBegins() {
    var scenario = Scenario.speaking()
    scenario.options.settings.voice = true
    scenario.relaunch("a")
    scenario.app.state.hasToldOfVoice = true
    scenario.go(.begin(.door(.practice("listening", minutes: 1))), Self.start)
    _ = scenario.run(for: 3)
    scenario.send(
      .holdVoiceBack, ["hush"], shows: "practice listening 1m running 3s #2 far",
      wakes: .seconds(1))
    #expect(scenario.voice == .heldBack)
    #expect(scenario.run(.switchVoice).map(\.note) == ["speak far"])
  }

  @Test("Who cannot speak is told of once, and everything goes on as text")
  func fails() {
    for (fault, notice) in [(VoiceFault.missing, "voice-missing"), (.failed, "voice-failed")] {
      var scenario = Scenario.speaking()
      scenario.voiceFault = fault
      scenario.go(Self.start)
      #expect(scenario.run(for: 2) == ["speak far", "hush"])
      #expect(
        scenario.app.prompt.note == "practice listening 1m running 2s #2 far (\(notice))")
      #expect(scenario.run(for: 28).isEmpty)
      #expect(
        scenario.app.prompt.note == "practice listening 1m running 30s #3 near (\(notice))",
        "until a key was pressed")
      scenario.send(
        .voiceFailed(fault), shows: "practice listening 1m running 30s #3 near (\(notice))",
        wakes: .seconds(2))
      // Asked for again it is tried again.
      scenario.voiceFault = nil
      #expect(scenario.run(.switchVoice).map(\.note) == ["speak near"])
    }
  }

  @Test("One who fails while something is written is not forgotten")
  func failsMeanwhile() {
    var scenario = Scenario.speaking()
    scenario.go(Self.start)
    _ = scenario.run(for: 59)
    scenario.wait(.seconds(1))
    _ = scenario.app.send(.wake, at: scenario.now)
    #expect(scenario.app.send(.voiceFailed(.failed), at: scenario.now).isEmpty)
    #expect(scenario.app.send(.written, at: scenario.now).map(\.note) == ["bell end", "hush"])
    #expect(scenario.app.prompt.notice == "voice-failed")
  }
}
