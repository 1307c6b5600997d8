import AllClearEngine
import AllClearStore
import Testing

/// The rows of Content/SAFETY.md that are about worry, feelings and own writing.
@Suite("Hazards of feelings")
struct HazardFeelingsTests {
  /// A sitting that has come to a step of the lesson on feelings.
  private static func lesson(
    in folder: Folder, at step: String, _ answers: [String: String] = [:]
  ) throws -> Play {
    var play = try folder.sitting(1)
    play.open(.module("threats"))
    play.answer(answers) { $0.step == step }
    return play
  }

  /// What is kept of a sitting, without when and under which number.
  private static func kept(_ play: Play) -> [String] {
    play.records.map { "\($0.module).\($0.step) \($0.value)" }
  }

  // MARK: - The question at the end

  @Test("After the lesson on feelings a yes leads to people at once, and is written nowhere")
  func ending() throws {
    let folder = try Folder()
    var play = try Self.lesson(in: folder, at: "one-more")
    #expect(play.prompt.isGate && !play.prompt.moves.contains(.skip))
    let before = Self.kept(play)
    play.choose("ending")
    #expect(play.prompt.place.hasPrefix("crisis"), "the page opens at once")
    #expect(play.holds.standing.contains(.sitting))
    #expect(Self.kept(play) == before, "as of somebody who stopped there")
    play.answer([:]) { $0.app.isAtHome }
    #expect(Self.kept(play) == before)
    for word in ["one-more", "\"ending\"", "sitting\"", "hurting yourself", "not sure\""] {
      #expect(try folder.names(holding: word) == [], "\(word)")
    }
    // It holds for this sitting. The next does not know of it, and asks again at this place.
    play.open(.practice("listening", minutes: 1))
    #expect(play.prompt.place.hasPrefix("note:"))
    play = try folder.sitting(2, after: play)
    #expect(!play.holds.standing.contains(.sitting))
    play.open(.module("threats"))
    play.answer(["in-the-middle": "go-on"]) { $0.step == "one-more" }
    #expect(play.step == "one-more")
  }

  @Test("No and rather not say leave the same record")
  func noAndUnsaid() throws {
    var kept: [[String]] = []
    for answer in ["no", "rather-not"] {
      let folder = try Folder()
      var play = try Self.lesson(in: folder, at: "one-more")
      play.choose(answer)
      #expect(play.step == "reply-one-more")
      #expect(play.prompt.choices.first?.id == "people", "people come first")
      play.choose("people")
      #expect(play.prompt.place.hasPrefix("crisis"))
      play.choose("back")
      play.choose("go-on")
      kept.append(Self.kept(play))
      #expect(try folder.names(holding: "rather-not") == [])
      #expect(try folder.names(holding: "rather not say") == [])
    }
    #expect(kept[0] == kept[1])
    #expect(kept[0].contains { $0.hasPrefix("threats.one-more") && $0.contains("clear") })
  }

  // MARK: - Real trouble

  @Test("Real trouble comes before any habit is softened, with doors to help and to people")
  func realTrouble() throws {
    let library = try #require(Library.real)
    let steps = try #require(library.modules["threats"]?.allSteps)
    let at = { (id: String) in steps.firstIndex { $0.id == id } ?? -1 }
    #expect(at("fires-why") > 0 && at("fires-why") < at("fires") && at("fires") < at("three"))
    for step in steps[...at("fires")] {
      if case .practice = step.kind { Issue.record("\(step.id) comes before") }
    }
    guard case .choose(_, let options, _) = steps[at("fires")].kind else {
      Issue.record("no question")
      return
    }
    #expect(options.compactMap(\.opens) == [.page("real-trouble"), .crisis])
    let no = steps[at("small-no")].prose.plainText
    #expect(no.contains("Where somebody frightens you, a no can be dangerous."))
    let page = try #require(library.modules["real-trouble"]?.allSteps)
    #expect(page.first?.prose.plainText.contains("Call your emergency number") == true)
  }

  @Test("What is real trouble is not asked, and its doors leave no byte")
  func doorsLeaveNoTrace() throws {
    let folder = try Folder()
    var play = try Self.lesson(in: folder, at: "fires")
    #expect(
      play.prompt.choices.map(\.id) == ["turn", "people", "go-on"], "there is one answer, to go on")
    let before = try folder.files()
    play.choose("turn")
    for _ in 0..<12 where play.step != "fires" { play.seen() }
    #expect(play.step == "fires")
    play.choose("people")
    play.choose("back")
    #expect(play.step == "fires")
    #expect(try folder.files() == before)
  }

  // MARK: - Rounds

  @Test(
    "After a round that was too much the lesson offers neither another nor writing",
    arguments: ["how", "how-be"])
  func noMore(step: String) throws {
    let round = [
      "stirred": "hardly", "offer": "three", "deep": "go-on", "stirred-now": "hardly",
      "be-offer": "five",
    ]
    let folder = try Folder()
    var play = try Self.lesson(in: folder, at: step, round)
    play.choose("too-much")
    #expect(play.prompt.choices.contains { $0.id == "sounds" }, "outside at once")
    #expect(play.prompt.choices.contains { $0.id == "people" })
    var seen: [String] = []
    for _ in 0..<80 where !play.app.isAtHome && play.step != "one-more" {
      seen.append(play.step)
      #expect(!HazardDoorTests.isInTheBody(play), "\(play.step)")
      let way = round[play.step].map(Way.option)
      play.go(way ?? (play.ways.contains(.skip) ? .skip : play.ways[0]))
    }
    #expect(play.step == "one-more")
    #expect(Set(seen).isDisjoint(with: ["stirred-now", "be-offer", "be-minute", "writing"]))
    // Otherwise both are offered, or this would say nothing.
    var other = try Self.lesson(in: try Folder(), at: "writing", round)
    #expect(other.prompt.choices.contains { $0.id == "let-go" })
    other.choose("no")
    #expect(other.step == "small-no")
  }

  // MARK: - Own writing

  @Test("Words that are let go leave no byte, and that is said before they are written")
  func letGo() throws {
    let folder = try Folder()
    var play = try Self.lesson(in: folder, at: "writing")
    let before = try folder.files()
    play.choose("let-go")
    #expect(play.text.contains("nothing of this is kept"), "said beforehand")
    #expect(play.text.contains("No draft, no record"))
    while play.step != "words" { play.seen() }
    play.send(.draft(["The heron knows."]))
    play.send(.open(.crisis))
    play.choose("back")
    #expect(play.step == "words")
    play.send(.answer(.text("The heron knows.\nAnd nobody else.")))
    #expect(play.step == "gone")
    for _ in 0..<3 where play.step != "writing" { play.go(play.ways[0]) }
    #expect(play.step == "writing", "back in the lesson")
    #expect(try folder.files() == before)
    #expect(try folder.names(holding: "heron") == [])
    // By itself, too, and when it is left in the middle.
    play = try folder.sitting(2, after: play)
    play.open(.module("let-go"))
    while play.step != "words" { play.seen() }
    play.send(.draft(["The heron knows."]))
    play = try folder.sitting(3, after: play)
    #expect(try folder.names(holding: "heron") == [])
    #expect(try folder.names(holding: "let-go") == [])
  }

  @Test("Before anything is written it is said whether and where it is kept")
  func saidBefore() throws {
    let modules = try #require(Library.real).modules
    for (module, step) in [("journal", "entry"), ("threats", "writing")] {
      let found = try #require(modules[module]?.allSteps.first { $0.id == step })
      #expect(found.prose.plainText.contains("not encrypted"), "\(module)")
      #expect(
        found.prose.plainText.contains("Who can open the file can read it")
          || found.prose.plainText.contains("who can open the file can read it"))
    }
    for step in ["says", "boundary"] {
      let found = try #require(modules["threats"]?.allSteps.first { $0.id == step })
      #expect(found.prose.plainText.contains("kept on this computer"), "\(step)")
    }
    let letGo = try #require(modules["let-go"])
    #expect(!letGo.isKept)
    for case .write(_, let isKept) in letGo.allSteps.map(\.kind) { #expect(!isKept) }
  }
}
