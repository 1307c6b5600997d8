// Taking back: the last answer of this sitting, or what a line of a list has just changed. It is one
// more record, says what it took back, and never leaves the session, crosses a safety question, a
// finished practice, or anything that an earlier sitting kept.
extension App.State {
  /// What a line of a list changed, beside opening something.
  enum ListChange: Hashable, Sendable {
    /// The country of the crisis page, and which it was before.
    case country(from: String?)
    /// Home asked how a flare went, and has its answer.
    case asked(RecordID)
    /// A line of an own list, by the record that changed or added it.
    case own(RecordID)
    /// A text, by the record that holds its words now, and what it was before.
    case rewritten(RecordID, from: Writing)
  }

  /// Whether there is something to take back where the person is.
  var canUndo: Bool {
    switch stack.last {
    case .session(let session): lastAnswer(of: session) != nil || asked(before: session) != nil
    case .crisis: countryBefore != nil
    case .menu(let menu):
      menu.ownList != nil && ownChange != nil || menu.readsWritings && rewritten != nil
    case .note, .ownWord, .ownSetting, .ownWriting, .rewriting, nil: false
    }
  }

  mutating func undo(at now: Now) -> Outcome {
    switch stack.last {
    case .session(let session):
      if let last = lastAnswer(of: session) {
        let said = saying(last, session)
        let outcome = takeBack(last, of: session, at: now)
        notice = said
        return outcome
      }
      return asked(before: session).map { undoAsked($0, at: now) } ?? (nil, [])
    case .crisis:
      guard let before = countryBefore else { return (nil, []) }
      country = before
      listChange = nil
      notice = phrases(.undoneChoice)
      return (nil, [])
    case .menu(let menu):
      if menu.readsWritings, let (record, old) = rewritten {
        return undoRewrite(record, old, at: now)
      }
      guard menu.ownList != nil, let change = ownChange else { return (nil, []) }
      notice = phrases(.undoneChoice)
      listChange = nil
      return retract(change, at: now)
    case .note, .ownWord, .ownSetting, .ownWriting, .rewriting, nil: return (nil, [])
    }
  }

  /// The answer that going back takes away; `nil` where it takes none.
  func lastAnswer(of session: SessionRun) -> SessionRun.Footprint? {
    guard !session.isInPractice, session.stop == nil, let last = session.trail.last, !last.isFinal
    else { return nil }
    return last
  }

  /// Takes the last answer of a session back: own words in it are a draft again.
  mutating func takeBack(
    _ last: SessionRun.Footprint, of session: SessionRun, at now: Now
  ) -> Outcome {
    var session = session
    session.trail.removeLast()
    let words = session.given[last.key]?.answer.ownWords ?? []
    session.given[last.key] = nil
    if !words.isEmpty { session.drafts[last.key] = words }
    var records: [Record] = []
    if let record = last.record {
      records.append(
        Record(
          id: session.nextRecordID(), value: .retracted, module: last.origin, step: last.key.step,
          turn: last.key.turn, at: now.wall, supersedes: record, origin: options.origin))
    }
    if let besides = last.besides {
      // Written in this session, or as the only record of a session of its own.
      let id =
        besides.session == session.info.id ? session.nextRecordID() : besides.next
      records.append(
        Record(
          id: id, value: .retracted, module: Record.person, at: now.wall, supersedes: besides,
          origin: options.origin))
    }
    self.session = session
    for record in records { ledger.add(record, in: session.module.id) }
    guard options.journal == .kept, let first = records.first else { return (nil, []) }
    let keepsDraft = !words.isEmpty && session.isKept && session.hasStarted
    return (
      Batch(info: info(of: first, in: session), records: records),
      keepsDraft ? [.draft(words, at: last.key, in: session.info)] : []
    )
  }

  /// One sentence about what is taken back.
  private func saying(_ last: SessionRun.Footprint, _ session: SessionRun) -> String? {
    let step = session.module.allSteps.first { $0.id == last.key.step }
    guard let answer = session.given[last.key]?.answer else { return nil }
    switch answer {
    case .seen: return phrases(.undoneCard)
    case .skipped: return phrases(.undoneSkip)
    // Own words stand on the screen again: saying them as well would say them twice.
    case .text, .entries: if !answer.ownWords.isEmpty { return phrases(.undoneWords) }
    default: break
    }
    guard let words = words(of: answer, step: step) else { return phrases(.undoneChoice) }
    let line = words.split(whereSeparator: \.isNewline).joined(separator: " ")
    let isLong = line.count > Self.mostSaid
    return phrases(.undone, ["what": isLong ? line.prefix(Self.mostSaid - 3) + "..." : line])
  }

  /// So much of an answer is said when it is taken back, in characters.
  private static let mostSaid = 40

  // MARK: Lists

  private var countryBefore: String?? {
    if case .country(let before) = listChange { .some(before) } else { nil }
  }

  /// What Home had asked before it opened a session in which nothing stands yet.
  private func asked(before session: SessionRun) -> RecordID? {
    guard case .asked(let record) = listChange, session.trail.isEmpty, session.stop == nil,
      !session.isInPractice, session.module.id == program.roles.afterFlare
    else { return nil }
    return record
  }

  private mutating func undoAsked(_ asked: RecordID, at now: Now) -> Outcome {
    stack.removeLast()
    listChange = nil
    notice = phrases(.undoneChoice)
    return retract(asked, at: now)
  }

  private var ownChange: RecordID? {
    if case .own(let record) = listChange { record } else { nil }
  }

  private var rewritten: (RecordID, Writing)? {
    if case .rewritten(let record, from: let old) = listChange { (record, old) } else { nil }
  }

  /// Takes back what a line of a list kept about the person, in a session of its own.
  private mutating func retract(_ kept: RecordID, at now: Now) -> Outcome {
    let record = Record(
      id: kept.next, value: .retracted, module: Record.person, at: now.wall, supersedes: kept,
      origin: options.origin)
    ledger.add(record, in: Record.person)
    let info = SessionInfo(
      id: kept.session, module: Record.person, contentHash: "", appVersion: options.appVersion)
    return (options.journal == .kept ? Batch(info: info, records: [record]) : nil, [])
  }
}

extension Answer {
  /// What the person wrote, as a draft has it.
  fileprivate var ownWords: [String] {
    switch self {
    case .text(let text): [text]
    case .entries(let entries): entries
    case .seen, .number, .option, .options, .practised, .gate, .skipped: []
    }
  }
}

extension RecordID {
  /// The one after it in its session.
  var next: RecordID { RecordID(session: session, number: number + 1) }
}
