import AllClearEngine
import AllClearUI

/// A replay on the screen, a step a card: Enter shows the next, `b` the one before, `q` leaves.
///
/// Where a speed was named it goes on by itself, until a step back is taken: who goes back wants to
/// read.
struct ReplayLoop {
  let terminal: Terminal
  let text: ReplayText
  let launch: Launch
  let settings: Settings

  private let clock = Clock()
  private var state = ScreenState()
  private var index = 0
  /// When this page of the step was shown, or a key last pressed.
  private var shownAt = Duration.zero
  private var waits = false
  /// The step at which it was told that long waits are cut.
  private var toldAt: Int?

  enum Ending {
    case left
    case signal(Int32)
    /// The person asked for help.
    case help(Door)
  }

  /// No wait is longer.
  static let longest = Duration.seconds(30)

  init(terminal: Terminal, text: ReplayText, launch: Launch, settings: Settings) {
    self.terminal = terminal
    self.text = text
    self.launch = launch
    self.settings = settings
  }

  mutating func run() -> Ending {
    shownAt = clock.real
    while true {
      if let pause, pause.isCut, toldAt == nil { toldAt = index }
      let prompt = text.prompt(index, toldOfCut: toldAt == index)
      terminal.paint(stage.frame(prompt, state), settings.theme, launch)
      switch terminal.read(timeoutMilliseconds: timeout) {
      case .key(let key):
        if key != .resized { shownAt = clock.real }
        if let ending = take(key, at: prompt) { return ending }
      case .nothing:
        if let timeout, timeout == 0 {
          shownAt = clock.real
          if let ending = take(.enter, at: prompt) { return ending }
        }
      case .closed: return .left
      case .signal(let signal): return .signal(signal)
      }
    }
  }

  private mutating func take(_ key: Key, at prompt: Prompt) -> Ending? {
    let stage = stage
    guard case .send(let events) = state.handle(stage.key(key), prompt, on: stage.inner) else {
      return nil
    }
    for event in events {
      switch event {
      case .answer(.seen):
        guard index + 1 < text.replay.steps.count else { return .left }
        index += 1
        waits = false
      case .back:
        index = max(0, index - 1)
        waits = true
      case .leave: return .left
      case .open(let door): return .help(door)
      default: break
      }
    }
    return nil
  }

  /// How long the next step is waited for; `nil` where it comes by a key alone.
  private var pause: ReplayText.Pause? {
    guard launch.isPaced, !waits, !state.isBlank, !state.isInHelp else { return nil }
    return text.pause(after: index, speed: launch.speed)
  }

  /// The same in milliseconds from now, rounded up.
  private var timeout: Int? {
    pause.map { max(0, Int(($0.time - (clock.real - shownAt)) / .milliseconds(1) + 0.999)) }
  }

  private var stage: Stage {
    Stage(
      screen: Screen(
        size: Size(columns: terminal.columns, rows: terminal.rows), glyphs: terminal.glyphs,
        phrases: text.phrases, isStill: true, isHall: settings.theme == .hall), mark: text.mark)
  }
}

extension ReplayText {
  /// A wait for the next step.
  struct Pause: Hashable {
    var time: Duration
    /// It was longer, even so much faster.
    var isCut: Bool
  }

  /// The wait after a step; `nil` after the last.
  func pause(after index: Int, speed: Int) -> Pause? {
    guard replay.steps.indices.contains(index + 1) else { return nil }
    let gap = max(.zero, replay.steps[index + 1].after - replay.steps[index].after) / speed
    return Pause(time: min(gap, ReplayLoop.longest), isCut: gap > ReplayLoop.longest)
  }

  /// A step as a card.
  func prompt(_ index: Int, toldOfCut: Bool = false) -> Prompt {
    guard replay.steps.indices.contains(index) else {
      return Prompt(place: "replay", body: .card(Prose("Nothing was kept of it.")), heading: title)
    }
    var prompt = Prompt(
      place: "replay/\(index + 1)", body: .card(prose(of: replay.steps[index])),
      heading: "\(title), \(place(of: index))", moves: index > 0 ? [.back] : [])
    if index == replay.steps.count - 1 {
      prompt.notice = "This is the last step. Enter leaves."
    } else if toldOfCut {
      prompt.notice = "Long pauses are cut to 30 seconds. Enter goes on at once."
    }
    return prompt
  }
}
