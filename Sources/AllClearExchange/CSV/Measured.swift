import AllClearEngine

/// A questionnaire that was answered, with what was chosen for each of its questions.
struct Measured {
  var measure: Measure
  var session: SessionID
  var at: Wall
  var answers: [Chosen]

  /// An answer to one question of it.
  struct Chosen {
    var record: Record
    var item: Measure.Item
    var option: Measure.Option
  }

  /// Every one of those that are known, in the order of writing.
  static func all(in records: [StandingRecord], of measures: [Measure]) -> [Measured] {
    var chosen: [SessionID: [Record]] = [:]
    for one in records {
      guard case .answer(.option, nil) = one.record.value else { continue }
      chosen[one.record.id.session, default: []].append(one.record)
    }
    return records.compactMap { one in
      guard case .measured(let id) = one.record.value,
        let measure = measures.first(where: { $0.id == id })
      else { return nil }
      let session = one.record.id.session
      let answers = chosen[session, default: []].compactMap { answer($0, to: measure) }
      return Measured(measure: measure, session: session, at: one.record.at, answers: answers)
    }
  }

  /// The steps that ask its questions bear their names at the end.
  private static func answer(_ record: Record, to measure: Measure) -> Chosen? {
    guard case .answer(.option(let id), _) = record.value else { return nil }
    for item in measure.items where record.step.hasSuffix("-" + item.id) {
      guard let option = item.options.first(where: { $0.id == id }) else { continue }
      return Chosen(record: record, item: item, option: option)
    }
    return nil
  }

  /// A total; `nil` where a question of it has no answer.
  func total(_ name: String) -> Int? {
    measure.total(
      name,
      of: Dictionary(answers.map { ($0.item.id, $0.option.id) }) { _, later in later })
  }
}
