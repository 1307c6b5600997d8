import AllClearEngine

/// Counts what a file says, and goes on over whatever is wrong in it.
struct FileCounter {
  let workspace: Workspace
  /// Opens includes; without it they count for nothing.
  let program: Program?

  /// The count of a file; `nil` for a file of lists, such as sources.yaml.
  func count(_ path: String) -> FileCount? {
    let name = workspace.name(path)
    // A report that nobody reads: faults are told by the check.
    guard let bytes = workspace.bytes(path) else { return FileCount(file: name, kind: .unknown) }
    let source = SourceText(path: name, bytes: bytes)
    guard let entries = YAMLReader(source: source, report: Report(source)).read() else {
      return Self.isList(path) ? nil : FileCount(file: name, kind: .unknown)
    }
    let keys = entries.map(\.key.string)
    if keys.contains("module") { return count(workspace.module(path), name, .module) }
    if keys.contains("page") { return count(workspace.module(path), name, .page) }
    if keys.contains("practice") { return count(practice: entries, source, name) }
    return FileHeader.kinds.contains { keys.contains($0) }
      ? nil : FileCount(file: name, kind: .unknown)
  }

  private static func isList(_ path: String) -> Bool {
    FileHeader.kinds.contains { path == $0 + ".yaml" }
  }

  // MARK: - Modules and pages

  private func count(
    _ module: ParsedModule?, _ name: String, _ kind: FileCount.Kind
  ) -> FileCount {
    var count = FileCount(file: name, kind: kind)
    guard let module else { return count }
    count.minutes = module.minutes?.value ?? 0
    var sources = Set(module.sources.map(\.string))
    for step in TextRules.steps(module.items) {
      if case .own(let own) = step.sources { sources.formUnion(own.map(\.string)) }
      count.words += Self.words(of: step)
      add(step, to: &count)
    }
    count.sources = sources.sorted()
    let all = program.map { program in
      var expander = ModuleExpander(workspace: workspace, program: program, host: module)
      return expander.expand().flatMap(\.steps).map(\.step)
    }
    for step in all ?? TextRules.steps(module.items) {
      count.wordsRead += Self.words(of: step)
      if case .practice(_, let minutes, _) = step.kind { count.minutesPractised += minutes }
    }
    return count
  }

  private func add(_ step: ParsedStep, to count: inout FileCount) {
    switch step.kind {
    case .say(let prose):
      count.cards += 1
      count.longestCard = max(count.longestCard, TextRules.words(inParagraphsOf: prose))
    case .show: count.cards += 1
    case .choose, .scale, .write, .collect, .exposure, .pick, .measure: count.questions += 1
    case .gate(let gate):
      count.questions += 1
      for stop in gate.stops { Self.add(stop.page.prose, to: &count.readability) }
    case .practice: count.practices += 1
    case .broken: break
    }
    if let prose = step.prose { Self.add(prose.prose, to: &count.readability) }
  }

  private static func add(_ prose: Prose, to readability: inout Readability) {
    for block in prose.blocks { readability.add(Prose([block]).plainText) }
  }

  private static func words(of step: ParsedStep) -> Int {
    var texts = [step.prose?.prose.plainText ?? ""]
    switch step.kind {
    case .choose(_, let options, _): texts += options.map(\.text.string)
    case .scale(_, let scale): texts += [scale.low, scale.high]
    case .gate(let gate):
      texts += gate.options.map(\.text.string)
      texts += gate.stops.map(\.page.prose.plainText)
    case .pick(_, _, let other): texts.append(other.string)
    case .say, .write, .collect, .practice, .show, .exposure, .measure, .broken: break
    }
    return texts.reduce(0) { $0 + Words($1).all.count }
  }

  // MARK: - Practices

  private func count(
    practice entries: [YAMLNode.Entry], _ source: SourceText, _ name: String
  ) -> FileCount {
    var count = FileCount(file: name, kind: .practice)
    let parser = CueParser(report: Report(source))
    for entry in entries {
      switch (entry.key.string, entry.value.content) {
      case ("sources", .list(let nodes)):
        count.sources = nodes.compactMap(\.string).sorted()
      case ("lengths", .map(let lengths)):
        for length in lengths {
          guard let minutes = Values.whole(length.key.string), (1...60).contains(minutes),
            case .list(let nodes) = length.value.content
          else { continue }
          count.practices += 1
          count.minutes += minutes
          for text in nodes.compactMap(parser.cue).flatMap(\.texts) {
            count.words += Words(text.string).all.count
            count.readability.add(text.string)
          }
        }
      default: break
      }
    }
    count.minutesPractised = count.minutes
    return count
  }
}

extension YAMLNode {
  /// Its text, where it is one.
  fileprivate var string: String? {
    if case .text(let text) = content { text.string } else { nil }
  }
}
