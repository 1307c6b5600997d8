public import AllClearEngine

/// A sitting in plain text: prompts to lines, lines to events, and what was typed between them.
///
/// The loop prints what `show` returns, reads a line, gives it to `read`, prints and sends what
/// that returns, and shows the app's prompt again.
public struct PlainSession: Hashable, Sendable {
  public var transcript: Transcript
  /// What was shown last.
  var prompt: Prompt?
  var mode = Mode.ready
  /// Own words so far, a line each.
  var written: [String] = []
  /// How many answers of a long list were told.
  var told = 0

  /// Something for the terminal.
  public enum Out: Hashable, Sendable {
    case line(String)
    /// To stand before the cursor, without a line break.
    case prompt(String)
  }

  /// What a line came to.
  public struct Reply: Hashable, Sendable {
    public var out: [Out]
    public var events: [Event]
  }

  /// What the next line belongs to.
  enum Mode: Hashable, Sendable {
    case ready
    /// A safety question has this answer, when Enter confirms it.
    case marked(Int)
    /// Leave the text for this? The line is what was typed.
    case leaving(PlainAction.Word, line: String)
  }

  /// Makes a sitting.
  public init(phrases: Phrases, width: Int? = nil) {
    transcript = Transcript(phrases: phrases, width: width)
  }

  var phrases: Phrases { transcript.phrases }

  /// The first line of all.
  public func start() -> [Out] { transcript.say(.plainStart).map(Out.line) }

  /// The last.
  public func goodbye() -> [Out] { transcript.say(.goodbye).map(Out.line) }

  /// What is new in a prompt; nothing twice.
  public mutating func show(_ prompt: Prompt) -> [Out] {
    let old = self.prompt
    self.prompt = prompt
    if old?.body != prompt.body { told = 0 }
    if let old, old.place == prompt.place, old.body.isSameKind(as: prompt.body) {
      return showChange(from: old, to: prompt)
    }
    mode = .ready
    written = prompt.draft.flatMap { draft in
      draft.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    if let atMost = prompt.body.mostEntries { written = Array(written.prefix(atMost)) }
    return transcript.lines(for: prompt, after: old).map(Out.line) + firstPromptOut
  }

  private mutating func showChange(from old: Prompt, to new: Prompt) -> [Out] {
    var lines: [String] = []
    if let notice = new.notice, notice != old.notice { lines += transcript.text.lines(notice) }
    if case .practice(let before) = old.body, case .practice(let after) = new.body {
      var changes = transcript.practiceLines(from: before, to: after)
      // A notice has said why it paused.
      if after.phase == .pausedByGap, !lines.isEmpty { changes = [] }
      lines += changes
      let asks = after.phase != .running && (after.phase != before.phase || !lines.isEmpty)
      return lines.map(Out.line) + (asks ? promptOut : [])
    }
    if old.body != new.body {
      mode = .ready
      return transcript.lines(for: new, after: old).map(Out.line) + firstPromptOut
    }
    return lines.map(Out.line) + (lines.isEmpty && isWriting ? [] : promptOut)
  }

  /// In the middle of own words no line is asked for again.
  var isWriting: Bool {
    if case .write = prompt?.body { !written.isEmpty } else { false }
  }

  /// The line to type on, as it is now.
  var promptOut: [Out] { promptOut(isFirst: false) }

  /// The same where a prompt begins: who comes back to a draft reads how it ends.
  private var firstPromptOut: [Out] { promptOut(isFirst: true) }

  private func promptOut(isFirst: Bool) -> [Out] {
    guard let prompt else { return [] }
    let line: String
    switch (mode, prompt.body) {
    case (.marked, _): line = phrases(.promptConfirm)
    case (.leaving, _): line = phrases(keepsDraft ? .leaveText : .leaveTextNotKept)
    case (_, .collect(_, atMost: 1, seeds: _)) where isFull: line = phrases(.promptReplace)
    case (_, .collect) where isFull: line = phrases(.promptEnter)
    case (_, .collect): line = phrases(.promptEntry, n: written.count + 1)
    case (_, .write): line = isWriting && !isFirst ? "" : transcript.promptLine(for: prompt)
    default: line = transcript.promptLine(for: prompt)
    }
    guard !line.isEmpty else { return [] }
    // What is longer than the terminal is wrapped; the cursor stands behind its last line.
    var lines = transcript.text.lines(ScreenState.trimmed(line))
    return lines.popLast().map { last in lines.map(Out.line) + [.prompt(last + " ")] } ?? []
  }

  /// Whether a list has as many entries as it takes: it was drafted elsewhere, or not saved.
  var isFull: Bool { prompt?.body.mostEntries.map { written.count >= $0 } ?? false }

  /// Whether what stands there is a text of another time, as it was.
  var isOld: Bool { prompt.map { $0.draftIsOld && draft == $0.draft } ?? false }

  var keepsDraft: Bool {
    if case .write(_, isKept: false) = prompt?.body { false } else { true }
  }

  /// The words so far, for the app to keep.
  var draft: [String] {
    guard keepsDraft else { return [] }
    if case .write = prompt?.body {
      return written.isEmpty ? [] : [written.joined(separator: "\n")]
    }
    return written
  }

  /// There is nothing more to read: what was written is kept, and the sitting ends.
  public mutating func endOfInput() -> Reply {
    let drafts: [Event] = draft.isEmpty ? [] : [.draft(draft)]
    return Reply(out: [], events: drafts + [.leave])
  }
}

extension Prompt.Body {
  /// How many entries a list takes; `nil` for what is no list.
  var mostEntries: Int? {
    if case .collect(_, let atMost, _) = self { max(1, atMost) } else { nil }
  }

  /// Whether an answer to one could be an answer to the other.
  func isSameKind(as other: Prompt.Body) -> Bool {
    switch (self, other) {
    case (.card, .card), (.choose, .choose), (.scale, .scale), (.write, .write),
      (.collect, .collect), (.gate, .gate), (.practice, .practice):
      true
    default: false
    }
  }
}
