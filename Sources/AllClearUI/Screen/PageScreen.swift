import AllClearEngine

/// Every prompt that is text and, on its last page, a question.
extension Screen {
  func pages(_ scene: Scene, _ state: ScreenState) -> Frame {
    let (prompt, sheet) = (scene.prompt, scene.sheet)
    let page = sheet.pages[state.page]
    let urgent = sheet.urgent(page: state.page)
    var canvas = canvas(heading: Sheet.shownHeading(of: prompt))
    let layout = canvas.layout

    let isOffering = prompt.offersPlain && state.page == 0
    let top = max(layout.top, isOffering ? sheet.offer.count + 1 : 0)
    let room = layout.bottom - top - (urgent.isEmpty ? 0 : urgent.count + 1)
    let asker = page.asks ? asker(prompt, state, sheet, room: room - page.height) : nil
    let asking = asker?.lines ?? []
    let gap = !page.items.isEmpty && !asking.isEmpty ? 1 : 0
    let height = page.height + gap + asking.count
    // Urgent numbers stand on the same rows of every page.
    var row = urgent.isEmpty ? max(top, layout.start(height: height)) : top

    for line in urgent {
      canvas.put(line, row: row)
      row += 1
    }
    if !urgent.isEmpty { row += 1 }
    let textRow = row
    row = canvas.put(page.items, from: row) + gap
    for (index, line) in asking.enumerated() where row + index < layout.bottom {
      canvas.put(line, row: row + index)
    }
    canvas.targets = (asker?.targets ?? []).map { $0.moved(rows: row, columns: layout.left) }
      .filter { $0.row < layout.bottom }
    if let focus = asker?.cursor {
      canvas.cursor = GridPoint(row: row + focus.row, column: layout.left + focus.column)
    } else {
      // The text, or the first answer's number where there is no text.
      let first = page.items.first?.lines.first?.text.prefix { $0 == " " }.count ?? 0
      let indent = page.items.isEmpty && page.asks ? 2 : first
      canvas.cursor = GridPoint(row: textRow, column: layout.left + indent)
    }
    if isOffering {
      for (row, line) in sheet.offer.enumerated() { canvas.put(line, row: row) }
      if !state.isTouched { canvas.cursor = GridPoint(row: 0, column: layout.left) }
    }
    finish(&canvas, scene, state, hint: asker?.hint)
    return canvas.frame
  }

  /// Page number, hint and footer.
  func finish(
    _ canvas: inout Canvas, _ scene: Scene, _ state: ScreenState, hint: String? = nil
  ) {
    let pages = scene.pages.count
    let number: String? =
      pages > 1
      ? phrases(.pageOf, ["page": String(state.page + 1), "pages": String(pages)]) : nil
    let column = state.column(scene)
    let rows = KeyTable.rows(column, in: state.context(scene))
    let hint = state.hint.map { phrases($0) } ?? hint
    if hint == nil, column.takesText, markRest(of: rows, number: number, &canvas) {
      // The row is taken.
    } else if hint == nil, let first = scene.prompt.hint, isAsked(scene, state) {
      canvas.mark(hint: first, page: number, role: .dim)
    } else {
      canvas.mark(hint: hint, page: number)
    }
    canvas.put(
      Footer.line(rows, width: canvas.layout.width, phrases: phrases),
      row: canvas.layout.footerRow)
  }

  /// Puts the keys that the footer has no room for above it; false where all have room.
  ///
  /// Where `?` is a letter no help lists them, and there they are dearer than the number of a page.
  private func markRest(of rows: [KeyRow], number: String?, _ canvas: inout Canvas) -> Bool {
    let width = canvas.layout.width
    guard let all = Footer.rest(rows, width: width, room: width, phrases: phrases) else {
      return false
    }
    let room = width - (number.map { TextWidth.of($0) + 2 } ?? 0)
    canvas.mark(hint: nil, page: all.width <= room ? number : nil)
    canvas.put(all, row: canvas.layout.markRow)
    return true
  }

  /// Whether what a first-time hint is about is on this page.
  private func isAsked(_ scene: Scene, _ state: ScreenState) -> Bool {
    if case .practice = scene.prompt.body { return state.page == scene.pages.count - 1 }
    return scene.pages[state.page].asks
  }

  /// What stands under the text and takes the answer.
  struct Asker {
    var lines: [StyledLine]
    /// Within the lines; `nil` leaves the cursor on the text.
    var cursor: GridPoint?
    var hint: String?
    /// What a click means, by row within the lines and column of the text.
    var targets: [Frame.Target] = []
  }

  private func asker(
    _ prompt: Prompt, _ state: ScreenState, _ sheet: Sheet, room: Int
  ) -> Asker {
    let room = max(1, sheet.pages[state.page].items.isEmpty ? room : room - 1)
    return switch prompt.body {
    case .card, .practice: Asker(lines: [])
    case .choose(_, let choices, let many):
      menu(
        sheet.options, sheet.pages[state.page].options, of: choices.count,
        marks: many ? state.marks : nil, focus: state.focus(choices))
    case .gate:
      menu(
        sheet.options,
        OptionLines.window(sheet.options, selected: state.selection ?? 0, room: room),
        of: sheet.options.count,
        marks: state.marks, focus: state.selection)
    case .scale(_, let scale):
      ScaleFigure(
        scale, value: state.value, width: sheet.layout.width, room: room, glyphs: glyphs,
        phrases: phrases
      ).asker
    case .write: writing(state, width: sheet.layout.width, room: room)
    case .collect(_, let atMost, _):
      collecting(state, atMost: atMost, width: sheet.layout.width, room: room)
    }
  }

  /// Answers of a list, one beneath the other.
  /// - Parameter count: how many answers the whole list has.
  func menu(
    _ options: [OptionLines], _ window: Range<Int>, of count: Int, marks: Set<Int>?, focus: Int?
  ) -> Asker {
    var asker = Asker(lines: [])
    let digits = OptionLines.digits(count)
    for option in options[window] {
      let isFocused = focus == option.number - 1
      let role: Role = isFocused ? .focus : .text
      let number = String(option.number)
      if isFocused {
        // On the number, and not on the room before it: readers of the screen say what is there.
        asker.cursor = GridPoint(row: asker.lines.count, column: 2 + digits - number.count)
      }
      var signs = [
        Span(text: isFocused ? "\(glyphs.pointer) " : "  ", role: .accent),
        Span(text: String(repeating: " ", count: digits - number.count) + number, role: .key),
        Span(text: "  ", role: .text),
      ]
      if let marks {
        let isMarked = marks.contains(option.number - 1)
        signs.append(
          Span(
            text: (isMarked ? glyphs.marked : glyphs.unmarked) + " ",
            role: isMarked ? .accent : .dim))
      }
      let indent = OptionLines.indent(
        numbers: count, glyphs: glyphs, takesMark: marks != nil)
      let rows = asker.lines.count..<asker.lines.count + option.lines.count
      asker.targets += rows.map { row in
        Frame.Target(row: row, columns: 0..<Int.max, item: option.number - 1)
      }
      for (index, line) in option.lines.enumerated() {
        let spans = line.spans.map { Span(text: $0.text, role: role) }
        asker.lines.append(
          index == 0 ? StyledLine(signs + spans) : StyledLine(spans).indented(by: indent))
      }
    }
    if window.upperBound < options.count { asker.hint = phrases(.moreBelow) }
    return asker
  }
}
