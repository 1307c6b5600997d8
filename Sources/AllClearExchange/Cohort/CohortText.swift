/// A cohort as text: a tidy table of at most 80 columns, or a line for each figure.
struct CohortText {
  private let cohort: Cohort
  private let table: CohortTable
  private static let width = 80

  init(_ cohort: Cohort) {
    self.cohort = cohort
    table = CohortTable(cohort)
  }

  /// All of it.
  /// - Parameter plain: a line for each figure, for a screen reader.
  func text(plain: Bool) -> String {
    var lines = ["A caseload, as the trial was seen"]
    if !cohort.source.isEmpty { lines += Self.wrapped(OneLine.of(cohort.source), "") }
    lines.append("")
    if cohort.arms.isEmpty {
      lines += ["There is nobody in it.", ""]
    } else if plain {
      lines += said
    } else {
      lines += columns
    }
    lines += notes
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Line by line

  private var said: [String] {
    var lines: [String] = []
    for (index, arm) in table.arms.enumerated() {
      lines.append(arm)
      for row in table.rows { lines.append("\(row.label): \(row.cells[index])\(mark(row.note)).") }
      lines.append("")
    }
    guard !table.distances.isEmpty else { return lines }
    lines.append("Between arms: Hedges' g (95% interval)")
    for (label, cells) in table.distances {
      for (kind, cell) in zip(table.kinds, cells) {
        lines.append("\(label), \(kind.label.lowercased()): \(cell)\(mark(kind.note)).")
      }
    }
    return lines + [""]
  }

  private func mark(_ note: Int?) -> String { note.map { " [\($0)]" } ?? "" }

  // MARK: - In columns

  private var columns: [String] {
    let labels = table.rows.map { $0.short + mark($0.note) }
    var lines: [String] = []
    var rest = Array(table.arms.indices)
    let first = (labels.map(\.count).max() ?? 0) + 2
    let widths = rest.map { index in
      ([table.arms[index]] + table.rows.map { Self.stacked($0.cells[index]).first ?? "" }).map(
        \.count
      )
      .max() ?? 0
    }
    while !rest.isEmpty {
      var some: [Int] = []
      var used = first
      while let next = rest.first, some.isEmpty || used + widths[next] + 2 <= Self.width {
        some.append(next)
        used += widths[next] + 2
        rest.removeFirst()
      }
      lines.append(Self.line("", some.map { (table.arms[$0], widths[$0]) }, first))
      for (label, row) in zip(labels, table.rows) {
        let cells = some.map { Self.stacked(row.cells[$0]) }
        for depth in 0..<(cells.map(\.count).max() ?? 0) {
          let pieces = zip(some, cells).map { ($1.count > depth ? $1[depth] : "", widths[$0]) }
          lines.append(Self.line(depth == 0 ? label : "  95% interval", pieces, first))
        }
      }
      lines.append("")
    }
    return lines + distances
  }

  /// A correlation stands above its interval.
  private static func stacked(_ cell: String) -> [String] {
    guard cell.contains(" to "), let open = cell.firstIndex(of: "(") else { return [cell] }
    return [
      String(cell[..<open].dropLast()),
      String(cell[cell.index(after: open)...].dropLast()).replacing(" to ", with: ".."),
    ]
  }

  private static func line(
    _ label: String, _ cells: [(text: String, width: Int)], _ first: Int
  ) -> String {
    var line = label + String(repeating: " ", count: max(0, first - label.count))
    for (text, width) in cells {
      line += String(repeating: " ", count: max(0, width - text.count)) + text + "  "
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }

  private var distances: [String] {
    guard !table.distances.isEmpty else { return [] }
    var lines = ["Between arms: Hedges' g (95% interval)"]
    let first = max(24, (table.distances.map(\.label.count).max() ?? 0) + 2)
    let heads = table.kinds.map { "\($0.label) [\($0.note)]" }
    let width = (heads + table.distances.flatMap(\.cells)).map(\.count).max() ?? 0
    lines.append(Self.line("", heads.map { ($0, width) }, first))
    for (label, cells) in table.distances {
      lines.append(Self.line(label, cells.map { ($0, width) }, first))
    }
    return lines + [""]
  }

  // MARK: - Notes

  private var notes: [String] {
    var lines: [String] = []
    if !cohort.arms.isEmpty, !table.notes.isEmpty {
      lines.append("Notes")
      for (index, note) in table.notes.enumerated() {
        let mark = "[\(index + 1)] "
        lines += Self.wrapped(mark + note, String(repeating: " ", count: mark.count))
      }
      lines.append("")
    }
    for limit in table.limits { lines += Self.wrapped(limit, "  ") }
    return lines
  }

  static func wrapped(_ text: String, _ indent: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.count + word.count + 1 > width, !line.isEmpty {
        lines.append(line)
        line = indent
      }
      if !line.isEmpty, line != indent { line += " " }
      line += word
    }
    return lines + [line]
  }
}
