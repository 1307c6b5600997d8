import AllClearEngine

/// Keys where something is written.
extension ScreenState {
  mutating func write(
    _ meaning: Meaning, _ key: Key, _ scene: Scene
  ) -> Action {
    let (prompt, column) = (scene.prompt, scene.sheet.layout.width)
    var atMost: Int?
    if case .collect(_, let most, _) = prompt.body { atMost = max(1, most) }
    let width = atMost == nil ? Screen.writingWidth(column) : Screen.entryWidth(column)
    let before = editor.text
    switch meaning {
    case .type:
      // From a page before the field, too.
      page = scene.pages.count - 1
      if case .character(let character) = key { editor.type(character) }
    case .newLine:
      editor.newLine()
      return drafted(prompt)
    case .addEntry: return addEntry(prompt, atMost: atMost ?? 1)
    case .finish: return finish(prompt)
    case .leaveText:
      if prompt.moves.contains(.back) { return leaving(prompt, to: .back) }
      _ = turn(-1, scene)
    case .erase:
      if editor.text.isEmpty, entry > 0 { toEntry(entry - 1) } else { editor.erase() }
    case .eraseAfter: editor.eraseAfter()
    case .left: editor.left()
    case .right: editor.right()
    case .up: moveUpOrDown(-1, width: width, atMost: atMost)
    case .down: moveUpOrDown(1, width: width, atMost: atMost)
    case .lineStart: editor.toLineStart(width: width)
    case .lineEnd: editor.toLineEnd(width: width)
    default: break
    }
    guard editor.text != before else { return .none }
    editsSinceDraft += 1
    return editsSinceDraft >= 24 ? drafted(prompt) : .none
  }

  private mutating func drafted(_ prompt: Prompt) -> Action {
    editsSinceDraft = 0
    guard let draft = draft(of: prompt) else { return .redraw }
    return .send([.draft(draft)])
  }

  /// A line with nothing on it ends the list.
  private mutating func addEntry(_ prompt: Prompt, atMost: Int) -> Action {
    let isLast = entry >= entries.count - 1
    if editor.isBlank, isLast { return finish(prompt) }
    if entry + 1 >= atMost { return finish(prompt) }
    toEntry(entry + 1)
    return drafted(prompt)
  }

  private mutating func toEntry(_ index: Int) {
    while entries.count <= max(entry, index) { entries.append("") }
    entries[entry] = editor.string
    entry = index
    editor = Editor(entries[index])
    // Empty lines at the end are not lines yet.
    while entries.count > entry + 1, entries.last?.isEmpty ?? false { entries.removeLast() }
  }

  private mutating func moveUpOrDown(_ rows: Int, width: Int, atMost: Int?) {
    guard let atMost else {
      editor.move(rows: rows, width: width)
      return
    }
    let layout = EditorLayout(editor, width: width)
    if layout.rows.indices.contains(layout.cursor.row + rows) {
      editor.move(rows: rows, width: width)
    } else {
      let target = entry + rows
      let isThere = target >= 0 && target < atMost && (target <= entries.count - 1 || rows < 0)
      let opensNext = rows > 0 && target == entry + 1 && target < atMost && !editor.isBlank
      if isThere || opensNext { toEntry(target) }
    }
  }

  private mutating func finish(_ prompt: Prompt) -> Action {
    if case .collect = prompt.body {
      if !written.isEmpty { return .send([.answer(.entries(written))]) }
    } else if !editor.isBlank {
      return .send([.answer(.text(Self.trimmed(editor.string)))])
    }
    if prompt.moves.contains(.skip) { return .send([.skip]) }
    hint = .writeFirst
    return .none
  }
}
