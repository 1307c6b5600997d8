import AllClearEngine

/// A step with what stands around it once includes are opened.
struct ExpandedStep {
  var step: ParsedStep
  /// The module that holds it.
  var origin: ParsedModule
  var outer: Outer
  /// The step that this was an item of, where that asked a questionnaire, and which.
  var measureStep: String?
  var measure: String?

  /// What an include puts around its steps.
  struct Outer {
    /// The include in the host's file that brought it here; `nil` for the host's own.
    var include: Text?
    /// The conditions of the includes, the host's own marked.
    var conditions: [(condition: ParsedPredicate, isHost: Bool)] = []
  }
}

/// A repeated group with its includes opened.
struct ExpandedGroup {
  var group: ParsedGroup
  var outer: ExpandedStep.Outer
  var steps: [ExpandedStep]
}

/// What stands in a module once includes are opened.
enum ExpandedItem {
  case step(ExpandedStep)
  case group(ExpandedGroup)

  var id: String {
    switch self {
    case .step(let step): step.step.id.string
    case .group(let group): group.group.id.string
    }
  }

  /// Whether a name means it, its own or that of the questionnaire that it belongs to.
  func isNamed(_ name: String) -> Bool {
    if case .step(let step) = self, step.measureStep == name { return true }
    return id == name
  }

  var steps: [ExpandedStep] {
    switch self {
    case .step(let step): [step]
    case .group(let group): group.steps
    }
  }
}

/// Opens the includes of a module, and theirs.
struct ModuleExpander {
  let workspace: Workspace
  let program: Program
  let host: ParsedModule
  /// The files that were opened, the host's first.
  private(set) var files: [SourceText]
  /// What the questionnaires in it add up, by the step that asks each.
  private(set) var totals: [String: Module.Total] = [:]

  init(workspace: Workspace, program: Program, host: ParsedModule) {
    self.workspace = workspace
    self.program = program
    self.host = host
    files = [host.source]
  }

  /// The host's steps and groups in order.
  mutating func expand() -> [ExpandedItem] {
    expand(host.items, of: host, outer: .init(), path: [host.id])
  }

  private mutating func expand(
    _ items: [ParsedModule.Item], of module: ParsedModule, outer: ExpandedStep.Outer,
    path: [String]
  ) -> [ExpandedItem] {
    var result: [ExpandedItem] = []
    for item in items {
      switch item {
      case .step(let step):
        result += unfold(step, of: module, outer: outer)
      case .group(let group):
        let inner = expand(group.items, of: module, outer: outer, path: path)
        result.append(
          .group(ExpandedGroup(group: group, outer: outer, steps: inner.flatMap(\.steps))))
      case .include(let include):
        result += open(include, of: module, outer: outer, path: path)
      }
    }
    return result
  }

  /// A questionnaire becomes one question for each of its items; every other step is itself.
  private mutating func unfold(
    _ step: ParsedStep, of module: ParsedModule, outer: ExpandedStep.Outer
  ) -> [ExpandedItem] {
    guard case .measure(let name) = step.kind else {
      return [.step(ExpandedStep(step: step, origin: module, outer: outer))]
    }
    guard let entry = program.measure(name.string) else {
      if outer.include == nil {
        host.report.add(
          .unknownMeasure, in: name,
          "there is no measure '\(name.string)'"
            + NearestName.hint(
              name.string, in: Set(program.measures.map(\.id)),
              else: "list it in program.yaml under `measures`"))
      }
      return [.step(ExpandedStep(step: .broken(step.id), origin: module, outer: outer))]
    }
    guard !entry.file.isEmpty, let parsed = workspace.measure(entry.file) else {
      host.report.add(
        .includeBroken, in: outer.include ?? name,
        "'\(name.string)' cannot be compiled; mend \(entry.file) first")
      return [.step(ExpandedStep(step: .broken(step.id), origin: module, outer: outer))]
    }
    files.append(parsed.source)
    let items = step.asked(parsed.measure)
    totals[step.id.string] = parsed.measure.total(of: step.id.string)
    return items.map { item in
      .step(
        ExpandedStep(
          step: item, origin: module, outer: outer, measureStep: step.id.string,
          measure: parsed.measure.id))
    }
  }

  private mutating func open(
    _ include: ParsedInclude, of module: ParsedModule, outer: ExpandedStep.Outer, path: [String]
  ) -> [ExpandedItem] {
    let place = outer.include ?? include.module
    let name = include.module.string
    var inner = outer
    inner.include = place
    // What cannot be brought in is known by its name all the same.
    func fail(
      _ code: DiagnosticCode, _ message: String, step: Text? = nil
    ) -> [ExpandedItem] {
      host.report.add(code, in: outer.include ?? step ?? place, message)
      return (step.map { [$0] } ?? include.steps ?? []).map { id in
        .step(ExpandedStep(step: .broken(id), origin: module, outer: inner))
      }
    }
    guard !path.contains(name) else {
      return fail(
        .includeCycle, "'\(name)' would include itself: " + (path + [name]).joined(separator: ", "))
    }
    guard let entry = program.module(name) else {
      let known = Set((program.modules + program.beside).map(\.id))
      return fail(
        .unknownModule, "there is no module '\(name)'" + NearestName.hint(name, in: known))
    }
    guard let file = entry.file else {
      return fail(.unknownModule, "the module '\(name)' is not written yet")
    }
    guard path.count < 8 else {
      return fail(.includeCycle, "modules include each other more than 8 deep")
    }
    guard let other = workspace.module(file) else {
      return fail(.includeBroken, "'\(name)' cannot be compiled; mend \(file) first")
    }
    files.append(other.source)
    if let when = include.when {
      inner.conditions.append((when, outer.include == nil))
    }
    let all = expand(other.items, of: other, outer: inner, path: path + [name])
    guard let wanted = include.steps else { return all }
    return wanted.flatMap { id -> [ExpandedItem] in
      let items = all.filter { $0.isNamed(id.string) }
      guard !items.isEmpty else {
        let hint = NearestName.hint(
          id.string, in: Set(all.map(\.id)), else: "it is not among its steps")
        return fail(.includeStep, "'\(name)' has no step '\(id.string)'" + hint, step: id)
      }
      return items
    }
  }
}
