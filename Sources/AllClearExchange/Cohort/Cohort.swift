public import AllClearMeasures

/// A caseload, as the trial was told: groups of people with their figures, and what was left aside.
public struct Cohort: Hashable, Sendable {
  /// The groups: the one that others are compared with first, then by name.
  public var arms: [Arm] = []
  public var options: CohortOptions
  /// Where it comes from, as it is told.
  public var source = ""
  /// Whether there is a table of outcomes, and one of causes.
  public var hasPain = true
  public var hasCauses = true

  /// Causes whose kind the table, or the person, says; and those that were coded by their words.
  public var byFile = 0
  public var byWords = 0
  /// Causes beyond the third of a visit, which are left aside as in the trial.
  public var further = 0
  /// People with outcomes and no arm, and with causes and no outcomes: left out.
  public var withoutArm = 0
  public var onlyCauses = 0
  /// Lines that could not be counted and were left out.
  public var leftOut = 0
  /// Visits of which no line was found, as they are told.
  public var missingVisits: [String] = []
  /// Journals: how many there are, and how many of them are a demo.
  public var journals: Int?
  public var demos = 0
  public var hasDemos = false

  /// A group of people who were treated alike.
  public struct Arm: Hashable, Sendable {
    public var name: String
    public var group: CohortGroup

    /// Makes one.
    public init(_ name: String, _ group: CohortGroup) {
      self.name = name
      self.group = group
    }
  }

  /// A cohort with nobody in it.
  public init(_ options: CohortOptions) { self.options = options }

  /// Puts the arm first that others are compared with; false where there is none of that name.
  mutating func order() -> Bool {
    arms.sort { $0.name < $1.name }
    let wanted = options.reference
    let place =
      wanted.map { name in arms.firstIndex { $0.name == name } }
      ?? (arms.firstIndex { $0.name.lowercased() == "prt" } ?? (arms.isEmpty ? nil : 0))
    guard let place else { return wanted == nil }
    arms.insert(arms.remove(at: place), at: 0)
    return true
  }
}
