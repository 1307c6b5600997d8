import AllClearEngine
import AllClearStore

/// From start to end of `allclear progress`, on a journal of ten years: a check-in a week, practices
/// on most days, evidence, causes, and movements that were tried.
enum TenYears {
  private static let weeks = 520

  static func rows(_ setting: Setting) throws(Trouble) -> [Row] {
    let path = setting.folder + "/years/allclear/journal.sqlite"
    let count: Int
    do throws(StoreError) { count = try write(to: path) } catch {
      throw Trouble(text: "a journal cannot be written: \(error)")
    }
    var figures = Figures()
    for round in -2..<setting.runs {
      let start = Child.now()
      let child = try Child(
        [setting.allclear, "progress", "--pain"], setting, journal: "years")
      guard child.wait(milliseconds: 20_000) == 0 else {
        throw Trouble(text: "'progress' does not end well")
      }
      if round >= 0 { figures.add(Child.now() - start) }
    }
    return [
      Row(
        name: "progress, \(count) records of ten years", figures: figures, unit: "ms",
        aim: Row.Aim(limit: 50, of: .median))
    ]
  }

  private static func write(to path: String) throws(StoreError) -> Int {
    let store = try Store.open(.file(path))
    var (session, count) = (0, 0)
    func write(_ module: String, day: Int, _ values: [(step: String, value: Record.Value)])
      throws(StoreError)
    {
      session += 1
      let info = SessionInfo(
        id: SessionID(sitting: "00000000-0000-4000-8000-000000000000", number: session),
        module: module, contentHash: "0", appVersion: "bench")
      let all = [("", .started)] + values + [("", .finished(.completed))]
      let records = all.enumerated().map { index, entry in
        Record(
          id: RecordID(session: info.id, number: index + 1), value: entry.1, module: module,
          step: entry.0, shown: entry.0.isEmpty ? nil : "What \(entry.0) was asked.",
          at: Wall(
            milliseconds: Int64(day) * 86_400_000 + Int64(index) * 10_000, offset: 60))
      }
      try store.write(records, in: info)
      count += records.count
    }
    func ratings(_ week: Int) -> [(step: String, value: Record.Value)] {
      CheckIn.Field.allCases.filter { $0 != .change }.enumerated().map { index, field in
        (field.rawValue, .answer(.number((week * 3 + index * 2) % 11)))
      }
    }
    let first = 20_500 - weeks * 7
    try write(CheckIn.story, day: first, ratings(3))
    for week in 0..<weeks {
      let day = first + 7 * week
      try write(
        CheckIn.module, day: day,
        [(CheckIn.now, .answer(.option("now")))] + ratings(week)
          + [
            ("change", .answer(.option("same"))),
            ("went-well", .answer(.text("A walk, and nobody counted it."))),
          ])
      for round in 0..<6 {
        try write(
          "listening", day: day + round,
          [
            (
              "round",
              .answer(
                .practised(
                  .init(
                    practice: round.isMultiple(of: 2) ? "listening" : "somatic-tracking",
                    minutes: 3, seconds: 180, early: false, ownPace: false)))
            ), ("how", .answer(.option("same"))),
          ])
      }
      if week.isMultiple(of: 4) {
        try write(
          "evidence", day: day,
          [
            (
              "line",
              .answer(.entries(["It moved to the other side, week \(week)."]), into: .evidence)
            )
          ])
      }
      if week.isMultiple(of: 26) {
        try write(
          "future", day: day,
          [("causes", .answer(.entries(["Sitting", "Worry", "My disc"]), into: .causes))])
      }
      if week.isMultiple(of: 5) {
        var experiment = Experiment(id: "bench.\(week)/1", day: CivilDay(number: day), done: .did)
        experiment.movement = ["Bending", "Lifting", "Running"][week % 3]
        experiment.fear = week % 11
        experiment.feared = "It locks."
        experiment.happened = .no
        try write("move", day: day, [("experiment \(experiment.id)", .experiment(experiment))])
      }
    }
    return count
  }
}
