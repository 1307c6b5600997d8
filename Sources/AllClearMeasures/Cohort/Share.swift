/// So many of so many.
public struct Share: Hashable, Sendable {
  public var count: Int
  public var of: Int

  /// So many of so many.
  public init(_ count: Int, of all: Int) {
    self.count = count
    of = all
  }

  /// From 0 to 100; `nil` of nothing.
  public var percent: Double? { of > 0 ? 100 * Double(count) / Double(of) : nil }

  /// The 95% interval in per cent, Wilson's (J Am Stat Assoc 1927;22:209-212), which stays within 0 and
  /// 100 and is fit for small groups; `nil` of nothing.
  public var interval: Interval? {
    guard of > 0 else { return nil }
    let (n, share) = (Double(of), Double(count) / Double(of))
    let square = Interval.normal95 * Interval.normal95
    let middle = share + square / (2 * n)
    let reach =
      Interval.normal95 * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
    let width = 1 + square / n
    return Interval(
      low: max(0, 100 * (middle - reach) / width), high: min(100, 100 * (middle + reach) / width))
  }
}
