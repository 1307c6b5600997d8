import AllClearEngine

/// A cue with the places of its parts.
struct ParsedCue {
  var cue: Cue
  var at: Position
  /// The line and its variants.
  var texts: [Text]
  var does: Ingredient?
  var quietAt: Position?
}

/// What a line of a practice serves.
enum Ingredient: String, CaseIterable {
  case curiosity, safety, lightness, outcome, checking
}

/// Compiles the file of a practice.
struct PracticeCompiler {
  let workspace: Workspace

  /// The practice that program.yaml lists so; `nil` when it has an error.
  func compile(_ entry: Program.PracticeEntry) -> (practice: Practice?, report: Report?) {
    guard let (source, report) = workspace.openOrReport(entry.file) else { return (nil, nil) }
    return compile(source, report, entry)
  }

  /// A practice's file, compared with its line in program.yaml where there is one.
  func compile(
    _ source: SourceText, _ report: Report, _ entry: Program.PracticeEntry?
  ) -> (practice: Practice?, report: Report?) {
    guard let entries = YAMLReader(source: source, report: report).read(),
      let header = FileHeader.read(entries, expected: ["practice"], report)
    else { return (nil, report) }
    let fields = Fields(
      entries, at: header.id.at, Grammar.practice.map, report: report)
    let title = fields.text("title", required: true)
    if let title { TextRules(report).check(plain: title) }
    let attention = fields.word("attention", as: Attention.self, required: true)
    _ = Review.read(fields)
    if let entry { check(header, title, attention, entry, report) }
    let lengths = lengths(fields, attention ?? .body, header.id.string)
    if let entry { checkLengths(Array(lengths.keys).sorted(), fields, entry, report) }
    var sources: [Source] = []
    for name in fields.texts("sources") ?? [] where entry != nil {
      workspace.sources.check(name, report)
      if let source = workspace.sources[name.string] { sources.append(source) }
    }
    let why = fields.text("why").map { text in
      TextRules(report).check(claims: text)
      return ProseParser(report: report).parse(text, holes: .none).prose
    }
    checkGrade(lengths, title, report)
    guard !report.hasErrors else { return (nil, report) }
    var fingerprint = Fingerprint()
    fingerprint.add(source.bytes)
    let practice = Practice(
      id: header.id.string, title: title?.string ?? "", attention: attention ?? .body, why: why,
      sources: sources, lengths: lengths.mapValues { $0.map(\.cue) }, hash: fingerprint.text)
    return (practice, report)
  }

  private func check(
    _ header: FileHeader, _ title: Text?, _ attention: Attention?, _ entry: Program.PracticeEntry,
    _ report: Report
  ) {
    func differs(_ text: Text, _ here: String, _ there: String) {
      report.add(
        .differsFromProgram, in: text, "here it is '\(here)', and in program.yaml '\(there)'")
    }
    if header.id.string != entry.id { differs(header.id, header.id.string, entry.id) }
    if let title, title.string != entry.title { differs(title, title.string, entry.title) }
    if let attention, attention != entry.attention {
      differs(header.id, attention.rawValue, entry.attention.rawValue)
    }
  }

  private func checkLengths(
    _ lengths: [Int], _ fields: Fields, _ entry: Program.PracticeEntry, _ report: Report
  ) {
    guard fields.has("lengths"), !report.hasErrors, lengths != entry.lengths else { return }
    let here = lengths.map(String.init).joined(separator: ", ")
    let there = entry.lengths.map(String.init).joined(separator: ", ")
    report.add(
      .differsFromProgram, at: fields.place("lengths"),
      "here are the lengths \(here), and in program.yaml \(there)")
  }

  private func checkGrade(_ lengths: [Int: [ParsedCue]], _ title: Text?, _ report: Report) {
    guard report.judgesWords else { return }
    var grade = Readability()
    for cue in lengths.values.joined() {
      for text in cue.texts { grade.add(text.string) }
    }
    TextRules(report).check(grade, at: title?.at ?? .start)
  }

  private func lengths(
    _ fields: Fields, _ attention: Attention, _ id: String
  ) -> [Int: [ParsedCue]] {
    let report = fields.report
    var result: [Int: [ParsedCue]] = [:]
    for item in fields.map("lengths", required: true) ?? [] {
      guard let minutes = Values.whole(item.key.string), (1...60).contains(minutes) else {
        report.add(
          .badNumber, in: item.key, "the key of a length is a whole number of minutes, 1 to 60")
        continue
      }
      guard case .list(let nodes) = item.value.content else {
        report.add(
          .wrongShape, at: item.value.at,
          "a length is a list of cues, and this is \(item.value.shape)")
        continue
      }
      let parser = CueParser(report: report)
      let cues = nodes.map(parser.cue)
      let whole = cues.compactMap { $0 }
      result[minutes] = whole
      guard whole.count == nodes.count else { continue }
      CueRules(
        minutes: minutes, at: item.key.at, attention: attention,
        maySee: id == "something-to-see", report: report
      ).check(whole)
    }
    return result
  }
}
