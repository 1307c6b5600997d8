import ArgumentParser

struct ShowReplay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "A kept session step by step, as it was shown; without SESSION, list them.",
    discussion: """
      It reads the journal and writes nothing. It shows what was read and answered, in the words of \
      that day, and says what was taken back or changed. Of safety questions it says only that there \
      were some. --redact puts its length in the place of whatever is in own words, also where \
      it was quoted. Numbers and choices stay: a replay without words still tells much.

      Enter shows the next step, b the one before, q leaves. With --speed N it goes on by itself, N \
      times as fast as it was; no wait is longer than 30 seconds. With --plain, or without a \
      terminal, all of it is printed at once.

      Exit status: 0 done, 64 there is no such session, 66 no journal yet, 74 it cannot be read.

      Example:
        allclear replay
        allclear replay 1 --redact
        allclear replay 3 --speed 10 --journal demo.sqlite
      """)

  @Argument(
    help: ArgumentHelp(
      "Its number in the list, 1 for the newest, or its id.", valueName: "SESSION"))
  var session: String?

  @Flag(help: "Own words are replaced by their length.")
  var redact = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard let session else { Replaying.list(options.launch) }
    Replaying.show(session, options.launch, redacts: redact)
  }
}
