import AllClearEngine

/// Checks that conditions and holes ask earlier answers of the right type.
struct ReferenceCheck {
  let scope: Scope
  let report: Report

  /// Checks a condition where it stands.
  func check(_ condition: ParsedPredicate) {
    for use in condition.uses {
      if let fault = scope.fault(use.reference, in: condition.text.string) {
        report.add(fault.code, in: condition.text, offset: use.offset, fault.message)
      } else {
        check(use, condition.text)
      }
    }
  }

  private func check(_ use: ParsedPredicate.Use, _ text: Text) {
    let name = Self.name(use.reference)
    if let given = scope.given(use.reference) {
      if !use.test.fits(given) {
        report.add(
          .answerType, in: text, offset: use.offset,
          "'\(name)' is given as \(given.rawValue); \(use.test.needs)")
      }
    } else if let type = scope.type(use.reference), !use.test.fits(type) {
      report.add(
        .answerType, in: text, offset: use.offset, "'\(name)' is \(type.name); \(use.test.needs)")
      return
    }
    switch use.test {
    case .compare(let number, let offset)
    where !Scale.points.contains(number) && !scope.isCount(use.reference):
      report.add(.scaleRange, in: text, offset: offset, "a scale runs from 0 to 10")
    case .has(let option, let offset):
      if let type = scope.type(use.reference) { check(option, of: type, name, text, offset) }
    default: break
    }
  }

  private func check(
    _ option: String, of type: AnswerType, _ name: String, _ text: Text, _ offset: Int
  ) {
    switch type {
    case .option(let ids, let doors):
      if ids.contains(option) { return }
      let why =
        doors.contains(option)
        ? "'\(option)' of '\(name)' is a door; it comes back to the question and is never an answer"
        : "'\(name)' has no option '\(option)'" + NearestName.hint(option, in: ids)
      report.add(.unknownOption, in: text, offset: offset, why)
    case .gate(let outcomes, let options):
      if outcomes.contains(option) { return }
      let hint =
        options.first { $0.id == option }.map { "; of '\(option)' it keeps '\($0.outcome)'" }
        ?? NearestName.hint(option, in: Set(outcomes))
      report.add(
        .unknownOption, in: text, offset: offset,
        "the gate '\(name)' never keeps the outcome '\(option)'" + hint)
    case .exposure where Exposure(rawValue: option) == nil:
      report.add(
        .unknownOption, in: text, offset: offset,
        "the exposure '\(name)' is answered with did, part or not-today, not '\(option)'"
          + NearestName.hint(option, in: Exposure.allCases.map(\.rawValue)))
    default: break
    }
  }

  /// Checks the holes of a text; `conditions` stand on its step.
  func check(_ prose: ParsedProse, under conditions: [Predicate]) {
    for hole in prose.holes {
      if let fault = scope.fault(hole.reference, in: hole.name) {
        let code: DiagnosticCode = fault.code == .unknownAnswer ? .holeUnknown : fault.code
        report.add(code, in: prose.text, offset: hole.offset, fault.message)
        continue
      }
      let isCertain = conditions.contains { Self.implies($0, hole.reference) }
      if let problem = problem(hole.reference) {
        report.add(.holeType, in: prose.text, offset: hole.offset, "'\(hole.name)' is \(problem)")
      } else if !hole.hasFallback, !isCertain {
        report.add(
          .holeNeedsFallback, in: prose.text, offset: hole.offset,
          "'\(hole.name)' may have no answer; write `{\(hole.name)|words}`")
      }
    }
  }

  private func problem(_ reference: Reference) -> String? {
    if scope.given(reference) == .practised { return "a practice, which has no words" }
    switch scope.type(reference) {
    case .card: return "a card, which asks nothing"
    case .practised: return "a practice, which has no words"
    case .exposure: return "an exposure, which has no words"
    case .gate: return "a gate; its answer is never shown"
    default: return nil
    }
  }

  /// Whether a condition is true only where the reference was answered.
  static func implies(_ condition: Predicate, _ reference: Reference) -> Bool {
    switch condition {
    case .has(reference, _), .compare(reference, _, _), .asked(reference): true
    case .and(let left, let right): implies(left, reference) || implies(right, reference)
    case .or(let left, let right): implies(left, reference) && implies(right, reference)
    default: false
    }
  }

  static func name(_ reference: Reference) -> String {
    switch reference {
    case .step(let id): id
    case .earlier(let module, let id): "\(module).\(id)"
    case .own(let list): "own.\(list.rawValue)"
    case .experiment(let field): "experiment.\(field.rawValue)"
    case .course(let field): "course.\(field.rawValue)"
    }
  }
}
