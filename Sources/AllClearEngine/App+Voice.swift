// The voice: what is to be said follows from what is shown, and effects from what has changed.
extension App {
  /// Adds to effects what the voice does: it is hushed before anything else, and speaks last.
  mutating func voiced(_ effects: [Effect], at now: Now) -> [Effect] {
    let wanted = effects.contains(.quit) ? nil : state.aloud(prompt, at: now)
    guard wanted != spoken else { return effects }
    spoken = wanted
    // A line that takes the place of another hushes it by being said.
    return wanted.map { effects + [.speak($0.text)] } ?? [.hush] + effects
  }
}

extension App.State {
  var voice: Voice {
    if isVoiceOn { return .on }
    return settings.voice && !hasSwitchedVoice ? .heldBack : .off
  }

  /// What the voice says of what is shown: lines of a practice, help for a bad hour, and the card
  /// before the first of both.
  func aloud(_ prompt: Prompt, at now: Now) -> Spoken? {
    guard isVoiceOn else { return nil }
    switch stack.last {
    case .session(let session) where session.isInPractice:
      return session.run?.aloud.map { Spoken(id: "\(prompt.place)/\($0.number)", text: $0.line) }
    case .session(let session) where session.module.id == program.roles.flare && opening == nil:
      return Spoken(id: prompt.place, text: prompt.aloud(phrases))
    case .note(let note) where note.voice != nil:
      return Spoken(id: prompt.place, text: prompt.aloud(phrases))
    default: return nil
    }
  }

  /// Whether the voice can be switched where the person is; a page that stands in the way has its
  /// exits and nothing else.
  var canSwitchVoice: Bool {
    guard let session else { return false }
    return session.isInPractice || session.run != nil
      || (session.module.id == program.roles.flare && session.stop == nil)
  }

  /// Switches the voice for this sitting.
  mutating func switchVoice(at now: Now) {
    hasSwitchedVoice = true
    isVoiceOn.toggle()
    notice = phrases(isVoiceOn ? .voiceNowOn : .voiceNowOff)
    guard isVoiceOn, let run = session?.run, run.phase != .ready, run.phase != .ended else {
      return
    }
    if asksAboutVoice { return askAboutVoice(VoiceCard()) }
    if run.phase == .running { session?.run?.takeUpVoice(at: now.elapsed) }
  }

  /// What was said of switching is over with the next line.
  mutating func forgetSwitch() {
    if [phrases(.voiceNowOn), phrases(.voiceNowOff)].contains(notice) { notice = nil }
  }

  /// Goes on as text, and says why.
  mutating func loseVoice(_ fault: VoiceFault) {
    guard isVoiceOn else { return }
    isVoiceOn = false
    hasSwitchedVoice = true
    notice = phrases(fault == .missing ? .voiceMissing : .voiceFailed)
  }

  // MARK: Before the first

  /// Whether the person has yet to be told when not to be spoken to.
  var asksAboutVoice: Bool { isVoiceOn && !hasToldOfVoice && !digest.person.knowsVoice }

  /// Shows the card that comes once, over the practice.
  mutating func askAboutVoice(_ card: VoiceCard) {
    notice = nil
    stack.append(
      .note(
        Note(
          place: "voice", heading: session?.run?.title, prose: Prose(phrases(.voiceFirst)),
          voice: card)))
  }

  /// The card was read: that is kept, and what it stood before begins.
  mutating func takeVoiceCard(_ card: VoiceCard, at now: Now) -> Outcome {
    hasToldOfVoice = true
    var batch: Batch?
    // Help for a bad hour leaves no trace, and asks again another time.
    if case .session(let session)? = stack.dropLast().last, session.isKept {
      batch = self.batch(of: .personal(.knowsVoice(true)), at: now)
    }
    stack.removeLast()
    guard let command = card.starts else { return (batch, []) }
    return (batch, take(command, at: now).1)
  }
}

/// What stands before the first spoken practice.
struct VoiceCard: Hashable, Sendable {
  /// What is done once it was read.
  var starts: PracticeCommand?
}
