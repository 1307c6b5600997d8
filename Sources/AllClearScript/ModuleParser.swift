import AllClearEngine

/// Parses the file of a module or page.
struct ModuleParser {
  let source: SourceText
  let report: Report

  /// The module, as far as it can be understood; `nil` when even its beginning cannot.
  func parse() -> ParsedModule? {
    guard let entries = YAMLReader(source: source, report: report).read(),
      let header = FileHeader.read(entries, expected: ["module", "page"], report)
    else { return nil }
    let isPage = header.kind == "page"
    let map = isPage ? Grammar.page.map : Grammar.module.map
    let fields = Fields(entries, at: header.id.at, map, report: report)
    var module = ParsedModule(
      id: header.id.string, file: source.path, isPage: isPage, isKept: !isPage, source: source,
      report: report)
    module.title = fields.text("title", required: true)
    if !isPage { readModuleKeys(fields, &module) }
    if let why = fields.text("why") { module.why = prose(why) }
    module.sources = fields.texts("sources") ?? []
    module.isReviewed = Review.read(fields)
    var parser = StepParser(module: module.id, isPage: isPage, report: report)
    if let steps = fields.list("steps", required: true) {
      if steps.isEmpty {
        report.add(.emptyText, at: fields.place("steps"), "'steps' is empty; write the first one")
      }
      module.items = parser.items(steps)
    }
    if let title = module.title {
      TextRules(report).check(plain: title)
      TextRules(report).check(claims: title)
    }
    TextRules(report).check(module)
    return module
  }

  private func readModuleKeys(_ fields: Fields, _ module: inout ParsedModule) {
    if let minutes = fields.whole("minutes", in: 1...120, required: true) {
      module.minutes = (minutes, fields.place("minutes"))
    }
    module.isKept = fields.bool("kept") ?? true
    if let component = fields.text("component", required: true) {
      module.component = Component(rawValue: component.string)
      guard module.component == nil else { return }
      report.add(
        .badWord, in: component,
        "there is no component '\(component.string.prefix(40))'"
          + NearestName.hint(component.string, in: Grammar.components))
    }
  }

  private func prose(_ text: Text) -> Prose {
    TextRules(report).check(claims: text)
    return ProseParser(report: report).parse(text, holes: .none).prose
  }
}

/// Reads who has checked a file's words, and when.
enum Review {
  /// Whether a name and a day are there; both are `""` until then.
  static func read(_ fields: Fields) -> Bool {
    let name = fields.text("reviewed-by", mayBeEmpty: true)
    let day = fields.text("reviewed-on", mayBeEmpty: true)
    guard let day, !day.isEmpty else {
      if let name, !name.isEmpty {
        fields.report.add(
          .badDate, in: name, "a reviewer's name needs `reviewed-on` with a date, as 2026-11-22")
      }
      return false
    }
    guard CivilDay(iso: day.string) != nil else {
      fields.report.add(.badDate, in: day, "a date is written as 2026-11-22")
      return false
    }
    return name?.isEmpty == false
  }
}
