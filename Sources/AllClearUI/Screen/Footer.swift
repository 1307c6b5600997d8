import AllClearEngine

/// The three to five keys that matter now, on one line.
enum Footer {
  static func line(_ rows: [KeyRow], width: Int, phrases: Phrases) -> StyledLine {
    var shown = rows.filter { $0.rank != nil }
    while true {
      let line = line(of: shown, gap: 3, phrases)
      let isShort = shown.count <= 5 || shown.allSatisfy { $0.rank == 0 }
      if isShort, line.width <= width { return line }
      let narrow = self.line(of: shown, gap: 2, phrases)
      if isShort, narrow.width <= width { return narrow }
      // The least dear goes first; of two as dear, the later.
      guard
        let last = shown.indices.max(by: {
          (shown[$0].rank ?? 0, $0) < (shown[$1].rank ?? 0, $1)
        }), shown.count > 1
      else { return line }
      shown.remove(at: last)
    }
  }

  static func name(_ name: KeyRow.Name, _ phrases: Phrases) -> String {
    switch name {
    case .phrase(let phrase): phrases(phrase)
    case .sign(let sign): sign
    }
  }

  private static func line(of rows: [KeyRow], gap: Int, _ phrases: Phrases) -> StyledLine {
    var spans: [Span] = []
    for row in rows {
      guard let first = row.names.first else { continue }
      if !spans.isEmpty { spans.append(Span(text: String(repeating: " ", count: gap), role: .dim)) }
      spans.append(Span(text: name(first, phrases), role: .key))
      spans.append(Span(text: " " + phrases(row.label), role: .dim))
    }
    return StyledLine(spans)
  }
}
