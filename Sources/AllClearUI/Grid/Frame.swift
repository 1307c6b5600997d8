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

  /// Makes a frame; a cursor outside the grid is brought to its edge.
  public init(grid: Grid, cursor: GridPoint) {
    self.grid = grid
    self.cursor = GridPoint(
      row: min(max(0, cursor.row), grid.rows - 1),
      column: min(max(0, cursor.column), grid.columns - 1))
  }
}
