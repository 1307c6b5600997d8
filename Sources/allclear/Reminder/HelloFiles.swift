import Glibc

/// The two files in the folder where systemd looks for a person's own units.
struct HelloFiles {
  /// The folder: `$XDG_CONFIG_HOME/systemd/user`.
  let folder: String

  enum Found: Hashable {
    case absent
    /// allclear wrote it, and this is what it says.
    case ours(String)
    /// Somebody else's, a link, or what cannot be read: it is left as it is.
    case foreign
  }

  func path(_ name: String) -> String { folder + "/" + name }

  func found(_ name: String) -> Found {
    // Neither through a link nor waiting for whom a pipe has at its other end.
    let file = open(path(name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return [ENOENT, ENOTDIR].contains(errno) ? .absent : .foreign }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return .foreign }
    var bytes = [UInt8](repeating: 0, count: 8192)
    let count = read(file, &bytes, bytes.count)
    guard count >= 0 else { return .foreign }
    let text = String(decoding: bytes[..<count], as: UTF8.self)
    return HelloUnits.isOurs(text) ? .ours(text) : .foreign
  }

  /// What each of the two is.
  var all: [(name: String, found: Found)] { HelloUnits.names.map { ($0, found($0)) } }

  /// The paths of what bears their names and is not from allclear.
  var foreign: [String] { all.filter { $0.found == .foreign }.map { path($0.name) } }

  /// The paths of what allclear wrote.
  var ours: [String] { all.filter(\.found.isOurs).map { path($0.name) } }

  // MARK: Writing

  /// Writes these texts, all or none: each beside its place first, and only then into it.
  func write(_ files: [(name: String, text: String)]) throws(Failure) {
    let made = try makeFolders()
    var parts: [String] = []
    do throws(Failure) {
      for (name, text) in files {
        parts.append(path(name) + ".part")
        try writePart(text, path(name))
      }
      for (name, _) in files {
        guard rename(path(name) + ".part", path(name)) == 0 else {
          throw Self.failure("write", path(name))
        }
      }
    } catch {
      for part in parts { unlink(part) }
      for folder in made { rmdir(folder) }
      throw error
    }
    let file = open(folder, O_RDONLY | O_CLOEXEC)
    if file >= 0 {
      fsync(file)
      close(file)
    }
  }

  private func writePart(_ text: String, _ path: String) throws(Failure) {
    guard OutFile.put(text, at: path + ".part") else { throw Self.failure("write", path) }
  }

  /// - Returns: the folders that were not there, the innermost first.
  private func makeFolders() throws(Failure) -> [String] {
    var missing: [String] = []
    var path = folder
    while !Paths.isFolder(path), path != "/" {
      missing.append(path)
      path = Paths.parent(of: path)
    }
    for (index, path) in missing.enumerated().reversed() {
      guard mkdir(path, 0o700) == 0 else {
        let failure = Self.failure("make", path)
        for made in missing[(index + 1)...] { rmdir(made) }
        throw failure
      }
    }
    return missing
  }

  // MARK: Taking away

  /// Removes what allclear wrote, and the link that enabled it where systemd has left that.
  ///
  /// - Returns: the paths of what was removed.
  func remove() throws(Failure) -> [String] {
    var paths = ours
    if found(HelloUnits.timer).isOurs, let link = enabling { paths.insert(link, at: 0) }
    for path in paths where unlink(path) != 0 { throw Self.failure("remove", path) }
    return paths
  }

  /// The link by which the timer starts at a login.
  private var enabling: String? {
    let path = folder + "/timers.target.wants/" + HelloUnits.timer
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    return readlink(path, &buffer, buffer.count) > 0 ? path : nil
  }

  private static func failure(_ what: String, _ path: String) -> Failure {
    Failure(
      ExitCode.cannotReadOrWrite, "could not \(what) \(path): \(String(cString: strerror(errno)))")
  }
}

extension HelloFiles.Found {
  var isOurs: Bool { text != nil }

  var text: String? {
    if case .ours(let text) = self { text } else { nil }
  }
}
