import AllClearEngine

/// Makes steps of parsed ones, in order, so that each sees only those above it.
struct StepCompiler {
  let workspace: Workspace
  let program: Program
  let host: ParsedModule
  private(set) var scope: Scope

  init(workspace: Workspace, program: Program, host: ParsedModule, scope: Scope) {
    self.workspace = workspace
    self.program = program
    self.host = host
    self.scope = scope
  }

  private var report: Report { host.report }

  mutating func compile(_ item: ExpandedItem) -> Module.Element? {
    switch item {
    case .step(let step): compile(step, around: []).map { .step($0) }
    case .group(let group): compile(group)
    }
  }

  private mutating func compile(_ group: ExpandedGroup) -> Module.Element? {
    let conditions = group.outer.conditions.map(\.condition) + (group.group.when.map { [$0] } ?? [])
    for (condition, isHost) in group.outer.conditions {
      check(condition, isForeign: !isHost, group.outer)
    }
    if let when = group.group.when {
      check(when, isForeign: group.outer.include != nil, group.outer)
    }
    let steps = group.steps.compactMap { step -> Step? in
      var inner = step
      inner.outer.conditions = inner.outer.conditions.filter { own in
        !group.outer.conditions.contains { $0.condition.text == own.condition.text }
      }
      return compile(inner, around: conditions)
    }
    guard let until = group.group.until else { return nil }
    check(until, isForeign: group.outer.include != nil, group.outer)
    return .group(
      Module.Group(
        id: group.group.id.string, when: Self.all(conditions.map(\.predicate)),
        until: until.predicate, atMost: group.group.atMost, steps: steps))
  }

  private mutating func compile(
    _ expanded: ExpandedStep, around: [ParsedPredicate]
  ) -> Step? {
    let step = expanded.step
    scope.current = step.id.string
    let isForeign = expanded.outer.include != nil
    for (condition, isHost) in expanded.outer.conditions {
      check(condition, isForeign: !isHost, expanded.outer)
    }
    if let when = step.when { check(when, isForeign: isForeign, expanded.outer) }
    let own = expanded.outer.conditions.map(\.condition) + (step.when.map { [$0] } ?? [])
    let conditions = (around + own).map(\.predicate)
    check(texts(step), under: conditions, isForeign: isForeign, expanded)
    checkPositive(step, around + own, expanded)
    checkOptions(step, isForeign: isForeign, expanded.outer)
    let kind = kind(step, isForeign: isForeign)
    scope.pass(step.id.string)
    guard let kind else { return nil }
    return Step(
      id: step.id.string, origin: expanded.origin.id, when: Self.all(own.map(\.predicate)),
      kind: kind, why: step.why ?? expanded.origin.why, sources: sources(step, expanded),
      component: expanded.origin.component, notes: step.notes, asksNow: step.asksNow,
      revises: step.revises,
      endsSession: step.endsSession, tells: step.tells, measure: expanded.measure)
  }

  /// Checks the conditions of options, and the steps that an exposure names.
  private func checkOptions(
    _ step: ParsedStep, isForeign: Bool, _ outer: ExpandedStep.Outer
  ) {
    switch step.kind {
    case .choose(_, let options, _):
      for option in options {
        if let when = option.when { check(when, isForeign: isForeign, outer) }
      }
    case .exposure(_, let parts) where !isForeign:
      PartsRules(scope: scope, report: report).check(parts)
    default: break
    }
  }

  private static func all(_ conditions: [Predicate]) -> Predicate? {
    guard let first = conditions.first else { return nil }
    return conditions.dropFirst().reduce(first) { .and($0, $1) }
  }

  /// Checks a condition; one of an included file only for what it needs above it here.
  private func check(
    _ condition: ParsedPredicate, isForeign: Bool, _ outer: ExpandedStep.Outer
  ) {
    guard isForeign else {
      checkNames(condition)
      return ReferenceCheck(scope: scope, report: report).check(condition)
    }
    for use in condition.uses { checkForeign(use.reference, outer) }
  }

  /// Checks what a condition names beside answers.
  private func checkNames(_ condition: ParsedPredicate) {
    for name in condition.names {
      if let message = scope.fault(of: name) {
        report.add(.unknownAnswer, in: condition.text, offset: name.offset, message)
      }
    }
  }

  private func checkForeign(_ reference: Reference, _ outer: ExpandedStep.Outer) {
    guard case .step(let id) = reference, let place = outer.include,
      scope.fault(reference, in: id) != nil
    else { return }
    report.add(
      .includeReference, in: place,
      "an included step asks about '\(id)', which does not stand above it here; include it first")
  }

  private func texts(_ step: ParsedStep) -> [ParsedProse] {
    var texts = step.prose.map { [$0] } ?? []
    if case .gate(let gate) = step.kind { texts += gate.stops.map(\.page) }
    return texts
  }

  private func check(
    _ texts: [ParsedProse], under conditions: [Predicate], isForeign: Bool,
    _ expanded: ExpandedStep
  ) {
    for text in texts {
      if isForeign {
        for hole in text.holes { checkForeign(hole.reference, expanded.outer) }
      } else {
        ReferenceCheck(scope: scope, report: report).check(text, under: conditions)
      }
    }
  }

  /// A practice that is not outside the body is let in by positive answers only.
  private func checkPositive(
    _ step: ParsedStep, _ conditions: [ParsedPredicate], _ expanded: ExpandedStep
  ) {
    guard let reason = reasonForPositive(step) else { return }
    for condition in conditions {
      guard let negative = condition.negative else { continue }
      let message =
        reason + ", so only positive answers let it in; say with `has` who may go on, without "
        + "'\(negative.word)'"
      if let place = expanded.outer.include {
        report.add(.bodyNeedsPositive, in: place, message)
      } else {
        report.add(.bodyNeedsPositive, in: condition.text, offset: negative.offset, message)
      }
    }
  }

  private func reasonForPositive(_ step: ParsedStep) -> String? {
    if case .exposure = step.kind { return "an exposure moves the body" }
    guard case .practice(let id, _, _) = step.kind,
      let practice = program.practice(id.string), practice.attention != .outside
    else { return nil }
    return "'\(id.string)' asks attention into the \(practice.attention.rawValue)"
  }

  private func kind(_ step: ParsedStep, isForeign: Bool) -> Step.Kind? {
    switch step.kind {
    case .say(let prose): return .say(prose.prose)
    case .choose(let prose, let options, let many):
      return .choose(
        prose.prose,
        options.map { parsed in
          var option = parsed.option
          option.opens = parsed.door.flatMap { door($0, isForeign: isForeign) }
          option.when = parsed.when?.predicate
          return option
        }, many: many)
    case .scale(let prose, let scale): return .scale(prose.prose, scale)
    case .write(let prose, let isKept): return .write(prose.prose, isKept: isKept)
    case .collect(let prose, let list, let atMost):
      let seeds = list == .safetyLines ? workspace.safetyLines : []
      return .collect(prose.prose, into: list, atMost: atMost, seeds: seeds)
    case .practice(let id, let minutes, let place):
      if !isForeign { check(practice: id, minutes, place) }
      return .practice(id.string, minutes: minutes)
    case .gate(let gate):
      return .gate(
        Gate(
          text: gate.text.prose, options: gate.options.map(\.option),
          stops: Dictionary(gate.stops.map { ($0.hold, $0.page.prose) }) { first, _ in first },
          sorts: gate.sorts?.string))
    case .show(let prose, let exhibit): return .show(prose?.prose ?? Prose([]), exhibit)
    case .exposure(let prose, let parts): return .exposure(prose.prose, parts.parts)
    case .pick(let prose, let list, let other):
      return .pick(prose.prose, from: list, other: other.string)
    case .measure, .broken: return nil
    }
  }

  private func check(practice id: Text, _ minutes: Int, _ place: Position) {
    guard let practice = program.practice(id.string) else {
      let known = Set(program.practices.map(\.id))
      report.add(
        .unknownPractice, in: id,
        "there is no practice '\(id.string)'" + NearestName.hint(id.string, in: known))
      return
    }
    guard !practice.lengths.contains(minutes) else { return }
    let lengths = practice.lengths.map(String.init).joined(separator: ", ")
    report.add(
      .practiceLength, at: place,
      "'\(id.string)' has no length of \(minutes) minutes; it has \(lengths)")
  }

  /// One's own lists, as doors: `my-evidence` and so on.
  static let lists = Dictionary(
    uniqueKeysWithValues: OwnList.allCases.map { ("my-" + $0.rawValue, $0) })

  /// What was written, and the letter to oneself, as doors.
  private static let writings = "my-writings"
  private static let letter = "my-letter"
  /// What doors are called beside the lists and what program.yaml names.
  static let words = ["flare", "crisis", demo, writings, letter]
  /// allclear shown to others, as a door.
  private static let demo = "demo"

  private func letter(_ name: Text, isForeign: Bool) -> Door? {
    if program.roles.ownLetter == nil, !isForeign {
      report.add(.unknownDoor, in: name, "program.yaml names no `own-letter`")
    }
    return .letter
  }

  /// What an option opens.
  private func door(_ name: Text, isForeign: Bool) -> Door? {
    let id = name.string
    if id == "flare" { return .flare }
    if id == "crisis" { return .crisis }
    if id == Self.demo { return .demo }
    if let list = Self.lists[id] { return .own(list) }
    if id == Self.writings { return .writings }
    if id == Self.letter { return letter(name, isForeign: isForeign) }
    if program.page(id) != nil { return .page(id) }
    if program.practice(id) != nil { return .practice(id, minutes: nil) }
    if let module = program.module(id) {
      if module.file == nil, !isForeign {
        report.add(.unknownDoor, in: name, "the module '\(id)' is not written yet")
      }
      return .module(id)
    }
    guard !isForeign else { return nil }
    let known = Set(
      Self.words + Self.lists.keys + program.pages.map(\.id) + program.practices.map(\.id)
        + (program.modules + program.beside).map(\.id))
    report.add(
      .unknownDoor, in: name,
      "there is no page, module or practice '\(id)'"
        + NearestName.hint(id, in: known, else: "list it in program.yaml"))
    return nil
  }

  private func sources(_ step: ParsedStep, _ expanded: ExpandedStep) -> [Source] {
    let library = workspace.sources
    switch step.sources {
    case .none: return []
    case .inherited: return expanded.origin.sources.compactMap { library[$0.string] }
    case .own(let names):
      if expanded.outer.include == nil { for name in names { library.check(name, report) } }
      return names.compactMap { library[$0.string] }
    }
  }
}
