import AllClearEngine

/// Parses what a step does, by its kind.
struct QuestionParser {
  let report: Report

  private var prose: ProseParser { ProseParser(report: report) }
  private var options: OptionParser { OptionParser(report: report) }

  /// The kind with its own keys; `.broken` when something needed was reported.
  func kind(_ name: String, _ fields: Fields) -> ParsedStep.Kind {
    switch name {
    case "practice": return practice(fields)
    case "show":
      let above = fields.text("text").map { prose.parse($0) }
      return fields.word("show", as: Exhibit.self, required: true).map { .show(above, $0) }
        ?? .broken
    case "measure": return fields.id(name, required: true).map { .measure($0) } ?? .broken
    default: return asked(name, fields)
    }
  }

  /// The kinds that begin with what is said.
  private func asked(_ name: String, _ fields: Fields) -> ParsedStep.Kind {
    guard let text = fields.text(name, required: true) else { return .broken }
    let prose = prose.parse(text)
    switch name {
    case "say": return .say(prose)
    case "exposure": return .exposure(prose, parts(fields))
    case "pick":
      let other = fields.text("else", required: true)
      if let other { TextRules(report).check(plain: other) }
      guard let list = fields.word("from", as: OwnList.self, required: true), let other else {
        return .broken
      }
      return .pick(prose, from: list, other: other)
    case "choose":
      let many = fields.bool("many") ?? false
      guard let options = options.options(fields) else { return .broken }
      return .choose(prose, options, many: many)
    case "scale":
      guard let scale = scale(fields) else { return .broken }
      return .scale(prose, scale)
    case "write":
      let isKept = fields.bool("keep") ?? true
      if !isKept, fields.bool("revises") == true {
        report.add(
          .misplacedKey, at: fields.place("revises"),
          "`revises` begins with what was written last time, and `keep: no` keeps nothing")
      }
      return .write(prose, isKept: isKept)
    case "collect":
      let atMost = fields.whole("at-most", in: 1...9, required: true)
      guard let into = fields.word("into", as: OwnList.self, required: true) else { return .broken }
      return .collect(prose, into: into, atMost: atMost ?? 1)
    default:
      return GateParser(report: report).gate(prose, fields).map { .gate($0) } ?? .broken
    }
  }

  /// The steps that say what is tried.
  private func parts(_ fields: Fields) -> ParsedParts {
    ParsedParts(
      movement: fields.texts("movement") ?? [], dose: fields.texts("dose") ?? [],
      fear: fields.id("fear"), feared: fields.id("feared"), sure: fields.id("sure"),
      expects: fields.id("expects"), without: fields.id("without"), place: fields.id("place"))
  }

  private func practice(_ fields: Fields) -> ParsedStep.Kind {
    let minutes = fields.whole("minutes", in: 1...60, required: true)
    guard let id = fields.id("practice", required: true), let minutes else { return .broken }
    return .practice(id, minutes: minutes, at: fields.node("minutes")?.at ?? id.at)
  }

  private func scale(_ fields: Fields) -> Scale? {
    guard let anchors = fields.texts("anchors", required: true) else { return nil }
    guard anchors.count == 2 else {
      report.add(
        .wrongCount, at: fields.place("anchors"),
        "a scale names its two ends, `anchors: [low end, high end]`, and here are \(anchors.count)")
      return nil
    }
    for anchor in anchors {
      TextRules(report).check(plain: anchor)
      TextRules(report).check(claims: anchor)
    }
    return Scale(low: anchors[0].string, high: anchors[1].string)
  }
}
