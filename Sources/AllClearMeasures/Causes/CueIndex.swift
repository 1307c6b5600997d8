/// The cues of a lexicon by their first word.
struct CueIndex: Sendable {
  /// A cue found in a line.
  struct Match {
    var entry: Int
    var range: Range<Int>
    /// How many words the cue says; those of a gap are not counted.
    var length: Int
  }

  private struct Item {
    var entry: Int
    var cue: Lexicon.Cue
  }

  private var byWord: [String: [Item]] = [:]
  /// By the stem's first letters, as many as the shortest stem has.
  private var byStem: [String: [Item]] = [:]
  private var shortest = Int.max

  init(_ lexicon: Lexicon) {
    for entry in lexicon.entries {
      for cue in entry.cues {
        if case .stem(let stem)? = cue.parts.first { shortest = min(shortest, stem.count) }
      }
    }
    for (number, entry) in lexicon.entries.enumerated() {
      for cue in entry.cues {
        let item = Item(entry: number, cue: cue)
        switch cue.parts.first {
        case .word(let word): byWord[word, default: []].append(item)
        case .stem(let stem):
          byStem[String(stem.prefix(shortest)), default: []].append(item)
        default: break
        }
      }
    }
  }

  func matches(in words: [String]) -> [Match] {
    var found: [Match] = []
    for start in words.indices {
      let word = words[start]
      let items = (byWord[word] ?? []) + (byStem[String(word.prefix(shortest))] ?? [])
      for item in items {
        if let end = end(of: item.cue.parts[...], in: words, from: start) {
          found.append(
            Match(entry: item.entry, range: start..<end, length: item.cue.length))
        }
      }
    }
    return found
  }

  /// Where a pattern that begins at a word ends; `nil` where it does not fit.
  private func end(
    of parts: ArraySlice<Lexicon.Cue.Part>, in words: [String], from start: Int
  ) -> Int? {
    guard let part = parts.first else { return start }
    let rest = parts.dropFirst()
    if part == .gap {
      for skipped in 0...Self.widest {
        if let end = end(of: rest, in: words, from: start + skipped) { return end }
      }
      return nil
    }
    guard start < words.count else { return nil }
    let fits =
      switch part {
      case .word(let word): words[start] == word
      case .stem(let stem): words[start].hasPrefix(stem)
      case .gap: false
      }
    return fits ? end(of: rest, in: words, from: start + 1) : nil
  }

  /// So many words may stand in a gap.
  private static let widest = 2
}
