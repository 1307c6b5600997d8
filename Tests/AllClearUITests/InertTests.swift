import AllClearEngine
import Testing

@testable import AllClearUI

/// What a person or a file says is only ever shown, whatever is in it.
@Suite struct InertTests {
  /// One text of each class that could move, turn, hide or ring.
  static let hostile: [(name: String, text: String)] = [
    ("escape", "a\u{1B}b"), ("colour", "a\u{1B}[31mb"), ("erase", "a\u{1B}[2Jb"),
    ("title", "a\u{1B}]0;t\u{7}b"), ("link", "a\u{1B}]8;;http://x\u{1B}\\b"),
    ("device", "a\u{1B}P1$q\u{1B}\\b"), ("C1", "a\u{9B}2J\u{9D}0;t\u{9C}\u{85}b"),
    ("bell", "a\u{7}\u{8}\u{7F}b"), ("return", "a\rb\r\nc"), ("feeds", "a\u{B}b\u{C}c"),
    ("null", "a\u{0}b"), ("shift", "a\u{E}b\u{F}c"), ("tab", "a\tb"),
    ("overrides", "a\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}b"),
    ("isolates", "a\u{2066}\u{2067}\u{2068}\u{2069}b"),
    ("direction", "a\u{200E}\u{200F}\u{61C}b"),
    ("no width", "a\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}b"),
    ("no sign", "a\u{AD}\u{34F}\u{2061}\u{2064}\u{206A}\u{206F}\u{180E}\u{17B4}b"),
    ("fillers", "a\u{115F}\u{1160}\u{3164}\u{FFA0}\u{2800}b"),
    ("tags", "a\u{E0001}\u{E0041}\u{E007F}b"), ("notes", "a\u{FFF9}\u{FFFA}\u{FFFB}b"),
    ("selectors", "a\u{FE00}\u{FE0F}\u{E0100}\u{E01EF}\u{180B}b"),
    ("lone marks", "\u{301}\u{20DD}a \u{301}b"),
    ("many marks", "a" + String(repeating: "\u{30D}", count: 40) + "b"),
    ("lines", "a\u{2028}b\u{2029}c"), ("private", "a\u{E000}\u{F0000}\u{10FFFD}b"),
    ("nothing there", "a\u{378}\u{FFFE}\u{10FFFF}b"), ("joined", "👩‍🔬 👍🏽 क्षि स्त्र نے‌ها"),
    ("jamo", "\u{1160}\u{11A8}a\u{1100}\u{1161}\u{11A8}b"),
    ("wide", "暖かい部屋 한국어 ﷽ 🇬🇧 🇬"),
  ]
  static let names = hostile.map(\.name)

  /// What no shown text holds.
  static func isInert(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return switch properties.generalCategory {
    case .control, .format, .privateUse, .unassigned, .surrogate, .lineSeparator,
      .paragraphSeparator:
      false
    default:
      !properties.isDefaultIgnorableCodePoint && !properties.isBidiControl
        && !(0x1F3FB...0x1F3FF).contains(scalar.value) && scalar.value != 0x2800
    }
  }

  private func hold(
    _ text: String, _ about: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for scalar in text.unicodeScalars where !Self.isInert(scalar) {
      let code = String(scalar.value, radix: 16)
      Issue.record("\(about): U+\(code)", sourceLocation: sourceLocation)
    }
  }

  /// Each kind of prompt, with a text wherever content or a person can have put one.
  static func prompts(saying text: String) -> [Prompt] {
    let prose = Prose([
      .paragraph([.plain(text), .emphasis(text)]), .item([.plain(text)]),
      .numbers([TelephoneNumber(number: text, name: text)]),
    ])
    let choices = [Prompt.Choice(id: "1", text: text), Prompt.Choice(id: "2", text: text + "z")]
    func practice(_ phase: PracticeView.Phase) -> Prompt.Body {
      .practice(
        PracticeView(
          title: text, minutes: 3, lineCount: 4, hasBells: true, phase: phase, line: text, cue: 2))
    }
    let bodies: [Prompt.Body] = [
      .card(prose), .choose(prose, choices, many: false), .choose(prose, choices, many: true),
      .gate(prose, choices), .scale(prose, Scale(low: text, high: text)),
      .write(prose, isKept: true), .collect(prose, atMost: 5, seeds: [text]), practice(.ready),
      practice(.running), practice(.paused(offersStop: true)), practice(.pausedByGap),
      practice(.ended),
    ]
    return bodies.enumerated().map { index, body in
      let takesDraft: Bool =
        switch body {
        case .write, .collect: true
        default: false
        }
      return Prompt(
        place: "\(index)", body: body, heading: text, notice: text,
        moves: Set(Prompt.Move.allCases), draft: takesDraft ? [text, text] : [],
        urgent: [TelephoneNumber(number: "112", name: text)])
    }
  }

  @Test("shown text moves nothing, hides nothing, and is shown again as it is", arguments: names)
  func shown(name: String) throws {
    let text = try #require(Self.hostile.first { $0.name == name }?.text)
    let shown = Inert.shown(text)
    hold(shown, name)
    #expect(Inert.shown(shown) == shown)
    #expect(!shown.unicodeScalars.contains("\n"))
    #expect(Inert.places(text).map { String($0) }.joined() == shown)
    #expect(Inert.places(text).allSatisfy { (1...2).contains(TextWidth.of($0)) })
    #expect(Inert.places(text).reduce(0) { $0 + TextWidth.of($1) } == TextWidth.of(text))
  }

  @Test("each scalar there is, between two letters, is shown inert and leaves the letters")
  func everyScalar() {
    var wrong: [UInt32] = []
    // Every scalar where the classes change often, then samples of the rest.
    let values =
      Array(UInt32(0)...0x1FFF) + Array(UInt32(0x2000)...0x206F) + Array(UInt32(0xD7A0)...0xD7FF)
      + Array(UInt32(0xFE00)...0xFFFF) + Array(UInt32(0xE0000)...0xE01F0)
      + Array(stride(from: 0x2070, to: 0x10FFFF, by: 0x61))
    for value in values {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = Inert.shown("a\(scalar)b").unicodeScalars
      let isRight =
        shown.first == "a" && shown.last == "b" && shown.count <= 3
        && shown.dropFirst().dropLast().allSatisfy(Self.isInert)
      if !isRight { wrong.append(value) }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(9).map { String($0, radix: 16) })")
  }

  @Test("a cluster of letters takes the places that a terminal gives it")
  func clusters() {
    #expect(TextWidth.of("स्त्र") == 3)
    #expect(Inert.places("स्त्र").count == 3)
    #expect(TextWidth.of("👩‍🔬") == 4)
    #expect(TextWidth.of("가\u{11A8}") == 2)
    var grid = Grid(Size(columns: 6, rows: 1))
    #expect(grid.put("स्त्रab", row: 0, column: 0, role: .text) == 5)
    #expect(grid.row(0)[4].character == "b")
  }

  @Test("every kind of prompt shows it inert on the screen, on each page", arguments: names)
  func screens(name: String) throws {
    let text = try #require(Self.hostile.first { $0.name == name }?.text)
    for size in [Size(columns: 80, rows: 24), Size(columns: 31, rows: 9)] {
      let screen = Screen(size: size, phrases: Words.english)
      for prompt in Self.prompts(saying: text) {
        var state = ScreenState()
        for key in [Key.resized, .pageDown, .pageDown, .end, .character("?")] {
          _ = state.handle(key, prompt, on: screen)
          let frame = screen.frame(prompt, state)
          for row in 0..<frame.grid.rows {
            hold(frame.grid.text(row), "\(prompt.place) at \(size)")
          }
          #expect(Sweep.faults(of: frame, size).isEmpty)
        }
      }
    }
  }

  @Test("every kind of prompt says it inert in plain text", arguments: names, [nil, 40])
  func plain(name: String, width: Int?) throws {
    let text = try #require(Self.hostile.first { $0.name == name }?.text)
    for prompt in Self.prompts(saying: text) {
      var session = PlainSession(phrases: Words.english, width: width)
      var out = session.show(prompt)
      for line in ["1", "x", "r", "?", text] { out += session.read(line).out }
      for case .line(let line) in out { hold(line, prompt.place) }
      for case .prompt(let line) in out { hold(line, prompt.place) }
    }
  }

  @Test("what goes to standard output keeps its lines, and nothing else that is no text")
  func output() {
    #expect(Inert.lines("a\u{1B}[1m\nb\u{202E}c\r\n\n") == "a\u{FFFD}[1m\nbc\u{FFFD}\n\n")
    #expect(Inert.lines("one\ntwo\n") == "one\ntwo\n")
    for (name, text) in Self.hostile {
      for line in Inert.lines(text).unicodeScalars.split(separator: "\n") {
        hold(String(String.UnicodeScalarView(line)), name)
      }
    }
  }
}
