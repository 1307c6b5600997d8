/// What one person of a cohort told, before and after.
public struct CohortPerson: Hashable, Sendable {
  /// Average pain from 0 to 10; `nil` where it was not told.
  public var before: Double?
  public var after: Double?
  /// Whether pain before is of some of its visits only.
  public var isBeforePartial = false
  /// The causes that were named; `nil` where none was.
  public var named: Named?
  public var namedAfter: Named?

  /// Makes a person.
  public init(
    before: Double? = nil, after: Double? = nil, named: Named? = nil, namedAfter: Named? = nil
  ) {
    self.before = before
    self.after = after
    self.named = named
    self.namedAfter = namedAfter
  }

  /// Causes that were named at one time.
  ///
  /// How many of them count as mind or brain is the trial's mind-brain score, 0 to 3 of three, rank not
  /// weighed (Ashar 2023).
  public struct Named: Hashable, Sendable {
    public var mindBrain: Int
    public var answers: Int

    /// Makes a count.
    public init(mindBrain: Int, of answers: Int) {
      self.mindBrain = mindBrain
      self.answers = answers
    }
  }
}

/// The figures of a group of people who were treated alike, as the trial told them.
///
/// After Ashar 2022 and 2023. People are taken in one by one and not kept.
public struct CohortGroup: Hashable, Sendable {
  /// All who began.
  public private(set) var people = 0
  public private(set) var before = Spread()
  /// Of how many pain before is of some of its visits only.
  public private(set) var beforePartly = 0
  public private(set) var after = Spread()
  /// After less before, of those who told both: below zero where pain fell.
  public private(set) var change = Spread()
  /// How many told 0 or 1 of 10 after: the trial's "pain-free or nearly pain-free" (Ashar 2022).
  public private(set) var little = 0
  /// How many have at least 30 parts of 100 less pain than before (Ostelo 2008); who began at 0 is none
  /// of them.
  public private(set) var better = 0
  /// How many told both and began at 0.
  public private(set) var fromZero = 0

  /// Answers about causes, and the people who gave any.
  public private(set) var named = Share(0, of: 0)
  public private(set) var namedBy = 0
  public private(set) var namedAfter = Share(0, of: 0)
  public private(set) var namedAfterBy = 0
  /// The mind-brain score after less before, of those who named causes both times: above zero where
  /// more of them count as mind or brain.
  public private(set) var scoreChange = Spread()
  /// The change in score and the change in pain.
  public private(set) var together = Together()
  /// How many named fewer or more causes after than before.
  public private(set) var namedUnevenly = 0

  /// A group with nobody in it.
  public init() {}

  /// Takes in a person.
  public mutating func add(_ person: CohortPerson) {
    people += 1
    if let value = person.before {
      before.add(value)
      if person.isBeforePartial { beforePartly += 1 }
    }
    if let value = person.after {
      after.add(value)
      if value <= Double(Course.littlePain) { little += 1 }
    }
    let pain = Self.change(person)
    if let pain, let start = person.before {
      change.add(pain)
      if start == 0 {
        fromZero += 1
      } else if -100 * pain >= Double(Change.percent) * start - Spread.nothing {
        better += 1
      }
    }
    add(person.named, person.namedAfter, pain)
  }

  private static func change(_ person: CohortPerson) -> Double? {
    guard let before = person.before, let after = person.after else { return nil }
    return after - before
  }

  private mutating func add(
    _ first: CohortPerson.Named?, _ last: CohortPerson.Named?, _ pain: Double?
  ) {
    if let first {
      named = Share(named.count + first.mindBrain, of: named.of + first.answers)
      namedBy += 1
    }
    if let last {
      namedAfter = Share(namedAfter.count + last.mindBrain, of: namedAfter.of + last.answers)
      namedAfterBy += 1
    }
    guard let first, let last else { return }
    if first.answers != last.answers { namedUnevenly += 1 }
    let score = Double(last.mindBrain - first.mindBrain)
    scoreChange.add(score)
    if let pain { together.add(score, pain) }
  }

  /// 0 or 1 of 10 after, of all who began: who told nothing after counts as not (the trial's
  /// intention to treat).
  public var littleOfAll: Share { Share(little, of: people) }
  /// 0 or 1 of 10 after, of those who told it.
  public var littleOfCompleters: Share { Share(little, of: after.count) }
  /// 30% better, of all who began: who told nothing counts as not.
  public var betterOfAll: Share { Share(better, of: people) }
  /// 30% better, of those who told pain before and after.
  public var betterOfCompleters: Share { Share(better, of: change.count) }
}
