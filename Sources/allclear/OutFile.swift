import AllClearStore
import CNcurses
import Glibc

/// Where something goes that a person takes along: a file of their own, or standard output.
enum OutFile {
  /// Writes a text to a file that only the person may read, whole or not at all; to standard output
  /// where the path is nil or `-`.
  static func write(
    _ text: String, to path: String?, force: Bool, _ launch: Launch
  ) throws(Failure) {
    guard let path, path != "-" else { return try show(text) }
    try check(path, force: force, launch)
    let part = path + ".part"
    let isWhole = put(text, at: part)
    let code = errno
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

  /// Writes a new file that only the person may read, in the place of what was left there.
  /// - Returns: whether it is on disk, whole; else `errno` says why not.
  static func put(_ text: String, at path: String) -> Bool {
    unlink(path)
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return false }
    fchmod(file, 0o600)
    let isWhole = Console.put(Array(text.utf8), to: file) && fsync(file) == 0
    let code = errno
    guard close(file) == 0 || !isWhole else { return false }
    errno = code
    return isWhole
  }

  /// Writes files into a folder, which is made for the person alone where it is not there: all of
  /// them, or none.
  /// - Returns: their paths.
  static func write(
    _ files: [(name: String, text: String)], into folder: String, force: Bool, _ launch: Launch
  ) throws(Failure) -> [String] {
    let isNew = try makeFolder(folder)
    let paths = files.map { folder + "/" + $0.name }
    for path in paths { try check(path, force: force, launch) }
    let fresh = Set(paths.filter { !Paths.exists($0) })
    for (index, file) in files.enumerated() {
      do throws(Failure) {
        try write(file.text, to: paths[index], force: force, launch)
      } catch {
        for path in paths[..<index] where fresh.contains(path) { unlink(path) }
        if isNew { rmdir(folder) }
        throw error
      }
    }
    return paths
  }

  /// Makes a folder for the person alone; one that is there stays as it is.
  private static func makeFolder(_ path: String) throws(Failure) -> Bool {
    if mkdir(path, 0o700) == 0 { return true }
    guard errno == EEXIST else { throw failure(path) }
    guard Paths.isFolder(path) else {
      throw Failure(
        ExitCode.cannotReadOrWrite,
        "\(path) is a file, and was left as it is; csv goes into a folder, name another with -o")
    }
    return false
  }

  /// Whether something may be written there: over nothing without `--force`, and never over a
  /// folder, a device or the journal itself.
  static func check(_ path: String, force: Bool, _ launch: Launch) throws(Failure) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard force else { throw isThere(path) }
    guard stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG else {
      let what = status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "no regular file"
      throw Failure(
        ExitCode.cannotReadOrWrite,
        "\(path) is \(what), and was left as it is; name a file with -o")
    }
    guard try !Journal.areSame(path, Paths.journal(launch)) else {
      throw Failure(
        ExitCode.usage, "\(path) is the journal itself, and was left as it is; name another with -o"
      )
    }
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

  private static func isThere(_ path: String) -> Failure {
    Failure(
      ExitCode.cannotReadOrWrite,
      "\(path) is there already and was left as it is; --force overwrites it")
  }

  private static func failure(_ path: String) -> Failure {
    let why = errno == ENOSPC ? "the disk is full" : String(cString: strerror(errno))
    return Failure(
      ExitCode.cannotReadOrWrite, "\(path) cannot be written: \(why); name another place with -o")
  }
}
