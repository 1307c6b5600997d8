/// Many measurements of one thing.
struct Figures {
  var values: [Double] = []

  mutating func add(_ value: Double) { values.append(value) }

  /// The value that a share of all does not exceed.
  func at(_ share: Double) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.last else { return 0 }
    let index = Int((Double(sorted.count) * share).rounded(.up)) - 1
    return sorted.indices.contains(index) ? sorted[index] : share == 0 ? sorted[0] : last
  }

  var median: Double { at(0.5) }
  var p99: Double { at(0.99) }
}

/// One line of the table.
struct Row {
  var name: String
  var figures: Figures
  var unit: String
  /// How many digits stand behind the point.
  var digits = 1
  var aim: Aim?

  /// What a figure should stay below.
  struct Aim {
    var limit: Double
    var of: Measure
    /// What the limit is, where that is not a plain number.
    var text: String?

    enum Measure: String { case median, p99, most = "max" }
  }

  /// The figure that the aim is about.
  private func value(_ measure: Aim.Measure) -> Double {
    switch measure {
    case .median: figures.median
    case .p99: figures.p99
    case .most: figures.at(1)
    }
  }

  var cells: [String] {
    func text(_ value: Double) -> String { "\(Row.text(value, digits: digits)) \(unit)" }
    let start = [
      name, String(figures.values.count), text(figures.median), text(figures.p99),
      text(figures.at(1)),
    ]
    guard let aim else { return start + ["", ""] }
    let limit = aim.text ?? text(aim.limit)
    return start + ["\(aim.of.rawValue) < \(limit)", value(aim.of) < aim.limit ? "met" : "MISSED"]
  }

  /// A number with a fixed number of digits behind the point.
  static func text(_ value: Double, digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let number = Int((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && number > 0 ? "-" : ""
    guard digits > 0 else { return sign + String(number) }
    let rest = String(number % scale)
    return sign + "\(number / scale)." + String(repeating: "0", count: digits - rest.count) + rest
  }
}

/// Rows beneath each other, each column as wide as its widest cell.
enum Table {
  static func print(_ rows: [Row]) {
    let cells = [["", "n", "median", "p99", "max", "aim", ""]] + rows.map(\.cells)
    let widths = (0..<7).map { column in cells.map { $0[column].count }.max() ?? 0 }
    for line in cells {
      let padded = line.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return (1...4).contains(column) ? space + cell : cell + space
      }
      var text = padded.joined(separator: "  ")
      while text.hasSuffix(" ") { text.removeLast() }
      Swift.print(text)
    }
  }
}
