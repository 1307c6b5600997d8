import Testing

@testable import AllClearEngine

/// One's own lists: each line can be added, changed, kept on top, put away, and all of it undone.
@Suite("Own lists")
struct OwnListTests {
  private static let ticks: Step = {
    let options = ["a", "b", "c"].map { Option(id: $0, text: $0, evidence: "saw \($0)") }
    return Step(id: "tick", origin: "story", kind: .choose(Prose("tick"), options, many: true))
  }()

  /// Somebody with three lines of evidence, at Home.
  private func sheet(_ journal: App.Journal = .kept) -> Scenario {
    var library = Library()
    library.modules["story"] = Module("story", [Self.ticks])
    library.program.roles.doubt = "story"
    library.program.roles.against = "reading"
    var scenario = Scenario(library)
    scenario.go(.begin(.door(.module("story"))), .answer(.options(["a", "b", "c"])))
    scenario.options.journal = journal
    scenario.relaunch()
    scenario.go(.begin(.home))
    return scenario
  }

  private func opened() -> Scenario {
    var scenario = sheet()
    scenario.go(.pick("more"), .pick("mine"), .pick("evidence"))
    return scenario
  }

  private static let first = "a.1:2#0"
  private static let second = "a.1:2#1"
  private static let third = "a.1:2#2"

  @Test("What was ticked stands line by line under Something else, My own words")
  func reached() {
    var scenario = sheet()
    scenario.go(.pick("more"), .pick("mine"), shows: "choose own-words-question [evidence back]")
    scenario.send(
      .pick("evidence"), ["person b.1: 1 looked at evidence", "load session own.1"],
      shows:
        "choose own-evidence-question [\(Self.first) \(Self.second) \(Self.third) add against back]"
    )
  }

  @Test("Somebody who has put nothing down is offered no lists")
  func nothing() {
    var scenario = Scenario()
    scenario.go(.begin(.door(.module("story"))), .back, .pick("more"))
    #expect(!scenario.app.prompt.note.contains("mine"))
  }

  @Test("A line is kept on top, comes first, and goes back with u")
  func pin() {
    var scenario = opened()
    scenario.go(.pick(Self.third), shows: "choose saw c [pin edit away back]")
    scenario.send(
      .pick("pin"), ["person b.2: 1 \(Self.third) pinned(true)"],
      shows:
        "choose own-evidence-question [\(Self.third) \(Self.first) \(Self.second) add against back] (own-now-pinned)"
    )
    #expect(scenario.digest.own.borrowed(.evidence, round: 0) == "saw c")
    #expect(scenario.digest.own.borrowed(.evidence, round: 7) == "saw c")
    scenario.send(
      .undo, ["person b.2: 2 retracted person. for 1"],
      shows:
        "choose own-evidence-question [\(Self.first) \(Self.second) \(Self.third) add against back] (undone-choice)"
    )
    #expect(scenario.digest.own.borrowed(.evidence, round: 1) == "saw b")
    #expect(!scenario.app.prompt.moves.contains(.undo))
  }

  @Test("Of a line the last change of each kind stands, after a relaunch too")
  func changes() {
    var scenario = opened()
    scenario.go(.pick(Self.first), .pick("edit"), shows: "collect own-edit-question 1")
    #expect(scenario.app.prompt.draft == ["saw a"])
    scenario.go(.answer(.entries(["felt a"])))
    #expect(scenario.app.prompt.notice == "own-changed")
    scenario.go(.pick(Self.first), .pick("pin"), .pick(Self.first), .pick("pin"))
    scenario.go(.pick(Self.first), .pick("edit"), .answer(.entries(["felt it"])))
    let digest = scenario.digest
    scenario.relaunch("c")
    #expect(scenario.digest == digest)
    #expect(scenario.digest.own.texts(.evidence) == ["felt it", "saw b", "saw c"])
    #expect(scenario.digest.own[.evidence].allSatisfy { !$0.isPinned })
  }

  @Test("A line that is put away leaves the list and can come back")
  func away() {
    var scenario = opened()
    scenario.go(.pick(Self.second), .pick("away"))
    #expect(scenario.digest.own.texts(.evidence) == ["saw a", "saw c"])
    scenario.go(
      .pick("away"), shows: "choose own-away-question [\(Self.second) back]")
    scenario.go(.pick(Self.second))
    #expect(scenario.app.prompt.notice == "own-now-back")
    #expect(scenario.digest.own.texts(.evidence) == ["saw a", "saw b", "saw c"])
  }

  @Test("A new line is one more record; one that is too long stays to be shortened")
  func add() {
    var scenario = opened()
    scenario.go(.pick("add"), shows: "collect own-evidence-add 1")
    let long = String(repeating: "x", count: 241)
    scenario.send(
      .answer(.entries([long])), ["draft evidence: \(long)"],
      shows: "collect own-evidence-add 1 (own-too-long)")
    scenario.send(
      .answer(.entries(["Sore, then fine."])),
      ["person b.2: 1 person.evidence=[Sore, then fine.]>evidence", "draft evidence: "],
      shows:
        "choose own-evidence-question [\(Self.first) \(Self.second) \(Self.third) b.2:1#0 add against back] (own-added)"
    )
    scenario.go(.undo)
    #expect(scenario.digest.own.texts(.evidence) == ["saw a", "saw b", "saw c"])
  }

  @Test("Five lines on top are plenty")
  func enough() {
    var scenario = opened()
    for number in 1...3 { scenario.go(.pick("add"), .answer(.entries(["new \(number)"]))) }
    let lines = scenario.digest.own[.evidence]
    for line in lines.prefix(5) { scenario.go(.pick(line.id.text), .pick("pin")) }
    scenario.go(.pick(lines[5].id.text), .pick("pin"))
    #expect(scenario.app.prompt.notice == "own-enough-pinned")
    #expect(scenario.digest.own[.evidence].count(where: \.isPinned) == 5)
  }

  @Test(
    "A second time on one day it is asked whether anything has changed; the day after it is not")
  func readAgain() {
    var scenario = opened()
    scenario.relaunch("c")
    scenario.go(.begin(.home), .pick("more"), .pick("mine"))
    scenario.send(.pick("evidence"), shows: "card own-read-today")
    scenario.go(.back, shows: "choose own-words-question [evidence back]")
    scenario.go(.pick("evidence"))
    #expect(scenario.app.prompt.kind == "choose")
    scenario.relaunch("d")
    scenario.wait(days: 1)
    scenario.go(.begin(.home), .pick("more"), .pick("mine"), .pick("evidence"))
    #expect(scenario.app.prompt.note.contains("own-evidence-question"))
  }

  @Test("In a journal that cannot be written a list is read and not changed")
  func readOnly() {
    var scenario = sheet(.readOnly)
    scenario.go(.pick("more"), .pick("mine"))
    scenario.send(
      .pick("evidence"),
      shows:
        "choose own-evidence-question\nown-read-alone [\(Self.first) \(Self.second) \(Self.third) against back]"
    )
    scenario.go(.pick(Self.first), shows: "choose saw a\nown-read-alone [back]")
  }

  @Test("What cannot be written is not changed, and it is said")
  func notWritten() {
    var scenario = opened()
    scenario.fault = .full
    scenario.go(.pick(Self.first), .pick("pin"))
    #expect(scenario.app.prompt.notice == "not-saved-full")
    #expect(scenario.digest.own[.evidence].allSatisfy { !$0.isPinned })
  }

  @Test("An option settles the doubt that its session put down, until it is taken back")
  func settles() {
    var library = Library()
    let options = [
      Option(id: "helps", text: "helps", settles: .doubts), Option(id: "open", text: "open"),
    ]
    let asks = Step(id: "so", origin: "story", kind: .choose(Prose("so"), options, many: false))
    library.modules["story"] = Module(
      "story", [.collect("mine", into: .doubts), asks, .say("end")])
    var scenario = Scenario(library)
    scenario.go(.begin(.door(.module("story"))), .answer(.entries(["too good"])), .pick("helps"))
    #expect(scenario.digest.own[.doubts].map(\.isSettled) == [true])
    scenario.go(.back)
    #expect(scenario.digest.own[.doubts].map(\.isSettled) == [false])
    scenario.go(.pick("open"))
    #expect(scenario.digest.own[.doubts].map(\.isSettled) == [false])
  }

  @Test("Nothing of a line is lost by what is done with it, and each can be taken back")
  func nothingLost() {
    var scenario = opened()
    func everything(_ scenario: Scenario) -> Set<String> {
      let own = scenario.digest.own
      return Set(own.texts(.evidence) + own.away(.evidence).map(\.text))
    }
    let all: Set = ["saw a", "saw b", "saw c"]
    for deed in ["pin", "away"] {
      scenario.go(.pick(Self.second), .pick(deed))
      #expect(everything(scenario) == all)
      #expect(scenario.app.prompt.moves.contains(.undo))
      scenario.go(.undo)
      #expect(scenario.digest.own.texts(.evidence) == ["saw a", "saw b", "saw c"])
    }
    scenario.go(.pick(Self.second), .pick("edit"), .answer(.entries(["felt b"])), .undo)
    #expect(scenario.digest.own.texts(.evidence) == ["saw a", "saw b", "saw c"])
    // All of them put away: the list is empty, says so, and leads to them.
    for line in [Self.first, Self.second, Self.third] { scenario.go(.pick(line), .pick("away")) }
    #expect(scenario.app.prompt.note == "choose own-nothing [add against away back] (own-now-away)")
    scenario.relaunch("c")
    scenario.go(
      .begin(.home), .pick("more"), .pick("mine"), .pick("evidence"), .seen, .pick("away"))
    scenario.go(
      .pick(Self.first),
      shows: "choose own-evidence-question [\(Self.first) add against away back] (own-now-back)")
    #expect(everything(scenario) == all)
  }

  @Test("A list that was never written on can be begun by its door")
  func empty() {
    var library = Library()
    let door = Option(id: "mine", text: "mine", opens: .own(.evidence))
    library.modules["story"] = Module(
      "story", [.choose("where", [door, Option(id: "no", text: "no")])])
    var scenario = Scenario(library)
    scenario.go(.begin(.door(.module("story"))), .pick("mine"))
    #expect(scenario.app.prompt.note == "choose own-nothing [add back]")
    scenario.go(.pick("add"), .answer(.entries(["one"])), .back)
    #expect(scenario.app.prompt.kind == "choose")
    #expect(scenario.digest.own.texts(.evidence) == ["one"])
  }

  @Test("Causes are always asked on an empty screen, whatever was told before")
  func causesAfresh() {
    let then = Step("then", .show(Prose("Then:"), .causes))
    var scenario = Scenario(
      Library(story: Module("story", [.collect("own", into: .causes), then])))
    scenario.go(.begin(.door(.module("story"))))
    #expect(scenario.app.prompt.draft.isEmpty)
    scenario.go(.answer(.entries(["a disc"])), .seen)
    for sitting in ["b", "c"] {
      scenario.relaunch(sitting)
      scenario.wait(days: 1)
      scenario.go(.begin(.door(.module("story"))), shows: "collect own 3")
      #expect(scenario.app.prompt.draft.isEmpty)
      scenario.go(
        .answer(.entries(["an alarm"])),
        shows: "card Then:\nshow-causes-first\n- a disc\nshow-causes-now\n- an alarm")
      scenario.go(.seen)
    }
  }

  @Test("A doubt that has been open for four weeks is asked about once, at Home")
  func fourWeeks() {
    var library = Library()
    library.modules["story"] = Module("story", [.collect("mine", into: .doubts), .say("end")])
    library.program.roles.doubt = "story"
    var scenario = Scenario(library)
    scenario.go(.begin(.door(.module("story"))), .answer(.entries(["too good"])), .seen)
    func atHome(_ sitting: String, days: Int) {
      scenario.relaunch(sitting)
      scenario.wait(days: days)
      scenario.go(.begin(.home))
    }
    atHome("b", days: 27)
    #expect(scenario.app.prompt.note.contains(" doubt "))
    atHome("c", days: 1)
    #expect(scenario.app.prompt.note.contains(" doubts "))
    scenario.send(
      .pick("doubts"), ["person c.1: 1 looked at doubts", "load session own.1"],
      shows: "choose own-doubts-question [a.1:2#0 add doubt back]")
    scenario.go(.back)
    #expect(scenario.app.prompt.note.contains(" doubt "))
    atHome("d", days: 40)
    #expect(scenario.app.prompt.note.contains(" doubt "))
  }

  @Test("A doubt that is settled is not asked about")
  func settledInTime() {
    var library = Library()
    let options = [Option(id: "helps", text: "helps", settles: .doubts)]
    let asks = Step(
      id: "so", origin: "story", kind: .choose(Prose("so"), options, many: false))
    library.modules["story"] = Module("story", [.collect("mine", into: .doubts), asks])
    library.program.roles.doubt = "story"
    var scenario = Scenario(library)
    scenario.go(.begin(.door(.module("story"))), .answer(.entries(["too good"])), .pick("helps"))
    scenario.relaunch()
    scenario.wait(days: 30)
    scenario.go(.begin(.home))
    #expect(scenario.app.prompt.note.contains(" doubt "))
  }

  @Test("Movements and what matters to somebody are lists like the others, once they have a line")
  func movements() {
    let module = Module(
      "story",
      [.collect("move", into: .fearedMovements), .collect("life", into: .valuedActivities)])
    var scenario = Scenario(Library(story: module))
    scenario.go(
      .begin(.door(.module("story"))), .answer(.entries(["Bending"])),
      .answer(.entries(["Cooking"])))
    scenario.relaunch()
    scenario.go(.begin(.home), .pick("more"), .pick("mine"))
    scenario.go(shows: "choose own-words-question [feared-movements valued-activities back]")
    scenario.go(.pick("valued-activities"))
    #expect(scenario.app.prompt.heading == "own-activities")
    scenario.go(.pick("add"), shows: "collect own-activities-add 1")
    scenario.go(.answer(.entries(["Singing"])), .pick("b.1:1#0"), .pick("pin"))
    #expect(scenario.digest.own.texts(.valuedActivities) == ["Singing", "Cooking"])
    scenario.go(.back, .pick("feared-movements"), .pick("add"))
    scenario.go(shows: "collect own-movements-add 1")
    scenario.go(.answer(.entries(["Lifting"])), .undo)
    #expect(scenario.digest.own.texts(.fearedMovements) == ["Bending"])
  }

  @Test("The name of a line is read back as it was written, and nothing else is")
  func names() {
    let id = OwnEntry.ID(
      record: RecordID(session: SessionID(sitting: "a-b", number: 2), number: 30), index: 4)
    #expect(OwnEntry.ID(text: id.text) == id)
    for text in ["", "a", "a.1:2", "a.1#2", "a.1:0#1", "a.1:2#-1", "a.0:2#1", "#1:a", "a.1:2#1#2"] {
      #expect(OwnEntry.ID(text: text) == nil, "\(text)")
    }
  }
}
