public import AllClearEngine

/// Prompts as lines of plain text: the question, its answers, and one line to type on.
public struct Transcript: Hashable, Sendable {
  public var phrases: Phrases
  /// The columns of the terminal; `nil` is not wrapped at all.
  public var width: Int?

  /// Makes a transcript.
  public init(phrases: Phrases, width: Int? = nil) {
    self.phrases = phrases
    self.width = width.map { max(10, $0) }
  }

  var text: PlainText { PlainText(width: width) }

  /// A phrase as lines.
  func say(_ phrase: Phrase, _ holes: [String: String] = [:]) -> [String] {
    text.lines(phrases(phrase, holes))
  }

  /// Prose alone, as lines.
  public func lines(of prose: Prose) -> [String] { text.lines(prose) }

  /// What is printed for a prompt; its heading only where the one before had another.
  public func lines(for prompt: Prompt, after previous: Prompt? = nil) -> [String] {
    var lines: [String] = []
    let prose = Sheet.prose(of: prompt, phrases)
    // First on the page, where the text itself does not list them.
    if !Urgent.areListed(prompt.urgent, in: prose) { lines += text.numbers(prompt.urgent) }
    if let heading = Sheet.heading(of: prompt), heading != previous.flatMap(Sheet.heading) {
      lines += text.lines(heading)
    }
    if let notice = prompt.notice { lines += text.lines(notice) }
    if case .practice(let view) = prompt.body { return lines + practice(view) }
    if let trial = prompt.trial {
      lines += trial.parts.flatMap { text.lines($0.line) } + text.lines(trial.stop)
    }
    lines += text.lines(prose)
    lines += answers(prompt.body)
    if !prompt.draft.isEmpty { lines += draft(prompt) }
    return lines
  }

  /// The line that the cursor stands behind; empty where nothing is printed to type on.
  public func promptLine(for prompt: Prompt) -> String {
    switch prompt.body {
    case .card: phrases(.promptEnter)
    case .choose(_, _, let many): phrases(many ? .promptNumbers : .promptNumber)
    case .gate: phrases(.promptNumber)
    case .scale: phrases(.promptScale)
    case .write: phrases(.promptWrite)
    case .collect: phrases(.promptEntry, n: prompt.draft.count + 1)
    case .practice(let view):
      switch view.phase {
      case .ready: phrases(.practicePacePlain)
      case .running: ""
      case .paused, .pausedByGap: phrases(.promptPractice)
      case .ended: phrases(.promptEnter)
      }
    }
  }

  /// The lines that come as a practice goes on.
  public func practiceLines(from old: PracticeView?, to new: PracticeView) -> [String] {
    var lines: [String] = []
    // A cue may be a bell alone: the line before it is not said again.
    if let line = new.line, line != old?.line {
      lines += text.lines(line)
      if new.ownPace, let quiet = new.quiet {
        lines += text.lines(phrases(.practiceQuiet, n: quiet))
      }
    }
    guard new.phase != old?.phase else { return lines }
    switch new.phase {
    case .ready, .running, .ended: break
    case .paused(let offersStop): lines += say(offersStop ? .practiceStopOffer : .practicePaused)
    case .pausedByGap: lines += say(.clockGap)
    }
    return lines
  }

  private func practice(_ view: PracticeView) -> [String] {
    guard view.phase == .ready else { return practiceLines(from: nil, to: view) }
    return say(.practiceReadyPlain, Sheet.holes(of: view, phrases)) + say(.practiceKeysPlain)
      + (Sheet.phrase(of: view.voice).map { say($0) } ?? [])
  }

  private func answers(_ body: Prompt.Body) -> [String] {
    switch body {
    case .choose, .gate:
      return choices(of: body, from: 0, to: Self.firstOf(body))
    case .scale(_, let scale): return text.lines("0 \(scale.low)") + text.lines("10 \(scale.high)")
    case .collect(_, _, let seeds) where !seeds.isEmpty:
      return say(.forExample) + seeds.flatMap { text.lines($0) }
    case .card, .write, .collect, .practice: return []
    }
  }

  /// A list of more texts than this is told some at a time.
  private static let mostAtOnce = 20
  private static let atOnce = 9

  /// How many answers of a list are told at first: all, unless it is a long list of texts, which
  /// grows from year to year.
  static func firstOf(_ body: Prompt.Body) -> Int {
    let choices = OptionLines.choices(of: body).0
    guard choices.count > mostAtOnce, choices.contains(where: { $0.searched != nil }) else {
      return choices.count
    }
    return atOnce
  }

  /// The next answers of a list, and how many there are after them.
  func more(_ body: Prompt.Body, from told: Int) -> (lines: [String], told: Int) {
    let end = min(OptionLines.choices(of: body).0.count, told + Self.atOnce)
    return (choices(of: body, from: told, to: end), end)
  }

  private func choices(of body: Prompt.Body, from start: Int, to end: Int) -> [String] {
    let choices = OptionLines.choices(of: body).0
    let lines = choices[start..<end].enumerated().flatMap { offset, choice in
      text.lines("\(start + offset + 1) \(choice.text)")
    }
    guard end < choices.count else { return lines }
    return lines + say(.plainMore, ["told": String(end), "n": String(choices.count)])
  }

  /// The answers of a list that hold a word, with their own numbers.
  func search(_ word: String, in body: Prompt.Body) -> [String] {
    let choices = OptionLines.choices(of: body).0
    let found = Search.found(word, in: choices)
    if found.isEmpty { return say(.searchNothingPlain) }
    return found.flatMap { index, passage in
      text.lines("\(index + 1) \(choices[index].text)") + (passage.map { text.lines($0) } ?? [])
    }
  }

  private func draft(_ prompt: Prompt) -> [String] {
    say(prompt.draftIsOld ? .draftOld : .draftKept)
      + prompt.draft.flatMap { $0.split(separator: "\n") }.flatMap { text.lines(String($0)) }
  }
}
