import Testing

@Suite("Smoke", .serialized, .timeLimit(.minutes(1)))
struct SmokeTests {
  @Test("the program starts in a terminal, says its name and gives the terminal back")
  func starts() throws {
    let terminal = try PseudoTerminal()
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.printed("allclear"))
    #expect(terminal.terminalIsSane)
  }
}
