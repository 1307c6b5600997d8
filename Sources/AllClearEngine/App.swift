/// The whole program as a value: `prompt` says what to present, `send` takes what happened and
/// returns what to carry out, `deadline` says when to wake it.
///
/// It reads no file, no clock, no terminal and no randomness: the same events make the same app.
///
///     var app = App(program: program, digest: digest, options: options, now: now)
///     var effects = app.send(.begin(.home), at: now)
///     // carry out each effect, send back what came of it, present `app.prompt`, wait until
///     // `app.deadline` for a key, send the event that it means, and so on until `.quit`
public struct App: Hashable, Sendable {
  /// What to present now.
  public internal(set) var prompt: Prompt
  /// When the app wants to be woken, in elapsed time; `nil` when it can wait.
  public internal(set) var deadline: Duration?

  var state: State
  /// The state that holds once the records of the last effect are on disk, and what to do then.
  private var pending: Pending?

  /// What does not change while allclear runs.
  public struct Options: Hashable, Sendable {
    /// A UUID of this sitting, lower-case; names its sessions.
    public var sitting: String
    public var appVersion: String
    public var journal: Journal
    /// Whether something moves on the screen while a practice runs.
    public var moves: Bool
    /// Where records are said to come from.
    public var origin: Record.Origin

    /// Makes options.
    public init(
      sitting: String, appVersion: String = "", journal: Journal = .kept, moves: Bool = false,
      origin: Record.Origin = .journal
    ) {
      self.sitting = sitting
      self.appVersion = appVersion
      self.journal = journal
      self.moves = moves
      self.origin = origin
    }
  }

  /// How things are kept.
  public enum Journal: Hashable, Sendable {
    case kept
    /// Another window has the sitting.
    case inUse
    case readOnly
    /// There is none: flare help and crisis page alone.
    case none
  }

  struct State: Hashable, Sendable {
    let program: Program
    let options: Options
    var digest: Digest
    var stack: [Activity] = [.menu(.home)]
    var sittingHolds: Set<Hold> = []
    var sessionCount = 0
    var notice: String?
    /// What is being opened, while its content is on its way.
    var opening: Opening?
    var practices: [String: Practice] = [:]
    /// Practices and other content that could not be brought.
    var missing: Set<Resource> = []
    var crisis: Crisis?
    var country: String?
    var asksForLoad: Set<Resource> = []
  }

  private struct Pending: Hashable, Sendable {
    var state: State
    var effects: [Effect]
    /// An answer that holds counts even when it cannot be written.
    var countsAnyway: Bool
  }

  /// Makes an app that has not begun.
  public init(program: Program, digest: Digest, options: Options, now: Now) {
    state = State(program: program, options: options, digest: digest)
    prompt = Prompt(place: "", body: .card(Prose([])))
    settle(at: now)
  }

  /// What holds at a moment; every door asks this.
  public func holds(at now: Wall) -> Holds { state.holds(at: now) }

  /// Whether the person is in a session, a practice or a page rather than on Home.
  public var isAtHome: Bool { state.stack.count == 1 }

  /// Takes an event and returns what to carry out, in order.
  public mutating func send(_ event: Event, at now: Now) -> [Effect] {
    if let pending {
      self.pending = nil
      switch event {
      case .written:
        state = pending.state
        return pending.effects + settle(at: now)
      case .notWritten(let fault): return refuse(fault, pending, at: now)
      default:
        self.pending = pending
        return []
      }
    }
    var next = state
    if event.clearsNotice { next.notice = nil }
    let (batch, effects) = next.take(event, at: now)
    guard let batch, !batch.records.isEmpty else {
      state = next
      return effects + settle(at: now)
    }
    pending = Pending(
      state: next, effects: effects, countsAnyway: batch.records.contains { $0.kind == .gate })
    return [.record(batch.records, in: batch.info)]
  }

  /// Keeps the prompt where it is and says so; where nothing else is kept either, goes on.
  private mutating func refuse(_ fault: WriteFault, _ pending: Pending, at now: Now) -> [Effect] {
    let goesOn = pending.countsAnyway || fault == .notKept
    if goesOn { state = pending.state }
    state.notice =
      switch fault {
      case .full: state.phrases(.notSavedFull)
      case .failed: state.phrases(.notSaved)
      case .notKept: state.phrases(.noJournal)
      }
    return (goesOn ? pending.effects : []) + settle(at: now)
  }

  @discardableResult
  private mutating func settle(at now: Now) -> [Effect] {
    state.reposition(at: now)
    let effects = state.needs()
    prompt = state.prompt(at: now)
    deadline = state.deadline
    return effects
  }
}

extension Event {
  /// Whether the person did something, so that what was said before is over.
  var clearsNotice: Bool {
    switch self {
    case .wake, .gap, .draft, .loaded, .notLoaded, .written, .notWritten: false
    case .begin, .answer, .skip, .back, .why, .open, .practice, .leave: true
    }
  }
}

/// Records to write before anything else happens.
struct Batch: Hashable, Sendable {
  var info: SessionInfo
  var records: [Record]
}

/// What is on the table: Home lies at the bottom, the last one is shown.
enum Activity: Hashable, Sendable {
  case menu(Menu)
  case session(SessionRun)
  case note(Note)
  case crisis
}

/// Something to read that is no step: why this line, why this waits.
struct Note: Hashable, Sendable {
  var place: String
  var heading: String?
  var prose: Prose
  /// What Enter opens instead of closing the note.
  var opens: Door?
  /// What is opened once that has ended.
  var then: Door?
}

/// The lists that code makes of the program.
enum Menu: Hashable, Sendable {
  case home
  case more
  case programme
  case practices
  case lengths(String)
  case reading
  case module(String)
  case countries
}

/// Something that is being opened.
struct Opening: Hashable, Sendable {
  var door: Door
  var module: Module?
  var resumes: SessionID?
  /// What is opened once this has ended.
  var then: Door?
}
