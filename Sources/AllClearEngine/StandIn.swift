/// A made-up patient at the side of an app that somebody shows: what it has done in the days before,
/// and what it would do at the prompt that stands there now.
public struct StandIn {
  /// Who it is.
  public let persona: Persona
  /// What it has kept in the days before, in the order of writing, each with its session.
  public let records: [(record: Record, info: SessionInfo)]
  /// The persona's clock when the day begins that is shown: at nine in the morning.
  public let start: Wall
  private var player: Player
  private let day: Int

  /// Lets a persona play the days before the one that is shown.
  /// - Parameters:
  ///   - days: how many of them; 0 is somebody who has not begun.
  ///   - seed: what chance goes by where the persona answers at random.
  public init(_ persona: Persona, in library: Player.Library, seed: UInt64 = 1, days: Int) {
    self.persona = persona
    day = max(0, days)
    player = Player(persona, in: library, seed: seed, days: day)
    player.run()
    records = player.journal.entries.map { ($0.record, $0.info) }
    // Somebody who sat until midnight is not shown earlier than that.
    let morning = Player.start(day: day, hour: 9).wall
    start = Wall(milliseconds: max(morning.milliseconds, player.now.wall.milliseconds))
  }

  /// What the persona does at the prompt of an app, as events to send in this order; none while a
  /// practice runs, which has its time.
  public mutating func answer(_ app: App, at now: Now) -> [Event] {
    if case .practice(let view) = app.prompt.body {
      switch view.phase {
      case .ready: break
      case .running: return []
      case .paused, .pausedByGap: return [.practice(.resume)]
      case .ended: return [.practice(.goOn)]
      }
    }
    player.app = app
    player.now = now
    player.visit = PlayReport.Visit(day: day, hour: now.wall.hour)
    // At Home it takes what is suggested; from a list that it did not open it goes back.
    player.visitState.plan = [.known(.suggestion)]
    player.wished = []
    defer { player.wished = nil }
    player.act()
    // Whoever shows it decides when it ends: the persona neither leaves nor opens another demo.
    let isStopped = app.state.session?.stop != nil
    return (player.wished ?? []).filter { event in
      switch event {
      case .leave: false
      case .answer(.option(let id)): !isStopped && !app.state.leadsAway(id)
      default: true
      }
    }
  }
}
