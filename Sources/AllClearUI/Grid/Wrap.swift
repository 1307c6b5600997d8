/// Text broken into lines at words; a word that is longer than a line is cut.
enum Wrap {
  /// Breaks a plain text, as `lines(of:width:)`.
  static func lines(_ text: String, width: Int, role: Role = .text) -> [StyledLine] {
    lines(of: [Span(text: text, role: role)], width: width)
  }

  /// Breaks styled text into lines of at most `width` columns; no text makes no line.
  static func lines(of spans: [Span], width: Int) -> [StyledLine] {
    var breaker = Breaker(width: max(1, width))
    for span in spans {
      let parts = span.text.split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for (index, part) in parts.enumerated() {
        if index > 0 { breaker.endLine() }
        for character in Inert.places(String(part)) { breaker.add(character, span.role) }
      }
    }
    return breaker.finish()
  }

  /// Breaks a short text into lines of about the same length, for the middle of a screen.
  static func balanced(_ text: String, width: Int, role: Role = .text) -> [StyledLine] {
    var result = lines(text, width: width, role: role)
    var narrower = width - 1
    while result.count > 1, narrower > width / 2 {
      let next = lines(text, width: narrower, role: role)
      if next.count > result.count { break }
      result = next
      narrower -= 1
    }
    return result
  }

  private struct Breaker {
    let width: Int
    var lines: [StyledLine] = []
    var line: [Span] = []
    var lineWidth = 0
    var gap = 0
    var gapRole = Role.text
    var word: [Span] = []
    var wordWidth = 0

    init(width: Int) {
      self.width = width
    }

    mutating func add(_ character: Character, _ role: Role) {
      if character == " " {
        endWord()
        gap += 1
        gapRole = role
        return
      }
      let columns = TextWidth.of(character)
      if wordWidth > 0, wordWidth + columns > width {
        // The word fills a line by itself: cut it here.
        endWord()
      }
      Self.append(String(character), role, to: &word)
      wordWidth += columns
    }

    mutating func endWord() {
      guard !word.isEmpty else { return }
      if lineWidth > 0, lineWidth + gap + wordWidth > width {
        lines.append(StyledLine(line))
        line = []
        lineWidth = 0
      }
      if lineWidth > 0, gap > 0 {
        // Space between two words of one meaning has that meaning; else it is plain.
        let role = line.last?.role == word.first?.role ? gapRole : .text
        Self.append(String(repeating: " ", count: gap), role, to: &line)
        lineWidth += gap
      }
      for span in word { Self.append(span.text, span.role, to: &line) }
      lineWidth += wordWidth
      gap = 0
      word = []
      wordWidth = 0
    }

    mutating func endLine() {
      endWord()
      lines.append(StyledLine(line))
      line = []
      lineWidth = 0
      gap = 0
    }

    mutating func finish() -> [StyledLine] {
      endWord()
      if !line.isEmpty { lines.append(StyledLine(line)) }
      return lines
    }

    private static func append(_ text: String, _ role: Role, to spans: inout [Span]) {
      if let last = spans.indices.last, spans[last].role == role {
        spans[last].text += text
      } else {
        spans.append(Span(text: text, role: role))
      }
    }
  }
}
