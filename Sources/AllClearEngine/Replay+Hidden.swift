extension Module {
  /// The steps that are met for the answer to a safety question, as `module.step`: to show one
  /// tells the answer.
  /// - Parameter outcomes: What can come of a safety question of another module; none of any other
  ///   step.
  public func stepsBesideGates(
    outcomes: (_ module: String, _ step: String) -> Set<String>
  ) -> Set<String> {
    let own = Dictionary(allSteps.map { ($0.id, $0.outcomes) }) { first, _ in first }
    func all(_ reference: Reference) -> Set<String> {
      switch reference {
      case .step(let id): own[id, default: []]
      case .earlier(let module, let step): outcomes(module, step)
      case .own, .experiment, .course: []
      }
    }
    var hidden: Set<String> = []
    for element in steps {
      switch element {
      case .step(let step):
        if step.when?.tells(all) == true { hidden.insert("\(step.origin).\(step.id)") }
      case .group(let group):
        let isHidden = group.when?.tells(all) == true
        for step in group.steps where isHidden || step.when?.tells(all) == true {
          hidden.insert("\(step.origin).\(step.id)")
        }
      }
    }
    return hidden
  }
}

extension Step {
  /// What can come of a safety question; nothing where it is none.
  public var outcomes: Set<String> {
    if case .gate(let gate) = kind { Set(gate.options.map(\.outcome)) } else { [] }
  }
}

extension Predicate {
  /// Whether a step that is met under this condition tells how a safety question was answered:
  /// where nothing may be held, where one answer alone leads there, or none that holds nothing.
  fileprivate func tells(_ outcomes: (Reference) -> Set<String>) -> Bool {
    if !possible(Known(holdsNothing: true)).isTrue { return true }
    return Set(references).contains { reference in
      let all = outcomes(reference)
      let leading = all.filter { possible(Known(gate: reference, outcome: $0)).isTrue }
      guard leading.count < all.count else { return false }
      return leading.count < 2 || all.contains(Gate.clear) && !leading.contains(Gate.clear)
    }
  }

  /// What is taken as known; all else may be either way.
  private struct Known {
    var gate: Reference?
    var outcome = ""
    /// No safety question holds anything.
    var holdsNothing = false
  }

  /// Which way a condition may be.
  private struct Possible {
    var isTrue: Bool
    var isFalse: Bool

    static let both = Possible(isTrue: true, isFalse: true)

    static func known(_ value: Bool) -> Possible { Possible(isTrue: value, isFalse: !value) }
  }

  private func possible(_ known: Known) -> Possible {
    switch self {
    case .has(let reference, let outcome):
      return known.gate == reference ? .known(known.outcome == outcome) : .both
    // What pauses movement is said beside the safety questions.
    case .held(let hold):
      return known.holdsNothing && hold != .movementPaused ? .known(false) : .both
    case .not(let inner):
      let inner = inner.possible(known)
      return Possible(isTrue: inner.isFalse, isFalse: inner.isTrue)
    case .and(let left, let right):
      let (left, right) = (left.possible(known), right.possible(known))
      return Possible(
        isTrue: left.isTrue && right.isTrue, isFalse: left.isFalse || right.isFalse)
    case .or(let left, let right):
      let (left, right) = (left.possible(known), right.possible(known))
      return Possible(
        isTrue: left.isTrue || right.isTrue, isFalse: left.isFalse && right.isFalse)
    case .compare, .skipped, .asked, .practised, .endedEarly, .wished, .due, .course, .score:
      return .both
    }
  }
}
