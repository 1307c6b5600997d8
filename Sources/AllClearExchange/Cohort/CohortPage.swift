import AllClearEngine
import AllClearMeasures

/// A cohort written down.
extension Cohort {
  /// How it is written.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    case text, json, csv, html
  }

  /// As text of at most 80 columns, or with a line for each figure.
  public func text(plain: Bool) -> String { CohortText(self).text(plain: plain) }

  /// What a figure is, as names and numbers.
  private static func members(_ value: CohortFigure.Value) -> [(String, Double)] {
    switch value {
    case .count(let count): return [("value", Double(count))]
    case .mean(let spread):
      guard let mean = spread.mean else { return [] }
      return [("value", mean)] + (spread.deviation.map { [("sd", $0)] } ?? [])
    case .share(let share):
      guard let percent = share.percent else { return [] }
      return [("value", percent), ("count", Double(share.count)), ("of", Double(share.of))]
    case .correlation(let together):
      guard let r = try? together.correlation() else { return [] }
      let interval = together.interval.map { [("low", $0.low), ("high", $0.high)] } ?? []
      return [("value", r)] + interval
    case .distance(let result):
      guard case .success(let g) = result else { return [] }
      return [("value", g.value), ("low", g.interval.low), ("high", g.interval.high)]
    }
  }

  private static func people(_ figure: CohortFigure, _ group: CohortGroup) -> Int {
    group.people - figure.missing(group)
  }

  // MARK: - JSON

  /// As JSON; per cents and means are not rounded for the eye.
  public func json(app: String) -> String {
    let table = CohortTable(self)
    func number(_ value: Double) -> JSON {
      let rounded = (value * 1_000_000).rounded() / 1_000_000
      return rounded == rounded.rounded() && abs(rounded) < 1e15
        ? .int(Int(rounded)) : .real(rounded)
    }
    func object(_ value: CohortFigure.Value, _ rest: [(String, JSON)]) -> JSON {
      var members = Self.members(value).map { JSON.Member(key: $0.0, value: number($0.1)) }
      members += rest.map { JSON.Member(key: $0.0, value: $0.1) }
      if let why = CohortWords.why(value) {
        members.append(JSON.Member(key: "why", value: .string("cannot be worked out: " + why)))
      }
      return .object(members)
    }
    let figures = CohortFigure.all(of: self)
    let arms = arms.map { arm -> JSON in
      let members = figures.map { figure in
        JSON.Member(
          key: figure.id,
          value: object(
            figure.value(arm.group),
            [
              ("people", .int(Self.people(figure, arm.group))),
              ("missing", .int(figure.missing(arm.group))),
            ]))
      }
      return ["arm": .string(arm.name), "figures": .object(members)]
    }
    let distances = CohortDistance.all(of: self).map { one in
      object(
        .distance(one.value),
        [
          ("figure", .string(one.id)), ("arm", .string(one.arm)),
          ("against", .string(one.against)),
          ("people", .array([.int(one.counts.one), .int(one.counts.other)])),
        ])
    }
    let whole: JSON = [
      "format": "allclear-cohort", "version": 1, "app": .string(app),
      "source": .string(source), "arms": .array(arms), "hedges-g": .array(distances),
      "notes": .array(table.notes.map { .string($0) }),
      "limits": .array(table.limits.map { .string($0) }),
    ]
    return whole.pretty() + "\n"
  }

  // MARK: - CSV

  /// As one tidy table: a figure of an arm a row.
  public var csv: String {
    let header = [
      "figure", "arm", "against", "value", "sd", "low", "high", "count", "of", "people", "missing",
      "why",
    ]
    func row(
      _ figure: String, _ arm: String, _ against: String?, _ value: CohortFigure.Value,
      _ people: Int, _ missing: Int?
    ) -> [CSV.Cell] {
      let members = Dictionary(uniqueKeysWithValues: Self.members(value))
      let cells = ["value", "sd", "low", "high", "count", "of"].map { name -> CSV.Cell in
        guard let number = members[name] else { return .empty }
        return number == number.rounded() ? .number(Int(number)) : .decimal(number)
      }
      return [.text(figure), .text(arm), CSV.Cell(against)] + cells
        + [.number(people), CSV.Cell(missing), CSV.Cell(CohortWords.why(value))]
    }
    var rows: [[CSV.Cell]] = []
    for arm in arms {
      for figure in CohortFigure.all(of: self) {
        rows.append(
          row(
            figure.id, arm.name, nil, figure.value(arm.group), Self.people(figure, arm.group),
            figure.missing(arm.group)))
      }
    }
    for one in CohortDistance.all(of: self) {
      rows.append(
        row(
          "hedges-g-" + one.id, one.arm, one.against, .distance(one.value),
          one.counts.one + one.counts.other, nil))
    }
    return CSV.text(header: header, rows: rows)
  }
}
