/// How far the means of two groups lie apart, in standard deviations, put right for small groups:
/// Hedges' g.
///
/// - d = (mean of one - mean of the other) / pooled standard deviation, each group's variance by n - 1
///   and weighted by n - 1 (Cohen 1988).
/// - g = J × d with J = 1 - 3 / (4 × (n1 + n2 - 2) - 1) (Hedges, J Educ Stat 1981;6:107-128).
/// - The 95% interval is g ± 1.96 × standard error, with
///   J² × ((n1 + n2) / (n1 × n2) + d² / (2 × (n1 + n2))) for its square (Borenstein, Hedges, Higgins
///   and Rothstein, Introduction to Meta-Analysis 2009, chapter 4).
public struct HedgesG: Hashable, Sendable {
  public var value: Double
  public var interval: Interval
  /// How many people of each group it rests on.
  public var counts: (one: Int, other: Int) { (one, other) }

  private var one: Int
  private var other: Int

  /// The distance of one group from another; above zero where the one's mean is greater.
  public init(of one: Spread, against other: Spread) throws(NoFigure) {
    let fewest = min(one.count, other.count)
    guard fewest > 0 else { throw .nobody }
    guard fewest > 1, let first = one.variance, let second = other.variance,
      let top = one.mean, let bottom = other.mean
    else { throw .tooFew(needed: 2, found: fewest) }
    let (n1, n2) = (Double(one.count), Double(other.count))
    let freedom = n1 + n2 - 2
    let pooled = (((n1 - 1) * first + (n2 - 1) * second) / freedom).squareRoot()
    guard pooled > Spread.nothing else { throw .noSpread }
    let distance = (top - bottom) / pooled
    let correction = Self.correction(freedom: freedom)
    let error =
      correction * ((n1 + n2) / (n1 * n2) + distance * distance / (2 * (n1 + n2))).squareRoot()
    value = correction * distance
    interval = Interval(
      low: value - Interval.normal95 * error, high: value + Interval.normal95 * error)
    (self.one, self.other) = (one.count, other.count)
  }

  /// J, which makes small groups no larger than they are.
  static func correction(freedom: Double) -> Double { 1 - 3 / (4 * freedom - 1) }
}
