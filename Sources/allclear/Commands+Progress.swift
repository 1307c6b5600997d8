import AllClearEngine
import ArgumentParser

struct ShowProgress: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "What has changed since you began, beside your own beginning.",
    discussion: """
      Causes then and now, evidence, movements and what was feared of them, fear and danger, \
      practice, and what it gets in the way of. Pain comes last, and only with --pain. Where you \
      would rather not be asked for numbers, none are shown. The journal is only read.

      Examples:
        allclear progress
        allclear progress --pain --table
        allclear progress --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @ArgumentParser.Option(
    help: ArgumentHelp("text, or json for another program.", valueName: "FORMAT"))
  var format = Format.text

  @Flag(help: "The number for pain, too, last of all.")
  var pain = false

  @Flag(help: "Each number on a line of its own (text).")
  var table = false

  @Flag(help: "What the trial found, both sides of it and its limits (text).")
  var trial = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if format == .json, table || trial {
      throw ValidationError("--table and --trial go with --format text")
    }
  }

  func run() throws {
    ProgressReport(
      launch: options.launch, withPain: pain, withTable: table, withTrial: trial,
      isJSON: format == .json
    ).run()
  }
}

struct PutCheckIn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-in",
    abstract: "A minute for how the week was; with answers, puts them down.",
    discussion: """
      Without an answer it opens the check-in. With one it asks nothing: it puts down what you \
      give, leaves out the rest, and says what was put down. Once a week is plenty, and once a day \
      is the most. Where it has become harder by your own answers, it says so, and a few questions \
      wait for you in the check-in.

      --fear is how dangerous moving feels today. --ease is how free of it your week was: 10, it got \
      in the way of nothing. It is kept as its opposite, "how much did it get in the way of what \
      you do", so --ease 7 is put down as 3. The question about enjoying things is left out.

      Exit status: 0 done, 1 not put down (there is one of today, or you asked for no numbers), 64 \
      wrong use, 74 the journal cannot be written.

      Examples:
        allclear check-in
        allclear check-in --fear 3 --ease 7 --note "Carried the shopping."
      """)

  @ArgumentParser.Option(
    help: ArgumentHelp("Pain over the week on average, 0 to 10.", valueName: "N"))
  var pain: Int?

  @ArgumentParser.Option(
    help: ArgumentHelp("How dangerous moving your back feels today, 0 to 10.", valueName: "N"))
  var fear: Int?

  @ArgumentParser.Option(
    help: ArgumentHelp("How free of it your week was, 0 to 10.", valueName: "N"))
  var ease: Int?

  @ArgumentParser.Option(
    help: ArgumentHelp("One thing that went well, in your words.", valueName: "TEXT"))
  var note: String?

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    for (name, number) in [("pain", pain), ("fear", fear), ("ease", ease)] {
      guard let number, !(0...10).contains(number) else { continue }
      throw ValidationError("--\(name) takes a whole number from 0 to 10")
    }
    if let note, note.allSatisfy(\.isWhitespace) {
      throw ValidationError("--note takes a few words")
    }
  }

  func run() throws {
    guard pain != nil || fear != nil || ease != nil || note != nil else {
      Session.run(options.launch, .door(.module(CheckIn.module)))
    }
    QuickCheckIn.run(
      GivenCheckIn(pain: pain, fear: fear, ease: ease, note: note), options.launch)
  }
}
