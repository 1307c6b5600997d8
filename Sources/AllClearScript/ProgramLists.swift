import AllClearEngine

/// Reads the lists of program.yaml; an id is unique over all of them.
struct ProgramLists {
  private static let reserved = ["own"] + StepCompiler.words + StepCompiler.lists.keys

  let report: Report
  private(set) var entries: [ParsedProgram.Entry] = []
  private var ids: [String: Position] = [:]

  init(report: Report) {
    self.report = report
  }

  mutating func modules(
    _ fields: Fields, _ key: String, _ kind: ParsedProgram.Entry.Kind
  ) -> [Program.ModuleEntry] {
    var result: [Program.ModuleEntry] = []
    for node in fields.list(key, required: key == "modules") ?? [] {
      guard let (entry, id, title) = begin(node, kind, Grammar.moduleEntry) else { continue }
      let minutes = entry.whole("minutes", in: 1...120, required: true)
      result.append(
        Program.ModuleEntry(
          id: id.string, title: title, minutes: minutes ?? 0, file: entries.last?.file?.string,
          needsPass: needsPass(entry), gives: gives(entry)))
    }
    return result
  }

  mutating func practices(_ fields: Fields) -> [Program.PracticeEntry] {
    var result: [Program.PracticeEntry] = []
    for node in fields.list("practices") ?? [] {
      guard let (entry, id, title) = begin(node, .practice, Grammar.practiceEntry) else { continue }
      let attention = entry.word("attention", as: Attention.self, required: true)
      let lengths = lengths(entry)
      result.append(
        Program.PracticeEntry(
          id: id.string, title: title, attention: attention ?? .body, lengths: lengths,
          file: entries.last?.file?.string ?? ""))
    }
    return result
  }

  /// The shelves, in their order.
  func shelves(_ fields: Fields) -> [Program.Shelf] {
    var ids: Set<String> = []
    return (fields.list("shelves") ?? []).compactMap { node in
      guard let entry = Fields(node, Grammar.shelf, report: report),
        let id = entry.id("id", required: true), let title = entry.text("title", required: true)
      else { return nil }
      if !ids.insert(id.string).inserted {
        report.add(.duplicateID, in: id, "two shelves have the id '\(id.string)'")
      }
      TextRules(report).check(plain: title)
      return Program.Shelf(id: id.string, title: title.string)
    }
  }

  mutating func pages(_ fields: Fields, _ shelves: [Program.Shelf]) -> [Program.PageEntry] {
    var result: [Program.PageEntry] = []
    for node in fields.list("pages") ?? [] {
      guard let (entry, id, title) = begin(node, .page, Grammar.pageEntry) else { continue }
      let shelf = entry.id("shelf")
      if let shelf, !shelves.contains(where: { $0.id == shelf.string }) {
        report.add(
          .badWord, in: shelf,
          "there is no shelf '\(shelf.string)'"
            + NearestName.hint(shelf.string, in: Set(shelves.map(\.id)), else: "list it above"))
      }
      result.append(
        Program.PageEntry(
          id: id.string, title: title, file: entries.last?.file?.string ?? "",
          shelf: shelf?.string))
    }
    return result
  }

  mutating func measures(_ fields: Fields) -> [Program.MeasureEntry] {
    var result: [Program.MeasureEntry] = []
    for node in fields.list("measures") ?? [] {
      guard let (_, id, title) = begin(node, .measure, Grammar.measureEntry) else { continue }
      result.append(
        Program.MeasureEntry(
          id: id.string, title: title, file: entries.last?.file?.string ?? ""))
    }
    return result
  }

  private mutating func begin(
    _ node: YAMLNode, _ kind: ParsedProgram.Entry.Kind, _ map: Grammar.Map
  ) -> (Fields, Text, String)? {
    guard let entry = Fields(node, map, report: report),
      let id = entry.id("id", required: true)
    else { return nil }
    if let first = ids[id.string] {
      report.add(
        .duplicateID, in: id,
        "the id '\(id.string)' was given in line \(first.line) already; modules, practices, "
          + "pages and measures share one list of ids")
    }
    ids[id.string] = ids[id.string] ?? id.at
    let isFlare = id.string == "flare" && kind != .practice && kind != .page && kind != .measure
    if Self.reserved.contains(id.string), !isFlare {
      report.add(.badID, in: id, "'\(id.string)' means something of its own; choose another id")
    }
    let title = entry.text("title", required: true)
    if let title { TextRules(report).check(plain: title) }
    let file = file(entry, required: kind != .module && kind != .beside)
    entries.append(ParsedProgram.Entry(kind: kind, id: id, file: file, fields: entry))
    return (entry, id, title?.string ?? id.string)
  }

  /// A path below the language's folder.
  private func file(_ entry: Fields, required: Bool = false) -> Text? {
    guard let file = entry.text("file", required: required) else { return nil }
    let parts = file.string.split(separator: "/", omittingEmptySubsequences: false)
    if parts.contains("..") || parts.contains("") || !file.string.hasSuffix(".yaml") {
      report.add(
        .badPath, in: file, "a file is a path below this folder that ends in .yaml, without `..`")
      return nil
    }
    return file
  }

  private func needsPass(_ entry: Fields) -> Bool {
    guard let needs = entry.text("needs") else { return true }
    if needs.string == "nothing" { return false }
    report.add(
      .badWord, in: needs, "'needs' can only be `nothing`; without it a module waits for the gate")
    return true
  }

  private func gives(_ entry: Fields) -> [String: Program.Given] {
    var gives: [String: Program.Given] = [:]
    for item in entry.map("gives") ?? [] {
      guard Fields.isID(item.key, report), let text = Fields.text(item.value, "a type", report),
        let type = Fields.word(text, as: Program.Given.self, what: "a type", report)
      else { continue }
      gives[item.key.string] = type
    }
    return gives
  }

  private func lengths(_ entry: Fields) -> [Int] {
    var lengths: [Int] = []
    for text in entry.texts("lengths", required: true) ?? [] {
      guard let length = Values.whole(text.string), (1...60).contains(length) else {
        report.add(.badNumber, in: text, "a length is a whole number of minutes, 1 to 60")
        continue
      }
      if let last = lengths.last, length <= last {
        report.add(.badNumber, in: text, "the lengths rise from one to the next")
      }
      lengths.append(length)
    }
    return lengths.sorted()
  }
}
