import AllClearScript
import ArgumentParser

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
