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

  /// Sets out on a prompt what is tried: the movement heads it, and what was said of it before
  /// stands above the text.
  func fillTrial(
    of prompt: inout Prompt, at place: Position.Place, _ session: SessionRun, _ now: Now
  ) {
    guard case .exposure(_, let parts) = place.step.kind, isOpenExposure(place.step, at: now) else {
      return
    }
    let plan = planned(.did, parts, in: session, turn: place.turn, now)
    func ofTen(_ number: Int?) -> String? { number.map { phrases(.exposureOfTen, n: $0) } }
    let given: [(Phrase, String?)] = [
      (.exposureDose, plan.dose), (.exposureFeared, plan.feared),
      (.exposureSure, ofTen(plan.sure)), (.exposureExpects, ofTen(plan.expects)),
      (.exposureWithout, plan.without),
    ]
    prompt.heading = plan.movement.map(Self.oneLine) ?? prompt.heading
    prompt.trial = Prompt.Trial(
      parts: given.compactMap { label, text in
        text.map { Prompt.Trial.Part(label: phrases(label), text: Self.oneLine($0)) }
      }, stop: Self.oneLine(phrases(.exposureStop)))
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
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
