/// Where things stand on a screen of some size: a column of text with room around it.
struct Layout: Hashable {
  let size: Size
  /// The column of text.
  let left: Int
  let width: Int
  /// The row of the heading, where there is one and room for it.
  let headingRow: Int?
  /// The first row that text may use, and the one where it begins when there is room to spare.
  let top: Int
  let restingTop: Int
  /// The row after the last that text may use.
  let bottom: Int
  /// Page number and hints.
  let markRow: Int
  let footerRow: Int

  /// The smallest screen that everything can be done on.
  static let least = Size(columns: 30, rows: 8)

  /// The widest column of text, and the widest for a room to read.
  private static let widest = 68
  private static let widestInHall = 60

  init(_ size: Size, hasHeading: Bool, isHall: Bool = false) {
    self.size = size
    let margin = size.columns >= 44 ? 2 : 1
    width = max(
      1, min(isHall ? Self.widestInHall : Self.widest, size.columns - 2 * margin))
    left = max(0, (size.columns - width) / 2)
    let isTall = size.rows >= 20
    // Nobody in a room presses keys: there the footer's row lies below the screen.
    footerRow = isHall ? size.rows : size.rows - (isTall ? 2 : 1)
    markRow = footerRow - (isTall ? 2 : 1)
    bottom = max(1, markRow)
    headingRow = hasHeading && size.rows >= 10 ? (isTall ? 1 : 0) : nil
    let first = headingRow.map { $0 + 2 } ?? (isTall ? 1 : 0)
    top = first
    restingTop = max(first, size.rows / 6)
  }

  /// How many rows text may use.
  var room: Int { bottom - top }

  /// Where a block of some height begins: at rest, or as far up as it needs.
  func start(height: Int) -> Int {
    max(top, min(restingTop, bottom - height))
  }
}
