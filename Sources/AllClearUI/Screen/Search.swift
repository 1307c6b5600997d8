import AllClearEngine

/// A word that is searched for in a list, and which of what was found is selected.
struct Search: Hashable {
  var word: [Character] = []
  var at = 0
  /// The answers as they are compared.
  let sought: [Sought]

  init(_ choices: [Prompt.Choice]) {
    sought = choices.map(Sought.init)
  }

  /// The answers that hold the word, by their places in the whole list.
  var found: [Int] {
    let wanted = Fold.folded(String(word))
    return sought.indices.filter { sought[$0].holds(wanted) }
  }

  /// The words around what was found, where its answer does not show it.
  func passage(at index: Int) -> String? {
    sought[index].passage(with: Fold.folded(String(word)))
  }

  /// The answers that hold a word that was typed at once, each with the words around it.
  static func found(
    _ word: String, in choices: [Prompt.Choice]
  ) -> [(index: Int, passage: String?)] {
    var search = Search(choices)
    search.word = Array(word)
    return search.found.map { ($0, search.passage(at: $0)) }
  }
}

extension ScreenState {
  /// Keys while a word is searched for; `nil` for what means the same everywhere.
  mutating func searching(_ meaning: Meaning, _ key: Key, _ scene: Scene) -> Action? {
    guard var search else { return nil }
    let found = search.found
    switch meaning {
    case .type:
      guard case .character(let character) = key, Inert.shown(String(character)) != "\u{FFFD}"
      else { return Action.none }
      search.word.append(character)
      search.at = 0
    case .erase where search.word.isEmpty, .searchLeave:
      self.search = nil
      return Action.none
    case .erase:
      search.word.removeLast()
      search.at = 0
    case .previous: search.at = max(0, min(search.at, found.count - 1) - 1)
    case .next: search.at = max(0, min(search.at + 1, found.count - 1))
    case .searchTake:
      // The list is whole again, with the focus on what was found: one more key answers.
      guard found.indices.contains(search.at) else { return Action.none }
      selection = found[search.at]
      self.search = nil
      showSelection(scene)
      return Action.none
    default: return nil
    }
    self.search = search
    return Action.none
  }
}

extension Screen {
  /// The word on one line, and beneath it the answers that hold it, with their own numbers.
  func searching(_ search: Search, _ scene: Scene) -> Frame {
    let prompt = scene.prompt
    var canvas = canvas(heading: Sheet.heading(of: prompt))
    let layout = canvas.layout
    var row = putUrgent(prompt, in: &canvas) ?? layout.start(height: layout.room)
    row = min(row, layout.bottom - 1)
    let label = phrases(.searchTitle) + " "
    // Of a long word its end is seen, where the next letter goes.
    var word = Inert.places(String(search.word))
    let room = max(1, layout.width - TextWidth.of(label) - 1)
    while word.reduce(0, { $0 + TextWidth.of($1) }) > room { word.removeFirst() }
    let typed = word.map { String($0) }.joined()
    canvas.put(
      StyledLine([Span(text: label, role: .key), Span(text: typed, role: .text)]), row: row)
    canvas.cursor = GridPoint(row: row, column: layout.left + TextWidth.of(label + typed))

    let all = OptionLines.choices(of: prompt.body).0
    let found = search.found.filter(all.indices.contains)
    let options = found.map { index in
      let option = scene.sheet.options[index]
      return search.passage(at: index).map { option.followed(by: $0, in: scene) } ?? option
    }
    row += layout.bottom - row > 4 ? 2 : 1
    var hint: String?
    if found.isEmpty {
      let lines = Wrap.lines(phrases(.searchNothing), width: layout.width, role: .notice)
      for (index, line) in lines.enumerated() where row + index < layout.bottom {
        canvas.put(line, row: row + index)
      }
    } else {
      let at = min(search.at, found.count - 1)
      let window = OptionLines.window(options, selected: at, room: layout.bottom - row)
      let asker = menu(options, window, of: all.count, marks: nil, focus: found[at])
      for (index, line) in asker.lines.enumerated() where row + index < layout.bottom {
        canvas.put(line, row: row + index)
      }
      canvas.targets = asker.targets.map { $0.moved(rows: row, columns: layout.left) }
      hint = asker.hint
    }
    // Where nothing was found there is nothing to go to.
    let rows = KeyTable.rows(.search, in: KeyTable.Context()).filter { row in
      !found.isEmpty || !row.bindings.values.contains(.searchTake)
    }
    if let rest = Footer.rest(rows, width: layout.width, room: layout.width, phrases: phrases) {
      canvas.put(rest, row: layout.markRow)
    } else {
      canvas.mark(hint: hint, page: nil)
    }
    canvas.put(
      Footer.line(rows, width: layout.width, phrases: phrases), row: layout.footerRow)
    return canvas.frame
  }
}
