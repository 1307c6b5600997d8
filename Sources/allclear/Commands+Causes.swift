import ArgumentParser

struct Causes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "causes", abstract: "Causes of pain in people's own words.",
    subcommands: [Code.self])

  struct Code: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "code",
      abstract: "Code causes as the trial's raters did: one a line, to CSV.",
      discussion: """
        Each line gets one of twelve categories, whether it counts as mind or brain, and why. It goes \
        by the words of Content/en/lexicon.yaml and not by what anybody means: a line of which nothing \
        is known is 'other' and says so; where two kinds are named, the first counts, and it is \
        marked as mixed. Empty lines are left out. For groups of people, not for a verdict on one.

        Columns: cause, category, mind_brain (1 or 0), reason.

        Exit status: 0 done, 65 the lexicon is broken or missing, or FILE is no UTF-8, 66 no such file, 74 cannot read.

        Example:
          printf 'old injury\\nstress at work\\n' | allclear causes code
        """)

    @Argument(
      help: ArgumentHelp(
        "A file with one cause a line; standard input by default.", valueName: "FILE"),
      completion: .file())
    var file: String?

    @OptionGroup var options: GlobalOptions

    func run() throws { CausesCode.run(file, options.launch) }
  }
}
