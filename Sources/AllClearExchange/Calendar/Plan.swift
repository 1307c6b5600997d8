public import AllClearEngine

/// The days of a course that are still to come, as its schedule has them: nothing is locked by it.
public struct Plan: Hashable, Sendable {
  /// What has a day.
  public struct Entry: Hashable, Sendable {
    /// What it is; the same thing has the same name whenever it is planned.
    public var name: String
    public var day: CivilDay
    public var minutes: Int
  }

  /// By day.
  public var entries: [Entry] = []

  /// Plans what is still to come, from a day on.
  public init(_ program: Program, _ digest: Digest, from today: CivilDay) {
    let end: CivilDay
    if let ended = program.roles.ending.flatMap({ digest.finished[$0]?.day }) {
      end = ended
    } else {
      let lessons = Self.lessons(program, digest, from: today)
      end = lessons.last?.day ?? today
      entries = lessons + Self.checkIns(program, digest, from: today, to: end)
    }
    for booster in program.schedule.boosters where digest.finished[booster.module] == nil {
      let day = end.adding(months: booster.month)
      guard day >= today, let entry = program.module(booster.module) else { continue }
      entries.append(Entry(name: booster.module, day: day, minutes: entry.minutes))
    }
    entries.sort { ($0.day, $0.name) < ($1.day, $1.name) }
  }

  /// Lessons that were not gone through, spread evenly over the weeks.
  private static func lessons(
    _ program: Program, _ digest: Digest, from today: CivilDay
  ) -> [Entry] {
    let open = program.modules.filter { digest.finished[$0.id] == nil && $0.file != nil }
    let days = max(1, program.schedule.lessonDays)
    let last = program.modules.filter(\.needsPass).compactMap { digest.finished[$0.id]?.day }.max()
    let first = max(today.number, last.map { $0.number + days } ?? today.number)
    // What asks nothing of the body comes on the first day, and is no lesson of its own.
    var lessons = 0
    return open.map { entry in
      let week = max(1, (7 + days / 2) / days)
      let day = entry.needsPass ? first + lessons * 7 / week : today.number
      if entry.needsPass { lessons += 1 }
      return Entry(name: entry.id, day: CivilDay(number: day), minutes: entry.minutes)
    }
  }

  private static func checkIns(
    _ program: Program, _ digest: Digest, from today: CivilDay, to end: CivilDay
  ) -> [Entry] {
    guard let role = program.roles.checkIn, let entry = program.module(role) else { return [] }
    let every = max(1, program.schedule.checkInDays)
    let begun = digest.finished[CheckIn.story]?.day ?? digest.beginning?.at.day ?? today
    var day = max(digest.checkIns.last?.at.day ?? begun, begun).number + every
    if day < today.number { day = today.number }
    var entries: [Entry] = []
    while day <= end.number + every - 1 {
      let week = (day - begun.number) / every
      entries.append(
        Entry(name: "\(role) \(week)", day: CivilDay(number: day), minutes: entry.minutes))
      day += every
    }
    return entries
  }
}
