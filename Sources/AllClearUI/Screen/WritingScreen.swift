import AllClearEngine

/// Places to write: one text in several lines, or a short numbered list.
extension Screen {
  /// The columns that a written line has, the cursor behind its end among them.
  static func writingWidth(_ width: Int) -> Int { max(1, width - 3) }
  static func entryWidth(_ width: Int) -> Int { max(1, width - 6) }

  func writing(_ state: ScreenState, width: Int, room: Int) -> Asker {
    let layout = EditorLayout(state.editor, width: Self.writingWidth(width))
    let first = max(0, layout.cursor.row - room + 1)
    let last = min(layout.rows.count, first + room)
    let lines = (first..<last).map { row in
      let isCut = (row == first && first > 0) || (row == last - 1 && last < layout.rows.count)
      let sign = isCut ? glyphs.more : row == layout.cursor.row ? glyphs.pointer : " "
      return StyledLine([
        Span(text: "\(sign) ", role: isCut ? .dim : .accent),
        Span(text: layout.string(row), role: .text),
      ])
    }
    return Asker(
      lines: lines,
      cursor: GridPoint(row: layout.cursor.row - first, column: 2 + layout.cursor.column))
  }

  func collecting(_ state: ScreenState, atMost: Int, width: Int, room: Int) -> Asker {
    var lines: [StyledLine] = []
    var cursor = GridPoint(row: 0, column: 0)
    var focusEnd = 0
    let count = min(max(1, atMost), max(state.entries.count + 1, min(atMost, 5)))
    for index in 0..<count {
      let isFocused = index == state.entry
      let written = state.entries.indices.contains(index) ? state.entries[index] : ""
      let editor = isFocused ? state.editor : Editor(written)
      let layout = EditorLayout(editor, width: Self.entryWidth(width))
      if isFocused {
        cursor = GridPoint(row: lines.count + layout.cursor.row, column: 5 + layout.cursor.column)
        focusEnd = lines.count + layout.rows.count
      }
      for row in layout.rows.indices {
        let number = row == 0 ? String(index + 1) : ""
        let gap = String(repeating: " ", count: max(0, 3 - number.count))
        lines.append(
          StyledLine([
            Span(text: isFocused && row == 0 ? "\(glyphs.pointer) " : "  ", role: .accent),
            Span(text: number + gap, role: .key),
            Span(text: layout.string(row), role: .text),
          ]))
      }
    }
    // The entry that is written stays in sight.
    let first = max(0, min(cursor.row, max(focusEnd - room, 0)))
    let shown = Array(lines.dropFirst(first).prefix(max(1, room)))
    return Asker(
      lines: shown, cursor: GridPoint(row: cursor.row - first, column: cursor.column),
      hint: first + shown.count < lines.count ? phrases(.moreBelow) : nil)
  }
}
