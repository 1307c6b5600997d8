import AllClearEngine

/// Checks what personas name: modules, steps and options that are written have to be there.
///
/// What program.yaml lists and nobody has written yet is left alone.
struct PersonaRules {
  /// The lists and pages that a persona may answer by rule.
  static let home = [
    "stop", "middle", "practices", "lengths", "programme", "reading", "countries", "mine", "line",
    "change", "away", "write", "written",
  ]

  let workspace: Workspace
  let program: Program

  func check(_ parsed: ParsedPersona) {
    for answer in parsed.answers { check(answer, parsed.report) }
    let known = Persona.Intent.Known.allCases.map(\.rawValue)
    let ids =
      (program.modules + program.beside).map(\.id) + program.practices.map(\.id)
      + program.pages.map(\.id)
    for word in parsed.visits.flatMap(\.words) where !(known + ids).contains(word.string) {
      parsed.report.add(
        .unknownDoor, in: word,
        "there is no module, practice or page '\(word.string.prefix(40))'"
          + NearestName.hint(word.string, in: Set(known + ids)))
    }
  }

  private func check(_ answer: ParsedPersona.Answer, _ report: Report) {
    let parts = answer.key.string.split(separator: ".").map(String.init)
    guard let module = parts.first, let step = parts.last else { return }
    if module == "home" {
      guard !Self.home.contains(step) else { return }
      report.add(
        .unknownAnswer, in: answer.key,
        "there is no list '\(step)'" + NearestName.hint(step, in: Self.home))
      return
    }
    if program.practice(module) != nil { return }
    let all = (program.modules + program.beside).map(\.id) + program.pages.map(\.id)
    guard all.contains(module) else {
      report.add(
        .unknownModule, in: answer.key,
        "program.yaml lists no module '\(module)'" + NearestName.hint(module, in: Set(all)))
      return
    }
    guard let file = program.module(module)?.file ?? program.page(module)?.file,
      workspace.fault(file) == nil, let written = workspace.module(file)
    else { return }
    // A questionnaire is answered item by item.
    let steps = TextRules.steps(written.items).flatMap { step -> [ParsedStep] in
      guard case .measure(let name) = step.kind, let entry = program.measure(name.string),
        let parsed = workspace.measure(entry.file)
      else { return [step] }
      return step.asked(parsed.measure)
    }
    guard let found = steps.first(where: { $0.id.string == step }) else {
      report.add(
        .unknownAnswer, in: answer.key,
        "'\(module)' has no step '\(step)' of its own"
          + NearestName.hint(step, in: Set(steps.map(\.id.string))))
      return
    }
    check(answer, found, report)
  }

  private func check(_ answer: ParsedPersona.Answer, _ step: ParsedStep, _ report: Report) {
    var words = Set(Persona.Pick.allCases.map(\.rawValue))
    let ids: [String]
    switch step.kind {
    case .choose(_, let options, _):
      ids = options.map(\.id.string)
      words.insert("skip")
    case .gate(let gate): ids = gate.options.map(\.id.string)
    default: return
    }
    for word in answer.words where !words.contains(word.string) && !ids.contains(word.string) {
      report.add(
        .unknownOption, in: word,
        "'\(answer.key.string)' has no option '\(word.string.prefix(40))'"
          + NearestName.hint(word.string, in: ids))
    }
  }
}
