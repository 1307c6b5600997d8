/// How far two raters agree beyond what chance would give.
public enum Agreement {
  /// Cohen's kappa for two codings of the same items; `nil` without items, or where both always say
  /// the same one thing.
  ///
  /// (observed - expected) / (1 - expected), expected from each rater's own shares (Cohen 1960).
  public static func kappa<Code: Hashable>(_ pairs: [(Code, Code)]) -> Double? {
    guard !pairs.isEmpty else { return nil }
    let count = Double(pairs.count)
    var first: [Code: Double] = [:]
    var second: [Code: Double] = [:]
    var same = 0.0
    for (one, other) in pairs {
      first[one, default: 0] += 1
      second[other, default: 0] += 1
      if one == other { same += 1 }
    }
    let expected = first.reduce(0.0) { $0 + $1.value * (second[$1.key] ?? 0) } / (count * count)
    guard expected < 1 else { return nil }
    return (same / count - expected) / (1 - expected)
  }

  /// The share of items on which both agree, 0 to 1; `nil` without items.
  public static func accuracy<Code: Hashable>(_ pairs: [(Code, Code)]) -> Double? {
    guard !pairs.isEmpty else { return nil }
    return Double(pairs.count { $0.0 == $0.1 }) / Double(pairs.count)
  }
}
