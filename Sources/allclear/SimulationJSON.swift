import AllClearEngine

/// What made-up patients met, for another program to read.
enum SimulationJSON {
  static func value(_ reports: [PlayReport], _ coverage: Coverage?) -> JSON {
    var all: [String: JSON] = ["personas": .array(reports.map(value))]
    if let coverage {
      all["modules"] = .array(
        coverage.modules.map { module in
          .sorted([
            "module": .string(module.id), "steps": .int(module.steps),
            "unreached": .array(module.unreached.map(JSON.string)),
            "untaken": .array(module.untaken.map(JSON.string)),
          ])
        })
    }
    return .sorted(all)
  }

  private static func value(_ report: PlayReport) -> JSON {
    var map: [String: JSON] = [
      "persona": .string(report.persona), "seed": .string(String(report.seed)),
      "days": .int(report.days),
      "seconds": .sorted([
        "reading": .int(report.reading), "practising": .int(report.practising),
        "answering": .int(report.answering),
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
      "gates": .sorted(report.gates.mapValues { counts($0) { $0 } }),
      "taken": .sorted(report.taken.mapValues { counts($0) { $0 } }),
      "reached": .array(report.reached.sorted().map(JSON.string)),
    ]
    map["practices"] = .sorted(
      Dictionary(
        uniqueKeysWithValues: report.practices.map { attention, rounds in
          (
            attention.rawValue,
            JSON.sorted([
              "offered": .int(rounds.offered), "begun": .int(rounds.begun),
              "finished": .int(rounds.finished),
            ])
          )
        }))
    map["visits"] = .array(
      report.visits.map { visit in
        .sorted([
          "day": .int(visit.day), "hour": .int(visit.hour),
          "prompts": .int(visit.prompts), "seconds": .int(visit.seconds),
          "ending": .string(visit.ending.rawValue),
        ])
      })
    if let stuck = report.stuck { map["stuck"] = .string(stuck) }
    return .sorted(map)
  }

  private static func counts<Key>(
    _ counts: [Key: Int], _ name: (Key) -> String
  ) -> JSON {
    .sorted(
      Dictionary(
        uniqueKeysWithValues: counts.map { (name($0.key), JSON.int($0.value)) }))
  }
}
