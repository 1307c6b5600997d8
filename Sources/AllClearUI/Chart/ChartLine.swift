import AllClearEngine

/// Points joined by a line: in cells of two by four dots, or with letters.
struct ChartLine {
  private let figure: ChartFigure
  private let across: Int
  private let up: Int

  init(_ figure: ChartFigure) {
    self.figure = figure
    across = figure.glyphs.chart == .ascii ? 1 : 2
    up = figure.glyphs.chart == .ascii ? 1 : 4
  }

  private struct Dot: Hashable {
    var column: Int
    /// From the top.
    var row: Int
  }

  var cells: [[ChartCell]] {
    let marks = figure.chart.points.map(dot)
    var dots = Set(marks)
    for (from, to) in zip(marks, marks.dropFirst()) { dots.formUnion(Self.between(from, to)) }
    // Where they are many, the line alone is calmer.
    let isRoomy = up > 1 && marks.count * 3 <= figure.columns
    let spots = isRoomy ? marks.flatMap(Self.spot) : marks
    dots.formUnion(spots)
    let marked = Set(spots.map { Dot(column: $0.column / across, row: $0.row / up) })
    var signs: [Dot: UInt32] = [:]
    for dot in dots {
      let cell = Dot(column: dot.column / across, row: dot.row / up)
      signs[cell, default: 0] |= Self.bit(column: dot.column % across, row: dot.row % up)
    }
    return (0..<figure.rows).map { row in
      (0..<figure.columns).map { column in
        let cell = Dot(column: column, row: row)
        guard let bits = signs[cell] else { return ChartCell() }
        let isMarked = marked.contains(cell)
        return ChartCell(sign: sign(bits, isMarked), role: isMarked ? .accent : .dim)
      }
    }
  }

  private func sign(_ bits: UInt32, _ isMarked: Bool) -> Character {
    if figure.glyphs.chart == .ascii { return isMarked ? "o" : "." }
    return Unicode.Scalar(0x2800 + bits).map(Character.init) ?? " "
  }

  private func dot(_ point: Chart.Point) -> Dot {
    let points = figure.chart.points
    let first = points.first?.day.number ?? 0
    let days = max(1, (points.last?.day.number ?? 0) - first)
    // A spot is two dots wide and high.
    let spare = up > 1 ? 1 : 0
    let (right, top) = (figure.columns * across - 1 - spare, figure.rows * up - 1 - spare)
    // The clock may have been set back: whatever its day, it stays in the drawing.
    let day = min(days, max(0, point.day.number - first))
    let value = min(figure.chart.top, max(0, point.value))
    return Dot(
      column: (day * right * 2 + days) / (days * 2),
      row: top - (value * top * 2 + figure.chart.top) / (figure.chart.top * 2))
  }

  /// A point that can be made out on its line.
  private static func spot(_ dot: Dot) -> [Dot] {
    (0...1).flatMap { down in
      (0...1).map { Dot(column: dot.column + $0, row: dot.row + down) }
    }
  }

  /// The dots from one to another.
  private static func between(_ from: Dot, _ to: Dot) -> [Dot] {
    let (across, down) = (to.column - from.column, to.row - from.row)
    let steps = max(abs(across), abs(down))
    guard steps > 1 else { return [] }
    func part(_ length: Int, _ step: Int) -> Int {
      (length * step * 2 + (length < 0 ? -steps : steps)) / (steps * 2)
    }
    return (1..<steps).map {
      Dot(column: from.column + part(across, $0), row: from.row + part(down, $0))
    }
  }

  /// The bit of a dot in a cell of two by four.
  private static func bit(column: Int, row: Int) -> UInt32 {
    switch (column, row) {
    case (0, 3): 0x40
    case (1, 3): 0x80
    case (0, let row): 1 << UInt32(row)
    case (_, let row): 8 << UInt32(row)
    }
  }
}
