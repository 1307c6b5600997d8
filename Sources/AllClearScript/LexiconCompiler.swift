import AllClearEngine
import AllClearMeasures

/// Compiles lexicon.yaml: the words by which causes in a person's own words are coded.
struct LexiconCompiler {
  let source: SourceText
  let report: Report

  /// A reason of at least so many words is one that somebody could argue with.
  private static let leastReason = 2

  /// The lexicon; `nil` when it has an error.
  func compile() -> Lexicon? {
    guard let entries = YAMLReader(source: source, report: report).read(),
      let header = FileHeader.read(entries, expected: ["lexicon"], report)
    else { return nil }
    let fields = Fields(entries, at: header.id.at, Grammar.lexicon.map, report: report)
    let version = fields.whole("version", in: 1...10_000, required: true)
    var ids: Set<String> = []
    var owners: [Lexicon.Cue: String] = [:]
    let groups = (fields.list("entries", required: true) ?? []).compactMap { node in
      entry(node, &ids, &owners)
    }
    guard !report.hasErrors, let version else { return nil }
    return Lexicon(version: version, entries: groups)
  }

  private func entry(
    _ node: YAMLNode, _ ids: inout Set<String>, _ owners: inout [Lexicon.Cue: String]
  ) -> Lexicon.Entry? {
    guard let fields = Fields(node, Grammar.lexiconEntry, report: report),
      let id = fields.id("id", required: true)
    else { return nil }
    if !ids.insert(id.string).inserted {
      report.add(.duplicateID, in: id, "two groups have the id '\(id.string)'")
    }
    let category = category(fields)
    let reason = fields.text("reason", required: true)
    if let reason {
      TextRules(report).check(plain: reason)
      if reason.string.split(separator: " ").count < Self.leastReason {
        report.add(.emptyText, in: reason, "a reason says why the words belong here")
      }
    }
    // Several cues share a line: one a line would be thousands of them.
    let cues = (fields.texts("cues", required: true) ?? []).flatMap { text in
      text.string.utf8.split(separator: UInt8(ascii: ",")).compactMap { part in
        cue(String(Substring(part)), in: text, of: id.string, &owners)
      }
    }
    guard let category, let reason, !cues.isEmpty else { return nil }
    return Lexicon.Entry(
      id: id.string, category: category, reason: reason.string, cues: cues,
      isWeak: fields.bool("weak") ?? false)
  }

  private func category(_ fields: Fields) -> CauseCategory? {
    guard let text = fields.text("category", required: true) else { return nil }
    if let category = CauseCategory(name: text.string) { return category }
    report.add(
      .badWord, in: text,
      "'category' cannot be '\(text.string.prefix(40))'"
        + NearestName.hint(text.string, in: CauseCategory.allCases.map(\.name)))
    return nil
  }

  private func cue(
    _ words: String, in text: Text, of group: String, _ owners: inout [Lexicon.Cue: String]
  ) -> Lexicon.Cue? {
    guard let cue = Lexicon.Cue(words) else {
      report.add(
        .badCue, in: text,
        "'\(words.prefix(40))' is no cue; it is words, `injur*` with any ending, or words with "
          + "`...` between")
      return nil
    }
    if let owner = owners.updateValue(group, forKey: cue) {
      report.add(.badCue, in: text, "'\(words.prefix(40))' stands in '\(owner)' already; keep one")
      return nil
    }
    return cue
  }
}
