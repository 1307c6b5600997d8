import AllClearEngine

/// A calm bar from 0 to 10 with its two named ends; no point is marked until one is set.
struct ScaleFigure {
  let scale: Scale
  let value: Int?
  let width: Int
  let room: Int
  let glyphs: Glyphs
  let phrases: Phrases

  init(
    _ scale: Scale, value: Int?, width: Int, room: Int, glyphs: Glyphs, phrases: Phrases
  ) {
    self.scale = scale
    self.value = value
    self.width = width
    self.room = room
    self.glyphs = glyphs
    self.phrases = phrases
  }

  /// Columns from one point to the next.
  private static func step(_ width: Int) -> Int { max(2, min(5, (width - 3) / 10)) }

  /// The least rows that it needs.
  static func height(_ scale: Scale, width: Int) -> Int { 3 + ends(scale, width: width).count }

  /// Both ends on one line, or each on its own with its number.
  private static func ends(_ scale: Scale, width: Int) -> [StyledLine] {
    let length = step(width) * 10 + 2
    let used = TextWidth.of(scale.low) + TextWidth.of(scale.high)
    if used + 3 <= length {
      let gap = String(repeating: " ", count: length - used)
      return [StyledLine(scale.low + gap + scale.high, .dim)]
    }
    return [("0", scale.low), ("10", scale.high)].flatMap { number, name in
      Item.hanging(
        Wrap.lines(name, width: max(1, width - 4), role: .dim),
        sign: number + String(repeating: " ", count: 4 - number.count), role: .key)
    }
  }

  var asker: Screen.Asker {
    let step = Self.step(width)
    let ends = Self.ends(scale, width: width)
    var lines = [bar(step), numbers(step)]
    let isRoomy = room >= 3 + ends.count + 2
    if isRoomy { lines.append(StyledLine()) }
    lines += ends
    if isRoomy { lines.append(StyledLine()) }
    let words = value.map { phrases(.scaleSet, n: $0) } ?? phrases(.scaleUnset)
    lines.append(StyledLine(words, value == nil ? .dim : .accent))
    // Half a step to both sides of a point is that point.
    let targets = (0...1).flatMap { row in
      Scale.points.map { point in
        let start = max(0, point * step - step / 2)
        return Frame.Target(
          row: row, columns: start..<(point + 1) * step - step / 2, item: point)
      }
    }
    return Screen.Asker(
      lines: lines, cursor: GridPoint(row: 0, column: (value ?? 0) * step), targets: targets)
  }

  private func bar(_ step: Int) -> StyledLine {
    let rest = glyphs.restOfTrack
    guard let value else {
      return StyledLine(String(repeating: rest, count: step * 10 + 1), .dim)
    }
    return StyledLine([
      Span(text: String(repeating: glyphs.track, count: value * step), role: .accent),
      Span(text: String(glyphs.point), role: .focus),
      Span(text: String(repeating: rest, count: (10 - value) * step), role: .dim),
    ])
  }

  private func numbers(_ step: Int) -> StyledLine {
    StyledLine(
      Scale.points.flatMap { point -> [Span] in
        let number = String(point)
        let gap = String(repeating: " ", count: max(0, step - number.count))
        return [
          Span(text: number, role: point == value ? .focus : .dim), Span(text: gap, role: .dim),
        ]
      })
  }
}
