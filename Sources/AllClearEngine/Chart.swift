/// Numbers over days, to be drawn; what it shows is also said in a sentence beneath it, and where
/// nothing is drawn the sentence stands alone.
public struct Chart: Hashable, Sendable {
  /// How it is drawn.
  public enum Kind: Hashable, Sendable {
    /// A dot for each number, joined.
    case line
    /// A bar for each.
    case bars
  }

  /// A number and its day.
  public struct Point: Hashable, Sendable {
    public var day: CivilDay
    public var value: Int

    /// Makes a point.
    public init(day: CivilDay, value: Int) {
      self.day = day
      self.value = value
    }
  }

  public var kind: Kind
  /// In the order of their days.
  public var points: [Point]
  /// Where its height ends; it begins at 0.
  public var top: Int
  /// The days of the first and the last point, as the axis says them.
  public var first: String
  public var last: String

  /// Makes a chart.
  public init(_ kind: Kind, points: [Point], top: Int, first: String, last: String) {
    self.kind = kind
    self.points = points
    self.top = max(1, top)
    self.first = first
    self.last = last
  }
}
