import AllClearExchange
import ArgumentParser

struct CountCohort: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cohort",
    abstract: "A caseload, as the trial was seen: for practitioners.",
    discussion: """
      For each arm or group: people and completers; pain before and after; 0 or 1 of 10 after, of all \
      who began and of completers; 30% better; mind-brain causes before and after; between arms \
      Hedges' g with its 95% interval; how the two changes go together. What is missing stands in the \
      notes. Figures of groups, never a verdict on one person.

      Outcomes: columns participant, visit, pain_avg (0 to 10) and, where there are groups, arm; a \
      line for each visit. Causes: participant, visit, cause, and where raters coded them category; \
      rank if there is one. Without category the words are coded, and the notes say so. Commas, \
      semicolons or tabs; lines in any order. One of the two is enough for what it can say; - is \
      standard input. An empty field, or NA, was not answered.

      Journals: files of 'allclear export', a file for each person. Pain before is the first rating \
      and pain after the last; causes the first list and the newest, with what the person put right. \
      A demo is left out.

      Exit status: 0 done, 64 wrong use, 65 a table or a journal is broken (each line is named), \
      66 no such file, 74 something cannot be read or written, or OUT is there already.

      Examples:
        allclear cohort --outcomes outcomes.csv --causes causes.csv
        allclear cohort --outcomes outcomes.csv --after month12 --format html -o year.html
        allclear cohort --group autumn anna.json ben.json
      """)

  @Argument(
    help: ArgumentHelp("Journals from 'allclear export --format json'.", valueName: "EXPORT"),
    completion: .file(extensions: ["json"]))
  var journals: [String] = []

  @ArgumentParser.Option(
    help: ArgumentHelp("The table of pain at each visit.", valueName: "FILE"),
    completion: .file(extensions: ["csv"]))
  var outcomes: String?

  @ArgumentParser.Option(
    help: ArgumentHelp("The table of causes in own words.", valueName: "FILE"),
    completion: .file(extensions: ["csv"]))
  var causes: String?

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Visits whose mean is pain before; of causes the last of them counts.", valueName: "VISITS"))
  var before = "eligibility,pre"

  @ArgumentParser.Option(help: ArgumentHelp("The visit after.", valueName: "VISIT"))
  var after = "post"

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "The arm that is compared with each other one; else prt, or the first by name.",
      valueName: "ARM"))
  var reference: String?

  @ArgumentParser.Option(
    help: ArgumentHelp("What the group is called where there are no arms.", valueName: "NAME"))
  var group: String?

  @Flag(help: "Count demo journals too.")
  var withDemo = false

  @Flag(help: "Leave out lines that cannot be counted, and say how many.")
  var skipBad = false

  @ArgumentParser.Option(
    help: ArgumentHelp("text, json, csv or html.", valueName: "FORMAT"), transform: Self.format)
  var format: Cohort.Format?

  @ArgumentParser.Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Where it is put; else it is printed.", valueName: "OUT"),
    completion: .file())
  var output: String?

  @Flag(help: "Put it in the place of a file that is there.")
  var force = false

  @OptionGroup var options: GlobalOptions

  private static func format(_ name: String) throws -> Cohort.Format {
    guard let format = Cohort.Format(rawValue: name) else {
      throw ValidationError("--format takes text, json, csv or html")
    }
    return format
  }

  private var visitsBefore: [String] {
    before.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
  }

  func validate() throws {
    let hasTables = outcomes != nil || causes != nil
    guard hasTables || !journals.isEmpty else {
      throw ValidationError("cohort takes --outcomes, --causes or both, or journals")
    }
    guard !hasTables || journals.isEmpty else {
      throw ValidationError("cohort takes tables or journals, not both at a time")
    }
    guard !(outcomes == "-" && causes == "-") else {
      throw ValidationError("only one table can come from standard input")
    }
    guard (1...CohortOptions.mostVisits).contains(visitsBefore.count) else {
      throw ValidationError(
        "--before takes 1 to \(CohortOptions.mostVisits) visits, with commas between them")
    }
    guard !after.trimmed.isEmpty, !visitsBefore.contains(after.trimmed) else {
      throw ValidationError("--after takes one visit that is not among those of --before")
    }
    guard group?.trimmed.isEmpty != true else { throw ValidationError("--group takes a name") }
  }

  func run() throws {
    var cohort = CohortOptions()
    cohort.before = visitsBefore
    cohort.after = after.trimmed
    cohort.reference = reference
    cohort.skipsBad = skipBad
    if let group { cohort.group = group.trimmed }
    var files: [CohortFile: String] = [:]
    files[.outcomes] = outcomes
    files[.causes] = causes
    let counting = CohortCounting(
      options: cohort, format: format, output: output, force: force, launch: options.launch)
    if journals.isEmpty { counting.run(tables: files) }
    if group == nil { cohort.group = "journals" }
    counting.run(journals: journals, group: cohort.group, withDemos: withDemo)
  }
}

extension StringProtocol {
  /// Without the blanks around it.
  fileprivate var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
