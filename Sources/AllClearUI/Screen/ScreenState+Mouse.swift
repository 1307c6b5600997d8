import AllClearEngine

/// The mouse: what a press of its first button on a place of the screen comes to.
///
/// The wheel is a key like others and stands in the key table.
extension ScreenState {
  /// Selects the answer that was pressed; chooses or marks the one that is selected already.
  ///
  /// On a scale it sets the number. It never confirms a safety question, nor a number.
  mutating func click(_ point: GridPoint, _ scene: Scene) -> Action {
    if isBlank {
      isBlank = false
      return .redraw
    }
    guard !scene.screen.isTooSmall, helpPage == nil,
      let item = scene.screen.frame(scene.prompt, self).item(at: point)
    else { return .none }
    let before = self
    hint = nil
    isTouched = true
    typedNumber = ""
    if search != nil {
      search = nil
      selection = item
      showSelection(scene)
      return .redraw
    }
    let wasSelected = selection == item
    switch scene.prompt.body {
    case .choose(_, let choices, many: false):
      if wasSelected, choices.indices.contains(item) { return take(item, of: choices) }
      selection = item
    case .choose(_, _, many: true):
      selection = item
      if wasSelected { marks.formSymmetricDifference([item]) }
    case .gate:
      selection = item
      if wasSelected { marks = [item] }
    case .scale: value = item
    case .card, .write, .collect, .practice: break
    }
    return self == before ? .none : .redraw
  }
}
