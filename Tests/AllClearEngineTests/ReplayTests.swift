import Testing

@testable import AllClearEngine

/// A kept session, step by step from its records.
@Suite("Replay")
struct ReplayTests {
  private static let id = SessionID(sitting: "a", number: 1)

  /// A session of these values, ten seconds apart.
  private func journal(
    _ values: [(Record.Value?, shown: String?, supersedes: Int?)], module: String = "story",
    value: String = "{}"
  ) -> KeptJournal {
    let entries = values.enumerated().map { index, entry in
      let at = Wall(milliseconds: Int64(index) * 10_000)
      let record = Record(
        id: RecordID(session: Self.id, number: index + 1), value: entry.0 ?? .started,
        module: module, step: "s\(index + 1)", at: at)
      let row = JournalRow(
        id: record.id, kind: entry.0 == nil ? .erased : record.kind, module: module,
        step: record.step, value: value, shown: entry.shown, at: at,
        supersedes: entry.supersedes.map { RecordID(session: Self.id, number: $0) })
      return KeptEntry(row, entry.0)
    }
    let session = JournalSession(id: Self.id, module: module, content: "", format: 1, app: "1")
    return KeptJournal(sessions: [session], entries: entries)
  }

  private func replay(
    _ journal: KeptJournal, redacts: Bool = false, hides: [String] = []
  ) throws -> Replay {
    Replay(
      try #require(journal.kept.first), of: journal,
      redaction: redacts ? Redaction(of: journal) : nil, hides: { hides.contains("\($0).\($1)") })
  }

  @Test("each record is a step, with the words that were shown and what was answered")
  func steps() throws {
    let replay = try replay(
      journal([
        (.started, nil, nil), (.answer(.seen), "Hello.", nil),
        (.answer(.option("a")), "Which?\n> The first", nil),
        (.answer(.number(4)), "How much?\n> 4", nil),
        (.answer(.text("One.\nTwo.")), "How did it begin?", nil),
        (.answer(.text("My line")), "One of yours?\n> My line", nil),
        (.answer(.entries(["a chair", "the move"]), into: .causes), "What causes it?", nil),
        (.answer(.skipped), "And then?", nil), (nil, nil, nil),
        (.finished(.completed), nil, nil),
      ]))
    #expect(
      replay.steps.map(\.what) == [
        .began, .asked("Hello.", .nothing), .asked("Which?", .chosen("The first")),
        .asked("How much?", .chosen("4")), .asked("How did it begin?", .own(["One.\nTwo."])),
        .asked("One of yours?", .own(["My line"])),
        .asked("What causes it?", .own(["a chair", "the move"])),
        .asked("And then?", .skipped), .erased, .finished(.completed),
      ])
    #expect(replay.steps.map(\.after) == (0..<10).map { .seconds($0 * 10) })
  }

  @Test("what was taken back or changed stands where it was, and is said to be so")
  func takenBack() throws {
    let replay = try replay(
      journal([
        (.answer(.number(4)), "How much?\n> 4", nil), (.retracted, nil, 1),
        (.answer(.text("old")), "What?", nil), (.answer(.text("new")), "What?", 3),
      ]))
    #expect(replay.steps.map(\.fate) == [.takenBack, nil, .changed, nil])
    #expect(replay.steps[1].what == .takenBack(1))
    #expect(replay.steps.map(\.changes) == [nil, nil, nil, 3])
  }

  @Test(
    "of safety questions it says that they were answered: not how many, nor what was taken back")
  func safety() throws {
    let told = Record.Value.answer(.gate(outcome: "same-day", hold: .sameDay))
    let journal = journal(
      [
        (.started, nil, nil), (told, nil, nil), (told, nil, nil), (.retracted, nil, 3),
        (told, nil, nil), (told, nil, 5), (.answer(.seen), "Please see someone today.", nil),
        (.retracted, nil, 7), (.passed, nil, nil), (.answer(.seen), "That is all.", nil),
        (.answer(.seen), "Please see someone today.", nil),
      ], module: "safety")
    let steps = try replay(journal, hides: ["safety.s7", "safety.s11"]).steps
    #expect(
      steps.map(\.what) == [.began, .safety, .asked("That is all.", .nothing), .besideSafety])
    #expect(steps.allSatisfy { $0.fate == nil && $0.changes == nil })
  }

  @Test("own words are replaced by their length, also where they were quoted")
  func redacted() throws {
    let journal = journal([
      (.answer(.text("It began.\nThen I fell.")), "How?", nil),
      (.answer(.entries(["a chair", "the move"]), into: .causes), "Why?", nil),
      (.answer(.option("y")), "You said: a chair; the move. And \"Then I fell.\"?\n> Yes", nil),
      (.personal(.painWord(.own("the hum"))), nil, nil),
      (.answer(.number(3)), "How loud is the hum, of 10?\n> 3", nil),
      (.answer(.text("a chair")), "Which?\n> a chair", nil),
    ])
    #expect(
      try replay(journal, redacts: true).steps.map(\.what) == [
        .asked("How?", .own(["[22 characters]"])),
        .asked("Why?", .own(["[7 characters]", "[8 characters]"])),
        .asked(
          "You said: [7 characters]; [8 characters]. And \"[12 characters]\"?", .chosen("Yes")),
        .kept(.personal(.painWord(.own("[7 characters]")))),
        .asked("How loud is [7 characters], of 10?", .chosen("3")),
        .asked("Which?", .own(["[7 characters]"])),
      ])
  }

  @Test("a single word is replaced as a word, and not within another")
  func words() {
    let redaction = Redaction(of: journal([(.answer(.text("art")), "What?", nil)]))
    #expect(redaction("Art, art and artists start.") == "Art, [3 characters] and artists start.")
    #expect(Redaction(of: KeptJournal())("All of it stays.") == "All of it stays.")
    #expect(redaction.length(of: "a") == "[1 character]")
  }

  @Test("a line of evidence that was ticked is the person's own; the choice itself stays")
  func evidence() throws {
    let journal = journal(
      [
        (.answer(.option("varies"), into: .evidence), "What holds?\n> It varies", nil),
        (.answer(.seen), "You said: My pain varies with the day.", nil),
      ],
      value:
        #"{"v":1,"option":"varies","into":"evidence","entries":["My pain varies with the day."]}"#
    )
    #expect(
      try replay(journal, redacts: true).steps.map(\.what) == [
        .asked("What holds?", .chosen("It varies")),
        .asked("You said: [28 characters]", .nothing),
      ])
  }

  @Test("where own words overlap, all that any of them covers goes")
  func overlaps() {
    let redaction = Redaction(
      of: journal([
        (.answer(.text("a long walk home")), "What?", nil),
        (.answer(.text("take a long walk")), "What?", nil),
      ]))
    #expect(redaction("You take a long walk home.") == "You [21 characters].")
  }

  @Test("sessions are listed the newest first, and none that is about the person alone")
  func sessions() {
    func row(_ session: SessionID) -> KeptEntry {
      KeptEntry(
        JournalRow(
          id: RecordID(session: session, number: 1), kind: .started, module: "m", value: "{}",
          at: Wall(milliseconds: 0)), .started)
    }
    let ids = (1...3).map { SessionID(sitting: "a", number: $0) }
    let modules = ["story", Record.person, "alarm"]
    let journal = KeptJournal(
      sessions: zip(ids, modules).map {
        JournalSession(id: $0, module: $1, content: "", format: 1, app: "1")
      }, entries: ids.map(row))
    #expect(journal.kept.map(\.module) == ["alarm", "story"])
  }
}
