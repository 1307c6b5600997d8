import AllClearEngine
import AllClearStore
import AllClearUI

/// Who shows allclear to others: carries out what they ask for beside the app, and keeps the way back.
struct Presenter {
  private var demo: Demo
  let output: SpeakerNotes?
  private(set) var standIn: StandIn?
  private var past: [Moment] = []
  /// How everything was before what happens now.
  private var before: Moment?
  private(set) var tour: TourRun?
  /// The prompt of the tour's present screen.
  private var shownPlace: String?
  /// What could not be done, in a sentence.
  private(set) var notice: String?
  /// Whether notes stand beside the screen.
  private(set) var showsNotes = false

  /// How everything was at a prompt.
  private struct Moment {
    var app: App
    var store: Store?
    var standIn: StandIn?
  }

  /// So many prompts can be gone back.
  private static let longest = 60
  /// A practice that goes fast goes so many times faster.
  private static let fast = 10
  /// No way to a step is longer than this, in prompts.
  private static let mostPrompts = 600

  init(demo: Demo, notes: SpeakerNotes? = nil) {
    self.demo = demo
    output = notes
  }

  // MARK: What is shown

  /// Shows something else from its beginning.
  mutating func show(_ showing: Showing, _ host: inout Runtime, _ clock: inout Clock) {
    tour = nil
    past = []
    notice = nil
    switch showing {
    case .start: begin(nil, .door(.showcase), &host, &clock)
    case .persona(let id, let days): begin((id, days), .home, &host, &clock)
    case .tour(let minutes):
      guard let whole = demo.tour else { return }
      tour = TourRun(whole, cut: minutes)
      showStop(&host, &clock)
    }
  }

  private mutating func begin(
    _ who: (persona: String, days: Int)?, _ beginning: Event.Beginning, _ host: inout Runtime,
    _ clock: inout Clock
  ) {
    host.hush()
    clock.run(at: demo.launch.speed)
    do throws(Failure) {
      standIn = nil
      var store = try Store.inMemoryOrFail()
      if let who {
        let person = try demo.standIn(who.persona, days: who.days)
        store = try demo.store(of: person)
        clock.take(person.start)
        standIn = person
      }
      host = try demo.host(store, at: clock)
      host.send(.begin(beginning), at: clock.now)
    } catch { notice = error.line }
  }

  // MARK: The way back

  /// Takes down how things are before an event.
  mutating func remember(_ host: Runtime) {
    notice = nil
    before = Moment(
      app: host.app, store: host.memory.flatMap { try? $0.copied() }, standIn: standIn)
  }

  /// Keeps what was taken down where another prompt stands now.
  mutating func settle(_ host: Runtime) {
    defer { before = nil }
    guard let before, before.store != nil, before.app.prompt.place != host.app.prompt.place
    else { return }
    past.append(before)
    if past.count > Self.longest { past.removeFirst() }
  }

  // MARK: What is asked for

  mutating func carryOut(
    _ asked: Presenting, _ host: inout Runtime, _ clock: inout Clock
  ) {
    notice = nil
    switch asked {
    case .notes: showsNotes.toggle()
    case .on:
      if tour?.next() == true { return showStop(&host, &clock) }
      if tour != nil { return say(.demoLast, host) }
      let place = host.app.prompt.place
      remember(host)
      stepOn(&host, clock)
      settle(host)
      // A page that stops somebody is passed by nobody's key.
      if host.app.prompt.place == place { say(.demoLast, host) }
    case .back:
      if tour?.previous() == true { return showStop(&host, &clock) }
      guard let last = past.popLast() else { return say(.demoFirst, host) }
      standIn = last.standIn
      host.go(back: last.app, last.store)
    case .moduleOn, .moduleBack: toModule(asked == .moduleOn ? 1 : -1, &host, &clock)
    case .answer:
      remember(host)
      for event in standIn?.answer(host.app, at: clock.now) ?? [] {
        host.send(event, at: clock.now)
      }
      settle(host)
    case .fast: clock.run(at: clock.speed == Self.fast ? demo.launch.speed : Self.fast)
    case .toEnd:
      remember(host)
      if case .practice(let view) = host.app.prompt.body, view.phase == .ready {
        host.send(.practice(.start(ownPace: false)), at: clock.now)
      }
      _ = play(&host, &clock) { $0.phase == .ended }
      settle(host)
    }
  }

  mutating func say(_ phrase: Phrase, _ host: Runtime) { notice = host.phrases(phrase) }

  /// To the next step: cards are read, questions are answered as the persona would, a practice is
  /// passed over.
  private mutating func stepOn(_ host: inout Runtime, _ clock: Clock) {
    let place = host.app.prompt.place
    for _ in 0..<4 where host.app.prompt.place == place {
      var events = standIn?.answer(host.app, at: clock.now) ?? []
      if case .practice(let view) = host.app.prompt.body {
        switch view.phase {
        case .ready: if host.app.prompt.moves.contains(.skip) { events = [.skip] }
        case .running, .paused, .pausedByGap: events = [.practice(.offerStop), .practice(.stop)]
        case .ended: events = [.practice(.goOn)]
        }
      }
      if events.isEmpty { events = host.app.prompt.plainWayOn }
      for event in events { host.send(event, at: clock.now) }
    }
  }

  /// Lets a practice go on until it stands where it should; false where none runs.
  private func play(
    _ host: inout Runtime, _ clock: inout Clock, until isThere: (PracticeView) -> Bool
  ) -> Bool {
    for _ in 0..<10_000 {
      guard case .practice(let view) = host.app.prompt.body else { return false }
      if isThere(view) { return true }
      guard view.phase == .running, let deadline = host.app.deadline else { return false }
      clock.skip(deadline - clock.now.elapsed)
      host.send(.wake, at: clock.now)
      _ = host.takeBells()
    }
    return false
  }

  private mutating func toModule(_ steps: Int, _ host: inout Runtime, _ clock: inout Clock) {
    if tour != nil {
      let moves = steps > 0 ? tour?.nextStop() : tour?.previousStop()
      if moves == true { return showStop(&host, &clock) }
      return say(steps > 0 ? .demoLast : .demoFirst, host)
    }
    let modules = demo.house.program.modules.map(\.id)
    let here = host.app.shownModule.flatMap { modules.firstIndex(of: $0) }
    let index = here.map { $0 + steps } ?? (steps > 0 ? 0 : -1)
    guard modules.indices.contains(index) else {
      return say(steps > 0 ? .demoLast : .demoFirst, host)
    }
    remember(host)
    host.send(.jump(.module(modules[index])), at: clock.now)
    settle(host)
  }

  // MARK: Anywhere

  /// Goes straight somewhere; to a step the persona answers its way.
  mutating func go(to spot: Tour.Spot, _ host: inout Runtime, _ clock: inout Clock) {
    remember(host)
    if !reach(spot, &host, &clock) { say(.showNowhere, host) }
    settle(host)
  }

  /// - Returns: whether it was reached.
  private mutating func reach(
    _ spot: Tour.Spot, _ host: inout Runtime, _ clock: inout Clock
  ) -> Bool {
    switch spot {
    case .home:
      if !host.app.isAtHome {
        host.send(.open(.everywhere), at: clock.now)
        host.send(.answer(.option("home")), at: clock.now)
      }
      return host.app.isAtHome
    case .door(let door):
      guard exists(door) else { return false }
      host.send(.jump(door), at: clock.now)
      // What waits for the safety questions asks them first.
      if case .practice = door {
        return walk(&host, &clock) { app, _ in
          if case .practice(let view) = app.prompt.body { view.phase == .ready } else { false }
        }
      }
      return true
    case .step(let module, let step):
      guard exists(.module(module)) else { return false }
      host.send(.jump(.module(module)), at: clock.now)
      return walk(&host, &clock) { app, now in
        app.backstage(at: now)?.place == "\(module).\(step)"
      }
    }
  }

  private func exists(_ door: Door) -> Bool {
    let program = demo.house.program
    return switch door {
    case .module(let id): program.module(id)?.file != nil
    case .page(let id): program.page(id) != nil
    case .practice(let id, _): program.practice(id) != nil
    default: true
    }
  }

  private mutating func walk(
    _ host: inout Runtime, _ clock: inout Clock, until isThere: (App, Now) -> Bool
  ) -> Bool {
    var shown: [String: Int] = [:]
    for _ in 0..<Self.mostPrompts {
      if isThere(host.app, clock.now) { return true }
      if host.hasQuit { return false }
      // The same prompt again and again leads nowhere.
      shown[host.app.prompt.place, default: 0] += 1
      if shown[host.app.prompt.place, default: 0] > 40 { return false }
      if play(&host, &clock, until: { $0.phase == .ended }) {
        host.send(.practice(.goOn), at: clock.now)
        continue
      }
      let events = standIn?.answer(host.app, at: clock.now) ?? host.app.prompt.plainWayOn
      if events.isEmpty { return false }
      for event in events { host.send(event, at: clock.now) }
    }
    return false
  }

  // MARK: The tour

  private mutating func showStop(_ host: inout Runtime, _ clock: inout Clock) {
    guard let show = tour?.show else { return }
    past = []
    begin((show.persona, show.day), .home, &host, &clock)
    if !reach(show.at, &host, &clock) { say(.showNowhere, host) }
    shownPlace = host.app.prompt.place
    guard let cue = show.cue else { return }
    host.send(.practice(.start(ownPace: false)), at: clock.now)
    _ = play(&host, &clock) { $0.cue >= cue }
    shownPlace = host.app.prompt.place
  }

  /// Whether a way on at a screen of a tour means the tour's next screen: Enter goes where a clicker
  /// does.
  func goesOnInTour(_ events: [Event], at prompt: Prompt) -> Bool {
    guard tour != nil, prompt.place == shownPlace, let event = events.first, events.count == 1
    else {
      return false
    }
    return event == .answer(.seen) || event == .practice(.goOn)
  }

  /// Whether the screen of a stop is reached: what a test asks of every one of them.
  mutating func reaches(_ show: Tour.Show, _ host: inout Runtime, _ clock: inout Clock) -> Bool {
    begin((show.persona, show.day), .home, &host, &clock)
    return reach(show.at, &host, &clock)
  }
}

extension Prompt {
  /// The way on from what asks nothing of a persona.
  fileprivate var plainWayOn: [Event] {
    if case .card = body { [.answer(.seen)] } else { [] }
  }
}
