import Testing

@testable import AllClearEngine

extension Scenario {
  /// Somebody who is spoken to, at the door of a practice; told before when not to be, or not.
  static func speaking(
    _ library: Library = Library(), isTold: Bool = true,
    journal: App.Journal = .kept
  ) -> Scenario {
    var scenario = Scenario(library, journal: journal)
    scenario.options.speaks = true
    scenario.relaunch("a")
    scenario.app.state.hasToldOfVoice = isTold
    scenario.go(.begin(.door(.practice("listening", minutes: 1))))
    return scenario
  }

  /// Wakes the app whenever it asks for it, for so long, and returns all that came of it.
  mutating func run(for seconds: Int) -> [String] {
    let end = now.elapsed + .seconds(seconds)
    var done: [String] = []
    while let deadline = app.deadline, deadline <= end { done += jump().map(\.note) }
    wait(max(end - now.elapsed, .zero))
    return done
  }

  var voice: Voice? {
    if case .practice(let view) = app.prompt.body { view.voice } else { nil }
  }
}
