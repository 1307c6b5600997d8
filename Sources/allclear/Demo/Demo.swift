import AllClearEngine
import AllClearScript
import AllClearStore
import AllClearUI
import CNcurses
import Glibc

/// allclear shown to others: the same app on a journal in memory, which a made-up patient has filled.
struct Demo {
  let house: House
  let launch: Launch
  let personas: [Persona]
  let tour: Tour?
  let seed: UInt64
  /// Personas that were played already, by who and how many days.
  private var played: [Part: StandIn] = [:]
  /// All content, read when somebody is to play it.
  private var library: Player.Library?

  private struct Part: Hashable {
    var persona: String
    var days: Int
  }

  init(_ launch: Launch, seed: UInt64 = 1) throws(Failure) {
    self.launch = launch
    self.seed = seed
    house = try House(launch)
    personas = try Cast.personas(house)
    tour = house.compiler.tour(of: house.program).tour
  }

  var phrases: Phrases { house.program.phrases }

  // MARK: Running

  /// What the command line asked for beside what is shown.
  struct Wishes {
    var seed: UInt64 = 1
    /// Where the journal is kept that the demo made.
    var save: String?
    /// Where notes are written: a second terminal, or a file.
    var notes: String?
  }

  /// Shows it until the person leaves, and ends the program.
  static func run(_ launch: Launch, _ showing: Showing, _ wishes: Wishes = Wishes()) -> Never {
    let ending: Ending
    do throws(Failure) { ending = try show(launch, showing, wishes) } catch { error.end() }
    switch ending {
    case .left, .show: exit(ExitCode.done)
    case .signal(let signal): ac_exit_by_signal(signal)
    }
  }

  private static func show(
    _ launch: Launch, _ showing: Showing, _ wishes: Wishes
  ) throws(Failure) -> Ending {
    var demo = try Demo(launch, seed: wishes.seed)
    // What cannot be shown is refused before anything is.
    if case .persona(let id, let days) = showing { _ = try demo.standIn(id, days: days) }
    for path in [wishes.save, wishes.notes].compactMap({ $0 }) {
      let journal = try Paths.journal(launch)
      guard path == journal || Journal.areSame(path, journal) else { continue }
      throw Failure(
        ExitCode.usage,
        "\(path) is your own journal, and a demo does not touch it; name another file")
    }
    if let save = wishes.save, Paths.exists(save) {
      throw Failure(
        ExitCode.cannotReadOrWrite,
        "\(save) is there already and was left as it is; name another file for --save")
    }
    if let save = wishes.save,
      !Paths.isFolder(save.contains("/") ? Paths.parent(of: save) : ".")
    {
      throw Failure(
        ExitCode.cannotReadOrWrite,
        "\(save) cannot be made: its folder is not there; name another file for --save")
    }
    if case .tour(let minutes) = showing {
      guard let cuts = demo.tour?.cuts else {
        throw Failure(ExitCode.noSuchFile, "this content has no tour")
      }
      guard cuts.contains(minutes) else {
        throw Failure(
          ExitCode.usage,
          "this tour has no cut of \(minutes) minutes; there are: "
            + cuts.map(String.init).joined(separator: ", "))
      }
    }
    // Nobody is there to look on: it is filled, saved, and that is all.
    if let save = wishes.save, !(Console.readsTerminal && Console.writesTerminal) {
      guard case .persona(let persona, let days) = showing else {
        throw Failure(ExitCode.usage, "--save without a terminal needs --persona NAME")
      }
      let store = try demo.store(of: demo.standIn(persona, days: days))
      try keep(store, in: save)
      return .left
    }
    let notes = try wishes.notes.map { path throws(Failure) in
      try SpeakerNotes(path: path, phrases: demo.phrases)
    }
    var clock = Clock(speed: launch.speed)
    var host = try demo.host(Store.inMemoryOrFail(), at: clock)
    var presenter = Presenter(demo: demo, notes: notes)
    presenter.show(showing, &host, &clock)
    let ending = FrontEnd.run(&host, clock, launch, leavesAtHome: false, presenter: presenter)
    // It is the host's by then: another persona may have been chosen.
    if let save = wishes.save, let store = host.memory { try keep(store, in: save) }
    return ending
  }

  private static func keep(_ store: Store, in file: String) throws(Failure) {
    do throws(StoreError) {
      // The mark is in the records: without any, the file would be taken for somebody's own.
      guard try store.isDemo() else {
        Console.error(
          "nothing was told yet, so there is nothing to keep in \(file); --week 1 begins later")
        return
      }
      try store.save(to: file)
    } catch {
      let line = Failure(error, journal: file).line.split(separator: "\n").first ?? ""
      throw Failure(
        ExitCode.cannotReadOrWrite,
        "the demo is not kept: " + line.replacing("--journal FILE", with: "--save FILE"))
    }
    Console.error("kept in \(file), marked as a demo: allclear --journal \(file)")
  }

  /// Prints the script of the tour, and ends the program.
  static func printScript(_ launch: Launch, cut: Int) -> Never {
    do throws(Failure) {
      let house = try House(launch)
      guard let tour = house.compiler.tour(of: house.program).tour else {
        throw Failure(ExitCode.noSuchFile, "this content has no tour")
      }
      Console.write(TourScript(tour: tour, cut: cut, phrases: house.program.phrases).text)
      exit(ExitCode.done)
    } catch { error.end() }
  }

  // MARK: What is shown

  /// The personas and cuts that the list offers.
  var showcase: Showcase {
    Showcase(
      personas: personas.map {
        Showcase.Member(id: $0.id, title: $0.title, about: $0.about)
      }, cuts: tour?.cuts ?? [])
  }

  /// A persona that has played so many days.
  mutating func standIn(_ id: String, days: Int) throws(Failure) -> StandIn {
    guard let persona = personas.first(where: { $0.id == id }) else {
      throw Failure(
        ExitCode.usage,
        "there is no persona '\(id)'; there are: "
          + personas.map(\.id).joined(separator: ", "))
    }
    let part = Part(persona: id, days: days)
    if let known = played[part] { return known }
    let standIn = StandIn(persona, in: try wholeLibrary(), seed: seed, days: days)
    played[part] = standIn
    return standIn
  }

  private mutating func wholeLibrary() throws(Failure) -> Player.Library {
    if let library { return library }
    let read = try Cast.library(house)
    library = read
    return read
  }

  /// A journal in memory with what the persona has kept.
  func store(of standIn: StandIn) throws(Failure) -> Store {
    let store = try Store.inMemoryOrFail()
    var batch: [AllClearEngine.Record] = []
    var session: SessionInfo?
    do throws(StoreError) {
      for (record, info) in standIn.records {
        if let session, session != info {
          try store.write(batch, in: session)
          batch = []
        }
        session = info
        batch.append(record)
      }
      if let session { try store.write(batch, in: session) }
    } catch { throw Failure(ExitCode.failed, "the demo could not be filled") }
    return store
  }

  /// What runs an app on a journal in memory.
  ///
  /// How things look here is taken over; what is chosen in a demo is kept nowhere.
  func host(_ store: Store, at clock: Clock) throws(Failure) -> Runtime {
    var digest = Digest()
    do throws(StoreError) { digest = try store.digest() } catch {
      throw Failure(ExitCode.failed, "the demo could not be read")
    }
    let settings = launch.settings(over: SettingsFile().settings)
    let options = App.Options(
      sitting: Session.sittingID(), appVersion: AllClear.version,
      moves: !launch.still && !FrontEnd.wantsPlain(launch, settings), origin: .demo,
      speaks: launch.speaks(settings), settings: settings, showcase: showcase)
    return Runtime(
      app: App(program: house.program, digest: digest, options: options, now: clock.now),
      program: house.program, compiler: house.compiler, journal: JournalDoor(inMemory: store),
      settings: SettingsFile(path: nil), speech: Speech())
  }
}

extension Store {
  /// A journal in memory; that there is none is no fault of anybody's.
  static func inMemoryOrFail() throws(Failure) -> Store {
    do throws(StoreError) { return try Store.open(.memory) } catch {
      throw Failure(ExitCode.failed, "there is no room for a journal in memory")
    }
  }
}
