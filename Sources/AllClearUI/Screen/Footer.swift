import AllClearEngine

/// The three to five keys that matter now, on one line.
enum Footer {
  static func line(_ rows: [KeyRow], width: Int, phrases: Phrases) -> StyledLine {
    fill(rows, width: width, phrases).line
  }

  /// What had no room on that line, as far as it has room on another one.
  static func rest(
    _ rows: [KeyRow], width: Int, room: Int, phrases: Phrases
  ) -> StyledLine? {
    let chosen = fill(rows, width: width, phrases).chosen
    let left = rows.indices.filter { !chosen.contains($0) }.map { rows[$0] }
    let line = fill(left, width: room, phrases).line
    return line.spans.isEmpty ? nil : line
  }

  private static func fill(
    _ rows: [KeyRow], width: Int, _ phrases: Phrases
  ) -> (line: StyledLine, chosen: [Int]) {
    let ranked = rows.indices.filter { rows[$0].rank != nil }
      .sorted { (rows[$0].rank ?? 0, $0) < (rows[$1].rank ?? 0, $1) }
    var chosen: [Int] = []
    var shown = StyledLine()
    for index in ranked where chosen.count < 5 {
      // The dearest first; what has no room gives way to what has.
      let more = (chosen + [index]).sorted()
      let lines = [3, 2].map { line(of: more.map { rows[$0] }, gap: $0, phrases) }
      guard let fitting = lines.first(where: { $0.width <= width }) else { continue }
      chosen = more
      shown = fitting
    }
    return (shown, chosen)
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
