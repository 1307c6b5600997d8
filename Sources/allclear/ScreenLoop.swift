import AllClearEngine
import AllClearUI
import CNcurses

/// Draws the prompt, waits for a key or the deadline, sends what it means, and again.
struct ScreenLoop {
  let terminal: Terminal
  private(set) var clock: Clock
  let launch: Launch
  let leavesAtHome: Bool

  /// What is said of a run at another speed than life's, on each screen.
  let mark: String?
  /// What is said of a journal that is nobody's, on each screen.
  let demoMark: String?
  private(set) var presenter: Presenter?

  private var state = ScreenState()
  private var shown: Frame?
  private var shownLook: Look?
  /// When unsent writing was last changed and not kept yet.
  private var typedAt: Duration?

  enum Result {
    case ended(Ending)
    /// The person asked for plain text.
    case plain
  }

  /// A wait that took this much longer than it was asked to is a gap.
  private static let gap = Duration.seconds(5)
  /// Unsent writing is kept when nothing was typed for so long.
  private static let pauseInTyping = Duration.seconds(1)

  init(
    terminal: Terminal, clock: Clock, launch: Launch, leavesAtHome: Bool, mark: String?,
    demoMark: String? = nil, presenter: Presenter? = nil
  ) {
    self.mark = mark
    self.demoMark = demoMark
    self.presenter = presenter
    self.terminal = terminal
    self.clock = clock
    self.launch = launch
    self.leavesAtHome = leavesAtHome
  }

  mutating func run(_ host: inout Runtime) -> Result {
    while true {
      if host.hasQuit || (leavesAtHome && host.app.isAtHome) { return .ended(.left) }
      if let showing = host.takeShowing() {
        guard presenter != nil else { return .ended(.show(showing)) }
        presenter?.show(showing, &host, &clock)
        state = ScreenState()
      }
      presenter?.tell(host, at: clock.now)
      if !host.takeBells().isEmpty { terminal.bell() }
      _ = host.heedVoice(at: clock.now)
      let prompt = prompt(host)
      draw(prompt, host)
      let asked = wait(host)
      let before = clock.real
      let input = terminal.read(timeoutMilliseconds: asked)
      let took = clock.real - before
      // Asked every time, so that a stop is not told of later.
      let wasStopped = terminal.wasStopped()
      if let asked, wasStopped || took > .milliseconds(asked) + Self.gap {
        host.send(.gap, at: clock.now)
      }
      switch input {
      case .key(let key):
        if let result = take(key, at: prompt, &host) { return result }
      case .closed:
        keepDraft(&host)
        return .ended(.left)
      case .signal(let signal):
        keepDraft(&host)
        return .ended(.signal(signal))
      case .nothing: break
      }
      if let typedAt, clock.real - typedAt >= Self.pauseInTyping { keepDraft(&host) }
      if let deadline = host.app.deadline, clock.now.elapsed >= deadline {
        host.send(.wake, at: clock.now)
      }
    }
  }

  /// Takes a key as what it means at the prompt that is shown, whatever a gap has made of it since.
  private mutating func take(_ key: Key, at prompt: Prompt, _ host: inout Runtime) -> Result? {
    if key == .resized { shown = nil }
    #if DEBUG
      if key == .character("x") { trapWhenAsked() }
    #endif
    let before = state.draft(of: prompt)
    let stage = stage(host)
    let action = state.handle(stage.key(key), prompt, on: stage.inner)
    host.isMuted = state.isBlank
    switch action {
    case .none, .redraw:
      if state.draft(of: prompt) != before { typedAt = clock.real }
      return nil
    case .send(let events):
      typedAt = nil
      let wasPlain = host.app.settings.plain
      if presenter?.goesOnInTour(events, at: host.prompt) == true {
        presenter?.carryOut(.on, &host, &clock)
        return nil
      }
      presenter?.remember(host)
      for event in events { host.send(event, at: clock.now) }
      presenter?.settle(host)
      // Words that could not be kept stay where they are, and are a draft a moment later.
      if let lines = state.draft(of: host.prompt), lines != host.prompt.draft {
        typedAt = clock.real
      }
      terminal.reads(mouse: host.app.settings.mouse)
      return host.app.settings.plain && !wasPlain ? .plain : nil
    case .plain: return .plain
    case .present(let asked):
      presenter?.carryOut(asked, &host, &clock)
      return nil
    }
  }

  #if DEBUG
    /// A test has the program fall here, and looks at the terminal afterwards.
    private func trapWhenAsked() {
      guard Environment.value("ALLCLEAR_TRAP") != nil else { return }
      let nothing: [Int] = []
      _ = nothing[terminal.rows]
    }
  #endif

  /// Keeps unsent writing.
  private mutating func keepDraft(_ host: inout Runtime) {
    typedAt = nil
    guard let lines = state.draft(of: host.prompt), lines != host.prompt.draft else { return }
    host.send(.draft(lines), at: clock.now)
  }

  /// How long to wait for a key, in milliseconds; nil for ever.
  private func wait(_ host: Runtime) -> Int? {
    var left = [clock.milliseconds(until: host.app.deadline)].compactMap { $0 }
    if let typedAt {
      let rest = Self.pauseInTyping - (clock.real - typedAt)
      left.append(max(0, Int(rest / .milliseconds(1)) + 1))
    }
    return left.min()
  }

  private func stage(_ host: Runtime) -> Stage {
    let screen = Screen(
      size: Size(columns: terminal.columns, rows: terminal.rows),
      glyphs: terminal.glyphs, phrases: host.phrases,
      isStill: launch.still || !host.app.settings.motion, isDemo: presenter != nil,
      isHall: host.app.settings.theme == .hall)
    return Stage(
      screen: screen, mark: presenter?.mark(host.phrases) ?? demoMark,
      notes: presenter?.showsNotes == true ? presenter?.notes(host, at: clock.now) : nil)
  }

  /// What is shown: the app's prompt, and what is said of a run at another speed.
  private func prompt(_ host: Runtime) -> Prompt {
    var prompt = host.prompt
    prompt.notice = prompt.notice ?? presenter?.notice ?? mark
    return prompt
  }

  /// Draws what differs from what is shown; curses sends what differs from what was sent.
  private mutating func draw(_ prompt: Prompt, _ host: Runtime) {
    let frame = stage(host).frame(prompt, state)
    let look = host.app.settings.theme
    guard frame != shown || look != shownLook else { return }
    (shown, shownLook) = (frame, look)
    terminal.paint(frame, look, launch)
  }
}
