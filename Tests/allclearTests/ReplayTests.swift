import AllClearEngine
import AllClearStore
import AllClearUI
import Foundation
import Testing

@testable import allclear

/// `allclear replay`: kept sessions of made-up patients, and as it is typed.
@Suite("Replay of kept sessions", .serialized, .timeLimit(.minutes(4)))
struct ReplayOfSessionsTests {
  /// What a persona has kept in six weeks, as a journal has it.
  private func replaying(_ persona: Persona, _ cast: Cast) throws -> Replaying {
    let store = try Store.open(.memory)
    let records = Player.records(persona, in: cast.library, days: Troupe.days)
    try ExchangeJournal.write(records, to: store)
    return Replaying(house: try House(Troupe.launch), journal: try store.kept())
  }

  /// Everything that a persona says in words of its own.
  private func ownWords(_ persona: Persona, _ journal: KeptJournal) -> Set<String> {
    var texts = persona.manner.write + persona.manner.collect
    for reply in persona.answers.values.flatMap(\.replies) {
      switch reply {
      case .word(let word): texts.append(word)
      case .entries(let entries): texts += entries
      }
    }
    // An option's id has no space in it.
    texts = texts.filter { $0.contains(" ") }
    for entry in journal.entries {
      switch entry.value {
      case .answer(.text(let text), _), .entry(_, .text(let text)): texts.append(text)
      case .answer(.entries(let lines), _): texts += lines
      case .personal(.painWord(.own(let word)?)): texts.append(word)
      default: break
      }
    }
    let lines = texts.flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) }
    return Set(texts + lines)
  }

  @Test("six weeks of the nine, redacted, hold no own words, and tell no safety answer")
  func redacted() throws {
    let cast = try #require(Troupe.real).cast
    var quoted = 0
    var said = 0
    for persona in cast.personas {
      let replaying = try replaying(persona, cast)
      let redaction = Redaction(of: replaying.journal)
      let transcript = Transcript(phrases: replaying.house.program.phrases)
      var plain = ""
      var redacted = ""
      for session in replaying.journal.kept {
        let text = replaying.text(of: session, redaction: redaction)
        redacted += text.lines(transcript).joined(separator: "\n") + "\n"
        plain += replaying.text(of: session).lines(transcript).joined(separator: "\n") + "\n"
        quoted += text.replay.steps.count { step in
          guard case .asked(let question, _) = step.what else { return false }
          return question.range(of: " characters]", options: .literal) != nil
        }
      }
      for word in ownWords(persona, replaying.journal) {
        #expect(redacted.range(of: word, options: .literal) == nil, "\(persona.id): \(word)")
        if plain.range(of: word, options: .literal) != nil { said += 1 }
      }
      for telling in Self.telling {
        #expect(plain.range(of: telling, options: .literal) == nil, "\(persona.id): \(telling)")
      }
    }
    #expect(said > 100, "they say much, or this says nothing: \(said)")
    #expect(quoted > 20, "own words are quoted back, or this says nothing: \(quoted)")
  }

  /// Begins what is met for one answer to a safety question.
  private static let telling = [
    "Someone who can examine you should look", "Then that comes first, and it is worth doing",
    "Then it is still new", "That is all I ask. It is no examination",
  ]

  @Test("what is met for a safety answer is hidden, and what many answers lead to is not")
  func hidden() throws {
    let shelf = ModuleShelf(try House(Troupe.launch))
    func hidden(_ module: String) throws -> HiddenSteps {
      let id = SessionID(sitting: "a", number: 1)
      let began = JournalRow(
        id: RecordID(session: id, number: 1), kind: .started, module: module, value: "{}",
        at: Wall(milliseconds: 0))
      let journal = KeptJournal(
        sessions: [JournalSession(id: id, module: module, content: "", format: 1, app: "1")],
        entries: [KeptEntry(began, .started)])
      return HiddenSteps(try #require(journal.kept.first), shelf)
    }
    let first = try hidden("first-run")
    for step in ["safety.reply-unlooked", "safety.reply-examined", "story.reply-short"] {
      let parts = step.split(separator: ".").map(String.init)
      #expect(first.contains(parts[0], parts[1]), "\(step)")
    }
    for step in ["story.causes", "safety.why-first", "first-run.road"] {
      let parts = step.split(separator: ".").map(String.init)
      #expect(!first.contains(parts[0], parts[1]), "\(step)")
    }
    // A step of old, which nobody knows any more.
    #expect(try hidden("safety").contains("safety", "no-such-step"))
    #expect(try !hidden("story").contains("story", "no-such-step"))
  }

  @Test("a wait is as long as it was, by the speed, and never over 30 seconds")
  func waits() {
    let id = SessionID(sitting: "a", number: 1)
    let entries = [0, 20_000, 10_000, 900_000].enumerated().map { index, at in
      KeptEntry(
        JournalRow(
          id: RecordID(session: id, number: index + 1), kind: .answered, module: "m", value: "{}",
          at: Wall(milliseconds: Int64(at))), .answer(.seen))
    }
    let journal = KeptJournal(
      sessions: [JournalSession(id: id, module: "m", content: "", format: 1, app: "1")],
      entries: entries)
    let text = ReplayText(
      replay: Replay(journal.kept[0], of: journal), title: "M", measures: [:], isRedacted: false,
      isDemo: false, phrases: Phrases(texts: [:], months: [], days: []))
    #expect(text.pause(after: 0, speed: 1) == ReplayText.Pause(time: .seconds(20), isCut: false))
    #expect(text.pause(after: 0, speed: 10) == ReplayText.Pause(time: .seconds(2), isCut: false))
    #expect(text.pause(after: 1, speed: 1) == ReplayText.Pause(time: .zero, isCut: false))
    #expect(text.pause(after: 2, speed: 2) == ReplayText.Pause(time: .seconds(30), isCut: true))
    #expect(text.pause(after: 3, speed: 1) == nil)
    #expect(text.place(of: 3) == "4 of 4, 15:00 in")
    #expect(ReplayText.time(.seconds(3725)) == "1:02:05 in")
    #expect(ReplayText.time(.seconds(200_000)) == "2 days in")
    #expect(ReplayText.time(.seconds(-1)) == "the clock was set back")
  }

  @Test("a step fills a screen: its place, what was shown, and what was answered")
  func screen() throws {
    let id = SessionID(sitting: "a", number: 1)
    let asked = "How did it begin?\n\nA few lines will do."
    let values: [Record.Value] = [.started, .answer(.text("With a move.")), .retracted]
    let entries = values.enumerated().map { index, value in
      let at = Wall(milliseconds: Int64(index) * 45_000)
      let row = JournalRow(
        id: RecordID(session: id, number: index + 1),
        kind: [.started, .answered, .retracted][index],
        module: "story", value: "{}", shown: index == 1 ? asked : nil, at: at,
        supersedes: index == 2 ? RecordID(session: id, number: 2) : nil)
      return KeptEntry(row, value)
    }
    let journal = KeptJournal(
      sessions: [JournalSession(id: id, module: "story", content: "", format: 1, app: "1")],
      entries: entries)
    let replaying = Replaying(house: try House(Troupe.launch), journal: journal)
    let text = try replaying.text(of: "1", redacts: true)
    let stage = Stage(
      screen: Screen(size: Size(columns: 80, rows: 24), phrases: text.phrases), mark: text.mark)
    let frame = stage.frame(text.prompt(1), ScreenState())
    let shown = (0..<24).map { row in
      String(frame.grid.text(row).reversed().drop { $0 == " " }.reversed())
    }
    #expect(shown[0].hasSuffix(" replay"))
    #expect(
      shown[1..<14].joined(separator: "\n") == """

              Your story, 2 of 3, 0:45 in

              How did it begin?

              A few lines will do.

              > [12 characters]

              (taken back later)



        """)
    #expect(text.lines(Transcript(phrases: text.phrases)).last == "Step 2 was taken back.")
  }

  // MARK: - By the real binary

  /// A demo's saved journal.
  private func saved(_ folder: Folder) throws -> String {
    let file = folder.path + "/demo.sqlite"
    let demo = try Piped("demo", "--persona", "nadia", "--week", "1", "--save", file)
    #expect(demo.status == 0, "\(demo.error)")
    return file
  }

  @Test("it lists what is kept, prints one of them, and writes nothing")
  func printed() throws {
    let folder = try Folder()
    let file = try saved(folder)
    let before = try folder.files()
    let list = try Piped("replay", "--journal", file)
    #expect(list.status == 0)
    let lines = list.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "demo, not a patient")
    let last = try #require(lines.last)
    #expect(last.contains("  2026-01-05 20:07  A first look, ") && last.hasSuffix(", finished"))
    let number = String(lines.count - 1)
    let shown = try Piped("replay", number, "--journal", file)
    #expect(shown.status == 0)
    #expect(shown.output.hasPrefix("A first look, 2026-01-05 20:07. demo, not a patient\n\n1 of "))
    #expect(shown.output.contains("> Try one minute now\n"))
    #expect(shown.output.contains("> 1:00 of 1:00 done\n"))
    #expect(shown.output.contains("> Lifting the files\n"))
    let redacted = try Piped("replay", number, "--redact", "--journal", file)
    #expect(redacted.output.contains("> [17 characters]\n"))
    #expect(!redacted.output.contains("Lifting the files"))
    #expect(try folder.files() == before)
  }

  @Test("without a journal, or with no such session, it says so")
  func missing() throws {
    let folder = try Folder()
    let none = try Piped("replay", home: folder.path)
    #expect(none.status == 66)
    #expect(none.error.contains("there is no journal at"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    let file = try saved(folder)
    let unknown = try Piped("replay", "999", "--journal", file)
    #expect(unknown.status == 64)
    #expect(unknown.error.contains("there is no session '999'; 'allclear replay' lists them"))
    let damaged = folder.path + "/damaged.sqlite"
    try "no journal at all, but some text".write(
      toFile: damaged, atomically: false, encoding: .utf8)
    #expect(try Piped("replay", "1", "--journal", damaged).status == 74)
  }

  @Test("on a terminal Enter goes on, b goes back, and q leaves")
  func stepped() throws {
    let folder = try Folder()
    let file = try saved(folder)
    let terminal = try PseudoTerminal(arguments: ["replay", "1", "--journal", file])
    try terminal.waitFor("1 of ")
    try terminal.waitFor("demo, not a patient, replay")
    terminal.press(.enter)
    try terminal.waitFor(", 2 of ")
    terminal.type("b")
    try terminal.waitFor(", 1 of ")
    terminal.type("q")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test("help is one key away, and is one's own")
  func help() throws {
    let folder = try Folder()
    let file = try saved(folder)
    let before = try folder.files()
    let terminal = try PseudoTerminal(arguments: ["replay", "1", "--journal", file])
    try terminal.waitFor("1 of ")
    terminal.press(.control("g"))
    try terminal.waitFor("Please talk to a person now.")
    terminal.type("q")
    #expect(try terminal.exitStatus() == 0)
    #expect(try folder.files() == before)
  }

  @Test("with a speed it goes on by itself to the last step, and stays there")
  func byItself() throws {
    let folder = try Folder()
    let file = try saved(folder)
    let terminal = try PseudoTerminal(
      arguments: ["replay", "1", "--speed", "10000", "--journal", file])
    try terminal.waitFor("This is the last step", within: .seconds(60))
    terminal.press(.enter)
    #expect(try terminal.exitStatus() == 0)
  }
}
