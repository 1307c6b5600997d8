import ArgumentParser

struct Remind: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remind",
    abstract: "One quiet notification a day, if you want one; without an option, what is set.",
    discussion: """
      A timer of systemd, yours alone; nothing of allclear stays running and the journal is not \
      opened. The notification says "A few minutes, if you like" and no more. What was missed while \
      the computer slept comes once, afterwards. What is written is printed, with its place. Where \
      there is no systemd of your own, nothing is written, and it says what to do instead.

      Exit status: 0 done, 1 no systemd of your own or a file of that name by somebody else, 64 no \
      such time, 74 a file cannot be written or removed.

      Example:
        allclear remind --daily 19:00
      """)

  @ArgumentParser.Option(
    help: ArgumentHelp("Set it, or another time: 00:00 to 23:59.", valueName: "HH:MM"),
    transform: Self.time)
  var daily: DailyTime?

  @Flag(help: "Say what is set, whether systemd knows of it, and when it comes next.")
  var show = false

  @Flag(help: "Stop it, and take away what was written.")
  var off = false

  // What the timer starts.
  @Flag(help: .hidden) var ring = false

  @OptionGroup var options: GlobalOptions

  private static func time(_ text: String) throws -> DailyTime {
    guard let time = DailyTime(text) else {
      throw ValidationError("--daily takes a time from 00:00 to 23:59, as in 19:00")
    }
    return time
  }

  func validate() throws {
    guard [daily != nil, show, off, ring].count(where: { $0 }) < 2 else {
      throw ValidationError("remind takes one of --daily, --show and --off at a time")
    }
  }

  func run() throws {
    if let daily { Reminder.set(daily) }
    if off { Reminder.takeAway() }
    if ring { Reminder.ring() }
    Reminder.show(withUse: !show)
  }
}
