import AllClearEngine
import AllClearUI

extension Terminal {
  /// The signs that it can show.
  var glyphs: Glyphs {
    guard isUTF8 else { return .ascii }
    return Environment.value("TERM") == "linux" ? .console : .unicode
  }

  /// Draws a frame whole; curses sends what differs from what was sent.
  func paint(_ frame: Frame, _ look: Look, _ launch: Launch) {
    let hasColors = !launch.noColor && Environment.value("NO_COLOR") == nil
    let theme = Theme(look, colors: hasColors ? colors : 0)
    erase()
    for row in 0..<frame.grid.rows {
      if theme.fillsScreen {
        put(
          row: row, column: 0, String(repeating: " ", count: frame.grid.columns),
          style: theme[.text])
      }
      for run in frame.grid.runs(in: row) {
        put(row: row, column: run.column, run.text, style: theme[run.role])
      }
    }
    flush(cursorRow: frame.cursor.row, cursorColumn: frame.cursor.column)
  }
}
