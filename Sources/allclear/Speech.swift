import AllClearEngine
import CNcurses
import Glibc

/// Says lines aloud, by another program.
///
/// A class because it stands for a process. It is hushed by `hush()`, by the next line, and by every
/// end of allclear.
final class Speech {
  /// What is being said, by whom, and who is tried after that.
  private struct Attempt {
    var line: String
    var settings: Settings
    var program: SpeechProgram
    var others: ArraySlice<SpeechProgram>
    var startedAt: Duration
  }

  private var attempt: Attempt?
  /// Those that failed in this sitting, while another one speaks.
  private var failed: Set<SpeechProgram> = []

  /// Nobody waits longer for a line than this.
  private static let longest = Duration.seconds(20)

  /// Says a line in place of what is being said, or tells why nobody can.
  func say(_ line: String, _ settings: Settings) -> VoiceFault? {
    let programs = SpeechProgram.all(for: settings.speaker)
    return start(line, settings, programs.filter { !failed.contains($0) }[...])
  }

  func hush() {
    attempt = nil
    ac_voice_hush()
  }

  /// Takes note of a program that has ended; one that failed gives way to the next with its line.
  func heed() -> VoiceFault? {
    var status: Int32 = 0
    guard ac_voice_ended(&status) == 1, let attempt else { return nil }
    self.attempt = nil
    guard status != 0 else { return nil }
    failed.insert(attempt.program)
    return start(attempt.line, attempt.settings, attempt.others)
  }

  /// Whether the line that was said last is being said, as far as one can know.
  var isSpeaking: Bool {
    guard let attempt, ac_voice_speaks() == 1 else { return false }
    let since = Self.now - attempt.startedAt
    guard attempt.program == .dispatcher else { return since < Self.longest }
    // It only hands the line on, and does not say when it is over.
    let words = attempt.line.split(separator: " ").count
    let rate = attempt.settings.voiceRate.wordsAMinute
    return since < min(Self.longest, .seconds(words * 60) / rate + .seconds(1))
  }

  private func start(
    _ line: String, _ settings: Settings, _ programs: ArraySlice<SpeechProgram>
  ) -> VoiceFault? {
    for (index, program) in zip(programs.indices, programs) {
      let error = Self.start(program.words(settings), program.input(line), program.hushWord)
      if error == 0 {
        attempt = Attempt(
          line: line, settings: settings, program: program, others: programs[(index + 1)...],
          startedAt: Self.now)
        return nil
      }
      if ![ENOENT, ENOTDIR].contains(error) { failed.insert(program) }
    }
    hush()
    // A command of one's own that is not there is a mistake in it.
    let isOwn = if case .command = settings.speaker { true } else { false }
    defer { failed = [] }  // asked again, all are tried again
    return failed.isEmpty && !isOwn ? .missing : .failed
  }

  private static var now: Duration { .nanoseconds(ac_boottime_ns()) }

  /// Starts a program and returns 0, or an errno.
  private static func start(_ words: [String], _ input: String, _ hushWord: String?) -> Int32 {
    guard !words.isEmpty else { return ENOENT }
    var copies = words.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    return ac_voice_say(&copies, input, hushWord)
  }
}
