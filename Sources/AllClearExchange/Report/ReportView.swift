import AllClearEngine
import AllClearMeasures

/// A report as the templates read it: names and values, and no word of its own.
struct ReportView {
  typealias Values = [String: Any]

  let report: Report
  let format: Report.Format

  init(_ report: Report, _ format: Report.Format) {
    self.report = report
    self.format = format
  }

  private var progress: Progress { report.progress }

  func text(_ words: String) -> String { format.escaped(words) }

  var values: Values {
    var values: Values = [
      "day": report.day.iso, "version": text(report.version), "safety": safety,
      "hasSafety": !safety.isEmpty, "hasOwnWords": report.hasOwnWords,
      "isDemo": progress.isDemo,
    ]
    if let first = progress.firstAt?.day, let last = progress.lastAt?.day {
      values["from"] = first.iso
      values["to"] = last.iso
      values["weeks"] = counted(max(1, (last.number - first.number + 6) / 7))
    }
    values["lessons"] = lessons
    values["practice"] = practice
    values["movements"] = movements
    values["hasDone"] = ["lessons", "practice", "movements"].contains { values[$0] != nil }
    values["causes"] = causes
    if report.hasOwnWords { values["evidence"] = evidence }
    values["ratings"] = ratings
    values["questionnaires"] = questionnaires
    return values
  }

  /// A number, and whether it is one.
  func counted(_ count: Int) -> Values { ["count": count, "isOne": count == 1] }

  // MARK: - What was done

  private var lessons: Values? {
    let done = report.lessons.compactMap { id in
      progress.finished[id].map { (id, $0) }
    }
    guard !done.isEmpty else { return nil }
    var values = counted(done.count)
    values["all"] = report.lessons.count
    values["each"] = done.map { id, finished -> Values in
      ["title": text(report.titles[id] ?? id), "day": finished.first.day.iso]
    }
    return values
  }

  private var practice: Values? {
    let rounds = progress.practised.values.reduce(0) { $0 + $1.count }
    guard rounds > 0 else { return nil }
    let seconds = progress.practised.values.reduce(0) { $0 + $1.seconds }
    let most = progress.practised.sorted {
      ($0.value.count, $1.key) > ($1.value.count, $0.key)
    }
    return [
      "rounds": counted(rounds), "minutes": counted((seconds + 30) / 60),
      "days": counted(progress.secondsOn.count),
      "each": most.map { id, rounds -> Values in
        [
          "title": text(report.titles[id] ?? id), "rounds": rounds.count,
          "minutes": (rounds.seconds + 30) / 60,
        ]
      },
    ]
  }

  // MARK: - Movements

  private var movements: Values? {
    let tried = progress.experiments.filter(\.done.isPractised)
    guard !tried.isEmpty else { return nil }
    var values = counted(tried.count)
    for outcome in Experiment.Happened.allCases {
      let count = tried.count { $0.outcome == outcome }
      if count > 0 { values[outcome.name] = counted(count) }
    }
    let untold = tried.count { $0.outcome == nil }
    if untold > 0 { values["untold"] = counted(untold) }
    if report.hasOwnWords { values["each"] = tried.map(movement) }
    return values
  }

  private func movement(_ tried: Experiment) -> Values {
    var values: Values = ["day": tried.day.iso]
    values["movement"] = tried.movement.map(text)
    values["feared"] = tried.feared.map(text)
    // All of them: one that is missing here would be that of all movements together.
    for outcome in Experiment.Happened.allCases { values[outcome.name] = tried.outcome == outcome }
    return values
  }

  // MARK: - Own lists

  private var causes: Values? {
    let told = progress.own.causesTellings
    guard let first = told.first, let last = told.last else { return nil }
    var values: Values = ["first": telling(first)]
    if told.count > 1 { values["last"] = telling(last) }
    if !report.labels.isEmpty { values["coded"] = true }
    return values
  }

  private func telling(_ told: OwnLists.Telling) -> Values {
    [
      "day": told.at.day.iso,
      "each": told.lines.map { line -> Values in
        var values: Values = ["text": text(line.text)]
        values["label"] = report.labels[line.id].map(text)
        return values
      },
    ]
  }

  private var evidence: Values? {
    let lines = progress.own[.evidence]
    guard !lines.isEmpty else { return nil }
    var values = counted(lines.count)
    values["each"] = lines.map { ["text": text($0.text), "day": $0.at.day.iso] }
    return values
  }

  // MARK: - Safety questions and questionnaires

  /// Day and outcome of the latest, the newest first; never which question.
  private var safety: [Values] {
    progress.safety.suffix(3).reversed().map { check in
      var values: Values = ["day": check.at.day.iso]
      for hold in check.holds { values[hold.name] = true }
      if check.isNew { values["isNew"] = true }
      if check.isSeen { values["isSeen"] = true }
      if check.isPassed, check.holds.isEmpty, !check.isNew { values["isClear"] = true }
      return values
    }
  }

  private var questionnaires: Values? {
    guard !progress.questionnaires.isEmpty else { return nil }
    return [
      "each": progress.questionnaires.suffix(12).map {
        ["title": text(report.titles[$0.measure] ?? $0.measure), "day": $0.at.day.iso]
      }
    ]
  }
}

extension Experiment.Happened {
  /// Its name in a template.
  fileprivate var name: String { self == .notYet ? "notYet" : rawValue }
}

extension Hold {
  /// Its name in a template.
  fileprivate var name: String {
    switch self {
    case .sameDay: "sameDay"
    case .notExamined: "notExamined"
    case .lessonsOnly: "lessonsOnly"
    case .movementPaused: "movementPaused"
    case .emergency, .gentle, .sitting: rawValue
    }
  }
}
