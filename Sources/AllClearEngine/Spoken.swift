/// A line for the voice, as it was handed to it last.
struct Spoken: Hashable, Sendable {
  /// Another for the same words said anew.
  var id: String
  var text: String
}

/// Whether the person is spoken to.
public enum Voice: Hashable, Sendable {
  case off, on
  /// It is chosen, and held back in plain text, beside the voice of a screen reader.
  case heldBack
}

// How a practice sounds: the line that was said last, unless there is no time to say it again.
extension PracticeRun {
  /// The pace at which lines are taken to be said, as the rules for cues have it.
  static let wordsAMinute = 110

  /// What a voice says now, with its number: the last line, while the practice runs and at its end.
  var aloud: (number: Int, line: String)? {
    guard phase == .running || phase == .ended,
      let said = lines.prefix(reached).lastIndex(where: { $0 != nil }), said >= passedOver,
      let line = lines[said]
    else { return nil }
    return (said, line)
  }

  /// Takes up speaking: the last line is said again where that ends well before the next one, and
  /// in no silence that it announced.
  mutating func takeUpVoice(at elapsed: Duration) {
    passedOver = isTimeForLine(at: elapsed) ? 0 : reached
  }

  private func isTimeForLine(at elapsed: Duration) -> Bool {
    guard !ownPace, let said = lines.prefix(reached).lastIndex(where: { $0 != nil }) else {
      return true
    }
    let words = lines[said]?.split(whereSeparator: \.isWhitespace).count ?? 0
    let length = Duration.seconds(words * 60) / Self.wordsAMinute
    let now = time(at: elapsed)
    if cues[said].quiet != nil, now - .seconds(cues[said].at) > length { return false }
    let next = lines.indices.first { $0 >= reached && lines[$0] != nil }
    return next.map { .seconds(cues[$0].at) - now >= length + .seconds(2) } ?? true
  }
}

extension Prompt {
  /// What a voice says of a prompt: its text, and the answers of a list with their numbers.
  func aloud(_ phrases: Phrases) -> String {
    var parts: [String]
    switch body {
    case .card(let prose), .scale(let prose, _), .write(let prose, _), .collect(let prose, _, _):
      parts = [prose.plainText]
    case .choose(let prose, let choices, _), .gate(let prose, let choices):
      parts = trial.map { $0.parts.map(\.sentence) + [$0.stop] } ?? []
      parts.append(prose.plainText)
      parts += choices.enumerated().map { "\($0.offset + 1): \($0.element.text)." }
    case .practice(let view): parts = [view.title + ".", phrases(.minutes, n: view.minutes) + "."]
    }
    return parts.joined(separator: "\n").split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
