/// A stretch of text with one meaning.
struct Span: Hashable {
  var text: String
  var role: Role
}

/// One line of text, ready to be put on a grid.
struct StyledLine: Hashable {
  var spans: [Span]

  init(_ spans: [Span] = []) {
    self.spans = spans
  }

  init(_ text: String, _ role: Role) {
    spans = text.isEmpty ? [] : [Span(text: text, role: role)]
  }

  var text: String { spans.map(\.text).joined() }
  var width: Int { TextWidth.of(text) }

  /// The same line after some columns of space.
  func indented(by columns: Int) -> StyledLine {
    columns <= 0
      ? self : StyledLine([Span(text: String(repeating: " ", count: columns), role: .text)] + spans)
  }

  /// The same line in the middle of a width.
  func centred(in width: Int) -> StyledLine {
    indented(by: (width - self.width) / 2)
  }
}
