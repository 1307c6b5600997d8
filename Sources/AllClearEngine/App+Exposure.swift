// Exposures: something to do away from the keyboard, which moves the body and is let in as such.
extension App.State {
  func exposureAdmission(at now: Now) -> Admission {
    holds(at: now.wall).admission(to: .movement, roles: program.roles)
  }

  /// Whether a step is an exposure that may be done now.
  func isOpenExposure(_ step: Step, at now: Now) -> Bool {
    guard case .exposure = step.kind else { return false }
    return exposureAdmission(at: now) == .open
  }

  func exposureBody(_ prose: Prose, at now: Now) -> Prompt.Body {
    closedBody(exposureAdmission(at: now))
      ?? .choose(
        prose,
        Exposure.allCases.map { Prompt.Choice(id: $0.rawValue, text: phrases($0.phrase)) },
        many: false)
  }

  /// Goes past an exposure that may not be done now: to the questions that open it, or on.
  mutating func passClosedExposure(at place: Position.Place, _ now: Now) -> Outcome {
    switch exposureAdmission(at: now) {
    case .open: (nil, [])
    case .ask(let gate): (nil, open(.module(gate), at: now))
    case .held: keep(.skipped, at: place, now)
    }
  }
}

extension Step {
  /// Whether it may be closed: a practice or an exposure.
  var isPractice: Bool {
    switch kind {
    case .practice, .exposure: true
    default: false
    }
  }
}
