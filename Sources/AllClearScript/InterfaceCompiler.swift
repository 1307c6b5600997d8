import AllClearEngine

/// Compiles interface.yaml: the words of the screens.
struct InterfaceCompiler {
  let workspace: Workspace

  /// The words; `nil` when the file could not be understood at all.
  func compile() -> Phrases? {
    guard let (source, report) = workspace.openOrReport(Workspace.File.interface),
      let entries = YAMLReader(source: source, report: report).read(),
      let header = FileHeader.read(entries, expected: ["interface"], report)
    else { return nil }
    let names = Phrase.allCases.map(\.rawValue)
    let file = Fields(
      entries, at: header.id.at, Grammar.interface.map, report: report)
    guard let phrases = file.node("phrases"),
      let fields = Fields(phrases, what: "the list of phrases", known: names, report: report)
    else {
      report.add(.phraseMissing, at: header.id.at, "interface.yaml has no map of 'phrases'")
      return nil
    }
    var texts: [Phrase: Phrases.Text] = [:]
    for phrase in Phrase.allCases {
      guard let node = fields.node(phrase.rawValue) else { continue }
      texts[phrase] = text(node, phrase.rawValue, report)
    }
    let missing = names.filter { !fields.has($0) }
    if !missing.isEmpty {
      let first = missing.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
      let more = missing.count > 8 ? " and \(missing.count - 8) more" : ""
      report.add(.phraseMissing, at: header.id.at, "no words for " + first + more)
    }
    return Phrases(
      texts: texts, months: list("months", of: 12, file), days: list("days", of: 7, file))
  }

  private func list(_ key: String, of count: Int, _ fields: Fields) -> [String] {
    guard let words = fields.texts(key, required: true) else { return [] }
    if words.count != count {
      fields.report.add(
        .wrongCount, at: fields.place(key), "'\(key)' has \(words.count) names; there are \(count)")
    }
    return words.map(\.string)
  }

  private func text(_ node: YAMLNode, _ name: String, _ report: Report) -> Phrases.Text? {
    if case .map = node.content {
      guard
        let fields = Fields(
          node, what: "a plural", known: ["one", "other"], report: report),
        let one = fields.text("one", required: true),
        let other = fields.text("other", required: true)
      else { return nil }
      check(one, report)
      check(other, report)
      return .plural(one: one.string, other: other.string)
    }
    guard let text = Fields.text(node, "'\(name)'", report) else { return nil }
    if text.isEmpty { report.add(.emptyText, at: node.at, "'\(name)' says nothing") }
    check(text, report)
    return .plain(text.string)
  }

  /// A hole of the screens is a name in braces; nothing is promised.
  private func check(_ text: Text, _ report: Report) {
    TextRules(report).check(claims: text)
    guard text.string.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") })
    else { return }
    var open: Int?
    var name = ""
    for (offset, scalar) in text.string.unicodeScalars.enumerated() {
      switch scalar {
      case "{" where open == nil:
        open = offset
        name = ""
      case "}" where open != nil && Values.isID(name): open = nil
      case "{", "}":
        report.add(.badHole, in: text, offset: open ?? offset, "a hole is `{name}`")
        return
      default: name.unicodeScalars.append(scalar)
      }
    }
    if let open { report.add(.badHole, in: text, offset: open, "a `{` without its `}`") }
  }
}
