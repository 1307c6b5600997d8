public import AllClearEngine
public import AllClearMeasures

/// Turns the files of a language's folder into values of the engine, and tells every fault.
///
/// It is pure: the caller hands the bytes in, by path below the language's folder.
public struct Compiler {
  private let folder: String
  private let judgesWords: Bool
  private let reader: (String) throws(ReadFault) -> [UInt8]

  /// Makes a compiler.
  /// - Parameters:
  ///   - folder: what diagnostics put before a path, with its slash: `Content/en/`.
  ///   - judgesWords: whether words are judged whenever a file is opened, and not by a check alone:
  ///     for content that no check has passed.
  ///   - read: the bytes of a file below the language's folder.
  public init(
    folder: String = "", judgesWords: Bool = false,
    read: @escaping (String) throws(ReadFault) -> [UInt8]
  ) {
    self.folder = folder
    self.judgesWords = judgesWords
    self.reader = read
  }

  /// - Parameter isCheck: whether this is a check, and not what is needed to run.
  private func workspace(isCheck: Bool = false) -> Workspace {
    Workspace(folder: folder, judgesWords: isCheck || judgesWords, reader: reader)
  }

  /// Compiles program.yaml and interface.yaml, and opens nothing else.
  public func program() -> (program: Program?, diagnostics: [Diagnostic]) {
    let workspace = workspace()
    let parsed = ProgramCompiler(workspace: workspace).compile()
    return finish(parsed?.program, workspace)
  }

  /// Reads which steps retired-ids.txt says were renamed: what `Program.renamed` takes where there is
  /// a journal to follow them in.
  public func renamed() -> [Rename] { RetiredIDs(workspace: workspace()).renamed }

  /// Compiles a module or page that the program lists.
  public func module(
    _ id: String, of program: Program
  ) -> (module: Module?, diagnostics: [Diagnostic]) {
    let workspace = workspace()
    guard let file = program.module(id)?.file ?? program.page(id)?.file else {
      return (nil, [notListed(id, "module or page")])
    }
    let module = ModuleCompiler(workspace: workspace, program: program).compile(id, file: file)
    return (module, only(of: file, workspace))
  }

  /// Compiles a practice that the program lists.
  public func practice(
    _ id: String, of program: Program
  ) -> (practice: Practice?, diagnostics: [Diagnostic]) {
    let workspace = workspace()
    guard let entry = program.practice(id) else { return (nil, [notListed(id, "practice")]) }
    let (practice, _) = PracticeCompiler(workspace: workspace).compile(entry)
    return (practice, only(of: entry.file, workspace))
  }

  /// Compiles a questionnaire that the program lists.
  public func measure(
    _ id: String, of program: Program
  ) -> (measure: Measure?, diagnostics: [Diagnostic]) {
    let workspace = workspace()
    guard let entry = program.measure(id) else { return (nil, [notListed(id, "measure")]) }
    let measure = workspace.measure(entry.file)?.measure
    return (measure, only(of: entry.file, workspace))
  }

  /// Compiles the crisis page.
  public func crisis(of program: Program) -> (crisis: Crisis?, diagnostics: [Diagnostic]) {
    let workspace = workspace()
    let crisis = CrisisCompiler(workspace: workspace, file: program.roles.crisis).compile().crisis
    return finish(crisis, workspace)
  }

  /// Compiles sources.yaml, in its order.
  public func sources() -> (sources: [Source]?, diagnostics: [Diagnostic]) {
    let workspace = workspace()
    return finish(workspace.sources.sources, workspace)
  }

  /// Compiles safety-lines.yaml: lines to borrow.
  public func safetyLines() -> (lines: [String]?, diagnostics: [Diagnostic]) {
    let workspace = workspace()
    return finish(workspace.safetyLines, workspace)
  }

  /// Compiles lexicon.yaml; `nil` where the language has none.
  public func lexicon() -> (lexicon: Lexicon?, diagnostics: [Diagnostic]) {
    let workspace = workspace()
    return finish(workspace.lexicon(), workspace)
  }

  /// Compiles tour.yaml; `nil` where the language has none.
  public func tour(of program: Program) -> (tour: Tour?, diagnostics: [Diagnostic]) {
    let workspace = workspace()
    let tour = TourCompiler(workspace: workspace, program: program).compile()
    return (tour, only(of: Workspace.File.tour, workspace))
  }

  /// Compiles a made-up patient: the file of that name in `personas/`.
  public func persona(
    _ name: String, of program: Program
  ) -> (persona: Persona?, diagnostics: [Diagnostic]) {
    let workspace = workspace()
    let parsed = PersonaCompiler(workspace: workspace).compile(name)
    if let parsed { PersonaRules(workspace: workspace, program: program).check(parsed) }
    let faults = only(of: PersonaCompiler.folder + name + ".yaml", workspace)
    return (faults.contains { $0.severity == .error } ? nil : parsed?.persona, faults)
  }

  /// Where each step of a module's or page's own stands: `path:line`, by the step's id.
  public func places(of id: String, in program: Program) -> [String: String] {
    let workspace = workspace()
    guard let file = program.module(id)?.file ?? program.page(id)?.file,
      let module = workspace.module(file)
    else { return [:] }
    let steps = TextRules.steps(module.items).map { step in
      (step.id.string, "\(workspace.name(file)):\(step.id.at.line)")
    }
    return Dictionary(steps) { first, _ in first }
  }

  /// Checks everything: each file by itself and all of them together.
  /// - Parameter files: every YAML file found below the language's folder.
  public func checkAll(files: [String]) -> [Diagnostic] {
    let workspace = workspace(isCheck: true)
    Linker(workspace: workspace).check(files: files)
    return workspace.diagnostics
  }

  /// Checks one file that belongs to no program: what it says by itself.
  public func checkAlone(_ path: String) -> [Diagnostic] {
    let workspace = workspace(isCheck: true)
    if let (source, report) = workspace.openOrReport(path) {
      LoneFile(workspace: workspace, source: source, report: report).check()
    }
    return workspace.diagnostics
  }

  /// Counts what each module, page and practice comes to, in the order of the files; files of lists
  /// are left out.
  /// - Parameters:
  ///   - wanted: the files to count.
  ///   - files: every YAML file found below the language's folder.
  public func counts(of wanted: [String], among files: [String]) -> [FileCount] {
    let workspace = workspace()
    let program = ProgramCompiler(workspace: workspace).compile()?.program
    return counts(
      wanted, FileCounter(workspace: workspace, program: program), checkAll(files: files))
  }

  /// Counts a file that belongs to no program; `nil` for a file of lists.
  public func countAlone(_ path: String) -> FileCount? {
    counts([path], FileCounter(workspace: workspace(), program: nil), checkAlone(path)).first
  }

  private func counts(
    _ files: [String], _ counter: FileCounter, _ faults: [Diagnostic]
  ) -> [FileCount] {
    let faults = Dictionary(grouping: faults, by: \.file)
    return files.compactMap(counter.count).map { count in
      var count = count
      for fault in faults[count.file] ?? [] { count.faults[fault.code, default: 0] += 1 }
      return count
    }
  }

  /// A value counts only without an error.
  private func finish<Value>(
    _ value: Value?, _ workspace: Workspace
  ) -> (Value?, [Diagnostic]) {
    let diagnostics = workspace.diagnostics
    return (diagnostics.contains { $0.severity == .error } ? nil : value, diagnostics)
  }

  /// What else was opened on the way has its faults told when it is compiled itself.
  private func only(of file: String, _ workspace: Workspace) -> [Diagnostic] {
    let name = workspace.name(file)
    return workspace.diagnostics.filter { $0.file == name }
  }

  private func notListed(_ id: String, _ what: String) -> Diagnostic {
    Diagnostic(
      file: folder + Workspace.File.program, line: 1, column: 1, code: .unknownModule,
      message: "the program lists no \(what) '\(id)'")
  }
}
