// What can be done beside the causes told then and now: their kinds, which the program guesses by the
// words and the person puts right. Nothing of it is shown while causes are being told.
import AllClearMeasures

extension App.State {
  /// The lists told first and last, once there are two.
  private var toldTwice: (first: OwnLists.Telling, last: OwnLists.Telling)? {
    let told = digest.own.causesTellings
    guard told.count > 1, let first = told.first, let last = told.last else { return nil }
    return (first, last)
  }

  /// Whether what is shown says of what kind causes are.
  var needsLexicon: Bool {
    guard causeCodes == nil, toldTwice != nil else { return false }
    switch stack.last {
    case .menu(.changedPart(.causes, _)), .menu(.causeKinds), .menu(.causeKind): return true
    default: return false
    }
  }

  /// Codes what was told.
  mutating func take(_ lexicon: Lexicon) {
    asksForLoad.remove(.lexicon)
    causeCodes = digest.own.causeCodes(by: CauseCoder(lexicon: lexicon))
  }

  /// What stands below the causes, before the way on.
  func causeItems(at now: Now) -> [Item] {
    guard toldTwice != nil, causeCodes != nil, options.journal == .kept else { return [] }
    return [Item(id: "kinds", text: phrases(.changedCausesKinds), does: .show(.causeKinds))]
  }

  /// The lines of both lists, each with its kind.
  func causeKindItems(at now: Now) -> [Item] {
    guard let (first, last) = toldTwice else { return [] }
    return [first, last].flatMap { told in
      told.lines.map { line in
        let date = phrases.date(told.at.day, today: now.wall.day)
        let kind = kind(of: line).map { phrases($0.phrase) } ?? ""
        return Item(
          id: line.id.text, text: line.text + "\n" + date + ": " + kind,
          does: .show(.causeKind(line.id)))
      }
    }
  }

  /// The kinds that a line may be of.
  func causeKindChoices(_ id: OwnEntry.ID) -> [Item] {
    CauseCategory.allCases.map { category in
      Item(
        id: category.name, text: phrases(category.phrase), does: .change(id, .kind(category)))
    }
  }

  func causeKindQuestion(_ id: OwnEntry.ID) -> String {
    guard let line = digest.own[.causes, id] else { return "" }
    return phrases(.changedKindOf, ["line": line.text])
  }

  private func kind(of line: OwnEntry) -> CauseCategory? {
    line.kind ?? causeCodes?[line.text]?.category
  }
}
