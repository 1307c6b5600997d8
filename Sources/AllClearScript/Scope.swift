import AllClearEngine

/// What the steps above have given, as a condition or hole may reach it.
struct Scope {
  let program: Program
  /// The module whose steps these are.
  let module: String
  /// Every step of the module by id, those further down too.
  let all: [String: AnswerType]
  /// Steps that were passed already.
  private(set) var earlier: Set<String> = []
  /// The steps that ask a whole questionnaire, by their own names.
  var measures: Set<String> = []
  /// The step that is looked at.
  var current = ""

  init(program: Program, module: String, all: [String: AnswerType]) {
    self.program = program
    self.module = module
    self.all = all
  }

  mutating func pass(_ id: String) { earlier.insert(id) }

  /// Why a reference cannot be made, with its code; `nil` when it can.
  func fault(_ reference: Reference, in name: String) -> (code: DiagnosticCode, message: String)? {
    switch reference {
    case .own, .experiment, .course: return nil
    case .step(let id):
      if earlier.contains(id) { return nil }
      if id == current {
        return (.forwardAnswer, "'\(id)' asks about itself; only steps above it can be asked about")
      }
      if all[id] != nil {
        return (.forwardAnswer, "'\(id)' comes later; only steps above this one can be asked about")
      }
      let hint = NearestName.hint(id, in: Set(all.keys), else: "no step has this id")
      return (.unknownAnswer, "there is no step '\(id)' above" + hint)
    case .earlier(let other, let id):
      if other == module {
        if all[id] != nil { return nil }
        let hint = NearestName.hint(id, in: Set(all.keys))
        return (.unknownAnswer, "this module has no step '\(id)'" + hint)
      }
      guard let entry = program.module(other) else {
        let hint = NearestName.hint(other, in: Set((program.modules + program.beside).map(\.id)))
        return (.notGiven, "there is no module '\(other)'" + hint)
      }
      guard entry.gives[id] == nil else { return nil }
      let hint = NearestName.hint(
        id, in: Set(entry.gives.keys), else: "write `gives: {\(id): ...}` at '\(other)' there")
      return (.notGiven, "program.yaml does not give '\(id)' of '\(other)'" + hint)
    }
  }

  /// The type of a reference that can be made, within this module.
  func type(_ reference: Reference) -> AnswerType? {
    switch reference {
    case .step(let id): all[id]
    case .earlier(module, let id): all[id]
    case .earlier: nil
    case .own: .list
    case .experiment(let field): AnswerType(field)
    case .course: .count
    }
  }

  /// Whether a reference is a number without an upper end.
  func isCount(_ reference: Reference) -> Bool {
    if case .course = reference { true } else { false }
  }

  /// What is wrong with a name that is no answer: a questionnaire, a hello, a total.
  func fault(of name: ParsedPredicate.Name) -> String? {
    switch name.kind {
    case .due:
      let known = Set(
        program.schedule.measures.map(\.measure) + program.schedule.boosters.map(\.module))
      if known.contains(name.id) { return nil }
      return "nothing in the `schedule` of program.yaml is called '\(name.id)'"
        + NearestName.hint(name.id, in: known)
    case .score:
      if measures.contains(name.id) { return nil }
      return "no step above asks a measure as '\(name.id)'"
        + NearestName.hint(name.id, in: measures)
    }
  }

  /// The type that program.yaml gives for a reference to another module.
  func given(_ reference: Reference) -> Program.Given? {
    guard case .earlier(let other, let id) = reference, other != module else { return nil }
    return program.module(other)?.gives[id]
  }
}
