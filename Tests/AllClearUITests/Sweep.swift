import AllClearEngine

@testable import AllClearUI

/// What holds on every screen, and a walk over prompts and sizes that looks for where it does not.
enum Sweep {
  /// What is wrong with a frame by itself.
  static func faults(of frame: Frame, _ size: Size) -> [String] {
    var faults: [String] = []
    let grid = frame.grid
    if grid.rows != size.rows || grid.columns != size.columns { faults.append("another size") }
    if grid.cells.count != size.rows * size.columns { faults.append("cells") }
    if !(0..<size.rows).contains(frame.cursor.row)
      || !(0..<size.columns).contains(frame.cursor.column)
    {
      faults.append("the cursor is outside")
    }
    for row in 0..<grid.rows {
      let cells = grid.row(row)
      let used = cells.reduce(0) { $0 + ($1.isContinuation ? 0 : TextWidth.of($1.character)) }
      if used != size.columns { faults.append("row \(row) is \(used) wide") }
    }
    return faults
  }

  /// What is wrong with a frame for what it shows.
  static func faults(
    of frame: Frame, _ prompt: Prompt, _ state: ScreenState, on screen: Screen, seen: Set<Int>
  ) -> [String] {
    var faults = faults(of: frame, screen.size)
    let text = (0..<frame.grid.rows).map { frame.grid.text($0) }
    if state.isBlank { return faults }
    if let number = Urgent.bare(prompt.urgent).first, screen.size.columns >= 3 {
      let isFirst = text.enumerated().first { row, line in
        line.contains { $0 != " " }
          && frame.grid.row(row).contains { $0.role != .title && $0.character != " " }
      }?.element.contains(number)
      if isFirst != true { faults.append("\(number) is not first") }
    }
    guard !screen.isTooSmall, state.helpPage == nil, state.search == nil else { return faults }
    let scene = Scene(prompt, on: screen)
    if case .gate(_, let choices) = prompt.body, let first = choices.first?.text {
      let isShown = text.contains { $0.contains(first.prefix(8)) }
      if isShown, seen != Set(scene.pages.indices) { faults.append("choices came too early") }
    }
    if !isOnFocus(frame, prompt, state, scene) { faults.append("the cursor is not on the focus") }
    return faults
  }

  /// On the selected answer, the point of a scale, the place to write, or the first of the text.
  private static func isOnFocus(
    _ frame: Frame, _ prompt: Prompt, _ state: ScreenState, _ scene: Scene
  ) -> Bool {
    let (row, column) = (frame.cursor.row, frame.cursor.column)
    let cells = Array(frame.grid.row(row))
    let page = scene.pages[state.page]
    if prompt.offersPlain, !state.isTouched { return row == 0 }
    switch prompt.body {
    case .write, .collect:
      guard page.asks else { break }
      return cells.contains { $0.character == scene.screen.glyphs.pointer } || row > 0
    case .choose(_, let choices, _):
      guard page.asks, let focus = state.focus(choices) else { break }
      return frame.grid.text(row).contains(" \(focus + 1)  ")
    default: break
    }
    if prompt.body.isPractice { return true }
    return cells[column].character != " " || cells[column].isContinuation
  }

  /// Turns and types through a prompt, resized in between, and says what was wrong where.
  static func walk(
    _ name: String, _ prompt: Prompt, _ sizes: [Size], keys: [Key], glyphs: Glyphs = .unicode
  ) -> [String] {
    var state = ScreenState()
    var seen: Set<Int> = []
    var last: Size?
    var faults: [String] = []
    for size in sizes {
      let screen = Screen(size: size, glyphs: glyphs, phrases: Words.english)
      for key in [.resized] + keys {
        _ = state.handle(key, prompt, on: screen)
        if last != size { seen = [] }
        last = size
        if state.helpPage == nil, !state.isBlank { seen.insert(state.page) }
        let frame = screen.frame(prompt, state)
        for fault in Self.faults(of: frame, prompt, state, on: screen, seen: seen) {
          faults.append("\(name) at \(size.columns)x\(size.rows) after \(key): \(fault)")
        }
      }
    }
    return faults
  }
}

extension Prompt.Body {
  fileprivate var isPractice: Bool {
    if case .practice(let view) = self { view.phase != .ready } else { false }
  }
}
