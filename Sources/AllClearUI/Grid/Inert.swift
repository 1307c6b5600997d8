/// Text made harmless to show: nothing in it moves a cursor, turns a line round or hides.
enum Inert {
  /// The same text with controls, private and unassigned scalars as U+FFFD.
  ///
  /// What has no width and no letter to stand on vanishes, and marks beyond three a letter.
  static func shown(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    var marks = 0
    var hasBase = false
    for scalar in text.unicodeScalars {
      switch kind(of: scalar) {
      case .letter:
        result.append(scalar)
        marks = 0
        hasBase = true
      case .mark:
        marks += 1
        if hasBase, marks <= 3 { result.append(scalar) }
      case .space:
        result.append(" ")
        hasBase = false
      case .replaced:
        result.append("\u{FFFD}")
        hasBase = false
      case .nothing: break
      }
    }
    return String(result)
  }

  private enum Kind {
    case letter, mark, space, replaced, nothing
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    if scalar.value >= 0x20, scalar.value < 0x7F { return scalar == " " ? .space : .letter }
    if scalar == "\t" || scalar == "\n" { return .space }
    if (0x1F3FB...0x1F3FF).contains(scalar.value) { return .nothing }
    if (0x1160...0x11FF).contains(scalar.value) { return .mark }
    switch scalar.properties.generalCategory {
    case .control, .privateUse, .unassigned, .surrogate: return .replaced
    case .format: return .nothing
    case .nonspacingMark, .enclosingMark:
      return scalar.properties.isVariationSelector ? .nothing : .mark
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
    default: return .letter
    }
  }
}
