/// Text for a manual page.
enum Roff {
  /// Characters as themselves, whatever they mean to roff, and whatever it makes of them.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "`": result += "\\(ga"
      case "'": result += "\\(aq"
      default: result.append(character)
      }
    }
    return result.hasPrefix(".") ? "\\&" + result : result
  }

  /// An item with what it means.
  static func item(_ head: String, _ text: [String]) -> [String] {
    [".TP", head] + (text.isEmpty ? ["\\&"] : text)
  }

  /// Paragraphs; lines that are indented stay as they are.
  static func paragraphs(_ text: String) -> [String] {
    var lines: [String] = []
    var isAsTyped = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("  ") != isAsTyped {
        lines += isAsTyped ? [".EE", ".RE"] : [".RS", ".EX"]
        isAsTyped.toggle()
      }
      if line.isEmpty {
        lines.append(".PP")
      } else {
        lines.append(escaped(line.drop { $0 == " " && isAsTyped }.description))
      }
    }
    if isAsTyped { lines += [".EE", ".RE"] }
    return lines
  }
}
