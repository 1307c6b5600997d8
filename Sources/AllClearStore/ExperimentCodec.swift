import AllClearEngine

/// A movement that was tried, as JSON and back; what was not told is left out.
///
///     {"id":"uuid.1/1","day":"2026-11-23","done":"did","movement":"…","dose":"…","fear":6,
///      "feared":"…","sure":7,"expects":5,"without":"…","place":"…","happened":"not-yet",
///      "later":"not-yet","again":"2026-12-01","surprise":4,"hurt":5}
enum ExperimentCodec {
  private typealias Words = (name: String, path: WritableKeyPath<Experiment, String?>)
  private typealias Points = (name: String, path: WritableKeyPath<Experiment, Int?>)
  private typealias Told = (name: String, path: WritableKeyPath<Experiment, Experiment.Happened?>)

  private static var words: [Words] {
    [
      ("movement", \.movement), ("dose", \.dose), ("feared", \.feared), ("without", \.without),
      ("place", \.place),
    ]
  }

  private static var points: [Points] {
    [
      ("fear", \.fear), ("sure", \.sure), ("expects", \.expects), ("surprise", \.surprise),
      ("hurt", \.hurt),
    ]
  }

  private static var told: [Told] { [("happened", \.happened), ("later", \.later)] }

  static func text(_ experiment: Experiment) -> String {
    var members = [
      #""id":\#(JSON.quoted(experiment.id))"#, #""day":\#(JSON.quoted(experiment.day.iso))"#,
      #""done":\#(JSON.quoted(experiment.done.rawValue))"#,
    ]
    func add(_ name: String, _ value: String?) {
      if let value { members.append(JSON.quoted(name) + ":" + value) }
    }
    for word in words { add(word.name, experiment[keyPath: word.path].map(JSON.quoted)) }
    for point in points { add(point.name, experiment[keyPath: point.path].map(String.init)) }
    for told in told {
      add(told.name, experiment[keyPath: told.path].map { JSON.quoted($0.rawValue) })
    }
    add("again", experiment.again.map { JSON.quoted($0.iso) })
    return "{" + members.joined(separator: ",") + "}"
  }

  static func experiment(_ json: JSON) -> Experiment? {
    guard let id = json["id"]?.string,
      let day = json["day"]?.string.flatMap(CivilDay.init(iso:)),
      let done = json["done"]?.string.flatMap(Exposure.init(rawValue:))
    else { return nil }
    var experiment = Experiment(id: id, day: day, done: done)
    for word in words { experiment[keyPath: word.path] = json[word.name]?.string }
    for point in points { experiment[keyPath: point.path] = json[point.name]?.int }
    for told in told {
      guard let text = json[told.name]?.string else { continue }
      guard let happened = Experiment.Happened(rawValue: text) else { return nil }
      experiment[keyPath: told.path] = happened
    }
    if let again = json["again"]?.string {
      guard let day = CivilDay(iso: again) else { return nil }
      experiment.again = day
    }
    return experiment
  }
}
