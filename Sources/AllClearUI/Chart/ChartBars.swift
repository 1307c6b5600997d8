import AllClearEngine

/// Bars beside each other, in eighths of a cell or with letters.
struct ChartBars {
  private let figure: ChartFigure

  init(_ figure: ChartFigure) {
    self.figure = figure
  }

  private static let eighths: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  var cells: [[ChartCell]] {
    let points = Array(figure.chart.points.suffix(figure.columns))
    // Room between them where there is room, and no bar wider than three: the first stands above
    // the first day, the last above the last.
    let bar = max(1, min(3, figure.columns / max(1, points.count) - 1))
    let (gaps, room) = (max(1, points.count - 1), figure.columns - bar)
    var cells = [[ChartCell]](
      repeating: [ChartCell](repeating: ChartCell(), count: figure.columns), count: figure.rows)
    for (index, point) in points.enumerated() {
      let height = height(of: point.value)
      for row in 0..<figure.rows {
        let level = min(8, height - (figure.rows - 1 - row) * 8)
        guard level > 0 else { continue }
        let sign: Character = figure.glyphs.chart == .ascii ? "#" : Self.eighths[level - 1]
        let left = (index * room * 2 + gaps) / (gaps * 2)
        for column in left..<left + bar {
          cells[row][column] = ChartCell(sign: sign, role: .accent)
        }
      }
    }
    return cells
  }

  /// In eighths of a row, rounded; what is there is never drawn as nothing.
  private func height(of value: Int) -> Int {
    guard value > 0 else { return 0 }
    let whole = figure.rows * 8
    return max(1, min(whole, (value * whole * 2 + figure.chart.top) / (figure.chart.top * 2)))
  }
}
