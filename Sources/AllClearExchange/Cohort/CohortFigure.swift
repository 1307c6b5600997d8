import AllClearMeasures

/// A figure of a group of people: what it is called and how it is worked out.
struct CohortFigure {
  /// Its name in files.
  var id: String
  /// What it is called where there is room.
  var label: String
  /// What it is called in a table of 80 columns.
  var short: String
  /// What its footnote says before the missing values; none for a figure that shares another's.
  var note: String?
  var value: (CohortGroup) -> Value
  /// How many people it does not know.
  var missing: (CohortGroup) -> Int
  /// Of how many it knows only a part, and how that is said.
  var partly: (said: String, count: (CohortGroup) -> Int)?

  /// What a figure is.
  enum Value {
    case count(Int)
    case mean(Spread)
    case share(Share)
    case correlation(Together)
    case distance(Result<HedgesG, NoFigure>)
  }
}

extension CohortFigure {
  /// The figures of a cohort, in the order in which they are told.
  static func all(of cohort: Cohort) -> [Self] {
    let people = Self(
      id: "people", label: "People who began", short: "People who began", note: nil,
      value: { .count($0.people) }, missing: { _ in 0 })
    return [people] + (cohort.hasPain ? pain(cohort) : [])
      + (cohort.hasCauses ? causes(cohort) : [])
      + (cohort.hasPain && cohort.hasCauses ? [together] : [])
  }

  private static func pain(_ cohort: Cohort) -> [Self] {
    let visits = cohort.options.before
    let before =
      cohort.journals != nil
      ? "The first rating in the journal."
      : visits.count == 1
        ? "The visit \(OneLine.of(visits[0]))."
        : "Each person's mean of the visits \(OneLine.of(visits.joined(separator: ", "))), of those "
          + "that were answered."
    let after =
      cohort.journals != nil
      ? "The last rating in the journal, where there is more than one."
      : "The visit \(OneLine.of(cohort.options.after))."
    return [
      Self(
        id: "completers", label: "Completers: told pain after", short: "Completers",
        note: "Completers told pain after.", value: { .count($0.after.count) },
        missing: { $0.people - $0.after.count }),
      Self(
        id: "pain-before", label: "Pain before, of 10: mean (SD)", short: "Pain before, mean (SD)",
        note: before, value: { .mean($0.before) }, missing: { $0.people - $0.before.count },
        partly: ("Not all of these visits were answered", { $0.beforePartly })),
      Self(
        id: "pain-after", label: "Pain after, of 10: mean (SD)", short: "Pain after, mean (SD)",
        note: after, value: { .mean($0.after) }, missing: { $0.people - $0.after.count }),
      Self(
        id: "pain-change", label: "Change in pain: mean (SD)", short: "Change in pain",
        note: "After less before: below 0 is less pain. Of people who told both.",
        value: { .mean($0.change) }, missing: { $0.people - $0.change.count }),
      Self(
        id: "little-of-all", label: "0 or 1 of 10 after, of all who began",
        short: "0-1 of 10 after, of all",
        note: "Of all who began: who told nothing after counts as not, as in the trial.",
        value: { .share($0.littleOfAll) }, missing: { $0.people - $0.after.count }),
      Self(
        id: "little-of-completers", label: "0 or 1 of 10 after, of completers",
        short: "  of completers", note: nil, value: { .share($0.littleOfCompleters) },
        missing: { $0.people - $0.after.count }),
      Self(
        id: "better-of-all", label: "30% better, of all who began", short: "30% better, of all",
        note:
          "At least 30% less than one's own pain before (Ostelo 2008). Of all who began: who did not "
          + "tell both, or began at 0, counts as not. Of completers: of people who told both.",
        value: { .share($0.betterOfAll) }, missing: { $0.people - $0.change.count }),
      Self(
        id: "better-of-completers", label: "30% better, of those who told both",
        short: "  of completers", note: nil, value: { .share($0.betterOfCompleters) },
        missing: { $0.people - $0.change.count }),
    ]
  }

  private static func causes(_ cohort: Cohort) -> [Self] {
    let (first, last) =
      cohort.journals != nil
      ? ("the first list in the journal", "the newest list, where there is more than one")
      : (
        "the visit \(OneLine.of(cohort.options.before.last ?? ""))",
        "the visit \(OneLine.of(cohort.options.after))"
      )
    return [
      Self(
        id: "mind-brain-before", label: "Mind-brain causes before, of answers",
        short: "Mind-brain before",
        note:
          "In per cent of answers, \(first): psychological, stress and brain count (Ashar 2023).",
        value: { .share($0.named) }, missing: { $0.people - $0.namedBy }),
      Self(
        id: "mind-brain-after", label: "Mind-brain causes after, of answers",
        short: "Mind-brain after", note: "The same, \(last).",
        value: { .share($0.namedAfter) }, missing: { $0.people - $0.namedAfterBy }),
      Self(
        id: "mind-brain-change", label: "Change in mind-brain score: mean (SD)",
        short: "Change in mind-brain",
        note:
          "The score is how many of a person's three causes count as mind or brain; after less before. "
          + "Of people who named causes both times.",
        value: { .mean($0.scoreChange) }, missing: { $0.people - $0.scoreChange.count },
        partly: ("Named more or fewer causes after than before", { $0.namedUnevenly })),
    ]
  }

  private static var together: Self {
    Self(
      id: "together", label: "Both changes together: r (95% interval)", short: "Both changes, r",
      note:
        "Pearson's r of the change in score and the change in pain, with Fisher's interval. Below 0: "
        + "where the score rose more, pain fell more. It does not say that one brings the other.",
      value: { .correlation($0.together) }, missing: { $0.people - $0.together.count })
  }
}

/// How far apart two arms are in a change.
struct CohortDistance {
  var id: String
  var label: String
  var arm: String
  var against: String
  var counts: (one: Int, other: Int)
  var value: Result<HedgesG, NoFigure>

  /// Each other arm, and in what: the first arm stands for itself.
  static func all(of cohort: Cohort) -> [Self] {
    guard let first = cohort.arms.first else { return [] }
    return cohort.arms.dropFirst().flatMap { other in
      kinds(of: cohort).map { kind in
        let (one, two) = (first.group[keyPath: kind.path], other.group[keyPath: kind.path])
        let value = Result { () throws(NoFigure) in try HedgesG(of: one, against: two) }
        return Self(
          id: kind.id, label: kind.label, arm: first.name, against: other.name,
          counts: (one.count, two.count), value: value)
      }
    }
  }

  typealias Kind = (id: String, label: String, path: KeyPath<CohortGroup, Spread>)

  static func kinds(of cohort: Cohort) -> [Kind] {
    (cohort.hasPain ? [("pain-change", "Change in pain", \CohortGroup.change)] : [])
      + (cohort.hasCauses
        ? [("mind-brain-change", "Change in mind-brain", \CohortGroup.scoreChange)] : [])
  }
}
