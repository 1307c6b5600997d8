import Foundation
import Testing

/// The real binary on terminals of other kinds, and when it falls.
@Suite("Smoke, terminals", .serialized, .timeLimit(.minutes(2)))
struct SmokeTerminalTests {
  @Test("on a terminal of letters alone every byte is ASCII")
  func ascii() throws {
    let terminal = try PseudoTerminal(
      arguments: ["practice", "listening", "--speed", "20"],
      environment: ["TERM": "vt100", "LC_ALL": "C"])
    try terminal.waitFor("1 minute, 6 lines, with bells.")
    terminal.press(.enter)
    try terminal.waitFor("farthest sound")
    terminal.press(.escape)
    try terminal.waitFor("Stop here?")
    terminal.press(.escape)
    #expect(try terminal.exitStatus() == 0)
    let story = try PseudoTerminal(
      arguments: ["module", "story"], environment: ["TERM": "vt100", "LC_ALL": "C"])
    try story.waitFor("There are no right answers.")
    story.press(.enter)
    try story.turnTo("More than ten years")
    story.type("5")
    try story.waitFor("(x)")
    story.type("q")
    #expect(try story.exitStatus() == 0)
    for each in [terminal, story] {
      #expect(each.output.allSatisfy { $0 < 128 })
      #expect(each.terminalIsSane)
      #expect(each.screen.unknown.isEmpty)
    }
  }

  @Test("NO_COLOR and --no-color send no colour", arguments: ["NO_COLOR", "--no-color", ""])
  func colours(how: String) throws {
    let terminal = try PseudoTerminal(
      arguments: how.hasPrefix("--") ? [how] : [],
      environment: how == "NO_COLOR" ? [how: "1"] : [:])
    try terminal.waitFor("1  Try one minute now")
    terminal.press(.down)
    terminal.type("q")
    #expect(try terminal.exitStatus() == 0)
    let colours = terminal.renditions.filter {
      (30...38).contains($0) || (40...48).contains($0) || $0 >= 90
    }
    #expect(colours.isEmpty == !how.isEmpty, "\(colours)")
  }

  @Test("a terminal that nobody knows gets plain text, and one line says so")
  func unknownTerminal() throws {
    let terminal = try PseudoTerminal(environment: ["TERM": "nonesuch"])
    try terminal.waitFor("TERM is not known here")
    try terminal.waitFor("allclear, plain text.")
    try terminal.waitFor("Number:")
    terminal.type("q\r")
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.screen.lines.filter { $0.contains("cannot show screens") }.count == 1)
    #expect(terminal.terminalIsSane)
  }

  @Test("p on the first screen goes on in plain text")
  func plainKey() throws {
    let terminal = try PseudoTerminal()
    try terminal.waitFor("press p")
    terminal.type("p")
    try terminal.waitFor("allclear, plain text.")
    try terminal.waitFor("Number:")
    #expect(terminal.terminalIsSane)
    terminal.type("q\r")
    #expect(try terminal.exitStatus() == 0)
  }

  #if DEBUG
    @Test("a trap leaves a sane terminal, and tells where it was")
    func trap() throws {
      let terminal = try PseudoTerminal(environment: ["ALLCLEAR_TRAP": "1"])
      try terminal.waitFor("1  Try one minute now")
      terminal.type("x")
      let status = try terminal.exitStatus(within: .seconds(60))
      #expect([128 + SIGILL, 128 + SIGTRAP].contains(status))
      #expect(terminal.terminalIsSane)
      #expect(terminal.printed("Fatal error"))
      #expect(terminal.printed("trapWhenAsked"))
    }
  #endif
}
