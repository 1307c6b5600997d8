/// What none of several made-up patients has met.
public struct Coverage: Hashable, Sendable {
  public var modules: [Module]

  /// What was not met of a module or page, of its own steps only.
  public struct Module: Hashable, Sendable {
    public var id: String
    /// How many steps it holds.
    public var steps: Int
    /// Those that nobody reached, in order.
    public var unreached: [String]
    /// Options that nobody took, in order, as `step: option`, of steps that were reached.
    public var untaken: [String]
  }

  /// Lays what was met beside what there is.
  public init(of library: Player.Library, by reports: [PlayReport]) {
    let reached = reports.reduce(into: Set<String>()) { $0.formUnion($1.reached) }
    var taken: [String: Set<String>] = [:]
    for report in reports {
      for (step, options) in report.taken { taken[step, default: []].formUnion(options.keys) }
    }
    let program = library.program
    let ids = (program.modules + program.beside).map(\.id) + program.pages.map(\.id)
    modules = ids.compactMap { id in
      guard let module = library.modules[id] else { return nil }
      let own = module.allSteps.filter { $0.origin == id }
      let met = own.filter { reached.contains("\(id).\($0.id)") }
      return Module(
        id: id, steps: own.count,
        unreached: own.map(\.id).filter { !reached.contains("\(id).\($0)") },
        untaken: met.flatMap { step in
          step.optionIDs.filter { taken["\(id).\(step.id)"]?.contains($0) != true }
            .map { "\(step.id): \($0)" }
        })
    }
  }

  /// Every step that nobody reached, as `module.step`.
  public var unreached: [String] {
    modules.flatMap { module in module.unreached.map { "\(module.id).\($0)" } }
  }
}

extension Step {
  /// The ids of what it offers.
  fileprivate var optionIDs: [String] {
    switch kind {
    case .choose(_, let options, _): options.map(\.id)
    case .gate(let gate): gate.options.map(\.id)
    case .exposure: Exposure.allCases.map(\.rawValue)
    default: []
    }
  }
}
