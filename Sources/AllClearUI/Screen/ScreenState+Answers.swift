import AllClearEngine

/// Keys at menus, safety questions and scales.
extension ScreenState {
  mutating func answer(
    _ meaning: Meaning, _ key: Key, _ scene: Scene
  ) -> Action {
    switch scene.prompt.body {
    case .choose(_, let choices, many: false): choose(meaning, key, choices, scene)
    case .choose(_, let choices, many: true):
      mark(meaning, key, choices, scene, isOne: false)
    case .gate(_, let choices): mark(meaning, key, choices, scene, isOne: true)
    case .scale: scale(meaning, key)
    default: .none
    }
  }

  static func digit(_ key: Key) -> Int? {
    if case .character(let character) = key { character.wholeNumberValue } else { nil }
  }

  private mutating func choose(
    _ meaning: Meaning, _ key: Key, _ choices: [Prompt.Choice], _ scene: Scene
  ) -> Action {
    guard !choices.isEmpty else { return .none }
    if move(meaning, choices.count, scene) { return .none }
    if meaning == .choose, let focus = focus(choices) { return take(focus, of: choices) }
    guard meaning == .digit, let digit = Self.digit(key) else { return .none }
    let whole = Int(typedNumber + String(digit)) ?? 0
    let number = (1...choices.count).contains(whole) ? whole : digit
    guard (1...choices.count).contains(number) else { return .none }
    selection = number - 1
    showSelection(scene)
    // With ten answers and more, a first digit waits for its second.
    if number * 10 <= choices.count {
      typedNumber = String(number)
      return .none
    }
    typedNumber = ""
    return take(number - 1, of: choices)
  }

  /// Answers a list with one of its lines.
  mutating func take(_ index: Int, of choices: [Prompt.Choice]) -> Action {
    chosen = index
    return .send([.answer(.option(choices[index].id))])
  }

  /// `isOne`: a safety question, in which a new mark takes the place of the old one.
  private mutating func mark(
    _ meaning: Meaning, _ key: Key, _ choices: [Prompt.Choice], _ scene: Scene,
    isOne: Bool
  ) -> Action {
    guard !choices.isEmpty else { return .none }
    if move(meaning, choices.count, scene) { return .none }
    switch meaning {
    case .mark, .digit:
      if let action = twoDigits(key, choices.count, scene) { return action }
      // Space marks what is selected; in a safety question nothing is, until a key selects it.
      let chosen = Self.digit(key).map { $0 - 1 } ?? (isOne ? selection : focus(choices))
      guard let chosen, choices.indices.contains(chosen) else {
        hint = .markFirst
        return .none
      }
      selection = chosen
      showSelection(scene)
      if isOne {
        marks = [chosen]
      } else {
        marks.formSymmetricDifference([chosen])
      }
    case .clear: marks = []
    case .confirm:
      let ids = marks.sorted().filter(choices.indices.contains).map { choices[$0].id }
      if isOne, let id = ids.first { return .send([.answer(.option(id))]) }
      if !isOne, !ids.isEmpty || !scene.prompt.moves.contains(.skip) {
        return .send([.answer(.options(ids))])
      }
      hint = .markFirst
    default: break
    }
    return .none
  }

  /// Where there are ten answers and more, a first digit only selects, and a second completes it.
  private mutating func twoDigits(_ key: Key, _ count: Int, _ scene: Scene) -> Action? {
    guard count > 9, let digit = Self.digit(key) else { return nil }
    let whole = Int(typedNumber + String(digit)) ?? 0
    let number = (1...count).contains(whole) ? whole : digit
    guard (1...count).contains(number) else { return Action.none }
    selection = number - 1
    showSelection(scene)
    let waits = number * 10 <= count
    typedNumber = waits ? String(number) : ""
    if !waits { marks.formSymmetricDifference([number - 1]) }
    return Action.none
  }

  /// Moves the selection; above the first answer is the text.
  private mutating func move(
    _ meaning: Meaning, _ count: Int, _ scene: Scene
  ) -> Bool {
    let isGate = if case .gate = scene.prompt.body { true } else { false }
    switch meaning {
    case .previous:
      if (selection ?? 0) == 0 {
        if !turn(-1, scene), isGate, selection == nil { selection = count - 1 }
        return true
      }
      selection = min(selection ?? 0, count) - 1
    case .next:
      let next = selection.map { $0 + 1 } ?? (isGate ? 0 : 1)
      selection = min(next, count - 1)
    case .first: selection = 0
    case .last: selection = count - 1
    default: return false
    }
    showSelection(scene)
    return true
  }

  private mutating func scale(_ meaning: Meaning, _ key: Key) -> Action {
    switch meaning {
    case .digit:
      guard let digit = Self.digit(key) else { return .none }
      // Ten is typed as it is written: 1, then 0.
      value = typedNumber == "1" && digit == 0 ? 10 : digit
      typedNumber = value == 1 ? "1" : ""
    case .less: value = max(0, (value ?? 1) - 1)
    case .more: value = min(10, (value ?? -1) + 1)
    case .least: value = 0
    case .most: value = 10
    case .clear: value = nil
    case .confirm:
      if let value { return .send([.answer(.number(value))]) }
      hint = .setFirst
    default: break
    }
    return .none
  }
}
