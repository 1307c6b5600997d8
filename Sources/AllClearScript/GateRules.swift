import AllClearEngine

/// Checks the gates of a module as they stand together, and what is replied to them.
struct GateRules {
  let host: ParsedModule
  let program: Program

  private var report: Report { host.report }

  func check(_ items: [ExpandedItem]) {
    let steps = items.flatMap(\.steps)
    var gates: [String: Int] = [:]
    var sorters: [String: [ExpandedStep]] = [:]
    for (index, step) in steps.enumerated() {
      guard case .gate(let gate) = step.step.kind else { continue }
      if let name = gate.sorts {
        checkSorts(name, step, gates, steps)
        sorters[name.string, default: []].append(step)
      }
      gates[step.step.id.string] = index
    }
    for step in steps {
      if case .gate(let gate) = step.step.kind {
        checkStops(gate, step, sorters: sorters[step.step.id.string] ?? [])
        checkKept(gate, step)
      }
      checkReply(step, gates: Set(gates.keys))
    }
  }

  private func add(_ code: DiagnosticCode, _ text: Text, _ step: ExpandedStep, _ message: String) {
    report.add(code, in: step.outer.include ?? text, message)
  }

  private func checkSorts(
    _ name: Text, _ step: ExpandedStep, _ gates: [String: Int], _ steps: [ExpandedStep]
  ) {
    guard gates[name.string] == nil else { return }
    let isGate = steps.contains { other in
      if case .gate = other.step.kind { other.step.id.string == name.string } else { false }
    }
    let why =
      if isGate {
        "comes later; a gate sorts one above it"
      } else if steps.contains(where: { $0.step.id.string == name.string }) { "is no gate" } else {
        "is not there" + NearestName.hint(name.string, in: Set(gates.keys))
      }
    add(.gateSorts, name, step, "'\(name.string)', which this gate sorts, \(why)")
  }

  /// A hold that sends to care has a page that says so.
  private func checkStops(_ gate: ParsedGate, _ step: ExpandedStep, sorters: [ExpandedStep]) {
    for option in gate.options {
      guard let hold = option.option.hold, hold == .emergency || hold == .sameDay,
        !gate.stops.contains(where: { $0.hold == hold }),
        !sorters.contains(where: { Self.asks($0, after: option.option, of: step.step.id.string) })
      else { continue }
      if let sorter = sorters.first {
        add(
          .gateSorts, option.id, step,
          "'\(option.id.string)' holds \(hold.rawValue) without a page of its own, and "
            + "'\(sorter.step.id.string)', which sorts this gate, is not asked after it")
        continue
      }
      add(
        .gateStop, option.id, step,
        "'\(option.id.string)' holds \(hold.rawValue), and the gate has no page for it; write "
          + "`stop: {\(hold.rawValue): ...}`, or sort it by a later gate")
    }
  }

  /// Whether a sorting gate is asked once this option is chosen, whatever else was answered.
  private static func asks(
    _ sorter: ExpandedStep, after option: Gate.Option, of gate: String
  ) -> Bool {
    let conditions =
      sorter.outer.conditions.map(\.condition) + (sorter.step.when.map { [$0] } ?? [])
    return conditions.allSatisfy { condition in
      condition.predicate.isTrue(Predicate.Standing(held: { $0 == option.hold })) { reference in
        reference == .step(gate) ? .gate(outcome: option.outcome, hold: option.hold) : nil
      }
    }
  }

  /// Where answers are kept, only one that holds may be left unwritten.
  private func checkKept(_ gate: ParsedGate, _ step: ExpandedStep) {
    guard step.origin.isKept, step.outer.include == nil else { return }
    for option in gate.options where !option.option.isKept && option.option.hold == nil {
      add(
        .gateKeep, option.id, step,
        "`keep: no` needs a hold; without one nothing would remain of '\(option.id.string)'")
    }
  }

  /// Replies to a gate give no verdict.
  private func checkReply(_ step: ExpandedStep, gates: Set<String>) {
    if case .gate(let gate) = step.step.kind, step.outer.include == nil {
      for stop in gate.stops { checkVerdict(stop.page.text, step) }
    }
    guard case .say(let prose) = step.step.kind else { return }
    let conditions = step.outer.conditions.map(\.condition) + (step.step.when.map { [$0] } ?? [])
    let asksGate = conditions.flatMap(\.uses).contains { use in
      switch use.reference {
      case .step(let id): gates.contains(id)
      case .earlier(let module, _):
        [program.roles.gate, program.roles.recheck, program.roles.flare].contains(module)
      case .own, .experiment, .course: false
      }
    }
    if asksGate { checkVerdict(prose.text, step) }
  }

  private func checkVerdict(_ text: Text, _ step: ExpandedStep) {
    for place in Words(text.string).places(of: Claims.verdicts) {
      let message =
        "'\(place.phrase)' is a verdict, and this is no examination; say that nothing named "
        + "needs urgent care"
      if let include = step.outer.include {
        report.add(.gateVerdict, in: include, message)
      } else {
        report.add(.gateVerdict, in: text, offset: place.offset, message)
      }
    }
  }
}
