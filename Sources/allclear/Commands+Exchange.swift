import AllClearExchange
import ArgumentParser

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Take your journal along as a file: json, csv or fhir.",
    discussion: """
      json is the whole journal, unsent writing and what you chose for yourself too; 'allclear \
      import' reads it, and --schema prints what is in it. csv is one table a kind in a folder, with \
      a codebook. fhir is a Bundle (R4B) of your ratings and questionnaires for a clinic's record; \
      of the safety questions nothing is in it.

      The journal is only read. A file is yours alone (0600), and is not overwritten without --force.

      Exit status: 0 done, 66 no journal yet, 74 it cannot be read, or the file not written.

      Example:
        allclear export -o journal.json
        allclear export --format csv -o tables
        allclear export --format csv --table check-ins
        allclear export --format fhir -o for-the-clinic.json
      """)

  @ArgumentParser.Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Write to FILE, for csv to the folder FILE; otherwise to standard output.",
      valueName: "FILE"), completion: .file())
  var output: String?

  @ArgumentParser.Option(
    help: ArgumentHelp("One of: json, csv, fhir.", valueName: "NAME"), transform: Self.format)
  var format = Taking.Format.json

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "With csv: one table alone, \(TableKind.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "NAME"), transform: Self.table)
  var table: TableKind?

  @Flag(help: "Overwrite FILE.")
  var force = false

  @Flag(help: "Print the JSON Schema of the json file, and no journal.")
  var schema = false

  @OptionGroup var options: GlobalOptions

  private static func format(_ name: String) throws -> Taking.Format {
    guard let format = Taking.Format(rawValue: name) else {
      throw ValidationError("--format takes one of: json, csv, fhir")
    }
    return format
  }

  private static func table(_ name: String) throws -> TableKind {
    guard let table = TableKind(rawValue: name) else {
      throw ValidationError(
        "--table takes one of: " + TableKind.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return table
  }

  func validate() throws {
    guard table == nil || format == .csv else {
      throw ValidationError("--table goes with --format csv")
    }
  }

  func run() throws {
    if schema { Taking.schema(options.launch, to: output, force: force) }
    Taking.export(options.launch, as: format, to: output, table: table, force: force)
  }
}

struct MakeSchedule: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "The plan as a calendar file (iCalendar), with titles that say nothing.",
    discussion: """
      Lessons that you have not had, two a week, a check-in a week, and the hellos after the end. \
      Each is called "A few minutes" and no more. Brought in again, the same entries move instead of \
      being doubled. Nothing is locked by the plan, and nothing counts as missed.

      Exit status: 0 done, 74 the file cannot be written.

      Example:
        allclear schedule -o plan.ics --at 19:00
      """)

  @ArgumentParser.Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write to FILE; otherwise to standard output.", valueName: "FILE"),
    completion: .file())
  var output: String?

  @ArgumentParser.Option(
    help: ArgumentHelp("At this time, 00:00 to 23:59; otherwise whole days.", valueName: "HH:MM"),
    transform: Self.time)
  var at: DailyTime?

  @Flag(help: "Overwrite FILE.")
  var force = false

  @OptionGroup var options: GlobalOptions

  private static func time(_ text: String) throws -> DailyTime {
    guard let time = DailyTime(text) else {
      throw ValidationError("--at takes a time from 00:00 to 23:59, as in 19:00")
    }
    return time
  }

  func run() throws {
    Taking.schedule(options.launch, to: output, at: at, force: force)
  }
}

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in a journal from 'allclear export', or a simple table from another diary.",
    discussion: """
      It says first what it would bring in, and asks. What is here already is not doubled, what was \
      erased here stays erased, and all of it is brought in or nothing. Safety questions that were \
      answered elsewhere can hold something back and let nobody in: they are asked here again.

      A table from another diary is a CSV file with a column "date" (as 2026-03-01) and any of pain, \
      fear, ease (whole numbers from 0 to 10) and note. Each row is a check-in. Rows that cannot be \
      read are told by line, and then nothing is brought in unless with --skip-bad.

      Exit status: 0 done or only shown, 1 allclear is open elsewhere, 65 the file cannot be read as \
      one of these, 66 no such file, 74 it cannot be read, or the journal not written.

      Example:
        allclear import journal.json
        allclear import diary.csv --yes
      """)

  @Argument(help: ArgumentHelp("The file.", valueName: "FILE"), completion: .file())
  var file: String

  @Flag(help: "Do not ask.")
  var yes = false

  @Flag(help: "Leave out rows of a table that cannot be read.")
  var skipBad = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    BringingIn.run(file, options.launch, asks: !yes, skipsBad: skipBad)
  }
}
