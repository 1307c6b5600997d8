import Foundation
import Testing

/// The real binary in a real terminal, on the real content.
@Suite("Smoke", .serialized, .timeLimit(.minutes(2)))
struct SmokeTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func start(
    _ arguments: String..., environment: [String: String] = [:], rows: Int = 24, columns: Int = 80
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      arguments: arguments + ["--journal", folder.journal],
      environment: ["HOME": folder.path].merging(environment) { _, new in new }, rows: rows,
      columns: columns)
  }

  private func leave(_ terminal: PseudoTerminal, by key: String = "q") throws {
    terminal.type(key)
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.terminalIsSane)
    #expect(terminal.screen.unknown.isEmpty)
  }

  @Test("the first run goes from Hello through a minute of practice, in a window of any size")
  func firstRun() throws {
    let terminal = try start("--speed", "40")
    try terminal.waitFor("For plain text")
    try terminal.waitFor("1  Try one minute now")
    #expect(!terminal.terminalIsSane)
    terminal.press(.enter)
    try terminal.choose("Sounds around me")
    try terminal.waitFor("1 minute, 6 lines, with bells.")
    terminal.press(.enter)
    try terminal.waitFor("farthest sound")
    #expect(terminal.screen.bells > 0)
    terminal.type(" ")
    try terminal.waitFor("Paused.")
    terminal.resize(rows: 12, columns: 40)
    try terminal.wait(for: "the practice at 40x12") {
      $0.contains("Paused.") && $0.lines.allSatisfy { $0.count <= 40 } && $0.rows == 12
    }
    terminal.resize(rows: 1, columns: 1)
    try terminal.wait(for: "a window too small") { $0.lines == ["T"] }
    terminal.resize(rows: 6, columns: 40)
    try terminal.waitFor("allclear needs 30 and 8")
    terminal.resize(rows: 24, columns: 80)
    try terminal.waitFor("Paused.")
    terminal.type(" ")
    try terminal.waitFor("Take a moment. Go on when you like.")
    terminal.press(.enter)
    try terminal.choose("I forgot my back for a moment")
    try terminal.waitFor("That happens to many people.")
    terminal.press(.enter)
    try terminal.choose("Go on")
    try terminal.waitFor("First, five questions")
    terminal.press(.enter)
    try answerSafetyQuestions(terminal)
    try terminal.waitFor("Thank you. Nothing you told me needs urgent care.")
    try leave(terminal)
  }

  private func answerSafetyQuestions(_ terminal: PseudoTerminal) throws {
    for (option, digit) in [
      ("No, none of these", "3"), ("No, none of these", "3"), ("No, or they have been", "3"),
      ("I am under 18", "1"), ("None of these", "1"),
    ] {
      try terminal.turnTo(option)
      let question = terminal.screen.text
      terminal.press(.enter)
      try terminal.waitFor("Mark an answer first.")
      terminal.type(digit)
      try terminal.waitFor("●")
      terminal.press(.enter)
      try terminal.wait(for: "the next question") { $0.text != question && !$0.contains("●") }
    }
  }

  /// From the start of the story to the list of causes.
  private func toTheCauses(_ terminal: PseudoTerminal) throws {
    try terminal.waitFor("There are no right answers.")
    terminal.press(.enter)
    try terminal.turnTo("More than ten years")
    terminal.type("5")
    terminal.press(.enter)
    try terminal.waitFor("That is a long time")
    terminal.press(.enter)
    try terminal.waitFor("What do you think causes")
  }

  /// From the start of the module to its first number.
  private func toTheNumbers(_ terminal: PseudoTerminal) throws {
    try toTheCauses(terminal)
    terminal.press(.control("d"))
    try terminal.waitFor("Now tell it")
    terminal.press(.control("d"))
    try terminal.waitFor("That is fine.")
    terminal.press(.enter)
    try terminal.waitFor("A good place to stop.")
    terminal.press(.enter)
    try terminal.waitFor("Now seven numbers.")
    terminal.press(.enter)
    try terminal.waitFor("how strong was your back pain")
  }

  @Test("a number is set by digit and by arrow, and a killed session goes on where it was")
  func scale() throws {
    var terminal = try start("module", "story")
    try toTheNumbers(terminal)
    try terminal.waitFor("not set yet")
    terminal.press(.enter)
    try terminal.waitFor("Set a number first.")
    terminal.type("7")
    try terminal.waitFor("7 of 10")
    terminal.press(.right)
    try terminal.waitFor("8 of 10")
    terminal.press(.left, .left)
    try terminal.waitFor("6 of 10")
    terminal.type("10")
    try terminal.waitFor("10 of 10")
    terminal.press(.enter)
    try terminal.waitFor("get in the way of what you do")
    try terminal.waitFor("not set yet")
    terminal.type("4")
    try terminal.waitFor("4 of 10")
    terminal.send(signal: SIGKILL)
    #expect(try terminal.exitStatus() == 137)

    terminal = try start()
    try terminal.waitFor("Go on with: Your story")
    terminal.press(.enter)
    try terminal.waitFor("get in the way of what you do")
    // A number that was not confirmed is none.
    try terminal.waitFor("not set yet")
    terminal.type("b")
    try terminal.waitFor("Go on with: Your story")
    try leave(terminal)
  }

  @Test("^Z leaves a usable shell, and fg draws everything again")
  func suspends() throws {
    let shell = try PseudoTerminal.shell(environment: ["HOME": folder.path])
    shell.type("allclear\r")
    try shell.waitFor("1  Try one minute now")
    // The footer comes last.
    try shell.waitFor("? keys")
    let before = shell.screen.text
    shell.press(.control("z"))
    try shell.waitFor("Stopped")
    #expect(!shell.screen.isAlternate)
    shell.type("echo still $((40 + 2)); clear\r")
    try shell.waitUntilGone("Stopped")
    shell.type("fg\r")
    try shell.wait(for: "the whole screen") { $0.text == before }
    shell.type("q")
    try shell.wait(for: "the shell") { !$0.isAlternate }
    shell.type("echo status $?\r")
    try shell.waitFor("status 0")
    shell.type("exit\r")
    #expect(try shell.exitStatus() == 0)
    #expect(shell.printed("still 42"))
    #expect(shell.terminalIsSane)
  }

  @Test("while writing, ^X blanks, ^G shows people to call, then ! helps; a signal keeps the words")
  func writing() throws {
    var terminal = try start("module", "story")
    try toTheCauses(terminal)
    terminal.type("the chair! q ünïcode 日本")
    try terminal.waitFor("the chair! q ünïcode 日本")
    terminal.press(.control("x"))
    try terminal.wait(for: "nothing") { $0.text.isEmpty }
    terminal.type("z")
    try terminal.waitFor("the chair! q ünïcode 日本")
    terminal.press(.control("g"))
    try terminal.waitFor("Please talk to a person now.")
    #expect(terminal.screen.contains("911"))
    terminal.type("!")
    try terminal.waitFor("It is loud right now.")
    terminal.press(.escape)
    try terminal.waitFor("Please talk to a person now.")
    terminal.press(.escape)
    try terminal.waitFor("the chair! q ünïcode 日本")
    terminal.press(.up, .end)
    terminal.type(", and more")
    try terminal.waitFor("日本, and more")
    terminal.send(signal: SIGTERM)
    #expect(try terminal.exitStatus() == 143)
    #expect(terminal.terminalIsSane)

    terminal = try start()
    try terminal.waitFor("Go on with: Your story")
    terminal.press(.enter)
    try terminal.waitFor("日本, and more")
    terminal.send(signal: SIGHUP)
    #expect(try terminal.exitStatus() == 129)
    #expect(terminal.terminalIsSane)
  }

  @Test("a second window says that the journal is open in another, and still helps")
  func twoAtOnce() throws {
    let first = try start()
    try first.waitFor("1  Try one minute now")
    first.press(.enter)
    try first.choose("Sounds around me")
    try first.waitFor("1 minute, 6 lines")
    let second = try start("module", "story")
    try second.waitFor("Your journal is open in another window.")
    second.type("!")
    try second.waitFor("It is loud right now.")
    second.press(.control("g"))
    try second.waitFor("Please talk to a person now.")
    try leave(second)
    try leave(first)
  }
}
