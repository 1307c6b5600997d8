/// Own words, replaced by their length.
///
/// Whatever a person wrote may be quoted back anywhere. So all of it is looked for in all that was
/// shown, and whatever any of it covers goes.
public struct Redaction: Hashable, Sendable {
  /// What is looked for, by its first character.
  private var needles: [Character: Set<[Character]>] = [:]

  /// Takes what a journal holds in own words.
  public init(of journal: KeptJournal) {
    var chosen: Set<String> = []
    var tried: [String] = []
    for entry in journal.entries {
      switch entry.value {
      case .answer(.option, _), .answer(.options, _):
        if let choice = Replay.parts(entry.row.shown)?.choice { chosen.insert(choice) }
        // What it added to the sheet of evidence is the person's line there.
        JSON(entry.row.value)?["entries"]?.strings?.forEach { add($0) }
      case .experiment(let told):
        tried += [told.movement, told.dose, told.feared, told.without, told.place].compactMap { $0 }
      case let value: Self.words(of: value).forEach { add($0) }
      }
    }
    // What was tried may have been chosen, and is nobody's own then.
    for text in tried where !chosen.contains(text) { add(text) }
  }

  private static func words(of value: Record.Value?) -> [String] {
    switch value {
    case .answer(.text(let text), _): [text]
    case .answer(.entries(let lines), _): lines
    case .entry(_, .text(let text)): [text]
    case .personal(.painWord(.own(let word)?)): [word]
    default: []
    }
  }

  /// Looks for a text whole, and for each of its lines.
  private mutating func add(_ text: String) {
    let lines = text.split(whereSeparator: \.isNewline)
    for part in [Substring(text)] + lines {
      let needle = Array(part.trimmed)
      if let first = needle.first { needles[first, default: []].insert(needle) }
    }
  }

  /// How a text of the person's own is shown: by its length alone.
  public func length(of text: String) -> String { Self.length(text.count) }

  private static func length(_ count: Int) -> String {
    count == 1 ? "[1 character]" : "[\(count) characters]"
  }

  /// A text that was shown, without the person's own words in it.
  public func callAsFunction(_ text: String) -> String {
    let characters = Array(text)
    var isOwn = [Bool](repeating: false, count: characters.count)
    for start in characters.indices {
      for needle in needles[characters[start]] ?? [] where stands(needle, at: start, in: characters)
      {
        for index in start..<(start + needle.count) { isOwn[index] = true }
      }
    }
    var result = ""
    var index = 0
    while index < characters.count {
      guard isOwn[index] else {
        result.append(characters[index])
        index += 1
        continue
      }
      let end = isOwn[index...].firstIndex(of: false) ?? characters.count
      result += Self.length(end - index)
      index = end
    }
    return result
  }

  /// Whether a text stands at a place; a single word not as part of another word.
  private func stands(_ needle: [Character], at start: Int, in text: [Character]) -> Bool {
    let end = start + needle.count
    guard end <= text.count, text[start..<end].elementsEqual(needle) else { return false }
    if needle.contains(where: \.isWhitespace) { return true }
    func goesOn(_ inside: Character, _ beside: Character?) -> Bool {
      guard let beside else { return false }
      // Only where letters have cases, words are parted by spaces.
      return (inside.isCased || inside.isNumber) && (beside.isCased || beside.isNumber)
    }
    let before = start > 0 ? text[start - 1] : nil
    let after = end < text.count ? text[end] : nil
    return !goesOn(needle[0], before) && !goesOn(needle[needle.count - 1], after)
  }
}

extension Substring {
  /// Without blanks at either end.
  fileprivate var trimmed: Substring {
    let head = drop(while: \.isWhitespace)
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return head[...last]
  }
}
