/// Compiles safety-lines.yaml: lines to borrow.
struct SafetyLinesCompiler {
  static let length = 60

  let workspace: Workspace

  func compile() -> [String] {
    guard let (source, report) = workspace.openOrReport(Workspace.File.safetyLines),
      let entries = YAMLReader(source: source, report: report).read(),
      let header = FileHeader.read(entries, expected: ["safety-lines"], report)
    else { return [] }
    let fields = Fields(
      entries, at: header.id.at, Grammar.safetyLines.map, report: report)
    let lines = fields.texts("lines", required: true) ?? []
    for line in lines {
      let length = line.string.count
      if line.isEmpty { report.add(.emptyText, in: line, "a line that says nothing") }
      if length > Self.length {
        report.add(
          .safetyLineLength, in: line,
          "\(length) characters; a safety line has at most \(Self.length)")
      }
      TextRules(report).check(plain: line)
      TextRules(report).check(claims: line)
    }
    return lines.map(\.string)
  }
}
