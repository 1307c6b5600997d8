import AllClearEngine

/// Journals of people who have gone through the course, for what is said at its end and after it.
enum EndingWays {
  /// The modules that look back on all of it.
  static func lookBack(_ module: String, in program: Program) -> Bool {
    [program.roles.ending, program.roles.cameBack, "future"].contains(module)
      || program.schedule.boosters.contains { $0.module == module }
  }

  /// Much less pain, more life with the same pain, and no change: by the last check-in.
  static let digests = [
    digest(pain: 1, danger: 5), digest(pain: 5, danger: 2), digest(pain: 5, danger: 5),
  ]

  /// Whose numbers say that nothing has changed.
  static let same = digest(pain: 5, danger: 5)

  /// Somebody who began with 5 of both, has a letter, a doubt, and something that matters.
  private static func digest(pain: Int, danger: Int) -> Digest {
    var digest = Standing.told.digest
    let session = SessionID(sitting: "00000000-0000-4000-8000-000000000095", number: 1)
    func rated(_ pain: Int, _ danger: Int, daysAgo: Int64) -> CheckIn {
      let wall = Play.begin.wall
      var checkIn = CheckIn(
        session: session,
        at: Wall(
          milliseconds: wall.milliseconds - daysAgo * 86_400_000, offset: wall.offset))
      (checkIn.pain, checkIn.danger) = (pain, danger)
      return checkIn
    }
    digest.beginning = rated(5, 5, daysAgo: 30)
    digest.finished[CheckIn.story] = digest.beginning?.at
    digest.checkIns = [rated(pain, danger, daysAgo: 10), rated(pain, danger, daysAgo: 3)]
    digest.facts[CheckIn.story, "pain"] = .number(5)
    digest.facts[CheckIn.module, "pain"] = .number(pain)
    digest.facts["future", "causes"] = .entries(["one", "two"])
    digest.facts["own-letter", "letter"] = .text("Dear me.\nIt came down before.")
    for (index, line) in [OwnList.valuedActivities: "Dancing.", .doubts: "Is it real?"].enumerated()
    {
      digest.own.add(
        [line.value], to: line.key, by: RecordID(session: session, number: index + 2),
        at: Play.begin.wall)
    }
    return digest
  }
}
