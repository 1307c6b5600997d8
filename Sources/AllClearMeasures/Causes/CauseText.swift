/// A cause in own words as the coder takes it in: lower-case words, and what parts them.
struct CauseText {
  var words: [String] = []
  /// For each word, the part of the line in which it stands: "lifting, then a fall" has two.
  var parts: [Int] = []

  init(_ text: String) {
    var word = ""
    var part = 0
    func isLetter(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    let characters = Array(text.lowercased())
    for (index, character) in characters.enumerated() {
      if isLetter(character) {
        word.append(character)
      } else if Self.isApostrophe(character), !word.isEmpty, index + 1 < characters.count,
        characters[index + 1].isLetter
      {
        word.append("'")
      } else {
        take(&word, part)
        if Self.separators.contains(character) { part += 1 }
      }
    }
    take(&word, part)
    // "and", "or", "then" part a line as a comma does.
    var beside = 0
    for index in words.indices {
      if Self.joining.contains(words[index]) { beside += 1 }
      parts[index] += beside
    }
  }

  private mutating func take(_ word: inout String, _ part: Int) {
    guard !word.isEmpty else { return }
    words.append(word)
    parts.append(part)
    word = ""
  }

  private static func isApostrophe(_ character: Character) -> Bool {
    character == "'" || character == "\u{2019}"
  }

  private static let separators: Set<Character> = [
    ",", ";", "/", "&", "+", "=", "(", ")", ".", ":", "\n", "|", "\u{2013}", "\u{2014}",
  ]
  static let joining: Set<String> = ["and", "or", "then", "but", "plus", "also"]

  /// The words of a cue, with its stars and gaps.
  static func pattern(_ text: String) -> [String] {
    // By bytes: a lexicon has thousands.
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
    return (isPlain ? text : text.lowercased()).utf8
      .split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
      .map { String(Substring($0)) }
  }
}
