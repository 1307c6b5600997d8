/// Puts right what is nearly a word of the lexicon.
struct Spelling: Sendable {
  private var known: Set<String> = []
  private var stems: [String] = []
  /// Words of the lexicon that are long enough to be told by, by their first letter.
  private var byLetter: [Character: [[Character]]] = [:]

  init(knowing lexicon: Lexicon) {
    for part in lexicon.entries.flatMap(\.cues).flatMap(\.parts) {
      switch part {
      case .word(let word):
        guard known.insert(word).inserted, word.count >= Self.shortest, let first = word.first
        else { continue }
        byLetter[first, default: []].append(Array(word))
      case .stem(let stem): stems.append(stem)
      case .gap: break
      }
    }
  }

  /// Words that were put right before: most people use the same ones.
  struct Memory {
    fileprivate var words: [String: String] = [:]
    /// More are not kept.
    fileprivate static let most = 50_000
  }

  /// The same, from memory where it was asked before.
  func corrected(_ word: String, _ memory: inout Memory) -> String {
    if word.utf8.count < Self.shortest { return word }
    if let known = memory.words[word] { return known }
    let corrected = corrected(word)
    if memory.words.count < Memory.most { memory.words[word] = corrected }
    return corrected
  }

  /// The word of the lexicon that is meant, or the word as it stands.
  func corrected(_ word: String) -> String {
    guard word.count >= Self.shortest, let first = word.first, !known.contains(word),
      !stems.contains(where: word.hasPrefix)
    else { return word }
    let letters = Array(word)
    var best: (letters: [Character], distance: Int)?
    for candidate in byLetter[first] ?? [] {
      let most = min(candidate.count, letters.count) >= Self.long ? 2 : 1
      guard abs(candidate.count - letters.count) <= most else { continue }
      // One changed letter in a short word makes another word: "stuff" is not "stiff".
      if letters.count == Self.shortest, candidate.count == letters.count,
        letters.sorted() != candidate.sorted()
      {
        continue
      }
      let distance = Self.distance(letters, candidate)
      if distance <= most, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best.map { String($0.letters) } ?? word
  }

  private static let shortest = 5
  private static let long = 8

  /// How many letters were left out, put in, changed, or changed places (optimal string alignment).
  static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var before: [Int] = []
    var last = Array(0...second.count)
    for row in first.indices {
      var now = [row + 1]
      for column in second.indices {
        let isSame = first[row] == second[column]
        var least = min(last[column + 1] + 1, now[column] + 1, last[column] + (isSame ? 0 : 1))
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          least = min(least, before[column - 1] + 1)
        }
        now.append(least)
      }
      before = last
      last = now
    }
    return last[second.count]
  }
}
