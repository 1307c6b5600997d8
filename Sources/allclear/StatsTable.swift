import AllClearScript

/// The figures of content as aligned columns: words and plain numbers, no rules, one line a file.
enum StatsTable {
  private static let heads = [
    "file", "words", "minutes", "pace", "grade", "sources", "cards", "questions", "practices",
    "longest", "faults",
  ]

  /// The table, the totals, and which faults there are.
  static func lines(of counts: [FileCount]) -> [String] {
    guard !counts.isEmpty else { return ["There is no module, page or practice here."] }
    let total = FileCount.total(of: counts, named: "total")
    let rows = [heads] + (counts + [total]).map(cells)
    let widths = heads.indices.map { column in
      rows.map { $0[column].unicodeScalars.count }.max() ?? 0
    }
    var lines = rows.map { row in
      row.indices.map { column in
        let padding = String(
          repeating: " ", count: widths[column] - row[column].unicodeScalars.count)
        return column == 0 ? row[column] + padding : padding + row[column]
      }.joined(separator: "  ")
    }
    lines += counts.filter { !$0.faults.isEmpty }.map { "\($0.file): \(faults($0))" }
    return lines
  }

  private static func cells(_ count: FileCount) -> [String] {
    let numbers = [
      count.sources.count, count.cards, count.questions, count.practices, count.longestCard,
      count.faults.values.reduce(0, +),
    ]
    return [
      count.file, String(count.words), String(count.minutes), String(count.minutesAtPace),
      grade(count),
    ] + numbers.map(String.init)
  }

  /// With one digit behind the point.
  static func grade(_ count: FileCount) -> String {
    let tenths = Int((count.grade * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func faults(_ count: FileCount) -> String {
    let codes = count.faults.sorted { $0.key.rawValue < $1.key.rawValue }
    let list = codes.map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", ")
    return list + (count.kind == .unknown ? "; nothing of it could be counted" : "")
  }
}
