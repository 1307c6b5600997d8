import AllClearEngine

/// A chart as lines of cells: its height on the left, its days beneath, no colour that judges.
///
/// Beside the sentence beneath it a chart gives way: it loses height, then the row of its days, which
/// then stand on its floor, and where too little is left it is not drawn.
struct ChartFigure {
  let chart: Chart
  let width: Int
  let glyphs: Glyphs
  /// The rows that the drawing takes, without its floor and its days; 0 where there is no room.
  let rows: Int
  /// Its days stand on its floor, and nothing between it and the sentence.
  let isClose: Bool

  /// Columns that the drawing takes at most: wider, and the eye loses the line.
  private static let most = 56

  private let label: Int

  /// The columns of the drawing itself.
  let columns: Int

  /// - Parameter room: the rows that are free above the sentence.
  init(chart: Chart, width: Int, glyphs: Glyphs, room: Int = .max) {
    (self.chart, self.width, self.glyphs) = (chart, width, glyphs)
    label = String(chart.top).utf8.count
    columns = max(4, min(Self.most, width - label - 2))
    let days = Days(chart, columns: columns)
    // Three rows of dots tell eleven points apart; with letters each row is one height.
    let (isSmall, isASCII) = (width < 44, glyphs.chart == .ascii)
    let full = isASCII ? (isSmall ? 4 : 6) : (isSmall ? 3 : 5)
    let fair = isASCII ? 4 : 3
    let least = isASCII ? 3 : 2
    let apart = room - 1 - days.height - 1
    if apart >= fair {
      (rows, isClose) = (min(full, apart), false)
    } else if days.haveFloor, room - 1 >= least {
      (rows, isClose) = (min(full, room - 1), true)
    } else {
      (rows, isClose) = (apart >= least ? apart : 0, false)
    }
  }

  var lines: [StyledLine] {
    guard rows > 0 else { return [] }
    let drawn = chart.kind == .line ? ChartLine(self).cells : ChartBars(self).cells
    let body = drawn.enumerated().map { row, cells in
      let number =
        row == 0 ? String(chart.top) : row == drawn.count - 1 ? "0" : ""
      let room = String(repeating: " ", count: label - number.utf8.count)
      return StyledLine(
        [Span(text: "\(room)\(number) \(glyphs.axis.side)", role: .dim)] + Self.spans(cells))
    }
    let days = Days(chart, columns: columns)
    let corner = String(repeating: " ", count: label + 1) + String(glyphs.axis.corner)
    if isClose { return body + [StyledLine(corner + days.onFloor(glyphs.axis.floor), .dim)] }
    let floor = corner + String(repeating: glyphs.axis.floor, count: columns)
    return body + [StyledLine(floor, .dim)]
      + days.beneath(glyphs.axis.floor).map { StyledLine($0, .dim).indented(by: label + 2) }
  }

  /// The first day and the last, at the ends of the drawing.
  private struct Days {
    private let first: String
    private let last: String
    private let columns: Int
    private let gap: Int

    init(_ chart: Chart, columns: Int) {
      (first, last) = (Inert.shown(chart.first), Inert.shown(chart.last))
      self.columns = columns
      gap = columns - TextWidth.of(first) - TextWidth.of(last)
    }

    /// So many rows they take beneath the floor: one, or each its own.
    var height: Int { first == last || gap >= 1 ? 1 : 2 }

    /// Whether they can stand on the floor with some of it between them.
    var haveFloor: Bool { first == last ? TextWidth.of(first) < columns - 2 : gap >= 4 }

    func beneath(_ floor: Character) -> [String] {
      if first == last { return [first] }
      if gap >= 1 { return [first + String(repeating: " ", count: gap) + last] }
      return [first + " " + String(floor), last]
    }

    func onFloor(_ floor: Character) -> String {
      if first == last {
        let rest = columns - TextWidth.of(first) - 2
        return " \(first) " + String(repeating: floor, count: rest)
      }
      return " \(first) " + String(repeating: floor, count: gap - 3) + " \(last)"
    }
  }

  /// Cells of a row, those of one role together.
  private static func spans(_ cells: [ChartCell]) -> [Span] {
    var spans: [Span] = []
    for cell in cells {
      if spans.last?.role == cell.role {
        spans[spans.count - 1].text.append(cell.sign)
      } else {
        spans.append(Span(text: String(cell.sign), role: cell.role))
      }
    }
    return spans
  }
}

/// A cell of a drawing.
struct ChartCell: Hashable {
  var sign: Character = " "
  var role = Role.text
}

/// With what a terminal draws.
enum ChartSigns: Hashable {
  /// Cells of eight dots and bars in eighths.
  case dots
  case ascii
}

/// The line on the left of a drawing, the one beneath it, and where they meet.
struct ChartAxis: Hashable {
  var side: Character
  var corner: Character
  var floor: Character
}
