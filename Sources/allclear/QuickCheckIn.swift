import AllClearEngine
import AllClearStore
import AllClearUI
import Glibc

/// `allclear check-in` with answers: puts them down as the check-in itself would, says what was put
/// down, and leaves to the person what only they can answer.
enum QuickCheckIn {
  static func run(_ given: GivenCheckIn, _ launch: Launch) -> Never {
    let code: Int32
    do throws(Failure) { code = try put(given, launch) } catch { error.end() }
    exit(code)
  }

  private static func put(_ given: GivenCheckIn, _ launch: Launch) throws(Failure) -> Int32 {
    var (host, clock) = try Session.host(launch, claims: true)
    let transcript = Transcript(
      phrases: host.phrases, width: FrontEnd.readingWidth(launch))
    try refuse(given, host, clock.now)
    host.send(.begin(.door(.module(CheckIn.module))), at: clock.now)
    if case .choose = host.prompt.body, host.app.asked == nil {
      // One of another day is put aside.
      host.send(.answer(.option("afresh")), at: clock.now)
    }
    guard host.app.asked?.module == CheckIn.module else {
      for line in transcript.lines(for: host.prompt) { Console.line(line) }
      throw Failure(ExitCode.failed, "nothing was put down; 'allclear' goes on from here")
    }
    var isNoted = false
    while let asked = host.app.asked, asked.module == CheckIn.module {
      guard let event = given.event(at: asked.step, host.prompt) else {
        report(given, isNoted: false, host, clock.now, transcript)
        return leaveToThePerson(given, host, transcript)
      }
      let place = host.prompt.place
      host.send(event, at: clock.now)
      // In the program itself one can go on without a journal; here nothing would be left.
      guard host.prompt.notice != host.phrases(.noJournal) else {
        throw Failure(
          ExitCode.cannotReadOrWrite,
          "nothing was put down: no journal can be made here; name another with --journal FILE")
      }
      if host.prompt.place == place {
        throw Failure(
          ExitCode.cannotReadOrWrite,
          (host.prompt.notice ?? "it could not be written") + " 'allclear check-in' goes on with it"
        )
      }
      if asked.step == GivenCheckIn.noted { isNoted = given.note != nil }
    }
    report(given, isNoted: isNoted, host, clock.now, transcript)
    return ExitCode.done
  }

  /// What is not put down, and why.
  private static func refuse(
    _ given: GivenCheckIn, _ host: Runtime, _ now: Now
  ) throws(Failure) {
    switch host.access {
    case .kept: break
    case .inUse, .readOnly, .none:
      throw Failure(
        ExitCode.cannotReadOrWrite,
        "nothing was put down: "
          + (host.access == .inUse
            ? "the journal is open in another window" : "the journal can only be read here"))
    }
    let digest = host.app.digest
    let today = now.wall.day
    if digest.finished[CheckIn.module]?.day == today {
      throw Failure(ExitCode.failed, host.phrases(.checkInToday))
    }
    if digest.unfinished.contains(where: { $0.module == CheckIn.module && $0.lastAt.day == today })
    {
      throw Failure(
        ExitCode.failed,
        "a check-in was begun today; 'allclear check-in' without options goes on with it")
    }
    if given.hasNumbers, !digest.person.isAskedForNumbers(on: today) {
      throw Failure(
        ExitCode.failed,
        "you would rather not be asked for numbers, so none was put down; --note alone is taken, "
          + "and 'allclear settings' changes it")
    }
  }

  private static func report(
    _ given: GivenCheckIn, isNoted: Bool, _ host: Runtime, _ now: Now, _ transcript: Transcript
  ) {
    let phrases = host.phrases
    func line(_ text: String) {
      for line in transcript.lines(of: Prose(text)) { Console.line(line) }
    }
    let date = phrases.date(now.wall.day, today: now.wall.day)
    line(phrases(.checkInKept, ["date": date]))
    let numbers: [(Phrase, Int?)] = [
      (.changedPainIs, given.pain), (.changedDoing, given.doing), (.changedDanger, given.fear),
    ]
    for case (let what, let number?) in numbers {
      line(
        "- "
          + phrases(.changedRow, ["date": phrases(what), "number": phrases(.scaleSet, n: number)]))
    }
    if isNoted { line("- " + phrases(.checkInNoted)) }
  }

  /// It has become harder: the first sentence of what the check-in says then, and where it goes on.
  private static func leaveToThePerson(
    _ given: GivenCheckIn, _ host: Runtime, _ transcript: Transcript
  ) -> Int32 {
    Console.line()
    if case .card(let prose) = host.prompt.body {
      for line in transcript.lines(of: prose) { Console.line(line) }
    }
    for line in transcript.lines(of: Prose(host.phrases(.checkInGoOn))) { Console.line(line) }
    if given.note != nil {
      for line in transcript.lines(of: Prose(host.phrases(.checkInNoteOpen))) { Console.line(line) }
    }
    return ExitCode.done
  }
}
