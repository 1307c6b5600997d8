import AllClearEngine
import AllClearUI

/// Says the prompt, reads a line, sends what it means, and again.
struct PlainLoop {
  var port: LinePort
  var presenter: Presenter?
  let width: Int?
  let leavesAtHome: Bool
  /// What is said of a run at another speed than life's.
  var mark: String?

  mutating func run(_ host: inout Runtime) -> Ending {
    var session = PlainSession(phrases: host.phrases, width: width)
    say(session.start())
    if let mark { say([.line(mark)]) }
    var isNews = true
    var settings = host.app.settings
    while true {
      if host.app.settings.width != settings.width {
        let width = FrontEnd.plainWidth(host.app.settings)
        session.transcript = Transcript(phrases: host.phrases, width: width)
      }
      settings = host.app.settings
      if host.hasQuit || (leavesAtHome && host.app.isAtHome) {
        say(session.goodbye())
        return .left
      }
      if let showing = host.takeShowing() {
        guard presenter != nil else { return .show(showing) }
        port.adjust { presenter?.show(showing, &host, &$0) }
        session = PlainSession(phrases: host.phrases, width: width)
      }
      presenter?.tell(host, at: port.now())
      if !host.takeBells().isEmpty { port.ring() }
      if host.heedVoice(at: port.now()) { isNews = true }
      let out = isNews ? session.show(host.prompt) : []
      isNews = true
      let hasEnded = hasEnded(host.prompt)
      say(hasEnded ? out.filter(\.isLine) : out)
      if hasEnded, !host.isSpeaking {
        // Its last line stands above what comes next: no key has to be pressed for that.
        host.send(.practice(.goOn), at: port.now())
        continue
      }
      switch next(host) {
      case .text(let line, let afterGap):
        // It was typed to what is shown, and means what it meant there.
        if afterGap { host.send(.gap, at: port.now()) }
        // Where nobody's keys are echoed, the transcript shows what was answered.
        if !port.isInteractive { port.write(line + "\n") }
        if present(line, &session, &host) { continue }
        presenter?.remember(host)
        let shown = host.prompt
        let reply = session.read(line)
        say(reply.out)
        isNews = !reply.events.isEmpty || afterGap
        if presenter?.goesOnInTour(reply.events, at: shown) == true {
          port.adjust { presenter?.carryOut(.on, &host, &$0) }
          continue
        }
        for event in reply.events { host.send(event, at: port.now()) }
        presenter?.settle(host)
      case .nothing: host.send(.wake, at: port.now())
      case .voice: isNews = false
      case .gap:
        host.send(.gap, at: port.now())
        if !port.isInteractive {
          // Nobody is there to go on: say that it paused, and go on.
          say(session.show(host.prompt).filter(\.isLine))
          host.send(.practice(.resume), at: port.now())
        }
        host.send(.wake, at: port.now())
      case .end:
        port.write("\n")
        end(&session, &host)
        if host.hasQuit { continue }
        return .left
      case .signal(let signal):
        // The terminal may be gone: first what is to be kept.
        end(&session, &host)
        port.write("\n")
        return .signal(signal)
      }
    }
  }

  /// Carries out what somebody types who shows allclear to others.
  /// - Returns: whether it was that.
  private mutating func present(
    _ line: String, _ session: inout PlainSession, _ host: inout Runtime
  ) -> Bool {
    guard presenter != nil, let word = PresenterWord(line, at: host.prompt) else { return false }
    switch word {
    case .ask(.notes):
      if let notes = presenter?.notes(host, at: port.now()) {
        say(session.transcript.lines(of: notes).map(PlainSession.Out.line))
      }
    case .ask(let asked):
      port.adjust { presenter?.carryOut(asked, &host, &$0) }
    case .go(let spot):
      port.adjust { presenter?.go(to: spot, &host, &$0) }
    case .anywhere: host.send(.open(.everywhere), at: port.now())
    }
    if let notice = presenter?.notice {
      say(session.transcript.lines(of: Prose(notice)).map(PlainSession.Out.line))
    }
    return true
  }

  /// Whether a practice has ended and is kept; one that could not be written waits for Enter.
  private func hasEnded(_ prompt: Prompt) -> Bool {
    guard case .practice(let view) = prompt.body else { return false }
    return view.phase == .ended && prompt.notice == nil
  }

  /// Off a terminal no line is read while a practice runs by the clock: it would be an answer to
  /// what comes after it.
  ///
  /// A practice that has ended waits for the end of its spoken line, unless a key comes first.
  private func next(_ host: Runtime) -> LinePort.Line {
    let hasEnded = hasEnded(host.prompt)
    guard let deadline = hasEnded ? port.now().elapsed + Self.breath : host.app.deadline else {
      return port.read(nil)
    }
    if case .practice(let view) = host.prompt.body, view.ownPace, !hasEnded {
      return port.read(deadline)
    }
    return port.isInteractive ? port.read(deadline) : port.wait(deadline)
  }

  /// How often it is asked whether a voice has ended.
  private static let breath = Duration.milliseconds(200)

  private func end(_ session: inout PlainSession, _ host: inout Runtime) {
    for event in session.endOfInput().events { host.send(event, at: port.now()) }
  }

  private func say(_ out: [PlainSession.Out]) {
    var text = ""
    for piece in out {
      switch piece {
      case .line(let line): text += line + "\n"
      case .prompt(let prompt): text += prompt
      }
    }
    if !text.isEmpty { port.write(text) }
  }
}

extension PlainSession.Out {
  /// Whether it is a line of its own, and not one to type on.
  fileprivate var isLine: Bool {
    if case .line = self { true } else { false }
  }
}
