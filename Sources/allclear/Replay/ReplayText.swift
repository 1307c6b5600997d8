import AllClearEngine
import AllClearUI

/// A replay in words, for the screen and for plain text.
struct ReplayText {
  let replay: Replay
  let title: String
  /// The titles of questionnaires.
  let measures: [String: String]
  let isRedacted: Bool
  let isDemo: Bool
  let phrases: Phrases

  /// What stands over each screen.
  var mark: String { isDemo ? phrases(.demoMark) + ", replay" : "replay" }

  /// All of it as lines.
  func lines(_ transcript: Transcript) -> [String] {
    var head = "\(title), \(replay.session.began.stamp)"
    if isDemo { head += ". " + phrases(.demoMark) }
    var lines = transcript.lines(of: Prose(head))
    if isRedacted {
      lines += transcript.lines(of: Prose("Own words are replaced by their length."))
    }
    for index in replay.steps.indices {
      lines.append("")
      lines += transcript.lines(of: Prose(place(of: index)))
      lines += transcript.lines(of: prose(of: replay.steps[index]))
    }
    return lines
  }

  /// Which step it is, and how long after the beginning.
  func place(of index: Int) -> String {
    "\(index + 1) of \(replay.steps.count), \(Self.time(replay.steps[index].after))"
  }

  /// `0:45 in`, `1:02:05 in`, `3 days in`.
  static func time(_ time: Duration) -> String {
    let seconds = Int(time.components.seconds)
    guard seconds >= 0 else { return "the clock was set back" }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (minutes, hours, days) = (seconds / 60 % 60, seconds / 3600 % 24, seconds / 86_400)
    if days > 0 { return days == 1 ? "1 day in" : "\(days) days in" }
    if hours > 0 { return "\(hours):\(two(minutes)):\(two(seconds % 60)) in" }
    return "\(minutes):\(two(seconds % 60)) in"
  }

  // MARK: - A step

  /// What was shown, and below it what was answered.
  func prose(of step: Replay.Step) -> Prose {
    var blocks: [Prose.Block]
    switch step.what {
    case .asked(let question, let said): blocks = shown(question) + self.said(said)
    case .practised(let title, let practised):
      blocks = shown(title) + answered([Self.line(practised)])
    case .kept(let value): blocks = kept(value)
    default: blocks = Self.paragraphs(line(step.what))
    }
    switch step.fate {
    case .takenBack: blocks += Self.paragraphs("(taken back later)")
    case .changed: blocks += Self.paragraphs("(changed later)")
    case nil: break
    }
    if let old = step.changes {
      blocks += Self.paragraphs("(changed: in the place of step \(old))")
    }
    return Prose(blocks)
  }

  private func line(_ what: Replay.What) -> String {
    switch what {
    case .began: "It began."
    case .safety: "Safety questions were answered here. Which, and how, is not shown."
    case .besideSafety: "Here came something that goes with the safety questions. It is not shown."
    case .erased: "Erased."
    case .takenBack(let step?): "Step \(step) was taken back."
    case .takenBack(nil): "An answer was taken back."
    case .finished(.completed): "It was gone through to its end."
    case .finished(.ended): "It ended here."
    case .asked, .practised, .kept: ""
    }
  }

  private static func line(_ practised: Answer.Practised) -> String {
    func clock(_ seconds: Int) -> String {
      "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
    }
    return "\(clock(practised.seconds)) of \(clock(practised.minutes * 60)) done"
      + (practised.early ? ", stopped early" : "")
      + (practised.ownPace ? ", at one's own pace" : "")
  }

  private func kept(_ value: Record.Value) -> [Prose.Block] {
    switch value {
    case .askOn(let day?): Self.paragraphs("To be asked on \(day.iso) how it went.")
    case .askOn(nil): Self.paragraphs("It was asked how it went.")
    case .personal(.painWord(.own(let word)?)):
      Self.paragraphs("The word for the pain was chosen.") + answered([word])
    case .personal(.painWord): Self.paragraphs("The word for the pain was chosen.")
    case .personal: Self.paragraphs("A setting of one's own was kept.")
    case .entry(_, .text(let text)):
      Self.paragraphs("A line of one's own was changed.") + answered([text])
    case .entry(_, let change): Self.paragraphs(Self.line(change))
    case .looked(let list):
      Self.paragraphs(
        "A list of one's own was read: \(list.rawValue.split(separator: "-").joined(separator: " "))."
      )
    case .experiment: Self.paragraphs("The movement was kept, with what was told of it.")
    case .measured(let id):
      Self.paragraphs("A questionnaire was answered: \(measures[id] ?? id).")
    case .started, .answer, .passed, .retracted, .finished: []
    }
  }

  private static func line(_ change: OwnEntry.Change) -> String {
    switch change {
    case .text: "A line of one's own was changed."
    case .pinned(true): "A line of one's own was put on top."
    case .pinned(false): "A line of one's own no longer stands on top."
    case .away(true): "A line of one's own was put away."
    case .away(false): "A line of one's own was brought back."
    case .settled(true): "A doubt was settled for now."
    case .settled(false): "A doubt was opened again."
    case .kind: "The kind of a cause was put right."
    }
  }

  private func said(_ said: Replay.Said) -> [Prose.Block] {
    switch said {
    case .nothing: []
    case .skipped: Self.paragraphs("(skipped)")
    case .chosen(let choice): answered([choice])
    case .own(let texts): answered(texts)
    }
  }

  /// What was shown, as it stood: a line that begins with a hyphen is one of a list.
  private func shown(_ text: String) -> [Prose.Block] {
    text.split(whereSeparator: \.isNewline).map { line in
      line.hasPrefix("- ")
        ? .item([.plain(String(line.dropFirst(2)))]) : .paragraph([.plain(String(line))])
    }
  }

  private func answered(_ texts: [String]) -> [Prose.Block] {
    texts.flatMap { $0.split(whereSeparator: \.isNewline) }.map {
      .paragraph([.emphasis("> " + $0)])
    }
  }

  private static func paragraphs(_ text: String) -> [Prose.Block] {
    [.paragraph([.plain(text)])]
  }
}
