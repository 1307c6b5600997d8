/// What kind of thing a person names as a cause of their pain: the twelve merged categories of the
/// trial's attributions (Ashar 2023).
///
/// Posture and weight are counted with physiology, jobs and birth with activity, diet with other.
public enum CauseCategory: String, Hashable, Sendable, CaseIterable {
  case injury, activity, psychological
  case physiology = "physiology (non-spinal)"
  case stress
  case spinal = "spinal condition"
  case hereditary, other, sedentary, age, negligence, brain

  /// As lexicon.yaml and exports name it: one word.
  public var name: String {
    switch self {
    case .physiology: "physiology"
    case .spinal: "spinal"
    default: rawValue
    }
  }

  /// Reads the one word, or the name that the trial's files have.
  public init?(name: String) {
    guard let category = Self.allCases.first(where: { $0.name == name || $0.rawValue == name })
    else { return nil }
    self = category
  }

  /// Whether it counts as mind or brain.
  public var isMindBrain: Bool {
    switch self {
    case .psychological, .stress, .brain: true
    default: false
    }
  }
}
