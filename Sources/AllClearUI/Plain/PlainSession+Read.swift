import AllClearEngine

extension PlainSession {
  /// Takes one typed line, without its line break.
  public mutating func read(_ line: String) -> Reply {
    guard let prompt else { return Reply(out: [], events: []) }
    let reply = reply(to: line, prompt)
    // What is said of something else that was done is said again, though the words are the same.
    if reply.events.contains(where: { if case .draft = $0 { false } else { true } }) {
      self.prompt?.notice = nil
    }
    return reply
  }

  private mutating func reply(to line: String, _ prompt: Prompt) -> Reply {
    if case .leaving(let word, let typed) = mode {
      return answerLeaving(line, word, typed: typed, prompt)
    }
    let action = LineParser.action(for: line, prompt)
    switch prompt.body {
    case .write, .collect: return write(action, line: line, prompt)
    default: return take(action, prompt)
    }
  }

  private mutating func take(_ action: PlainAction, _ prompt: Prompt) -> Reply {
    let marked: Int? = if case .marked(let index) = mode { index } else { nil }
    mode = .ready
    switch action {
    case .word(let word): return act(word, prompt)
    case .answer(let answer): return send(.answer(answer))
    case .skip: return send(.skip)
    case .practice(let command): return send(.practice(command))
    case .repeatLine: return repeatLine(prompt)
    case .refuse(let phrase): return refuse(phrase, prompt)
    case .mark(let index): return mark(index, prompt)
    case .more: return tellMore(prompt)
    case .search(let word): return say(transcript.search(word, in: prompt.body))
    case .enter:
      // Only straight after its number does Enter confirm a safety question's answer.
      guard let marked, case .gate(_, let choices) = prompt.body, choices.indices.contains(marked)
      else { return refuse(.refuseNumber, prompt) }
      return send(.answer(.option(choices[marked].id)))
    case .words: return refuse(.refuseEnter, prompt)
    }
  }

  private mutating func mark(_ index: Int, _ prompt: Prompt) -> Reply {
    let choices = OptionLines.choices(of: prompt.body).0
    guard choices.indices.contains(index) else { return refuse(.refuseNumber, prompt) }
    mode = .marked(index)
    return say(transcript.say(.marked, ["n": String(index + 1), "text": choices[index].text]))
  }

  mutating func act(_ word: PlainAction.Word, _ prompt: Prompt) -> Reply {
    switch word {
    case .back: return prompt.moves.contains(.back) ? send(.back) : refuse(.refuseBack, prompt)
    case .undo: return prompt.moves.contains(.undo) ? send(.undo) : refuse(.refuseUndo, prompt)
    case .skip: return prompt.moves.contains(.skip) ? send(.skip) : refuseSkip(prompt)
    case .again:
      told = 0
      return say(transcript.lines(for: prompt))
    case .why: return prompt.moves.contains(.why) ? send(.why) : refuse(.whyNothing, prompt)
    case .voice:
      let canSwitch = prompt.moves.contains(.voice)
      return canSwitch ? send(.switchVoice) : refuse(LineParser.refusal(at: prompt), prompt)
    case .leave: return send(.leave)
    case .flare: return send(.open(.flare))
    case .crisis: return send(.open(.crisis))
    case .help: return say(transcript.say(Self.help(for: prompt.body)))
    }
  }

  private static func help(for body: Prompt.Body) -> Phrase {
    switch body {
    case .practice: .plainWordsPractice
    case .write, .collect: .plainWordsWriting
    default: .plainWords
    }
  }

  /// The next answers of a long list; after the last one, the first again.
  private mutating func tellMore(_ prompt: Prompt) -> Reply {
    let count = OptionLines.choices(of: prompt.body).0.count
    let start = told > 0 ? told : Transcript.firstOf(prompt.body)
    let next = transcript.more(prompt.body, from: start < count ? start : 0)
    told = next.told
    return say(next.lines)
  }

  private func refuseSkip(_ prompt: Prompt) -> Reply {
    if case .gate = prompt.body { return refuse(.refuseSkip, prompt) }
    return refuse(LineParser.refusal(at: prompt), prompt)
  }

  private func repeatLine(_ prompt: Prompt) -> Reply {
    guard case .practice(let view) = prompt.body else { return Reply(out: [], events: []) }
    return say(transcript.text.lines(view.line ?? ""))
  }

  /// Says what is accepted.
  func refuse(_ phrase: Phrase, _ prompt: Prompt) -> Reply {
    let count = OptionLines.choices(of: prompt.body).0.count
    return say(transcript.say(phrase, ["n": String(count)]))
  }

  /// Lines, and the line to type on again.
  func say(_ lines: [String]) -> Reply {
    Reply(out: lines.map(Out.line) + promptOut, events: [])
  }

  func send(_ events: Event...) -> Reply {
    Reply(out: [], events: events)
  }
}
