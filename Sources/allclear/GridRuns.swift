import AllClearUI

extension Grid {
  /// A stretch of one row that looks the same.
  struct Run {
    var column: Int
    var text: String
    var role: Role
  }

  /// The stretches of a row, from the left; a blank goes with what stands before it, and none stands
  /// at an end, where an attribute would show.
  func runs(in row: Int) -> [Run] {
    let cells = self.row(row)
    var runs: [Run] = []
    for (column, cell) in cells.enumerated() where !cell.isContinuation {
      if let last = runs.last, last.role == cell.role || cell.character == " " {
        runs[runs.count - 1].text.append(cell.character)
      } else {
        runs.append(Run(column: column, text: String(cell.character), role: cell.role))
      }
    }
    return runs.compactMap { run in
      guard let end = run.text.lastIndex(where: { $0 != " " }) else { return nil }
      return Run(column: run.column, text: String(run.text[...end]), role: run.role)
    }
  }
}
