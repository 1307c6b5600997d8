/// School grade of English text after Flesch and Kincaid.
struct Readability: Hashable {
  private(set) var words = 0
  private(set) var sentences = 0
  private(set) var syllables = 0

  /// Adds a paragraph or list item; its end ends a sentence.
  mutating func add(_ text: String) {
    let all = Words(text).all
    guard !all.isEmpty else { return }
    words += all.count
    for word in all { syllables += Self.syllables(in: word.text) }
    var ends = 0
    var isOpen = false
    for scalar in text.unicodeScalars {
      if Words.isLetter(scalar) {
        isOpen = true
      } else if isOpen, scalar == "." || scalar == "!" || scalar == "?" {
        ends += 1
        isOpen = false
      }
    }
    sentences += ends + (isOpen ? 1 : 0)
  }

  /// Adds what another has counted.
  mutating func add(_ other: Readability) {
    words += other.words
    sentences += other.sentences
    syllables += other.syllables
  }

  /// The grade; 0 for nothing.
  var grade: Double {
    guard words > 0, sentences > 0 else { return 0 }
    return 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words)
      - 15.59
  }

  /// As `8.3`.
  var gradeText: String {
    let tenths = Int((grade * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }

  /// Groups of vowels, less the silent endings; at least 1, and 1 for a number.
  static func syllables(in word: String) -> Int {
    let letters = Array(word.utf8)
    let vowels = Set("aeiouy".utf8)
    var count = 0
    var isVowel = false
    for (index, letter) in letters.enumerated() {
      let now = vowels.contains(letter) && !(index == 0 && letter == UInt8(ascii: "y"))
      if now, !isVowel { count += 1 }
      isVowel = now
    }
    return max(1, count - (isLastSilent(word) ? 1 : 0))
  }

  private static func isLastSilent(_ word: String) -> Bool {
    let letters = Array(word.utf8)
    func at(_ back: Int) -> Character? {
      letters.count >= back ? Character(Unicode.Scalar(letters[letters.count - back])) : nil
    }
    let vowels = "aeiouy"
    func isConsonant(_ character: Character?) -> Bool {
      character.map { !vowels.contains($0) } ?? false
    }
    if word.hasSuffix("e") {
      // "table" sounds its ending, "whole" does not.
      if word.hasSuffix("le") { return !isConsonant(at(3)) }
      return isConsonant(at(2))
    }
    if word.hasSuffix("ed") { return isConsonant(at(3)) && at(3) != "t" && at(3) != "d" }
    if word.hasSuffix("es") {
      return isConsonant(at(3)) && !(at(3).map { "sxzcg".contains($0) } ?? false)
        && !word.hasSuffix("shes") && !word.hasSuffix("ches")
        && !(at(3) == "l" && isConsonant(at(4)))
    }
    return false
  }
}
