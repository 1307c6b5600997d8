import Testing

@testable import AllClearEngine

/// Taking the last answer back, and staying where that leads.
@Suite("Taking back")
struct UndoTests {
  private func begun(_ module: Module = .kinds, journal: App.Journal = .kept) -> Scenario {
    var scenario = Scenario(Library(story: module), journal: journal)
    scenario.go(.begin(.door(.module("story"))))
    return scenario
  }

  @Test("The last answer is taken back by one more record, and it is said which it was")
  func answers() {
    var scenario = begun()
    #expect(!scenario.app.prompt.moves.contains(.undo))
    scenario.go(.seen)
    #expect(scenario.app.prompt.moves.contains(.undo))
    let digest = scenario.digest
    scenario.go(.answer(.number(7)))
    scenario.send(
      .undo, ["story a.1: 4 retracted story.scale for 3"], shows: "scale scale (undone)")
    #expect(scenario.digest == digest)
    scenario.send(
      .undo, ["story a.1: 5 retracted story.card for 2"], shows: "card card (undone-card)")
    // Here going back would leave; taking back stays.
    #expect(!scenario.app.prompt.moves.contains(.undo))
    scenario.send(.undo, shows: "card card")
    scenario.go(.seen, .skip, .undo, shows: "scale scale (undone-skip)")
    scenario.go(.answer(.number(1)), shows: "choose one [a b]")
  }

  @Test("An answer is said in the person's words, cut where they are many")
  func said() {
    var library = Library(story: .kinds)
    library.program.phrases.texts[.undone] = .plain("back: {what}")
    var scenario = Scenario(library)
    scenario.go(.begin(.door(.module("story"))), .seen, .answer(.number(7)), .undo)
    #expect(scenario.app.prompt.notice == "back: 7")
    scenario.go(.answer(.number(7)), .pick("b"), .undo)
    #expect(scenario.app.prompt.notice == "back: text of b")
    scenario.go(.pick("b"), .answer(.options(["a", "c"])), .undo)
    #expect(scenario.app.prompt.notice == "back: text of a; text of c")
    // Own words are a draft again and stand there: they are not said as well.
    scenario.go(.answer(.options(["a"])), .answer(.text("many words")), .undo)
    #expect(scenario.app.prompt.notice == "undone-words")
    #expect(scenario.app.prompt.draft == ["many words"])
    scenario.go(.answer(.number(0)))
    #expect(scenario.app.prompt.notice == nil)
  }

  @Test("Words that are taken back are a draft again, so that one of them can be changed")
  func words() {
    var scenario = begun(Module("story", [.collect("x", into: .doubts), .write("y"), .say("z")]))
    scenario.go(.answer(.entries(["1", "2"])), .answer(.text("all of it")), shows: "card z")
    scenario.send(
      .undo, ["story a.1: 4 retracted story.y for 3", "draft y: all of it"],
      shows: "write y (undone-words)")
    #expect(scenario.app.prompt.draft == ["all of it"])
    scenario.send(
      .undo, ["story a.1: 5 retracted story.x for 2", "draft x: 1|2"],
      shows: "collect x 3 (undone-words)")
    #expect(scenario.app.prompt.draft == ["1", "2"])
    #expect(scenario.digest.own[.doubts].isEmpty)
    scenario.relaunch()
    scenario.go(.begin(.home), .pick("go-on"), shows: "collect x 3")
    #expect(scenario.app.prompt.draft == ["1", "2"])
    scenario.send(
      .answer(.entries(["1"])), ["story a.1: 6 story.x=[1]>doubts", "draft x: "], shows: "write y")
    #expect(scenario.digest.own.texts(.doubts) == ["1"])
  }

  @Test("Words that were let go do not come back")
  func letGo() {
    var scenario = begun(Module("story", [.write("x", isKept: false), .say("z")]))
    scenario.go(.answer(.text("secret")), .undo, shows: "let go x (undone-card)")
    #expect(scenario.app.prompt.draft.isEmpty)
    #expect(!"\(scenario.app)".contains("secret"))
  }

  @Test("Taking back crosses no safety question, no finished practice, and no earlier sitting")
  func ends() {
    var scenario = Scenario()
    scenario.go(.begin(.home), .pick("try"))
    #expect(scenario.app.prompt.moves.contains(.undo))
    scenario.go(.practice(.start(ownPace: true)))
    #expect(!scenario.app.prompt.moves.contains(.undo))
    let before = scenario.app.prompt.kind
    scenario.go(.undo)
    #expect(scenario.app.prompt.kind == before)
    scenario.go(.practice(.stop))
    while scenario.app.prompt.kind == "practice" { scenario.go(.practice(.goOn)) }
    #expect(scenario.app.prompt.kind == "gate")
    let records = scenario.journal.notes.count
    scenario.go(.undo)
    #expect(scenario.app.prompt.kind == "gate")
    scenario.go(.pick("none"))
    let gate = scenario.app.prompt.note
    #expect(!scenario.app.prompt.moves.contains(.undo))
    scenario.go(.undo, shows: gate)
    #expect(scenario.journal.notes.count == records + 1)
    scenario.relaunch()
    scenario.go(.begin(.home), .pick("go-on"))
    #expect(!scenario.app.prompt.moves.contains(.undo))
  }

  @Test("Nothing is taken back on the page of an emergency")
  func stop() {
    var scenario = Scenario()
    scenario.go(.begin(.door(.module("safety"))), .seen, .pick("yes"))
    let page = scenario.app.prompt.note
    #expect(page.hasPrefix("urgent"))
    scenario.go(.undo, shows: page)
    #expect(scenario.app.prompt.moves.isEmpty)
  }

  @Test("The country of the crisis page is taken back while nothing else was done")
  func country() {
    var scenario = Scenario()
    scenario.go(.open(.crisis))
    #expect(!scenario.app.prompt.moves.contains(.undo))
    scenario.go(.pick("country"), .pick("one"), .pick("country"), .pick("two"))
    #expect(scenario.app.prompt.place == "crisis:two")
    scenario.go(.undo)
    #expect(scenario.app.prompt.place == "crisis:one")
    #expect(scenario.app.prompt.notice == "undone-choice")
    #expect(!scenario.app.prompt.moves.contains(.undo))
    scenario.go(.pick("country"), .pick("two"), .back, .open(.crisis))
    #expect(!scenario.app.prompt.moves.contains(.undo))
  }

  @Test("That Home has asked is taken back before it is answered, and is asked again")
  func asked() {
    var scenario = Scenario()
    scenario.go(.begin(.door(.flare)), .pick("known"), .skip, .pick("ask"))
    scenario.wait(days: 1)
    scenario.relaunch()
    let home = "choose good-afternoon\nhome-question [asked next bad-now more leave]"
    scenario.go(.begin(.home), shows: home)
    scenario.go(.pick("asked"), shows: "choose how [better worse]")
    scenario.send(
      .undo, ["person b.1: 2 retracted person. for 1"], shows: home + " (undone-choice)")
    scenario.go(.pick("asked"), .pick("better"))
    scenario.go(.undo)
    #expect(scenario.isAtHome, "the session is at its end")
  }

  @Test("What cannot be written is not taken back")
  func notWritten() {
    var scenario = begun()
    scenario.go(.seen, .answer(.number(7)), shows: "choose one [a b]")
    scenario.fault = .full
    scenario.go(.undo, shows: "choose one [a b] (not-saved-full)")
    scenario.fault = nil
    scenario.go(.undo, shows: "scale scale (undone)")
  }

  @Test("On a page to read, taking back is one card back and writes nothing")
  func inMemory() {
    var library = Library()
    library.modules["reading"] = Module("reading", isKept: false, [.say("one"), .say("two")])
    var scenario = Scenario(library)
    scenario.go(.begin(.door(.page("reading"))), .seen, shows: "card two")
    scenario.go(.undo, shows: "card one (undone-card)")
    #expect(scenario.journal.notes.isEmpty)
  }
}

/// What is said the first time.
@Suite("First-time hints")
struct HintTests {
  @Test("Each is said until the person has done it, in this sitting or an earlier one")
  func once() {
    let twice: [Step] = [
      .scale("a"), .scale("b"), .write("c"), .write("d"), .collect("e", into: .causes),
      .collect("f", into: .causes), .choose("g", ["x"]), .choose("h", ["x"]), .say("end"),
    ]
    var scenario = Scenario(Library(story: Module("story", twice)))
    scenario.go(.begin(.door(.module("story"))))
    let answers: [(Answer, String)] = [
      (.number(1), "first-scale"), (.text("x"), "first-writing"),
      (.entries(["x"]), "first-entries"),
      (.option("x"), "first-list"),
    ]
    for (answer, hint) in answers {
      #expect(scenario.app.prompt.hint == hint)
      scenario.relaunch()
      scenario.go(.begin(.door(.module("story"))))
      if scenario.app.prompt.note.contains("in-the-middle") { scenario.go(.pick("go-on")) }
      #expect(scenario.app.prompt.hint == hint, "not done yet")
      scenario.go(.answer(answer))
      #expect(scenario.app.prompt.hint == nil, "\(answer)")
      scenario.go(.answer(answer))
    }
    #expect(scenario.app.prompt.note == "card end")
    scenario.relaunch()
    scenario.go(.begin(.door(.module("story"))), .pick("afresh"))
    #expect(scenario.app.prompt.hint == nil)
  }

  @Test("The first practice has one, and no safety question has")
  func practice() {
    var scenario = Scenario()
    scenario.go(.begin(.home))
    #expect(scenario.app.prompt.hint == "first-list")
    scenario.go(.pick("try"))
    #expect(scenario.app.prompt.hint == "first-practice")
    scenario.go(.practice(.start(ownPace: true)))
    #expect(scenario.app.prompt.hint == nil)
    scenario.go(.practice(.stop))
    while scenario.app.prompt.kind == "practice" { scenario.go(.practice(.goOn)) }
    #expect(scenario.app.prompt.kind == "gate" && scenario.app.prompt.hint == nil)
  }
}
