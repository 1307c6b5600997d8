import AllClearEngine
import Testing

@Suite("Practices in a session")
struct PracticeTests {
  private func ready(_ steps: [Step]? = nil, moves: Bool = false) -> Scenario {
    let steps = steps ?? [.practice("listen", "listening", 1), .say("bye")]
    var scenario = Scenario(Library(story: Module("story", steps)), moves: moves)
    scenario.go(.begin(.door(.module("story"))))
    return scenario
  }

  @Test("From ready to the last line, which stays until the person goes on")
  func whole() {
    var scenario = ready()
    scenario.send(
      .practice(.start(ownPace: false)), ["bell start"],
      shows: "practice listening 1m running 0s #1", wakes: .seconds(2))
    var done: [Effect] = []
    for _ in 0..<29 { done += scenario.jump() }
    #expect(done.isEmpty)
    #expect(scenario.app.prompt.note == "practice listening 1m running 58s #3 near")
    scenario.wait(.seconds(2))
    scenario.send(
      .wake, ["story a.1: 1 started story, 2 story.listen=listening 60s/1m", "bell end"],
      shows: "practice listening 1m ended 60s #4 near")
    for event in [Event.seen, .skip, .back, .wake, .gap, .pick("x"), .why] {
      scenario.send(event, shows: "practice listening 1m ended 60s #4 near")
    }
    scenario.send(.practice(.goOn), shows: "card bye")
  }

  @Test("What moves on the screen is drawn twice a second")
  func moves() {
    var scenario = ready(moves: true)
    scenario.send(
      .practice(.start(ownPace: false)), ["bell start"],
      shows: "practice listening 1m running 0s #1", wakes: .milliseconds(500))
  }

  @Test("Pause, go on, offer to stop, and stop when asked twice")
  func stop() {
    var scenario = ready()
    scenario.go(.practice(.start(ownPace: false)))
    scenario.wait(.seconds(1))
    scenario.send(.practice(.pause), shows: "practice listening 1m paused(offersStop: false) 1s #1")
    scenario.wait(.seconds(50))
    scenario.send(
      .practice(.resume), shows: "practice listening 1m running 1s #1", wakes: .seconds(1))
    scenario.send(
      .practice(.offerStop), shows: "practice listening 1m paused(offersStop: true) 1s #1")
    scenario.send(
      .practice(.resume), shows: "practice listening 1m running 1s #1", wakes: .seconds(1))
    scenario.go(.practice(.offerStop))
    scenario.send(
      .practice(.offerStop),
      ["story a.1: 1 started story, 2 story.listen=listening 1s/1m early"], shows: "card bye")
    scenario.go(.back)
    #expect(scenario.isAtHome, "back does not cross a practice")
  }

  @Test("Before it begins it can be skipped or left, and leaves nothing to stop")
  func readyMoves() {
    var scenario = ready()
    for command in [PracticeCommand.pause, .resume, .offerStop, .stop, .next, .goOn] {
      scenario.send(.practice(command), shows: "practice listening 1m ready 0s #0")
    }
    scenario.send(.seen, shows: "practice listening 1m ready 0s #0")
    #expect(scenario.app.prompt.moves.contains(.skip))
  }

  @Test("While it runs nothing else is asked, not even what comes after it")
  func nothingElse() {
    var scenario = ready([.practice("listen", "listening", 1), .gate("g", ["yes": .gentle])])
    scenario.go(.practice(.start(ownPace: false)))
    for event in [Event.seen, .skip, .back, .pick("none"), .why, .draft(["x"])] {
      scenario.send(
        event, shows: "practice listening 1m running 0s #1", wakes: .seconds(2))
    }
    scenario.wait(.seconds(60))
    scenario.go(.wake)
    scenario.send(.pick("none"), shows: "practice listening 1m ended 60s #4 near")
  }

  @Test("A gap pauses it where the person was last there, and says so")
  func gap() {
    var scenario = ready()
    scenario.go(.practice(.start(ownPace: false)))
    scenario.wait(.seconds(2))
    scenario.go(.wake)
    scenario.wait(.seconds(3000))
    scenario.send(.gap, shows: "practice listening 1m pausedByGap 2s #2 far")
    scenario.send(
      .practice(.resume), shows: "practice listening 1m running 2s #2 far", wakes: .seconds(2))
  }

  @Test("Whatever is opened over it pauses it, and coming back offers to go on")
  func covered() {
    for door in [Door.crisis, .flare, .page("reading"), .practice("listening", minutes: 1)] {
      var scenario = ready()
      scenario.go(.practice(.start(ownPace: false)))
      scenario.wait(.seconds(2))
      scenario.go(.wake, .open(door))
      scenario.wait(.seconds(500))
      scenario.go(.wake, .back, shows: "practice listening 1m paused(offersStop: false) 2s #2 far")
    }
  }

  @Test("Its record goes to its own step, whatever grew old meanwhile")
  func ownStep() {
    var scenario = Scenario.passed()
    scenario.go(.begin(.door(.module("tracking"))), .pick("some"))
    scenario.go(.practice(.start(ownPace: false)), .practice(.pause))
    scenario.wait(.seconds(61 * 60))
    scenario.go(.practice(.resume))
    scenario.wait(.seconds(180))
    scenario.send(
      .wake, ["tracking a.2: 3 tracking.round=somatic 180s/3m"],
      shows: "practice somatic 3m ended 180s #3 end")
    scenario.send(.practice(.goOn), shows: "choose how [lighter louder]")
  }

  @Test("A step marked now that grew old while the practice waited comes first")
  func oldAtStart() {
    var scenario = Scenario.passed()
    scenario.go(.begin(.door(.module("tracking"))), .pick("some"))
    scenario.wait(.seconds(61 * 60))
    scenario.send(.practice(.start(ownPace: false)), shows: "choose loudness [some more]")
  }

  @Test("A pass that runs out while a practice waits or pauses is asked for again")
  func passRunsOut() {
    var waiting = Scenario.passed()
    waiting.go(.begin(.door(.practice("somatic", minutes: 1))))
    waiting.wait(days: 14)
    waiting.send(.practice(.start(ownPace: false)), shows: "card recheck-first")
    waiting.send(.seen, ["load module recheck"], shows: "gate anything [nothing new]")
    waiting.go(.pick("nothing"), shows: "practice somatic 1m ready 0s #0")

    var paused = Scenario.passed()
    paused.go(.begin(.door(.practice("somatic", minutes: 1))))
    paused.go(.practice(.start(ownPace: false)), .practice(.pause))
    paused.wait(days: 14)
    paused.send(
      .practice(.resume),
      [
        "somatic a.2: 1 started somatic, 2 somatic.round=somatic 0s/1m early, "
          + "3 finished somatic completed"
      ],
      shows: "choose good-afternoon\nhome-question [next bad-now more leave]")
  }

  @Test("What a flare over it has said keeps it from going on")
  func heldMeanwhile() {
    for (pick, hold) in [("new", Hold?.none), ("ending", .sitting)] {
      var scenario = Scenario.passed()
      scenario.go(
        .begin(.door(.practice("somatic", minutes: 1))), .practice(.start(ownPace: false)))
      scenario.go(.open(.flare), .pick(pick))
      while !scenario.app.prompt.note.hasPrefix("practice somatic") { scenario.go(.back) }
      scenario.go(.practice(.resume))
      #expect(scenario.isAtHome)
      #expect(scenario.standing == Set([hold].compactMap { $0 }))
    }
  }

  @Test("Gently, a practice that turns to the body has its shortest length")
  func gentle() {
    var scenario = Scenario()
    scenario.answerSafety(["attention": "stirred"])
    scenario.go(.begin(.door(.module("tracking"))), .pick("some"))
    #expect(scenario.app.prompt.note == "practice somatic 1m ready 0s #0 (gentle-short)")
  }

  @Test("A length that is gone gives way to the next shorter one")
  func goneLength() {
    var scenario = Scenario.passed()
    scenario.library.practices["somatic"]?.lengths[3] = nil
    scenario.go(.begin(.door(.module("tracking"))), .pick("some"))
    #expect(scenario.app.prompt.note == "practice somatic 1m ready 0s #0")
  }

  @Test("Lines take turns, and so do lines of one's own")
  func rounds() {
    let cue = Cue(
      at: 0,
      lines: [[.plain("one "), .hole(Prose.Hole(.safetyLine, fallback: "none"))], [.plain("two")]])
    var library = Library(
      story: Module(
        "story", [.collect("own", into: .safetyLines), .practice("x", "listening", 1), .say("z")]))
    library.practices["listening"]?.lengths = [1: [cue, Cue(60, bell: .end)]]
    var scenario = Scenario(library)
    func line(_ scenario: Scenario) -> String? {
      var scenario = scenario
      scenario.go(
        .begin(.door(.practice("listening", minutes: 1))), .practice(.start(ownPace: true)))
      guard case .practice(let view) = scenario.app.prompt.body else { return nil }
      return view.line
    }
    #expect(line(scenario) == "one none")
    scenario.go(.begin(.door(.module("story"))), .answer(.entries(["a", "b"])))
    var lines: [String?] = []
    for _ in 0..<4 {
      lines.append(line(scenario))
      scenario.go(.begin(.door(.practice("listening", minutes: 1))))
      scenario.go(.practice(.start(ownPace: true)), .practice(.stop))
    }
    #expect(lines == ["one a", "two", "one b", "two"])
    // What is kept on top takes all turns.
    scenario.relaunch()
    scenario.go(.begin(.home), .pick("more"), .pick("mine"), .pick("safety-lines"))
    scenario.go(.pick("a.1:2#1"), .pick("pin"))
    lines = []
    for _ in 0..<4 {
      lines.append(line(scenario))
      scenario.go(.begin(.door(.practice("listening", minutes: 1))))
      scenario.go(.practice(.start(ownPace: true)), .practice(.stop))
    }
    #expect(lines == ["one b", "two", "one b", "two"])
  }

  @Test("A practice that cannot be read is said to be broken, and is passed")
  func broken() {
    var scenario = ready()
    scenario.library.practices["listening"] = nil
    scenario = Scenario(scenario.library)
    scenario.go(.begin(.door(.module("story"))), shows: "card broken")
    scenario.send(
      .seen, ["story a.1: 1 started story, 2 story.listen=skipped"], shows: "card bye")
  }
}
