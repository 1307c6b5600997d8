/// A short name for a text or a file's bytes: FNV-1a, 64 bit, as 16 hexadecimal digits.
///
/// It tells one text from another; it is no protection against somebody who wants two to collide.
public struct Fingerprint: Hashable, Sendable {
  @usableFromInline var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Starts with nothing.
  public init() {}

  /// Takes in bytes.
  ///
  /// Inlinable, so that it is compiled for the caller's type: a file has many bytes.
  @inlinable public mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
  }

  /// The digits.
  public var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The fingerprint of one text.
  public static func of(_ text: String) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(text.utf8)
    return fingerprint.text
  }
}
