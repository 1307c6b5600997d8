/// How many numbers there are, their mean and how far they lie apart, kept without keeping them.
///
/// The running mean and sum of squares are Welford's (Technometrics 1962;4:419-420): they stay exact
/// where a sum of squares less a squared sum would not.
public struct Spread: Hashable, Sendable {
  public private(set) var count = 0
  private var middle = 0.0
  private var squares = 0.0

  /// Of nothing yet.
  public init() {}

  /// What is less is a rounding of the machine's, and no spread.
  static let nothing = 1e-9

  /// Takes in a number.
  public mutating func add(_ value: Double) {
    count += 1
    let before = value - middle
    middle += before / Double(count)
    squares += before * (value - middle)
  }

  /// The mean; `nil` of nothing.
  public var mean: Double? { count > 0 ? middle : nil }

  /// The variance of a sample, by n - 1; `nil` of fewer than two.
  public var variance: Double? { count > 1 ? squares / Double(count - 1) : nil }

  /// The standard deviation of a sample, by n - 1; `nil` of fewer than two.
  public var deviation: Double? { variance?.squareRoot() }

  /// Half the width of the 95% interval of the mean, by the normal distribution; `nil` of fewer than
  /// two.
  public var margin: Double? {
    deviation.map { Interval.normal95 * $0 / Double(count).squareRoot() }
  }
}

/// Between which two numbers a figure lies, with 95% confidence.
public struct Interval: Hashable, Sendable {
  public var low: Double
  public var high: Double

  /// Between two numbers.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// The 97.5th percentile of the standard normal distribution.
  public static let normal95 = 1.959_964
}

/// Why a figure cannot be worked out.
public enum NoFigure: Error, Hashable, Sendable {
  /// Nobody has both values.
  case nobody
  /// Fewer people than it takes.
  case tooFew(needed: Int, found: Int)
  /// All values are the same, so that there is nothing to measure by.
  case noSpread
}
