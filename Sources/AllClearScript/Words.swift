/// A text cut into words, each with the place of its first scalar.
///
/// A word is letters and digits, with an apostrophe, hyphen, colon, point or comma only between
/// them; what stands in a hole before its `|` is no word.
struct Words {
  struct Word: Hashable {
    /// In lower case, with a plain apostrophe.
    var text: String
    var offset: Int
    /// Whether a per cent sign follows at once.
    var isPerCent = false
  }

  let all: [Word]

  init(_ string: String) {
    let scalars = Array(string.unicodeScalars)
    var words: [Word] = []
    var index = 0
    while index < scalars.count {
      if scalars[index] == "{" {
        while index < scalars.count, scalars[index] != "|", scalars[index] != "}" { index += 1 }
      }
      guard index < scalars.count, Self.isLetter(scalars[index]) else {
        if index < scalars.count, scalars[index] == "%", let last = words.indices.last {
          words[last].isPerCent = true
        }
        index += 1
        continue
      }
      let start = index
      var text = String.UnicodeScalarView()
      while index < scalars.count {
        if Self.isLetter(scalars[index]) {
          text.append(scalars[index])
        } else if Self.joins(scalars, index) {
          text.append(scalars[index] == "’" ? "'" : scalars[index])
        } else {
          break
        }
        index += 1
      }
      words.append(Word(text: String(text).lowercased(), offset: start))
    }
    all = words
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return isDigit(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func joins(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0, index + 1 < scalars.count, isLetter(scalars[index + 1]) else { return false }
    switch scalars[index] {
    case "'", "’", "-", "‑": return true
    case ".", ",", ":": return isDigit(scalars[index - 1]) && isDigit(scalars[index + 1])
    default: return false
    }
  }

  /// The places where one of the phrases stands, whole words only, letters of either case.
  func places(of phrases: [[String]]) -> [(phrase: String, offset: Int)] {
    var firsts: [String: [[String]]] = [:]
    for phrase in phrases { firsts[phrase.first ?? "", default: []].append(phrase) }
    var found: [(String, Int)] = []
    for (index, word) in all.enumerated() {
      for phrase in firsts[word.text] ?? []
      where index + phrase.count <= all.count
        && zip(phrase, all[index...]).allSatisfy({ $0 == $1.text })
      {
        found.append((phrase.joined(separator: " "), word.offset))
      }
    }
    return found
  }
}
