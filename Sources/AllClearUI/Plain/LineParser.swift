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
  /// A line of one's own words.
  case words(String)
  /// What is accepted here.
  case refuse(Phrase)

  /// A word that is accepted at every prompt.
  enum Word: String, Hashable, CaseIterable {
    case back = "b"
    case again = "r"
    case why = "w"
    case leave = "q"
    case flare = "!"
    case crisis
    case help = "?"

    /// Understood while words are written too.
    var worksInWriting: Bool { self == .flare || self == .crisis || self == .help }
  }
}

/// Reads one line at a prompt.
enum LineParser {
  static func action(for line: String, _ prompt: Prompt) -> PlainAction {
    let typed = ScreenState.trimmed(line)
    let word = PlainAction.Word(rawValue: typed.lowercased())
    switch prompt.body {
    case .write, .collect:
      if let word { return .word(word) }
      return typed.isEmpty ? .enter : .words(line)
    case .practice(let view): return practice(typed.lowercased(), word, view, prompt)
    default: break
    }
    if let word { return .word(word) }
    switch prompt.body {
    case .card: return typed.isEmpty ? .answer(.seen) : .refuse(.refuseEnter)
    case .choose(_, let choices, let many):
      let skips = prompt.moves.contains(.skip)
      if typed.isEmpty, skips { return .skip }
      let numbers = numbers(typed, upTo: choices.count)
      if many {
        guard let numbers, !numbers.isEmpty else {
          return .refuse(skips ? .refuseNumbersSkip : .refuseNumbers)
        }
        return .answer(.options(Set(numbers).sorted().map { choices[$0 - 1].id }))
      }
      guard let numbers, numbers.count == 1 else {
        return .refuse(skips ? .refuseNumberSkip : .refuseNumber)
      }
      return .answer(.option(choices[numbers[0] - 1].id))
    case .gate(_, let choices):
      if typed.isEmpty { return .enter }
      guard let numbers = numbers(typed, upTo: choices.count), numbers.count == 1 else {
        return .refuse(.refuseNumber)
      }
      return .mark(numbers[0] - 1)
    case .scale:
      let skips = prompt.moves.contains(.skip)
      if typed.isEmpty, skips { return .skip }
      guard let number = number(typed), Scale.points.contains(number) else {
        return .refuse(skips ? .refuseScaleSkip : .refuseScale)
      }
      return .answer(.number(number))
    case .write, .collect, .practice: return .refuse(.refuseEnter)
    }
  }

  private static func practice(
    _ typed: String, _ word: PlainAction.Word?, _ view: PracticeView, _ prompt: Prompt
  ) -> PlainAction {
    switch (view.phase, typed) {
    case (.ready, ""), (.ready, "t"): return .practice(.start(ownPace: false))
    case (.ready, "p"): return .practice(.start(ownPace: true))
    case (.ready, "s"): return prompt.moves.contains(.skip) ? .skip : .refuse(.refuseSkip)
    case (.running, ""): return .practice(view.ownPace ? .next : .pause)
    case (.paused, ""), (.pausedByGap, ""): return .practice(.resume)
    case (.running, "s"), (.paused, "s"), (.pausedByGap, "s"): return .practice(.stop)
    case (.ended, ""): return .practice(.goOn)
    case (.running, "r"), (.paused, "r"), (.pausedByGap, "r"), (.ended, "r"): return .repeatLine
    default: break
    }
    if let word { return .word(word) }
    return .refuse(view.phase == .ended ? .refuseEnter : .refusePractice)
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
