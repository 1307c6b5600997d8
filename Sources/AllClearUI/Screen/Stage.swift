public import AllClearEngine

/// A screen that is shown to others: a mark on each frame of it, and notes beside or beneath.
public struct Stage: Hashable, Sendable {
  /// The whole of it.
  public var screen: Screen
  /// One quiet line on top of every frame; `nil` for a screen that is nobody's but the person's own.
  public var mark: String?
  /// What may be said here; `nil` while it is not asked for.
  public var notes: Prose?

  /// Makes a stage.
  public init(screen: Screen, mark: String?, notes: Prose? = nil) {
    self.screen = screen
    self.mark = mark
    self.notes = notes
  }

  /// From so many columns on notes stand beside the screen.
  private static let columnsForBeside = 100
  /// As many columns as notes take there at most.
  private static let widestNotes = 44
  /// From so many rows on notes stand beneath it; on less they take its place.
  private static let rowsForBeneath = 20

  private struct Parts {
    var inner: Size
    var notes: Size
    var notesAt: GridPoint
  }

  private var parts: Parts {
    let size = screen.size
    let top = topRows
    let rows = size.rows - top
    guard notes != nil else {
      return Parts(
        inner: Size(columns: size.columns, rows: rows), notes: Size(columns: 1, rows: 1),
        notesAt: GridPoint(row: size.rows, column: 0))
    }
    if size.columns >= Self.columnsForBeside {
      let width = min(Self.widestNotes, size.columns * 2 / 5)
      return Parts(
        inner: Size(columns: size.columns - width - 3, rows: rows),
        notes: Size(columns: width, rows: rows - 1),
        notesAt: GridPoint(row: top + 1, column: size.columns - width - 1))
    }
    let width = max(1, size.columns - 4)
    if size.rows >= Self.rowsForBeneath {
      let height = rows * 2 / 5
      return Parts(
        inner: Size(columns: size.columns, rows: rows - height - 1),
        notes: Size(columns: width, rows: height),
        notesAt: GridPoint(row: size.rows - height, column: 2))
    }
    return Parts(
      inner: Size(columns: size.columns, rows: rows), notes: Size(columns: width, rows: rows),
      notesAt: GridPoint(row: top, column: 2))
  }

  /// The mark has a row of its own, where the screen can spare one.
  private var topRows: Int {
    mark != nil && screen.size.rows > Layout.least.rows ? 1 : 0
  }

  /// The part on which the app is shown.
  public var inner: Screen {
    var inner = screen
    inner.size = parts.inner
    return inner
  }

  /// A key as it is meant on that part.
  public func key(_ key: Key) -> Key {
    guard case .click(let point) = key else { return key }
    return .click(GridPoint(row: point.row - topRows, column: point.column))
  }

  /// What to show for a prompt.
  public func frame(_ prompt: Prompt, _ state: ScreenState) -> Frame {
    guard mark != nil || notes != nil, !state.isBlank else {
      return screen.frame(prompt, state)
    }
    var frame = inner.frame(prompt, state)
    let parts = parts
    var grid = Grid(screen.size)
    grid.put(frame.grid, row: topRows, column: 0)
    frame.cursor.row += topRows
    if let notes { put(notes, parts, in: &grid) }
    if let mark {
      let column = max(0, screen.size.columns - TextWidth.of(mark) - 1)
      grid.put(mark, row: 0, column: column, role: .dim)
    }
    return Frame(grid: grid, cursor: frame.cursor)
  }

  private func put(_ notes: Prose, _ parts: Parts, in grid: inout Grid) {
    let items = Item.items(
      of: notes, width: parts.notes.columns, glyphs: screen.glyphs, room: parts.notes.rows)
    var lines: [StyledLine] = []
    for item in items {
      if item.isApart, !lines.isEmpty { lines.append(StyledLine()) }
      lines += item.lines
    }
    let room = min(parts.notes.rows, screen.size.rows - parts.notesAt.row)
    guard room > 0 else { return }
    if lines.count > room {
      lines = Array(lines.prefix(room - 1)) + [StyledLine(String(screen.glyphs.more), .dim)]
    }
    // On a screen that has room for one of them only, notes take the place of what is shown.
    if parts.notesAt.row < topRows + parts.inner.rows, parts.notesAt.column < parts.inner.columns {
      let empty = String(repeating: " ", count: screen.size.columns)
      for row in parts.notesAt.row..<screen.size.rows {
        grid.put(empty, row: row, column: 0, role: .text)
      }
    }
    for (index, line) in lines.enumerated() {
      grid.put(line, row: parts.notesAt.row + index, column: parts.notesAt.column)
    }
  }
}

extension Grid {
  /// Puts another grid into this one.
  fileprivate mutating func put(_ other: Grid, row: Int, column: Int) {
    for index in 0..<other.rows {
      for (offset, cell) in other.row(index).enumerated() where !cell.isContinuation {
        put(String(cell.character), row: row + index, column: column + offset, role: cell.role)
      }
    }
  }
}
