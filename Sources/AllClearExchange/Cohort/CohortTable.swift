import AllClearMeasures

/// A cohort as rows of words, for text and HTML.
struct CohortTable {
  /// A figure of every arm.
  struct Row {
    var id: String
    var label: String
    var short: String
    var cells: [String]
    /// Its footnote, from 1.
    var note: Int?
  }

  var arms: [String]
  var rows: [Row] = []
  /// What the arms are compared in, and one row for each other arm.
  var kinds: [(label: String, note: Int)] = []
  var distances: [(label: String, cells: [String])] = []
  var notes: [String] = []
  /// What holds of all of it.
  var limits: [String] = []

  init(_ cohort: Cohort) {
    arms = cohort.arms.map { OneLine.of($0.name) }
    for figure in CohortFigure.all(of: cohort) {
      let values = cohort.arms.map { figure.value($0.group) }
      let unknown = Self.unknown(figure.label, arms, values)
      if let note = figure.note { notes.append(note + " " + Self.missing(figure, cohort)) }
      if figure.note != nil { notes[notes.count - 1] += unknown }
      rows.append(
        Row(
          id: figure.id, label: figure.label, short: figure.short,
          cells: values.map(CohortWords.text), note: figure.note == nil ? nil : notes.count))
    }
    compare(cohort)
    limits = Self.limits(of: cohort)
  }

  private static func missing(_ figure: CohortFigure, _ cohort: Cohort) -> String {
    let missing = Self.each("Missing", cohort, figure.missing) ?? "Missing: nobody."
    let partly = figure.partly.flatMap { Self.each($0.said, cohort, $0.count) }
    return missing + (partly.map { " " + $0 } ?? "")
  }

  /// How many of each arm, where there are any.
  private static func each(
    _ said: String, _ cohort: Cohort, _ count: (CohortGroup) -> Int
  ) -> String? {
    let parts = cohort.arms.compactMap { arm -> String? in
      let count = count(arm.group)
      return count > 0 ? "\(OneLine.of(arm.name)) \(count) of \(arm.group.people)" : nil
    }
    return parts.isEmpty ? nil : "\(said): " + parts.joined(separator: ", ") + "."
  }

  private static func unknown(
    _ label: String, _ arms: [String], _ values: [CohortFigure.Value]
  ) -> String {
    let parts = zip(arms, values).compactMap { arm, value in
      CohortWords.why(value).map { (arm: arm, why: $0) }
    }
    return parts.map { " Cannot be worked out for \($0.arm): \($0.why)." }.joined()
  }

  private mutating func compare(_ cohort: Cohort) {
    let all = CohortDistance.all(of: cohort)
    guard let first = arms.first, !all.isEmpty else { return }
    for kind in CohortDistance.kinds(of: cohort) {
      let mine = all.filter { $0.id == kind.id }
      let sense =
        kind.id == "pain-change"
        ? "below 0, pain fell more in \(first)" : "above 0, the score rose more in \(first)"
      var note =
        "Hedges' g of the change, with its 95% interval (Borenstein and others 2009): \(sense)."
      for one in mine {
        note +=
          " \(first) against \(OneLine.of(one.against)): of \(one.counts.one) and "
          + "\(one.counts.other) people."
        if let why = CohortWords.why(.distance(one.value)) {
          note += " It cannot be worked out: \(why)."
        }
      }
      notes.append(note)
      kinds.append((kind.label, notes.count))
    }
    distances = cohort.arms.dropFirst().map { other in
      (
        "\(first) against \(OneLine.of(other.name))",
        all.filter { $0.against == other.name }.map { CohortWords.text(.distance($0.value)) }
      )
    }
  }

  // MARK: - What holds of all of it

  private static func limits(of cohort: Cohort) -> [String] {
    var limits: [String] = []
    if cohort.hasCauses { limits += [coded(cohort)] }
    limits += leftOut(cohort) + cohort.missingVisits.map { OneLine.of($0) }
    if cohort.arms.count == 1 {
      limits.append(
        "This is change in one group, not the effect of a treatment: people often begin when pain is "
          + "at its worst, and then it often eases by itself (regression to the mean).")
    } else if cohort.arms.count > 1 {
      limits.append(
        "A difference between arms speaks for a treatment only where people were drawn into them by "
          + "lot; the file does not say.")
    }
    limits.append("These are figures of groups. They say nothing sure about one person.")
    return limits
  }

  private static func coded(_ cohort: Cohort) -> String {
    let own =
      cohort.journals != nil ? "as the person put it right" : "as the file says (its category)"
    let (file, words) = (cohort.byFile, cohort.byWords)
    let byWords = "by their words, with allclear's own lexicon"
    switch (file > 0, words > 0) {
    case (true, false): return "Kinds of causes: \(own), all \(file) of them."
    case (false, true): return "Kinds of causes: \(byWords), all \(words) of them."
    case (true, true): return "Kinds of causes: \(file) \(own), \(words) \(byWords)."
    case (false, false): return "No causes were named at these visits."
    }
  }

  private static func leftOut(_ cohort: Cohort) -> [String] {
    var texts: [String] = []
    func add(_ count: Int, _ one: String, _ more: String) {
      if count > 0 {
        texts.append("Left out: " + (count == 1 ? "1 \(one)" : "\(count) \(more)") + ".")
      }
    }
    add(cohort.withoutArm, "person who has no arm", "people who have no arm")
    add(
      cohort.onlyCauses, "person who named causes and is not in the table of outcomes",
      "people who named causes and are not in the table of outcomes")
    add(cohort.further, "cause beyond the third of a visit", "causes beyond the third of a visit")
    add(cohort.leftOut, "line that could not be counted", "lines that could not be counted")
    if let journals = cohort.journals, cohort.demos > 0 {
      let demos =
        "\(cohort.demos) of \(journals) "
        + (cohort.demos == 1 ? "is a demo, not a patient" : "are demos, not patients")
      texts.append(
        demos + (cohort.hasDemos ? ", and counted here all the same." : ", and left out."))
    }
    return texts
  }
}
