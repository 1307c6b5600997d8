import AllClearUI
import CNcurses
import Glibc

/// Standard output and standard error, as lines.
enum Console {
  /// Text for the person: whatever a file or a person said in it, it moves no cursor.
  static func write(_ text: String) {
    guard put(Inert.lines(text), to: STDOUT_FILENO) else {
      // The terminal is gone: the signal that said so names the end.
      if ac_signal() != 0 { ac_exit_by_signal(ac_signal()) }
      // Nobody reads any more (a closed pipe), or there is no room: say so once, and end.
      if errno != EPIPE { error("could not write to standard output") }
      exit(ExitCode.cannotReadOrWrite)
    }
  }

  static func line(_ text: String = "") {
    write(text + "\n")
  }

  /// The bell, which is no text.
  static func bell() {
    _ = put("\u{7}", to: STDOUT_FILENO)
  }

  static func error(_ text: String) {
    _ = put("allclear: " + Inert.lines(text) + "\n", to: STDERR_FILENO)
  }

  private static func put(_ text: String, to file: Int32) -> Bool {
    put(Array(text.utf8), to: file)
  }

  /// Writes bytes, all of them; false where that cannot be.
  static func put(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  static var readsTerminal: Bool { isatty(STDIN_FILENO) == 1 }
  static var writesTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The terminal's width; nil where standard output is no terminal.
  static var width: Int? {
    guard writesTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
