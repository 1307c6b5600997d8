import AllClearEngine

/// A JSON value whose keys stand in the order of the alphabet, so that it is written the same each
/// time.
indirect enum PlainJSON {
  case number(Int)
  case text(String)
  case list([PlainJSON])
  case map([String: PlainJSON])

  var text: String { written(indent: "") }

  private func written(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .number(let number): return String(number)
    case .text(let text): return JSON.quoted(text)
    case .list(let items):
      guard !items.isEmpty else { return "[]" }
      return "[\n" + items.map { inner + $0.written(indent: inner) }.joined(separator: ",\n")
        + "\n\(indent)]"
    case .map(let values):
      guard !values.isEmpty else { return "{}" }
      let lines = values.sorted { $0.key < $1.key }.map {
        "\(inner)\(JSON.quoted($0.key)): \($0.value.written(indent: inner))"
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }
}

/// What made-up patients met, for another program to read.
enum SimulationJSON {
  static func value(_ reports: [PlayReport], _ coverage: Coverage?) -> PlainJSON {
    var all: [String: PlainJSON] = ["personas": .list(reports.map(value))]
    if let coverage {
      all["modules"] = .list(
        coverage.modules.map { module in
          .map([
            "module": .text(module.id), "steps": .number(module.steps),
            "unreached": .list(module.unreached.map(PlainJSON.text)),
            "untaken": .list(module.untaken.map(PlainJSON.text)),
          ])
        })
    }
    return .map(all)
  }

  private static func value(_ report: PlayReport) -> PlainJSON {
    var map: [String: PlainJSON] = [
      "persona": .text(report.persona), "seed": .text(String(report.seed)),
      "days": .number(report.days),
      "seconds": .map([
        "reading": .number(report.reading), "practising": .number(report.practising),
        "answering": .number(report.answering),
      ]),
      "prompts": counts(report.prompts) { $0.rawValue },
      "questions-by-day": counts(report.questions) { String($0) },
      "questions-outside-modules-by-day": counts(report.besideQuestions) { String($0) },
      "questionnaire-items-by-day": counts(report.questionnaireItems) { String($0) },
      "most-questions-in-a-session": counts(report.mostInSession) { $0 },
      "finished": counts(report.finished) { $0 },
      "holds": counts(report.holds) { $0.rawValue },
      "refused": counts(report.refused) { $0 },
      "asked-again": counts(report.askedAgain) { $0 },
      "gates": .map(report.gates.mapValues { counts($0) { $0 } }),
      "taken": .map(report.taken.mapValues { counts($0) { $0 } }),
      "reached": .list(report.reached.sorted().map(PlainJSON.text)),
    ]
    map["practices"] = .map(
      Dictionary(
        uniqueKeysWithValues: report.practices.map { attention, rounds in
          (
            attention.rawValue,
            PlainJSON.map([
              "offered": .number(rounds.offered), "begun": .number(rounds.begun),
              "finished": .number(rounds.finished),
            ])
          )
        }))
    map["visits"] = .list(
      report.visits.map { visit in
        .map([
          "day": .number(visit.day), "hour": .number(visit.hour),
          "prompts": .number(visit.prompts), "seconds": .number(visit.seconds),
          "ending": .text(visit.ending.rawValue),
        ])
      })
    if let stuck = report.stuck { map["stuck"] = .text(stuck) }
    return .map(map)
  }

  private static func counts<Key>(
    _ counts: [Key: Int], _ name: (Key) -> String
  ) -> PlainJSON {
    .map(
      Dictionary(
        uniqueKeysWithValues: counts.map { (name($0.key), PlainJSON.number($0.value)) }))
  }
}
