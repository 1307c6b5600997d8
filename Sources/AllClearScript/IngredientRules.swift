import AllClearEngine

/// Checks that a practice holds what it is made of: curiosity, safety, lightness.
struct IngredientRules {
  let minutes: Int
  let at: Position
  let report: Report

  func check(_ cues: [ParsedCue]) {
    let isLong = minutes >= 3
    require(.curiosity, isLong ? 2 : 1, cues)
    require(.safety, 1, cues)
    require(.lightness, isLong ? 2 : 1, cues)
    guard isLong else { return }
    require(.checking, 1, cues)
    let late = cues.contains { $0.does == .outcome && $0.cue.at > minutes * 30 }
    if !late {
      report.add(
        .cueIngredients, at: at,
        "no line of `outcome` after the middle; say that it may grow, shrink or stay")
    }
  }

  private func require(_ ingredient: Ingredient, _ count: Int, _ cues: [ParsedCue]) {
    let found = cues.count { $0.does == ingredient }
    guard found < count else { return }
    report.add(
      .cueIngredients, at: at,
      "\(found) of \(count) line\(count == 1 ? "" : "s") of `\(ingredient.rawValue)` in "
        + "\(minutes) minute\(minutes == 1 ? "" : "s"); mark them with `does: \(ingredient.rawValue)`"
    )
  }
}
