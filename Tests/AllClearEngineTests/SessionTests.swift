import Testing

@testable import AllClearEngine

extension Module {
  /// Every kind of step but gates, so that no pass is needed.
  static let kinds = Module(
    "story",
    [
      .say("card"), .scale("scale"), .choose("one", ["a", "b"]),
      .choose("some", ["a", "b", "c"], many: true), .write("words"),
      .write("let-go", isKept: false),
      .collect("list", into: .causes), .practice("listen", "listening", 1), .say("bye"),
    ])
}

extension Library {
  /// The small course with another story.
  init(story: Module) {
    self.init()
    modules["story"] = story
  }
}

@Suite("Answers and records")
struct SessionTests {
  private func begun(_ module: Module = .kinds, journal: App.Journal = .kept) -> Scenario {
    var scenario = Scenario(Library(story: module), journal: journal)
    scenario.go(.begin(.door(.module("story"))))
    return scenario
  }

  @Test("Each kind of answer is one record, the first after the record that the session began")
  func everyKind() {
    var scenario = begun()
    scenario.send(
      .seen, ["story a.1: 1 started story, 2 story.card=seen"], shows: "scale scale")
    scenario.send(.answer(.number(7)), ["story a.1: 3 story.scale=7"], shows: "choose one [a b]")
    scenario.send(.pick("b"), ["story a.1: 4 story.one=b"], shows: "many some [a b c]")
    scenario.send(
      .answer(.options(["c", "a"])), ["story a.1: 5 story.some=a+c"], shows: "write words")
    scenario.send(
      .answer(.text("x\ny")), ["story a.1: 6 story.words='x\ny'"], shows: "let go let-go")
    scenario.send(
      .answer(.text("secret")), ["story a.1: 7 story.let-go=seen"], shows: "collect list 3")
    scenario.send(
      .answer(.entries(["p", "q"])),
      ["story a.1: 8 story.list=[p|q]>causes", "load practice listening"],
      shows: "practice listening 1m ready 0s #0")
    scenario.send(.skip, ["story a.1: 9 story.listen=skipped"], shows: "card bye")
    scenario.go(.seen)
    #expect(
      scenario.journal.notes.suffix(2) == ["10 story.bye=seen", "11 finished story completed"])
    #expect(scenario.isAtHome)
    #expect(!"\(scenario.journal)".contains("secret"))
  }

  @Test("Nothing is written before the first answer")
  func lazily() {
    var scenario = begun()
    scenario.go(.back)
    #expect(scenario.journal.entries.isEmpty && scenario.isAtHome)
  }

  @Test("What was shown is kept as it was read, holes filled")
  func shown() {
    var told = Step.choose("told", ["a"])
    told.kind = .choose(
      Prose([
        .paragraph([.plain("It was "), .hole(Prose.Hole(.answer(.step("scale")), fallback: "x"))])
      ]), [Option(id: "a", text: "Yes")], many: false)
    var scenario = begun(Module("story", [.scale("scale"), told]))
    scenario.go(.answer(.number(4)), .pick("a"))
    #expect(scenario.journal.entries[2].record.shown == "It was 4\n> Yes")
  }

  @Test("Another kind of answer than the prompt asks for does nothing")
  func wrongKinds() {
    let answers: [Answer] = [
      .seen, .number(3), .number(11), .number(-1), .option("a"), .option("z"), .options(["a"]),
      .options([]), .options(["z"]), .options(["a", "a"]), .text("t"), .entries(["e"]),
      .entries([]), .entries(["a", "b", "c", "d"]), .skipped, .gate(outcome: "clear", hold: nil),
    ]
    let taken: [[Answer]] = [
      [.seen], [.number(3)], [.option("a")], [.options(["a"])], [.text("t")], [.text("t")],
      [.entries(["e"])],
    ]
    var scenario = begun()
    for right in taken {
      let prompt = scenario.app.prompt
      for answer in answers where !right.contains(answer) {
        scenario.send(.answer(answer), shows: prompt.note)
      }
      scenario.go(.answer(right[0]))
    }
    for answer in answers {
      scenario.send(.answer(answer), shows: "practice listening 1m ready 0s #0")
    }
  }

  @Test("A question can be skipped, a card cannot")
  func skip() {
    var scenario = begun()
    #expect(!scenario.app.prompt.moves.contains(.skip))
    scenario.send(.skip, shows: "card card")
    scenario.go(.seen)
    #expect(scenario.app.prompt.moves.contains(.skip))
    scenario.send(.skip, ["story a.1: 3 story.scale=skipped"], shows: "choose one [a b]")
  }

  @Test("Back takes the last answer back, and the digest is as it was")
  func back() {
    var scenario = begun()
    scenario.go(.seen)
    let digest = scenario.digest
    scenario.go(.answer(.number(7)))
    scenario.send(
      .back, ["story a.1: 4 retracted story.scale for 3"], shows: "scale scale")
    #expect(scenario.digest == digest)
    scenario.send(.back, ["story a.1: 5 retracted story.card for 2"], shows: "card card")
    #expect(scenario.digest.unfinished.map(\.module) == ["story"])
    scenario.send(.back, shows: "choose good-afternoon\nhome-question [go-on bad-now more leave]")
    scenario.send(
      .pick("go-on"), ["load module story", "load session a.1"], shows: "card card")
    scenario.send(.seen, ["story a.1: 6 story.card=seen"], shows: "scale scale")
  }

  @Test("Back does not cross what was answered in an earlier sitting")
  func backAfterRelaunch() {
    var scenario = begun()
    scenario.go(.seen, .answer(.number(7)))
    scenario.relaunch()
    scenario.go(.begin(.home), .pick("go-on"), shows: "choose one [a b]")
    scenario.go(.back)
    #expect(scenario.isAtHome)
    #expect(scenario.journal.notes.count == 3)
  }

  @Test("Back from a list takes its entries out, and back from the question for tomorrow its date")
  func backFromLists() {
    let ask = Step.choose("ask", [Option(id: "ask", text: "Ask", asksTomorrow: true)])
    var scenario = begun(
      Module("story", [.collect("x", into: .doubts), .collect("y", into: .doubts), ask, .say("z")]))
    scenario.go(.answer(.entries(["1"])), .answer(.entries(["2", "3"])))
    #expect(scenario.digest.own.texts(.doubts) == ["1", "2", "3"])
    scenario.send(
      .pick("ask"), ["story a.1: 4 story.ask=ask, 5 ask on 2026-11-23"], shows: "card z")
    scenario.send(
      .back, ["story a.1: 6 retracted story.ask for 4, 7 retracted person. for 5"],
      shows: "choose ask [ask]")
    #expect(scenario.digest.askOn == nil)
    scenario.go(.back)
    #expect(scenario.digest.own.texts(.doubts) == ["1"])
  }

  @Test("An option that opens something is a door and not an answer")
  func doors() {
    let door = Option(id: "door", text: "Door", opens: .page("reading"))
    let steps: [Step] = [
      .choose("one", [door, Option(id: "a", text: "a")]),
      .choose("some", [door, Option(id: "a", text: "a")], many: true), .say("end"),
    ]
    var scenario = begun(Module("story", steps))
    scenario.send(.pick("door"), ["load module reading"], shows: "card text")
    scenario.send(.seen, shows: "choose one [door a]")
    scenario.go(.pick("a"))
    scenario.send(.answer(.options(["door", "a"])), shows: "many some [door a]")
  }

  @Test("Unsent writing is a draft until it is answered")
  func drafts() {
    var scenario = begun(Module("story", [.say("a"), .write("words"), .write("more"), .say("z")]))
    scenario.go(.seen)
    scenario.send(.draft(["half"]), ["draft words: half"], shows: "write words")
    scenario.send(.draft(["half"]), shows: "write words")
    #expect(scenario.app.prompt.draft == ["half"])
    scenario.relaunch()
    scenario.go(.begin(.home), .pick("go-on"), shows: "write words")
    #expect(scenario.app.prompt.draft == ["half"])
    scenario.send(.draft([]), ["draft words: "], shows: "write words")
    scenario.go(.draft(["half", "more"]))
    scenario.send(
      .answer(.text("whole")), ["story a.1: 3 story.words='whole'", "draft words: "],
      shows: "write more")
    #expect(scenario.app.prompt.draft.isEmpty)
    #expect(scenario.journal.drafts.values.allSatisfy { $0.isEmpty })
  }

  @Test("Unsent writing begins a session where nothing was answered in it yet")
  func earlyDraft() {
    var scenario = begun(Module("story", [.write("words"), .say("z")]))
    scenario.send(
      .draft(["half"]), ["story a.1: 1 started story", "draft words: half"], shows: "write words")
    #expect(scenario.app.prompt.draft == ["half"])
    scenario.go(.open(.crisis), .back, shows: "write words")
    #expect(scenario.app.prompt.draft == ["half"])
    scenario.relaunch()
    scenario.go(.begin(.home), .pick("go-on"), shows: "write words")
    #expect(scenario.app.prompt.draft == ["half"])
    scenario.send(
      .answer(.text("whole")), ["story a.1: 2 story.words='whole'", "draft words: "],
      shows: "card z")
  }

  @Test("Nothing typed to let go is ever a draft, nor on a card")
  func noDrafts() {
    var scenario = begun(Module("story", [.say("a"), .write("words", isKept: false)]))
    scenario.send(.draft(["x"]), shows: "card a")
    scenario.go(.seen)
    scenario.send(.draft(["x"]), shows: "let go words")
  }

  @Test("A session says how it ended: at its last step, or where the content ends it")
  func reasons() {
    let steps: [Step] = [
      .choose(
        "go", [Option(id: "stop", text: "s", endsSession: true), Option(id: "on", text: "o")])
    ]
    for (pick, reason) in [("stop", "ended"), ("on", "completed")] {
      var scenario = begun(Module("story", steps))
      scenario.go(.pick(pick))
      #expect(scenario.journal.notes.last == "3 finished story \(reason)")
      #expect(scenario.digest.finished.keys.contains("story") == (pick == "on"))
      #expect(scenario.digest.unfinished.isEmpty)
    }
  }

  @Test("An edit opens no finished session, and one that was cut short ends at a card")
  func finished() {
    var scenario = begun(Module("story", [.say("a"), .say("b")]))
    scenario.go(.seen, .seen)
    scenario.library.modules["story"] = Module("story", [.say("a"), .say("b"), .say("c")])
    scenario.relaunch()
    scenario.go(.begin(.home))
    #expect(!scenario.app.prompt.note.contains("go-on"))

    var other = begun(Module("story", [.say("a"), .say("b")]))
    other.go(.seen)
    other.library.modules["story"] = Module("story", [.say("a")])
    other.relaunch()
    other.go(.begin(.home), .pick("go-on"), shows: "card module-finished")
    other.send(
      .seen, ["story a.1: 3 finished story completed"],
      shows: "choose good-afternoon\nhome-question [next bad-now more leave]")
  }

  @Test("Beginning afresh puts the unfinished session aside")
  func afresh() {
    var scenario = begun()
    scenario.go(.seen)
    scenario.relaunch()
    scenario.go(
      .begin(.door(.module("story"))), shows: "choose in-the-middle [go-on afresh back]")
    scenario.go(.pick("afresh"), shows: "card card")
    #expect(scenario.digest.unfinished.map(\.id.text) == ["a.1"])
    scenario.send(.seen, ["story b.1: 1 started story, 2 story.card=seen"], shows: "scale scale")
    #expect(scenario.digest.unfinished.map(\.id.text) == ["b.1"])
  }

  @Test("Records say where they come from, and when")
  func origin() {
    var scenario = Scenario(Library(story: .kinds), origin: .speed)
    scenario.now.wall.offset = 60
    scenario.go(.begin(.door(.module("story"))), .seen)
    #expect(scenario.journal.entries.allSatisfy { $0.record.origin == .speed })
    #expect(scenario.journal.entries.allSatisfy { $0.record.at == scenario.now.wall })
    #expect(scenario.journal.entries[0].info.contentHash == "hash-story")
  }
}
