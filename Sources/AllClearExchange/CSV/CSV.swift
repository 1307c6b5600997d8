/// Comma-separated values as RFC 4180 has them, written so that a spreadsheet takes no text for a
/// formula.
public enum CSV {
  /// A cell: a number stays one, whatever sign it has.
  enum Cell: Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case text(String)
    case number(Int)
    /// With four digits behind the point.
    case decimal(Double)
    case flag(Bool)
    case empty

    init(stringLiteral text: String) { self = .text(text) }
    init(integerLiteral number: Int) { self = .number(number) }
    init(_ text: String?) { self = text.map(Cell.text) ?? .empty }
    init(_ number: Int?) { self = number.map(Cell.number) ?? .empty }

    var text: String {
      switch self {
      case .text(let text): CSV.quoted(CSV.disarmed(text))
      case .number(let number): String(number)
      case .decimal(let number): CohortWords.fixed(number, 4)
      case .flag(let flag): flag ? "yes" : "no"
      case .empty: ""
      }
    }
  }

  static func text(header: [String], rows: [[Cell]]) -> String {
    ([header.map(quoted).joined(separator: ",")]
      + rows.map { $0.map(\.text).joined(separator: ",") })
      .map { $0 + "\r\n" }.joined()
  }

  /// A text that a spreadsheet would run begins with an apostrophe.
  static func disarmed(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
      !isNumber(text)
    else { return text }
    return "'" + text
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.drop { $0 == "+" || $0 == "-" }
    guard text.utf8.count - digits.utf8.count <= 1, !digits.isEmpty else { return false }
    return digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// A cell as it is written: in quotation marks where it has to be.
  public static func quoted(_ text: String) -> String {
    let needs = text.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
    let isPadded = text.first?.isWhitespace == true || text.last?.isWhitespace == true
    guard needs || isPadded else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// Reads rows, each with the line on which it begins; `nil` where a quotation mark is not closed.
  public static func rows(
    _ text: String, separator: Character = ","
  ) -> [(line: Int, cells: [String])]? {
    var rows: [(line: Int, cells: [String])] = []
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    var line = 1
    var began = 1
    var rest = text[...]
    func endRow() {
      cells.append(cell)
      if cells != [""] { rows.append((began, cells)) }
      (cells, cell) = ([], "")
    }
    while let character = rest.popFirst() {
      if character.isNewline { line += 1 }
      if isQuoted {
        if character != "\"" {
          cell.append(character)
        } else if rest.first == "\"" {
          cell.append("\"")
          rest.removeFirst()
        } else {
          isQuoted = false
        }
      } else if character == "\"", cell.isEmpty {
        isQuoted = true
      } else if character == separator {
        cells.append(cell)
        cell = ""
      } else if character.isNewline {
        endRow()
        began = line
      } else {
        cell.append(character)
      }
    }
    guard !isQuoted else { return nil }
    endRow()
    return rows
  }
}
