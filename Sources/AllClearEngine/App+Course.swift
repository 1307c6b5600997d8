import AllClearMeasures

// Where a person is in the course, as conditions and Home ask it: by day, and never by what was
// missed.
extension App.State {
  /// The day on which the course began: when "Your story" was told.
  func begunOn() -> CivilDay? {
    digest.finished[CheckIn.story]?.day ?? digest.beginning?.at.day
  }

  /// Days since the course began; `nil` before that.
  func courseDay(at now: Now) -> Int? {
    begunOn().map { max(0, now.wall.day.number - $0.number) }
  }

  /// What the conditions of a session may ask of the course.
  ///
  /// - Parameter session: what it has answered itself makes a questionnaire no less due in it.
  func courseStanding(in session: SessionID?, at now: Now) -> Answers.CourseStanding {
    Answers.CourseStanding(
      due: dueMeasures(in: session, at: now).union(dueBooster(at: now).map { [$0.module] } ?? []),
      course: digest.standing, week: courseDay(at: now).map { $0 / 7 + 1 } ?? 0,
      hellos: program.schedule.boosters.count { digest.finished[$0.module] != nil })
  }

  private func dueMeasures(in session: SessionID?, at now: Now) -> Set<String> {
    guard let day = courseDay(at: now) else { return [] }
    let due = program.schedule.measures.filter { repeated in
      guard day >= repeated.fromDay else { return false }
      guard let last = digest.measured[repeated.measure], last.session != session else {
        return true
      }
      return now.wall.day.number - last.at.day.number >= repeated.everyDays
    }
    return Set(due.map(\.measure))
  }

  /// The day on which the course ended; `nil` before that.
  func endedOn() -> CivilDay? {
    program.roles.ending.flatMap { digest.finished[$0]?.day }
  }

  /// The hello that is due: of those whose month has come the latest, once, unless it rests.
  func dueBooster(at now: Now) -> Schedule.Booster? {
    guard let come = comeBooster(at: now) else { return nil }
    return helloRestsUntil(come.day, at: now) == nil ? come.booster : nil
  }

  /// The latest hello whose month has come, with its day; `nil` where it was gone through.
  private func comeBooster(at now: Now) -> (booster: Schedule.Booster, day: CivilDay)? {
    guard let end = endedOn() else { return nil }
    let come = program.schedule.boosters.last {
      end.adding(months: $0.month) <= now.wall.day && program.module($0.module)?.file != nil
    }
    guard let come, digest.finished[come.module] == nil else { return nil }
    return (come, end.adding(months: come.month))
  }

  /// The day on which a hello is suggested again that was put off, or that something new came
  /// before; `nil` while it does not rest.
  ///
  /// - Parameter day: the hello's own: what was put off before that was another one.
  private func helloRestsUntil(_ day: CivilDay, at now: Now) -> CivilDay? {
    let putOff = digest.person.helloRestsSince.flatMap { $0 >= day ? $0 : nil }
    let news = digest.allGates.values.filter { $0.outcome == Gate.new }.map(\.at.day)
    let rested = ([putOff].compactMap { $0 } + news).filter {
      0..<Schedule.helloRestDays ~= now.wall.day.number - $0.number
    }
    return rested.max().map { CivilDay(number: $0.number + Schedule.helloRestDays) }
  }

  /// The day of the next hello.
  ///
  /// - Parameter module: what is gone through just now: said in a hello it is the one after it, and
  ///   said in the ending it is counted from today.
  func nextHello(in module: String? = nil, at now: Now) -> CivilDay? {
    let isEnding = module != nil && module == program.roles.ending
    guard let end = isEnding ? now.wall.day : endedOn() else { return nil }
    let next = program.schedule.boosters.lazy
      .filter { digest.finished[$0.module] == nil && $0.module != module }
      .map { end.adding(months: $0.month) }.first { $0 > now.wall.day }
    guard !isEnding, let come = comeBooster(at: now), come.booster.module != module else {
      return next
    }
    let again = helloRestsUntil(come.day, at: now) ?? now.wall.day
    return next.map { min($0, again) } ?? again
  }
}

extension Digest {
  /// How things stand against the person's own beginning.
  var standing: Course.Standing {
    Course.standing(
      beginning: beginning?.ratings, checkIns: checkIns.map(\.ratings), fears: fears)
  }

  /// Fear of each movement that was tried more than once, first and last.
  private var fears: [(first: Int, last: Int)] {
    var rated: [String: (first: Int, last: Int, times: Int)] = [:]
    for experiment in experiments {
      guard let movement = experiment.movement, let fear = experiment.fear else { continue }
      let before = rated[movement]
      rated[movement] = (before?.first ?? fear, fear, (before?.times ?? 0) + 1)
    }
    return rated.values.filter { $0.times > 1 }.map { ($0.first, $0.last) }
  }

  /// Whether movement should rest: by the check-ins since a clinician last had a look, or by the
  /// person's own word.
  var pausesMovement: Bool { isWorseByCheckIns || isHarderByOwnWord }

  /// Said by the person, until a clinician has looked or a check-in of a later day is no worse.
  private var isHarderByOwnWord: Bool {
    guard let since = person.restsSince else { return false }
    return !checkIns.contains { checkIn in
      checkIn.at.day > since
        && Course.isNoWorse(beginning: beginning?.ratings, checkIn: checkIn.ratings)
    }
  }

  private var isWorseByCheckIns: Bool {
    let since = person.seenOn
    return Course.isWorse(
      beginning: beginning?.ratings,
      checkIns: checkIns.filter { checkIn in since.map { checkIn.at.day > $0 } ?? true }
        .map(\.ratings))
  }
}

extension CheckIn {
  /// Its ratings.
  var ratings: Course.Ratings {
    Course.Ratings(
      day: at.day.number, pain: pain, doing: doing, enjoying: enjoying, danger: danger,
      change: change?.points)
  }
}

extension CheckIn.Change {
  /// From -3, much worse, to 3, much better.
  var points: Int {
    switch self {
    case .muchWorse: -3
    case .worse: -2
    case .bitWorse: -1
    case .same: 0
    case .bitBetter: 1
    case .better: 2
    case .muchBetter: 3
    }
  }
}

extension CivilDay {
  /// The same day of a later month, or that month's last day.
  public func adding(months: Int) -> CivilDay {
    let (year, month, day) = parts
    let count = year * 12 + month - 1 + months
    let first = CivilDay(year: count / 12, month: count % 12 + 1, day: 1)
    let next = CivilDay(year: (count + 1) / 12, month: (count + 1) % 12 + 1, day: 1)
    return CivilDay(number: min(first.number + day, next.number) - 1)
  }
}
