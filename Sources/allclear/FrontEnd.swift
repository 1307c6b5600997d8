import AllClearEngine
import CNcurses

/// Why a sitting ended.
enum Ending {
  /// The person left, or the input ended.
  case left
  case signal(Int32)
  /// What is to be shown to others instead.
  case show(Showing)
}

/// Which front end is used, and why.
enum FrontEnd {
  static func run(
    _ host: inout Runtime, _ clock: Clock, _ launch: Launch, leavesAtHome: Bool,
    presenter: Presenter? = nil
  ) -> Ending {
    let mark = launch.speed == 1 ? nil : host.phrases(.speedMark, n: launch.speed)
    let demo = host.isDemo ? host.phrases(.demoMark) : nil
    let marks = [demo, mark].compactMap { $0 }
    var (clock, presenter) = (clock, presenter)
    var note = marks.isEmpty ? nil : marks.joined(separator: "\n")
    if !wantsPlain(launch, host.app.settings) {
      do throws(TerminalError) {
        let terminal = try Terminal(mouse: host.app.settings.mouse)
        defer { terminal.close() }
        var loop = ScreenLoop(
          terminal: terminal, clock: clock, launch: launch, leavesAtHome: leavesAtHome, mark: mark,
          demoMark: demo, presenter: presenter)
        switch loop.run(&host) {
        case .ended(let ending): return ending
        case .plain:
          // It goes on as it stands: the clock and the way back with it.
          (clock, presenter) = (loop.clock, loop.presenter)
          if !launch.voice { host.send(.holdVoiceBack, at: clock.now) }
          // Asked for by a key, and not for always.
          if !host.app.settings.plain {
            note = [note, host.phrases(.plainThisTime)].compactMap { $0 }.joined(separator: "\n")
          }
        }
      } catch {
        Console.error("this terminal cannot show screens (\(error.reason)); going on in plain text")
      }
    }
    ac_catch_signals()
    var loop = PlainLoop(
      port: .standard(clock), presenter: presenter, width: plainWidth(host.app.settings),
      leavesAtHome: leavesAtHome,
      mark: note)
    return loop.run(&host)
  }

  /// `--plain`, a non-empty `ACCESSIBLE`, the setting, no terminal, or one that cannot move its cursor.
  static func wantsPlain(_ launch: Launch, _ settings: Settings) -> Bool {
    launch.plain || settings.plain || Environment.value("ACCESSIBLE") != nil
      || !Console.readsTerminal || !Console.writesTerminal
      || [nil, "dumb"].contains(Environment.value("TERM"))
  }

  /// `--width` or the setting, else the terminal's; nil where lines are not wrapped, as into a pipe.
  static func plainWidth(_ settings: Settings) -> Int? {
    guard let width = settings.width else { return Console.width }
    return width == 0 ? nil : width
  }

  /// The same for a command that only prints.
  static func readingWidth(_ launch: Launch) -> Int? {
    let file = SettingsFile()
    file.report()
    return plainWidth(launch.settings(over: file.settings))
  }
}

extension TerminalError {
  /// What is wrong, in a few words.
  var reason: String {
    switch self {
    case .notATerminal: "it is none"
    case .unknown: "TERM is not known here"
    case .unable: "it cannot move its cursor"
    }
  }
}
