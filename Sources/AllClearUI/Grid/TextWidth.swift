/// How many columns text takes, by a small table of our own: the C library's is old and depends
/// on the locale, and terminals disagree, so nothing is ever aligned to the right of own words.
public enum TextWidth {
  /// The columns of a text as it is shown.
  public static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return Inert.shown(text).unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The columns of one place of shown text: 0, 1 or 2.
  static func of(_ character: Character) -> Int {
    // One byte is one column: a line break never comes here.
    if character.utf8.count == 1 { return 1 }
    return min(2, character.unicodeScalars.reduce(0) { $0 + of($1) })
  }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x20 || (0x7F..<0xA0).contains(value) { return 0 }
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    // The halves of a flag are one column each.
    if (0x1F1E6...0x1F1FF).contains(value) { return 1 }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.first <= value && value <= $0.last } ? 2 : 1
  }

  /// Hangul, Kana, Han and their full-width companions (East Asian Width W and F, Unicode 16).
  private static let wide: [(first: UInt32, last: UInt32)] = [
    (0x1100, 0x115F), (0x2329, 0x232A), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF),
    (0xFE10, 0xFE19), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x16FE0, 0x18DFF),
    (0x1AFF0, 0x1B2FF), (0x1F200, 0x1F265), (0x20000, 0x3FFFD),
  ]
}
