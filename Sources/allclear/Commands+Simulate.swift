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

        Examples:
          allclear content simulate --persona nadia --days 7
          allclear content simulate --weeks 6
        """)

    @ArgumentParser.Option(
      help: ArgumentHelp("Who plays: the name of a file in personas.", valueName: "NAME"))
    var persona: String?

    @ArgumentParser.Option(
      help: ArgumentHelp("What chance goes by where somebody answers at random.", valueName: "N"))
    var seed: UInt64 = 1

    @ArgumentParser.Option(
      help: ArgumentHelp(
        "How many days are played; without it and --weeks, \(Player.days).", valueName: "N"))
    var days: Int?

    @ArgumentParser.Option(
      help: ArgumentHelp("How many weeks are played, in place of --days.", valueName: "N"))
    var weeks: Int?

    @ArgumentParser.Option(
      help: ArgumentHelp("How it is told: text or json.", valueName: "FORMAT"))
    var format = Simulation.Format.text

    @OptionGroup var options: GlobalOptions

    func validate() throws {
      guard days == nil || weeks == nil else {
        throw ValidationError("--days and --weeks do not go together")
      }
      guard (1...3650).contains(days ?? 1) else {
        throw ValidationError("--days takes a whole number from 1 to 3650")
      }
      guard (1...520).contains(weeks ?? 1) else {
        throw ValidationError("--weeks takes a whole number from 1 to 520")
      }
    }

    func run() throws {
      let days = days ?? weeks.map { $0 * 7 } ?? Player.days
      Simulation.run(persona, seed: seed, days: days, format: format, options.launch)
    }
  }
}

extension Simulation.Format: ExpressibleByArgument {}
