/// What a card can show of what the person has collected.
public enum Exhibit: String, Hashable, Sendable, CaseIterable {
  case evidence, causes, doubts
  case safetyLines = "safety-lines"
  case fearedMovements = "feared-movements"
  case valuedActivities = "valued-activities"

  /// The list that it shows.
  public var list: OwnList {
    switch self {
    case .evidence: .evidence
    case .causes: .causes
    case .doubts: .doubts
    case .safetyLines: .safetyLines
    case .fearedMovements: .fearedMovements
    case .valuedActivities: .valuedActivities
    }
  }
}
