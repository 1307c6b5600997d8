import AllClearEngine

/// UUIDs that are the same for the same name (version 8: made in our own way).
enum UUIDText {
  /// Of a name.
  static func of(_ name: String) -> String {
    let one = Fingerprint.of(name)
    return text(one + Fingerprint.of(one + name))
  }

  /// Of 32 hexadecimal digits.
  static func text(_ digits: String) -> String {
    var digits = Array(digits)
    digits[12] = "8"
    digits[16] = "a"
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
      .joined(separator: "-")
  }
}
