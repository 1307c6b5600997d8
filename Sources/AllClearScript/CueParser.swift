import AllClearEngine

/// Parses one cue of a practice.
struct CueParser {
  let report: Report

  /// The cue; `nil` when something needed was reported.
  func cue(_ node: YAMLNode) -> ParsedCue? {
    guard let fields = Fields(node, Grammar.cue, report: report) else { return nil }
    let at = time(fields)
    var texts = fields.text("say").map { [$0] } ?? []
    if !fields.has("say"), fields.has("bell"),
      let key = ["variants", "quiet", "does", "tone"].first(where: fields.has)
    {
      report.add(
        .cueEmpty, at: fields.place(key), "'\(key)' belongs to a line; the cue has no `say`")
    }
    texts += fields.texts("variants") ?? []
    let bell = fields.word("bell", as: Bell.self)
    let quiet = fields.duration("quiet")
    let does = fields.word("does", as: Ingredient.self)
    let tone = fields.word("tone", as: Tone.self)
    if tone == .dry, texts.count == 1 {
      report.add(
        .cueTone, at: fields.place("tone"),
        "a dry line needs one without the joke beside it; write it under `variants`")
    }
    if !fields.has("say"), !fields.has("bell") {
      report.add(.cueEmpty, at: fields.at, "a cue has a line (`say`) or a `bell`, or both")
    }
    var lines: [[Prose.Run]] = []
    for text in texts {
      lines.append(ProseParser(report: report).line(text, holes: .safetyLine).runs)
      TextRules(report).check(claims: text)
    }
    guard let at else { return nil }
    return ParsedCue(
      cue: Cue(at: at, lines: lines, bell: bell, quiet: quiet, tone: tone), at: fields.at,
      texts: texts,
      does: does, quietAt: fields.has("quiet") ? fields.place("quiet") : nil)
  }

  private func time(_ fields: Fields) -> Int? {
    guard let text = fields.text("at", required: true) else { return nil }
    guard let time = Values.time(text.string) else {
      report.add(
        .badTime, in: text,
        "'\(text.string.prefix(20))' is no time; write minutes and seconds, \"1:05\"")
      return nil
    }
    if text.style == .plain {
      report.add(
        .badTime, in: text, "put quotes around a time, \"\(text.string)\"; YAML may read a number")
    }
    return time
  }
}
