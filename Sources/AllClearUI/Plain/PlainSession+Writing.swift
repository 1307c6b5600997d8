import AllClearEngine

/// Own words in plain text: several lines, or a list with one entry a line.
extension PlainSession {
  mutating func write(_ action: PlainAction, line: String, _ prompt: Prompt) -> Reply {
    let typed = ScreenState.trimmed(line)
    if typed == "." { return finish(prompt) }
    if case .word(let word) = action {
      // While there are no words yet, a word is a word; later only two ask.
      if written.isEmpty { return act(word, prompt) }
      if word == .undo { return takeLineBack(prompt) }
      // What was written another time is no words of now.
      if isOld { return act(word, prompt) }
      // Help leaves nothing, so it asks nothing, and writing goes on.
      if word == .help { return say(transcript.say(.plainWordsWriting)) }
      // The one line that there is room for is written already.
      if isFull, prompt.body.mostEntries == 1 { return act(word, prompt) }
      if word.worksInWriting {
        mode = .leaving(word, line: line)
        return Reply(out: promptOut, events: [])
      }
    }
    if let atMost = prompt.body.mostEntries {
      if typed.isEmpty { return finish(prompt) }
      // Where there is room for one, new words take the place of the old ones.
      if atMost == 1 { written = [] }
      guard !isFull else { return say(transcript.text.lines(phrases(.tooManyEntries, n: atMost))) }
      written.append(typed)
      return isFull ? finish(prompt) : send(.draft(draft))
    }
    if typed.isEmpty, written.isEmpty { return finish(prompt) }
    if typed.isEmpty, isOld {
      return prompt.moves.contains(.skip) ? send(.skip) : refuse(.refuseWrite, prompt)
    }
    written.append(line)
    return keepsDraft ? send(.draft(draft)) : Reply(out: [], events: [])
  }

  /// The last entry of a list is no entry any more, nor is the last line of a text a line.
  private mutating func takeLineBack(_ prompt: Prompt) -> Reply {
    var line = written.removeLast()
    if case .write = prompt.body {
      while let last = written.last, ScreenState.trimmed(last).isEmpty { written.removeLast() }
      if line.count > Self.mostSaid { line = line.prefix(Self.mostSaid - 3) + "..." }
    }
    var reply = say(transcript.say(.undoneEntry, ["what": line]))
    // The line to type on follows the draft.
    reply.out.removeAll { if case .prompt = $0 { true } else { false } }
    if keepsDraft { reply.events = [.draft(draft)] }
    return reply
  }

  /// So much of a line is said when it is taken back, in characters.
  private static let mostSaid = 60

  private mutating func finish(_ prompt: Prompt) -> Reply {
    if case .collect = prompt.body {
      if !written.isEmpty { return send(.answer(.entries(written))) }
    } else {
      let text = ScreenState.trimmed(written.joined(separator: "\n"))
      if !text.isEmpty { return send(.answer(.text(text))) }
    }
    written = []
    return prompt.moves.contains(.skip) ? send(.skip) : refuse(.refuseWrite, prompt)
  }

  /// Yes leaves and keeps; no makes the line one of the text.
  mutating func answerLeaving(
    _ line: String, _ word: PlainAction.Word, typed: String, _ prompt: Prompt
  ) -> Reply {
    switch ScreenState.trimmed(line).lowercased() {
    case "y", "yes":
      mode = .ready
      let drafts: [Event] = keepsDraft ? [.draft(draft)] : []
      let door: Event = word == .flare ? .open(.flare) : .open(.crisis)
      let kept = keepsDraft ? transcript.say(.kept) : []
      return Reply(out: kept.map(Out.line), events: drafts + [door])
    case "n", "no":
      mode = .ready
      if !isFull { written.append(typed) }
      var reply = send()
      if keepsDraft { reply.events = [.draft(draft)] }
      return reply
    // The words themselves, again, are meant.
    case word.rawValue: return answerLeaving("y", word, typed: typed, prompt)
    default: return say(transcript.say(.refuseYesNo))
    }
  }
}
