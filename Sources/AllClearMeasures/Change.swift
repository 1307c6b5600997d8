/// A change of a 0–10 rating against one's own beginning; lower is better.
public struct Change: Hashable, Sendable {
  public var from: Int
  public var to: Int

  /// Compares two ratings.
  public init(from: Int, to: Int) {
    self.from = from
    self.to = to
  }

  /// How far it moved; below zero where it is less now.
  public var difference: Int { to - from }

  /// Two points of a 0–10 rating are usually felt as a real change (Ostelo 2008).
  public static let points = 2
  /// And so are 30 of 100 parts of what it was (Ostelo 2008).
  public static let percent = 30

  /// Whether it is usually felt as real: 2 points, or 30 per cent of what it was.
  public var isFelt: Bool {
    let moved = abs(difference)
    return moved >= Self.points || (from > 0 && moved * 100 >= from * Self.percent)
  }
}
