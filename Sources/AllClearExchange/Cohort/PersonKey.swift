/// Who a line is about, in an order in which tables usually stand: numbers by their size, then texts
/// by their bytes.
struct PersonKey: Hashable, Comparable {
  /// The number, where it is one; else the greatest there is.
  let number: UInt64
  let text: String

  init(_ text: String) {
    self.text = text
    number = Self.number(of: text.utf8) ?? .max
  }

  private static func number(of bytes: String.UTF8View) -> UInt64? {
    guard !bytes.isEmpty, bytes.count < 19 else { return nil }
    var number: UInt64 = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = number * 10 + UInt64(byte - 0x30)
    }
    return number
  }

  static func < (one: Self, other: Self) -> Bool {
    one.number != other.number ? one.number < other.number : one.isBefore(other)
  }

  private func isBefore(_ other: Self) -> Bool {
    text.utf8.lexicographicallyPrecedes(other.text.utf8)
  }

  static func == (one: Self, other: Self) -> Bool {
    one.number == other.number && one.text.utf8.elementsEqual(other.text.utf8)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
