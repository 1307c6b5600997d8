import Testing

@testable import AllClearEngine

/// Runs an app on a virtual clock against a journal and a library in memory.
///
/// `send` wants to know all that an event brings about: every effect, the prompt and the deadline
/// that follow. Records are answered by `.written`, or by `fault`; what is asked for is brought
/// from the library at once.
struct Scenario {
  var app: App
  var now: Now
  var journal = PlayJournal()
  var library: Library
  /// Why nothing can be written, while that is so.
  var fault: WriteFault?
  /// Why nobody speaks, while that is so.
  var voiceFault: VoiceFault?
  /// Whether settings can be kept.
  var keepsSettings = true
  var options: App.Options

  init(
    _ library: Library = Library(), journal: App.Journal = .kept, moves: Bool = false,
    origin: Record.Origin = .journal
  ) {
    self.library = library
    now = Now(elapsed: .seconds(1000), wall: Scenario.start)
    options = App.Options(sitting: "a", journal: journal, moves: moves, origin: origin)
    app = App(program: library.program, digest: Digest(), options: options, now: now)
  }

  /// Sunday 22 November 2026, noon in UTC.
  static let start = Wall(milliseconds: 1_795_348_800_000)

  /// Ends the process without a word and begins another one on the same journal.
  mutating func relaunch(_ sitting: String = "b") {
    options.sitting = sitting
    app = App(program: library.program, digest: journal.digest, options: options, now: now)
  }

  var isAtHome: Bool { app.isAtHome }
  var isAtCrisis: Bool { app.prompt.place.hasPrefix("crisis") }
  var digest: Digest { app.state.digest }

  /// Lets time go by on both clocks.
  mutating func wait(_ duration: Duration) {
    now.elapsed += duration
    now.wall.milliseconds += duration.components.seconds * 1000
  }

  mutating func wait(days: Int) { wait(.seconds(days * 86_400)) }

  /// Sets the calendar alone.
  mutating func setClock(byMinutes minutes: Int) {
    now.wall.milliseconds += Int64(minutes) * 60_000
  }

  /// Sends an event, carries out what comes of it, and returns every effect in a line.
  @discardableResult
  mutating func run(_ event: Event) -> [Effect] {
    var done: [Effect] = []
    var events = [event]
    while !events.isEmpty {
      for effect in app.send(events.removeFirst(), at: now) {
        done.append(effect)
        if let reply = carryOut(effect) { events.append(reply) }
      }
    }
    return done
  }

  private mutating func carryOut(_ effect: Effect) -> Event? {
    switch effect {
    case .record(let records, let info):
      if let fault { return .notWritten(fault) }
      journal.write(records, in: info)
      return .written
    case .draft(let lines, let key, let info):
      journal.keep(draft: lines, at: key, in: info)
      return nil
    case .load(let resource):
      return library.bring(resource, from: journal).map(Event.loaded) ?? .notLoaded(resource)
    case .erase(let id):
      if let fault { return .notErased(fault) }
      journal.erase(id)
      return .erased(journal.digest)
    case .setting: return keepsSettings ? nil : .settingNotKept
    case .speak: return voiceFault.map(Event.voiceFailed)
    case .bell, .hush, .present, .quit: return nil
    }
  }

  /// Sends an event and holds everything that follows against what is expected.
  mutating func send(
    _ event: Event, _ effects: [String] = [], shows: String, wakes: Duration? = nil,
    at location: SourceLocation = #_sourceLocation
  ) {
    let done = run(event)
    #expect(done.map(\.note) == effects, sourceLocation: location)
    #expect(app.prompt.note == shows, sourceLocation: location)
    #expect(app.deadline.map { $0 - now.elapsed } == wakes, sourceLocation: location)
    check(at: location)
  }

  /// Sends events of which only the last prompt matters.
  mutating func go(
    _ events: Event..., shows: String? = nil, at location: SourceLocation = #_sourceLocation
  ) {
    for event in events {
      run(event)
      check(at: location)
    }
    if let shows { #expect(app.prompt.note == shows, sourceLocation: location) }
  }

  /// Lets the clock jump to the next deadline and wakes the app there.
  mutating func jump() -> [Effect] {
    guard let deadline = app.deadline else { return [] }
    wait(max(deadline - now.elapsed, .zero))
    return run(.wake)
  }

  /// What is true after every event, whatever happened.
  func check(at location: SourceLocation = #_sourceLocation) {
    #expect(!app.prompt.isEmpty, "\(app.prompt)", sourceLocation: location)
    if fault == nil, options.journal == .kept {
      #expect(app.state.digest == journal.digest, sourceLocation: location)
    }
    if case .practice(let view) = app.prompt.body, view.phase == .running {
      #expect(app.deadline != nil, sourceLocation: location)
    } else {
      #expect(app.deadline == nil, sourceLocation: location)
    }
  }
}

extension Event {
  static let seen = Event.answer(.seen)

  static func pick(_ id: String) -> Event { .answer(.option(id)) }
}
