import AllClearEngine
import AllClearMeasures

/// What has changed, for another program to read; the README says what stands where.
struct ProgressJSON {
  let pages: ProgressPages
  let withPain: Bool

  /// The version of what is written here.
  static let format = 1

  private var progress: Progress { pages.progress }

  var value: JSON {
    var all: [String: JSON] = [
      "format": .int(Self.format),
      "causes": .array(
        progress.own.causesTellings.map { told in
          .sorted(
            [
              "date": .string(told.at.day.iso),
              "causes": .array(told.lines.map { .string($0.text) }),
            ].merging(kinds(of: told)) { first, _ in first })
        }),
      "evidence": .array(
        progress.own[.evidence].map {
          .sorted(["date": .string($0.at.day.iso), "text": .string($0.text)])
        }),
      "movements": .array(progress.experiments.map(movement)),
      "practice": practice,
    ]
    if let day = progress.beganOn { all["began"] = .string(day.iso) }
    guard pages.showsNumbers else { return .sorted(all) }
    var fields: [(String, CheckIn.Field)] = [
      ("danger", .danger), ("doing", .doing), ("enjoying", .enjoying),
    ]
    if withPain { fields.append(("pain", .pain)) }
    for (name, field) in fields {
      all[name] = .array(
        progress.points(of: field).map {
          .sorted(["date": .string($0.day.iso), "number": .int($0.value)])
        })
    }
    return .sorted(all)
  }

  /// The kinds of causes, and how many are about mind or brain, once two lists were told.
  private func kinds(of told: OwnLists.Telling) -> [String: JSON] {
    guard progress.own.causesTellings.count > 1, let count = pages.mindBrain(told) else {
      return [:]
    }
    return [
      "categories": .array(
        told.lines.compactMap(pages.kind).map { .string($0.rawValue) }),
      "mindBrain": .int(count),
    ]
  }

  private func movement(_ experiment: Experiment) -> JSON {
    var map: [String: JSON] = [
      "date": .string(experiment.day.iso), "done": .string(experiment.done.rawValue),
    ]
    let words = [
      ("movement", experiment.movement), ("dose", experiment.dose),
      ("feared", experiment.feared), ("happened", experiment.outcome?.rawValue),
    ]
    for case (let name, let word?) in words { map[name] = .string(word) }
    guard pages.showsNumbers else { return .sorted(map) }
    let numbers = [
      ("fear", experiment.fear), ("sure", experiment.sure), ("surprise", experiment.surprise),
    ]
    for case (let name, let number?) in numbers { map[name] = .int(number) }
    return .sorted(map)
  }

  private var practice: JSON {
    .sorted([
      "minutes": .int((progress.seconds + 30) / 60),
      "rounds": .sorted(progress.practised.mapValues { .int($0.count) }),
      "weeks": .array(
        progress.minutes(weeks: 1).map {
          .sorted(["from": .string($0.day.iso), "minutes": .int($0.value)])
        }),
    ])
  }
}
