import AllClearEngine
import CNcurses
import Glibc

/// Where plain mode reads lines and writes text, and what time it is there.
///
/// Two of them exist: standard input and output, and a script on a virtual clock.
struct LinePort {
  /// What came of waiting for a line.
  enum Line: Hashable {
    /// What was typed; `afterGap` where the machine slept before it was.
    case text(String, afterGap: Bool = false)
    /// The deadline has come.
    case nothing
    case end
    case signal(Int32)
    /// The machine slept, or the program was stopped, and nothing was typed meanwhile.
    case gap
    /// A voice has ended, and nothing was typed.
    case voice
  }

  /// Whether somebody sits at a keyboard: only then are lines read while a practice runs.
  var isInteractive: Bool
  /// Rings, where a bell is heard: elsewhere the words of a transcript are enough.
  var ring: () -> Void = {}
  var write: (String) -> Void
  /// Waits for a line, at most until a deadline in elapsed time.
  var read: (Duration?) -> Line
  /// Waits until a deadline without reading a line.
  var wait: (Duration) -> Line
  var now: () -> Now
  /// Changes the clock that all of this goes by; a script has its own.
  var adjust: ((inout Clock) -> Void) -> Void = { _ in }

  /// A wait that took this much longer than it was asked to is a gap.
  static let gap = Duration.seconds(5)

  /// Standard input and output.
  static func standard(_ clock: Clock) -> LinePort {
    var lines = LineBuffer()
    var clock = clock
    func waiting(until deadline: Duration?, _ wait: (Int?) -> Line) -> Line {
      let asked = clock.milliseconds(until: deadline)
      let before = clock.real
      let line = wait(asked)
      // Asked every time, so that a stop is not told of later.
      let wasStopped = ac_stopped() == 1
      guard let asked, wasStopped || clock.real - before > .milliseconds(asked) + gap else {
        return line
      }
      switch line {
      case .nothing, .voice: return .gap
      case .text(let text, _): return .text(text, afterGap: true)
      case .end, .signal, .gap: return line
      }
    }
    return LinePort(
      isInteractive: Console.readsTerminal,
      ring: { if Console.writesTerminal { Console.bell() } },
      write: { Console.write($0) },
      read: { deadline in
        waiting(until: deadline) { lines.read(within: $0) }
      },
      wait: { deadline in
        waiting(until: deadline) { asked in
          var none = [pollfd]()
          poll(&none, 0, Int32(clamping: asked ?? 0))
          return ac_signal() == 0 ? .nothing : .signal(ac_signal())
        }
      },
      now: { clock.now }, adjust: { change in change(&clock) })
  }
}

/// Lines from standard input, as they come.
private struct LineBuffer {
  private var bytes: [UInt8] = []
  private var hasEnded = false

  /// A line longer than this is cut there: nobody typed it.
  private static let longest = 64 * 1024

  /// The next line; `.nothing` when none came within so many milliseconds, `.gap` when the program
  /// was stopped while it waited without end.
  mutating func read(within milliseconds: Int?) -> LinePort.Line {
    while true {
      if let line = takeLine() { return .text(line) }
      if hasEnded { return .end }
      if ac_signal() != 0 { return .signal(ac_signal()) }
      let ready = ac_wait(milliseconds.map { Int32(clamping: $0) } ?? -1)
      if ac_signal() != 0 { return .signal(ac_signal()) }
      if ready == 0 {
        if ac_voice_news() == 1 { return .voice }
        if milliseconds != nil { return .nothing }
        // A stop ends every wait until it has been asked about.
        if ac_stopped() == 1 { return .gap }
        continue
      }
      fill()
    }
  }

  private mutating func fill() {
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = chunk.withUnsafeMutableBytes { Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count) }
    if count > 0 {
      bytes += chunk[..<count]
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      hasEnded = true
    }
  }

  private mutating func takeLine() -> String? {
    if let end = bytes.firstIndex(of: 10) {
      defer { bytes.removeSubrange(...end) }
      return text(bytes[..<end])
    }
    guard bytes.count >= Self.longest || (hasEnded && !bytes.isEmpty) else { return nil }
    defer { bytes = [] }
    return text(bytes[...])
  }

  private func text(_ line: ArraySlice<UInt8>) -> String {
    let text = String(decoding: line, as: UTF8.self)
    return text.hasSuffix("\r") ? String(text.dropLast()) : text
  }
}
