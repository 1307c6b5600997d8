import AllClearEngine

@testable import allclear

/// All personas of the content, played once for all tests.
struct Troupe: Sendable {
  let cast: Cast
  let reports: [PlayReport]
  /// Prompts of practices whose attention is not outside.
  let metInside: Int
  /// Those that were shown while a hold stood, or without a pass.
  let metWrongly: [String]
  /// Every place that was shown.
  let places: Set<String>

  /// Six weeks: the whole programme.
  static let days = 42
  static let real = try? Troupe()

  /// The programme and the year after it, with the last hello.
  static let longDays = 412
  static let otherSeeds = UInt64(2)...4
  /// All personas again, with other throws and for a year: `--seed 2 --days 412` and on.
  static let others = Task { () -> [PlayReport] in
    guard let cast = real?.cast else { return [] }
    return await withTaskGroup(of: PlayReport.self) { group in
      for seed in otherSeeds {
        for persona in cast.personas {
          group.addTask { Player.play(persona, in: cast.library, seed: seed, days: longDays) }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
  }

  /// Every play there is.
  static var all: [PlayReport] {
    get async { await (real?.reports ?? []) + others.value }
  }

  static var launch: Launch {
    var launch = Launch()
    launch.content = RealContent.root + "/Content"
    return launch
  }

  init() throws {
    let cast = try Cast(try House(Self.launch))
    let met = Met()
    reports = cast.personas.map { persona in
      Player.play(persona, in: cast.library, days: Self.days) { met.see($0, $1, cast) }
    }
    self.cast = cast
    metInside = met.inside
    metWrongly = met.wrongly
    places = met.places
  }

  func report(of name: String) -> PlayReport? { reports.first { $0.persona == name } }

  /// What was shown, counted by what the prompt says and not by what the player takes down.
  ///
  /// A class, since the player shows it one prompt after another.
  final class Met {
    private(set) var prompts = 0
    private(set) var inside = 0
    private(set) var wrongly: [String] = []
    private(set) var places: Set<String> = []

    func see(_ app: App, _ now: Now, _ cast: Cast) {
      prompts += 1
      places.insert(app.prompt.place)
      // A round that was begun with a pass goes on to its end, whatever day begins meanwhile.
      guard case .practice(let view) = app.prompt.body, view.phase == .ready,
        cast.library.program.practices.first(where: { $0.title == view.title })?.attention
          != .outside
      else { return }
      inside += 1
      let holds = app.holds(at: now.wall)
      let closing: Set<Hold> = [.emergency, .sameDay, .notExamined, .lessonsOnly, .sitting]
      if holds.pass != .valid || !holds.standing.isDisjoint(with: closing) {
        wrongly.append(app.prompt.place)
      }
    }
  }
}
