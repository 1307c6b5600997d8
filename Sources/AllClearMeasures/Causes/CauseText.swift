/// A cause in own words as the coder takes it in: lower-case words, and what parts them.
struct CauseText {
  var words: [String] = []
  /// For each word, the part of the line in which it stands: "lifting, then a fall" has two.
  var parts: [Int] = []

  init(_ text: String) {
    // By bytes where they say all: a caseload has hundreds of thousands.
    if text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) {
      self.init(ascii: text.utf8)
    } else {
      self.init(characters: text)
    }
  }

  /// Takes in plain bytes.
  private init(ascii text: String.UTF8View) {
    var word: [UInt8] = []
    var part = 0
    func end(_ text: inout Self) {
      guard !word.isEmpty else { return }
      text.words.append(String(decoding: word, as: UTF8.self))
      text.parts.append(part)
      word.removeAll(keepingCapacity: true)
    }
    var rest = text[...]
    while let byte = rest.popFirst() {
      let small = Self.small(byte)
      if Self.isLetter(small) || (0x30...0x39).contains(small) {
        word.append(small)
      } else if byte == UInt8(ascii: "'"), !word.isEmpty,
        let next = rest.first, Self.isLetter(Self.small(next))
      {
        word.append(byte)
      } else {
        end(&self)
        if Self.separatorBytes.contains(byte) { part += 1 }
      }
    }
    end(&self)
    partBesides()
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  /// Takes in any text.
  init(characters text: String) {
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
    partBesides()
  }

  private mutating func partBesides() {
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
  private static let separatorBytes = separators.compactMap(\.asciiValue)
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
