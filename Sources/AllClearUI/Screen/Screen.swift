public import AllClearEngine

/// A screen of some size, signs and words, on which prompts are drawn.
public struct Screen: Hashable, Sendable {
  public var size: Size
  public var glyphs: Glyphs
  public var phrases: Phrases
  /// Nothing moves by itself.
  public var isStill: Bool
  /// Somebody shows allclear to others: their keys work.
  public var isDemo: Bool
  /// For a room: few words, far apart.
  public var isHall: Bool

  /// Makes a screen.
  public init(
    size: Size, glyphs: Glyphs = .unicode, phrases: Phrases, isStill: Bool = false,
    isDemo: Bool = false, isHall: Bool = false
  ) {
    self.size = size
    self.glyphs = glyphs
    self.phrases = phrases
    self.isStill = isStill
    self.isDemo = isDemo
    self.isHall = isHall
  }

  /// What to show for a prompt: the same for the same prompt, state and screen.
  public func frame(_ prompt: Prompt, _ state: ScreenState) -> Frame {
    var state = state
    state.meet(prompt)
    if state.isBlank { return Frame(grid: Grid(size), cursor: GridPoint(row: 0, column: 0)) }
    if isTooSmall { return tooSmall(prompt) }
    let scene = Scene(prompt, on: self)
    state.fit(scene)
    if let page = state.helpPage { return help(page: page, scene, state) }
    if let search = state.search { return searching(search, scene) }
    if case .practice(let view) = prompt.body, view.phase != .ready {
      return practice(view, scene, state)
    }
    return pages(scene, state)
  }

  /// Smaller than anything can be asked on.
  var isTooSmall: Bool {
    size.columns < Layout.least.columns || size.rows < Layout.least.rows
  }

  func canvas(heading: String?) -> Canvas {
    var canvas = Canvas(
      layout: Layout(size, hasHeading: heading != nil, isHall: isHall), glyphs: glyphs)
    if let heading, let row = canvas.layout.headingRow {
      canvas.put(StyledLine(cut(heading, to: canvas.layout.width), .title), row: row)
    }
    return canvas
  }

  /// A text that has to stay on one line.
  func cut(_ text: String, to width: Int) -> String {
    guard TextWidth.of(text) > width else { return text }
    var result = ""
    for character in Inert.places(text) {
      if TextWidth.of(result + String(character)) > width - 1 { break }
      result.append(character)
    }
    return result + String(glyphs.more)
  }
}

/// A frame in the making: the column of text, and where the cursor is to stand.
struct Canvas {
  let layout: Layout
  let glyphs: Glyphs
  var grid: Grid
  var cursor: GridPoint
  var targets: [Frame.Target] = []

  init(layout: Layout, glyphs: Glyphs) {
    self.layout = layout
    self.glyphs = glyphs
    grid = Grid(layout.size)
    cursor = GridPoint(row: layout.top, column: layout.left)
  }

  var frame: Frame {
    var frame = Frame(grid: grid, cursor: cursor)
    frame.targets = targets
    return frame
  }

  /// Puts a line into the column of text.
  mutating func put(_ line: StyledLine, row: Int, indent: Int = 0) {
    grid.put(line, row: row, column: layout.left + indent)
  }

  /// Puts items one beneath the other; returns the row after them.
  mutating func put(_ items: [Item], from row: Int) -> Int {
    var row = row
    for (index, item) in items.enumerated() {
      if index > 0, item.isApart { row += 1 }
      for line in item.lines {
        if row < layout.bottom { put(line, row: row) }
        row += 1
      }
    }
    return row
  }

  /// The quiet row between text and footer: a hint on the left, the page on the right.
  mutating func mark(hint: String?, page: String?, role: Role = .notice) {
    var room = layout.width
    if let page {
      let width = TextWidth.of(page)
      put(StyledLine(page, .dim), row: layout.markRow, indent: layout.width - width)
      room -= width + 2
    }
    if let hint, TextWidth.of(hint) <= room || page == nil {
      put(StyledLine(hint, role), row: layout.markRow)
    }
  }
}
