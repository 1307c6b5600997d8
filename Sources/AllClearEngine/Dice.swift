/// Chance that can be had again: the same seed gives the same throws (SplitMix64, Sebastiano Vigna).
public struct Dice: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  /// Makes dice that throw by a seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// A whole number from 0 to `count` - 1; 0 where there is nothing to choose from.
  mutating func below(_ count: Int) -> Int {
    count > 1 ? Int(next() % UInt64(count)) : 0
  }

  /// Whether something happens that happens so often of a hundred times.
  mutating func happens(_ percent: Int) -> Bool {
    percent >= 100 || (percent > 0 && below(100) < percent)
  }
}
