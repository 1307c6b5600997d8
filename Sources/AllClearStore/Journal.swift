import AllClearEngine
import Glibc

/// Where a journal lies, and every file that can hold a person's words.
public struct Journal: Hashable, Sendable {
  /// The file itself, links followed.
  let path: String

  /// Follows links, so that what lies beside the journal is looked for where SQLite puts it.
  ///
  /// A link that leads nowhere is not followed into making a file there.
  init(path: String) throws(StoreError) {
    if let real = realpath(path, nil) {
      defer { free(real) }
      self.path = String(cString: real)
      return
    }
    var status = stat()
    guard errno == ENOENT, lstat(path, &status) != 0 else { throw .notFound }
    // Never a URI, whatever the name.
    self.path = path.hasPrefix("/") ? path : "./" + path
  }

  /// SQLite's own files beside the journal; `-shm` holds no words, and is private all the same.
  static let suffixes = ["-wal", "-shm", "-journal"]

  var log: String { path + "-wal" }
  var rollback: String { path + "-journal" }
  /// Which sitting holds the journal; it is empty, and stays.
  var lock: String { path + ".lock" }

  /// The copy that is kept from before a migration.
  func copy(before version: Int) -> String { path + ".before-v\(version)" }

  /// The copy of the journal as it was when a day began.
  func copy(of day: CivilDay) -> String { path + ".day-" + day.iso }

  /// Every file there is that can hold a person's words: the journal, what SQLite has beside it,
  /// the copies of days, from before migrations and from before it was restored, and a copy that
  /// was never finished.
  public static func files(at path: String) -> [String] {
    guard let journal = try? Journal(path: path) else { return [] }
    let own = [journal.path] + suffixes.map { journal.path + $0 }
    return own.filter { access($0, F_OK) == 0 } + journal.copies
  }

  /// The copies beside it, and what SQLite has beside these.
  var copies: [String] {
    let folder = Self.parent(of: path)
    let name = path.dropFirst(folder.count)
    return Self.names(in: folder).filter { file in
      file.hasPrefix(name)
        && [".before-", ".day-", ".part"].contains { file.dropFirst(name.count).hasPrefix($0) }
    }.sorted().map { folder + $0 }
  }

  /// The folder with its last slash; empty for a bare name.
  static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names
  }

  // MARK: - Private to the person

  /// Makes the folder and those above it, for the person alone; folders that are there stay as
  /// they are, since `--journal` may point into one that others use.
  func makeFolder() throws(StoreError) {
    let folder = Self.parent(of: path)
    var end = folder.startIndex
    while let slash = folder[end...].firstIndex(of: "/") {
      end = folder.index(after: slash)
      let part = String(folder[..<end])
      if mkdir(part, 0o700) == 0 {
        // A strict umask may have taken the owner's own rights away.
        chmod(part, 0o700)
      } else if errno != EEXIST, access(part, F_OK) != 0 {
        throw StoreError(errno: errno)
      }
    }
  }

  /// Makes an empty file for the person alone, unless there is one.
  static func makeFile(_ path: String) throws(StoreError) {
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else {
      if errno == EEXIST { return }
      throw StoreError(errno: errno)
    }
    fchmod(file, 0o600)
    close(file)
  }

  /// Takes away a file that was made and into which nothing could be written.
  func removeEmpty() {
    guard Self.size(of: path) == 0, Self.size(of: log) == 0 else { return }
    for suffix in [""] + Self.suffixes { unlink(path + suffix) }
  }

  /// Takes others' rights away from all files.
  ///
  /// What cannot be changed belongs to somebody else
  /// already.
  func makePrivate() {
    for file in Self.files(at: path) + [lock] {
      var status = stat()
      if stat(file, &status) == 0, status.st_mode & 0o177 != 0 { chmod(file, 0o600) }
    }
  }

  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Whether journal and folder can be written to: SQLite needs both.
  var isWritable: Bool {
    let folder = Self.parent(of: path)
    return access(path, W_OK) == 0 && access(folder.isEmpty ? "." : folder, W_OK) == 0
  }

  // MARK: - The header

  /// Looks at the file without SQLite; `nil` when there is none.
  ///
  /// Never waits for a pipe. Closing a file lets go of all locks that this process has on it, so
  /// one process has a journal open once; a second `Store` on it is for tests.
  func look(latest: Int) throws(StoreError) -> JournalHeader.Verdict? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let code = errno
      guard code == ENOENT else { throw StoreError(errno: code) }
      // A log without its journal: making a new one here would delete it.
      guard Self.size(of: log) == 0 else { throw .damaged }
      return nil
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else { throw StoreError(errno: errno) }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: JournalHeader.length)
    let count = read(file, &bytes, bytes.count)
    guard count >= 0 else { throw StoreError(errno: errno) }
    return try JournalHeader.verdict(
      Array(bytes.prefix(count)), size: Int(status.st_size), log: Self.size(of: log),
      rollback: Self.size(of: rollback), latest: latest)
  }
}
