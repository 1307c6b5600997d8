// One's own lists: evidence, safety lines, doubts; each line can be changed, kept on top, put away.

extension App.State {
  /// So many lines can be kept on top: more would be a list again.
  static let mostPinned = 5
  /// A line on a list has at most so many characters.
  static let longestEntry = 240

  // MARK: Lists

  /// The lists that there is something to show of.
  func ownItems() -> [Item] {
    let lists: [OwnList] = [
      .evidence, .safetyLines, .doubts, .causes, .fearedMovements, .valuedActivities,
    ]
    return lists.filter { list in
      !digest.own[list].isEmpty || (list != .causes && !digest.own.away(list).isEmpty)
        || (list == .fearedMovements && !digest.experiments.isEmpty)
    }.map { list in
      Item(id: list.rawValue, text: phrases(list.title), does: .read(list))
    } + writingDoors()
  }

  /// A list with its lines.
  func listItems(_ list: OwnList, at now: Now) -> [Item] {
    var items = lines(of: list).map { entry in
      Item(id: entry.id.text, text: line(of: entry), does: .show(.entry(list, entry.id)))
    }
    if options.journal == .kept {
      let add: Phrase = hasDraft(OwnWriting(list: list)) ? .ownGoOn : .ownAdd
      items.append(Item(id: "add", text: phrases(add), does: .write(list, nil)))
    }
    if list == .evidence, let against = program.roles.against {
      items.append(Item(id: "against", text: phrases(.ownAgainst), does: .open(.module(against))))
    }
    if list == .fearedMovements {
      items += [triedItem(), moveItem(at: now)].compactMap { $0 }
    }
    if list == .doubts, let doubt = program.roles.doubt {
      items.append(Item(id: "doubt", text: phrases(.haveDoubt), does: .open(.module(doubt))))
    }
    let away = digest.own.away(list)
    if !away.isEmpty {
      items.append(
        Item(id: "away", text: phrases(.ownAway, n: away.count), does: .show(.away(list))))
    }
    return items
  }

  /// The lines that were put away, each of which can come back.
  func awayItems(_ list: OwnList) -> [Item] {
    digest.own.away(list).map { entry in
      Item(id: entry.id.text, text: entry.text, does: .change(entry.id, .away(false)))
    }
  }

  /// What can be done with a line.
  func entryItems(_ list: OwnList, _ id: OwnEntry.ID) -> [Item] {
    guard let entry = digest.own[list, id], options.journal == .kept else { return [] }
    var items: [Item] = []
    if list == .doubts {
      items.append(
        Item(
          id: "settle", text: phrases(entry.isSettled ? .ownOpenAgain : .ownSettle),
          does: .change(id, .settled(!entry.isSettled))))
    } else {
      items.append(
        Item(
          id: "pin", text: phrases(entry.isPinned ? .ownUnpin : .ownPin),
          does: .change(id, .pinned(!entry.isPinned))))
    }
    let edit: Phrase = hasDraft(OwnWriting(list: list, entry: id)) ? .ownGoOn : .ownEdit
    return items + [
      Item(id: "edit", text: phrases(edit), does: .write(list, id)),
      Item(id: "away", text: phrases(.ownPutAway), does: .change(id, .away(true))),
    ]
  }

  /// The lines that stand; of doubts the open ones first.
  private func lines(of list: OwnList) -> [OwnEntry] {
    let all = digest.own[list]
    return all.filter { !$0.isSettled } + all.filter(\.isSettled)
  }

  /// A line as the list shows it.
  private func line(of entry: OwnEntry) -> String {
    if entry.isPinned { return phrases(.ownPinned, ["line": entry.text]) }
    if entry.isSettled { return phrases(.ownSettled, ["line": entry.text]) }
    return entry.text
  }

  func question(of list: OwnList) -> String {
    guard digest.own[list].isEmpty else { return readAlone(after: phrases(list.question)) }
    // Where a movement was tried that is on no list, there is something.
    let hasTried = list == .fearedMovements && !digest.experiments.isEmpty
    return readAlone(after: phrases(hasTried ? .homeQuestion : .ownNothing))
  }

  /// What stands over what can be done with a line: its words, and of a doubt the day.
  func question(of list: OwnList, _ id: OwnEntry.ID, at now: Now) -> String {
    guard let entry = digest.own[list, id] else { return "" }
    if list == .doubts { return readAlone(after: dated(entry, at: now)) }
    return readAlone(after: entry.text)
  }

  /// A doubt with the day on which it was put down.
  func dated(_ doubt: OwnEntry, at now: Now) -> String {
    let date = phrases.date(doubt.at.day, today: now.wall.day)
    return phrases(.ownDoubtAsked, ["date": date, "doubt": doubt.text])
  }

  /// Says beside a list or line why nothing can be done with it, where the journal is not written.
  private func readAlone(after text: String) -> String {
    options.journal == .kept ? text : text + "\n" + phrases(.ownReadAlone)
  }

  /// Whether the card of the day is offered: once there is a sheet, and once a day.
  func offersCard(_ card: String, at now: Now) -> Bool {
    guard options.journal == .kept, !digest.own[.evidence].isEmpty else { return false }
    return digest.finished[card]?.day != now.wall.day
  }

  // MARK: Opening

  /// Opens a list; a second time on one day asks first, gently.
  mutating func read(_ list: OwnList, at now: Now) -> Outcome {
    if list == .evidence, let last = digest.looked[list], last.day == now.wall.day,
      !askedAgain.contains(list)
    {
      askedAgain.insert(list)
      let text = phrases(.ownReadToday, ["time": last.clock])
      stack.append(
        .note(
          Note(
            place: "again/\(list.rawValue)", heading: phrases(list.title), prose: Prose(text),
            opens: .own(list))))
      return (nil, [])
    }
    show(list, at: now)
    guard list == .evidence || list == .doubts, options.journal == .kept,
      !digest.own[list].isEmpty
    else { return (nil, []) }
    return (batch(of: .looked(list), at: now), [])
  }

  /// An open doubt is asked about once, so many days after it was put down.
  static let daysOfDoubt = 28

  /// Whether a doubt has been open for four weeks and its list was not read since then.
  func asksAboutDoubts(at now: Wall) -> Bool {
    digest.own.openDoubts.contains { doubt in
      let due = doubt.at.day.number + Self.daysOfDoubt
      return due <= now.day.number && (digest.looked[.doubts]?.day.number ?? .min) < due
    }
  }

  /// Shows a list; of causes, those told first and last.
  mutating func show(_ list: OwnList, at now: Now) {
    guard list == .causes else { return stack.append(.menu(.own(list))) }
    let note = Note(
      place: "own/causes", heading: phrases(.ownCauses),
      prose: Prose(blocks(of: .causes, at: now)))
    stack.append(.note(note))
  }

  // MARK: Changing

  /// Changes a line; `u` takes it back.
  mutating func change(_ id: OwnEntry.ID, _ change: OwnEntry.Change, at now: Now) -> Outcome {
    guard case .menu(let menu) = stack.last, let list = menu.ownList,
      digest.own[list, id] != nil
    else { return (nil, []) }
    if change == .pinned(true), digest.own[list].count(where: \.isPinned) >= Self.mostPinned {
      notice = phrases(.ownEnoughPinned, n: Self.mostPinned)
      return (nil, [])
    }
    stack.removeLast()
    notice = phrases(change.notice)
    return keepChange(of: .entry(id, change), at: now)
  }

  private mutating func keepChange(of value: Record.Value, at now: Now) -> Outcome {
    guard let batch = batch(of: value, at: now), let record = batch.records.last else {
      return (nil, [])
    }
    listChange = .own(record.id)
    return (batch, [])
  }

  // MARK: Writing

  func ownWritingPrompt(_ writing: OwnWriting) -> Prompt {
    let old = writing.entry.flatMap { digest.own[writing.list, $0] }
    return Prompt(
      place: "own/\(writing.list.rawValue)/\(writing.entry?.text ?? "new")",
      body: .collect(
        Prose(phrases(old == nil ? writing.list.addQuestion : .ownEditQuestion)), atMost: 1,
        seeds: []),
      heading: phrases(writing.list.title), moves: [.back],
      draft: ownDrafts[writing.key] ?? old.map { [$0.text] } ?? [])
  }

  mutating func take(_ answer: Answer, in writing: OwnWriting, at now: Now) -> Outcome {
    guard case .entries(let entries) = answer, entries.count == 1, let text = entries.first,
      !text.isEmpty
    else { return (nil, []) }
    guard text.count <= Self.longestEntry else {
      notice = phrases(.ownTooLong, n: Self.longestEntry)
      return (nil, keepDraft([text], of: writing))
    }
    stack.removeLast()
    let draft = dropDraft(of: writing)
    if let id = writing.entry, digest.own[writing.list, id]?.text == text { return (nil, draft) }
    let value: Record.Value
    if let id = writing.entry {
      // The list again, not the line's own page: it says what it is now.
      if case .menu(.entry) = stack.last { stack.removeLast() }
      notice = phrases(.ownChanged)
      value = .entry(id, .text(text))
    } else {
      notice = phrases(.ownAdded)
      value = .answer(.entries([text]), into: writing.list)
    }
    return (keepChange(of: value, at: now).0, draft)
  }
}

extension Menu {
  /// The own list that it belongs to.
  var ownList: OwnList? {
    switch self {
    case .own(let list), .away(let list), .entry(let list, _): list
    case .causeKinds, .causeKind: .causes
    default: nil
    }
  }
}

extension Menu {
  /// Whether it shows what was written.
  var readsWritings: Bool {
    switch self {
    case .writings, .writing, .erasing, .letter: true
    default: false
    }
  }
}

extension OwnList {
  var title: Phrase {
    switch self {
    case .evidence: .ownEvidence
    case .safetyLines: .ownSafetyLines
    case .doubts: .ownDoubts
    case .causes: .ownCauses
    case .fearedMovements: .ownMovements
    case .valuedActivities: .ownActivities
    }
  }

  fileprivate var question: Phrase {
    switch self {
    case .evidence: .ownEvidenceQuestion
    case .doubts: .ownDoubtsQuestion
    case .safetyLines, .causes, .fearedMovements, .valuedActivities: .ownLinesQuestion
    }
  }

  fileprivate var addQuestion: Phrase {
    switch self {
    case .evidence: .ownEvidenceAdd
    case .doubts: .ownDoubtsAdd
    case .safetyLines, .causes: .ownLinesAdd
    case .fearedMovements: .ownMovementsAdd
    case .valuedActivities: .ownActivitiesAdd
    }
  }
}

extension OwnEntry.Change {
  /// What is said once it is done.
  fileprivate var notice: Phrase {
    switch self {
    case .text: .ownChanged
    case .pinned(true): .ownNowPinned
    case .pinned(false): .ownNowUnpinned
    case .away(true): .ownNowAway
    case .away(false): .ownNowBack
    case .settled(true): .ownNowSettled
    case .settled(false): .ownNowOpen
    case .kind: .changedKindNow
    }
  }
}
