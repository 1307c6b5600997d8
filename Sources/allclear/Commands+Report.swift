import AllClearExchange
import ArgumentParser

struct WriteReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "A page to take to an appointment: what was done, what has changed.",
    discussion: """
      One page that can be read in a minute, and the rest behind it. Your evidence and your \
      movements stand in it in your own words only with --evidence, pain as a number only with \
      --pain; at a terminal, with -o and neither, you are asked. Of the safety questions it has day \
      and outcome, and never which. Read it before you give it away.

      --sheet is a page for the talk itself, with room to write and three questions to ask. \
      --for clinician is a page for the other side: how to talk about what brings the pain on; it \
      holds nothing about you.

      HTML is one file for a browser, light or dark, to print on A4 or Letter; it loads nothing. \
      Markdown is plain text. Without --format it goes by FILE's ending, or by where it goes: \
      Markdown to a terminal, else HTML. FILE is readable by you alone.

      Exit status: 0 done, 65 a template is broken, 66 there is no journal, 74 something cannot be \
      read or written, or FILE is there already.

      Example:
        allclear report -o ~/report.html
      """)

  @ArgumentParser.Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Where it is put; else it is printed.", valueName: "FILE"),
    completion: .file())
  var output: String?

  @ArgumentParser.Option(
    help: ArgumentHelp("html or markdown.", valueName: "FORMAT"), transform: Self.format)
  var format: Report.Format?

  @Flag(help: "With your evidence and your movements, in your own words.")
  var evidence = false

  @Flag(help: "With pain as a number.")
  var pain = false

  @Flag(help: "A sheet for the talk, with room to write.")
  var sheet = false

  @ArgumentParser.Option(
    name: .customLong("for"),
    help: ArgumentHelp("clinician: a page for the other side of the talk.", valueName: "WHOM"),
    transform: Self.reader)
  var reader: Report.Page?

  @Flag(help: "Put it in the place of a file that is there.")
  var force = false

  @OptionGroup var options: GlobalOptions

  private static func format(_ name: String) throws -> Report.Format {
    guard let format = Report.Format(rawValue: name) else {
      throw ValidationError("--format takes html or markdown")
    }
    return format
  }

  private static func reader(_ name: String) throws -> Report.Page {
    guard name == "clinician" else { throw ValidationError("--for takes clinician") }
    return .clinician
  }

  func validate() throws {
    guard !(sheet && reader != nil) else {
      throw ValidationError("report takes one of --sheet and --for at a time")
    }
  }

  func run() throws {
    let page = reader ?? (sheet ? .sheet : .report)
    Reporting(page: page, format: format, output: output, force: force)
      .run(options.launch, evidence: evidence, pain: pain)
  }
}
