import AllClearEngine
import ArgumentParser

struct ShowDemo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Show allclear to others: a made-up patient, or a tour.",
    discussion: """
      The same program on a journal in memory, which the persona has filled. Your own journal is
      not opened, and nothing is kept unless --save names a file. Every screen says that this is
      no patient. Without a name it lists what there is.

      Keys, beside those of every screen (? lists them):
        ] PgDn   the next step, answered as the persona would     [ PgUp   the step before
        }  {     the next module, the one before                  g        go anywhere by name
        a        the persona answers                              n        notes, and why
        f  F     a practice faster; to its end                    . b      blank the screen
      Where text is typed, press Esc first. In plain text, type the same and Enter; g PLACE too.

      Examples:
        allclear demo --persona nadia --week 2
        allclear demo --tour --minutes 10 --notes /dev/pts/3 --theme hall
        allclear demo --tour --print | lpr
        allclear demo --persona amina --week 6 --save amina.sqlite </dev/null
      """)

  @ArgumentParser.Option(
    help: ArgumentHelp("Who is shown.", valueName: "NAME"), completion: Completions.personas)
  var persona: String?

  @ArgumentParser.Option(
    help: ArgumentHelp("How many weeks the persona has played before.", valueName: "N"))
  var week = 0

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "What chance goes by where the persona answers at random.", valueName: "N"))
  var seed: UInt64 = 1

  @Flag(help: "The tour: a talk with allclear on the wall.")
  var tour = false

  @ArgumentParser.Option(
    help: ArgumentHelp("The cut of the tour: 5, 10 or 14 minutes.", valueName: "N"))
  var minutes = 14

  @Flag(name: .customLong("print"), help: "With --tour: print its script with times, for paper.")
  var prints = false

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Write the notes to a second terminal, or to a file.", valueName: "TTY|FILE"),
    completion: .file())
  var notes: String?

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "Keep the demo's journal in a new file, marked as a demo.", valueName: "FILE"),
    completion: .file())
  var save: String?

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard (0...520).contains(week) else { throw ValidationError("--week takes 0 to 520") }
    guard Tour.cuts.contains(minutes) else {
      throw ValidationError("--minutes takes 5, 10 or 14")
    }
    if prints, !tour { throw ValidationError("--print goes with --tour") }
    if tour, persona != nil { throw ValidationError("--tour has its own personas") }
    if options.journal != nil {
      throw ValidationError(
        "a demo opens no journal; to keep what it makes, name a file with --save")
    }
  }

  func run() throws {
    let showing: Showing =
      if tour { .tour(minutes: minutes) } else if let persona {
        .persona(persona, days: week * 7)
      } else { .start }
    if prints { Demo.printScript(options.launch, cut: minutes) }
    Demo.run(
      options.launch, showing, Demo.Wishes(seed: seed, save: save, notes: notes))
  }
}
