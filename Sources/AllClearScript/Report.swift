/// Collects the faults of one file.
///
/// A class, because every parser of a file adds to the same report.
final class Report {
  let source: SourceText
  /// Whether the words are judged too: what they promise, how long and how hard they are.
  ///
  /// That is for `content check`: a start does not wait for it.
  let judgesWords: Bool
  private(set) var diagnostics: [Diagnostic] = []
  private var places: Set<Place> = []

  private struct Place: Hashable {
    var position: Position
    var code: DiagnosticCode
  }

  /// After so many faults the rest of a file's is not told.
  static let limit = 100

  init(_ source: SourceText, judgesWords: Bool = true) {
    self.source = source
    self.judgesWords = judgesWords
  }

  /// Whether anything more would be left out.
  var isFull: Bool { diagnostics.count >= Self.limit }

  var hasErrors: Bool {
    diagnostics.contains { $0.severity == .error }
  }

  /// Adds a fault; the same code at the same place is told once.
  func add(_ code: DiagnosticCode, at position: Position, _ message: String) {
    guard !isFull,
      places.insert(Place(position: position, code: code)).inserted
    else { return }
    let excerpt = source.excerpt(at: position)
    diagnostics.append(
      Diagnostic(
        file: source.path, line: position.line, column: position.column, code: code,
        message: message, excerpt: excerpt.text, excerptColumn: excerpt.column))
  }

  /// Adds a fault within a text, so many scalars from its beginning.
  func add(_ code: DiagnosticCode, in text: Text, offset: Int = 0, _ message: String) {
    add(code, at: text.position(of: offset, in: source), message)
  }
}
