import Testing

/// What a person would see: a small terminal that interprets what ncurses sends.
///
/// It knows the sequences of `TERM=xterm-256color` and `TERM=vt100`, and leaves out colours. A
/// sequence it does not know is kept in `unknown`, so that a test can say there was none.
struct VirtualScreen: CustomTestStringConvertible {
  private(set) var rows: Int
  private(set) var columns: Int
  private(set) var cursor = Position()
  private(set) var isAlternate = false
  private(set) var isCursorVisible = true
  private(set) var hasApplicationKeys = false
  /// How often the bell was rung.
  private(set) var bells = 0
  private(set) var unknown: [String] = []

  struct Position: Hashable {
    var row = 0
    var column = 0
  }

  /// One cell: a glyph with its combining marks, or empty to the right of a wide one.
  private typealias Row = [String]

  private var cells: [Row]
  private var mainCells: [Row] = []
  private var saved = Position()
  private var top = 0
  private var bottom: Int
  private var isInserting = false
  private var wrapsNext = false
  private var last = " "
  private var state = State.ground
  private var pending: [UInt8] = []

  private enum State {
    case ground, escape, control, string, charset
  }

  init(rows: Int = 24, columns: Int = 80) {
    self.rows = rows
    self.columns = columns
    bottom = rows - 1
    cells = Self.blank(rows, columns)
  }

  private static func blank(_ rows: Int, _ columns: Int) -> [Row] {
    Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  // MARK: What is seen

  /// The rows as text, without the blanks at their ends.
  var lines: [String] {
    cells.map { row in
      let text = row.joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The screen as text, without the blank rows at its end.
  var text: String {
    String(lines.joined(separator: "\n").reversed().drop { $0.isWhitespace }.reversed())
  }

  /// What a failed expectation shows: the text, not every cell.
  var testDescription: String { "\(text)\ncursor: \(cursor.row),\(cursor.column)" }

  /// Whether a row holds the text.
  func contains(_ text: String) -> Bool {
    cells.contains { $0.joined().contains(text) }
  }

  /// Where a text begins, the uppermost one first.
  func position(of text: String) -> Position? {
    for (index, row) in cells.enumerated() {
      for column in 0..<columns where row[column...].joined().hasPrefix(text) && row[column] != "" {
        return Position(row: index, column: column)
      }
    }
    return nil
  }

  // MARK: What is sent

  mutating func resize(rows: Int, columns: Int) {
    let old = cells
    self.rows = rows
    self.columns = columns
    cells = Self.blank(rows, columns)
    for row in 0..<min(rows, old.count) {
      for column in 0..<min(columns, old[row].count) { cells[row][column] = old[row][column] }
    }
    (top, bottom, wrapsNext) = (0, rows - 1, false)
    moveTo(cursor.row, cursor.column)
  }

  mutating func feed(_ text: String) {
    feed(Array(text.utf8))
  }

  mutating func feed(_ bytes: [UInt8]) {
    for byte in bytes { feed(byte) }
  }

  private mutating func feed(_ byte: UInt8) {
    switch state {
    case .ground: ground(byte)
    case .escape: escape(byte)
    case .charset: state = .ground
    case .control:
      pending.append(byte)
      if (0x40...0x7E).contains(byte) { control() }
    case .string:
      if byte == 7 || byte == 0x5C { state = .ground }
    }
  }

  private mutating func ground(_ byte: UInt8) {
    if byte < 0x20 || byte == 0x7F { return simple(byte) }
    pending.append(byte)
    let wanted = pending[0] < 0x80 ? 1 : pending[0] < 0xE0 ? 2 : pending[0] < 0xF0 ? 3 : 4
    guard pending.count >= wanted else { return }
    let text = String(decoding: pending, as: UTF8.self)
    pending = []
    print(text)
  }

  private mutating func simple(_ byte: UInt8) {
    switch byte {
    case 0x07: bells += 1
    case 0x08: moveTo(cursor.row, cursor.column - 1)
    case 0x09: moveTo(cursor.row, (cursor.column / 8 + 1) * 8)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: moveTo(cursor.row, 0)
    case 0x1B: state = .escape
    default: break
    }
  }

  private mutating func escape(_ byte: UInt8) {
    state = .ground
    switch byte {
    case UInt8(ascii: "["): (state, pending) = (.control, [])
    case UInt8(ascii: "]"), UInt8(ascii: "P"): state = .string
    case UInt8(ascii: "("), UInt8(ascii: ")"): state = .charset
    case UInt8(ascii: "7"): saved = cursor
    case UInt8(ascii: "8"): moveTo(saved.row, saved.column)
    case UInt8(ascii: "D"): lineFeed()
    case UInt8(ascii: "M"):
      if cursor.row == top { scroll(-1) } else { moveTo(cursor.row - 1, cursor.column) }
    case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "H"): break
    default: unknown.append("ESC \(Character(UnicodeScalar(byte)))")
    }
  }

  private mutating func control() {
    state = .ground
    let body = String(decoding: pending.dropLast(), as: UTF8.self)
    let final = Character(UnicodeScalar(pending.last ?? 0))
    pending = []
    if body.hasPrefix("?") {
      for mode in body.dropFirst().split(separator: ";") { setMode(mode, final) }
      return
    }
    let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let second = numbers.count > 1 ? numbers[1] : 0
    let count = max(1, first)
    switch final {
    case "A": moveTo(cursor.row - count, cursor.column)
    case "B", "e": moveTo(cursor.row + count, cursor.column)
    case "C", "a": moveTo(cursor.row, cursor.column + count)
    case "D": moveTo(cursor.row, cursor.column - count)
    case "G", "`": moveTo(cursor.row, count - 1)
    case "d": moveTo(count - 1, cursor.column)
    case "H", "f": moveTo(count - 1, max(1, second) - 1)
    case "J": eraseScreen(first)
    case "K": eraseLine(first)
    case "X": fill(cursor.row, cursor.column..<min(columns, cursor.column + count))
    case "@": insertCells(count)
    case "P": deleteCells(count)
    case "L": if (top...bottom).contains(cursor.row) { scroll(-count, from: cursor.row) }
    case "M": if (top...bottom).contains(cursor.row) { scroll(count, from: cursor.row) }
    case "S": scroll(count)
    case "T": scroll(-count)
    case "b": for _ in 0..<count { print(last) }
    case "r":
      top = min(max(1, first), rows) - 1
      bottom = min(second == 0 ? rows : second, rows) - 1
      moveTo(0, 0)
    case "h", "l": if first == 4 { isInserting = final == "h" }
    case "m", "t", "n", "c", "g", "q": break
    default: unknown.append("CSI \(body)\(final)")
    }
  }

  private mutating func setMode(_ mode: Substring, _ final: Character) {
    let isOn = final == "h"
    switch mode {
    case "1": hasApplicationKeys = isOn
    case "25": isCursorVisible = isOn
    case "47", "1047", "1049":
      guard isOn != isAlternate else { return }
      isAlternate = isOn
      if isOn {
        (mainCells, saved) = (cells, cursor)
        cells = Self.blank(rows, columns)
      } else {
        let (height, width) = (rows, columns)
        cells = mainCells
        (rows, columns) = (cells.count, cells.first?.count ?? 0)
        resize(rows: height, columns: width)
        moveTo(saved.row, saved.column)
      }
    default: break
    }
  }

  // MARK: Cells

  private mutating func moveTo(_ row: Int, _ column: Int) {
    wrapsNext = false
    cursor = Position(
      row: min(max(0, row), rows - 1), column: min(max(0, column), columns - 1))
  }

  private mutating func print(_ text: String) {
    guard let scalar = text.unicodeScalars.first else { return }
    let width = scalar.cellWidth
    if width == 0 {
      let column = wrapsNext ? cursor.column : cursor.column - 1
      if column >= 0 { cells[cursor.row][column] += text }
      return
    }
    if wrapsNext || cursor.column + width > columns {
      lineFeed()
      moveTo(cursor.row, 0)
    }
    last = text
    if isInserting { insertCells(width) }
    let end = min(columns, cursor.column + width)
    cells[cursor.row][cursor.column] = text
    if width == 2, end - cursor.column == 2 { cells[cursor.row][cursor.column + 1] = "" }
    // At the edge the cursor waits on the last cell, and wraps only when more is written.
    if end == columns { wrapsNext = true } else { cursor.column = end }
  }

  private mutating func lineFeed() {
    if cursor.row == bottom { scroll(1) } else { moveTo(cursor.row + 1, cursor.column) }
    wrapsNext = false
  }

  /// Up when positive: rows vanish at the upper end and blank ones come in below.
  private mutating func scroll(_ count: Int, from first: Int? = nil) {
    let first = first ?? top
    guard first <= bottom else { return }
    let empty = Row(repeating: " ", count: columns)
    for _ in 0..<min(abs(count), bottom - first + 1) {
      cells.remove(at: count > 0 ? first : bottom)
      cells.insert(empty, at: count > 0 ? bottom : first)
    }
  }

  private mutating func fill(_ row: Int, _ range: Range<Int>) {
    for column in range { cells[row][column] = " " }
  }

  private mutating func eraseLine(_ kind: Int) {
    let start = kind == 0 ? cursor.column : 0
    let end = kind == 1 ? cursor.column + 1 : columns
    fill(cursor.row, start..<end)
  }

  private mutating func eraseScreen(_ kind: Int) {
    eraseLine(kind)
    let start = kind == 0 ? cursor.row + 1 : 0
    let end = kind == 1 ? cursor.row : rows
    for row in start..<max(start, end) { fill(row, 0..<columns) }
  }

  private mutating func insertCells(_ count: Int) {
    let count = min(count, columns - cursor.column)
    cells[cursor.row].removeLast(count)
    cells[cursor.row].insert(
      contentsOf: Row(repeating: " ", count: count), at: cursor.column)
  }

  private mutating func deleteCells(_ count: Int) {
    let count = min(count, columns - cursor.column)
    cells[cursor.row].removeSubrange(cursor.column..<cursor.column + count)
    cells[cursor.row] += Row(repeating: " ", count: count)
  }
}
