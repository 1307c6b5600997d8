/// A kept session, step by step from its records, with the words as they were shown.
///
/// It says nothing that is not in the records. Of safety questions it says that some were answered,
/// and neither which, nor how, nor how many.
public struct Replay: Hashable, Sendable {
  public var session: KeptSession
  public var steps: [Step]

  /// One record of it.
  public struct Step: Hashable, Sendable {
    /// Since the session began; less than nothing where the clock was set back.
    public var after: Duration
    public var what: What
    /// What became of it later.
    public var fate: Fate?
    /// The step that it takes the place of, from 1.
    public var changes: Int?
  }

  /// What became of a step.
  public enum Fate: Hashable, Sendable {
    case takenBack, changed
  }

  /// What a record says.
  public enum What: Hashable, Sendable {
    case began
    /// What was read, and what was answered.
    case asked(String, Said)
    /// A practice, by its title as it was shown.
    case practised(String, Answer.Practised)
    /// Safety questions were answered, one or several.
    case safety
    /// What came after a safety question, for its answer: to show it would tell the answer.
    case besideSafety
    case erased
    /// The step that was taken back, from 1; `nil` where it is not among these.
    case takenBack(Int?)
    case finished(FinishReason)
    /// What was kept beside the answers; own words in it are redacted too.
    case kept(Record.Value)
  }

  /// What was answered.
  public enum Said: Hashable, Sendable {
    /// It was read, and nothing was asked or kept.
    case nothing
    case skipped
    /// The choice, or the number, as it was shown.
    case chosen(String)
    /// Own words; several are lines of a list.
    case own([String])
  }

  /// Reads a session of a journal.
  /// - Parameters:
  ///   - hides: Whether a step, by module and id, was met for the answer to a safety question.
  ///   - redaction: What takes own words out; `nil` leaves them.
  public init(
    _ session: KeptSession, of journal: KeptJournal, redaction: Redaction? = nil,
    hides: (_ module: String, _ step: String) -> Bool = { _, _ in false }
  ) {
    self.session = session
    var fates: [RecordID: Fate] = [:]
    var rows: [RecordID: JournalRow] = [:]
    for row in journal.entries.map(\.row) {
      rows[row.id] = row
      guard let old = row.supersedes else { continue }
      fates[old] = row.kind == .retracted ? .takenBack : .changed
    }
    func isSafety(_ row: JournalRow) -> Bool {
      row.kind == .gate || row.kind == .passed || row.kind.isAnswer && hides(row.module, row.step)
    }
    var entries: [KeptEntry] = []
    for entry in session.entries {
      let row = entry.row
      // That a safety answer was ever taken back is nobody's business.
      if row.kind == .gate, entry.value == nil || fates[row.id] == .takenBack { continue }
      if row.kind == .retracted, let old = row.supersedes.flatMap({ rows[$0] }), isSafety(old) {
        continue
      }
      // How many there were would tell how they were answered.
      if isSafety(row), let last = entries.last?.row, isSafety(last) { continue }
      entries.append(entry)
    }
    let numbers = Dictionary(entries.enumerated().map { ($0.element.row.id, $0.offset + 1) }) {
      first, _ in first
    }
    let began = session.began.milliseconds
    steps = entries.map { entry in
      let row = entry.row
      let after = Duration.milliseconds(row.at.milliseconds - began)
      if isSafety(row) {
        return Step(after: after, what: row.kind.isAnswer ? .besideSafety : .safety)
      }
      let old = row.supersedes.flatMap { numbers[$0] }
      return Step(
        after: after, what: Self.what(entry, old: old, redaction), fate: fates[row.id],
        changes: row.kind == .retracted ? nil : old)
    }
  }

  private static func what(
    _ entry: KeptEntry, old: Int?, _ redaction: Redaction?
  ) -> What {
    guard let value = entry.value else { return .erased }
    switch value {
    case .started: return .began
    case .passed: return .safety
    case .retracted: return .takenBack(old)
    case .finished(let reason): return .finished(reason)
    case .answer(.practised(let practised), _):
      return .practised(entry.row.shown ?? practised.practice, practised)
    case .answer(let answer, _): return asked(answer, entry.row.shown, redaction)
    case .personal(.painWord(.own(let word)?)):
      return .kept(.personal(.painWord(.own(redaction?.length(of: word) ?? word))))
    case .entry(let id, .text(let text)):
      return .kept(.entry(id, .text(redaction?.length(of: text) ?? text)))
    default: return .kept(value)
    }
  }

  private static func asked(
    _ answer: Answer, _ shown: String?, _ redaction: Redaction?
  ) -> What {
    func without(_ text: String) -> String { redaction?(text) ?? text }
    func length(_ text: String) -> String { redaction?.length(of: text) ?? text }
    let whole = shown ?? ""
    let (question, choice) = parts(shown) ?? (whole, nil)
    switch answer {
    case .text(let text):
      let isChosen = Writing.isChosen(text, shown: shown)
      let asked = isChosen ? String(whole.dropLast(text.count + 3)) : whole
      return .asked(without(asked), .own([length(text)]))
    case .entries(let lines): return .asked(without(whole), .own(lines.map(length)))
    case .number(let number): return .asked(without(question), .chosen(choice ?? String(number)))
    case .option(let id): return .asked(without(question), .chosen(choice ?? id))
    case .options(let ids):
      return .asked(without(question), .chosen(choice ?? ids.joined(separator: "; ")))
    case .skipped: return .asked(without(whole), .skipped)
    case .seen, .gate, .practised: return .asked(without(whole), .nothing)
    }
  }

  /// What was asked and what was chosen, of what was shown of a choice.
  static func parts(_ shown: String?) -> (question: String, choice: String?)? {
    guard let shown, let mark = shown.ranges(of: "\n> ").last else { return nil }
    return (String(shown[..<mark.lowerBound]), String(shown[mark.upperBound...]))
  }
}

extension Record.Kind {
  /// Whether it is what somebody answered to a step.
  fileprivate var isAnswer: Bool {
    switch self {
    case .answered, .practised, .collected: true
    case .started, .retracted, .gate, .passed, .finished, .edited, .erased: false
    }
  }
}
