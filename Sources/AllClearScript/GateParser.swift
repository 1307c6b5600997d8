import AllClearEngine

/// Parses a safety question.
struct GateParser {
  let report: Report

  /// The gate; `nil` when something needed was reported.
  func gate(_ text: ParsedProse, _ fields: Fields) -> ParsedGate? {
    let parser = OptionParser(report: report)
    guard let nodes = parser.nodes(fields, least: 2) else { return nil }
    var ids: Set<String> = []
    let options = nodes.compactMap { option($0, parser, &ids) }
    return ParsedGate(
      text: text, options: options, stops: stops(fields, holds: options.compactMap(\.option.hold)),
      sorts: fields.id("sorts"), at: fields.place("gate"))
  }

  private func option(
    _ node: YAMLNode, _ parser: OptionParser, _ ids: inout Set<String>
  ) -> (option: Gate.Option, id: Text, text: Text)? {
    let map = Grammar.gateOption
    guard let fields = Fields(node, what: map.what, known: [], report: report) else {
      return nil
    }
    let ways = ["then", "opens", "ask", "evidence", "default", "skip"]
    for way in ways where fields.has(way) {
      report.add(
        .gateWayRound, at: fields.place(way),
        "a gate's option has no `\(way)`; an answer is kept and holds, and nothing leads past it")
    }
    fields.refuseUnknown(map.names + ways)
    guard let (id, text) = parser.named(fields, &ids) else { return nil }
    let hold = fields.word("hold", as: Hold.self)
    let outcome = fields.id("outcome")
    let isKept = fields.bool("keep") ?? true
    if let outcome, hold != nil, outcome.string == Gate.clear {
      report.add(
        .gateKeep, in: outcome,
        "an answer that holds cannot be kept as `clear`; leave `outcome` out")
    }
    return (
      Gate.Option(
        id: id.string, text: text.string, hold: hold, outcome: outcome?.string, isKept: isKept),
      id, text
    )
  }

  private func stops(_ fields: Fields, holds: [Hold]) -> [(hold: Hold, page: ParsedProse)] {
    var stops: [(hold: Hold, page: ParsedProse)] = []
    for entry in fields.map("stop") ?? [] {
      guard let hold = Fields.word(entry.key, as: Hold.self, what: "'stop'", report),
        let text = Fields.text(entry.value, "the page", report)
      else { continue }
      if !holds.contains(hold) {
        report.add(
          .gateStop, in: entry.key,
          "no option of this gate holds '\(hold.rawValue)', so this page would never be shown")
      }
      if text.isEmpty {
        report.add(.emptyText, at: entry.key.at, "the page for '\(hold.rawValue)' says nothing")
      }
      stops.append((hold, ProseParser(report: report).parse(text)))
    }
    return stops
  }
}
