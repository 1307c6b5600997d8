/// How an exposure went; kept as the option that was chosen.
public enum Exposure: String, Hashable, Sendable, CaseIterable {
  case did, part
  case notToday = "not-today"

  /// What the choice says.
  var phrase: Phrase {
    switch self {
    case .did: .exposureDid
    case .part: .exposurePart
    case .notToday: .exposureNotToday
    }
  }

  /// Whether some of it was done.
  public var isPractised: Bool { self != .notToday }

  /// The outcome that an answer keeps.
  init?(_ answer: Answer) {
    guard case .option(let id) = answer else { return nil }
    self.init(rawValue: id)
  }
}
