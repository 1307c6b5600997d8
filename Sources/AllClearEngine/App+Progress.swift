// What has changed: a list of its parts, each a page of its own; pain last, by a choice of its own.
//
// It is no part of the digest: it is brought when it is shown, and again after something was kept.
extension App.State {
  /// Whether what is shown tells of what has changed.
  var needsProgress: Bool {
    guard progress == nil else { return false }
    switch stack.last {
    case .menu(.changed), .menu(.changedPart), .menu(.causeKinds), .menu(.causeKind): return true
    default: return false
    }
  }

  /// Takes in what was brought.
  mutating func take(_ progress: Progress) {
    self.progress = progress
    asksForLoad.remove(.progress)
  }

  /// Opens the list; what could not be read may be readable now.
  mutating func showProgress() {
    missing.remove(.progress)
    progress = nil
    missing.remove(.lexicon)
    causeCodes = nil
    stack.append(.menu(.changed))
  }

  /// The way to it, once there is anything that could change.
  func progressItem() -> Item? {
    let isThere =
      digest.beginning != nil || !digest.experiments.isEmpty || !digest.practised.isEmpty
      || !digest.own[.evidence].isEmpty || !digest.own[.causes].isEmpty
    guard isThere else { return nil }
    return Item(id: "changed", text: phrases(.changed), does: .progress)
  }

  private func pages(at now: Now, hasTable: Bool = false) -> ProgressPages? {
    progress.map {
      ProgressPages(
        $0, program: program, today: now.wall.day, hasTable: hasTable, codes: causeCodes ?? [:])
    }
  }

  // MARK: The list

  func progressQuestion(at now: Now) -> String {
    if let pages = pages(at: now) {
      return pages.showsNumbers
        ? pages.opening : pages.opening + "\n" + phrases(.changedNumbersOff)
    }
    return missing.contains(.progress) ? phrases(.changedUnread) : ""
  }

  func progressItems(at now: Now) -> [Item] {
    let parts = pages(at: now).map { pages in
      pages.parts.map { part in
        Item(
          id: part.rawValue, text: pages.title(part),
          does: .show(.changedPart(part, hasTable: false)))
      }
    }
    var items = parts ?? []
    if let trial = program.roles.trial {
      items.append(Item(id: "trial", text: phrases(.changedTrial), does: .open(.page(trial))))
    }
    if options.journal == .kept {
      items += lines(of: [.numbers], at: now)
    }
    return items
  }

  // MARK: A part

  func progressPage(_ part: ProgressPart, hasTable: Bool, at now: Now) -> Prose {
    pages(at: now, hasTable: hasTable)?.prose(part)
      ?? Prose(missing.contains(.progress) ? phrases(.changedUnread) : "")
  }

  /// The next part comes first; pain never comes by itself.
  func progressPartItems(_ part: ProgressPart, hasTable: Bool, at now: Now) -> [Item] {
    var items: [Item] = []
    if let pages = pages(at: now) {
      if part == .causes { items += causeItems(at: now) }
      let later = pages.parts.drop { $0 != part }.dropFirst()
      if let next = later.first, next != .pain {
        items.append(
          Item(
            id: "next", text: phrases(.changedNext, ["title": pages.title(next)]),
            does: .turn(.changedPart(next, hasTable: false))))
      }
      if pages.canHaveTable(part), !hasTable {
        items.append(
          Item(
            id: "table", text: phrases(.changedTable),
            does: .turn(.changedPart(part, hasTable: true))))
      }
    }
    return items
  }
}
