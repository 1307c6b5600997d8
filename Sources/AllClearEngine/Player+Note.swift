// What the player takes down of each prompt.
extension Player {
  /// The step that is asked, where one is.
  var place: Position.Place? {
    guard let session = app.state.session, session.stop == nil, !session.isInPractice else {
      return nil
    }
    return session.position.next
  }

  /// Takes down a prompt that is shown.
  mutating func note(_ prompt: Prompt) {
    let kind = kind(of: prompt)
    report.prompts[kind, default: 0] += 1
    switch kind {
    case .note, .card: noteRefusal(prompt)
    case .practice:
      if let attention { report.practices[attention, default: .init()].offered += 1 }
    // A question that is shown again after a door is the same question still.
    case _ where kind.isQuestion && visitState.shown[prompt.place] == 1:
      report.questions[visit.day, default: 0] += 1
      if kind != .gate { noteQuestion() }
    default: break
    }
    guard let place, let session = app.state.session else { return }
    report.reached.insert("\(place.step.origin).\(place.step.id)")
    let key = answerKey(place, session)
    if answered.contains(key), kind != .card, !place.step.asksNow {
      report.askedAgain["\(place.step.origin).\(place.step.id)", default: 0] += 1
    }
  }

  /// Counts a question that is none of safety.
  private mutating func noteQuestion() {
    if isBeside {
      report.besideQuestions[visit.day, default: 0] += 1
      if place?.step.measure != nil { report.questionnaireItems[visit.day, default: 0] += 1 }
    }
    guard let info = app.state.session?.info, place != nil else { return }
    askedIn[info.id, default: 0] += 1
    report.mostInSession[info.module] = max(
      report.mostInSession[info.module, default: 0], askedIn[info.id, default: 0])
  }

  /// Names a step in a turn of a session; a safety question may come again in a later visit, and
  /// once something new was told.
  func answerKey(_ place: Position.Place, _ session: SessionRun) -> String {
    let key = "\(session.info.id.text)/\(place.key.text)"
    return place.step.isGate ? "\(key) in visit \(report.visits.count), news \(news)" : key
  }

  /// Whether what is shown belongs neither to the course nor to the first run.
  private var isBeside: Bool {
    guard let id = app.state.session?.module.id else { return true }
    let program = library.program
    // A movement that is tried, the end and the hellos are sittings of the course.
    let sittings = [program.roles.first, program.roles.move, program.roles.ending]
    return !sittings.contains(id) && !program.modules.contains { $0.id == id }
      && !program.schedule.boosters.contains { $0.module == id }
  }

  /// Where the practice that is shown asks attention to be.
  var attention: Attention? {
    guard let run = app.state.session?.run else { return nil }
    return app.state.practices[run.practice]?.attention
  }

  func kind(of prompt: Prompt) -> PlayReport.Kind {
    switch app.state.stack.last {
    case .menu, nil: return .list
    case .crisis: return .crisis
    case .note: return .note
    case .ownWord, .ownSetting, .ownWriting, .rewriting: return .write
    case .session(let session):
      if session.stop != nil, !session.isInPractice { return .stop }
    }
    return switch prompt.body {
    case .card: .card
    case .choose(_, _, many: let many): many ? .tick : .choose
    case .scale: .scale
    case .write: .write
    case .collect: .collect
    case .gate: .gate
    case .practice: .practice
    }
  }

  /// Takes down why something stays closed.
  private mutating func noteRefusal(_ prompt: Prompt) {
    let isClosed = prompt.place.hasSuffix("/closed")
    guard isClosed || kind(of: prompt) == .note, case .card(let prose) = prompt.body else { return }
    let text = prose.plainText
    let phrases = library.program.phrases
    var why: String?
    if text == phrases(.gateFirst) { why = "asked first: \(library.program.roles.gate)" }
    if text == phrases(.recheckFirst) { why = "asked first: \(library.program.roles.recheck)" }
    if text == phrases(.partNotWritten) { why = "not written" }
    if text == phrases(.broken) { why = "broken" }
    // Two holds may be told in the same words; the one that stands is meant.
    let standing = app.holds(at: now.wall).standing
    for hold in Hold.allCases where standing.contains(hold) && why == nil {
      if text == phrases(App.State.phrase(of: hold)) { why = "held: \(hold.rawValue)" }
    }
    if let why { report.refused[why, default: 0] += 1 }
  }
}

extension Prompt {
  /// The words that a person reads, choices too.
  var wordCount: Int {
    let texts: [String] =
      switch body {
      case .card(let prose), .write(let prose, _), .collect(let prose, _, _): [prose.plainText]
      case .choose(let prose, let choices, _), .gate(let prose, let choices):
        [prose.plainText] + choices.map(\.text)
      case .scale(let prose, let scale): [prose.plainText, scale.low, scale.high]
      case .practice: []
      }
    let tried = trial.map { $0.parts.map(\.line) + [$0.stop] } ?? []
    return (tried + texts).reduce(0) { $0 + $1.split { $0 == " " || $0 == "\n" }.count }
  }
}
