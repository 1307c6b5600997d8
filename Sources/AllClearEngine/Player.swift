/// Plays the app through its prompts as a made-up patient would, on a clock that jumps.
///
/// It is pure: the same persona, content, seed and days give the same report.
public struct Player {
  /// Content that is ready to be opened; what is missing in it counts as broken.
  public struct Library: Hashable, Sendable {
    public var program: Program
    /// Modules and pages.
    public var modules: [String: Module]
    public var practices: [String: Practice]
    public var crisis: Crisis?

    /// Puts content together.
    public init(
      program: Program, modules: [String: Module], practices: [String: Practice], crisis: Crisis?
    ) {
      self.program = program
      self.modules = modules
      self.practices = practices
      self.crisis = crisis
    }
  }

  /// Days that are played where nothing else is said.
  public static let days = 28
  /// More prompts than this on one day are no day of anybody's.
  public static let mostPrompts = 5000
  /// The same prompt so often in one visit goes round and round; lists are come back to.
  static let mostTimes = 30
  /// Words read in a minute, and seconds to give an answer.
  static let wordsPerMinute = 150
  static let answerSeconds = 3
  /// Monday 5 January 2026, where days are counted from.
  static let firstDay = CivilDay(year: 2026, month: 1, day: 5)

  let library: Library
  let persona: Persona
  let days: Int
  let seeing: (App, Now) -> Void
  var report: PlayReport
  var dice: Dice
  var app: App
  var now: Now
  var journal = PlayJournal()
  /// How often each place was answered.
  var times: [String: Int] = [:]
  /// Answers given, by session and step, to know a question that comes again.
  var answered: Set<String> = []
  /// How often something new was told: after that, safety questions may come again.
  var news = 0
  /// Questions asked in each session.
  var askedIn: [SessionID: Int] = [:]
  var visit: PlayReport.Visit
  var visitState = VisitState()
  private var promptsToday = 0
  /// Events are taken down here and not sent, while the app is another's.
  var wished: [Event]?

  /// What lasts for one visit.
  struct VisitState {
    var plan: [Persona.Intent] = []
    /// Lines of lists on the way to what is wanted; `nil` is a free choice.
    var path: [String?] = []
    var hasQuit = false
    var wasAtHome = false
    /// How often each prompt was shown.
    var shown: [String: Int] = [:]
    /// Doors that were opened from a question, which is asked again after each.
    var doors: Set<String> = []
    /// The practice that was begun; whoever leaves in the middle of it finds it again.
    var practising: String?
  }

  init(
    _ persona: Persona, in library: Library, seed: UInt64, days: Int,
    seeing: @escaping (App, Now) -> Void = { _, _ in }
  ) {
    self.library = library
    self.persona = persona
    self.days = days
    self.seeing = seeing
    report = PlayReport(persona: persona.id, seed: seed, days: days)
    let own = UInt64(Fingerprint.of(persona.id), radix: 16) ?? 0
    dice = Dice(seed: seed &+ own)
    now = Self.start(day: 0, hour: 0)
    visit = PlayReport.Visit(day: 0, hour: 0)
    app = App(
      program: library.program, digest: Digest(), options: App.Options(sitting: persona.id),
      now: now)
  }

  /// Plays a persona and tells what it met.
  /// - Parameter seeing: is shown every prompt, and the app that shows it.
  public static func play(
    _ persona: Persona, in library: Library, seed: UInt64 = 1, days: Int = days,
    seeing: @escaping (App, Now) -> Void = { _, _ in }
  ) -> PlayReport {
    var player = Player(persona, in: library, seed: seed, days: days, seeing: seeing)
    player.run()
    return player.report
  }

  /// Plays a persona and hands out the records that it would have kept, each with its session.
  public static func records(
    _ persona: Persona, in library: Library, seed: UInt64 = 1, days: Int = days
  ) -> [(record: Record, info: SessionInfo)] {
    var player = Player(persona, in: library, seed: seed, days: days)
    player.run()
    return player.journal.entries.map { ($0.record, $0.info) }
  }

  static func start(day: Int, hour: Int) -> Now {
    let hours = day * 24 + hour
    return Now(
      elapsed: .seconds(hours * 3600),
      wall: Wall(milliseconds: Int64(firstDay.number * 24 + hours) * 3_600_000))
  }

  mutating func run() {
    for day in 0..<max(days, 0) {
      promptsToday = 0
      let comings = persona.visits.filter { $0.days.contains(day) }.sorted { $0.hour < $1.hour }
      for coming in comings where report.stuck == nil { come(coming, on: day) }
    }
  }

  // MARK: A visit

  private mutating func come(_ coming: Persona.Visit, on day: Int) {
    let start = Self.start(day: day, hour: coming.hour)
    // Somebody who came earlier that day may still have been there.
    if start.elapsed > now.elapsed { now = start }
    visit = PlayReport.Visit(day: day, hour: now.wall.hour)
    visitState = VisitState()
    visitState.plan = coming.does
    if report.questions[day] == nil { report.questions[day] = 0 }
    let options = App.Options(
      sitting: "\(persona.id)-\(report.visits.count + 1)", origin: .demo)
    app = App(
      program: library.program, digest: journal.digest, options: options, now: now)
    let began = now.elapsed
    send(.begin(.home))
    while !visitState.hasQuit, report.stuck == nil {
      visitState.wasAtHome = app.isAtHome
      show()
      if now.elapsed - began > .seconds(coming.minutes * 60) {
        send(.leave)
      } else {
        act()
      }
    }
    visit.seconds = Int((now.elapsed - began).components.seconds)
    visit.ending = visitState.hasQuit ? (visitState.wasAtHome ? .home : .left) : .open
    report.visits.append(visit)
  }

  /// Counts the prompt, and lets the time go by that it takes to read.
  private mutating func show() {
    seeing(app, now)
    let prompt = app.prompt
    visit.prompts += 1
    visitState.shown[prompt.place, default: 0] += 1
    promptsToday += 1
    if promptsToday > Self.mostPrompts {
      report.stuck = "over \(Self.mostPrompts) prompts on day \(visit.day), at \(prompt.place)"
    } else if let count = visitState.shown[prompt.place], count > Self.mostTimes,
      kind(of: prompt) != .list
    {
      report.stuck = "\(prompt.place) came \(count) times in one visit on day \(visit.day)"
    }
    note(prompt)
    let seconds = (prompt.wordCount * 60 + Self.wordsPerMinute / 2) / Self.wordsPerMinute
    report.reading += seconds
    pass(.seconds(seconds))
  }

  /// Lets time go by on both clocks.
  mutating func pass(_ time: Duration) {
    now.elapsed += time
    let parts = time.components
    now.wall.milliseconds += parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
  }

  // MARK: Events

  /// Sends what the person does, which takes a moment.
  mutating func answer(_ event: Event) {
    report.answering += Self.answerSeconds
    pass(.seconds(Self.answerSeconds))
    send(event)
  }

  /// Sends an event, and whatever follows from it, until nothing does.
  mutating func send(_ event: Event) {
    guard wished == nil else {
      wished?.append(event)
      return
    }
    let before = app.holds(at: now.wall).standing
    var events = [event]
    while !events.isEmpty {
      for effect in app.send(events.removeFirst(), at: now) {
        if let reply = carryOut(effect) { events.append(reply) }
      }
    }
    for hold in app.holds(at: now.wall).standing.subtracting(before) {
      report.holds[hold, default: 0] += 1
    }
  }

  private mutating func carryOut(_ effect: Effect) -> Event? {
    switch effect {
    case .record(let records, let info):
      journal.write(records, in: info)
      for record in records where record.kind == .finished {
        report.finished[info.module, default: 0] += 1
      }
      return .written
    case .draft(let lines, let key, let info): journal.keep(draft: lines, at: key, in: info)
    case .load(let resource): return bring(resource).map(Event.loaded) ?? .notLoaded(resource)
    // Nobody made-up erases a word.
    case .erase: return .notErased(.failed)
    case .bell, .speak, .hush, .setting, .present: break
    case .quit: visitState.hasQuit = true
    }
    return nil
  }

  private func bring(_ resource: Resource) -> Loaded? {
    switch resource {
    case .module(let id): library.modules[id].map(Loaded.module)
    case .practice(let id): library.practices[id].map(Loaded.practice)
    case .crisis: library.crisis.map(Loaded.crisis)
    case .session(let id): journal.session(id).map(Loaded.session)
    case .writings: .writings(journal.writings)
    case .progress: .progress(journal.progress)
    // The made-up patients do not judge the kinds of their causes.
    case .lexicon: nil
    }
  }
}
