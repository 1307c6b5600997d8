import Testing

@Suite("Virtual screen")
struct VirtualScreenTests {
  @Test(
    "interprets what ncurses sends",
    arguments: [
      ("one\r\ntwo", "one\ntwo"),
      ("\u{1B}[2;3Hx\u{1B}[Hy", "y\n  x"),
      ("abcdef\u{1B}[3G\u{1B}[K", "ab"),
      ("abcdef\u{1B}[3G\u{1B}[1K", "   def"),
      ("abc\r\ndef\u{1B}[H\u{1B}[J", ""),
      ("abcdef\r\u{1B}[2P", "cdef"),
      ("abc\r\u{1B}[2@", "  abc"),
      ("abc\r\u{1B}[4hX\u{1B}[4l", "Xabc"),
      ("abcdef\r\u{1B}[3X", "   def"),
      ("a\u{1B}[5b", "aaaaaa"),
      ("a\u{1B}[3dz", "a\n\n z"),
      ("ab\u{8}\u{8}X", "Xb"),
      ("a\tb", "a       b"),
      ("1\r\n2\r\n3\u{1B}[2;1H\u{1B}[L", "1\n\n2\n3"),
      ("1\r\n2\r\n3\u{1B}[H\u{1B}[M", "2\n3"),
      ("1\r\n2\r\n3\r\n4\u{1B}[2;3r\u{1B}[3;1H\n\u{1B}[r", "1\n3\n\n4"),
      ("1\r\n2\u{1B}[H\u{1B}M0", "0\n1\n2"),
      ("\u{1B}(B\u{1B})0\u{1B}[0;1;38;5;2mbold\u{1B}(B\u{1B}[m", "bold"),
      ("\u{1B}]0;a title\u{7}text", "text"),
      ("\u{1B}7\u{1B}[3;3Hb\u{1B}8a", "a\n\n  b"),
      ("åé→ 日本", "åé→ 日本"),
      ("\u{1B}[A\u{1B}[2B\u{1B}[2Ca\u{1B}[2Db", "\n\n ba"),
    ] as [(Sent, Sent)])
  func interprets(sent: Sent, seen: Sent) {
    var screen = VirtualScreen(rows: 4, columns: 10)
    screen.feed(sent.text)
    #expect(screen.text == seen.text)
    #expect(screen.unknown.isEmpty)
  }

  @Test("a letter whose bytes come apart is one letter")
  func splitBytes() {
    var screen = VirtualScreen()
    for byte in Array("é→".utf8) { screen.feed([byte]) }
    #expect(screen.text == "é→")
    #expect(screen.cursor == .init(row: 0, column: 2))
  }

  @Test("a full row wraps only when more is written, and the lower edge scrolls")
  func wraps() {
    var screen = VirtualScreen(rows: 2, columns: 3)
    screen.feed("abc")
    #expect(screen.cursor == .init(row: 0, column: 2))
    screen.feed("defg")
    #expect(screen.text == "def\ng")
  }

  @Test("a wide letter fills two cells")
  func wide() {
    var screen = VirtualScreen()
    screen.feed("日x")
    #expect(screen.position(of: "x") == .init(row: 0, column: 2))
  }

  @Test("the alternate screen gives the normal one back as it was")
  func alternate() {
    var screen = VirtualScreen(rows: 5, columns: 20)
    screen.feed("before\u{1B}[?1049h\u{1B}[?1h\u{1B}[Hinside")
    #expect(screen.text == "inside")
    #expect(screen.isAlternate && screen.hasApplicationKeys)
    screen.resize(rows: 6, columns: 30)
    screen.feed("\u{1B}[?1049l\u{1B}[?1l")
    #expect(screen.text == "before")
    #expect(screen.cursor == .init(row: 0, column: 6))
    #expect(!screen.isAlternate && !screen.hasApplicationKeys)
  }

  @Test("cursor and bell are seen")
  func cursorAndBell() {
    var screen = VirtualScreen()
    screen.feed("\u{1B}[?25l\u{7}")
    #expect(!screen.isCursorVisible && screen.bells == 1)
    screen.feed("\u{1B}[?12l\u{1B}[?25h")
    #expect(screen.isCursorVisible)
  }

  @Test("what it does not know is told")
  func unknown() {
    var screen = VirtualScreen()
    screen.feed("\u{1B}[5yz")
    #expect(screen.unknown == ["CSI 5y"])
    #expect(screen.text == "z")
  }

  @Test("no bytes make it trap", arguments: 0..<20)
  func noise(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    var screen = VirtualScreen(rows: 3, columns: 5)
    let bytes = Array("\u{1B}[]()?;0123456789;HJKLMPSTX@bdrhlGABCD日é".utf8)
    for _ in 0..<3000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      screen.feed([bytes[Int(state >> 33) % bytes.count]])
    }
    #expect(screen.lines.count == 3)
  }
}
