import AllClearEngine

extension ParsedStep {
  /// The questions of a measure that stands as this step, with all that the step says of them.
  func asked(_ measure: Measure) -> [ParsedStep] {
    func here(_ string: String) -> Text { Text(string: string, at: id.at, style: .plain) }
    return measure.items.enumerated().map { index, item in
      let prose = Prose(measure.period.blocks + item.text.blocks)
      let options = item.options.map { option in
        ParsedOption(
          option: Option(id: option.id, text: option.text), id: here(option.id),
          text: here(option.text))
      }
      var step = self
      step.id = here(Measure.step(id.string, item: item.id))
      step.kind = .choose(
        ParsedProse(prose: prose, text: here(prose.plainText), holes: []), options, many: false)
      step.endsSession = endsSession && index == measure.items.count - 1
      return step
    }
  }
}

extension Measure {
  /// The points of its first total, by the steps that ask its items, where it stands as this step.
  func total(of step: String) -> Module.Total? {
    guard let score = scores.first else { return nil }
    var total: Module.Total = [:]
    for item in items where score.items.contains(item.id) {
      total[Measure.step(step, item: item.id)] = Dictionary(
        item.options.map { ($0.id, $0.score) }
      ) { first, _ in first }
    }
    return total
  }
}
