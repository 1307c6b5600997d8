/// Which characters content may use.
enum Characters {
  private static let punctuation: Set<Unicode.Scalar> = [
    "\u{A0}", "¡", "¿", "«", "»", "§", "°", "·", "×", "÷", "±", "½", "¼", "¾", "²", "³", "ª", "º",
    "‐", "‑", "–", "—", "‘", "’", "‚", "“", "”", "„", "•", "…", "′", "″", "‹", "›", "\u{202F}",
    "−", "≤", "≥", "£", "€", "¥", "¢", "©", "®",
  ]

  /// Letters of any script with their marks, digits, ordinary and typographic punctuation.
  static func isPermitted(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x7F { return value >= 0x20 || value == 0x0A || value == 0x0D }
    if value < 0xA0 || (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value) {
      return false
    }
    if punctuation.contains(scalar) { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      return true
    default:
      return false
    }
  }

  /// Characters that show nothing or turn the line around: an excerpt leaves them out.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isDefaultIgnorableCodePoint { return true }
    return switch scalar.properties.generalCategory {
    case .format, .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    default: false
    }
  }

  /// How a message names a character: by its code, and by itself where it can be seen.
  static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return scalar.properties.name.map { "\(code) \($0.lowercased())" } ?? code
  }
}
