// What has changed, as it goes over the days: numbers beside one's own earlier ones, weeks of
// practice, and what was feared against what happened.
extension Progress {
  /// What a person rated, the beginning first.
  public func points(of field: CheckIn.Field) -> [Chart.Point] {
    ([beginning].compactMap { $0 } + checkIns).compactMap { checkIn in
      checkIn.number(field).map { Chart.Point(day: checkIn.at.day, value: $0) }
    }
  }

  /// Fear of each movement that was tried, those tried first first.
  public var fears: [(movement: String, points: [Chart.Point])] {
    var order: [String] = []
    var points: [String: [Chart.Point]] = [:]
    for experiment in experiments {
      guard let movement = experiment.movement, let fear = experiment.fear else { continue }
      if points[movement] == nil { order.append(movement) }
      points[movement, default: []].append(Chart.Point(day: experiment.day, value: fear))
    }
    return order.map { ($0, points[$0] ?? []) }
  }

  /// Movements of which something was done, each once.
  public var movements: [String] {
    var seen: Set<String> = []
    return experiments.filter(\.done.isPractised).compactMap(\.movement)
      .filter { seen.insert($0).inserted }
  }

  /// What became of what was feared, of those that were written down.
  public var feared: (told: Int, no: Int, partly: Int, yes: Int) {
    let told = experiments.filter { $0.feared != nil }
    func count(_ happened: Experiment.Happened) -> Int {
      told.count { $0.outcome == happened }
    }
    return (told.count, count(.no), count(.partly), count(.yes))
  }

  /// The day on which the course began; that of the first record where it has not.
  public var beganOn: CivilDay? {
    (beginning?.at ?? finished[CheckIn.story]?.first ?? firstAt)?.day
  }

  /// Seconds of practice in all.
  public var seconds: Int { practised.values.reduce(0) { $0 + $1.seconds } }

  /// Minutes of practice in spans of some weeks from the first day of practice on; those without
  /// any are in it with 0.
  public func minutes(weeks: Int) -> [Chart.Point] {
    guard let first = secondsOn.keys.min(), let last = secondsOn.keys.max() else { return [] }
    let days = max(1, weeks) * 7
    var sums = [Int](repeating: 0, count: (last.number - first.number) / days + 1)
    for (day, seconds) in secondsOn { sums[(day.number - first.number) / days] += seconds }
    return sums.enumerated().map { index, seconds in
      Chart.Point(
        day: CivilDay(number: first.number + index * days), value: (seconds + 30) / 60)
    }
  }
}

extension CheckIn {
  /// What was rated; `nil` for what is no number.
  public func number(_ field: Field) -> Int? {
    switch field {
    case .pain: pain
    case .doing: doing
    case .enjoying: enjoying
    case .danger: danger
    case .change: nil
    }
  }
}
