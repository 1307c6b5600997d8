/// A person's text as one line of a page, whatever is in it: it starts no tag, no list and no link.
enum OneLine {
  /// Blanks, ends of lines and characters that no page may hold become one blank.
  static func of(_ text: String) -> String {
    var line = ""
    var isBlank = true
    for scalar in text.unicodeScalars {
      guard !scalar.properties.isWhitespace, !isUnfit(scalar) else {
        if !isBlank { line += " " }
        isBlank = true
        continue
      }
      line.unicodeScalars.append(scalar)
      isBlank = false
    }
    return line.last == " " ? String(line.dropLast()) : line
  }

  /// Controls, characters that are none, and those that turn the direction of what follows.
  private static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .unassigned, .privateUse: return true
    default: break
    }
    return scalar.properties.isNoncharacterCodePoint
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  static func html(_ line: String) -> String {
    var out = ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  static func markdown(_ line: String) -> String {
    var out = ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "(", ")", "{", "}", "#", "|", "~", "!", "$", "^", ":",
        "@", "=":
        out += "\\"
        out.unicodeScalars.append(scalar)
      default: out.unicodeScalars.append(scalar)
      }
    }
    // At a beginning these make a list or a heading.
    if let first = out.first, "-+".contains(first) { return "\\" + out }
    let digits = out.prefix { $0.isASCII && $0.isNumber }
    let rest = out.dropFirst(digits.count)
    return !digits.isEmpty && (rest == "." || rest.hasPrefix(". ")) ? digits + "\\" + rest : out
  }
}
