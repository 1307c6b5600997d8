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

  /// Whether the condition is true of what was answered.
  ///
  /// A comparison or `has` over a step that was skipped or not asked is false.
  /// - Parameters:
  ///   - answer: the answer that counts for a reference, `nil` where there is none.
  ///   - held: whether a hold stands now.
  ///   - wished: whether the person has asked for something.
  public func isTrue(
    answer: (Reference) -> Answer?, held: (Hold) -> Bool, wished: (Wish) -> Bool = { _ in false }
  ) -> Bool {
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
    case .held(let hold): held(hold)
    case .wished(let wish): wished(wish)
    case .not(let inner): !inner.isTrue(answer: answer, held: held, wished: wished)
    case .and(let left, let right):
      left.isTrue(answer: answer, held: held, wished: wished)
        && right.isTrue(answer: answer, held: held, wished: wished)
    case .or(let left, let right):
      left.isTrue(answer: answer, held: held, wished: wished)
        || right.isTrue(answer: answer, held: held, wished: wished)
    }
  }

  /// Every reference in the condition, in reading order.
  public var references: [Reference] {
    switch self {
    case .has(let reference, _), .compare(let reference, _, _), .skipped(let reference),
      .asked(let reference), .practised(let reference), .endedEarly(let reference):
      [reference]
    case .held, .wished: []
    case .not(let inner): inner.references
    case .and(let left, let right), .or(let left, let right): left.references + right.references
    }
  }
}
