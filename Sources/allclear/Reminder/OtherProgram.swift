import CNcurses
import Glibc

/// Another program of this machine, started without a shell and waited for.
struct OtherProgram {
  enum Ending: Hashable {
    case exited(Int32)
    /// There is no such program, or it cannot be started.
    case notStarted
    /// It did not end in time, or a signal ended it.
    case notEnded
  }

  var ending: Ending
  /// What it printed, errors too.
  var output: String

  /// Runs it to its end; nobody waits longer than this.
  init(_ name: String, _ arguments: [String], milliseconds: Int32 = 20_000) {
    var words: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var buffer = [CChar](repeating: 0, count: 8192)
    let status = ac_run(words, &buffer, Int32(buffer.count), milliseconds)
    ending =
      switch status {
      case Int32(AC_NOT_STARTED): .notStarted
      case Int32(AC_NOT_ENDED): .notEnded
      default: .exited(status)
      }
    output = String(
      decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  var isDone: Bool { ending == .exited(0) }

  /// Whether a program of this name is on PATH.
  static func exists(_ name: String) -> Bool {
    let path = Environment.value("PATH") ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").contains { folder in
      let file = "\(folder)/\(name)"
      return access(file, X_OK) == 0 && !Paths.isFolder(file)
    }
  }
}
