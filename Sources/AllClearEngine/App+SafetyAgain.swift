// The safety questions a second time on one day: whether anything has changed comes first, so that
// asking does not turn into checking. It is never in the way of somebody to whom something is new.

extension App.State {
  /// When the safety questions were last answered, if that was today, they let the person in, and
  /// nothing waits for another answer.
  private func answeredToday(at now: Now) -> Wall? {
    let holds = holds(at: now.wall)
    guard holds.pass == .valid,
      holds.standing.isSubset(of: [.gentle, .lessonsOnly, .movementPaused])
    else { return nil }
    let modules = [program.roles.gate, program.roles.recheck]
    let last = digest.gates.filter { gate in modules.contains { gate.key.hasPrefix($0 + ".") } }
      .values.map(\.at).max { $0.milliseconds < $1.milliseconds }
    return last.flatMap { $0.day == now.wall.day ? $0 : nil }
  }

  /// Opens the safety questions from Home.
  mutating func openSafety(_ module: String, at now: Now) -> [Effect] {
    guard answeredToday(at: now) != nil else { return open(.module(module), at: now) }
    stack.append(.menu(.safetyAgain(module)))
    return []
  }

  func safetyQuestion(at now: Now) -> String {
    phrases(.safetyToday, ["time": answeredToday(at: now)?.clock ?? now.wall.clock])
  }

  func safetyItems(_ module: String) -> [Item] {
    [
      Item(id: "changed", text: phrases(.safetyChanged), does: .open(.module(module))),
      Item(id: "same", text: phrases(.safetySame), does: .toHome),
    ]
  }

  /// Back to the day.
  mutating func returnHome() {
    while stack.count > 1, case .menu = stack.last { stack.removeLast() }
    notice = phrases(.safetyRests)
  }
}
