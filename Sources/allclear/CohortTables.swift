import AllClearExchange
import Glibc

/// A table of a cohort that a person names: a file, or `-` for standard input.
final class CohortTableFile {
  let path: String
  private var file: Int32 = -1
  /// What went wrong with it last.
  private(set) var code: Int32 = 0

  init(_ path: String) { self.path = path }

  deinit { shut() }

  /// What it is called to the person.
  var name: String { path == "-" ? "standard input" : path }

  /// What it is called on a page that others may read: without its folders.
  var shortName: String { path == "-" ? name : String(path.split(separator: "/").last ?? "") }

  /// How large it is, where that is known; only such a file can be read again.
  var size: Int? {
    var status = stat()
    guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return status.st_size
  }

  var input: CohortInput {
    CohortInput(isAgain: size != nil) { [self] in
      shut()
      file = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
      guard file >= 0 else {
        code = errno
        return nil
      }
      return { [self] buffer in
        while true {
          let count = read(file, buffer.baseAddress, buffer.count)
          if count < 0, errno == EINTR { continue }
          if count < 0 { code = errno }
          return count
        }
      }
    }
  }

  private func shut() {
    if file >= 0 { close(file) }
    file = -1
  }

  /// A file without a name, for what has to be sorted: it goes with whoever uses it.
  static func scratch(in folder: String = Environment.value("TMPDIR") ?? "/tmp") -> CohortScratch? {
    var name = Array("\(folder)/allclear-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { return nil }
    unlink(name)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    let open = OpenFile(file)
    return CohortScratch(
      add: { Console.put($0, to: open.file) },
      read: { at, buffer in pread(open.file, buffer.baseAddress, buffer.count, off_t(at)) })
  }

  /// Closes a file when nobody needs it any more.
  private final class OpenFile {
    let file: Int32

    init(_ file: Int32) { self.file = file }

    deinit { close(file) }
  }
}

/// How far a long file is, on standard error, where that is a terminal.
final class CohortProgress {
  private let sizes: [CohortFile: Int]
  private var done: [CohortFile: Int] = [:]
  private var shown = -1

  /// Below this many bytes it takes no time.
  private static let long = 48 << 20

  /// Nothing for short files, and for a reader of plain lines.
  init?(_ sizes: [CohortFile: Int], plain: Bool) {
    let all = sizes.values.reduce(0, +)
    guard all >= Self.long, !plain, isatty(STDERR_FILENO) == 1 else { return nil }
    self.sizes = sizes
  }

  func tell(_ file: CohortFile, _ bytes: Int) {
    done[file] = bytes
    let all = sizes.values.reduce(0, +)
    let percent = min(99, 100 * done.values.reduce(0, +) / max(1, all))
    // A table that has to be sorted is read again from its beginning: it waits there until then.
    guard percent > shown else { return }
    shown = percent
    _ = Console.put(Array("\rallclear: reading, \(percent)%  ".utf8), to: STDERR_FILENO)
  }

  /// Takes its line away.
  func end() {
    guard shown >= 0 else { return }
    _ = Console.put(
      Array(("\r" + String(repeating: " ", count: 30) + "\r").utf8), to: STDERR_FILENO)
  }
}
