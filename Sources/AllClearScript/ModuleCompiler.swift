import AllClearEngine

/// Makes a module or page of its parsed file: opens includes, resolves names, checks what they mean.
struct ModuleCompiler {
  let workspace: Workspace
  let program: Program

  /// Compiles a file; `nil` when it has an error.
  func compile(_ id: String, file: String) -> Module? {
    guard let host = workspace.module(file) else { return nil }
    if host.id != id {
      host.report.add(
        .differsFromProgram, at: Position(line: 2, column: 1),
        "this file is '\(host.id)', and program.yaml calls it '\(id)'")
    }
    var expander = ModuleExpander(workspace: workspace, program: program, host: host)
    let items = expander.expand()
    checkSources(of: host)
    checkIDs(items, host)
    var scope = Scope(program: program, module: host.id, all: Self.types(items))
    scope.measures = Set(expander.totals.keys)
    var steps = StepCompiler(
      workspace: workspace, program: program, host: host, scope: scope)
    let elements = items.compactMap { steps.compile($0) }
    GateRules(host: host, program: program).check(items)
    guard !host.report.hasErrors else { return nil }
    var fingerprint = Fingerprint()
    for file in expander.files { fingerprint.add(file.bytes) }
    return Module(
      id: host.id, title: host.title?.string ?? "", minutes: host.minutes?.value ?? 0,
      isKept: host.isKept, isReviewed: host.isReviewed, steps: elements,
      totals: expander.totals, hash: fingerprint.text)
  }

  /// The type of each step; a gate that another sorts may have that one's outcomes.
  private static func types(_ items: [ExpandedItem]) -> [String: AnswerType] {
    var types: [String: AnswerType] = [:]
    var sorters: [(sorted: String, outcomes: [String])] = []
    for step in items.flatMap(\.steps) {
      types[step.step.id.string] = AnswerType(step.step)
      if case .gate(let gate) = step.step.kind, let sorted = gate.sorts {
        sorters.append((sorted.string, gate.options.map(\.option.outcome)))
      }
    }
    for sorter in sorters {
      if case .gate(let outcomes, let options) = types[sorter.sorted] {
        types[sorter.sorted] = .gate(outcomes: outcomes + sorter.outcomes, options: options)
      }
    }
    return types
  }

  /// Where two steps of one id are told; the file's own are told when it is parsed.
  private static func place(of step: ExpandedStep, _ first: ExpandedStep) -> Text? {
    if let include = step.outer.include ?? first.outer.include { return include }
    return step.measureStep != nil || first.measureStep != nil ? step.step.id : nil
  }

  private func checkSources(of host: ParsedModule) {
    for source in host.sources { workspace.sources.check(source, host.report) }
  }

  /// An included step must not have the id of another.
  private func checkIDs(_ items: [ExpandedItem], _ host: ParsedModule) {
    var seen: [String: ExpandedStep] = [:]
    for step in items.flatMap(\.steps) {
      let id = step.step.id.string
      if case .broken = step.step.kind, step.outer.include != nil { continue }
      if let first = seen[id], let place = Self.place(of: step, first) {
        host.report.add(
          .duplicateID, in: place,
          "the step '\(id)' of '\(step.origin.id)' would stand here beside another '\(id)'")
      }
      seen[id] = seen[id] ?? step
    }
  }
}
