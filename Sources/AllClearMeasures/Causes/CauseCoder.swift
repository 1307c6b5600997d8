/// Codes causes of pain in own words as the trial's raters did (Ashar 2023): one category a line.
///
/// Longest cue first; what is denied does not count; of several things named side by side the first
/// counts, and the line is marked as mixed. In a compound the last word says what it is ("work
/// stress", "sports injury"), before a preposition the first ("stress from work"); the brain counts
/// wherever its part of the line names it. A line of which nothing is known is `other`, and says so.
public struct CauseCoder: Sendable {
  public let lexicon: Lexicon
  private let index: CueIndex
  private let spelling: Spelling

  /// Makes a coder.
  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
    index = CueIndex(lexicon)
    spelling = Spelling(knowing: lexicon)
  }

  /// What was found out about words, so that a long list does not ask again.
  public struct Memory {
    fileprivate var spelling = Spelling.Memory()

    /// Remembers nothing yet.
    public init() {}
  }

  /// Codes one line.
  public func code(_ line: String) -> CodedCause {
    var memory = Memory()
    return code(line, &memory)
  }

  /// Codes one line of many by the same coder.
  public func code(_ line: String, _ memory: inout Memory) -> CodedCause {
    var text = CauseText(line)
    for index in text.words.indices {
      text.words[index] = spelling.corrected(text.words[index], &memory.spelling)
    }
    let matches = standing(in: text)
    let strong = matches.filter { !lexicon.entries[$0.entry].isWeak }
    let counted = strong.isEmpty ? matches : strong
    guard let chosen = head(of: counted, in: text) else {
      return CodedCause(category: .other, reason: nil, words: "", others: [])
    }
    let entry = lexicon.entries[chosen.entry]
    return CodedCause(
      category: entry.category, reason: entry.reason,
      words: text.words[chosen.range].joined(separator: " "),
      others: others(of: counted, beside: entry.category))
  }

  /// What else is named in the line, in its order.
  private func others(
    of matches: [CueIndex.Match], beside category: CauseCategory
  ) -> [CauseCategory] {
    var others: [CauseCategory] = []
    for match in matches {
      let other = lexicon.entries[match.entry].category
      if other != category, !others.contains(other) { others.append(other) }
    }
    return others
  }

  /// The cues that stand, in the order of the line: the longest first, none within another, none
  /// denied.
  private func standing(in text: CauseText) -> [CueIndex.Match] {
    let found = index.matches(in: text.words).sorted { first, second in
      if first.length != second.length { return first.length > second.length }
      if first.range.count != second.range.count { return first.range.count < second.range.count }
      return first.range.lowerBound < second.range.lowerBound
    }
    var taken: [CueIndex.Match] = []
    for match in found where !taken.contains(where: { $0.range.overlaps(match.range) }) {
      taken.append(match)
    }
    return taken.filter { !isDenied($0, in: text) }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func isDenied(_ match: CueIndex.Match, in text: CauseText) -> Bool {
    let start = match.range.lowerBound
    var back = start - 1
    while back >= 0, start - back <= Self.reach, text.parts[back] == text.parts[start] {
      if Self.denying.contains(text.words[back]) { return true }
      if back > 0, Self.denyingPairs.contains([text.words[back - 1], text.words[back]]) {
        return true
      }
      back -= 1
    }
    return false
  }

  /// What the line is mainly about.
  private func head(of matches: [CueIndex.Match], in text: CauseText) -> CueIndex.Match? {
    guard var chosen = matches.first else { return nil }
    for next in matches.dropFirst() {
      guard text.parts[chosen.range.lowerBound] == text.parts[next.range.lowerBound],
        isCompound(
          text.words[chosen.range.upperBound..<next.range.lowerBound],
          text.words[next.range.lowerBound])
      else { break }
      chosen = next
    }
    // "A habit that my brain has learned" is about the brain, whatever stands around it.
    let part = text.parts[chosen.range.lowerBound]
    return matches.first { match in
      text.parts[match.range.lowerBound] == part
        && lexicon.entries[match.entry].category == .brain
    } ?? chosen
  }

  /// Whether two cues make one compound, with these words between them and this one next: "work
  /// stress", "sports related injury", and not "a fall on ice carrying bags".
  private func isCompound(_ between: ArraySlice<String>, _ next: String) -> Bool {
    guard let word = between.first else { return true }
    return between.count == 1 && !Self.turning.contains(word) && !Self.pointing.contains(word)
      && !next.hasSuffix("ing")
  }

  /// So many words before a cue can deny it.
  private static let reach = 5
  private static let denying: Set<String> = [
    "not", "no", "never", "isn't", "wasn't", "aren't", "don't", "doesn't", "didn't", "nothing",
    "without", "neither", "nor", "none", "cannot", "can't", "hardly", "unlikely",
  ]
  private static let denyingPairs: Set<[String]> = [["rather", "than"], ["instead", "of"]]
  /// Before these a new thing begins.
  private static let pointing: Set<String> = [
    "my", "his", "her", "their", "our", "the", "a", "an", "this", "that", "some",
  ]
  /// After these comes what the cause is about, and not what it is.
  private static let turning: Set<String> = [
    "of", "from", "due", "after", "while", "during", "in", "with", "at", "on", "by", "because",
    "to", "for", "following", "since", "when", "that", "which", "as", "through", "caused",
    "causing", "about", "around", "into", "over", "before", "than", "against", "is", "was", "are",
  ]
}

/// A cause with its code.
public struct CodedCause: Hashable, Sendable {
  public var category: CauseCategory
  /// Why; `nil` where nothing in it is known.
  public var reason: String?
  /// The words that decided it, as they were understood.
  public var words: String
  /// Causes of other kinds that are named beside it, in the order of the line.
  public var others: [CauseCategory]

  /// Whether something of another kind is named beside it.
  public var isMixed: Bool { !others.isEmpty }

  /// Whether it counts as mind or brain.
  public var isMindBrain: Bool { category.isMindBrain }
}
