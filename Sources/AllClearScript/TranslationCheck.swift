import AllClearEngine

/// Checks a file of another language: the words of one file of the original, and nothing else.
///
/// Such a file stands at the same path below its own language's folder.
struct TranslationCheck {
  let workspace: Workspace

  /// Checks a file, by its path as seen from the original's folder: `../de/modules/a.yaml`.
  func check(_ path: String) {
    guard let (source, report) = workspace.openOrReport(path),
      let entries = YAMLReader(source: source, report: report).read(),
      let header = FileHeader.read(entries, expected: ["module", "page"], report)
    else { return }
    let names = Grammar.translation.names + [header.kind]
    let fields = Fields(
      entries, at: header.id.at, what: Grammar.translation.what, known: [], report: report)
    let structure = (Grammar.files.first { $0.name == header.kind }?.map.names ?? []) + ["when"]
    for name in fields.names.sorted() where structure.contains(name) && !names.contains(name) {
      refuse(name, at: fields.place(name), report)
    }
    fields.refuseUnknown(names + structure)
    let of = fields.text("of", required: true)
    let texts = fields.map("texts", required: true)
    guard let original = original(path, header, report) else { return }
    if let of { compare(of, original, report) }
    check(texts ?? [], original, report)
  }

  private func refuse(_ name: String, at position: Position, _ report: Report) {
    report.add(
      .translationStructure, at: position,
      "'\(name)' stands in the original alone; a translation has `of` and `texts`")
  }

  /// The file that it translates.
  private func original(
    _ path: String, _ header: FileHeader, _ report: Report
  ) -> ParsedModule? {
    let parts = path.split(separator: "/").dropFirst(2)
    let file = parts.joined(separator: "/")
    guard workspace.fault(file) == nil, let module = workspace.module(file),
      module.id == header.id.string, module.isPage == (header.kind == "page")
    else {
      report.add(
        .translationUnknown, in: header.id,
        "there is no \(header.kind) '\(header.id.string)' at '\(file)' of the original")
      return nil
    }
    return module
  }

  private func compare(_ of: Text, _ original: ParsedModule, _ report: Report) {
    var fingerprint = Fingerprint()
    fingerprint.add(original.source.bytes)
    guard of.string != fingerprint.text else { return }
    report.add(
      .translationOld, in: of,
      "the original has changed; translate again what is new, then write `of: "
        + "\"\(fingerprint.text)\"`")
  }

  /// Each text has the id of its step; options, ends and pages are named behind a dot.
  private func check(_ texts: [YAMLNode.Entry], _ original: ParsedModule, _ report: Report) {
    let known = Self.names(original)
    for entry in texts {
      let name = entry.key.string
      if case .map(let entries) = entry.value.content {
        for inner in entries { refuse(inner.key.string, at: inner.key.at, report) }
        continue
      }
      guard let text = Fields.text(entry.value, "a text", report) else { continue }
      if text.isEmpty { report.add(.emptyText, at: entry.key.at, "'\(name)' says nothing") }
      guard !known.contains(name) else { continue }
      let last = name.split(separator: ".").last.map(String.init) ?? name
      if ["when", "then", "until", "id"].contains(last) {
        refuse(name, at: entry.key.at, report)
      } else {
        report.add(
          .translationUnknown, in: entry.key,
          "the original has no text '\(name.prefix(60))'" + NearestName.hint(name, in: known))
      }
    }
  }

  /// The names of all texts of a file: `step`, `step.option`, `step.low`, `step.high`, `step.why`,
  /// `step.stop.hold`, and `file.title` and `file.why`.
  static func names(_ module: ParsedModule) -> Set<String> {
    var names: Set<String> = ["file.title", "file.why"]
    for step in TextRules.steps(module.items) {
      let id = step.id.string
      if step.prose != nil { names.insert(id) }
      if step.why != nil { names.insert("\(id).why") }
      switch step.kind {
      case .choose(_, let options, _):
        names.formUnion(options.map { "\(id).\($0.id.string)" })
        names.formUnion(
          options.filter { $0.evidence != nil }.map { "\(id).\($0.id.string).evidence" })
      case .scale: names.formUnion(["\(id).low", "\(id).high"])
      case .gate(let gate):
        names.formUnion(gate.options.map { "\(id).\($0.id.string)" })
        names.formUnion(gate.stops.map { "\(id).stop.\($0.hold.rawValue)" })
      default: break
      }
    }
    return names
  }
}
