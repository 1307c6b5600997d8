/// A fault found in content, at its place.
public struct Diagnostic: Hashable, Sendable {
  /// The file as the reader knows it.
  public var file: String
  /// From 1.
  public var line: Int
  /// From 1, counted in Unicode scalars.
  public var column: Int
  public var code: DiagnosticCode
  /// What is wrong; what would be right.
  public var message: String
  /// The source line, cut to a window around the column where it is very long.
  public var excerpt: String
  /// Where in the excerpt the column falls, from 1.
  public var excerptColumn: Int

  /// Makes a diagnostic.
  public init(
    file: String, line: Int, column: Int, code: DiagnosticCode, message: String,
    excerpt: String = "", excerptColumn: Int = 1
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.code = code
    self.message = message
    self.excerpt = excerpt
    self.excerptColumn = excerptColumn
  }

  /// How much a fault weighs.
  public enum Severity: String, Hashable, Sendable {
    case error, warning
  }

  /// An error keeps the file from being used; a warning does not.
  public var severity: Severity { code.severity }

  /// The fault as a compiler prints it: one line that editors parse, the source line, a caret.
  public func rendered() -> String {
    var text = "\(file):\(line):\(column): \(severity.rawValue): \(message) [\(code.rawValue)]"
    if !excerpt.isEmpty {
      text += "\n    " + excerpt
      text += "\n    " + String(repeating: " ", count: max(0, excerptColumn - 1)) + "^"
    }
    return text
  }
}

extension Diagnostic: Comparable {
  /// Sorts by file, then place, then code.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.file != right.file { return left.file < right.file }
    if left.line != right.line { return left.line < right.line }
    if left.column != right.column { return left.column < right.column }
    return left.code.rawValue < right.code.rawValue
  }
}
