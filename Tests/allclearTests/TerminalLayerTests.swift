import Foundation
import Testing

/// The terminal layer by itself, in a real pseudo-terminal: `CTerminalProbe` shows what it is told.
@Suite("Terminal layer", .serialized, .timeLimit(.minutes(2)))
struct TerminalLayerTests {
  private func probe(
    _ arguments: String..., environment: [String: String] = [:], rows: Int = 24, columns: Int = 80
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      program: "CTerminalProbe", arguments: arguments, environment: environment, rows: rows,
      columns: columns)
    return terminal
  }

  @Test("opens with the size of the window, ends clean, and sends nothing strange")
  func opensAndCloses() throws {
    let terminal = try probe()
    try terminal.waitFor("ready 80x24 colors 256 utf8 1 åé→")
    #expect(!terminal.terminalIsSane)
    #expect(terminal.screen.cursor == .init(row: 0, column: 3))
    terminal.type("q")
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.terminalIsSane)
    #expect(terminal.screen.unknown.isEmpty)
  }

  @Test(
    "reads keys, in application mode and in normal mode",
    arguments: [
      (.key(.left), "key 1"), (.key(.right), "key 2"),
      (.key(.up), "key 3"), (.key(.down), "key 4"),
      ("\u{1B}[D", "key 1"), ("\u{1B}[C", "key 2"), ("\u{1B}[A", "key 3"), ("\u{1B}[B", "key 4"),
      (.key(.home), "key 5"), ("\u{1B}[H", "key 5"), ("\u{1B}[1~", "key 5"),
      (.key(.end), "key 6"), ("\u{1B}[F", "key 6"), ("\u{1B}[4~", "key 6"),
      (.key(.pageUp), "key 7"), (.key(.pageDown), "key 8"),
      (.key(.delete), "key 11"), (.key(.backTab), "key 12"),
      (.key(.function(1)), "key 101"), (.key(.function(12)), "key 112"),
      (.key(.backspace), "key 10"), (.key(.enter), "character 13"),
      (.key(.control("g")), "character 7"),
      (.key(.control("x")), "character 24"),
      (.key(.control("s")), "character 19"),
      (.key(.control("h")), "character 8"),
      (.key(.escape), "character 27"),
      ("\u{1B}Oq", "character 49"),
      ("é", "character 233"), ("→", "character 8594"), ("日", "character 26085"),
      ("😀", "character 128512"),
    ] as [(Sent, String)])
  func keys(sent: Sent, told: String) throws {
    let terminal = try probe()
    try terminal.waitFor("ready")
    terminal.type(sent.text)
    try terminal.wait(for: told) { $0.lines[1] == told }
  }

  @Test("with the mouse on, presses and the wheel come with their place, and it is put back")
  func mouse() throws {
    let terminal = try probe("mouse")
    try terminal.waitFor("ready")
    for (sent, told) in [
      // As a terminal sends a quick press: both ends of it together.
      ("0;3;4M\u{1B}[<0;3;4m", "mouse 1 row 3 column 2"),
      ("0;11;6M", "mouse 1 row 5 column 10"), ("64;1;1M", "mouse 2 row 0 column 0"),
      ("65;80;24M", "mouse 3 row 23 column 79"),
    ] {
      terminal.type("\u{1B}[<" + sent)
      try terminal.waitFor(told)
    }
    terminal.type("q")
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.terminalIsSane)
  }

  @Test("with the mouse off, what a terminal sends of it is no key")
  func noMouse() throws {
    let terminal = try probe()
    try terminal.waitFor("ready")
    terminal.type("\u{1B}[<0;11;6M\u{1B}[<0;11;6mx")
    try terminal.waitFor("character 120")
    #expect(terminal.screen.lines[1] == "character 120")
  }

  @Test("a sequence that nobody knows is no key, nor are its letters")
  func unknownSequence() throws {
    let terminal = try probe()
    try terminal.waitFor("ready")
    terminal.type("\u{1B}[1;5C\u{1B}[99~\u{1B}[200~x")
    try terminal.waitFor("character 120")
    #expect(terminal.screen.lines[1] == "character 120")
  }

  @Test("a byte that is not UTF-8 is replaced, and eats nothing after it")
  func notUTF8() throws {
    let terminal = try probe()
    try terminal.waitFor("ready")
    terminal.send(bytes: [0xE9, UInt8(ascii: "x")])
    try terminal.waitFor("character 120")
    #expect(terminal.screen.lines[1] == "character 65533")
  }

  @Test("a letter whose bytes come apart is one letter")
  func splitLetter() throws {
    let terminal = try probe()
    try terminal.waitFor("ready")
    terminal.send(bytes: [0xC3])
    terminal.send(bytes: [0xA9])
    try terminal.waitFor("character 233")
  }

  @Test("follows the window, whatever LINES and COLUMNS say", arguments: [[:], ["LINES": "24"]])
  func resizes(environment: [String: String]) throws {
    let terminal = try probe(environment: environment)
    try terminal.waitFor("ready 80x24")
    terminal.resize(rows: 12, columns: 40)
    try terminal.waitFor("ready 40x12")
    terminal.resize(rows: 60, columns: 200)
    try terminal.waitFor("ready 200x60")
    terminal.resize(rows: 1, columns: 1)
    terminal.resize(rows: 30, columns: 100)
    try terminal.waitFor("ready 100x30")
    terminal.type("q")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test(
    "a signal that asks to end gives the terminal back and ends with 128 + n",
    arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func signals(signal: Int32) throws {
    let terminal = try probe()
    try terminal.waitFor("ready")
    terminal.send(signal: signal)
    #expect(try terminal.exitStatus() == 128 + signal)
    #expect(terminal.terminalIsSane)
  }

  @Test("^C is a signal")
  func interrupt() throws {
    let terminal = try probe()
    try terminal.waitFor("ready")
    terminal.press(.control("c"))
    #expect(try terminal.exitStatus() == 130)
    #expect(terminal.terminalIsSane)
  }

  @Test("^Z gives the shell its terminal, and fg draws everything again, in the new size")
  func suspends() throws {
    let shell = try PseudoTerminal.shell()
    shell.type("CTerminalProbe; echo status $?\r")
    try shell.waitFor("ready 80x24")
    shell.press(.control("z"))
    try shell.waitFor("Stopped")
    #expect(!shell.screen.isAlternate)
    shell.type("echo still $((40 + 2))\r")
    try shell.waitFor("still 42")
    shell.resize(rows: 20, columns: 70)
    shell.type("fg\r")
    try shell.waitFor("ready 70x20")
    try shell.waitFor("stops 1")
    shell.type("x")
    try shell.waitFor("character 120")
    shell.type("q")
    try shell.wait(for: "the shell") { !$0.isAlternate }
    shell.type("exit\r")
    #expect(try shell.exitStatus() == 0)
  }

  @Test("a stop that no terminal sent is noticed too")
  func stopSignal() throws {
    let terminal = try probe()
    try terminal.waitFor("ready")
    terminal.send(signal: SIGSTOP)
    terminal.send(signal: SIGCONT)
    try terminal.waitFor("stops 1")
  }

  @Test(
    "a crash gives the terminal back first", arguments: [("crash", SIGSEGV), ("abort", SIGABRT)])
  func crashes(how: String, signal: Int32) throws {
    let terminal = try probe("noise", how)
    #expect(try terminal.exitStatus() == 128 + signal)
    #expect(terminal.terminalIsSane)
    #expect(terminal.printed("a word on standard error"))
  }

  @Test("what is printed on standard error does not soil the screen, and is not lost")
  func standardError() throws {
    let terminal = try probe("noise")
    try terminal.waitFor("ready")
    terminal.type("x")
    try terminal.waitFor("character 120")
    #expect(!terminal.screen.contains("a word on standard error"))
    terminal.type("q")
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.screen.contains("a word on standard error"))
  }

  @Test(
    "a terminal that cannot show a screen is told apart, and left alone",
    arguments: [("nonesuch", 2), ("", 2), ("dumb", 3)])
  func noScreen(term: String, reason: Int) throws {
    let terminal = try probe(environment: ["TERM": term])
    #expect(try terminal.exitStatus() == 1)
    #expect(terminal.screen.text == "no screen \(reason)")
    #expect(terminal.terminalIsSane)
  }

  @Test(
    "the locale decides on UTF-8; an unset or broken one becomes UTF-8",
    arguments: [
      (["LANG": ""], "utf8 1 åé→"), (["LC_ALL": "xx_XX.UTF-8"], "utf8 1 åé→"),
      (["LC_ALL": "C"], "utf8 0 ???"),
    ])
  func locale(environment: [String: String], told: String) throws {
    let terminal = try probe(environment: environment)
    try terminal.waitFor(told)
  }

  @Test("a monochrome terminal has no colours, and is given back too")
  func monochrome() throws {
    let terminal = try probe(environment: ["TERM": "vt100"])
    try terminal.waitFor("ready 80x24 colors 0")
    terminal.press(.up)
    try terminal.waitFor("key 3")
    terminal.type("q")
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.terminalIsSane)
    #expect(terminal.screen.unknown.isEmpty)
  }

  @Test("without a screen, a wait ends with a line or with a signal")
  func plainWait() throws {
    let terminal = try probe("plain")
    try terminal.waitFor("waiting")
    terminal.type("a line\r")
    try terminal.waitFor("readable 1: a line")
    terminal.press(.control("c"))
    #expect(try terminal.exitStatus() == 130)
  }

  @Test(
    "tells the offset of a time zone, its summer time too",
    arguments: [
      ("UTC0", "offsets 0 0"), ("IST-5:30", "offsets 330 330"),
      ("CET-1CEST,M3.5.0,M10.5.0/3", "offsets 60 120"), ("NST3:30", "offsets -210 -210"),
    ])
  func offsets(zone: String, told: String) throws {
    let terminal = try probe("clock", environment: ["TZ": zone])
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.screen.contains(told))
    #expect(terminal.screen.contains("boot 1 wall 1"))
  }

  @Test("text at the edge of a tiny window is clipped")
  func tiny() throws {
    let terminal = try probe(rows: 2, columns: 9)
    try terminal.wait(for: "ready 9x2") { $0.lines == ["ready 9x2", ""] }
    terminal.type("é")
    try terminal.wait(for: "character") { $0.lines == ["ready 9x2", "character"] }
  }
}
