/// Text made harmless to show: nothing in it moves a cursor, turns a line round or hides.
///
/// The one door for whatever is shown and was not written here: content, own words, names of files.
/// The grid, plain text and standard output all go through it. It is idempotent.
///
/// Joiners between emoji or between letters are left out like every other mark without width: each
/// part is then as wide here as in the terminal, which a joined sign is not everywhere.
public enum Inert {
  /// The same text on one line, with controls, private and unassigned scalars as U+FFFD.
  ///
  /// What has no width and no letter to stand on vanishes, and marks beyond three a letter.
  public static func shown(_ text: String) -> String {
    if isPlain(text) { return text }
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
        if hasBase, marks <= mostMarks { result.append(scalar) }
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

  /// The same text with its line feeds, each line as `shown` has it.
  public static func lines(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 == 0x0A || isPlain($0) }) { return text }
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { shown(String(String.UnicodeScalarView($0))) }.joined(separator: "\n")
  }

  /// What takes a place of its own in shown text: a letter with the marks that stand on it.
  ///
  /// A terminal counts letter by letter; a cluster of several, as in Devanagari, is several places.
  static func places(_ text: String) -> [Character] {
    if isPlain(text) { return Array(text) }
    var places: [Character] = []
    var place = String.UnicodeScalarView()
    for scalar in shown(text).unicodeScalars {
      if TextWidth.of(scalar) > 0, !place.isEmpty {
        places.append(contentsOf: String(place))
        place = .init()
      }
      place.append(scalar)
    }
    places.append(contentsOf: String(place))
    return places
  }

  /// More marks than this on one letter would reach into other lines.
  private static let mostMarks = 3

  private static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }

  private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { isPlain($0) } }

  private enum Kind {
    case letter, mark, space, replaced, nothing
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    if scalar.value >= 0x20, scalar.value < 0x7F { return scalar == " " ? .space : .letter }
    if scalar == "\t" || scalar == "\n" { return .space }
    // Fillers, selectors, joiners, tags, overrides, isolates: all that is there to be not seen.
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint || properties.isBidiControl { return .nothing }
    if (0x1F3FB...0x1F3FF).contains(scalar.value) { return .nothing }
    // An empty braille pattern is a space in disguise.
    if scalar.value == 0x2800 { return .space }
    switch properties.generalCategory {
    case .control, .privateUse, .unassigned, .surrogate: return .replaced
    case .format: return .nothing
    case .nonspacingMark, .enclosingMark: return .mark
    // The vowels and ends of a Hangul syllable stand on its beginning.
    case .otherLetter where (0x1160...0x11FF).contains(scalar.value): return .mark
    case .otherLetter where (0xD7B0...0xD7FF).contains(scalar.value): return .mark
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
    default: return .letter
    }
  }
}
