import AllClearEngine

/// The program with the places where program.yaml says each thing.
struct ParsedProgram {
  var program: Program
  var report: Report
  var entries: [Entry] = []

  /// A line of `modules`, `beside`, `practices`, `pages` or `measures`.
  struct Entry {
    var kind: Kind
    var id: Text
    var file: Text?
    var fields: Fields

    enum Kind: String {
      case module, beside, practice, page, measure
    }
  }
}
