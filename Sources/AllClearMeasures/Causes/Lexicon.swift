/// Words that tell what kind of cause is meant, each group with a category and the reason for it.
public struct Lexicon: Hashable, Sendable {
  /// Counts its revisions, from 1; a coding names it.
  public var version: Int
  public var entries: [Entry]

  /// Makes a lexicon.
  public init(version: Int, entries: [Entry]) {
    self.version = version
    self.entries = entries
  }

  /// Words that mean one kind of cause.
  public struct Entry: Hashable, Sendable {
    public var id: String
    public var category: CauseCategory
    /// Why a clinician would put these words there.
    public var reason: String
    public var cues: [Cue]
    /// Words that say little beside others: they count only where nothing else is named.
    public var isWeak: Bool

    /// Makes a group of words.
    public init(
      id: String, category: CauseCategory, reason: String, cues: [Cue], isWeak: Bool = false
    ) {
      self.id = id
      self.category = category
      self.reason = reason
      self.cues = cues
      self.isWeak = isWeak
    }
  }

  /// A word or phrase: `car accident`, `injur*` with any ending, `lack of ... exercise` with up to two
  /// words between.
  public struct Cue: Hashable, Sendable {
    public var parts: [Part]

    public enum Part: Hashable, Sendable {
      case word(String)
      case stem(String)
      /// Up to two words, whatever they are.
      case gap
    }

    /// Reads a cue; `nil` for one that says nothing, or begins or ends with a gap.
    public init?(_ text: String) {
      parts = CauseText.pattern(text).map { word in
        if word == "..." { return .gap }
        return word.last == "*" ? .stem(String(word.dropLast())) : .word(word)
      }
      guard let first = parts.first, let last = parts.last, first != .gap, last != .gap,
        !parts.contains(.stem("")), !parts.contains(.word(""))
      else { return nil }
    }

    /// How many words it says.
    var length: Int { parts.count { $0 != .gap } }
  }
}
