import AllClearEngine

/// Compiles the crisis page.
struct CrisisCompiler {
  let workspace: Workspace
  let file: String

  /// The page, and the sources that its lines name.
  func compile() -> (crisis: Crisis?, sources: [Text], report: Report?) {
    guard let (source, report) = workspace.openOrReport(file) else { return (nil, [], nil) }
    guard let entries = YAMLReader(source: source, report: report).read(),
      let header = FileHeader.read(entries, expected: ["crisis"], report)
    else { return (nil, [], report) }
    let fields = Fields(
      entries, at: header.id.at, Grammar.crisis.map, report: report)
    var sources: [Text] = []
    let crisis = Crisis(
      lead: prose("lead", fields), call: plain("call", fields),
      emergency: numbers("emergency", fields, &sources),
      sameDay: numbers("same-day", fields, &sources), countries: countries(fields, &sources),
      elsewhere: plain("elsewhere", fields), cannotCall: prose("cannot-call", fields),
      closing: prose("closing", fields), checkedOn: day(fields))
    return (report.hasErrors ? nil : crisis, sources, report)
  }

  private func prose(_ key: String, _ fields: Fields) -> Prose {
    guard let text = fields.text(key, required: true) else { return Prose([]) }
    TextRules(fields.report).check(claims: text)
    return ProseParser(report: fields.report).parse(text, holes: .none).prose
  }

  private func plain(_ key: String, _ fields: Fields) -> String {
    guard let text = fields.text(key, required: true) else { return "" }
    TextRules(fields.report).check(plain: text)
    return text.string
  }

  private func day(_ fields: Fields) -> CivilDay? {
    guard let text = fields.text("checked-on", required: true, mayBeEmpty: true), !text.isEmpty
    else { return nil }
    let day = CivilDay(iso: text.string)
    if day == nil {
      fields.report.add(
        .badDate, in: text, "a date is written as 2026-11-22, and `\"\"` until somebody has looked")
    }
    return day
  }

  private func numbers(
    _ key: String, _ fields: Fields, _ sources: inout [Text]
  ) -> [TelephoneNumber] {
    guard let nodes = fields.list(key, required: true) else { return [] }
    if nodes.isEmpty {
      fields.report.add(
        .emptyText, at: fields.place(key), "'\(key)' has no number; a person in need finds none")
    }
    return nodes.compactMap { node in
      guard let line = Fields(node, Grammar.number, report: fields.report) else { return nil }
      let number = line.text("number", required: true)
      let name = line.text("name", required: true)
      if let source = line.text("source", mayBeEmpty: true), !source.isEmpty {
        sources.append(source)
      }
      _ = line.text("verify", mayBeEmpty: true)
      guard let number, let name else { return nil }
      TextRules(fields.report).check(plain: number)
      TextRules(fields.report).check(plain: name)
      return TelephoneNumber(number: number.string, name: name.string)
    }
  }

  private func countries(_ fields: Fields, _ sources: inout [Text]) -> [Crisis.Country] {
    var ids: Set<String> = []
    var countries: [Crisis.Country] = []
    for node in fields.list("countries", required: true) ?? [] {
      guard
        let country = Fields(node, Grammar.country, report: fields.report),
        let id = country.id("id", required: true)
      else { continue }
      if !ids.insert(id.string).inserted {
        fields.report.add(.duplicateID, in: id, "two countries have the id '\(id.string)'")
      }
      countries.append(
        Crisis.Country(
          id: id.string, name: plain("name", country), talk: plain("talk", country),
          lines: numbers("lines", country, &sources)))
    }
    return countries
  }
}
