/// Rows and columns of cells, filled from the top left and never written outside.
public struct Grid: Hashable, Sendable {
  public let columns: Int
  public let rows: Int
  /// All cells, row after row.
  public private(set) var cells: [Cell]

  /// One cell: what it shows and what that means.
  public struct Cell: Hashable, Sendable {
    public var character: Character
    public var role: Role
    /// The right half of the character to its left, which is two columns wide.
    public var isContinuation: Bool

    static let empty = Cell(character: " ", role: .text, isContinuation: false)
  }

  /// Makes an empty grid.
  public init(_ size: Size) {
    columns = size.columns
    rows = size.rows
    cells = Array(repeating: .empty, count: size.columns * size.rows)
  }

  /// The cells of one row, from the left; always as many as there are columns.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * columns..<(row + 1) * columns]
  }

  /// One row as text.
  public func text(_ row: Int) -> String {
    String(self.row(row).filter { !$0.isContinuation }.map(\.character))
  }

  /// Writes text at a place, cut at the right edge; returns the column after it.
  @discardableResult
  mutating func put(_ text: String, row: Int, column: Int, role: Role) -> Int {
    var column = column
    guard (0..<rows).contains(row) else { return column }
    for character in Inert.places(text) {
      let width = TextWidth.of(character)
      guard width > 0 else { continue }
      if column >= 0, column + width <= columns {
        set(character, width: width, at: row * columns + column, role: role)
      }
      column += width
    }
    return column
  }

  /// Writes a line of styled text.
  mutating func put(_ line: StyledLine, row: Int, column: Int) {
    var column = column
    for span in line.spans {
      column = put(span.text, row: row, column: column, role: span.role)
    }
  }

  private mutating func set(_ character: Character, width: Int, at index: Int, role: Role) {
    // Half of a wide character never stays behind.
    if cells[index].isContinuation { cells[index - 1] = .empty }
    let after = index + width
    if after % columns != 0, cells[after].isContinuation { cells[after] = .empty }
    cells[index] = Cell(character: character, role: role, isContinuation: false)
    if width == 2 {
      cells[index + 1] = Cell(character: " ", role: role, isContinuation: true)
    }
  }
}
