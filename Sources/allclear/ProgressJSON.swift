import AllClearEngine
import AllClearMeasures

/// What has changed, for another program to read; the README says what stands where.
struct ProgressJSON {
  let pages: ProgressPages
  let withPain: Bool

  /// The version of what is written here.
  static let format = 1

  private var progress: Progress { pages.progress }

  var value: PlainJSON {
    var all: [String: PlainJSON] = [
      "format": .number(Self.format),
      "causes": .list(
        progress.own.causesTellings.map { told in
          .map(
            [
              "date": .text(told.at.day.iso),
              "causes": .list(told.lines.map { .text($0.text) }),
            ].merging(kinds(of: told)) { first, _ in first })
        }),
      "evidence": .list(
        progress.own[.evidence].map {
          .map(["date": .text($0.at.day.iso), "text": .text($0.text)])
        }),
      "movements": .list(progress.experiments.map(movement)),
      "practice": practice,
    ]
    if let day = progress.beganOn { all["began"] = .text(day.iso) }
    guard pages.showsNumbers else { return .map(all) }
    var fields: [(String, CheckIn.Field)] = [
      ("danger", .danger), ("doing", .doing), ("enjoying", .enjoying),
    ]
    if withPain { fields.append(("pain", .pain)) }
    for (name, field) in fields {
      all[name] = .list(
        progress.points(of: field).map {
          .map(["date": .text($0.day.iso), "number": .number($0.value)])
        })
    }
    return .map(all)
  }

  /// The kinds of causes, and how many are about mind or brain, once two lists were told.
  private func kinds(of told: OwnLists.Telling) -> [String: PlainJSON] {
    guard progress.own.causesTellings.count > 1, let count = pages.mindBrain(told) else {
      return [:]
    }
    return [
      "categories": .list(
        told.lines.compactMap(pages.kind).map { .text($0.rawValue) }),
      "mindBrain": .number(count),
    ]
  }

  private func movement(_ experiment: Experiment) -> PlainJSON {
    var map: [String: PlainJSON] = [
      "date": .text(experiment.day.iso), "done": .text(experiment.done.rawValue),
    ]
    let words = [
      ("movement", experiment.movement), ("dose", experiment.dose),
      ("feared", experiment.feared), ("happened", experiment.outcome?.rawValue),
    ]
    for case (let name, let word?) in words { map[name] = .text(word) }
    guard pages.showsNumbers else { return .map(map) }
    let numbers = [
      ("fear", experiment.fear), ("sure", experiment.sure), ("surprise", experiment.surprise),
    ]
    for case (let name, let number?) in numbers { map[name] = .number(number) }
    return .map(map)
  }

  private var practice: PlainJSON {
    .map([
      "minutes": .number((progress.seconds + 30) / 60),
      "rounds": .map(progress.practised.mapValues { .number($0.count) }),
      "weeks": .list(
        progress.minutes(weeks: 1).map {
          .map(["from": .text($0.day.iso), "minutes": .number($0.value)])
        }),
    ])
  }
}
