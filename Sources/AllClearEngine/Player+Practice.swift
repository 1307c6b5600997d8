// What the player does with practices: the clock jumps from one deadline to the next.
extension Player {
  /// Begins the practice that is ready, as a rule or the manner says.
  mutating func practise(_ reply: Persona.Reply?) {
    var doing = persona.manner.practice
    if case .word(let word) = reply { doing = Persona.Doing(rawValue: word) ?? doing }
    if let place, let session = app.state.session {
      visitState.practising = answerKey(place, session)
    }
    guard doing != .skip else { return answer(.skip) }
    if let attention { report.practices[attention, default: .init()].begun += 1 }
    let began = now.elapsed
    answer(.practice(.start(ownPace: doing == .ownPace)))
    switch doing {
    case .finish: play(until: nil)
    case .stopEarly: play(until: .seconds(15 + dice.below(30)))
    case .ownPace: playAtOwnPace()
    case .skip: break
    }
    let spent = now.elapsed - began - .seconds(Self.answerSeconds)
    report.practising += Int(max(spent, .zero).components.seconds)
  }

  /// Goes on from a practice that has ended, or leaves one that was left running.
  mutating func goOnPractising() {
    guard let view, view.phase == .ended else {
      answer(.practice(.offerStop))
      return answer(.practice(.stop))
    }
    if let attention { report.practices[attention, default: .init()].finished += 1 }
    if let key = visitState.practising { answered.insert(key) }
    answer(.practice(.goOn))
  }

  private var view: PracticeView? {
    if case .practice(let view) = app.prompt.body { view } else { nil }
  }

  /// Lets the clock jump to each cue, to the end or until so much practice time has gone by.
  ///
  /// The app wants to be woken between cues too, to see a gap; here there is none.
  private mutating func play(until end: Duration?) {
    while let cue = app.state.session?.run?.deadline(interval: .seconds(3600)),
      end.map({ view?.elapsed ?? .zero < $0 }) ?? true
    {
      pass(max(cue - now.elapsed, .zero))
      send(.wake)
    }
  }

  /// Takes a breath after each line.
  private mutating func playAtOwnPace() {
    var lines = 0
    while let view, view.phase == .running, lines <= view.lineCount + 1 {
      pass(.seconds(6))
      send(.practice(.next))
      lines += 1
    }
  }
}
