import Foundation
import Testing

/// The real binary, with places to write: what is written is found again, changed and taken back,
/// and what is let go is nowhere.
@Suite("Smoke, writing", .serialized, .timeLimit(.minutes(2)))
struct SmokeWritingTests {
  let folder: Folder
  let content: WritingContent

  init() throws {
    folder = try Folder()
    content = try WritingContent(in: folder.path)
  }

  private func start(
    _ arguments: String..., rows: Int = 24, columns: Int = 80
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      arguments: arguments + ["--journal", folder.journal, "--content", content.path],
      environment: ["HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data"], rows: rows,
      columns: columns)
  }

  private func plain(_ arguments: String..., input: String) throws -> Piped {
    try Piped(
      line: arguments + ["--plain", "--journal", folder.journal, "--content", content.path],
      input: input, home: folder.path)
  }

  /// Files of the journal, and whatever else there is beside the content, that hold a text.
  private func holding(_ text: String) throws -> [String] {
    let all =
      FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return try all.filter { name in
      guard !name.hasPrefix("Content") else { return false }
      var isFolder: ObjCBool = false
      let path = folder.path + "/" + name
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { return false }
      return try Data(contentsOf: URL(filePath: path)).range(of: Data(text.utf8)) != nil
    }
  }

  private func write(_ text: String) throws {
    let terminal = try start("module", "page-of-own")
    try terminal.waitFor(WritingContent.page)
    terminal.type(text)
    terminal.press(.control("d"))
    try terminal.waitFor("That is enough for today.")
    terminal.press(.enter)
    #expect(try terminal.exitStatus() == 0)
  }

  private func toList(_ terminal: PseudoTerminal) throws {
    for line in ["Something else", "My own words", "What I have written"] {
      try terminal.choose(line)
    }
    try terminal.turnTo("Write something")
  }

  @Test(
    "what is written is listed, searched, changed, taken back, and there after a kill",
    arguments: [(24, 80), (12, 40)])
  func whole(rows: Int, columns: Int) throws {
    try write("Rain all day. Carried the shopping.\r\rLater I was not afraid of it.")
    try write("Slept badly.")
    var terminal = try start(rows: rows, columns: columns)
    try toList(terminal)
    terminal.type("/AFRAID")
    try terminal.waitFor("afraid of it.")
    terminal.press(.enter)
    try terminal.wait(for: "the line in its list") { !$0.contains("Search:") && $0.contains("› 4") }
    terminal.press(.enter)
    try terminal.waitFor("A page of your own")
    try terminal.turnTo("Later I was not afraid of it.")
    try terminal.choose("Change it")
    try terminal.waitFor("Change what you like")
    terminal.type(" Calmly.")
    terminal.press(.control("d"))
    try terminal.waitFor("Changed. u takes it back.")
    try terminal.turnTo("Calmly.")
    terminal.type("u")
    try terminal.waitFor("That is as it was before.")
    try terminal.choose("Change it")
    try terminal.waitFor("Change what you like")
    terminal.type(" Evermore.")
    terminal.press(.control("d"))
    try terminal.waitFor("Changed. u takes it back.")
    terminal.send(signal: SIGKILL)
    #expect(try terminal.exitStatus() == 128 + SIGKILL)

    terminal = try start(rows: rows, columns: columns)
    try toList(terminal)
    terminal.type("/everm")
    try terminal.waitFor("Evermore.")
    terminal.press(.enter, .enter)
    try terminal.turnTo("Evermore.")
    #expect(!terminal.screen.contains("Calmly."))
    terminal.type("q")
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.terminalIsSane)
    #expect(terminal.screen.unknown.isEmpty)
  }

  @Test("A change that is begun and killed is a draft; the text is as it was")
  func draft() throws {
    try write("Rain all day.")
    var terminal = try start()
    try toList(terminal)
    terminal.type("3")
    try terminal.choose("Change it")
    try terminal.waitFor("Change what you like")
    // A new line keeps the draft at once.
    terminal.type(" And wind.\r")
    terminal.press(.control("g"))
    try terminal.waitFor("I am glad you came here")
    terminal.send(signal: SIGKILL)
    _ = try terminal.exitStatus()
    terminal = try start()
    try toList(terminal)
    terminal.type("3")
    try terminal.waitFor("Rain all day.")
    #expect(!terminal.screen.contains("And wind."))
    try terminal.choose("Go on with the change")
    try terminal.waitFor("Rain all day. And wind.")
    terminal.press(.escape)
    try terminal.waitFor("Your change is kept here as a draft.")
    terminal.type("q")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test("the letter begins with what it was last time, and is shown whole")
  func letter() throws {
    for word in ["Dear me.", "Go to the lake."] {
      let terminal = try start("module", "page-to-self")
      try terminal.waitFor("on a hard day")
      terminal.type(" \(word)")
      terminal.press(.control("d"))
      try terminal.waitFor("That is enough for today.")
      terminal.press(.enter)
      #expect(try terminal.exitStatus() == 0)
    }
    let terminal = try start()
    for line in ["Something else", "My own words", "My letter to myself"] {
      try terminal.choose(line)
    }
    try terminal.waitFor("Dear me. Go to the lake.")
    try terminal.choose("Write it anew")
    try terminal.waitFor("Dear me. Go to the lake.")
    terminal.press(.escape)
    try terminal.waitFor("My letter to myself")
    terminal.type("q")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test(
    "What is let go leaves no byte, however it ends"
  )
  func letGo() throws {
    let secret = "QUEENOFHEARTS"
    try write("Something kept.")
    for end in ["done", "left", "killed", "crisis"] {
      let terminal = try start("module", "page-to-go")
      try terminal.waitFor("Nothing of this is kept.")
      terminal.type("\(secret) one\r\(secret) two")
      try terminal.waitFor("\(secret) two")
      switch end {
      case "done":
        terminal.press(.control("d"))
        try terminal.waitFor("That is enough for today.")
        terminal.press(.enter)
      case "left":
        terminal.press(.escape)
      case "crisis":
        terminal.press(.control("g"))
        try terminal.waitFor("I am glad you came here")
        terminal.type("q")
      default: terminal.send(signal: SIGKILL)
      }
      _ = try terminal.exitStatus()
      #expect(!terminal.printed("\u{1B}]"), "no title is set")
      #expect(try holding(secret) == [], "\(end)")
    }
    let run = try plain("module", "page-to-go", input: "\(secret)\n!\ny\n")
    #expect(run.status == 0 && run.output.contains("This one is not kept."))
    _ = try plain("module", "page-to-go", input: "\(secret) again\nand\n.\n\n")
    #expect(try holding(secret) == [])
    #expect(try holding("Something kept.") != [])
    // The module of the programme leaves no trace at all, not even that it was opened.
    let bytes = try Data(contentsOf: URL(filePath: folder.journal))
    let real = try plain("module", "let-go", input: "\n\n\(secret)\n.\n\n1\n")
    #expect(real.status == 0 && real.output.contains(secret), "\(real.output)")
    #expect(try Data(contentsOf: URL(filePath: folder.journal)) == bytes)
    #expect(try holding(secret) == [])
  }

  @Test("words stand in the journal alone, and in no log or settings")
  func nowhereElse() throws {
    try write("QUEENOFHEARTS is kept.")
    #expect(try holding("QUEENOFHEARTS").allSatisfy { $0.hasPrefix("journal.sqlite") })
    let run = try plain("status", input: "")
    #expect(!run.output.contains("QUEEN") && !run.error.contains("QUEEN"))
  }

  @Test(
    "pasted rubbish, eight thousand signs and wide letters are kept, and do nothing to the screen")
  func rubbish() throws {
    let rubbish = "a\u{1}b\u{7F}c\u{202E}d\u{200B}e 痛み 👩‍🔬 e\u{301} "
    let long = String(repeating: "word ", count: 1600)
    let run = try plain(
      "module", "page-of-own",
      input: rubbish + "\u{1B}]0;title\u{7}\u{1B}[2J\n" + long + "end\n.\n\n")
    #expect(run.status == 0)
    let back = try plain(input: "4\n4\n1\n3\nb\nq\n")
    #expect(back.output.contains("痛み") && back.output.contains("word end"))
    #expect(
      !back.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
    let terminal = try start(rows: 12, columns: 40)
    try toList(terminal)
    try terminal.choose("A page of your own")
    try terminal.waitFor("痛み")
    terminal.press(.end)
    try terminal.turnTo("Change it")
    terminal.type("2")
    try terminal.waitFor("word end")
    terminal.press(.home)
    terminal.type("x")
    terminal.press(.control("d"))
    try terminal.waitFor("Changed.")
    terminal.type("q")
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.screen.unknown.isEmpty)
    #expect(!terminal.printed("\u{1B}]0;"))
  }

  @Test("in plain text all of it reads like this")
  func transcript() throws {
    for text in ["Rain all day.\n\nLater it was dry.", "Slept badly."] {
      _ = try plain("module", "page-of-own", input: text + "\n.\n\n")
    }
    let run = try plain(
      input: "4\n4\n1\n/later\n4\n2\nu\nIt cleared up.\n.\nu\n1\n1\nNew.\n.\n\nb\nq\n")
    let lines = run.output.split(separator: "\n").map(String.init)
    let start = try #require(
      lines.firstIndex { $0.hasSuffix("What I have written") && !$0.hasPrefix("1 ") })
    let day = try #require(
      lines.first { $0.hasPrefix("3 ") && $0.hasSuffix(", A page of your own") }
    )
    .dropFirst(2).prefix { $0 != "," }
    let expected = """
      What I have written
      All that you wrote here and kept, the newest first. To find something: / and a word.
      1 Write something
      2 Write and let go
      3 DAY, A page of your own
      Slept badly.
      4 DAY, A page of your own
      Rain all day. Later it was dry.
      5 Go back
      Number: /later
      4 DAY, A page of your own
      Rain all day. Later it was dry.
      Number: 4
      A page of your own
      DAY
      Rain all day.
      Later it was dry.
      1 Go back
      2 Change it
      3 Erase it
      Number: 2
      Change what you like. Until you are done, it stays as it was.
      As you wrote it. u takes the last line away:
      Rain all day.
      Later it was dry.
      Your words, a line with only . ends: u
      Taken back: Later it was dry.
      It cleared up.
      .
      Changed. u takes it back.
      DAY
      Rain all day.
      It cleared up.
      1 Go back
      2 Change it
      3 Erase it
      Number: u
      That is as it was before.
      DAY
      Rain all day.
      Later it was dry.
      1 Go back
      2 Change it
      3 Erase it
      Number: 1
      What I have written
      All that you wrote here and kept, the newest first. To find something: / and a word.
      1 Write something
      2 Write and let go
      3 DAY, A page of your own
      Slept badly.
      4 DAY, A page of your own
      Rain all day. Later it was dry.
      5 Go back
      Number: 1
      A page of your own
      What would you like to write down?
      Your words, a line with only . ends: New.
      .
      That is enough for today.
      Enter goes on:
      What I have written
      All that you wrote here and kept, the newest first. To find something: / and a word.
      1 Write something
      2 Write and let go
      3 DAY, A page of your own
      New.
      4 DAY, A page of your own
      Slept badly.
      5 DAY, A page of your own
      Rain all day. Later it was dry.
      6 Go back
      Number: b
      """.split(separator: "\n").map { $0.replacingOccurrences(of: "DAY", with: day) }
    let shown = lines[start...].prefix(expected.count).map { line in
      line.hasSuffix(": ") ? String(line.dropLast()) : line
    }
    #expect(Array(shown) == expected, "\(run.output)")
  }
}
