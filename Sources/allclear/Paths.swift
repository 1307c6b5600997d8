import Glibc

/// Where things lie, by the XDG base directories.
enum Paths {
  /// The journal: `--journal`, else `$XDG_DATA_HOME/allclear/journal.sqlite`.
  static func journal(_ launch: Launch) throws(Failure) -> String {
    if let path = launch.journal { return path }
    return try base("XDG_DATA_HOME", ".local/share") + "/allclear/journal.sqlite"
  }

  /// What belongs to this machine: `$XDG_CONFIG_HOME/allclear/settings.yaml`.
  static func settings() throws(Failure) -> String {
    try base("XDG_CONFIG_HOME", ".config") + "/allclear/settings.yaml"
  }

  /// Where systemd looks for a person's own units: `$XDG_CONFIG_HOME/systemd/user`.
  static func units() throws(Failure) -> String {
    let folder = try base("XDG_CONFIG_HOME", ".config", advice: "") + "/systemd/user"
    if let home = Environment.value("HOME"), folder.hasPrefix(home + "/"), !isFolder(home) {
      throw Failure(ExitCode.cannotReadOrWrite, "the home folder \(home) is not there")
    }
    return folder
  }

  /// The folder of the language: in `--content`, `ALLCLEAR_CONTENT`, `../share/allclear/Content`
  /// beside the executable, or the checkout's own `Content`.
  static func content(_ launch: Launch) throws(Failure) -> String {
    if let named = namedContent(launch) {
      guard isFolder(named + "/en") else {
        throw Failure(ExitCode.noSuchFile, "no content in \(named): it has no folder 'en'")
      }
      return named
    }
    for candidate in candidates where isFolder(candidate + "/en") { return candidate }
    throw Failure(
      ExitCode.noSuchFile,
      "no content found; name its folder with --content DIR or ALLCLEAR_CONTENT")
  }

  /// The content that the person named.
  static func namedContent(_ launch: Launch) -> String? {
    launch.content ?? Environment.value("ALLCLEAR_CONTENT")
  }

  private static var candidates: [String] {
    var result: [String] = []
    if let executable = executable {
      var folder = parent(of: executable)
      result.append(parent(of: folder) + "/share/allclear/Content")
      // A checkout's binary lies some folders below .build.
      for _ in 0..<6 where folder.count > 1 {
        folder = parent(of: folder)
        if exists(folder + "/Package.swift") { result.append(folder + "/Content") }
      }
    }
    return result
  }

  private static func base(
    _ variable: String, _ fallback: String,
    advice: String = "; say where the journal is with --journal FILE"
  ) throws(Failure) -> String {
    // XDG: a relative path is invalid and is ignored.
    if let path = Environment.value(variable), path.hasPrefix("/") { return path }
    guard let home = Environment.value("HOME") else {
      throw Failure(ExitCode.cannotReadOrWrite, "HOME is not set" + advice)
    }
    return home + "/" + fallback
  }

  static var executable: String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }
}
