import AllClearEngine

/// Checks the modules for writing freely: what the program reads again is kept there, and what is
/// let go is kept nowhere.
struct WritingRules {
  let workspace: Workspace
  let program: Program
  let entries: [ParsedProgram.Entry]

  func check() {
    needs(Program.Roles.journalStep, of: program.roles.journal, "journal")
    needs(Program.Roles.letterStep, of: program.roles.ownLetter, "own-letter")
    guard let id = program.roles.letGo, let (entry, module) = written(id) else { return }
    for expanded in steps(of: module) where module.isKept && expanded.step.keepsWords {
      let name = expanded.step.id.string
      let message =
        "'\(name)' keeps words, and '\(id)' is for letting them go; write them with `keep: no`"
      if expanded.outer.include == nil {
        module.report.add(.letGoKeeps, in: expanded.step.id, message)
      } else {
        entry.fields.report.add(.letGoKeeps, in: entry.id, message)
      }
    }
  }

  /// The step that the program reads again is there, and what is written at it is kept.
  private func needs(_ step: String, of id: String?, _ role: String) {
    guard let id, let (entry, module) = written(id) else { return }
    let isThere = steps(of: module).contains { expanded in
      guard expanded.step.id.string == step else { return false }
      if case .broken = expanded.step.kind { return true }
      return expanded.step.keepsText && module.isKept && expanded.origin.id == id
    }
    guard !isThere else { return }
    entry.fields.report.add(
      .roleMissing, in: entry.id,
      "'\(role)' needs a step '\(step)' in '\(id)' whose words are written and kept")
  }

  private func written(_ id: String) -> (ParsedProgram.Entry, ParsedModule)? {
    guard let entry = entries.first(where: { $0.id.string == id }), let file = entry.file,
      workspace.fault(file.string) == nil, let module = workspace.module(file.string)
    else { return nil }
    return (entry, module)
  }

  private func steps(of module: ParsedModule) -> [ExpandedStep] {
    var expander = ModuleExpander(workspace: workspace, program: program, host: module)
    return expander.expand().flatMap(\.steps)
  }
}

extension ParsedStep {
  /// Whether a text is written at it that is kept.
  fileprivate var keepsText: Bool {
    if case .write(_, isKept: true) = kind { true } else { false }
  }

  /// Whether it keeps words of one's own.
  fileprivate var keepsWords: Bool {
    if case .collect = kind { true } else { keepsText }
  }
}
