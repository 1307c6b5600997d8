// The days: what has its time, and what may rest. The calendar locks nothing.
extension App.State {
  /// The lessons of the course: what asks nothing of the body comes on the first day and is none.
  private var lessons: [Program.ModuleEntry] { program.modules.filter(\.needsPass) }

  /// The first module of the course that was not gone through and may be opened.
  func nextModule(_ holds: Holds) -> Program.ModuleEntry? {
    program.modules.first { entry in
      guard digest.finished[entry.id] == nil else { return false }
      if entry.id == program.roles.gate, digest.passedAt != nil { return false }
      return isInTheList(entry.id, holds)
    }
  }

  /// Whether the whole course was gone through.
  var isThrough: Bool {
    lessons.allSatisfy { digest.finished[$0.id] != nil } && !lessons.isEmpty
  }

  /// How many lessons were gone through today.
  func lessonsToday(at now: Now) -> Int {
    lessons.count { digest.finished[$0.id]?.day == now.wall.day }
  }

  /// Whether a lesson is not suggested yet: the one before it has not been for long.
  ///
  /// To go through one again is no new lesson, and puts nothing off.
  func lessonRests(_ entry: Program.ModuleEntry, at now: Now) -> Bool {
    guard entry.needsPass,
      let last = lessons.compactMap({ digest.firstFinished[$0.id]?.day }).max()
    else { return false }
    return 0..<program.schedule.lessonDays ~= now.wall.day.number - last.number
  }

  /// Whether to suggest stopping before a further lesson today; said once a day.
  mutating func suggestsRest(before entry: Program.ModuleEntry, at now: Now) -> Bool {
    guard entry.needsPass, lessons.contains(where: { $0.id == entry.id }),
      lessonsToday(at: now) >= program.schedule.lessonsADay, pacedOn != now.wall.day
    else { return false }
    pacedOn = now.wall.day
    stack.append(
      .note(
        Note(
          place: "pace/\(entry.id)", heading: entry.title, prose: Prose(phrases(.paceGuard)),
          opens: .module(entry.id))))
    return true
  }

  /// Whether the person was away for so long that a welcome comes first.
  func wasAway(at now: Now) -> Bool {
    guard let last = digest.lastAt, !digest.finished.isEmpty else { return false }
    return now.wall.day.number - last.day.number >= Holds.pauseDays
  }

  // MARK: The weekly check-in

  /// Whether the check-in has its day.
  func isCheckInDue(at now: Now) -> Bool {
    guard offersCheckIn(at: now), let begun = begunOn(), digest.notTodayAt?.day != now.wall.day
    else { return false }
    let last = max(digest.checkIns.last?.at.day ?? begun, begun)
    return now.wall.day.number - last.number >= program.schedule.checkInDays
  }

  /// Whether a check-in is offered at all: once a day, from the day after the beginning.
  func offersCheckIn(at now: Now) -> Bool {
    guard let begun = begunOn(), program.roles.checkIn != nil else { return false }
    return begun < now.wall.day && digest.checkIns.last?.at.day != now.wall.day
  }

  /// Whether a small movement is offered beside the lessons.
  func offersMove(at now: Now) -> Bool {
    guard let day = courseDay(at: now), let move = program.roles.move,
      day >= program.schedule.moveFromDay || !digest.experiments.isEmpty
    else { return false }
    return isInTheList(move, holds(at: now.wall))
      && !holds(at: now.wall).standing.contains(.movementPaused)
  }

  // MARK: After the end

  /// The day on which the course ended, or the person stopped.
  private var quietSince: (at: Wall, isStop: Bool)? {
    let end = program.roles.ending.flatMap { digest.finished[$0] }.map { ($0, false) }
    let stop = program.roles.stopping.flatMap { digest.finished[$0] }.map { ($0, true) }
    return [end, stop].compactMap { $0 }.max { $0.0.milliseconds < $1.0.milliseconds }
  }

  /// Whether Home is quiet.
  ///
  /// It is from the end of the course, or from stopping, until a lesson is taken up that was not gone
  /// through before. To read one again is not to go on.
  var isQuiet: Bool {
    guard let since = quietSince else { return false }
    func isLater(_ at: Wall?) -> Bool {
      at.map { $0.milliseconds > since.at.milliseconds } ?? false
    }
    return !program.modules.contains { entry in
      if let first = digest.firstFinished[entry.id] { return isLater(first) }
      return isLater(digest.unfinished.last { $0.module == entry.id }?.lastAt)
    }
  }

  /// Whether it is quiet because the person has stopped.
  var isStopped: Bool { isQuiet && quietSince?.isStop == true }
}
