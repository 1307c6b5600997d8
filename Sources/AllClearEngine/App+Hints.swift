// What is said the first time that something is asked for, and never again: whether it was the first
// time is read from what was kept.
extension App.State {
  /// One quiet line about how a prompt is answered; `nil` where the person has done it before.
  func hint(for prompt: Prompt) -> String? {
    guard options.journal == .kept, prompt.urgent.isEmpty, prompt.notice == nil else { return nil }
    switch prompt.body {
    case .choose(_, _, many: false): return first(.firstList) { $0.isChoice }
    case .scale: return first(.firstScale) { if case .number = $0 { true } else { false } }
    case .write(_, isKept: true):
      return first(.firstWriting) { if case .text = $0 { true } else { false } }
    case .collect: return first(.firstEntries) { if case .entries = $0 { true } else { false } }
    case .practice(let view):
      guard view.phase == .ready else { return nil }
      return digest.practised.isEmpty ? phrases(.firstPractice) : nil
    case .card, .choose, .write, .gate: return nil
    }
  }

  private func first(_ phrase: Phrase, _ isSo: (Answer) -> Bool) -> String? {
    let here = session?.given.values.contains { isSo($0.answer) } ?? false
    return here || digest.facts.contains(where: isSo) ? nil : phrases(phrase)
  }
}

extension Answer {
  fileprivate var isChoice: Bool {
    switch self {
    case .option, .options: true
    case .seen, .number, .text, .entries, .practised, .gate, .skipped: false
    }
  }
}
