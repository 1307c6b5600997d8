@testable import AllClearEngine

// Short notes of effects and prompts, so that a test reads as a transcript.

extension Answer {
  /// The answer in a word: `seen`, `4`, `some`, `a+b`, `[x|y]`, `clear`, `emergency!emergency`.
  var note: String {
    switch self {
    case .seen: "seen"
    case .number(let number): String(number)
    case .option(let id): id
    case .options(let ids): ids.joined(separator: "+")
    case .text(let text): "'\(text)'"
    case .entries(let entries): "[\(entries.joined(separator: "|"))]"
    case .practised(let done):
      "\(done.practice) \(done.seconds)s/\(done.minutes)m"
        + (done.early ? " early" : "") + (done.ownPace ? " own" : "")
    case .gate(let outcome, let hold): outcome + (hold.map { "!\($0.rawValue)" } ?? "")
    case .skipped: "skipped"
    }
  }
}

extension Experiment {
  /// What was told of it, in the order of its fields.
  var note: String {
    let told = Field.allCases.compactMap { field -> String? in
      guard field != .day, let answer = answer(field) else { return nil }
      return "\(field.rawValue)=\(answer.note)"
    }
    return (["experiment \(id) \(done.rawValue)"] + told).joined(separator: " ")
  }
}

extension Record {
  /// What the record says, with its number, and the number of the one whose place it takes.
  var note: String {
    let name = "\(module).\(step)" + (turn > 1 ? "/\(turn)" : "")
    let what =
      switch value {
      case .started: "started \(module)"
      case .answer(let answer, let list): "\(name)=\(answer.note)" + (list.map { ">\($0)" } ?? "")
      case .passed: "passed \(module)"
      case .retracted: "retracted \(name)"
      case .finished(let reason): "finished \(module) \(reason)"
      case .askOn(let day): "ask on \(day?.iso ?? "no day")"
      case .personal(let personal): "\(name): \(personal)"
      case .entry(let id, let change): "\(id.text) \(change)"
      case .looked(let list): "looked at \(list.rawValue)"
      case .experiment(let experiment): experiment.note
      case .measured(let measure): "measured \(measure)"
      }
    return "\(id.number) \(what)" + (supersedes.map { " for \($0.number)" } ?? "")
  }
}

extension Resource {
  var note: String {
    switch self {
    case .module(let id): "module \(id)"
    case .practice(let id): "practice \(id)"
    case .crisis: "crisis"
    case .session(let id): "session \(id.text)"
    case .writings: "writings"
    case .progress: "progress"
    case .lexicon: "lexicon"
    }
  }
}

extension Effect {
  var note: String {
    switch self {
    case .record(let records, let info):
      "\(info.module) \(info.id.text): " + records.map(\.note).joined(separator: ", ")
    case .draft(let lines, let key, _): "draft \(key.step): \(lines.joined(separator: "|"))"
    case .load(let resource): "load \(resource.note)"
    case .bell(let bell): "bell \(bell.rawValue)"
    case .speak(let text): "speak \(text)"
    case .hush: "hush"
    case .setting(let setting): "keep \(setting.key) \(setting.text)"
    case .erase(let id): "erase \(id.text)"
    case .present(let showing): "present \(showing)"
    case .quit: "quit"
    }
  }
}

extension Prompt {
  /// The prompt in a line: its kind, its text, its choices, and what just happened.
  var note: String {
    func ids(_ choices: [Choice]) -> String {
      " [" + choices.map(\.id).joined(separator: " ") + "]"
    }
    let what =
      switch body {
      case .card(let prose): "card \(prose.plainText)"
      case .choose(let prose, let choices, let many):
        "\(many ? "many" : "choose") \(prose.plainText)\(ids(choices))"
      case .scale(let prose, _): "scale \(prose.plainText)"
      case .write(let prose, let isKept): "\(isKept ? "write" : "let go") \(prose.plainText)"
      case .collect(let prose, let atMost, _): "collect \(prose.plainText) \(atMost)"
      case .gate(let prose, let choices): "gate \(prose.plainText)\(ids(choices))"
      case .practice(let view): "practice \(view.note)"
      }
    return (urgent.isEmpty ? "" : "urgent ") + what + (notice.map { " (\($0))" } ?? "")
  }

  /// The kind of the prompt alone.
  var kind: String { String(note.drop { $0 == " " }.prefix { $0 != " " }) }

  /// Whether there is nothing at all to read or to do.
  var isEmpty: Bool {
    switch body {
    case .card(let prose): prose.plainText.isEmpty && urgent.isEmpty
    case .choose(_, let choices, _), .gate(_, let choices): choices.isEmpty
    default: false
    }
  }
}

extension PracticeView {
  var note: String {
    let seconds = Int(elapsed.components.seconds)
    return "\(title) \(minutes)m \(phase) \(seconds)s #\(cue)" + (line.map { " \($0)" } ?? "")
  }
}

extension PlayJournal {
  /// Every record in a line, the oldest first.
  var notes: [String] { entries.map(\.record.note) }
}
