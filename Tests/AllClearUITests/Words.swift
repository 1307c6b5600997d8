import AllClearEngine
import Foundation

/// The words of interface.yaml, read by the few lines of YAML that the file uses.
enum Words {
  static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  static let file = tests.appending(path: "../../Content/en/interface.yaml").standardized

  static let english: Phrases = {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      return Phrases(texts: [:], months: [], days: [])
    }
    var texts: [Phrase: Phrases.Text] = [:]
    for (key, value) in entries(text) {
      guard let phrase = Phrase(rawValue: key) else { continue }
      texts[phrase] = phraseText(value)
    }
    return Phrases(texts: texts, months: [], days: [])
  }()

  /// The keys under `phrases:` with their raw values, in the order of the file.
  static func entries(_ text: String) -> [(key: String, value: String)] {
    var result: [(key: String, value: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("    "), let last = result.indices.last {
        result[last].value += String(line.dropFirst(4)) + "\n"
      } else if line.hasPrefix("  "), !line.hasPrefix("  #"), let colon = line.firstIndex(of: ":") {
        let value = line[line.index(after: colon)...].trimmingPrefix(" ")
        result.append((String(line[..<colon].dropFirst(2)), value == "|" ? "" : String(value)))
      }
    }
    return result
  }

  private static func phraseText(_ value: String) -> Phrases.Text {
    if value.hasPrefix("{one:"), let comma = value.firstRange(of: ", other: ") {
      let one = String(value[..<comma.lowerBound].dropFirst(6))
      let other = String(value[comma.upperBound...].dropLast())
      return .plural(one: unquoted(one), other: unquoted(other))
    }
    return .plain(unquoted(value))
  }

  private static func unquoted(_ value: String) -> String {
    value.hasPrefix("\"") ? String(value.dropFirst().dropLast()) : value
  }
}
