import AllClearEngine

/// A measure with its file, which a module that asks it depends on.
struct ParsedMeasure {
  var measure: Measure
  var title: Text?
  var source: SourceText
}

/// Compiles the file of a questionnaire.
///
/// Its words are its authors': they are neither graded nor searched for claims.
struct MeasureCompiler {
  let source: SourceText
  let report: Report

  /// The measure; `nil` when it has an error.
  func compile() -> ParsedMeasure? {
    guard let entries = YAMLReader(source: source, report: report).read(),
      let header = FileHeader.read(entries, expected: ["measure"], report)
    else { return nil }
    let fields = Fields(entries, at: header.id.at, Grammar.measure.map, report: report)
    let title = fields.text("title", required: true)
    if let title { TextRules(report).check(plain: title) }
    let rights = fields.text("rights", required: true)
    _ = Review.read(fields)
    let shared = options(fields)
    let items = self.items(fields, shared)
    let measure = Measure(
      id: header.id.string, title: title?.string ?? "", rights: rights?.string ?? "",
      period: fields.text("period").map(prose) ?? Prose([]),
      showsScore: fields.bool("shows-score") ?? true, items: items, scores: [])
    let whole = scored(measure, fields)
    guard !report.hasErrors else { return nil }
    return ParsedMeasure(measure: whole, title: title, source: source)
  }

  private func prose(_ text: Text) -> Prose {
    ProseParser(report: report).parse(text, holes: .none).prose
  }

  /// The id of an entry of a list, unique in it.
  private func id(
    _ fields: Fields, _ key: String, _ ids: inout Set<String>, _ what: String
  ) -> String? {
    guard let id = fields.id(key, required: true) else { return nil }
    if !ids.insert(id.string).inserted {
      report.add(.duplicateID, in: id, "two \(what) have the id '\(id.string)'")
    }
    return id.string
  }

  private func options(_ fields: Fields) -> [Measure.Option] {
    guard fields.has("options"), let nodes = OptionParser(report: report).nodes(fields, least: 2)
    else { return [] }
    var ids: Set<String> = []
    return nodes.compactMap { node in
      guard let option = Fields(node, Grammar.itemOption, report: report) else { return nil }
      let text = option.text("text", required: true)
      if let text { TextRules(report).check(plain: text) }
      let score = option.whole("score", in: 0...100, required: true)
      guard let id = id(option, "id", &ids, "options of this question"), let text, let score
      else { return nil }
      return Measure.Option(id: id, text: text.string, score: score)
    }
  }

  private func items(_ fields: Fields, _ shared: [Measure.Option]) -> [Measure.Item] {
    var ids: Set<String> = []
    let nodes = fields.list("items", required: true) ?? []
    if fields.has("items"), !(1...40).contains(nodes.count) {
      report.add(.wrongCount, at: fields.place("items"), "\(nodes.count) items; between 1 and 40")
    }
    return nodes.compactMap { node in
      guard let item = Fields(node, Grammar.item, report: report) else { return nil }
      let id = id(item, "id", &ids, "items")
      let text = item.text("text", required: true)
      if !item.has("options"), !fields.has("options") {
        report.add(
          .missingKey, at: item.at, "an item needs `options`, its own or the measure's")
      }
      guard let id, let text else { return nil }
      return Measure.Item(
        id: id, text: prose(text), options: item.has("options") ? options(item) : shared)
    }
  }

  private func scored(_ measure: Measure, _ fields: Fields) -> Measure {
    var measure = measure
    var names: Set<String> = []
    for node in fields.list("scoring", required: true) ?? [] {
      guard let rule = Fields(node, Grammar.score, report: report),
        let name = id(rule, "name", &names, "scores")
      else { continue }
      let sum = rule.texts("sum", required: true) ?? []
      let known = measure.items.map(\.id)
      for item in sum where !known.contains(item.string) {
        report.add(
          .measureScore, in: item,
          "there is no item '\(item.string.prefix(40))'"
            + NearestName.hint(item.string, in: Set(known)))
      }
      var score = Measure.Score(name: name, items: sum.map(\.string))
      score.ranges = ranges(rule, within: measure.extent(of: score))
      measure.scores.append(score)
    }
    return measure
  }

  private func ranges(_ rule: Fields, within extent: ClosedRange<Int>) -> [Measure.Range] {
    var ids: Set<String> = []
    var ranges: [Measure.Range] = []
    for node in rule.list("ranges") ?? [] {
      guard let range = Fields(node, Grammar.scoreRange, report: report) else { continue }
      let id = id(range, "id", &ids, "ranges")
      let from = range.whole("from", in: 0...4000, required: true)
      let to = range.whole("to", in: 0...4000, required: true)
      let text = range.text("text", required: true)
      guard let id, let from, let to, let text else { continue }
      let next = ranges.last.map { $0.to + 1 } ?? extent.lowerBound
      if !report.hasErrors, from != next || to < from || to > extent.upperBound {
        report.add(
          .measureScore, at: range.at,
          "\(from) to \(to); the ranges go on from \(next), each without a gap, up to "
            + "\(extent.upperBound)")
      }
      ranges.append(Measure.Range(id: id, from: from, to: to, text: text.string))
    }
    return ranges
  }
}
