import AllClearEngine

/// Compiles program.yaml, with the words of interface.yaml.
struct ProgramCompiler {
  let workspace: Workspace

  /// The program, as far as it can be understood; `nil` when its file cannot be.
  func compile() -> ParsedProgram? {
    let phrases = InterfaceCompiler(workspace: workspace).compile()
    guard let (source, report) = workspace.openOrReport(Workspace.File.program),
      let entries = YAMLReader(source: source, report: report).read(),
      let header = FileHeader.read(entries, expected: ["program"], report)
    else { return nil }
    let fields = Fields(
      entries, at: header.id.at, Grammar.program.map, report: report)
    var lists = ProgramLists(report: report)
    let shelves = lists.shelves(fields)
    let program = Program(
      title: fields.text("title")?.string ?? header.id.string,
      modules: lists.modules(fields, "modules", .module),
      beside: lists.modules(fields, "beside", .beside), practices: lists.practices(fields),
      pages: lists.pages(fields, shelves), shelves: shelves, measures: lists.measures(fields),
      schedule: ScheduleCompiler(report: report).schedule(fields),
      roles: roles(fields),
      phrases: phrases ?? Phrases(texts: [:], months: [], days: []))
    let parsed = ParsedProgram(program: program, report: report, entries: lists.entries)
    RoleRules(program: program, fields: fields).check()
    ScheduleCompiler(report: report).check(fields, program)
    return parsed
  }

  private func roles(_ fields: Fields) -> Program.Roles {
    func role(_ key: String) -> String { fields.id(key)?.string ?? "" }
    return Program.Roles(
      first: role("first"), gate: role("gate"), recheck: role("recheck"), flare: role("flare"),
      afterFlare: role("after-flare"), letter: role("letter"),
      crisis: fields.text("crisis")?.string ?? "", doubt: fields.id("doubt")?.string,
      against: fields.id("against")?.string, card: fields.id("card")?.string,
      journal: fields.id("journal")?.string, letGo: fields.id("let-go")?.string,
      ownLetter: fields.id("own-letter")?.string,
      move: fields.id("move")?.string, afterMove: fields.id("after-move")?.string,
      welcome: fields.id("welcome")?.string, checkIn: fields.id("check-in")?.string,
      ending: fields.id("ending")?.string, stopping: fields.id("stopping")?.string,
      cameBack: fields.id("came-back")?.string, pleasant: fields.id("pleasant")?.string,
      trial: fields.id("trial")?.string, rehearsal: fields.id("rehearsal")?.string,
      practitioner: fields.id("practitioner")?.string)
  }
}

/// Checks the parts that modules play: a program without gate, flare and crisis does not start.
struct RoleRules {
  let program: Program
  let fields: Fields

  func check() {
    for role in ["gate", "flare", "crisis"] where !fields.has(role) {
      fields.report.add(
        .roleMissing, at: fields.at,
        "program.yaml names no `\(role)`; without gate, flare and crisis nothing starts")
    }
    let roles = program.roles
    for (key, id) in [
      ("first", roles.first), ("gate", roles.gate), ("recheck", roles.recheck),
      ("flare", roles.flare), ("after-flare", roles.afterFlare),
      ("doubt", roles.doubt ?? ""), ("against", roles.against ?? ""), ("card", roles.card ?? ""),
      ("journal", roles.journal ?? ""), ("let-go", roles.letGo ?? ""),
      ("own-letter", roles.ownLetter ?? ""),
      ("after-move", roles.afterMove ?? ""), ("welcome", roles.welcome ?? ""),
      ("check-in", roles.checkIn ?? ""), ("ending", roles.ending ?? ""),
      ("stopping", roles.stopping ?? ""), ("came-back", roles.cameBack ?? ""),
      ("rehearsal", roles.rehearsal ?? ""),
    ] where !id.isEmpty {
      check(key, id)
    }
    if let pleasant = roles.pleasant, program.practice(pleasant) == nil {
      add("pleasant", "there is no practice '\(pleasant)'", pleasant, program.practices.map(\.id))
    }
    for (key, id) in [("trial", roles.trial), ("practitioner", roles.practitioner)] {
      guard let id, program.page(id) == nil else { continue }
      add(key, "there is no page '\(id)'", id, program.pages.map(\.id))
    }
    // The body is in it: it waits for the gate.
    if let move = roles.move { check("move", move, mayWait: true) }
    if let checkIn = roles.checkIn, checkIn != CheckIn.module {
      fields.report.add(
        .badWord, at: fields.place("check-in"),
        "the weekly check-in is called '\(CheckIn.module)': its ratings are found by that name")
    }
    if !roles.letter.isEmpty, program.page(roles.letter) == nil {
      add("letter", "there is no page '\(roles.letter)'", roles.letter, program.pages.map(\.id))
    }
  }

  private func check(_ key: String, _ id: String, mayWait: Bool = false) {
    guard let entry = program.module(id) else {
      let known = (program.modules + program.beside).map(\.id)
      return add(key, "there is no module '\(id)'", id, known)
    }
    if entry.file == nil {
      fields.report.add(
        .roleMissing, at: fields.place(key), "'\(id)' has no file, and '\(key)' needs it")
    } else if entry.needsPass, !mayWait {
      fields.report.add(
        .roleWaits, at: fields.place(key),
        "'\(id)' waits for the gate, so '\(key)' could never open it; give it `needs: nothing`")
    }
  }

  private func add(_ key: String, _ message: String, _ id: String, _ known: [String]) {
    fields.report.add(
      .roleMissing, at: fields.place(key), message + NearestName.hint(id, in: Set(known)))
  }
}
