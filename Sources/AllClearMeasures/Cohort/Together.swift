/// How far two numbers of the same people go together: Pearson's correlation, kept without keeping
/// the numbers.
///
/// - r is the sum of products over the root of the product of the sums of squares (Pearson 1895), each
///   running as Welford's are.
/// - The 95% interval goes through Fisher's z, atanh r ± 1.96 / √(n - 3) (Metron 1921;1:3-32).
///
/// That two changes go together does not say that one brings the other.
public struct Together: Hashable, Sendable {
  public private(set) var count = 0
  private var firstMean = 0.0
  private var secondMean = 0.0
  private var firstSquares = 0.0
  private var secondSquares = 0.0
  private var products = 0.0

  /// Of nobody yet.
  public init() {}

  /// Takes in a person's two numbers.
  public mutating func add(_ first: Double, _ second: Double) {
    count += 1
    let fromFirst = first - firstMean
    let fromSecond = second - secondMean
    firstMean += fromFirst / Double(count)
    secondMean += fromSecond / Double(count)
    firstSquares += fromFirst * (first - firstMean)
    secondSquares += fromSecond * (second - secondMean)
    products += fromFirst * (second - secondMean)
  }

  /// The correlation, from -1 to 1.
  public func correlation() throws(NoFigure) -> Double {
    guard count > 0 else { throw .nobody }
    guard count > 2 else { throw .tooFew(needed: 3, found: count) }
    guard firstSquares > Spread.nothing, secondSquares > Spread.nothing else { throw .noSpread }
    let r = products / (firstSquares.squareRoot() * secondSquares.squareRoot())
    return min(1, max(-1, r))
  }

  /// Its 95% interval; `nil` of fewer than four people.
  ///
  /// tanh(atanh r ± h) is (r ± tanh h) / (1 ± r tanh h): no logarithm is needed.
  public var interval: Interval? {
    guard count > 3, let r = try? correlation() else { return nil }
    let reach = Self.tanh(Interval.normal95 / Double(count - 3).squareRoot())
    return Interval(low: (r - reach) / (1 - r * reach), high: (r + reach) / (1 + r * reach))
  }

  /// The hyperbolic tangent, by Lambert's continued fraction.
  static func tanh(_ x: Double) -> Double {
    var rest = 0.0
    for odd in stride(from: 41.0, to: 1, by: -2) { rest = x * x / (odd + rest) }
    return x / (1 + rest)
  }
}
