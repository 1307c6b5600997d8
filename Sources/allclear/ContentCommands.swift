import AllClearScript
import ArgumentParser

/// `allclear content`: for those who write what the program says.
struct Content: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "content", abstract: "Work on the content.",
    discussion: "Example:\n  allclear content check",
    subcommands: [Check.self, Codes.self, Stats.self, Simulate.self, PrintSchema.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Check content files: every fault at once, with its line.",
      discussion: """
        Exit status: 0 clean, 65 faults, 66 no such path.

        Example:
          allclear content check Content/en/modules/04-tracking.yaml
        """)

    @Argument(
      help: ArgumentHelp("A file or folder; without it, all content.", valueName: "PATH"),
      completion: .file())
    var path: String?

    @OptionGroup var options: GlobalOptions

    func run() throws { ContentCheck.run(path, options.launch) }
  }
}

extension Content {
  struct PrintSchema: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema", abstract: "Print the JSON Schema of content files, for editors.",
      discussion: """
        Content/schema.json is this text.

        Example:
          allclear content schema > Content/schema.json
        """)

    @OptionGroup var options: GlobalOptions

    func run() throws { Console.write(Schema.text) }
  }
}

extension Content {
  struct Codes: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "codes",
      abstract: "Explain the code of a fault; without CODE, print all of them as Markdown.",
      discussion: """
        The code stands in brackets at the end of each line of `allclear content check`.

        Example:
          allclear content codes hole-needs-fallback
        """)

    @Argument(help: ArgumentHelp("A code, as it stands in the brackets.", valueName: "CODE"))
    var code: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
      guard let name = code else { return Console.write(CodeList.markdown) }
      guard let code = CodeList.code(named: name) else {
        throw ValidationError("there is no code '\(name)'" + CodeList.hint(name))
      }
      Console.write(CodeList.entry(code))
    }
  }

  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stats",
      abstract: "Count words, minutes, grade, sources and cards of each file.",
      discussion: """
        One line a module, page or practice, and the totals. `pace` is the minutes for all of it, \
        every branch, at 150 words a minute and with its practices; `grade` is the school grade \
        after Flesch and Kincaid; `longest` is the words of the longest card. A file with faults is \
        counted as far as it can be read.

        Example:
          allclear content stats Content/en/modules
        """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: ArgumentHelp("A file or folder; without it, all content.", valueName: "PATH"))
    var path: String?

    @ArgumentParser.Option(
      help: ArgumentHelp("text or json.", valueName: "FORMAT"))
    var format = Format.text

    @OptionGroup var options: GlobalOptions

    func run() throws { ContentStats.run(path, isJSON: format == .json, options.launch) }
  }
}
