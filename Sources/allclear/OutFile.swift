import CNcurses
import Glibc

/// Where something goes that a person takes along: a file of their own, or standard output.
enum OutFile {
  /// Writes a text to a file that only the person may read, whole or not at all; to standard output
  /// where the path is nil or `-`.
  static func write(_ text: String, to path: String?, force: Bool) throws(Failure) {
    guard let path, path != "-" else { return try show(text) }
    let part = path + ".part"
    if !force, exists(path) { throw isThere(path) }
    unlink(part)
    let file = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw failure(path) }
    fchmod(file, 0o600)
    let isWhole = Console.put(Array(text.utf8), to: file) && fsync(file) == 0
    let code = errno
    close(file)
    // A file that has come in the meantime is not overwritten either.
    guard isWhole, force ? rename(part, path) == 0 : link(part, path) == 0 else {
      let reason = isWhole ? errno : code
      unlink(part)
      if reason == EEXIST { throw isThere(path) }
      errno = reason
      throw failure(path)
    }
    if !force { unlink(part) }
  }

  /// Makes a folder for the person alone; one that is there stays as it is.
  static func makeFolder(_ path: String) throws(Failure) {
    if mkdir(path, 0o700) == 0 { return }
    guard errno == EEXIST, Paths.isFolder(path) else { throw failure(path) }
  }

  private static func show(_ text: String) throws(Failure) {
    // What a person wrote moves no cursor; what another program reads stays as it is.
    if Console.writesTerminal { return Console.write(text) }
    guard Console.put(Array(text.utf8), to: STDOUT_FILENO) else {
      if ac_signal() != 0 { ac_exit_by_signal(ac_signal()) }
      guard errno != EPIPE else { exit(ExitCode.cannotReadOrWrite) }
      throw Failure(ExitCode.cannotReadOrWrite, "could not write to standard output")
    }
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func isThere(_ path: String) -> Failure {
    Failure(
      ExitCode.cannotReadOrWrite,
      "\(path) is there already and was left as it is; --force overwrites it")
  }

  private static func failure(_ path: String) -> Failure {
    Failure(
      ExitCode.cannotReadOrWrite, "\(path) cannot be written: \(String(cString: strerror(errno)))")
  }
}
