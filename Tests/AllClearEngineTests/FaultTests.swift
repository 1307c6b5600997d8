import Testing

@testable import AllClearEngine

@Suite("When nothing can be written")
struct FaultTests {
  private func begun(_ module: Module = .kinds) -> Scenario {
    var scenario = Scenario(Library(story: module))
    scenario.go(.begin(.door(.module("story"))))
    return scenario
  }

  @Test(
    "The prompt stays and says so, until it can be written",
    arguments: [(WriteFault.full, "not-saved-full"), (.failed, "not-saved")])
  func stays(fault: WriteFault, notice: String) {
    var scenario = begun()
    scenario.fault = fault
    for _ in 1...2 {
      scenario.send(
        .seen, ["story a.1: 1 started story, 2 story.card=seen"], shows: "card card (\(notice))")
    }
    scenario.send(.skip, shows: "card card")
    scenario.fault = nil
    scenario.send(
      .seen, ["story a.1: 1 started story, 2 story.card=seen"], shows: "scale scale")
  }

  @Test("A draft that cannot be kept is said, and the words stay where they are")
  func draft() {
    var scenario = begun(Module("story", [.say("card"), .write("words")]))
    scenario.go(.seen)
    scenario.send(.draft(["half"]), ["draft words: half"], shows: "write words")
    scenario.send(.draftNotKept(.full), shows: "write words (not-saved-full)")
    #expect(scenario.app.prompt.draft == ["half"])
  }

  @Test("A first draft that finds no room stays in memory, and is written with the answer")
  func firstDraft() {
    var scenario = begun(Module("story", [.write("words"), .say("z")]))
    scenario.fault = .full
    scenario.go(.draft(["half"]), shows: "write words (not-saved-full)")
    scenario.go(.open(.crisis), .back, shows: "write words")
    #expect(scenario.app.prompt.draft == ["half"])
    scenario.fault = nil
    scenario.go(.answer(.text("whole")), shows: "card z")
    #expect(scenario.journal.notes == ["1 started story", "2 story.words='whole'"])
  }

  @Test("A session that the journal cannot give now is no broken module")
  func notRead() {
    var scenario = begun()
    scenario.go(.seen)
    scenario.relaunch()
    scenario.go(.begin(.home))
    #expect(scenario.app.send(.pick("go-on"), at: scenario.now) == [.load(.module("story"))])
    let module = scenario.library.modules["story"] ?? .story
    #expect(scenario.app.send(.loaded(.module(module)), at: scenario.now).count == 1)
    let id = SessionID(sitting: "a", number: 1)
    scenario.go(.notRead(id), shows: "card not-read")
    scenario.go(.seen)
    #expect(scenario.isAtHome)
    scenario.go(.pick("go-on"), shows: "scale scale")
  }

  @Test("From when nothing is kept any more, every answer says so")
  func everyAnswerSaysSo() {
    var scenario = Scenario.passed(
      Library(
        story: Module(
          "story",
          [
            .say("a"), .scale("b"), .choose("c", ["x"]), .write("d"), .collect("e", into: .doubts),
            .practice("f", "listening", 1), .say("g"), .say("z"),
          ])))
    scenario.go(.begin(.door(.module("story"))))
    scenario.fault = .notKept
    let events: [Event] = [
      .seen, .answer(.number(3)), .pick("x"), .answer(.text("t")), .answer(.entries(["w"])),
    ]
    for event in events {
      scenario.go(event)
      #expect(scenario.app.prompt.notice == "no-journal", "\(event)")
    }
    scenario.go(.practice(.start(ownPace: false)))
    while scenario.app.deadline != nil { _ = scenario.jump() }
    #expect(scenario.app.prompt.notice == "no-journal", "at the end of a practice")
    scenario.go(.practice(.goOn), .seen, .seen)
    #expect(scenario.isAtHome && scenario.app.prompt.notice == "no-journal")
  }

  @Test("Where nothing is kept at all, the session goes on and says so")
  func notKept() {
    var scenario = begun()
    scenario.fault = .notKept
    scenario.go(.seen, shows: "scale scale (no-journal)")
    scenario.go(.back, shows: "card card (no-journal)")
  }

  @Test("A full disk does not keep a person from the page of an emergency, nor out of it")
  func emergency() {
    var scenario = Scenario()
    scenario.go(.begin(.door(.module("safety"))), .seen)
    scenario.fault = .full
    scenario.go(
      .pick("yes"), shows: "urgent gate stop numb emergency [wrong-key seen leave] (not-saved-full)"
    )
    #expect(scenario.standing == [.emergency])
    let unwritten = scenario.journal.entries.count
    scenario.go(
      .pick("seen"),
      shows: "urgent gate stop numb emergency [wrong-key seen leave] (not-saved-full)")
    #expect(scenario.standing == [.emergency], "what lifts a hold is written first")
    scenario.fault = nil
    scenario.send(
      .pick("seen"),
      ["safety a.1: 3 safety.numb=emergency!emergency", "safety a.1: 4 safety.numb=seen for 3"],
      shows: "gate urgent [yes none]")
    #expect(scenario.journal.entries.count == unwritten + 2)
  }

  @Test("Leaving tries once more to write what holds, and leaves whatever comes of it")
  func leaving() {
    var scenario = Scenario()
    scenario.go(.begin(.door(.module("safety"))), .seen)
    scenario.fault = .full
    scenario.go(.pick("yes"))
    var full = scenario
    #expect(full.run(.leave).map(\.note).last == "quit")
    scenario.fault = nil
    #expect(
      scenario.run(.pick("leave")).map(\.note) == [
        "safety a.1: 3 safety.numb=emergency!emergency", "quit",
      ])
    scenario.relaunch()
    scenario.go(.begin(.home), shows: "urgent gate stop numb emergency [wrong-key seen leave]")
  }

  @Test("An answer that lets somebody on is written first; one that holds counts at once")
  func clearAnswers() {
    var scenario = Scenario()
    scenario.go(.begin(.door(.module("safety"))), .seen)
    scenario.fault = .failed
    scenario.go(.pick("none"), shows: "gate numb [yes none] (not-saved)")
    scenario.fault = nil
    scenario.go(.pick("none"), .pick("none"), .pick("none"))
    scenario.fault = .failed
    scenario.go(.pick("none"), shows: "gate attention [stirred unusual none ending] (not-saved)")
    #expect(scenario.pass == .none)
    scenario.go(.pick("ending"))
    #expect(scenario.isAtCrisis && scenario.standing == [.sitting])
  }

  @Test("That a session began is written with what follows, when it could not be at first")
  func startedIsNotLost() {
    var scenario = Scenario()
    scenario.library.modules["safety"] = Module("safety", Module.gates)
    scenario.go(.begin(.door(.module("safety"))))
    scenario.fault = .full
    scenario.go(.pick("yes"))
    scenario.fault = nil
    scenario.go(.pick("wrong-key"), .pick("none"))
    #expect(
      scenario.journal.notes == [
        "1 started safety", "2 safety.numb=emergency!emergency", "3 retracted safety.numb for 2",
        "4 safety.numb=clear",
      ])
  }

  @Test("A practice that has ended stays ended; going on writes it, and does not ring again")
  func practiceEnd() {
    var scenario = begun(Module("story", [.practice("listen", "listening", 1), .say("bye")]))
    scenario.go(.practice(.start(ownPace: false)))
    scenario.wait(.seconds(59))
    scenario.go(.wake)
    scenario.fault = .full
    scenario.wait(.seconds(1))
    scenario.send(
      .wake,
      ["story a.1: 1 started story, 2 story.listen=listening 60s/1m", "bell end"],
      shows: "practice listening 1m ended 60s #4 near (not-saved-full)")
    scenario.send(
      .wake, shows: "practice listening 1m ended 60s #4 near (not-saved-full)")
    scenario.wait(.seconds(100))
    scenario.send(
      .practice(.goOn), ["story a.1: 1 started story, 2 story.listen=listening 60s/1m"],
      shows: "practice listening 1m ended 60s #4 near (not-saved-full)")
    scenario.fault = nil
    scenario.send(
      .practice(.goOn), ["story a.1: 1 started story, 2 story.listen=listening 60s/1m"],
      shows: "practice listening 1m ended 60s #4 near")
    scenario.send(.practice(.goOn), shows: "card bye")
  }

  @Test("A practice that was stopped and could not be written can be stopped again")
  func practiceStopped() {
    var scenario = begun(Module("story", [.practice("listen", "listening", 1), .say("bye")]))
    scenario.go(.practice(.start(ownPace: false)), .practice(.offerStop))
    scenario.fault = .full
    scenario.go(
      .practice(.stop),
      shows: "practice listening 1m paused(offersStop: true) 0s #1 (not-saved-full)")
    scenario.fault = nil
    scenario.go(.practice(.stop), shows: "card bye")
  }

  @Test("While records are written, keys wait for no prompt, and what opens or leaves is not lost")
  func whileWriting() {
    var scenario = begun()
    #expect(scenario.app.send(.seen, at: scenario.now).count == 1)
    let prompt = scenario.app.prompt
    for event in [Event.seen, .skip, .back, .why, .wake, .draft(["x"]), .practice(.goOn)] {
      #expect(scenario.app.send(event, at: scenario.now).isEmpty)
    }
    #expect(scenario.app.send(.open(.crisis), at: scenario.now).isEmpty)
    #expect(scenario.app.send(.leave, at: scenario.now).isEmpty)
    #expect(scenario.app.prompt == prompt)
    #expect(scenario.app.send(.written, at: scenario.now) == [.load(.crisis), .quit])
    #expect(scenario.isAtCrisis)
  }

  @Test("An answer from the disk that nobody waits for does nothing")
  func stray() {
    var scenario = begun()
    scenario.send(.written, shows: "card card")
    scenario.send(.notWritten(.full), shows: "card card")
  }
}
