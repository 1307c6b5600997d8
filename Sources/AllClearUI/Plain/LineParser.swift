import AllClearEngine

/// What a typed line means at a prompt, before what was typed earlier is looked at.
enum PlainAction: Hashable {
  /// One of the words that are accepted everywhere.
  case word(Word)
  case answer(Answer)
  case skip
  /// A safety question's answer, to be confirmed.
  case mark(Int)
  /// Enter alone.
  case enter
  case practice(PracticeCommand)
  /// Say the practice's last line again.
  case repeatLine
  /// The answers of a list that hold this.
  case search(String)
  /// The next answers of a long list.
  case more
  /// A line of one's own words.
  case words(String)
  /// What is accepted here.
  case refuse(Phrase)

  /// A word that is accepted at every prompt.
  enum Word: String, Hashable, CaseIterable {
    case back = "b"
    case undo = "u"
    case skip = "s"
    case again = "r"
    case why = "w"
    case voice = "v"
    case leave = "q"
    case flare = "!"
    case crisis
    case help = "?"

    /// The word that was typed: one may also be written out.
    init?(typed: String) {
      let word = typed.lowercased()
      self.init(rawValue: word == "undo" ? "u" : word)
    }

    /// Understood while words are written too.
    var worksInWriting: Bool { self == .flare || self == .crisis }
  }
}

/// Reads one line at a prompt.
enum LineParser {
  static func action(for line: String, _ prompt: Prompt) -> PlainAction {
    let typed = ScreenState.trimmed(line)
    let word = PlainAction.Word(typed: typed)
    switch prompt.body {
    case .write, .collect:
      if let word { return .word(word) }
      return typed.isEmpty ? .enter : .words(line)
    case .practice(let view): return practice(typed.lowercased(), word, view, prompt)
    default: break
    }
    if let word { return .word(word) }
    if case .choose = prompt.body, typed.hasPrefix("/") {
      return .search(ScreenState.trimmed(String(typed.dropFirst())))
    }
    let isLong = Transcript.firstOf(prompt.body) < OptionLines.choices(of: prompt.body).0.count
    if isLong, typed.lowercased() == "m" { return .more }
    return answer(typed, prompt) ?? .refuse(refusal(at: prompt))
  }

  /// What is accepted at a prompt, said of a line that is not.
  static func refusal(at prompt: Prompt) -> Phrase {
    let skips = prompt.moves.contains(.skip)
    switch prompt.body {
    case .card: return .refuseEnter
    case .choose(_, _, many: true): return skips ? .refuseNumbersSkip : .refuseNumbers
    case .choose(_, let choices, many: false):
      if skips { return .refuseNumberSkip }
      return choices.count > mostWithoutNames ? .refuseNumberName : .refuseNumber
    case .gate: return .refuseNumber
    case .scale: return skips ? .refuseScaleSkip : .refuseScale
    case .write, .collect: return .refuseWrite
    case .practice(let view):
      switch view.phase {
      case .ready: return skips ? .refusePaceSkip : .refusePace
      case .running, .paused, .pausedByGap: return .refusePractice
      case .ended: return .refuseEnter
      }
    }
  }

  /// The answer that a line gives, or Enter alone; `nil` for what is none.
  private static func answer(_ typed: String, _ prompt: Prompt) -> PlainAction? {
    if typed.isEmpty, prompt.moves.contains(.skip) {
      switch prompt.body {
      case .choose, .scale: return .skip
      case .card, .gate, .write, .collect, .practice: break
      }
    }
    switch prompt.body {
    case .card: return typed.isEmpty ? .answer(.seen) : nil
    case .choose(_, let choices, many: true):
      guard let numbers = numbers(typed, upTo: choices.count), !numbers.isEmpty else { return nil }
      return .answer(.options(Set(numbers).sorted().map { choices[$0 - 1].id }))
    case .choose(_, let choices, many: false):
      if let numbers = numbers(typed, upTo: choices.count), numbers.count == 1 {
        return .answer(.option(choices[numbers[0] - 1].id))
      }
      return named(typed, choices).map { .answer(.option($0.id)) }
    case .gate(_, let choices):
      if typed.isEmpty { return .enter }
      guard let numbers = numbers(typed, upTo: choices.count), numbers.count == 1 else {
        return nil
      }
      return .mark(numbers[0] - 1)
    case .scale:
      guard let number = number(typed), Scale.points.contains(number) else { return nil }
      return .answer(.number(number))
    case .write, .collect, .practice: return nil
    }
  }

  /// A list with more answers than this takes their texts as well as their numbers.
  private static let mostWithoutNames = 9

  /// The one answer of a long list that is called so, or that alone begins so.
  private static func named(_ typed: String, _ choices: [Prompt.Choice]) -> Prompt.Choice? {
    // One letter is too easily a slip.
    guard choices.count > mostWithoutNames, typed.count > 1 else { return nil }
    let name = typed.lowercased()
    if let whole = choices.first(where: { $0.text.lowercased() == name }) { return whole }
    let beginning = choices.filter { $0.text.lowercased().hasPrefix(name) }
    return beginning.count == 1 ? beginning[0] : nil
  }

  private static func practice(
    _ typed: String, _ word: PlainAction.Word?, _ view: PracticeView, _ prompt: Prompt
  ) -> PlainAction {
    switch (view.phase, typed) {
    case (.ready, ""), (.ready, "t"): return .practice(.start(ownPace: false))
    case (.ready, "p"): return .practice(.start(ownPace: true))
    case (.running, ""): return .practice(view.ownPace ? .next : .pause)
    case (.paused, ""), (.pausedByGap, ""): return .practice(.resume)
    case (.running, "s"), (.paused, "s"), (.pausedByGap, "s"): return .practice(.stop)
    case (.ended, ""): return .practice(.goOn)
    case (.running, "r"), (.paused, "r"), (.pausedByGap, "r"), (.ended, "r"): return .repeatLine
    default: break
    }
    return word.map { .word($0) } ?? .refuse(refusal(at: prompt))
  }

  /// One whole number in ordinary digits; `3.` and `3)` are 3.
  private static func number(_ text: some StringProtocol) -> Int? {
    var text = Substring(text)
    if text.count > 1, text.last == "." || text.last == ")" { text.removeLast() }
    guard !text.isEmpty, text.utf8.count <= 3, text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// Numbers parted by spaces or commas, all from 1 to `most`.
  private static func numbers(_ text: String, upTo most: Int) -> [Int]? {
    let parts = text.split { $0 == " " || $0 == "," }
    let numbers = parts.compactMap { number($0) }
    guard numbers.count == parts.count, numbers.allSatisfy({ $0 >= 1 && $0 <= most }) else {
      return nil
    }
    return numbers
  }
}
