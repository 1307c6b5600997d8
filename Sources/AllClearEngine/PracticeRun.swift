/// A practice under way: which cue was reached, and how much practice time has gone by.
///
/// Practice time is what the clock ran between starts and pauses; nothing counts ticks.
public struct PracticeRun: Hashable, Sendable {
  public let practice: String
  public let title: String
  public let minutes: Int
  public private(set) var phase: PracticeView.Phase = .ready
  public private(set) var ownPace = false
  /// How many cues were reached.
  public private(set) var reached = 0

  let cues: [Cue]
  let lines: [String?]
  /// Lines before this one are not said aloud any more.
  var passedOver = 0
  /// Practice time before the last start.
  private var before: Duration = .zero
  private var resumedAt: Duration?
  private var lastSeen: Duration = .zero

  /// Makes a run that has not begun.
  /// - Parameters:
  ///   - round: how often the practice was done before; picks the variants.
  ///   - fill: what stands in a hole of a line.
  public init(_ practice: Practice, minutes: Int, round: Int, fill: (Prose.Hole) -> String) {
    self.practice = practice.id
    title = practice.title
    self.minutes = minutes
    let cues = practice.lengths[minutes] ?? []
    self.cues = cues
    lines = cues.map { cue in
      guard !cue.lines.isEmpty else { return nil }
      let line = cue.lines[round % cue.lines.count]
      return Prose([.paragraph(line)]).filled(by: fill, numbers: { _ in [] }).plainText
    }
  }

  /// Practice time when the clock reads `elapsed`.
  public func time(at elapsed: Duration) -> Duration {
    before + (resumedAt.map { max(elapsed - $0, .zero) } ?? .zero)
  }

  /// Begins, and says what is due at once.
  public mutating func start(ownPace: Bool, at elapsed: Duration) -> [Bell] {
    guard phase == .ready else { return [] }
    self.ownPace = ownPace
    phase = .running
    resumedAt = elapsed
    lastSeen = elapsed
    return ownPace ? next(at: elapsed) : wake(at: elapsed)
  }

  /// Takes note of the time and says every cue that is due, once.
  public mutating func wake(at elapsed: Duration) -> [Bell] {
    guard phase == .running else { return [] }
    lastSeen = max(lastSeen, elapsed)
    guard !ownPace else { return [] }
    let time = time(at: elapsed)
    var bells: [Bell] = []
    while reached < cues.count, .seconds(cues[reached].at) <= time {
      if let bell = cues[reached].bell { bells.append(bell) }
      reached += 1
    }
    if reached == cues.count, time >= .seconds(minutes * 60) { end(at: elapsed) }
    return bells
  }

  /// Goes on to the next line, at one's own pace.
  public mutating func next(at elapsed: Duration) -> [Bell] {
    guard phase == .running, ownPace else { return [] }
    lastSeen = max(lastSeen, elapsed)
    var bells: [Bell] = []
    while reached < cues.count {
      if let bell = cues[reached].bell { bells.append(bell) }
      reached += 1
      if lines[reached - 1] != nil { return bells }
    }
    end(at: elapsed)
    return bells
  }

  /// Pauses; time stands still.
  public mutating func pause(offersStop: Bool, at elapsed: Duration) {
    switch phase {
    case .running:
      before = time(at: elapsed)
      resumedAt = nil
      phase = .paused(offersStop: offersStop)
    case .paused, .pausedByGap: phase = .paused(offersStop: offersStop)
    case .ready, .ended: break
    }
  }

  /// Pauses where the person was last seen: what the clock ran while the machine slept is no
  /// practice.
  public mutating func pauseForGap() {
    guard phase == .running else { return }
    before = time(at: lastSeen)
    resumedAt = nil
    phase = .pausedByGap
  }

  /// Goes on after a pause.
  public mutating func resume(at elapsed: Duration) {
    switch phase {
    case .paused, .pausedByGap:
      phase = .running
      resumedAt = elapsed
      lastSeen = elapsed
      takeUpVoice(at: elapsed)
    case .ready, .running, .ended: break
    }
  }

  private mutating func end(at elapsed: Duration) {
    // A wake that came late has made no practice longer than it is.
    before = ownPace ? time(at: elapsed) : .seconds(minutes * 60)
    resumedAt = nil
    phase = .ended
  }

  /// When the run wants to be woken: at its next cue, and at least every `interval`, so that a gap
  /// is seen at one's own pace too.
  public func deadline(interval: Duration) -> Duration? {
    guard phase == .running, let resumedAt else { return nil }
    if ownPace { return lastSeen + interval }
    let due = reached < cues.count ? Duration.seconds(cues[reached].at) : .seconds(minutes * 60)
    return min(resumedAt + (due - before), lastSeen + interval)
  }

  /// What is kept of the run when it ends now.
  public func practised(at elapsed: Duration) -> Answer.Practised {
    Answer.Practised(
      practice: practice, minutes: minutes, seconds: Int(time(at: elapsed).components.seconds),
      early: phase != .ended, ownPace: ownPace)
  }

  /// The run as a front end shows it.
  public func view(at elapsed: Duration) -> PracticeView {
    let said = lines.prefix(reached).lastIndex { $0 != nil }
    return PracticeView(
      title: title, minutes: minutes, lineCount: lines.count { $0 != nil },
      hasBells: cues.contains { $0.bell != nil }, phase: phase,
      line: said.flatMap { lines[$0] }, cue: reached,
      quiet: said.flatMap { $0 == reached - 1 ? cues[$0].quiet : nil },
      bell: reached > 0 ? cues[reached - 1].bell : nil,
      elapsed: time(at: phase == .running ? max(elapsed, lastSeen) : elapsed), ownPace: ownPace)
  }
}
