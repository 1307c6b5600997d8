import Testing

@testable import AllClearEngine

/// What was written is found again: the newest first, whole, to be changed, and taken back.
@Suite("What I have written")
struct WritingTests {
  /// Somebody who wrote a page on each of three days, at the list.
  func atList(_ journal: App.Journal = .kept) -> Scenario {
    var scenario = Scenario(.writing)
    for (sitting, text) in [("a", "One."), ("b", "Two\n\nand more."), ("c", "Three.")] {
      scenario.relaunch(sitting)
      scenario.wait(days: 1)
      scenario.go(.begin(.door(.module("journal"))), .answer(.text(text)), .seen)
    }
    scenario.options.journal = journal
    scenario.relaunch("d")
    scenario.wait(days: 1)
    scenario.go(.begin(.home), .pick("more"), .pick("mine"), .pick("written"))
    return scenario
  }

  static let (first, second, third) = ("a.1:2", "b.1:2", "c.1:2")
  private static let list =
    "choose writings-question [write let-go \(third) \(second) \(first) back]"

  @Test(
    "The newest comes first, each under its day and title, and what a search looks through is all of it"
  )
  func list() {
    var scenario = atList()
    scenario.go(.back)
    scenario.send(.pick("written"), ["load writings"], shows: Self.list)
    guard case .choose(_, let choices, many: false) = scenario.app.prompt.body else {
      Issue.record("no list")
      return
    }
    #expect(
      choices.map(\.text)[2...4] == [
        "writing-line\nThree.", "writing-line\nTwo and more.", "writing-line\nOne.",
      ])
    #expect(choices.map(\.searched) == [nil, nil, "Three.", "Two\n\nand more.", "One.", nil])
  }

  @Test("A text is read whole, in paragraphs, and Enter goes back to the list")
  func page() {
    var scenario = atList()
    scenario.send(.pick(Self.second), shows: "choose 24 m11\nTwo\nand more. [back change erase]")
    #expect(scenario.app.prompt.heading == "Journal")
    scenario.send(.pick("back"), shows: Self.list)
  }

  @Test(
    "What is changed takes the place of the old text in its session, keeps its day, and u takes it back"
  )
  func change() {
    var scenario = atList()
    scenario.go(.pick(Self.second), .pick("change"))
    #expect(scenario.app.prompt.note == "write writing-change-question")
    #expect(scenario.app.prompt.draft == ["Two\n\nand more."])
    #expect(scenario.app.prompt.draftIsOld)
    scenario.send(
      .answer(.text("Two, changed.")),
      ["journal b.1: 5 journal.entry='Two, changed.' for 2", "load writings"],
      shows: "choose 24 m11\nTwo, changed. [back change erase] (own-changed)")
    #expect(scenario.journal.writings.map(\.text) == ["Three.", "Two, changed.", "One."])
    scenario.send(
      .undo, ["journal b.1: 6 journal.entry='Two\n\nand more.' for 5", "load writings"],
      shows: "choose 24 m11\nTwo\nand more. [back change erase] (undone-choice)")
    #expect(!scenario.app.prompt.moves.contains(.undo))
    #expect(scenario.journal.writings.map(\.text) == ["Three.", "Two\n\nand more.", "One."])
    scenario.go(.pick("back"), shows: Self.list)
  }

  @Test("After a change the page is another one, so that it is read from its beginning")
  func place() {
    var scenario = atList()
    scenario.go(.pick(Self.first))
    let before = scenario.app.prompt.place
    scenario.go(.pick("change"), .back)
    #expect(scenario.app.prompt.place == before)
    scenario.go(.pick("change"), .answer(.text("1")))
    let after = scenario.app.prompt.place
    #expect(after != before)
    scenario.go(.undo)
    #expect(![before, after].contains(scenario.app.prompt.place))
  }

  @Test("A change cannot be taken back any more once something else was done")
  func undoFromList() {
    var scenario = atList()
    scenario.go(.pick(Self.first), .pick("change"), .answer(.text("1")))
    scenario.go(.back)
    #expect(!scenario.app.prompt.moves.contains(.undo))
    scenario.go(.undo, shows: Self.list)
    #expect(scenario.journal.writings.last?.text == "1")
  }

  @Test("The same text may be changed again and again, in this sitting and in later ones")
  func changeAgain() {
    var scenario = atList()
    for text in ["x", "y", "z"] {
      scenario.go(.pick(Self.first), .pick("change"), .answer(.text(text)), .pick("back"))
    }
    scenario.relaunch("e")
    scenario.go(.begin(.door(.writings)), .pick(Self.first), .pick("change"))
    #expect(scenario.app.prompt.draft == ["z"])
    scenario.go(.answer(.text("w")), .undo, .pick("back"))
    #expect(scenario.journal.writings.map(\.id.text) == [Self.third, Self.second, Self.first])
    #expect(scenario.journal.writings.last?.text == "z")
  }

  @Test("A change that is left is a draft, also after a kill, and no record")
  func draft() {
    var scenario = atList()
    scenario.go(.pick(Self.first), .pick("change"), .draft(["One."]), .back)
    #expect(scenario.app.prompt.notice == nil)
    scenario.go(.pick("change"))
    scenario.send(
      .draft(["One, and"]), ["draft a.1:2: One, and"], shows: "write writing-change-question")
    scenario.go(.back)
    #expect(scenario.app.prompt.notice == "writing-draft-kept")
    #expect(scenario.journal.writings.last?.text == "One.")
    scenario.relaunch("e")
    scenario.go(.begin(.door(.writings)), .pick(Self.first), .pick("change"))
    #expect(scenario.app.prompt.draft == ["One, and"])
    #expect(!scenario.app.prompt.draftIsOld)
    scenario.send(
      .answer(.text("One, and more.")),
      ["journal a.1: 5 journal.entry='One, and more.' for 2", "draft a.1:2: ", "load writings"],
      shows: "choose 23 m11\nOne, and more. [back change erase] (own-changed)")
    scenario.go(.pick("change"))
    #expect(scenario.app.prompt.draft == ["One, and more."])
  }

  @Test("A text that was left as it is makes no record")
  func unchanged() {
    var scenario = atList()
    scenario.go(.pick(Self.first), .pick("change"))
    scenario.send(.answer(.text("One.")), shows: "choose 23 m11\nOne. [back change erase]")
    scenario.go(.pick("change"))
    scenario.send(.answer(.text(" \n")), shows: "write writing-change-question")
  }

  @Test("On a full disk the prompt stays, the old text stands, and the words are a draft")
  func full() {
    var scenario = atList()
    scenario.go(.pick(Self.first), .pick("change"), .draft(["One, new."]))
    scenario.fault = .full
    scenario.go(.answer(.text("One, new.")))
    #expect(scenario.app.prompt.note == "write writing-change-question (not-saved-full)")
    #expect(scenario.app.prompt.draft == ["One, new."])
    scenario.fault = nil
    #expect(scenario.journal.writings.last?.text == "One.")
    scenario.go(.answer(.text("One, new.")))
    #expect(scenario.journal.writings.last?.text == "One, new.")
  }

  @Test("What cannot be read is said calmly, and can be tried again")
  func unreadable() {
    var scenario = atList()
    scenario.go(.back)
    scenario.library.isUnreadable = true
    scenario.send(
      .pick("written"), ["load writings"],
      shows: "choose writings-unread [write let-go back]")
    scenario.library.isUnreadable = false
    scenario.go(.back, .pick("written"), shows: Self.list)
  }

  @Test("In a journal that is not written to, texts are read and not changed")
  func readOnly() {
    var scenario = atList(.readOnly)
    scenario.go(
      shows:
        "choose writings-question\nown-read-alone [\(Self.third) \(Self.second) \(Self.first) back]"
    )
    scenario.go(.pick(Self.first), shows: "choose 23 m11\nOne. [back]")
  }

  @Test(
    "Texts of every module are there with what was asked; skipped, let go and chosen ones are not")
  func everything() {
    var scenario = Scenario(.writing)
    scenario.go(
      .begin(.door(.module("story"))), .seen, .answer(.number(4)), .answer(.text("My story")),
      .answer(.entries(["a cause"])))
    scenario.go(.open(.module("let-go")), .answer(.text("GONE")), .seen)
    scenario.go(.open(.module("journal")), .skip, .seen)
    #expect(!"\(scenario.journal)".contains("GONE"))
    scenario.go(.open(.writings), shows: "choose writings-question [write let-go a.1:4 back]")
    scenario.go(.pick("a.1:4"), shows: "choose 22 m11\nwords\nMy story [back change erase]")
  }

  @Test("A text that was taken back is not there, and one that was written anew is")
  func takenBack() {
    var scenario = Scenario(.writing)
    scenario.go(.begin(.door(.module("journal"))), .answer(.text("no")), .undo)
    #expect(scenario.journal.writings.isEmpty)
    scenario.go(.answer(.text("yes")), .seen)
    #expect(scenario.journal.writings.map(\.text) == ["yes"])
  }

  @Test("Something new that is written from the list stands on it when one comes back")
  func writeSomething() {
    var scenario = atList()
    scenario.go(.pick("write"), .answer(.text("Four.")), .seen)
    scenario.go(
      shows:
        "choose writings-question [write let-go d.1:2 \(Self.third) \(Self.second) \(Self.first) back]"
    )
  }

  @Test("A session that is in the middle goes on with what was changed in it")
  func unfinished() {
    var scenario = Scenario(.writing)
    scenario.go(.begin(.door(.module("journal"))), .answer(.text("half")))
    scenario.relaunch()
    scenario.go(.begin(.door(.writings)), .pick("a.1:2"), .pick("change"), .answer(.text("whole")))
    scenario.go(.back, .back, .open(.module("journal")), .pick("go-on"), shows: "card kept")
    scenario.go(.seen)
    #expect(scenario.journal.writings.map(\.text) == ["whole"])
    let numbers = scenario.journal.entries.map(\.record.id)
    #expect(Set(numbers).count == numbers.count)
  }

  @Test("A text of a session that waits beneath is not changed from above it")
  func beneath() {
    var library = Library.writing
    let door = Option(id: "mine", text: "mine", opens: .writings)
    library.modules["journal"] = Module(
      "journal", [.write("entry"), .choose("then", [door, Option(id: "no", text: "no")])])
    var scenario = Scenario(library)
    scenario.go(.begin(.door(.module("journal"))), .answer(.text("half")), .pick("mine"))
    scenario.go(.pick("a.1:2"), shows: "choose 22 m11\nhalf [back]")
    scenario.go(.back, .back, .pick("no"))
    #expect(scenario.digest.finished["journal"] != nil)
  }

  @Test("A step that bears another name now is found under it, and changed there")
  func renamed() {
    var scenario = Scenario(.writing)
    scenario.go(.begin(.door(.module("journal"))), .answer(.text("old")), .seen)
    scenario.library.program.renamed = [Rename("journal.entry", to: "story.words")]
    scenario.relaunch()
    // The journal in memory renames nothing: what the two say is held apart elsewhere.
    for event in [Event.begin(.door(.writings)), .pick("a.1:2")] { scenario.run(event) }
    #expect(scenario.app.prompt.heading == "Story")
    scenario.run(.pick("change"))
    #expect(
      scenario.run(.answer(.text("new"))).first?.note == "story a.1: 5 story.words='new' for 2")
    #expect(scenario.journal.writings.map(\.text) == ["new"])
  }

  @Test("Somebody who has written nothing finds the ways to write")
  func nothing() {
    var scenario = Scenario(.writing)
    scenario.go(.begin(.door(.module("story"))), .back)
    scenario.go(
      .pick("more"), .pick("mine"), shows: "choose own-words-question [written my-letter back]")
    scenario.go(.pick("written"), shows: "choose own-nothing [write let-go back]")
  }

  @Test("First words are one line, cut at a word, or anywhere where there are no spaces")
  func begins() {
    func begins(_ text: String) -> String {
      let id = RecordID(session: SessionID(sitting: "a", number: 1), number: 1)
      return Writing(
        id: id, record: id, last: 1, module: "m", step: "s", text: text, at: Scenario.start
      ).begins
    }
    #expect(begins("\n\n  Hello,\n\tyou.  \n") == "Hello, you.")
    #expect(
      begins(String(repeating: "word ", count: 40)) == String(repeating: "word ", count: 10)
        + "word...")
    #expect(begins(String(repeating: "痛", count: 400)) == String(repeating: "痛", count: 56) + "...")
    #expect(begins("short" + String(repeating: "\n", count: 300)) == "short")
    #expect(begins("short" + String(repeating: "\n", count: 300) + "end") == "short...")
    #expect(begins("") == "")
  }
}

extension Library {
  /// A course with places to write: freely, to let go, and a letter to oneself.
  static var writing: Library {
    var library = Library()
    let beside = [("journal", "Journal"), ("let-go", "Let go"), ("own-letter", "Letter")]
    library.program.beside += beside.map { id, title in
      Program.ModuleEntry(id: id, title: title, minutes: 5, file: id, needsPass: false)
    }
    library.program.roles.journal = "journal"
    library.program.roles.letGo = "let-go"
    library.program.roles.ownLetter = "own-letter"
    library.modules["journal"] = Module("journal", [.write("entry"), .say("kept")])
    library.modules["let-go"] = Module("let-go", [.write("words", isKept: false), .say("gone")])
    library.modules["own-letter"] = Module("own-letter", [.write("letter").revising, .say("kept")])
    return library
  }
}

extension Step {
  var revising: Step {
    var step = self
    step.revises = true
    return step
  }
}
