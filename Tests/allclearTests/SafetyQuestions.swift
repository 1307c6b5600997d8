import AllClearEngine
import Testing

/// Every combination of answers to safety questions, played to its end.
struct SafetyQuestions {
  /// What was answered and still stands, by step.
  typealias Chosen = [String: Gate.Option]

  /// Sees each prompt with the answers so far.
  let visit: (Play, Chosen) -> Void
  private(set) var paths = 0

  init(visit: @escaping (Play, Chosen) -> Void) { self.visit = visit }

  /// Goes every way from here until the session is over, or its own part of it.
  mutating func walk(_ play: Play, _ chosen: Chosen = [:], wrongKeys: Int = 1) {
    visit(play, chosen)
    if play.hasQuit || play.app.isAtHome {
      paths += 1
      return
    }
    for way in Self.ways(play, wrongKeys: wrongKeys) {
      var next = play
      next.go(way)
      var after = chosen
      if case .option(let id) = way, play.prompt.isGate {
        if play.step == "stop" {
          if id == "wrong-key" { Self.takeBack(&after, at: play) }
        } else if let option = Self.option(id, of: play) {
          after[play.step] = option
        }
      }
      walk(
        next, after, wrongKeys: way == .option("wrong-key") ? wrongKeys - 1 : wrongKeys)
    }
  }

  /// The gate behind a stop page is asked again, and with it the one that it sorts.
  private static func takeBack(_ chosen: inout Chosen, at play: Play) {
    guard let step = play.prompt.place.split(separator: "/").last.map(String.init) else { return }
    chosen[step] = nil
    if case .gate(let gate) = Self.step(step, play)?.kind, let sorted = gate.sorts {
      chosen[sorted] = nil
    }
  }

  private static func step(_ id: String, _ play: Play) -> Step? {
    play.library.written.lazy.flatMap(\.allSteps).first { $0.id == id && $0.isGate }
  }

  private static func option(_ id: String, of play: Play) -> Gate.Option? {
    guard case .gate(let gate)? = step(play.step, play)?.kind else { return nil }
    return gate.options.first { $0.id == id }
  }

  /// Of answers that are kept and hold alike one is enough: nothing can tell them apart later.
  private static func distinct(_ play: Play) -> [Way] {
    var kinds: Set<[String]> = []
    return play.ways.filter { way in
      guard case .option(let id) = way, let option = option(id, of: play) else { return true }
      let hold = option.hold?.rawValue ?? ""
      return kinds.insert([option.outcome, hold, String(option.isKept)]).inserted
    }
  }

  /// Every answer to a safety question; at all else the one that goes on.
  private static func ways(_ play: Play, wrongKeys: Int) -> [Way] {
    guard !play.prompt.isGate else {
      return distinct(play).filter { $0 != .option("wrong-key") || wrongKeys > 0 }
    }
    if case .card = play.prompt.body, play.prompt.place.hasPrefix("crisis") {
      return [.option("back")]
    }
    if play.prompt.place.hasPrefix("crisis") { return [.option("back")] }
    if case .choose(_, let choices, _) = play.prompt.body {
      for id in ["go-on", "no-ask", "close", "enough", "nobody"]
      where choices.contains(where: { $0.id == id }) {
        return [.option(id)]
      }
    }
    return [play.ways.contains(.skip) ? .skip : play.ways[0]]
  }
}
