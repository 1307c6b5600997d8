import AllClearEngine

/// One answer of a menu, broken into lines, without the signs before it.
struct OptionLines: Hashable {
  let number: Int
  let lines: [StyledLine]
  let takesMark: Bool

  /// The columns before an answer's text: pointer, number, mark.
  static func indent(numbers: Int, glyphs: Glyphs, takesMark: Bool) -> Int {
    2 + digits(numbers) + 2 + (takesMark ? TextWidth.of(glyphs.marked) + 1 : 0)
  }

  /// The columns that the greatest number takes.
  static func digits(_ numbers: Int) -> Int { String(max(1, numbers)).utf8.count }

  /// The answer with the words around what was found in it.
  func followed(by passage: String, in scene: Scene) -> OptionLines {
    let count = OptionLines.choices(of: scene.prompt.body).0.count
    let indent = Self.indent(numbers: count, glyphs: scene.screen.glyphs, takesMark: takesMark)
    let width = max(1, scene.sheet.layout.width - indent)
    return OptionLines(
      number: number, lines: lines + Wrap.lines(passage, width: width), takesMark: takesMark)
  }

  /// The same with an empty line after each, for a room.
  var spaced: OptionLines {
    OptionLines(number: number, lines: lines.spaced + [StyledLine()], takesMark: takesMark)
  }

  static func all(
    _ body: Prompt.Body, width: Int, glyphs: Glyphs, room: Int
  ) -> [OptionLines] {
    let (choices, takesMark) = choices(of: body)
    let indent = indent(numbers: choices.count, glyphs: glyphs, takesMark: takesMark)
    return choices.enumerated().map { index, choice in
      var lines = Wrap.lines(choice.text, width: max(1, width - indent))
      if lines.isEmpty { lines = [StyledLine()] }
      // An answer that is longer than the screen is cut: its beginning says which it is.
      return OptionLines(
        number: index + 1, lines: Array(lines.prefix(max(1, room))), takesMark: takesMark)
    }
  }

  static func choices(of body: Prompt.Body) -> ([Prompt.Choice], takesMark: Bool) {
    switch body {
    case .choose(_, let choices, let many): (choices, many)
    case .gate(_, let choices): (choices, true)
    default: ([], false)
    }
  }

  /// The answers that are shown together when there is no room for all: those around `selected`.
  static func window(_ options: [OptionLines], selected: Int, room: Int) -> Range<Int> {
    var start = 0
    while start < options.count {
      var end = start
      var used = 0
      while end < options.count, used + options[end].lines.count <= max(1, room) {
        used += options[end].lines.count
        end += 1
      }
      end = max(end, start + 1)
      if selected < end || end >= options.count { return start..<end }
      start = end
    }
    return 0..<0
  }
}
