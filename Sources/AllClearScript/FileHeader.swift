/// Checks how a file begins: `format: 1`, then what it is and its id.
struct FileHeader {
  static let format = 1
  static let kinds = Grammar.files.map(\.name)

  var kind: String
  var id: Text

  /// Reads the beginning; `nil` when it was reported.
  static func read(
    _ entries: [YAMLNode.Entry], expected: [String], _ report: Report
  ) -> FileHeader? {
    guard let first = entries.first, first.key.string == "format" else {
      report.add(
        .formatMissing, at: entries.first?.key.at ?? .start, "a file begins with `format: 1`")
      return nil
    }
    guard let text = Fields.text(first.value, "'format'", report) else { return nil }
    guard let number = Values.whole(text.string), number >= 1 else {
      report.add(.formatMissing, in: text, "the format is the number 1")
      return nil
    }
    guard number <= format else {
      report.add(
        .formatNewer, in: text,
        "format \(number) is newer than this allclear, which reads format \(format)")
      return nil
    }
    var wanted: String {
      expected.count > 2
        ? "what the file is, as `module: id`"
        : expected.map { "`\($0): id`" }.joined(separator: " or ")
    }
    guard entries.count > 1 else {
      report.add(.headerKind, at: first.key.at, "after the format comes \(wanted)")
      return nil
    }
    let second = entries[1]
    guard expected.contains(second.key.string) else {
      report.add(
        .headerKind, at: second.key.at,
        kinds.contains(second.key.string)
          ? "this file is a \(second.key.string), and here stands \(wanted)"
          : "after the format comes \(wanted)")
      return nil
    }
    guard let id = Fields.text(second.value, "'\(second.key.string)'", report),
      Fields.isID(id, report)
    else { return nil }
    return FileHeader(kind: second.key.string, id: id)
  }
}
