import AllClearEngine

/// Compiles the file of a made-up patient.
///
/// Nothing lists personas: a file in `personas/` bears the persona's name, so that none of them is
/// opened before somebody asks for it.
struct PersonaCompiler {
  static let folder = "personas/"

  /// The keys of each map in the file.
  private static let mannerKeys = [
    "choose", "gate", "scale", "write", "collect", "practice", "doors", "skip",
  ]
  private static let visitKeys = ["on", "every", "from", "to", "hour", "minutes", "do"]

  /// Years that a made-up patient may have: the program is made for adults.
  private static let ages = 18...110
  /// The last day that can be named.
  static let lastDay = 3650

  let workspace: Workspace

  /// The persona of a name; `nil` when its file has an error or is not there.
  func compile(_ name: String) -> ParsedPersona? {
    let path = Self.folder + name + ".yaml"
    guard let (source, report) = workspace.openOrReport(path) else { return nil }
    return compile(source, report, name: name)
  }

  /// A persona's file; `nil` when nothing can be made of it.
  func compile(_ source: SourceText, _ report: Report, name: String?) -> ParsedPersona? {
    guard let entries = YAMLReader(source: source, report: report).read(),
      let header = FileHeader.read(entries, expected: ["persona"], report)
    else { return nil }
    if let name, header.id.string != name {
      report.add(
        .badID, in: header.id,
        "the file is called '\(name).yaml', and the persona '\(header.id.string)'")
    }
    let fields = Fields(
      entries, at: header.id.at, Grammar.persona.map, report: report)
    let title = fields.text("title", required: true)
    let about = fields.text("about", required: true)
    for text in [title, about].compactMap({ $0 }) { TextRules(report).check(plain: text) }
    let answers = PersonaAnswers(report: report).read(fields)
    var visits: [ParsedPersona.Visit] = []
    for node in fields.list("days", required: true) ?? [] {
      if let visit = visit(node, report) { visits.append(visit) }
    }
    if visits.isEmpty, fields.has("days"), !report.hasErrors {
      report.add(.wrongCount, at: fields.place("days"), "a persona comes on one day at least")
    }
    let persona = Persona(
      id: header.id.string, title: title?.string ?? "", about: about?.string ?? "",
      age: fields.whole("age", in: Self.ages, required: true) ?? 0, manner: manner(fields, report),
      answers: Dictionary(answers.map { ($0.key.string, $0.rule) }) { first, _ in first },
      visits: visits.map(\.visit))
    return ParsedPersona(persona: persona, report: report, answers: answers, visits: visits)
  }

  // MARK: Manner

  private func manner(_ fields: Fields, _ report: Report) -> Persona.Manner {
    var manner = Persona.Manner()
    guard let node = fields.node("manner"),
      let own = Fields(node, what: "a manner", known: Self.mannerKeys, report: report)
    else { return manner }
    manner.choose = own.word("choose", as: Persona.Pick.self) ?? manner.choose
    manner.gate = own.word("gate", as: Persona.Pick.self) ?? manner.gate
    manner.scale = scale(own, report) ?? manner.scale
    manner.write = (own.texts("write") ?? []).map(\.string)
    manner.collect = (own.texts("collect") ?? []).map(\.string)
    manner.practice = own.word("practice", as: Persona.Doing.self) ?? manner.practice
    manner.doors = own.word("doors", as: Persona.Doors.self) ?? manner.doors
    manner.skip = skip(own, report) ?? manner.skip
    return manner
  }

  /// `4`, `3-6`, `worst`, `best` or `random`; in a scale 10 counts as worst.
  private func scale(_ fields: Fields, _ report: Report) -> ClosedRange<Int>? {
    guard let text = fields.text("scale") else { return nil }
    let points = Scale.points
    switch text.string {
    case "worst": return points.upperBound...points.upperBound
    case "best": return points.lowerBound...points.lowerBound
    case "random": return points
    default: break
    }
    let ends = text.string.split(separator: "-", omittingEmptySubsequences: false)
      .map { Values.whole(String($0)) }
    if (1...2).contains(ends.count), let low = ends.first ?? nil, let high = ends.last ?? nil,
      low <= high, points.contains(low), points.contains(high)
    {
      return low...high
    }
    report.add(
      .badNumber, in: text,
      "a scale is a number from 0 to 10, two as `3-6`, or worst, best or random")
    return nil
  }

  /// `30%`.
  private func skip(_ fields: Fields, _ report: Report) -> Int? {
    guard let text = fields.text("skip") else { return nil }
    if text.string.hasSuffix("%"), let number = Values.whole(String(text.string.dropLast())),
      (0...100).contains(number)
    {
      return number
    }
    report.add(.badNumber, in: text, "how often questions are skipped is written as `30%`")
    return nil
  }

  // MARK: Days

  private func visit(_ node: YAMLNode, _ report: Report) -> ParsedPersona.Visit? {
    guard let fields = Fields(node, what: "a visit", known: Self.visitKeys, report: report) else {
      return nil
    }
    let words = fields.texts("do", required: true) ?? []
    guard let days = days(fields, report), !words.isEmpty else {
      if words.isEmpty, fields.has("do") {
        report.add(.wrongCount, at: fields.place("do"), "'do' names one thing at least")
      }
      return nil
    }
    let intents = words.map { word in
      Persona.Intent.Known(rawValue: word.string).map(Persona.Intent.known) ?? .named(word.string)
    }
    return ParsedPersona.Visit(
      visit: Persona.Visit(
        days: days, hour: fields.whole("hour", in: 0...23) ?? 18,
        minutes: fields.whole("minutes", in: 1...600) ?? 60, does: intents),
      words: words)
  }

  /// `on: [0, 2, 5]`, or `every: 2` with `from` and `to`.
  private func days(_ fields: Fields, _ report: Report) -> Persona.Days? {
    let range = 0...Self.lastDay
    if fields.has("on") {
      for key in ["every", "from", "to"] where fields.has(key) {
        report.add(
          .misplacedKey, at: fields.place(key), "'\(key)' does not belong beside `on`")
      }
      let days = (fields.texts("on") ?? []).compactMap { text -> Int? in
        if let day = Values.whole(text.string), range.contains(day) { return day }
        report.add(
          .badNumber, in: text, "a day is a whole number from 0, and this is '\(text.string)'")
        return nil
      }
      return days.isEmpty ? nil : .on(days)
    }
    guard let step = fields.whole("every", in: 1...Self.lastDay) else {
      if !fields.has("every") {
        report.add(
          .missingKey, at: fields.at, "a visit needs its days: `on: [0, 2, 5]` or `every: 2`")
      }
      return nil
    }
    return .every(
      step, from: fields.whole("from", in: range) ?? 0, to: fields.whole("to", in: range))
  }
}

/// A persona with the places of what it names.
struct ParsedPersona {
  var persona: Persona
  var report: Report
  var answers: [Answer]
  var visits: [Visit]

  struct Answer {
    /// `module.step`.
    var key: Text
    var rule: Persona.Rule
    /// Its words, which may be the ids of options.
    var words: [Text]
  }

  struct Visit {
    var visit: Persona.Visit
    /// What is done, as it is written.
    var words: [Text]
  }
}
