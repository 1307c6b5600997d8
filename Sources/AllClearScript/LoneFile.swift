/// Checks a file without the program around it: names that reach beyond the file are left alone.
struct LoneFile {
  let workspace: Workspace
  let source: SourceText
  let report: Report

  func check() {
    // A report of its own finds out what the file is; the parser of that kind tells the faults.
    let first = Report(source)
    let entries = YAMLReader(source: source, report: first).read()
    switch entries?.dropFirst().first?.key.string {
    case "practice":
      _ = PracticeCompiler(workspace: workspace).compile(source, report, nil)
    case "persona":
      _ = PersonaCompiler(workspace: workspace).compile(source, report, name: nil)
    case "measure":
      _ = MeasureCompiler(source: source, report: report).compile()
    case "lexicon":
      _ = LexiconCompiler(source: source, report: report).compile()
    case "module", "page":
      _ = ModuleParser(source: source, report: report).parse()
    default:
      if let entries = YAMLReader(source: source, report: report).read() {
        _ = FileHeader.read(entries, expected: FileHeader.kinds, report)
      }
    }
  }
}
