import AllClearEngine

/// Screens that stand in front of a prompt: all keys, and too little room.
extension Screen {
  /// The keys of this prompt, from the key table.
  func helpItems(_ scene: Scene, _ state: ScreenState, width: Int) -> [Item] {
    let keys: KeyColumn = state.isAside ? .aside : state.promptColumn(scene)
    let rows = KeyTable.rows(keys, in: state.promptContext(scene))
    let names = rows.map { row in
      row.names.map { Footer.name($0, phrases) }.joined(separator: "  ")
    }
    let column = min(width / 2, (names.map { TextWidth.of($0) }.max() ?? 0) + 3)
    return zip(rows, names).map { row, name in
      let gap = String(repeating: " ", count: max(1, column - TextWidth.of(name)))
      let lines = Wrap.lines(phrases(row.label), width: max(1, width - column))
      return Item(lines: Item.hanging(lines, sign: name + gap, role: .key), isApart: false)
    }
  }

  func helpPages(_ scene: Scene, _ state: ScreenState) -> [Pages.Page] {
    let layout = Layout(size, hasHeading: true, isHall: isHall)
    let items = helpItems(scene, state, width: layout.width)
    let urgent = Urgent.compact(scene.prompt.urgent, width: layout.width, glyphs: glyphs)
    let room = max(1, layout.room - (urgent.isEmpty ? 0 : urgent.count + 1))
    return Pages(items, rooms: (first: room, other: room), asking: 0).pages
  }

  func help(page: Int, _ scene: Scene, _ state: ScreenState) -> Frame {
    var canvas = canvas(heading: phrases(.helpTitle))
    let layout = canvas.layout
    let pages = helpPages(scene, state)
    let shown = pages[min(max(0, page), pages.count - 1)]
    let row = putUrgent(scene.prompt, in: &canvas) ?? layout.start(height: shown.height)
    _ = canvas.put(shown.items, from: row)
    canvas.cursor = GridPoint(row: row, column: layout.left)
    let number: String? =
      pages.count > 1
      ? phrases(.pageOf, ["page": String(page + 1), "pages": String(pages.count)]) : nil
    canvas.mark(hint: nil, page: number)
    let rows = KeyTable.rows(.help, in: state.context(scene))
    canvas.put(
      Footer.line(rows, width: layout.width, phrases: phrases), row: layout.footerRow)
    return canvas.frame
  }

  /// The numbers of an emergency stand in front of whatever lies over their page; the row after.
  func putUrgent(_ prompt: Prompt, in canvas: inout Canvas) -> Int? {
    guard !prompt.urgent.isEmpty else { return nil }
    var row = canvas.layout.top
    for line in Urgent.compact(prompt.urgent, width: canvas.layout.width, glyphs: glyphs) {
      canvas.put(line, row: row)
      row += 1
    }
    return row + 1
  }

  /// Both sizes, and before them the numbers of an emergency.
  func tooSmall(_ prompt: Prompt) -> Frame {
    var grid = Grid(size)
    var lines = Urgent.compact(prompt.urgent, width: size.columns, glyphs: glyphs)
    lines += Wrap.lines(
      phrases(
        .tooSmall,
        [
          "columns": String(size.columns), "rows": String(size.rows),
          "least-columns": String(Layout.least.columns), "least-rows": String(Layout.least.rows),
        ]), width: size.columns)
    for (row, line) in lines.prefix(size.rows).enumerated() {
      grid.put(line, row: row, column: 0)
    }
    return Frame(grid: grid, cursor: GridPoint(row: 0, column: 0))
  }
}
