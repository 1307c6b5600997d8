// Home: one suggestion, help, and the rest folded. Nothing is ticked, nothing shown as undone.
extension App.State {
  /// What stands over Home: a greeting, and after the end of the course that nothing is due.
  func homeQuestion(at now: Now) -> String {
    var lines = [greeting(at: now)]
    if isQuiet {
      lines.append(
        (isStopped ? nil : nextHello(at: now)).map {
          phrases(.homeQuietUntil, ["date": phrases.date($0, today: now.wall.day)])
        } ?? phrases(.homeQuiet))
    } else if lessonsToday(at: now) >= program.schedule.lessonsADay {
      lines.append(phrases(.paceRest))
    } else {
      lines.append(phrases(.homeQuestion))
    }
    return lines.joined(separator: "\n")
  }

  private func greeting(at now: Now) -> String {
    switch now.wall.hour {
    case 5..<12: phrases(.goodMorning)
    case 12..<18: phrases(.goodAfternoon)
    case 18..<23: phrases(.goodEvening)
    default: phrases(.goodNight)
    }
  }

  func homeItems(at now: Now) -> [Item] {
    var items: [Item] = []
    if let day = digest.askOn, day <= now.wall.day {
      items.append(Item(id: "asked", text: phrases(.askedTomorrow), does: .asked))
    }
    let isKept = options.journal == .kept
    if isKept, let module = program.roles.afterMove, waitingExperiment(at: now) != nil {
      items.append(Item(id: "moved", text: phrases(.askedAfterMove), does: .open(.module(module))))
    }
    if isKept { items.append(suggestion(at: now)) }
    if isKept, isQuiet { items += quietItems() }
    items.append(Item(id: "bad-now", text: phrases(.badNow), does: .open(.flare)))
    if isKept, asksAboutDoubts(at: now.wall) {
      items.append(Item(id: "doubts", text: phrases(.doubtsDue), does: .read(.doubts)))
    } else if isKept, !isQuiet, let doubt = program.roles.doubt {
      items.append(Item(id: "doubt", text: phrases(.haveDoubt), does: .open(.module(doubt))))
    }
    return items + [
      Item(id: "more", text: phrases(.somethingElse), does: .show(.more)),
      Item(id: "leave", text: phrases(.leave), does: .leave),
    ]
  }

  /// After the end of the course: pain that came back, and the letter to oneself.
  private func quietItems() -> [Item] {
    var items: [Item] = []
    if let module = program.roles.cameBack {
      items.append(Item(id: "came-back", text: phrases(.cameBack), does: .open(.module(module))))
    }
    return items + [letterItem()].compactMap { $0 }
  }

  /// The one thing that Home suggests.
  private func suggestion(at now: Now) -> Item {
    let holds = holds(at: now.wall)
    if holds.standing.contains(.sitting) {
      return Item(id: "people", text: phrases(.crisisTitle), does: .open(.crisis))
    }
    if let gate = digest.latestGate(holding: .sameDay) {
      return Item(id: "seen", text: phrases(.beenSeen), does: .gate(gate))
    }
    if let module = program.roles.welcome, wasAway(at: now) {
      return Item(id: "welcome", text: phrases(.welcomeBack), does: .open(.module(module)))
    }
    if let open = digest.unfinished.last(where: {
      isWorthGoingOn($0, at: now) && isInTheList($0.module, holds)
    }),
      let title = program.module(open.module)?.title
    {
      return Item(
        id: "go-on", text: phrases(.goOnWith, ["title": title]),
        does: .resume(open.id, then: nil))
    }
    if let item = dueItem(at: now, holds) { return item }
    if !isQuiet, let next = nextModule(holds), !lessonRests(next, at: now) {
      return item(for: next)
    }
    if holds.standing.contains(.notExamined) {
      return Item(
        id: "letter", text: phrases(.letterToTake), does: .open(.page(program.roles.letter)))
    }
    return Item(
      id: "practices", text: phrases(isQuiet ? .fewMinutesQuiet : .fewMinutes),
      does: .show(.practices))
  }

  /// What has its day: a hello after the end, the weekly check-in, the end itself.
  private func dueItem(at now: Now, _ holds: Holds) -> Item? {
    if let booster = dueBooster(at: now), let entry = program.module(booster.module),
      isInTheList(entry.id, holds), !isStopped
    {
      return Item(
        id: "hello",
        text: phrases(
          .nextModule, ["title": entry.title, "minutes": phrases(.minutes, n: entry.minutes)]),
        does: .open(.module(entry.id)))
    }
    guard !isQuiet else { return nil }
    if let module = program.roles.checkIn, isCheckInDue(at: now), isInTheList(module, holds) {
      return Item(id: "check-in", text: phrases(.checkInDue), does: .open(.module(module)))
    }
    if let ending = program.roles.ending, isThrough, let entry = program.module(ending),
      digest.finished[ending] == nil, isInTheList(ending, holds)
    {
      return item(for: entry)
    }
    return nil
  }

  func item(for entry: Program.ModuleEntry) -> Item {
    Item(
      id: "next",
      text: phrases(
        .nextModule, ["title": entry.title, "minutes": phrases(.minutes, n: entry.minutes)]),
      does: .open(.module(entry.id)))
  }

  /// Whether an unfinished session is gone on with: lessons at any time, what belongs to a day on
  /// that day.
  private func isWorthGoingOn(_ open: Digest.Unfinished, at now: Now) -> Bool {
    let roles = program.roles
    // Doubts have a line of their own.
    if open.module == roles.doubt { return false }
    let ofTheDay = [
      roles.card, roles.move, roles.afterMove, roles.welcome, roles.checkIn, roles.cameBack,
      roles.journal, roles.letGo, roles.stopping,
    ]
    return !ofTheDay.contains(open.module) || open.lastAt.day == now.wall.day
  }

  func isInTheList(_ module: String, _ holds: Holds) -> Bool {
    guard let entry = program.module(module), entry.file != nil, module != program.roles.flare
    else { return false }
    if case .held = holds.admission(to: entry, roles: program.roles) { return false }
    return true
  }

  /// What is folded away.
  func moreItems(at now: Now) -> [Item] {
    let holds = holds(at: now.wall)
    var items: [Item] = []
    if options.journal == .kept, let next = nextModule(holds),
      lessonRests(next, at: now) || isQuiet
    {
      items.append(item(for: next))
    }
    items.append(Item(id: "practices", text: phrases(.fewMinutes), does: .show(.practices)))
    if options.journal == .kept, digest.passedAt != nil || !digest.own[.evidence].isEmpty {
      items.append(Item(id: "today", text: phrases(.forToday), does: .show(.today)))
    }
    items += [
      Item(id: "programme", text: phrases(.theProgramme), does: .show(.programme)),
      Item(id: "reading", text: phrases(.somethingToRead), does: .show(.reading)),
    ]
    if !ownItems().isEmpty {
      items.append(Item(id: "mine", text: phrases(.ownWords), does: .show(.mine)))
    }
    items += [progressItem()].compactMap { $0 }
    if holds.standing.contains(.notExamined) {
      items.append(
        Item(id: "letter", text: phrases(.letterToTake), does: .open(.page(program.roles.letter))))
    }
    if options.journal == .kept, digest.pausesMovement {
      items.append(
        Item(
          id: "looked-at", text: phrases(.movementSeen), does: .keep(.seen(now.wall.day))))
    }
    let asks = holds.pass == .none || !holds.standing.isSubset(of: [.movementPaused])
    items.append(
      Item(
        id: "safety", text: phrases(.safetyAgain),
        does: .safety(asks ? program.roles.gate : program.roles.recheck)))
    items.append(Item(id: "settings", text: phrases(.settings), does: .show(.settings)))
    return items
  }

  /// What may be done today beside the one suggestion: all of it optional, in no order.
  func todayItems(at now: Now) -> [Item] {
    var items: [Item] = []
    if let card = program.roles.card, offersCard(card, at: now) {
      items.append(Item(id: "card", text: phrases(.evidenceCard), does: .open(.module(card))))
    }
    items.append(Item(id: "line", text: phrases(.safetyLineToday), does: .line))
    if let pleasant = program.roles.pleasant, let entry = program.practice(pleasant) {
      items.append(
        Item(
          id: "pleasant", text: phrases(.pleasantToday),
          does: .open(.practice(pleasant, minutes: entry.lengths.min()))))
    }
    if let move = moveItem(at: now) { items.append(move) }
    if let module = program.roles.checkIn, let entry = program.module(module),
      offersCheckIn(at: now)
    {
      items.append(Item(id: "check-in", text: entry.title, does: .open(.module(module))))
    }
    return items
  }

  /// Shows one of the person's safety lines, another each day, or a borrowed one.
  mutating func tellLine(at now: Now) {
    let round = max(0, now.wall.day.number)
    let line = digest.own.borrowed(.safetyLines, round: round) ?? phrases(.safetyLineBorrowed)
    stack.append(
      .note(
        Note(place: "line/\(round)", heading: phrases(.safetyLineToday), prose: Prose(line))))
  }
}
