import AllClearEngine
import AllClearUI
import Glibc

/// Where a speaker's notes go: a second terminal, which shows the latest, or a file, which keeps all.
final class SpeakerNotes {
  private let file: Int32
  private let isTerminal: Bool
  private let transcript: Transcript
  private var last: String?

  /// Columns that a second terminal is sure to have.
  private static let width = 72

  /// Opens it; a file that is there is written on at its end.
  init(path: String, phrases: Phrases) throws(Failure) {
    file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOCTTY | O_NONBLOCK | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw Failure(
        ExitCode.cannotReadOrWrite,
        "notes cannot be written to \(path): \(String(cString: strerror(errno)))\n"
          + "allclear: --notes takes a file, or a second terminal as `tty` names it there")
    }
    isTerminal = isatty(file) == 1
    transcript = Transcript(phrases: phrases, width: isTerminal ? Self.width : nil)
  }

  deinit { close(file) }

  /// Writes the notes of a prompt, once for each place.
  /// - Returns: whether they are there, or were already.
  func write(_ notes: Prose, of place: String) -> Bool {
    guard place != last else { return true }
    last = place
    let text = transcript.lines(of: notes).joined(separator: "\n") + "\n"
    // Cleared, and from the top: what stood there belongs to another screen.
    let whole = isTerminal ? "\u{1B}[2J\u{1B}[H" + text : text + "\n"
    return Console.put(Array(whole.utf8), to: file)
  }
}
