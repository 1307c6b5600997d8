import AllClearEngine

/// Checks the whole folder: every file is listed, every listed file is there, all agree.
struct Linker {
  let workspace: Workspace

  func check(files: [String]) {
    guard let parsed = ProgramCompiler(workspace: workspace).compile() else { return }
    let program = parsed.program
    for entry in parsed.entries { check(entry, parsed) }
    let isCrisisThere = checkCrisis(program, parsed)
    _ = workspace.sources
    _ = workspace.safetyLines
    _ = workspace.lexicon()
    _ = TourCompiler(workspace: workspace, program: program).compile()
    GivenRules(workspace: workspace, program: program, entries: parsed.entries).check()
    WritingRules(workspace: workspace, program: program, entries: parsed.entries).check()
    RetiredRules(workspace: workspace, entries: parsed.entries).check()
    // What lies beside this folder is a translation of it.
    let others = files.filter { $0.hasPrefix("../") }
    for file in others.sorted() { TranslationCheck(workspace: workspace).check(file) }
    let own = files.filter { !$0.hasPrefix("../") }
    checkListed(own, parsed, crisis: isCrisisThere ? program.roles.crisis : nil)
  }

  private func check(_ entry: ParsedProgram.Entry, _ parsed: ParsedProgram) {
    guard let file = entry.file, !isMissing(file, parsed.report) else { return }
    switch entry.kind {
    case .practice:
      guard let practice = parsed.program.practice(entry.id.string), !practice.file.isEmpty else {
        return
      }
      _ = PracticeCompiler(workspace: workspace).compile(practice)
    case .measure:
      guard let parsed = workspace.measure(file.string) else { return }
      compare(parsed, entry, in: file.string)
    case .module, .beside, .page:
      let compiler = ModuleCompiler(workspace: workspace, program: parsed.program)
      _ = compiler.compile(entry.id.string, file: file.string)
      if let module = workspace.module(file.string) { compare(module, entry) }
    }
  }

  private func isMissing(_ file: Text, _ report: Report) -> Bool {
    guard workspace.fault(file.string) == .missing else { return false }
    report.add(.cannotRead, in: file, "there is no file '\(file.string)'")
    return true
  }

  /// Title and minutes stand in both places and agree.
  private func compare(_ module: ParsedModule, _ entry: ParsedProgram.Entry) {
    let isPage = entry.kind == .page
    if isPage != module.isPage {
      module.report.add(
        .differsFromProgram, at: Position(line: 2, column: 1),
        "program.yaml lists this file as a \(isPage ? "page" : "module")")
    }
    if let there = Self.text("title", entry), let here = module.title, here.string != there {
      module.report.add(
        .differsFromProgram, in: here,
        "the title is '\(here.string)' here, and '\(there)' in program.yaml")
    }
    if let there = Self.text("minutes", entry), let here = module.minutes,
      Values.whole(there) != here.value
    {
      module.report.add(
        .differsFromProgram, at: here.at, "\(here.value) minutes here, and \(there) in program.yaml"
      )
    }
  }

  /// Id and title of a questionnaire agree.
  private func compare(
    _ parsed: ParsedMeasure, _ entry: ParsedProgram.Entry, in file: String
  ) {
    guard let report = workspace.reports.first(where: { $0.source.path == workspace.name(file) })
    else { return }
    if parsed.measure.id != entry.id.string {
      report.add(
        .differsFromProgram, at: Position(line: 2, column: 1),
        "this file is '\(parsed.measure.id)', and program.yaml calls it '\(entry.id.string)'")
    }
    if let there = Self.text("title", entry), let here = parsed.title, here.string != there {
      report.add(
        .differsFromProgram, in: here,
        "the title is '\(here.string)' here, and '\(there)' in program.yaml")
    }
  }

  private static func text(_ key: String, _ entry: ParsedProgram.Entry) -> String? {
    guard entry.fields.has(key), case .text(let text) = entry.fields.node(key)?.content else {
      return nil
    }
    return text.string
  }

  /// Compiles the crisis page and looks up the sources of its numbers.
  private func checkCrisis(_ program: Program, _ parsed: ParsedProgram) -> Bool {
    guard !program.roles.crisis.isEmpty else { return false }
    let compiler = CrisisCompiler(workspace: workspace, file: program.roles.crisis)
    let (_, sources, report) = compiler.compile()
    if let report {
      for source in sources { workspace.sources.check(source, report) }
    }
    return true
  }

  /// Checks a made-up patient; false where the file lies elsewhere.
  private func checkPersona(_ file: String, _ program: Program) -> Bool {
    guard file.hasPrefix(PersonaCompiler.folder) else { return false }
    let name = String(file.dropFirst(PersonaCompiler.folder.count).dropLast(".yaml".count))
    if let persona = PersonaCompiler(workspace: workspace).compile(name) {
      PersonaRules(workspace: workspace, program: program).check(persona)
    }
    return true
  }

  /// A file that nothing lists would never be shown.
  private func checkListed(_ files: [String], _ parsed: ParsedProgram, crisis: String?) {
    typealias File = Workspace.File
    var listed: Set<String> = [
      File.program, File.interface, File.sources, File.safetyLines, File.lexicon,
      File.tour,
    ]
    listed.formUnion(parsed.entries.compactMap(\.file?.string))
    if let crisis { listed.insert(crisis) }
    for file in files.sorted() where !listed.contains(file) {
      if checkPersona(file, parsed.program) { continue }
      let (_, report, _) = workspace.open(file)
      report.add(
        .fileNotListed, at: .start,
        "program.yaml does not list this file, so it is never shown"
          + NearestName.hint(file, in: Set<String>(), else: "list it or remove it"))
    }
  }
}
