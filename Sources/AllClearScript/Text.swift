/// A word or text of a file, with the place where it stands.
struct Text: Hashable, Sendable {
  var string: String
  var at: Position
  var style: Style

  /// How it is written in the file; a place within it depends on that.
  enum Style: Hashable, Sendable {
    case plain, single, double, literal
  }

  var isEmpty: Bool { string.unicodeScalars.allSatisfy { $0 == " " || $0 == "\n" } }

  /// The place of the scalar at `offset`.
  func position(of offset: Int, in source: SourceText) -> Position {
    style == .literal
      ? literalPosition(offset, source) : flowPosition(offset, source)
  }

  /// In a `|` block, line follows line; the indentation is what the file has more.
  private func literalPosition(_ offset: Int, _ source: SourceText) -> Position {
    var line = 0
    var column = 0
    var lineLength = 0
    for (index, scalar) in string.unicodeScalars.enumerated() {
      if index < offset {
        if scalar == "\n" {
          line += 1
          column = 0
        } else {
          column += 1
        }
      }
      if index >= offset {
        if scalar == "\n" { break }
        lineLength += 1
      }
    }
    let number = at.line + 1 + line
    let indent = max(0, source.line(number).count - column - lineLength)
    return Position(line: number, column: indent + column + 1)
  }

  /// In a plain or quoted text, walk through the file: escapes are longer, line breaks folded.
  private func flowPosition(_ offset: Int, _ source: SourceText) -> Position {
    var number = at.line
    var raw = source.line(number)
    var index = at.column - 1 + (style == .plain ? 0 : 1)
    for (count, scalar) in string.unicodeScalars.enumerated() {
      let rest = raw.dropFirst(index)
      if rest.allSatisfy({ $0 == " " }), scalar == " " || scalar == "\n",
        number < source.lineStarts.count, count < offset
      {
        repeat {
          number += 1
          raw = source.line(number)
        } while raw.allSatisfy { $0 == " " } && number < source.lineStarts.count
        index = raw.firstIndex { $0 != " " } ?? 0
        continue
      }
      guard count < offset else { break }
      index += length(ofEscapeAt: index, in: raw)
    }
    return Position(line: number, column: index + 1)
  }

  private func length(ofEscapeAt index: Int, in raw: [Unicode.Scalar]) -> Int {
    guard index + 1 < raw.count else { return 1 }
    if style == .single { return raw[index] == "'" && raw[index + 1] == "'" ? 2 : 1 }
    guard style == .double, raw[index] == "\\" else { return 1 }
    return switch raw[index + 1] {
    case "x": 4
    case "u": 6
    case "U": 10
    default: 2
    }
  }
}
