import AllClearEngine
import ArgumentParser

/// `allclear`, its commands and its options.
///
/// With no argument at all this file is not touched: the first frame does not wait for it.
struct AllClear: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "allclear",
    abstract: "A companion for Pain Reprocessing Therapy: skills for back pain that has stayed.",
    usage: "allclear [OPTION ...]\nallclear COMMAND [OPTION ...]",
    discussion: """
      It is not a doctor and cannot examine you. What you write stays on this computer.

      Examples:
        allclear                  go on where you were, or begin
        allclear now              it is bad right now
        allclear --plain          plain lines, for a screen reader, braille or a pipe
        allclear read does-it-work

      Options go with every command; 'allclear now --help' lists them.
      """,
    version: version,
    subcommands: [
      Open.self, FlareHelp.self, CrisisPage.self, OpenModule.self, OpenPractice.self, Read.self,
      ShowProgress.self, PutCheckIn.self, OpenSettings.self, Remind.self, Causes.self,
      WriteReport.self, CountCohort.self,
      Export.self, Import.self, MakeSchedule.self,
      MakeBackup.self, Restore.self, Erase.self,
      ShowDemo.self, ShowReplay.self,
      Content.self, ShowStatus.self,
    ],
    defaultSubcommand: Open.self)

  /// Options that may stand before the command's name are moved behind it.
  static func arranged(_ arguments: [String]) -> [String] {
    // What a shell asks for completions is not what a person typed.
    if arguments.first == "---completion" { return arguments }
    let names = Set(
      configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"])
    var taking = false
    for (index, argument) in arguments.enumerated() {
      if taking {
        taking = false
      } else if names.contains(argument) {
        return [argument] + arguments[..<index] + arguments[(index + 1)...]
      } else if ["--width", "--theme", "--journal", "--content", "--speed"].contains(argument) {
        taking = true
      } else if !argument.hasPrefix("-") {
        return arguments
      }
    }
    return arguments
  }
}

/// Options of every command.
struct GlobalOptions: ParsableArguments {
  @Flag(help: "Plain lines: no cursor control, numbered choices.")
  var plain = false

  @Flag(help: "No colours. NO_COLOR does the same.")
  var noColor = false

  @Flag(help: "Nothing moves.")
  var still = false

  @Flag(help: "A voice says the lines of practices, for closed eyes; v switches it.")
  var voice = false

  @ArgumentParser.Option(
    help: ArgumentHelp("Wrap plain lines at N columns; 0 not at all.", valueName: "N"))
  var width: Int?

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Theme of this sitting: default, light, high-contrast, mono, 16-colour, hall.",
      valueName: "NAME"),
    transform: Self.look)
  var theme: Look?

  @ArgumentParser.Option(
    help: ArgumentHelp("The journal to use.", valueName: "FILE"), completion: .file())
  var journal: String?

  @ArgumentParser.Option(
    help: ArgumentHelp("The folder of the content.", valueName: "DIR"), completion: .directory)
  var content: String?

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Practices go N times faster; records keep true time and are marked.", valueName: "N"))
  var speed: Int?

  private static func look(_ name: String) throws -> Look {
    guard let look = Look(rawValue: name) else {
      throw ValidationError(
        "--theme takes one of: " + Look.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return look
  }

  func validate() throws {
    if let width, width != 0, !(20...1000).contains(width) {
      throw ValidationError("--width takes 0, or a number from 20 to 1000")
    }
    if let speed, !(1...10_000).contains(speed) {
      throw ValidationError("--speed takes a whole number from 1 to 10000")
    }
  }

  var launch: Launch {
    Launch(
      plain: plain, noColor: noColor, still: still, voice: voice, width: width, theme: theme,
      journal: journal,
      content: content, speed: speed ?? 1, isPaced: speed != nil)
  }
}

struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open allclear: go on where you were, or begin.",
    usage: "allclear [OPTION ...]",
    discussion: "Example:\n  allclear --plain", shouldDisplay: false)

  @OptionGroup var options: GlobalOptions

  func run() throws { Session.run(options.launch, .home) }
}

struct FlareHelp: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "now", abstract: "It is bad right now: comfort, and the way to a person.",
    discussion: """
      Works before the safety questions, without a journal, with a damaged one, and without content.

      Example:
        allclear now --plain
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws { Session.run(options.launch, .door(.flare)) }
}

struct CrisisPage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crisis", abstract: "Telephone numbers of people to talk to now.",
    discussion: """
      Works always, as `allclear now` does.

      Example:
        allclear crisis
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws { Session.run(options.launch, .door(.crisis)) }
}

struct OpenModule: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "module", abstract: "Open a module; without ID, list them.",
    discussion: "Example:\n  allclear module tracking")

  @Argument(
    help: ArgumentHelp("The module's id.", valueName: "ID"), completion: Completions.modules)
  var id: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard let id else { Listing.modules(options.launch) }
    Session.run(options.launch, .door(.module(id)))
  }
}

struct OpenPractice: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice", abstract: "Do a practice; without ID, list them.",
    discussion: "Example:\n  allclear practice listening --minutes 1")

  @Argument(
    help: ArgumentHelp("The practice's id.", valueName: "ID"), completion: Completions.practices)
  var id: String?

  @ArgumentParser.Option(help: ArgumentHelp("How long, in minutes.", valueName: "N"))
  var minutes: Int?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard let id else { Listing.practices(options.launch) }
    Session.run(options.launch, .door(.practice(id, minutes: minutes)))
  }
}

struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Print a module, practice or page as text; without ID, list them.",
    discussion: """
      Everything that allclear says can be read first. Needs no journal, asks nothing.
      With --search, or a word that is no id: the sentences that hold it, each text by its id.

      Example:
        allclear read tracking | less
        allclear read --search scan
      """)

  @Argument(
    help: ArgumentHelp(
      "The id of a module, practice or page, or a word to search for.", valueName: "ID"),
    completion: Completions.everything)
  var id: String?

  @ArgumentParser.Option(
    help: ArgumentHelp("Print the sentences that hold WORD.", valueName: "WORD"))
  var search: String?

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard let search else { return }
    guard id == nil else { throw ValidationError("--search takes no ID beside its word") }
    guard search.contains(where: { !$0.isWhitespace }) else {
      throw ValidationError("--search takes a word")
    }
  }

  func run() throws {
    if let search { Finding.run(search, options.launch) }
    guard let id else { Listing.everything(options.launch) }
    Reading.run(id, options.launch)
  }
}

struct OpenSettings: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "Theme, plain text, bells, voice, and what is yours.",
    discussion: """
      What belongs to this machine lies in settings.yaml, one "key: value" a line:
        theme: default, light, high-contrast, mono, 16-colour, hall
        motion: yes, no
        plain: yes, no
        width: window, 0, or 20 to 1000 (plain text)
        bells: soft, none
        mouse: yes, no
        voice: yes, no (in plain text only with --voice, or v)
        speaker: auto, spd-say, espeak-ng, or a command that reads lines from its input
        voice-rate: slow, usual, fast
        voice-name: usual, or a name that the speaker knows
      Options and the environment win over it.

      Example:
        allclear settings
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws { Session.run(options.launch, .door(.settings)) }
}

struct ShowStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "What is kept, where, and how things stand.",
    discussion: "Example:\n  allclear status --journal backup.sqlite")

  @OptionGroup var options: GlobalOptions

  func run() throws { Status.run(options.launch) }
}
