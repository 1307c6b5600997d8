import Testing

/// The screen at a real terminal, on the real content.
@Suite("Screens at a terminal", .serialized, .timeLimit(.minutes(2)))
struct ScreenTerminalTests {
  @Test("no page is passed over where each says that time runs faster")
  func everyPageAtSpeed() throws {
    let terminal = try PseudoTerminal(arguments: ["--speed", "2"], rows: 12, columns: 40)
    for page in 1...3 {
      if page > 1 { terminal.press(.enter) }
      try terminal.waitFor("\(page) of 3")
    }
    try terminal.waitFor("1  Try one minute now")
  }
}
