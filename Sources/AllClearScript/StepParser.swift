import AllClearEngine

/// Parses the steps of a module: the common keys of each, and its kind.
struct StepParser {
  private static let kinds = Grammar.stepKinds.map(\.name)

  let module: String
  let isPage: Bool
  let report: Report
  private var ids: [String: Position] = [:]

  init(module: String, isPage: Bool, report: Report) {
    self.module = module
    self.isPage = isPage
    self.report = report
  }

  /// Parses a list of steps, each as far as it can be understood.
  mutating func items(_ nodes: [YAMLNode], inGroup: Bool = false) -> [ParsedModule.Item] {
    nodes.compactMap { item($0, inGroup: inGroup) }
  }

  private mutating func item(_ node: YAMLNode, inGroup: Bool) -> ParsedModule.Item? {
    guard let fields = Fields(node, what: "a step", known: [], report: report) else { return nil }
    let found = Self.kinds.filter(fields.has)
    if found == ["include"] || (found.isEmpty && !fields.has("id") && fields.has("steps")) {
      if isPage {
        report.add(.pageStep, at: fields.at, "a page only says; an include belongs in a module")
      }
      return include(node)
    }
    guard let id = fields.id("id", required: true) else { return nil }
    register(id)
    guard let kind = found.first, found.count == 1 else {
      reportKind(found, fields, id)
      return .step(.broken(id))
    }
    if isPage, kind != "say" {
      report.add(
        .pageStep, at: fields.place(kind), "a page only says; '\(kind)' belongs in a module")
    }
    if kind == "repeat" { return group(id, node, inGroup: inGroup) }
    return .step(step(id, kind, fields))
  }

  private func reportKind(_ found: [String], _ fields: Fields, _ id: Text) {
    if found.count > 1 {
      let names = found.map { "'\($0)'" }.joined(separator: " and ")
      report.add(
        .stepKind, at: fields.place(found[1]), "a step is of one kind, and this is \(names)")
      return
    }
    let strange = fields.names.filter { name in
      Grammar.owner(of: name) == nil && !Grammar.common.contains { $0.name == name }
    }
    for name in strange.sorted() {
      if let near = NearestName.to(name, in: Self.kinds) {
        report.add(
          .unknownKey, at: fields.place(name),
          "a step has no key '\(name)'; did you mean '\(near)'?")
        return
      }
    }
    report.add(
      .stepKind, in: id,
      "the step '\(id.string)' does nothing; give it one of " + Self.kinds.joined(separator: ", "))
  }

  private mutating func register(_ id: Text) {
    if let first = ids[id.string] {
      report.add(
        .duplicateID, in: id, "the id '\(id.string)' was given in line \(first.line) already")
    }
    ids[id.string] = ids[id.string] ?? id.at
  }

  private func step(_ id: Text, _ kind: String, _ fields: Fields) -> ParsedStep {
    guard let map = Grammar.stepKind(kind)?.map else { return .broken(id) }
    var known = map.names
    if kind == "gate" {
      for way in ["then", "default", "skip", "keep"] where fields.has(way) {
        report.add(
          .gateWayRound, at: fields.place(way),
          "a gate has no `\(way)`; it is asked, answered and kept, and a card after it may end")
        known.append(way)
      }
    }
    fields.refuseUnknown(known, elsewhere: Grammar.owner, of: map.what)
    let when = fields.text("when").flatMap { PredicateParser.parse($0, report) }
    let isQuoted = fields.bool("quoted") ?? false
    let sources = sources(fields)
    var step = ParsedStep(
      id: id, when: when, kind: .broken, sources: sources, notes: fields.text("notes")?.string,
      isQuoted: isQuoted, asksNow: fields.bool("now") ?? false,
      revises: kind == "write" && fields.bool("revises") ?? false, endsSession: false)
    if let why = fields.text("why") {
      if !isQuoted { TextRules(report).check(claims: why) }
      step.why = ProseParser(report: report).parse(why, holes: .none).prose
    }
    if kind != "gate" { step.endsSession = ThenWord.read(fields) }
    if kind == "scale" { step.tells = fields.word("tells", as: Experiment.Tells.self) }
    step.kind = QuestionParser(report: report).kind(kind, fields)
    return step
  }

  private func sources(_ fields: Fields) -> ParsedStep.Sources {
    guard let node = fields.node("sources") else {
      if fields.has("sources-reason") {
        report.add(
          .sourcesReason, at: fields.place("sources-reason"),
          "'sources-reason' belongs to `sources: none`")
      }
      return .inherited
    }
    guard case .text(let text) = node.content, text.string == "none" else {
      return .own(fields.texts("sources") ?? [])
    }
    if fields.text("sources-reason") == nil {
      report.add(
        .sourcesReason, in: text, "`sources: none` needs `sources-reason`: why no source is named")
    }
    return .none
  }

  private mutating func group(
    _ id: Text, _ node: YAMLNode, inGroup: Bool
  ) -> ParsedModule.Item? {
    let known = Grammar.stepKind("repeat")?.map.names ?? []
    guard let outer = Fields(node, what: "a repeated group", known: known, report: report),
      let body = outer.node("repeat"),
      let inner = Fields(body, Grammar.repetition, report: report)
    else { return .step(.broken(id)) }
    if inGroup {
      report.add(.stepKind, at: outer.place("repeat"), "a repeated group within another; unfold it")
    }
    let when = outer.text("when").flatMap { PredicateParser.parse($0, report) }
    let until = inner.text("until", required: true).flatMap { PredicateParser.parse($0, report) }
    let atMost = inner.whole("at-most", in: 1...20, required: true) ?? 1
    let steps = items(inner.list("steps", required: true) ?? [], inGroup: true)
    return .group(ParsedGroup(id: id, when: when, until: until, atMost: atMost, items: steps))
  }

  private func include(_ node: YAMLNode) -> ParsedModule.Item? {
    let known = Grammar.stepKind("include")?.map.names ?? []
    guard let fields = Fields(node, what: "an `include`", known: known, report: report),
      let module = fields.id("include", required: true)
    else { return nil }
    return .include(
      ParsedInclude(
        module: module, steps: fields.texts("steps"),
        when: fields.text("when").flatMap { PredicateParser.parse($0, report) }))
  }
}

/// Reads `then: end`.
enum ThenWord {
  /// Whether the session ends.
  static func read(_ fields: Fields) -> Bool {
    guard let then = fields.text("then") else { return false }
    if then.string == "end" { return true }
    fields.report.add(
      .badWord, in: then, "'then' can only be `end`; a step's `when` decides what comes next")
    return false
  }
}
