import AllClearEngine
import AllClearScript
import AllClearStore
import CNcurses
import Glibc

/// One sitting: content, journal and front end brought together.
enum Session {
  /// Runs until the person leaves, and ends the program.
  static func run(_ launch: Launch, _ beginning: Event.Beginning) -> Never {
    let ending: Ending
    do throws(Failure) { ending = try sit(launch, beginning) } catch { error.end() }
    // Not before: `exit` closes no journal, and its log would stay behind.
    switch ending {
    case .left: exit(ExitCode.done)
    case .signal(let signal): ac_exit_by_signal(signal)
    // What was begun here is kept, and waits.
    case .show(let showing): Demo.run(launch, showing)
    }
  }

  private static func sit(
    _ launch: Launch, _ beginning: Event.Beginning
  ) throws(Failure) -> Ending {
    let house: House
    do throws(Failure) { house = try House(launch) } catch {
      if beginning.isHelp { builtInPage() }
      throw error
    }
    try check(beginning, house.program)
    var (host, clock) = try host(launch, house, claims: !beginning.isHelp)
    host.send(.begin(beginning), at: clock.now)
    return FrontEnd.run(&host, clock, launch, leavesAtHome: beginning != .home)
  }

  /// What runs an app on the journal, before anything was begun.
  static func host(_ launch: Launch, claims: Bool) throws(Failure) -> (Runtime, Clock) {
    try host(launch, try House(launch), claims: claims)
  }

  private static func host(
    _ launch: Launch, _ house: House, claims: Bool
  ) throws(Failure) -> (Runtime, Clock) {
    var journal: JournalDoor?
    var digest = Digest()
    do throws(Failure) {
      (journal, digest) = try openJournal(launch, claims: claims)
    } catch {
      // Help does not wait for a journal that can be opened.
      if claims { throw error }
    }
    var program = house.program
    // Not before the first frame of a first run.
    if !digest.isEmpty { program.renamed = house.compiler.renamed() }
    let file = SettingsFile()
    let settings = launch.settings(over: file.settings)
    let clock = Clock(speed: launch.speed)
    let options = App.Options(
      sitting: sittingID(), appVersion: AllClear.version, journal: journal?.access ?? .none,
      moves: !launch.still && !FrontEnd.wantsPlain(launch, settings),
      origin: launch.speed == 1 ? .journal : .speed, speaks: launch.speaks(settings),
      settings: settings,
      places: App.Places(
        settings: file.path ?? "", journal: journal?.path ?? ""),
      settingsFault: file.fault)
    let app = App(program: program, digest: digest, options: options, now: clock.now)
    let host = Runtime(
      app: app, program: program, compiler: house.compiler, journal: journal, settings: file,
      speech: Speech())
    return (host, clock)
  }

  /// What is opened has to exist.
  private static func check(
    _ beginning: Event.Beginning, _ program: Program
  ) throws(Failure) {
    switch beginning {
    case .home, .door(.flare), .door(.crisis), .door(.settings), .door(.own), .door(.page),
      .door(.writings), .door(.letter), .door(.changed), .door(.demo), .door(.showcase),
      .door(.everywhere):
      return
    case .door(.module(let id)):
      guard program.module(id) == nil else { return }
      throw Failure(
        ExitCode.usage, "there is no module '\(id)'; 'allclear module' lists them")
    case .door(.practice(let id, let minutes)):
      guard let entry = program.practice(id) else {
        throw Failure(
          ExitCode.usage, "there is no practice '\(id)'; 'allclear practice' lists them")
      }
      guard let minutes, !entry.lengths.contains(minutes) else { return }
      let lengths = entry.lengths.map(String.init).joined(separator: ", ")
      throw Failure(
        ExitCode.usage, "'\(id)' has no length of \(minutes) minutes; there are: \(lengths)")
    }
  }

  private static func openJournal(
    _ launch: Launch, claims: Bool
  ) throws(Failure) -> (JournalDoor, Digest) {
    let path = try Paths.journal(launch)
    do throws(StoreError) {
      let journal = try JournalDoor(path: path, claims: claims)
      return (journal, try journal.existing?.digest() ?? Digest())
    } catch { throw Failure(error, journal: path) }
  }

  /// The page that stands in code, for when content cannot be read.
  private static func builtInPage() -> Never {
    for line in BuiltIn.crisis.plainText.split(separator: "\n", omittingEmptySubsequences: false) {
      Console.line(String(line))
    }
    exit(ExitCode.done)
  }

  /// A random UUID (version 4), lower-case.
  static func sittingID() -> String {
    var generator = SystemRandomNumberGenerator()
    var bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
    bytes[6] = bytes[6] & 0x0f | 0x40
    bytes[8] = bytes[8] & 0x3f | 0x80
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      let digits = String(byte, radix: 16)
      text += digits.count == 1 ? "0" + digits : digits
    }
    return text
  }
}

extension Event.Beginning {
  /// Whether it is help that works without a journal and without content.
  var isHelp: Bool { self == .door(.flare) || self == .door(.crisis) }
}
