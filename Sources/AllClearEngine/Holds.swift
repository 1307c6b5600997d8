/// What stands in the way of opening something, if anything does.
public enum Admission: Hashable, Sendable {
  case open
  /// A module's questions come first: the safety questions, or the one that renews them.
  case ask(String)
  case held(Hold)
}

/// The holds that stand at a moment, and whether the safety questions let the body in.
public struct Holds: Hashable, Sendable {
  public var standing: Set<Hold>
  /// The gate, as `module.step`, that keeps the person from anything but its page.
  public var stopGate: String?
  public var pass: Pass

  /// How the safety questions stand.
  public enum Pass: Hashable, Sendable {
    case valid
    /// It has run out, by time or by a pause: one question renews it.
    case runOut
    /// Never given, or ended by something new: all of them are asked.
    case none
  }

  /// How long a pass holds.
  public static let passDays = 28
  /// The pause after which it does not hold any more.
  public static let pauseDays = 14

  private static let dayMilliseconds: Int64 = 86_400_000

  /// Works out what holds.
  /// - Parameters:
  ///   - digest: what the journal says.
  ///   - sitting: holds that are written nowhere and end with the sitting.
  public init(_ digest: Digest, sitting: Set<Hold>, now: Wall) {
    let gates = (Array(digest.gates.values) + digest.gatesElsewhere.values)
      .filter { $0.hold != .gentle || !$0.isLifted }
    standing = sitting.union(gates.compactMap(\.hold))
    if digest.person.gentle == true || digest.person.tooMuch >= Person.mostTooMuch {
      standing.insert(.gentle)
    }
    if digest.pausesMovement { standing.insert(.movementPaused) }
    stopGate = digest.latestGate(holding: .emergency)
    guard let passedAt = digest.passedAt else {
      pass = .none
      return
    }
    let age = now.milliseconds - passedAt.milliseconds
    let pause = now.milliseconds - (digest.lastAt ?? passedAt).milliseconds
    let hasRunOut =
      age >= Int64(Self.passDays) * Self.dayMilliseconds || age < 0
      || max(pause, digest.longestPause) >= Int64(Self.pauseDays) * Self.dayMilliseconds
    pass = hasRunOut ? .runOut : .valid
  }

  /// Whether a practice may be opened, by whatever door.
  public func admission(to attention: Attention, roles: Program.Roles) -> Admission {
    if standing.contains(.emergency) { return .held(.emergency) }
    if standing.contains(.sitting) { return .held(.sitting) }
    if attention == .outside { return .open }
    for hold in [Hold.sameDay, .notExamined, .lessonsOnly] where standing.contains(hold) {
      return .held(hold)
    }
    if attention == .movement, standing.contains(.movementPaused) { return .held(.movementPaused) }
    return admissionByPass(roles)
  }

  /// Whether a module may be opened; its practices are asked about one by one.
  public func admission(to module: Program.ModuleEntry, roles: Program.Roles) -> Admission {
    if standing.contains(.emergency), module.id != roles.flare, module.id != roles.gate {
      return .held(.emergency)
    }
    guard module.needsPass else { return .open }
    for hold in [Hold.sameDay, .notExamined] where standing.contains(hold) { return .held(hold) }
    if standing.contains(.lessonsOnly) || standing.contains(.sitting) { return .open }
    return admissionByPass(roles)
  }

  private func admissionByPass(_ roles: Program.Roles) -> Admission {
    switch pass {
    case .valid: .open
    case .runOut: .ask(roles.recheck)
    case .none: .ask(roles.gate)
    }
  }
}

extension Digest {
  /// The gate, as `module.step`, that was the last to be answered so that this holds.
  func latestGate(holding hold: Hold) -> String? {
    allGates.filter { $0.value.hold == hold }.max { left, right in
      let (one, other) = (left.value.at.milliseconds, right.value.at.milliseconds)
      return one == other ? left.key < right.key : one < other
    }?.key
  }
}
