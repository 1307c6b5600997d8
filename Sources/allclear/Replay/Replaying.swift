import AllClearEngine
import AllClearStore
import AllClearUI
import CNcurses
import Glibc

/// `allclear replay`: a kept session step by step from its records, which are only read.
struct Replaying {
  let house: House
  private let shelf: ModuleShelf
  let journal: KeptJournal
  /// Whether it is a demo's journal, and nobody's own.
  let isDemo: Bool

  static func list(_ launch: Launch) -> Never {
    do throws(Failure) {
      for line in try Replaying(launch).list { Console.line(line) }
      exit(ExitCode.done)
    } catch { error.end() }
  }

  static func show(_ name: String, _ launch: Launch, redacts: Bool) -> Never {
    do throws(Failure) {
      let replaying = try Replaying(launch)
      let text = try replaying.text(of: name, redacts: redacts)
      let file = SettingsFile()
      file.report()
      let settings = launch.settings(over: file.settings)
      if !FrontEnd.wantsPlain(launch, settings) {
        do throws(TerminalError) {
          let terminal = try Terminal(mouse: settings.mouse)
          var loop = ReplayLoop(terminal: terminal, text: text, launch: launch, settings: settings)
          let ending = loop.run()
          terminal.close()
          end(ending, launch)
        } catch {
          Console.error(
            "this terminal cannot show screens (\(error.reason)); going on in plain text")
        }
      }
      let transcript = Transcript(
        phrases: text.phrases, width: FrontEnd.plainWidth(settings))
      Console.write(text.lines(transcript).joined(separator: "\n") + "\n")
      exit(ExitCode.done)
    } catch { error.end() }
  }

  private static func end(_ ending: ReplayLoop.Ending, _ launch: Launch) -> Never {
    switch ending {
    case .left: exit(ExitCode.done)
    case .signal(let signal): ac_exit_by_signal(signal)
    case .help(let door):
      // It is one's own help, whoever's journal this was.
      var launch = launch
      launch.journal = nil
      launch.speed = 1
      Session.run(launch, .door(door))
    }
  }

  init(_ launch: Launch) throws(Failure) {
    house = try House(launch)
    shelf = ModuleShelf(house)
    let path = try Paths.journal(launch)
    guard Paths.exists(path) else { throw Keeping.nothing(at: path) }
    do throws(StoreError) {
      let store = try Store.open(.file(path), .copy)
      journal = try store.kept()
      isDemo = try store.isDemo()
    } catch { throw Failure(error, journal: path) }
  }

  init(house: House, journal: KeptJournal, isDemo: Bool = false) {
    self.house = house
    shelf = ModuleShelf(house)
    self.journal = journal
    self.isDemo = isDemo
  }

  /// The kept sessions, the newest first.
  var list: [String] {
    let sessions = journal.kept
    guard !sessions.isEmpty else { return ["No session is kept yet."] }
    let width = String(sessions.count).count
    return (isDemo ? [house.program.phrases(.demoMark)] : [])
      + sessions.enumerated().map { index, session in
        let number = String(index + 1)
        let steps = text(of: session).replay.steps.count
        return String(repeating: " ", count: width - number.count) + number
          + "  \(session.began.stamp)  \(title(of: session.module)), "
          + (steps == 1 ? "1 step" : "\(steps) steps")
          + (session.isFinished ? ", finished" : "")
      }
  }

  /// A session by its number in the list, or by its id.
  func text(of name: String, redacts: Bool) throws(Failure) -> ReplayText {
    let sessions = journal.kept
    var found = sessions.first { $0.id.text == name }
    if let number = Int(name), sessions.indices.contains(number - 1) {
      found = sessions[number - 1]
    }
    guard let found else {
      throw Failure(ExitCode.usage, "there is no session '\(name)'; 'allclear replay' lists them")
    }
    return text(of: found, redaction: redacts ? Redaction(of: journal) : nil)
  }

  func text(of session: KeptSession, redaction: Redaction? = nil) -> ReplayText {
    let hidden = HiddenSteps(session, shelf)
    let replay = Replay(
      session, of: journal, redaction: redaction, hides: hidden.contains)
    var titles: [String: String] = [:]
    for entry in house.program.measures { titles[entry.id] = entry.title }
    return ReplayText(
      replay: replay, title: title(of: session.module), measures: titles,
      isRedacted: redaction != nil,
      isDemo: isDemo, phrases: house.program.phrases)
  }

  private func title(of id: String) -> String {
    let program = house.program
    return program.module(id)?.title ?? program.practice(id)?.title ?? program.page(id)?.title
      ?? id
  }
}

extension Wall {
  /// Day and time where the person was, as `2026-03-01 18:05`.
  var stamp: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day.iso) \(two(hour)):\(two(minute))"
  }
}
