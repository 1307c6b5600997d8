// Movements that were tried, as the person reads them: what was feared, and what came of it.
extension App.State {
  /// The way to what was tried, among the movements; `nil` while nothing was.
  func triedItem() -> Item? {
    digest.experiments.isEmpty
      ? nil : Item(id: "tried", text: phrases(.tried), does: .tried)
  }

  /// The way to a further movement, where one may be tried now.
  func moveItem(at now: Now) -> Item? {
    guard let move = program.roles.move, offersMove(at: now), let entry = program.module(move)
    else { return nil }
    return Item(id: "move", text: entry.title, does: .open(.module(move)))
  }

  /// Shows all that was tried, the latest first.
  mutating func tellTried(at now: Now) {
    let blocks = digest.experiments.reversed().flatMap {
      $0.blocks(phrases, today: now.wall.day)
    }
    stack.append(
      .note(Note(place: "own/tried", heading: phrases(.tried), prose: Prose(blocks))))
  }

  /// A movement of one's own, and below it each time that it was tried.
  func movementPage(of id: OwnEntry.ID, at now: Now) -> Prose {
    let trials = digest.own[.fearedMovements, id].map { entry in
      digest.experiments.reversed().filter { $0.movement == entry.text }
    }
    let question = Prose(question(of: .fearedMovements, id, at: now))
    return Prose(
      question.blocks + (trials ?? []).flatMap { $0.blocks(phrases, today: now.wall.day) })
  }
}

extension Experiment {
  /// Its day and what was done, with what was feared, and what came of it.
  /// - Parameter inProgress: the movement is named, too, beside what was done of it.
  func blocks(
    _ phrases: Phrases, today: CivilDay, inProgress: Bool = false, withFear: Bool = true
  ) -> [Prose.Block] {
    let date = phrases.date(day, today: today)
    let words = inProgress ? [movement, dose, place] : [dose ?? movement, place]
    let what = words.compactMap { $0 }
    var lines: [String] = []
    if withFear, let fear { lines.append(phrases(.triedFear, ["points": String(fear)])) }
    if let feared {
      lines.append(phrases(.triedFeared, ["what": feared]))
      if let outcome { lines.append(phrases(outcome.phrase)) }
    }
    let head = phrases(.triedOn, ["date": date, "what": what.joined(separator: "; ")])
    return [.paragraph([.emphasis(head)])] + lines.map { .item([.plain($0)]) }
  }
}

extension Experiment.Happened {
  /// What is said of it.
  fileprivate var phrase: Phrase {
    switch self {
    case .no: .triedNo
    case .notYet: .triedNotYet
    case .partly: .triedPartly
    case .yes: .triedYes
    case .unsure: .triedUnsure
    }
  }
}
