import AllClearEngine
import ArgumentParser

extension Content {
  struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "simulate",
      abstract: "Play the content as made-up patients, and tell what they met.",
      discussion: """
        Without --persona all of them play; then comes what none of them reached. The same content, \
        seed and days give the same words, byte for byte. No journal is touched.

        Exit status: 0 played, 1 somebody went round and round, 64 no such persona, 65 broken \
        content.

        Example:
          allclear content simulate --persona nadia --days 7
        """)

    @ArgumentParser.Option(
      help: ArgumentHelp("Who plays: the name of a file in personas.", valueName: "NAME"))
    var persona: String?

    @ArgumentParser.Option(
      help: ArgumentHelp("What chance goes by where somebody answers at random.", valueName: "N"))
    var seed: UInt64 = 1

    @ArgumentParser.Option(help: ArgumentHelp("How many days are played.", valueName: "N"))
    var days = Player.days

    @ArgumentParser.Option(
      help: ArgumentHelp("How it is told: text or json.", valueName: "FORMAT"))
    var format = Simulation.Format.text

    @OptionGroup var options: GlobalOptions

    func validate() throws {
      guard (1...3650).contains(days) else {
        throw ValidationError("--days takes a whole number from 1 to 3650")
      }
    }

    func run() throws {
      Simulation.run(persona, seed: seed, days: days, format: format, options.launch)
    }
  }
}

extension Simulation.Format: ExpressibleByArgument {}
