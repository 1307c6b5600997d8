/// Which part of Pain Reprocessing Therapy a module serves: its developers' five components, and two
/// of our own around them.
public enum Component: String, Hashable, Sendable, CaseIterable {
  case education, evidence
  case safetyLens = "safety-lens"
  case emotionalThreats = "emotional-threats"
  case positiveFeelings = "positive-feelings"
  /// The safety questions, and help.
  case safety
  case orientation

  /// What it is called.
  var phrase: Phrase {
    switch self {
    case .education: .componentEducation
    case .evidence: .componentEvidence
    case .safetyLens: .componentSafetyLens
    case .emotionalThreats: .componentEmotionalThreats
    case .positiveFeelings: .componentPositiveFeelings
    case .safety: .componentSafety
    case .orientation: .componentOrientation
    }
  }
}
