import AllClearEngine

/// Reads what a persona answers where: one reply, a list for the first time, the second and so on,
/// or `from-day` with a reply from each day on.
struct PersonaAnswers {
  private static let ruleKeys = ["from-day"]
  private static let replyKeys = ["entries"]

  let report: Report

  func read(_ fields: Fields) -> [ParsedPersona.Answer] {
    (fields.map("answers") ?? []).compactMap { entry in
      guard isPlace(entry.key) else { return nil }
      var words: [Text] = []
      guard let rule = rule(entry.value, &words) else { return nil }
      return ParsedPersona.Answer(key: entry.key, rule: rule, words: words)
    }
  }

  private func isPlace(_ key: Text) -> Bool {
    let parts = key.string.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, parts.allSatisfy(Values.isID) { return true }
    report.add(
      .badID, in: key,
      "'\(key.string.prefix(40))' is no name of a step; write `module.step`")
    return false
  }

  private func rule(_ node: YAMLNode, _ words: inout [Text]) -> Persona.Rule? {
    switch node.content {
    case .list(let items):
      let replies = items.compactMap { reply($0, &words) }
      guard !replies.isEmpty else {
        if items.isEmpty { report.add(.wrongCount, at: node.at, "a list has one reply at least") }
        return nil
      }
      return .turns(replies)
    case .map(let entries) where entries.contains { $0.key.string == "from-day" }:
      return days(node, &words)
    case .map, .text: return reply(node, &words).map { .turns([$0]) }
    }
  }

  private func days(_ node: YAMLNode, _ words: inout [Text]) -> Persona.Rule? {
    guard
      let fields = Fields(node, what: "a rule by day", known: Self.ruleKeys, report: report),
      let entries = fields.map("from-day", required: true)
    else { return nil }
    var days: [Persona.Rule.FromDay] = []
    for entry in entries {
      guard let day = Values.whole(entry.key.string), day <= PersonaCompiler.lastDay else {
        report.add(
          .badNumber, in: entry.key,
          "a day is a whole number from 0, and this is '\(entry.key.string.prefix(40))'")
        continue
      }
      if let reply = reply(entry.value, &words) { days.append(.init(day, reply)) }
    }
    return days.isEmpty ? nil : .days(days.sorted { $0.day < $1.day })
  }

  private func reply(_ node: YAMLNode, _ words: inout [Text]) -> Persona.Reply? {
    if case .map = node.content {
      guard let fields = Fields(node, what: "a reply", known: Self.replyKeys, report: report),
        let entries = fields.texts("entries", required: true)
      else { return nil }
      words += entries
      return .entries(entries.map(\.string))
    }
    guard let text = Fields.text(node, "a reply", report) else { return nil }
    guard !text.isEmpty else {
      report.add(.emptyText, at: node.at, "a reply that says nothing; write `skip` to skip")
      return nil
    }
    words.append(text)
    return .word(text.string)
  }
}
