import Foundation
import Testing

@testable import AllClearUI

/// Screens as text, kept beside the tests and looked at before they are kept.
enum Golden {
  /// The grid, its roles by letter, and the cursor.
  static func picture(of frame: Frame) -> String {
    let grid = frame.grid
    let texts = (0..<grid.rows).map { trimmed(grid.text($0)) }
    let roles = (0..<grid.rows).map { row in
      trimmed(
        String(
          grid.row(row).map { cell in
            cell.character == " " && !cell.isContinuation ? " " : cell.role.rawValue
          }))
    }
    let rule = String(repeating: "-", count: grid.columns)
    return (texts + [rule] + roles).joined(separator: "\n")
      + "\ncursor: \(frame.cursor.row),\(frame.cursor.column)\n"
  }

  /// Holds a frame against its file.
  ///
  /// `ALLCLEAR_RECORD=1` writes the file, and fails too.
  static func expect(
    _ frame: Frame, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let picture = picture(of: frame)
    let file = Words.tests.appending(path: "Golden/\(name).txt")
    if ProcessInfo.processInfo.environment["ALLCLEAR_RECORD"] == "1" {
      try? picture.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name): look at it before it is kept", sourceLocation: sourceLocation)
      return
    }
    let kept = try? String(contentsOf: file, encoding: .utf8)
    #expect(kept == picture, "\(name)\n\(picture)", sourceLocation: sourceLocation)
  }

  private static func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
