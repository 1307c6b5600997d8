/// One sitting's content, compiled.
public struct Module: Hashable, Sendable {
  /// Unique over modules, practices and pages.
  public var id: String
  public var title: String
  /// How long it takes at an easy pace, in minutes; 0 for a page.
  public var minutes: Int
  /// False where nothing of it is written down but its gates.
  public var isKept: Bool
  /// Whether a clinician has checked its words.
  public var isReviewed: Bool
  /// Steps and repeated groups, in order; included steps stand among them.
  public var steps: [Element]
  /// What the questionnaires in it add up, by the step that asks each.
  public var totals: [String: Total]
  /// A fingerprint of the content that it was compiled from.
  public var hash: String

  /// A total: points by option, by the step that asks an item.
  public typealias Total = [String: [String: Int]]

  /// Makes a module.
  public init(
    id: String, title: String, minutes: Int = 0, isKept: Bool = true, isReviewed: Bool = false,
    steps: [Element], totals: [String: Total] = [:], hash: String = ""
  ) {
    self.id = id
    self.title = title
    self.minutes = minutes
    self.isKept = isKept
    self.isReviewed = isReviewed
    self.steps = steps
    self.totals = totals
    self.hash = hash
  }

  /// A step, or a group of steps that repeats.
  public enum Element: Hashable, Sendable {
    case step(Step)
    case group(Group)
  }

  /// Steps that are passed through again until a condition is true; each pass is a turn.
  public struct Group: Hashable, Sendable {
    public var id: String
    public var when: Predicate?
    /// Looked at after each whole pass, over the answers of that pass.
    public var until: Predicate
    /// The greatest number of passes; at least 1.
    public var atMost: Int
    public var steps: [Step]

    /// Makes a group.
    public init(id: String, when: Predicate? = nil, until: Predicate, atMost: Int, steps: [Step]) {
      self.id = id
      self.when = when
      self.until = until
      self.atMost = atMost
      self.steps = steps
    }
  }

  /// Every step once, groups opened, in order.
  public var allSteps: [Step] {
    steps.flatMap { element in
      switch element {
      case .step(let step): [step]
      case .group(let group): group.steps
      }
    }
  }
}
