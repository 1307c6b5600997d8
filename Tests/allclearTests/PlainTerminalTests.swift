import AllClearEngine
import AllClearStore
import Foundation
import Testing

/// Plain lines at a real terminal: what a pipe cannot do to them.
@Suite("Plain lines at a terminal", .serialized, .timeLimit(.minutes(2)))
struct PlainTerminalTests {
  @Test("after ^Z and fg a line is read as before, and the prompt stands there again")
  func goesOnAfterStop() throws {
    let shell = try PseudoTerminal.shell()
    shell.type("allclear --plain\r")
    try shell.waitFor("Number:")
    shell.press(.control("z"))
    try shell.waitFor("Stopped")
    shell.type("fg\r")
    try shell.wait(for: "the prompt again") { screen in
      screen.lines.count { $0.hasPrefix("Number:") } == 2
    }
    shell.type("q\r")
    try shell.waitFor("Take care.")
    shell.type("exit\r")
    #expect(try shell.exitStatus() == 0)
  }

  @Test("once it is left, nothing but the journal and its lock is there")
  func closesTheJournal() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let terminal = try PseudoTerminal(arguments: [
      "practice", "listening", "--plain", "--speed", "600", "--journal",
      folder.path + "/journal.sqlite",
    ])
    try terminal.waitFor("t timed")
    terminal.type("\r")
    #expect(try terminal.exitStatus() == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.sorted() == ["journal.sqlite", "journal.sqlite.lock"])
  }

  private static func folder() throws -> URL {
    try FileManager.default.url(
      for: .itemReplacementDirectory, in: .userDomainMask, appropriateFor: URL(filePath: "/tmp"),
      create: true)
  }

  @Test("a file as large as it may be is a full disk, and no crash")
  func fileLimit() throws {
    let lines = #"1\n1\n\n1\n\n\n\n3\n3\n3\n"#
    let run = try Piped.shell(
      "ulimit -f 100; printf '\(lines)' | allclear --speed 600; exit ${PIPESTATUS[1]}")
    #expect(run.status == 0)
    #expect(run.output.contains("The disk is full"))
  }

  @Test("a practice that cannot be written says so and waits; Enter tries again")
  func practiceNotWritten() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let journal = folder.path + "/journal.sqlite"
    let terminal = try PseudoTerminal(arguments: [
      "practice", "listening", "--plain", "--speed", "600", "--journal", journal,
    ])
    try terminal.waitFor("t timed")
    do {
      let other = try Store.open(.file(journal))
      #expect(try other.claimSitting())
      terminal.type("\r")
      try terminal.waitFor("could not be saved")
      terminal.type("\r")
      try terminal.wait(for: "it to be said again") { screen in
        screen.lines.count { $0.contains("could not be saved") } == 2
      }
    }
    terminal.type("\r")
    #expect(try terminal.exitStatus() == 0)
    #expect(try Store.open(.file(journal), .copy).digest().practised == ["listening": 1])
  }
}
