import AllClearEngine

/// Checks what modules ask of each other: names that are given are there, options that are asked
/// for exist.
struct GivenRules {
  let workspace: Workspace
  let program: Program
  let entries: [ParsedProgram.Entry]

  func check() {
    var types: [String: [String: AnswerType]] = [:]
    var modules: [ParsedModule] = []
    for entry in entries {
      guard entry.kind != .practice, entry.kind != .measure, let file = entry.file,
        workspace.fault(file.string) == nil,
        let module = workspace.module(file.string)
      else { continue }
      modules.append(module)
      types[entry.id.string] = self.types(module)
    }
    for entry in entries { check(entry, types[entry.id.string]) }
    for module in modules { check(module, types) }
    checkRoles(types)
  }

  private func types(_ module: ParsedModule) -> [String: AnswerType] {
    var expander = ModuleExpander(workspace: workspace, program: program, host: module)
    var types: [String: AnswerType] = [:]
    for step in expander.expand().flatMap(\.steps) {
      types[step.step.id.string] = AnswerType(step.step)
    }
    return types
  }

  private func check(_ entry: ParsedProgram.Entry, _ types: [String: AnswerType]?) {
    guard let types, case .map(let gives)? = entry.fields.node("gives")?.content else { return }
    for item in gives {
      let name = item.key.string
      guard case .text(let text) = item.value.content,
        let given = Program.Given(rawValue: text.string)
      else { continue }
      guard let type = types[name] else {
        entry.fields.report.add(
          .givenStep, in: item.key,
          "'\(entry.id.string)' has no step '\(name)'" + NearestName.hint(name, in: Set(types.keys))
        )
        continue
      }
      if !type.fits(given) {
        let right = type.given.map { "; give it as \($0.rawValue)" } ?? ""
        entry.fields.report.add(.givenStep, in: text, "'\(name)' is \(type.name)" + right)
      }
    }
  }

  /// `other.step has option`: the option exists there.
  private func check(_ module: ParsedModule, _ types: [String: [String: AnswerType]]) {
    for condition in Self.conditions(module.items) {
      for use in condition.uses {
        guard case .earlier(let other, let step) = use.reference, other != module.id,
          case .has(let option, let offset) = use.test, let type = types[other]?[step]
        else { continue }
        let known: [String]
        switch type {
        case .option(let ids, _): known = ids
        case .gate(let outcomes, _): known = outcomes
        case .exposure: known = Exposure.allCases.map(\.rawValue)
        default: continue
        }
        guard !known.contains(option) else { continue }
        module.report.add(
          .unknownOption, in: condition.text, offset: offset,
          "'\(other).\(step)' has no option '\(option)'" + NearestName.hint(option, in: Set(known)))
      }
    }
  }

  private static func conditions(_ items: [ParsedModule.Item]) -> [ParsedPredicate] {
    items.flatMap { item -> [ParsedPredicate] in
      switch item {
      case .step(let step): [step.when].compactMap { $0 }
      case .include(let include): [include.when].compactMap { $0 }
      case .group(let group):
        [group.when, group.until].compactMap { $0 } + conditions(group.items)
      }
    }
  }

  /// The modules that let the body in ask something.
  private func checkRoles(_ types: [String: [String: AnswerType]]) {
    for id in [program.roles.gate, program.roles.recheck] {
      guard let own = types[id], let entry = entries.first(where: { $0.id.string == id }) else {
        continue
      }
      let asks = own.values.contains { type in
        switch type {
        case .gate, .unknown: true
        default: false
        }
      }
      if !asks {
        entry.fields.report.add(
          .roleWithoutGate, in: entry.id,
          "'\(id)' has no gate, and body practices would wait for ever; ask the safety questions")
      }
    }
    checkParts(types)
  }

  /// A module that lets the body in by the gate's questions asks all of them: the first, the later
  /// question's own, and each that includes that one.
  private func checkParts(_ types: [String: [String: AnswerType]]) {
    let gates = gates(types[program.roles.gate])
    let later = self.gates(types[program.roles.recheck]).subtracting(gates)
    for entry in entries {
      let id = entry.id.string
      guard
        id == program.roles.first || id == program.roles.recheck
          || (id != program.roles.gate && !later.isDisjoint(with: self.gates(types[id])))
      else { continue }
      let asked = gates.intersection(self.gates(types[id]))
      guard !asked.isEmpty, let left = gates.subtracting(asked).min() else { continue }
      entry.fields.report.add(
        .roleWithPartOfGate, in: entry.id,
        "'\(id)' asks some of the safety questions and not '\(left)'; include all of them")
    }
  }

  private func gates(_ types: [String: AnswerType]?) -> Set<String> {
    Set((types ?? [:]).filter { if case .gate = $0.value { true } else { false } }.keys)
  }
}
