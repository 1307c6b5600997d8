import AllClearEngine
import Testing

@testable import allclear

/// A script of typed lines on a virtual clock, in place of standard input and output.
///
/// Lines that begin with `@` belong to a running practice, which reads no other line:
/// `@pause N` presses Enter, `@stop N` types `s`, `@gap SECONDS N` lets the machine sleep, each at the
/// N-th wake from then on. The clock jumps to the next deadline.
final class VirtualPort {
  private var lines: [String]
  private var elapsed = Duration.zero
  private var wakes = 0
  private(set) var written = ""
  /// The lines that nobody read.
  var left: [String] { lines }

  /// Where the calendar stands when the clock reads zero: Monday, 4 May 2026, 9:00 in UTC+2.
  static let begin = Wall(milliseconds: 1_777_878_000_000, offset: 120)

  init(_ script: [String]) {
    lines = script
  }

  var now: Now {
    let milliseconds = Int64(elapsed / .milliseconds(1))
    return Now(
      elapsed: elapsed,
      wall: Wall(milliseconds: Self.begin.milliseconds + milliseconds, offset: Self.begin.offset))
  }

  /// Lets time go by with nobody there.
  func pass(_ time: Duration) {
    elapsed += time
  }

  var port: LinePort {
    LinePort(
      isInteractive: false,
      write: { self.written += $0 },
      read: { _ in self.read() },
      wait: { self.wait(until: $0) },
      now: { self.now })
  }

  private func read() -> LinePort.Line {
    lines.isEmpty ? .end : .text(lines.removeFirst())
  }

  private func wait(until deadline: Duration) -> LinePort.Line {
    wakes += 1
    if let line = lines.first, line.hasPrefix("@") {
      let words = line.split(separator: " ").map(String.init)
      if wakes >= Int(words.last ?? "") ?? 1 {
        lines.removeFirst()
        wakes = 0
        switch words[0] {
        case "@pause": return .text("")
        case "@stop": return .text("s")
        case "@gap":
          elapsed += .seconds(words.dropFirst().first.flatMap(Int.init) ?? 20)
          return .gap
        default: Issue.record("a script knows no \(words[0])")
        }
      }
    }
    elapsed = max(elapsed, deadline)
    return .nothing
  }
}
