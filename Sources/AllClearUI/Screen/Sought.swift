import AllClearEngine

/// What a search looks through in one answer, made alike once: its text, and all that lies behind it.
struct Sought: Hashable {
  private let label: String
  private let whole: String?
  /// What lies behind it as it was written.
  private let source: String?

  init(_ choice: Prompt.Choice) {
    label = Fold.folded(choice.text)
    whole = choice.searched.map(Fold.folded)
    source = choice.searched
  }

  /// Whether it holds a word that was made alike.
  func holds(_ word: String) -> Bool {
    Self.holds(label, word) || whole.map { Self.holds($0, word) } == true
  }

  /// The words around what was found, where the answer itself does not show it.
  func passage(with word: String) -> String? {
    guard let source, !word.isEmpty, !Self.holds(label, word) else { return nil }
    let words = source.split(whereSeparator: \.isWhitespace)
    let folded = words.map { Fold.folded(String($0)) }
    guard let first = Self.place(of: word, in: folded) else { return nil }
    let start = max(0, first - 5)
    let end = min(words.count, first + 8)
    let line = words[start..<end].joined(separator: " ")
    return (start > 0 ? "..." : "") + line + (end < words.count ? "..." : "")
  }

  /// Which of the words the wanted one begins in, where they follow one another with one space.
  private static func place(of wanted: String, in words: [String]) -> Int? {
    let needed = wanted.split(separator: " ").count
    return words.indices.first { index in
      // The word may begin here and go on in those that follow.
      let stretch = words[index..<min(words.count, index + max(1, needed))]
      return holds(stretch.joined(separator: " "), wanted)
    }
  }

  private static func holds(_ text: String, _ word: String) -> Bool {
    guard let first = word.utf8.first else { return true }
    // A letter of this alphabet is one byte, whatever stands around it.
    guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return text.contains(word) }
    return text.utf8.withContiguousStorageIfAvailable { text in
      word.utf8.withContiguousStorageIfAvailable { word in
        guard word.count <= text.count else { return false }
        return (0...text.count - word.count).contains { start in
          text[start] == first
            && (1..<word.count).allSatisfy { text[start + $0] == word[$0] }
        }
      } ?? false
    } ?? text.contains(word)
  }
}
