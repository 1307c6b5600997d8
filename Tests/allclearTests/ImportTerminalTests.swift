import Foundation
import Testing

/// `allclear import` with a person at it, who is asked before anything is brought in.
@Suite("import, asked at a terminal", .timeLimit(.minutes(2)))
struct ImportTerminalTests {
  private static let question = "Bring it in? Type yes, or Enter to leave it:"

  let folder: Folder

  init() throws {
    folder = try Folder()
    try Data("date,pain\n2024-10-01,4\n2024-10-02,3\n".utf8).write(
      to: URL(fileURLWithPath: folder.path + "/diary.csv"))
  }

  /// At the question, with what it would bring in above it.
  private func asked() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      arguments: ["import", folder.path + "/diary.csv", "--journal", folder.journal])
    try terminal.waitFor(Self.question)
    #expect(terminal.screen.contains("New: "))
    return terminal
  }

  @Test(
    "Enter alone, no, another word and the end of input leave all as it was",
    arguments: ["\r", "no\r", "n\r", " \r", "yes please\r", "\u{4}"])
  func left(typed: String) throws {
    let before = try folder.files()
    let terminal = try asked()
    terminal.type(typed)
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.screen.lines.contains { $0.hasPrefix("Nothing was changed.") })
    #expect(terminal.terminalIsSane)
    #expect(try folder.files() == before)
  }

  @Test("Control-C at the question leaves all as it was, the terminal too")
  func interrupted() throws {
    let before = try folder.files()
    let terminal = try asked()
    terminal.press(.control("c"))
    #expect(try terminal.exitStatus() == 130)
    #expect(terminal.terminalIsSane)
    #expect(try folder.files() == before)
  }

  @Test("Only a yes brings it in", arguments: ["yes\r", "Y\r", " yes \r"])
  func taken(typed: String) throws {
    let terminal = try asked()
    terminal.type(typed)
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.printed("Brought in: "))
    #expect(try folder.files().keys.contains("journal.sqlite"))
    let again = try PseudoTerminal(
      arguments: ["import", folder.path + "/diary.csv", "--journal", folder.journal])
    try again.waitFor("There is nothing new in it. Nothing was changed.")
    #expect(try again.exitStatus() == 0)
  }
}
