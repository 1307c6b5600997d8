import AllClearMeasures

/// A picture of one outcome, an arm a row: how things were before and after, a share of all, or how
/// far arms lie apart.
struct CohortChart {
  var title: String
  /// What its marks are.
  var about: String
  /// The ends of its axis, and what stands on it.
  var from: Double
  var to: Double
  var ticks: [(at: Double, text: String)]
  var rows: [Row]

  /// A row: its name, its value in words, and what is drawn.
  struct Row {
    var label: String
    var text: String
    /// A hollow mark: before.
    var before: Double?
    /// A full mark: after.
    var dot: Double?
    /// A bar from the beginning of the axis.
    var bar: Double?
    var interval: Interval?
  }

  // MARK: - The outcomes

  static func all(of cohort: Cohort) -> [Self] {
    (cohort.hasPain ? [pain(cohort), little(cohort), better(cohort)] : [])
      + (cohort.hasCauses ? [causes(cohort)] : [])
      + (cohort.arms.count > 1
        ? CohortDistance.kinds(of: cohort).map { distance($0, cohort) } : [])
  }

  private static func pain(_ cohort: Cohort) -> Self {
    Self(
      title: "Pain before and after, of 10",
      about: "Means. Hollow: before. Full: after, with the 95% interval of its mean.", from: 0,
      to: 10,
      ticks: [(0, "0"), (5, "5"), (10, "10")],
      rows: cohort.arms.map { arm in
        let (before, after) = (arm.group.before.mean, arm.group.after.mean)
        let interval = after.flatMap { mean in
          arm.group.after.margin.map { Interval(low: mean - $0, high: mean + $0) }
        }
        return Row(
          label: arm.name, text: Self.moved(before, after, 2, ""), before: before, dot: after,
          interval: interval)
      })
  }

  private static func moved(_ before: Double?, _ after: Double?, _ digits: Int, _ unit: String)
    -> String
  {
    func text(_ value: Double?) -> String {
      value.map { CohortWords.fixed($0, digits) + unit } ?? "none"
    }
    return "\(text(before)) to \(text(after))"
  }

  private static func little(_ cohort: Cohort) -> Self {
    shares(
      "0 or 1 of 10 after", "Of all who began, with Wilson's 95% interval. Not told counts as not.",
      cohort, \.littleOfAll)
  }

  private static func better(_ cohort: Cohort) -> Self {
    shares(
      "30% better", "Of all who began, with Wilson's 95% interval. Not told counts as not.", cohort,
      \.betterOfAll)
  }

  private static let percents: [(at: Double, text: String)] = [
    (0, "0%"), (50, "50%"), (100, "100%"),
  ]

  private static func shares(
    _ title: String, _ about: String, _ cohort: Cohort, _ path: KeyPath<CohortGroup, Share>
  ) -> Self {
    Self(
      title: title, about: about, from: 0, to: 100, ticks: percents,
      rows: cohort.arms.map { arm in
        let share = arm.group[keyPath: path]
        return Row(
          label: arm.name, text: CohortWords.share(share), bar: share.percent,
          interval: share.interval)
      })
  }

  private static func causes(_ cohort: Cohort) -> Self {
    Self(
      title: "Mind-brain causes before and after",
      about: "In per cent of answers. Hollow: before. Full: after.", from: 0, to: 100,
      ticks: percents,
      rows: cohort.arms.map { arm in
        let (before, after) = (arm.group.named.percent, arm.group.namedAfter.percent)
        return Row(
          label: arm.name, text: Self.moved(before, after, 0, "%"), before: before, dot: after)
      })
  }

  private static func distance(_ kind: CohortDistance.Kind, _ cohort: Cohort) -> Self {
    let first = cohort.arms.first?.name ?? ""
    let all = CohortDistance.all(of: cohort).filter { $0.id == kind.id }
    let known = all.compactMap { try? $0.value.get() }
    let reach = known.flatMap { [abs($0.interval.low), abs($0.interval.high)] }.max() ?? 1
    let end = max(1, reach.rounded(.up))
    let text = CohortWords.fixed(end, 0)
    return Self(
      title: "\(kind.label): \(first) against each other arm",
      about: kind.id == "pain-change"
        ? "Hedges' g, 95% interval. Left of 0: pain fell more in \(first)."
        : "Hedges' g, 95% interval. Right of 0: the score rose more in \(first).",
      from: -end, to: end, ticks: [(-end, "-" + text), (0, "0"), (end, text)],
      rows: all.map { one in
        let g = try? one.value.get()
        return Row(
          label: one.against, text: CohortWords.text(.distance(one.value)), dot: g?.value,
          interval: g?.interval)
      })
  }

  // MARK: - As numbers of a picture

  private static let left = 12.0
  private static let right = 308.0
  private static let rowHeight = 36

  private func x(_ value: Double) -> String {
    let share = min(1, max(0, (value - from) / (to - from)))
    return CohortWords.fixed(Self.left + share * (Self.right - Self.left), 1)
  }

  var values: [String: Any] {
    let bottom = rows.count * Self.rowHeight + 8
    return [
      "title": Report.Format.html.escaped(title), "about": Report.Format.html.escaped(about),
      "height": bottom + 18, "top": 4, "bottom": bottom, "tickY": bottom + 13,
      "ticks": ticks.map { tick in
        [
          "x": x(tick.at), "text": tick.text,
          "anchor": tick.at == from ? "start" : tick.at == to ? "end" : "middle",
        ]
      },
      "said": Report.Format.html.escaped(
        rows.map { "\($0.label): \($0.text)." }.joined(separator: " ")),
      "rows": rows.enumerated().map { values($1, $0 * Self.rowHeight) },
    ]
  }

  private func values(_ row: Row, _ top: Int) -> [String: Any] {
    var values: [String: Any] = [
      "label": Report.Format.html.escaped(Self.short(row.label)),
      "text": Report.Format.html.escaped(row.text), "textY": top + 14, "y": top + 27,
      "barY": top + 21,
    ]
    if let bar = row.bar {
      values["bar"] = CohortWords.fixed(
        max(0, min(1, bar / to)) * (Self.right - Self.left), 1)
    }
    if let before = row.before { values["before"] = x(before) }
    if let dot = row.dot { values["dot"] = x(dot) }
    if let before = row.before, let dot = row.dot {
      values["way"] = ["from": x(before), "to": x(dot)]
    }
    if let interval = row.interval {
      values["interval"] = ["low": x(interval.low), "high": x(interval.high)]
    }
    return values
  }

  private static func short(_ name: String) -> String {
    name.count > 22 ? name.prefix(21) + "…" : name
  }
}
