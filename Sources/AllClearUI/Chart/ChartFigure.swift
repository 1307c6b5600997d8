import AllClearEngine

/// A chart as lines of cells: its height on the left, its days beneath, no colour that judges.
struct ChartFigure {
  let chart: Chart
  let width: Int
  let glyphs: Glyphs

  /// Columns that the drawing takes at most: wider, and the eye loses the line.
  private static let most = 56

  private var label: Int { String(chart.top).utf8.count }

  /// The columns and rows of the drawing itself.
  var columns: Int { max(4, min(Self.most, width - label - 2)) }

  /// A small screen has room for three rows, which tell eleven points apart where cells have dots.
  var rows: Int {
    let isSmall = width < 44
    return glyphs.chart == .ascii ? (isSmall ? 4 : 6) : (isSmall ? 3 : 5)
  }

  var lines: [StyledLine] {
    let drawn = chart.kind == .line ? ChartLine(self).cells : ChartBars(self).cells
    let body = drawn.enumerated().map { row, cells in
      let number =
        row == 0 ? String(chart.top) : row == drawn.count - 1 ? "0" : ""
      let room = String(repeating: " ", count: label - number.utf8.count)
      return StyledLine(
        [Span(text: "\(room)\(number) \(glyphs.axis.side)", role: .dim)] + Self.spans(cells))
    }
    let floor =
      String(repeating: " ", count: label + 1) + String(glyphs.axis.corner)
      + String(repeating: glyphs.axis.floor, count: columns)
    return body + [StyledLine(floor, .dim)] + dates
  }

  /// The first day and the last beneath the ends of the drawing, or beneath each other.
  private var dates: [StyledLine] {
    let (first, last) = (Inert.shown(chart.first), Inert.shown(chart.last))
    let gap = columns - TextWidth.of(first) - TextWidth.of(last)
    let indent = label + 2
    guard first != last else { return [StyledLine(first, .dim).indented(by: indent)] }
    guard gap >= 1 else {
      return [StyledLine(first + " " + String(glyphs.axis.floor), .dim), StyledLine(last, .dim)]
        .map { $0.indented(by: indent) }
    }
    return [
      StyledLine(first + String(repeating: " ", count: gap) + last, .dim).indented(by: indent)
    ]
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
