import AllClearEngine
import AllClearStore
import ArgumentParser

struct MakeBackup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the journal into one file, and check the copy.",
    discussion: """
      It may be done while allclear is open elsewhere. The copy is read through to its end, counted \
      against the journal, and readable by you alone; it is not encrypted. Without -o it is \
      allclear-backup-DATE.sqlite in this folder.

      Exit status: 0 done, 66 there is no journal, 74 it cannot be read or written, or the file is \
      there already.

      Example:
        allclear backup -o ~/backup/allclear.sqlite
      """)

  @ArgumentParser.Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Where the copy is put.", valueName: "FILE"), completion: .file())
  var output: String?

  @Flag(help: "Put it in the place of a file that is there.")
  var force = false

  @OptionGroup var options: GlobalOptions

  func run() throws { Keeping.backUp(options.launch, to: output, force: force) }
}

struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup in the place of the journal, which is kept beside it.",
    discussion: """
      The backup is read through first; a damaged, foreign or newer file is refused. It says what \
      both hold, and asks. The journal that was there stays beside it, as \
      journal.sqlite.before-restore-DATE. The safety questions are asked again afterwards: \
      that they were answered does not come with a backup.

      Exit status: 0 done, 1 left as it was, 65 not a backup that can be used, 66 no such file, \
      74 the journal is open elsewhere or cannot be written.

      Example:
        allclear restore ~/backup/allclear.sqlite
      """)

  @Argument(help: ArgumentHelp("The backup.", valueName: "FILE"), completion: .file())
  var file: String

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var options: GlobalOptions

  func run() throws { Keeping.restore(file, options.launch, asks: !yes) }
}

struct Erase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Erase one entry, one day, or everything; without an option, choose from a list.",
    discussion: """
      It says what will go, and asks you to type a word. What is erased is overwritten: in the \
      journal, in unsent writing, and in every copy beside it. It cannot be brought back. Exports, \
      backups elsewhere and backups of the whole computer are not reached. Settings stay: they \
      hold none of your words.

      Exit status: 0 done, 1 left as it was, 64 nothing of that name or day, 66 there is no \
      journal, 74 it is open elsewhere or cannot be written.

      Example:
        allclear erase --day 2026-11-23
      """)

  @ArgumentParser.Option(
    help: ArgumentHelp("One entry; the list names them.", valueName: "ID"), transform: Self.entry)
  var entry: RecordID?

  @ArgumentParser.Option(
    help: ArgumentHelp("What was written and answered on one day.", valueName: "YYYY-MM-DD"),
    transform: Self.day)
  var day: CivilDay?

  @Flag(help: "The journal and every copy beside it.")
  var everything = false

  @Flag(help: "Do not ask; only with --entry, --day or --everything.")
  var yes = false

  @OptionGroup var options: GlobalOptions

  private static func entry(_ text: String) throws -> RecordID {
    // A line of a list goes with those that were written with it.
    guard let id = RecordID(text: text) ?? OwnEntry.ID(text: text)?.record else {
      throw ValidationError("--entry takes an id as 'allclear erase' lists them")
    }
    return id
  }

  private static func day(_ text: String) throws -> CivilDay {
    guard let day = CivilDay(iso: text) else {
      throw ValidationError("--day takes a day as in 2026-11-23")
    }
    return day
  }

  func validate() throws {
    let named = [entry != nil, day != nil, everything].count { $0 }
    guard named < 2 else {
      throw ValidationError("erase takes one of --entry, --day and --everything at a time")
    }
    guard !yes || named == 1 else {
      throw ValidationError("--yes goes with --entry, --day or --everything only")
    }
  }

  func run() throws {
    var choice: Erasing.Choice?
    if let entry { choice = .part(.entry(entry)) }
    if let day { choice = .part(.day(day)) }
    if everything { choice = .everything }
    Erasing.run(choice, options.launch, asks: !yes)
  }
}
