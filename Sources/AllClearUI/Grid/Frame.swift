/// How many rows and columns a screen has.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  /// Makes a size; never less than one cell.
  public init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
  }
}

/// A place in a grid, counted from 0.
public struct GridPoint: Hashable, Sendable {
  public var row: Int
  public var column: Int

  /// Makes a point.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A finished screen: what every cell shows, and where the cursor stands.
public struct Frame: Hashable, Sendable {
  public var grid: Grid
  /// Where the focus is: screen readers and braille displays follow it.
  public var cursor: GridPoint
  /// What a click means, by where it is.
  var targets: [Target] = []

  /// A stretch of one row that stands for an answer, or for a point of a scale.
  struct Target: Hashable, Sendable {
    var row: Int
    var columns: Range<Int>
    var item: Int

    /// The same somewhere else.
    func moved(rows: Int, columns offset: Int) -> Target {
      let end = columns.upperBound == Int.max ? Int.max : columns.upperBound + offset
      return Target(
        row: row + rows, columns: columns.lowerBound + offset..<end, item: item)
    }
  }

  /// The answer or point at a place.
  func item(at point: GridPoint) -> Int? {
    targets.first { $0.row == point.row && $0.columns.contains(point.column) }?.item
  }

  /// Makes a frame; a cursor outside the grid is brought to its edge.
  public init(grid: Grid, cursor: GridPoint) {
    self.grid = grid
    self.cursor = GridPoint(
      row: min(max(0, cursor.row), grid.rows - 1),
      column: min(max(0, cursor.column), grid.columns - 1))
  }
}
