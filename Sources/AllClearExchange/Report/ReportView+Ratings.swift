import AllClearEngine
import AllClearMeasures

// Ratings: the beginning against the latest, every check-in, and a chart of each.

extension ReportView {
  private typealias Point = (day: CivilDay, points: Int)
  private typealias Rated = (name: String, path: KeyPath<CheckIn, Int?>)

  /// Pain comes last, and only where it is asked for.
  private var rated: [Rated] {
    let all: [Rated] = [("danger", \.danger), ("doing", \.doing), ("enjoying", \.enjoying)]
    return report.hasPain ? all + [("pain", \.pain)] : all
  }

  var ratings: Values? {
    let told = [report.progress.beginning].compactMap { $0 } + report.progress.checkIns
    var values: Values = [:]
    for (name, path) in rated {
      let points = told.compactMap { checkIn in
        checkIn[keyPath: path].map { Point(checkIn.at.day, $0) }
      }
      if let rating = rating(name, points) { values[name] = rating }
    }
    let lasting = report.progress.checkIns.last { $0.change != nil }
    if let lasting, let change = lasting.change {
      values["change"] = [change.name: true, "day": lasting.at.day.iso]
    }
    guard !values.isEmpty else { return nil }
    values["checkIns"] = table
    return values
  }

  private func rating(_ name: String, _ points: [Point]) -> Values? {
    guard let first = points.first, let last = points.last else { return nil }
    var values: Values = ["first": first.points, "firstDay": first.day.iso]
    guard points.count > 1 else { return values }
    let change = Change(from: first.points, to: last.points)
    values["last"] = last.points
    values["lastDay"] = last.day.iso
    values["by"] = abs(change.difference)
    values[change.difference < 0 ? "isLower" : change.difference > 0 ? "isHigher" : "isSame"] = true
    values["isFelt"] = change.difference != 0 && change.isFelt
    values["chart"] = Chart(points.map { ($0.day.number, $0.points) }).values.merging([
      "firstDay": first.day.iso, "lastDay": last.day.iso, "first": first.points,
      "last": last.points, "least": points.map(\.points).min() ?? 0,
      "most": points.map(\.points).max() ?? 0, "count": points.count,
    ]) { _, new in new }
    return values
  }

  private var table: Values {
    let told = report.progress.checkIns.suffix(26)
    return [
      "hasPain": report.hasPain,
      "each": told.map { checkIn -> Values in
        var values: Values = ["day": checkIn.at.day.iso]
        for (name, path) in rated { values[name] = checkIn[keyPath: path].map(String.init) ?? "–" }
        return values
      },
    ]
  }
}

extension CheckIn.Change {
  /// Its name in a template.
  fileprivate var name: String {
    switch self {
    case .muchWorse: "muchWorse"
    case .bitWorse: "bitWorse"
    case .bitBetter: "bitBetter"
    case .muchBetter: "muchBetter"
    case .worse, .same, .better: rawValue
    }
  }
}

/// Ratings from 0 to 10 over days as lines and dots of a picture that is 320 wide and 132 high.
private struct Chart {
  let dots: [(x: Int, y: Int)]

  private static let left = 26
  private static let right = 310
  private static let top = 12
  private static let bottom = 108

  init(_ points: [(day: Int, points: Int)]) {
    let days = points.map(\.day)
    let first = days.min() ?? 0
    let span = max(1, (days.max() ?? 0) - first)
    dots = points.map { point in
      (
        Self.left + 6 + (point.day - first) * (Self.right - Self.left - 12) / span,
        Self.bottom - min(10, max(0, point.points)) * (Self.bottom - Self.top) / 10
      )
    }
  }

  var values: [String: Any] {
    [
      "left": Self.left, "right": Self.right, "top": Self.top,
      "bottom": Self.bottom, "middle": (Self.top + Self.bottom) / 2,
      "line": dots.map { "\($0.x),\($0.y)" }.joined(separator: " "),
      "dots": dots.map { ["x": $0.x, "y": $0.y] },
    ]
  }
}
