/// Writing in several lines: what stands there, and where the next letter goes.
struct Editor: Hashable {
  /// Whole characters, line breaks among them.
  private(set) var text: [Character]
  /// How many characters stand before the cursor.
  private(set) var cursor: Int

  init(_ text: String = "") {
    self.text = Array(text)
    cursor = self.text.count
  }

  var string: String { String(text) }
  /// Nothing but space.
  var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  /// Puts a character in; controls are not text and are passed over.
  mutating func type(_ character: Character) {
    let scalars = character.unicodeScalars
    guard scalars.allSatisfy({ $0.properties.generalCategory != .control }) else { return }
    guard character != "\u{FFFD}" else { return }
    insert(character)
  }

  mutating func newLine() {
    insert("\n")
  }

  mutating func erase() {
    guard cursor > 0 else { return }
    cursor -= 1
    text.remove(at: cursor)
  }

  mutating func eraseAfter() {
    if cursor < text.count { text.remove(at: cursor) }
  }

  mutating func left() { cursor = max(0, cursor - 1) }
  mutating func right() { cursor = min(text.count, cursor + 1) }

  /// To the row above or below in a layout of this width, as near to the same column as it goes.
  mutating func move(rows: Int, width: Int) {
    let layout = EditorLayout(self, width: width)
    let row = layout.cursor.row + rows
    guard layout.rows.indices.contains(row) else {
      cursor = row < 0 ? 0 : text.count
      return
    }
    cursor = layout.offset(row: row, column: layout.cursor.column)
  }

  mutating func toLineStart(width: Int) {
    let layout = EditorLayout(self, width: width)
    cursor = layout.rows[layout.cursor.row].start
  }

  mutating func toLineEnd(width: Int) {
    let layout = EditorLayout(self, width: width)
    cursor = layout.offset(row: layout.cursor.row, column: Int.max)
  }

  private mutating func insert(_ character: Character) {
    text.insert(character, at: cursor)
    cursor += 1
    // A mark that was typed after its letter joins it.
    guard character != "\n", cursor > 1, text[cursor - 2] != "\n" else { return }
    let joined = String([text[cursor - 2], text[cursor - 1]])
    if joined.count == 1, let whole = joined.first {
      text.replaceSubrange(cursor - 2..<cursor, with: [whole])
      cursor -= 1
    }
  }
}

/// Where each character of an editor stands when its text is wrapped at words.
struct EditorLayout {
  /// A row on the screen: the characters from `start` up to `end`.
  struct Row: Hashable {
    var start: Int
    var end: Int
  }

  let text: [Character]
  private(set) var rows: [Row] = []
  private(set) var cursor = GridPoint(row: 0, column: 0)
  private let width: Int

  init(_ editor: Editor, width: Int) {
    text = editor.text
    self.width = max(1, width)
    breakRows()
    cursor = position(of: editor.cursor)
  }

  func string(_ row: Int) -> String {
    String(text[rows[row].start..<rows[row].end].filter { !$0.isNewline })
  }

  /// The character of a row that is nearest to a column.
  func offset(row: Int, column: Int) -> Int {
    var offset = rows[row].start
    var at = 0
    // The end of a row that was broken belongs to the next one.
    let isBroken = rows.indices.contains(row + 1) && !endsInBreak(row)
    let end = isBroken ? max(rows[row].start, rows[row].end - 1) : rows[row].end
    while offset < end, !text[offset].isNewline {
      let next = at + Self.width(of: text[offset])
      if next > column { break }
      at = next
      offset += 1
    }
    return offset
  }

  private func endsInBreak(_ row: Int) -> Bool {
    rows[row].end > rows[row].start && text[rows[row].end - 1].isNewline
  }

  private static func width(of character: Character) -> Int {
    TextWidth.of(String(character))
  }

  private mutating func breakRows() {
    var start = 0
    var at = 0
    var columns = 0
    var afterSpace: Int?
    while at < text.count {
      let character = text[at]
      if character.isNewline {
        rows.append(Row(start: start, end: at + 1))
        start = at + 1
        columns = 0
        afterSpace = nil
      } else {
        let wide = Self.width(of: character)
        if columns + wide > width, at > start, !character.isWhitespace {
          let end = afterSpace ?? at
          rows.append(Row(start: start, end: end))
          start = end
          columns = text[start..<at].reduce(0) { $0 + Self.width(of: $1) }
          afterSpace = nil
        }
        columns += wide
        if character.isWhitespace { afterSpace = at + 1 }
      }
      at += 1
    }
    rows.append(Row(start: start, end: text.count))
  }

  private func position(of offset: Int) -> GridPoint {
    let row = rows.lastIndex { $0.start <= offset } ?? 0
    let before = text[rows[row].start..<min(offset, text.count)]
    let column = before.reduce(0) { $0 + Self.width(of: $1) }
    return GridPoint(row: row, column: min(column, width))
  }
}
