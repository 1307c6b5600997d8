import AllClearEngine

/// Parses the options of a question.
struct OptionParser {
  static let most = 9
  let report: Report

  /// The options of a `choose`; `nil` when there are none.
  func options(_ fields: Fields) -> [ParsedOption]? {
    guard let nodes = nodes(fields, least: 1) else { return nil }
    var ids: Set<String> = []
    let options = nodes.compactMap { option($0, &ids) }
    if options.count == nodes.count, options.allSatisfy({ $0.door != nil }) {
      report.add(
        .optionDoor, at: fields.place("options"),
        "every option is a door, and none answers; add one that goes on")
    }
    if options.count == nodes.count, options.contains(where: { $0.when != nil }),
      !options.contains(where: { $0.when == nil && $0.door == nil })
    {
      report.add(
        .optionWhen, at: fields.place("options"),
        "every answer has a `when`, and there may be none; keep one that is always offered")
    }
    return options.isEmpty ? nil : options
  }

  /// The option nodes, their number checked.
  func nodes(_ fields: Fields, least: Int) -> [YAMLNode]? {
    guard let nodes = fields.list("options", required: true) else { return nil }
    if nodes.count > Self.most {
      report.add(
        .wrongCount, at: nodes[Self.most].at,
        "\(nodes.count) options; a question has at most \(Self.most), a digit for each")
    } else if nodes.count < least {
      report.add(
        .wrongCount, at: fields.place("options"),
        "\(nodes.count) options; this question needs \(least) or more")
    }
    return nodes
  }

  /// The id and text that every option has.
  func named(_ fields: Fields, _ ids: inout Set<String>) -> (id: Text, text: Text)? {
    let id = fields.id("id", required: true)
    let text = fields.text("text", required: true)
    guard let id else { return nil }
    if !ids.insert(id.string).inserted {
      report.add(.duplicateID, in: id, "two options of this question have the id '\(id.string)'")
    }
    guard let text else { return nil }
    TextRules(report).check(plain: text)
    return (id, text)
  }

  private func option(_ node: YAMLNode, _ ids: inout Set<String>) -> ParsedOption? {
    let map = Grammar.option
    guard let fields = Fields(node, what: map.what, known: [], report: report) else {
      return nil
    }
    fields.refuseUnknown(map.names, elsewhere: Grammar.owner)
    guard let (id, text) = named(fields, &ids) else { return nil }
    let door = fields.id("opens")
    let ends = ThenWord.read(fields)
    if door != nil, ends {
      report.add(
        .optionDoor, at: fields.place("then"),
        "an option that opens something comes back to its question; it cannot end the session")
    }
    let asks = asksTomorrow(fields)
    let evidence = fields.text("evidence")
    if let evidence { TextRules(report).check(plain: evidence) }
    if door != nil, evidence != nil {
      report.add(
        .optionDoor, at: fields.place("evidence"),
        "an option that opens something is never an answer; it adds no evidence")
    }
    let rests = fields.word("rests", as: Rest.self)
    if door != nil, fields.has("rests") {
      report.add(
        .optionDoor, at: fields.place("rests"),
        "an option that opens something is never an answer; nothing rests by it")
    }
    return ParsedOption(
      option: Option(
        id: id.string, text: text.string, endsSession: ends, asksTomorrow: asks,
        calls: fields.word("calls", as: PainWord.Given.self),
        settles: fields.word("settles", as: OwnList.self),
        isTooMuch: fields.bool("too-much") ?? false, rests: rests, evidence: evidence?.string,
        happened: fields.word("happened", as: Experiment.Happened.self)),
      id: id, text: text, door: door, evidence: evidence,
      when: fields.text("when").flatMap { PredicateParser.parse($0, report) })
  }

  private func asksTomorrow(_ fields: Fields) -> Bool {
    guard let ask = fields.text("ask") else { return false }
    if ask.string == "tomorrow" { return true }
    report.add(.badWord, in: ask, "'ask' can only be `tomorrow`")
    return false
  }
}
