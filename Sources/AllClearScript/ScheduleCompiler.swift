import AllClearEngine

/// Reads the `schedule` of program.yaml, and checks what it names.
struct ScheduleCompiler {
  let report: Report

  /// The schedule; what is left out is as in the trial.
  func schedule(_ fields: Fields) -> Schedule {
    let usual = Schedule()
    guard let map = map(fields) else { return usual }
    return Schedule(
      checkInDays: map.whole("check-in-days", in: 1...60) ?? usual.checkInDays,
      lessonDays: map.whole("lesson-days", in: 0...60) ?? usual.lessonDays,
      lessonsADay: map.whole("lessons-a-day", in: 1...9) ?? usual.lessonsADay,
      moveFromDay: map.whole("move-from-day", in: 0...365) ?? usual.moveFromDay,
      boosters: boosters(map).map(\.booster), measures: measures(map).map(\.repeated))
  }

  private func map(_ fields: Fields) -> Fields? {
    fields.node("schedule").flatMap { Fields($0, Grammar.schedule, report: report) }
  }

  private func boosters(_ map: Fields) -> [(booster: Schedule.Booster, name: Text)] {
    (map.list("boosters") ?? []).compactMap { node in
      guard let entry = Fields(node, Grammar.booster, report: report),
        let module = entry.id("module", required: true),
        let month = entry.whole("month", in: 1...120, required: true)
      else { return nil }
      return (Schedule.Booster(module: module.string, month: month), module)
    }
  }

  private func measures(_ map: Fields) -> [(repeated: Schedule.Repeated, name: Text)] {
    (map.list("measures") ?? []).compactMap { node in
      guard let entry = Fields(node, Grammar.repeated, report: report),
        let measure = entry.id("measure", required: true),
        let every = entry.whole("every-days", in: 1...365, required: true)
      else { return nil }
      let from = entry.whole("from-day", in: 0...365) ?? 0
      return (
        Schedule.Repeated(measure: measure.string, fromDay: from, everyDays: every), measure
      )
    }
  }

  /// Whether what it names is there, and months rise.
  ///
  /// What is faulty in itself was told when it was read; it is read here without a report.
  func check(_ fields: Fields, _ program: Program) {
    guard !report.hasErrors, let map = map(fields) else { return }
    var month = 0
    for (booster, name) in boosters(map) {
      if program.module(booster.module) == nil {
        let known = (program.modules + program.beside).map(\.id)
        report.add(
          .unknownModule, in: name,
          "there is no module '\(booster.module)'"
            + NearestName.hint(booster.module, in: Set(known)))
      }
      if booster.month <= month {
        report.add(.badNumber, in: name, "the months rise from one booster to the next")
      }
      month = booster.month
    }
    for (repeated, name) in measures(map) where program.measure(repeated.measure) == nil {
      report.add(
        .unknownMeasure, in: name,
        "there is no measure '\(repeated.measure)'"
          + NearestName.hint(repeated.measure, in: Set(program.measures.map(\.id))))
    }
  }
}
