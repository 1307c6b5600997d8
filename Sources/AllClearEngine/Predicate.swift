public import AllClearMeasures

/// A condition on earlier answers; it stands on a step as `when:`.
public indirect enum Predicate: Hashable, Sendable {
  /// The option was chosen; of a gate: that outcome was given.
  case has(Reference, String)
  /// A number compared with a scale's answer.
  case compare(Reference, Comparison, Int)
  case skipped(Reference)
  case asked(Reference)
  case practised(Reference)
  case endedEarly(Reference)
  /// The hold stands now.
  case held(Hold)
  /// The person has asked for this.
  case wished(Wish)
  /// A questionnaire or a hello of the schedule is due.
  case due(String)
  /// How things stand against the person's own beginning.
  case course(Course.Standing)
  /// The first total of a questionnaire that stands as this step; false while an item is open.
  case score(String, Comparison, Int)
  case not(Predicate)
  case and(Predicate, Predicate)
  case or(Predicate, Predicate)

  /// How a number is compared.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    /// Whether `number` stands in this relation to `bound`.
    public func holds(_ number: Int, _ bound: Int) -> Bool {
      switch self {
      case .equal: number == bound
      case .notEqual: number != bound
      case .less: number < bound
      case .lessOrEqual: number <= bound
      case .greater: number > bound
      case .greaterOrEqual: number >= bound
      }
    }
  }

  /// What a condition is asked of, beside answers; nothing is so where it is not said.
  public struct Standing {
    public var held: (Hold) -> Bool
    public var wished: (Wish) -> Bool
    public var due: (String) -> Bool
    public var course: Course.Standing
    /// The total of a questionnaire's step; `nil` while an item is open.
    public var score: (String) -> Int?

    /// Makes what is asked.
    public init(
      held: @escaping (Hold) -> Bool = { _ in false },
      wished: @escaping (Wish) -> Bool = { _ in false },
      due: @escaping (String) -> Bool = { _ in false }, course: Course.Standing = .unknown,
      score: @escaping (String) -> Int? = { _ in nil }
    ) {
      self.held = held
      self.wished = wished
      self.due = due
      self.course = course
      self.score = score
    }
  }

  /// Whether the condition is true of what was answered.
  ///
  /// A comparison or `has` over a step that was skipped or not asked is false.
  /// - Parameter answer: the answer that counts for a reference, `nil` where there is none.
  public func isTrue(_ standing: Standing = Standing(), answer: (Reference) -> Answer?) -> Bool {
    switch self {
    case .has(let reference, let option):
      switch answer(reference) {
      case .option(let chosen): chosen == option
      case .options(let chosen): chosen.contains(option)
      case .gate(let outcome, _): outcome == option
      default: false
      }
    case .compare(let reference, let comparison, let bound):
      if case .number(let number) = answer(reference) {
        comparison.holds(number, bound)
      } else {
        false
      }
    case .skipped(let reference): answer(reference) == .skipped
    case .asked(let reference):
      switch answer(reference) {
      case nil, .skipped: false
      default: true
      }
    case .practised(let reference):
      switch answer(reference) {
      case .practised: true
      // Of an exposure: what was checked asks it of nothing else.
      case .some(let answer): Exposure(answer)?.isPractised == true
      case nil: false
      }
    case .endedEarly(let reference):
      if case .practised(let practised) = answer(reference) { practised.early } else { false }
    case .held(let hold): standing.held(hold)
    case .wished(let wish): standing.wished(wish)
    case .due(let id): standing.due(id)
    case .course(let course): standing.course == course
    case .score(let step, let comparison, let bound):
      standing.score(step).map { comparison.holds($0, bound) } == true
    case .not(let inner): !inner.isTrue(standing, answer: answer)
    case .and(let left, let right):
      left.isTrue(standing, answer: answer) && right.isTrue(standing, answer: answer)
    case .or(let left, let right):
      left.isTrue(standing, answer: answer) || right.isTrue(standing, answer: answer)
    }
  }

  /// Every reference in the condition, in reading order.
  public var references: [Reference] {
    switch self {
    case .has(let reference, _), .compare(let reference, _, _), .skipped(let reference),
      .asked(let reference), .practised(let reference), .endedEarly(let reference):
      [reference]
    case .held, .wished, .due, .course, .score: []
    case .not(let inner): inner.references
    case .and(let left, let right), .or(let left, let right): left.references + right.references
    }
  }
}
