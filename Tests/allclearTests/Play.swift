import AllClearEngine
import AllClearStore
import Testing

/// A sitting on the real content and a clock that jumps: what `Runtime` does, without compiling
/// anything again, so that thousands of ways through a module can be gone.
///
/// It is a value: a copy goes another way from where it was made.
struct Play {
  var app: App
  var now: Now
  let library: Library
  /// Where records go; without one they are taken as written.
  var store: Store?
  private(set) var records: [AllClearEngine.Record] = []
  private(set) var hasQuit = false
  /// Content that cannot be brought.
  var broken = false

  static let begin = Now(
    elapsed: .zero, wall: Wall(milliseconds: 1_777_878_000_000, offset: 120))

  init(
    _ digest: Digest = Digest(), journal: App.Journal = .kept, store: Store? = nil,
    sitting: Int = 1, library: Library? = nil, now: Now = Play.begin
  ) throws {
    let library = try #require(library ?? Library.real, "the content does not compile")
    let options = App.Options(
      sitting: "00000000-0000-4000-8000-" + String(1_000_000_000_000 + sitting).dropFirst(),
      appVersion: "test", journal: journal)
    app = App(program: library.program, digest: digest, options: options, now: now)
    (self.now, self.library, self.store) = (now, library, store)
  }

  var prompt: Prompt { app.prompt }
  var holds: Holds { app.holds(at: now.wall) }

  /// The step that is asked: the part of the prompt's place behind the session.
  var step: String {
    prompt.place.split(separator: "/").dropFirst().first.map(String.init) ?? prompt.place
  }

  var text: String { prompt.prose.plainText }

  mutating func send(_ event: Event) {
    var events = [event]
    while !events.isEmpty {
      for effect in app.send(events.removeFirst(), at: now) {
        switch effect {
        case .record(let new, let info):
          records += new
          do {
            try store?.write(new, in: info)
            events.append(.written)
          } catch {
            Issue.record("not written: \(error)")
            events.append(.notWritten(.failed))
          }
        case .draft(let lines, let key, let info):
          #expect(throws: Never.self) { try store?.saveDraft(lines, at: key, in: info) }
        case .load(let resource):
          events.append((broken ? nil : bring(resource)).map(Event.loaded) ?? .notLoaded(resource))
        case .erase: events.append(.notErased(.failed))
        case .bell, .speak, .hush, .setting, .present: break
        case .quit: hasQuit = true
        }
      }
    }
  }

  private func bring(_ resource: Resource) -> Loaded? {
    switch resource {
    case .module(let id): library.modules[id].map(Loaded.module)
    case .practice(let id): library.practices[id].map(Loaded.practice)
    case .crisis: .crisis(library.crisis)
    case .session(let id): (try? store?.session(id)).map(Loaded.session)
    case .writings: (try? store?.writings()).map(Loaded.writings)
    case .progress: (try? store?.progress()).map(Loaded.progress)
    case .lexicon: nil
    }
  }

  mutating func open(_ door: Door) { send(.begin(.door(door))) }
  mutating func seen() { send(.answer(.seen)) }
  mutating func choose(_ id: String) { send(.answer(.option(id))) }

  /// Lets time go by.
  mutating func pass(_ time: Duration) {
    now.elapsed += time
    now.wall.milliseconds += Int64(time / .milliseconds(1))
  }

  /// Starts the practice that is ready, and lets the clock jump to its end.
  mutating func practise() {
    send(.practice(.start(ownPace: false)))
    var wakes = 0
    while let deadline = app.deadline, wakes < 2000 {
      pass(max(deadline - now.elapsed, .zero))
      send(.wake)
      wakes += 1
    }
    if case .practice(let view) = prompt.body, view.phase == .ended { send(.practice(.goOn)) }
  }
}

// A failed expectation shows where it was, and not all the content.
extension Play: CustomTestStringConvertible {
  var testDescription: String { "\(prompt.place): \(prompt.heading ?? "")" }
}

extension Library: CustomTestStringConvertible {
  var testDescription: String { "the content" }
}

extension Prompt {
  /// The text that is shown; none for a practice.
  var prose: Prose {
    switch body {
    case .card(let prose), .choose(let prose, _, _), .scale(let prose, _), .write(let prose, _),
      .collect(let prose, _, _), .gate(let prose, _):
      prose
    case .practice: Prose([])
    }
  }

  /// The answers that it offers.
  var choices: [Choice] {
    switch body {
    case .choose(_, let choices, _), .gate(_, let choices): choices
    default: []
    }
  }

  var isGate: Bool {
    if case .gate = body { true } else { false }
  }
}
