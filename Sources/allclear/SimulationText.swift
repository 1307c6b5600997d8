import AllClearEngine
import AllClearScript

/// Tells what made-up patients met, as calm plain text.
struct SimulationText {
  let cast: Cast
  let house: House

  func text(_ reports: [PlayReport], _ coverage: Coverage?) -> [String] {
    var lines: [String] = []
    for (persona, report) in zip(cast.personas, reports) {
      lines += lines.isEmpty ? [] : [""]
      lines += text(persona, report)
    }
    if let coverage { lines += ["", "All of them together"] + text(coverage) }
    return lines
  }

  private func text(_ persona: Persona, _ report: PlayReport) -> [String] {
    let visits = report.visits
    let fromHome = visits.count { $0.ending == .home }
    var lines = ["\(persona.title) (\(persona.id), seed \(report.seed), \(report.days) days)"]
    lines.append(
      row(
        "visits",
        "\(visits.count): \(fromHome) ended at Home, "
          + "\(visits.count { $0.ending == .left }) in the middle"))
    lines.append(
      row(
        "time",
        "\(report.minutes) min: reading \((report.reading + 30) / 60), "
          + "practising \((report.practising + 30) / 60), answering \((report.answering + 30) / 60)"
      ))
    let kinds = PlayReport.Kind.allCases.compactMap { kind in
      report.prompts[kind].map { "\(kind.rawValue) \($0)" }
    }
    lines.append(
      row("prompts", "\(report.prompts.values.reduce(0, +)): " + kinds.joined(separator: ", ")))
    let mean = report.meanQuestionsInTenths
    lines.append(
      row(
        "questions",
        "a day: most \(report.mostQuestions), mean \(mean / 10).\(mean % 10); "
          + "outside modules most \(report.besideQuestions.values.max() ?? 0)"))
    lines.append(row("finished", counted(report.finished)))
    for attention in Attention.allCases {
      guard let rounds = report.practices[attention] else { continue }
      lines.append(
        row(
          "practices", "\(attention.rawValue): \(rounds.begun) begun, \(rounds.finished) finished"))
    }
    if report.practices.isEmpty { lines.append(row("practices", "none")) }
    for (gate, outcomes) in report.gates.sorted(by: { $0.key < $1.key }) {
      lines.append(row("gate", "\(gate): " + counted(outcomes)))
    }
    let holds = Hold.allCases.compactMap { hold in
      report.holds[hold].map { "\(hold.rawValue) \($0)" }
    }
    lines.append(row("holds", holds.isEmpty ? "none" : holds.joined(separator: ", ")))
    lines.append(row("refused", counted(report.refused)))
    if !report.askedAgain.isEmpty { lines.append(row("asked again", counted(report.askedAgain))) }
    if let stuck = report.stuck { lines.append(row("stuck", stuck)) }
    let own = Coverage(of: cast.library, by: [report])
    let reached = own.modules.filter { $0.unreached.count < $0.steps }.map {
      "\($0.id) \($0.steps - $0.unreached.count) of \($0.steps)"
    }
    lines.append(row("steps", reached.isEmpty ? "none" : reached.joined(separator: ", ")))
    return lines
  }

  private func text(_ coverage: Coverage) -> [String] {
    var lines: [String] = []
    for module in coverage.modules {
      let count = module.steps - module.unreached.count
      lines.append("  \(module.id): \(count) of \(module.steps) steps reached")
      guard !module.unreached.isEmpty || !module.untaken.isEmpty else { continue }
      let places = house.compiler.places(of: module.id, in: house.program)
      for step in module.unreached {
        lines.append("    nobody reached \(step)" + (places[step].map { " (\($0))" } ?? ""))
      }
      for option in module.untaken {
        let step = option.prefix { $0 != ":" }
        let place = places[String(step)].map { " (\($0))" } ?? ""
        lines.append("    nobody chose \(option)\(place)")
      }
    }
    return lines
  }

  private func counted(_ counts: [String: Int]) -> String {
    counts.isEmpty
      ? "none"
      : counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }

  private func row(_ name: String, _ text: String) -> String {
    "  " + name + String(repeating: " ", count: max(1, 13 - name.count)) + text
  }
}
