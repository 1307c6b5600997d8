import AllClearEngine

/// Compiles tour.yaml: a talk with allclear on the wall.
struct TourCompiler {
  let workspace: Workspace
  let program: Program

  /// The tour; `nil` when it has an error or is not there.
  func compile() -> Tour? {
    let file = Workspace.File.tour
    guard workspace.fault(file) != .missing, let (source, report) = workspace.openOrReport(file)
    else { return nil }
    return compile(source, report)
  }

  func compile(_ source: SourceText, _ report: Report) -> Tour? {
    guard let entries = YAMLReader(source: source, report: report).read(),
      let header = FileHeader.read(entries, expected: ["tour"], report)
    else { return nil }
    let fields = Fields(entries, at: header.id.at, Grammar.tour.map, report: report)
    let title = fields.text("title", required: true)
    let persona = fields.id("persona", required: true)
    var ids: Set<String> = []
    let stops = (fields.list("stops", required: true) ?? []).compactMap { node in
      stop(node, persona: persona?.string ?? "", &ids, report)
    }
    for text in [title].compactMap({ $0 }) { TextRules(report).check(plain: text) }
    for cut in Tour.cuts {
      let seconds = stops.reduce(0) { $0 + ($1.seconds[cut] ?? 0) }
      guard seconds > 0, seconds != cut * 60 else { continue }
      report.add(
        .wrongCount, at: fields.place("stops"),
        "the stops of \(cut) minutes take \(seconds) seconds, and not \(cut * 60)")
    }
    guard !report.hasErrors, let title else { return nil }
    return Tour(title: title.string, stops: stops)
  }

  private func stop(
    _ node: YAMLNode, persona: String, _ ids: inout Set<String>, _ report: Report
  ) -> Tour.Stop? {
    guard let fields = Fields(node, Grammar.stop, report: report),
      let id = fields.id("id", required: true)
    else { return nil }
    if !ids.insert(id.string).inserted {
      report.add(.duplicateID, in: id, "two stops have the id '\(id.string)'")
    }
    let title = fields.text("title", required: true)
    let notes = fields.text("notes", required: true)
    for text in [title].compactMap({ $0 }) { TextRules(report).check(plain: text) }
    let shows = (fields.list("shows", required: true) ?? []).compactMap {
      show($0, persona: persona, report)
    }
    if shows.isEmpty, fields.has("shows"), !report.hasErrors {
      report.add(.wrongCount, at: fields.place("shows"), "a stop shows one screen at least")
    }
    guard let title, let notes else { return nil }
    return Tour.Stop(
      id: id.string, title: title.string, seconds: cuts(fields, report), shows: shows,
      notes: notes.string)
  }

  /// `{14: 60, 5: 30}`: seconds by the minutes of a cut.
  private func cuts(_ fields: Fields, _ report: Report) -> [Int: Int] {
    var seconds: [Int: Int] = [:]
    for entry in fields.map("cuts", required: true) ?? [] {
      guard let cut = Values.whole(entry.key.string), Tour.cuts.contains(cut) else {
        report.add(
          .badWord, in: entry.key,
          "there is no cut '\(entry.key.string)'; there are: "
            + Tour.cuts.map(String.init).joined(separator: ", "))
        continue
      }
      guard let text = Fields.text(entry.value, "a cut", report) else { continue }
      guard let length = Values.whole(text.string), (5...600).contains(length) else {
        report.add(.badNumber, in: text, "a stop takes 5 to 600 seconds")
        continue
      }
      seconds[cut] = length
    }
    return seconds
  }

  private func show(_ node: YAMLNode, persona: String, _ report: Report) -> Tour.Show? {
    guard let fields = Fields(node, Grammar.show, report: report),
      let at = fields.text("at", required: true)
    else { return nil }
    let who = fields.id("persona")?.string ?? persona
    let day = fields.whole("day", in: 0...PersonaCompiler.lastDay) ?? 0
    let cue = fields.whole("cue", in: 1...200)
    guard let spot = Tour.Spot(text: at.string) else {
      report.add(
        .unknownDoor, in: at,
        "'\(at.string.prefix(40))' is no place; a place is `module.step`, `page.ID`, "
          + "`practice.ID.MINUTES`, `own.LIST`, or home, flare, crisis or progress")
      return nil
    }
    check(spot, at, report)
    if workspace.fault(PersonaCompiler.folder + who + ".yaml") == .missing {
      report.add(.unknownDoor, in: at, "there is no persona '\(who)'")
    }
    if cue != nil, !Self.hasCues(spot) {
      report.add(
        .misplacedKey, at: fields.place("cue"), "'cue' goes with a practice or a step of one")
    }
    return Tour.Show(at: spot, persona: who, day: day, cue: cue)
  }

  private static func hasCues(_ spot: Tour.Spot) -> Bool {
    switch spot {
    case .door(.practice), .step: true
    case .home, .door: false
    }
  }

  /// What is named has to exist.
  private func check(_ spot: Tour.Spot, _ at: Text, _ report: Report) {
    var fault: String?
    switch spot {
    case .home: break
    case .door(.page(let id)) where program.page(id) == nil: fault = "page '\(id)'"
    case .door(.practice(let id, let minutes)):
      let isThere = program.practice(id)?.lengths.contains(minutes ?? 0) == true
      if !isThere { fault = "practice '\(id)' of that length" }
    case .door: break
    case .step(let module, let step):
      let file = program.module(module)?.file
      let parsed = file.flatMap { workspace.module($0) }
      if parsed == nil {
        fault = "module '\(module)'"
      } else if let parsed, !TextRules.steps(parsed.items).contains(where: { $0.id.string == step })
      {
        fault = "step '\(step)' in '\(module)'"
      }
    }
    if let fault { report.add(.unknownDoor, in: at, "there is no \(fault)") }
  }
}
