import AllClearEngine

/// The sources that claims can name.
struct SourceLibrary {
  var sources: [Source] = []
  /// False where the file has faults of its own: then a name it lacks is not reported again.
  var isWhole = true
  private var byID: [String: Int] = [:]

  subscript(id: String) -> Source? { byID[id].map { sources[$0] } }

  /// Takes a source; false where its id is taken.
  mutating func add(_ source: Source) -> Bool {
    guard byID[source.id] == nil else { return false }
    byID[source.id] = sources.count
    sources.append(source)
    return true
  }

  /// Reports a name that is no source.
  func check(_ name: Text, _ report: Report) {
    guard isWhole, self[name.string] == nil else { return }
    report.add(
      .unknownSource, in: name,
      "there is no source '\(name.string.prefix(40))'"
        + NearestName.hint(
          name.string, in: Set(sources.map(\.id)), else: "add it to sources.yaml"))
  }
}

/// Compiles sources.yaml.
struct SourcesCompiler {
  let workspace: Workspace

  func compile() -> SourceLibrary {
    var library = SourceLibrary()
    guard let (source, report) = workspace.openOrReport(Workspace.File.sources),
      let entries = YAMLReader(source: source, report: report).read(),
      let header = FileHeader.read(entries, expected: ["sources"], report)
    else {
      library.isWhole = false
      return library
    }
    let fields = Fields(
      entries, at: header.id.at, Grammar.sourcesFile.map, report: report)
    for node in fields.list("entries", required: true) ?? [] {
      if let (entry, id) = self.source(node, report), !library.add(entry) {
        report.add(.duplicateID, in: id, "two sources have the id '\(id.string)'")
      }
    }
    library.isWhole = !report.hasErrors
    return library
  }

  private func source(_ node: YAMLNode, _ report: Report) -> (Source, Text)? {
    guard
      let fields = Fields(node, Grammar.source, report: report),
      let id = fields.id("id", required: true)
    else { return nil }
    let cite = fields.text("cite", required: true)
    let doi = fields.text("doi", mayBeEmpty: true)
    let grade = fields.text("grade", mayBeEmpty: true)
    if let grade, !grade.isEmpty, !["A", "B", "C", "D"].contains(grade.string) {
      report.add(.badWord, in: grade, "a grade is A, B, C or D")
    }
    let texts = ["says", "limit", "verify"].map { fields.text($0, mayBeEmpty: true) }
    for text in texts.prefix(2).compactMap({ $0 }) { TextRules(report).check(plain: text) }
    return (
      Source(
        id: id.string, cite: cite?.string ?? "", doi: doi.flatMap { $0.isEmpty ? nil : $0.string },
        grade: grade.flatMap { $0.isEmpty ? nil : $0.string }, says: texts[0]?.string ?? "",
        limit: texts[1]?.string ?? "", verify: texts[2]?.string ?? ""), id
    )
  }
}
