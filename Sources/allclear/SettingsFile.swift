import AllClearEngine
import AllClearScript
import Glibc

/// settings.yaml: what belongs to this machine.
///
/// It is read before the first frame, and a setting is written by changing its own line: into a new
/// file beside it that takes its name once it is on disk.
struct SettingsFile {
  /// `$XDG_CONFIG_HOME/allclear/settings.yaml`; nil where there is no home.
  let path: String?
  /// What it said when it was read.
  let settings: Settings
  /// What of it could not be read.
  let fault: App.SettingsFault?

  init(path: String? = try? Paths.settings()) {
    self.path = path
    switch path.map(Self.read) {
    case .text(let text):
      settings = text.settings
      fault = text.faults.isEmpty ? nil : App.SettingsFault(lines: text.faults)
    case .unreadable:
      settings = Settings()
      fault = App.SettingsFault(lines: [])
    case nil:
      settings = Settings()
      fault = nil
    }
  }

  /// Says on standard error what of it could not be read.
  func report() {
    guard let path, let fault else { return }
    if fault.lines.isEmpty { return Console.error("\(path) cannot be read; it was left as it is") }
    let lines = fault.lines.map(String.init).joined(separator: ", ")
    Console.error(
      "\(path): line \(lines) not understood; it was left as it is")
  }

  /// Writes one setting, and leaves every other byte as it is.
  ///
  /// The file is read again: another window may have written to it meanwhile.
  /// - Returns: whether it is on disk.
  func keep(_ setting: Setting) -> Bool {
    guard let path, case .text(var text) = Self.read(path) else { return false }
    text.set(setting)
    return Self.write(text.bytes, to: path)
  }

  private enum Found {
    case text(SettingsText)
    case unreadable
  }

  private static func read(_ path: String) -> Found {
    do throws(ReadFault) {
      return .text(SettingsText(try ContentFiles.read(path)))
    } catch {
      return error == .missing ? .text(SettingsText()) : .unreadable
    }
  }

  // MARK: Writing

  private static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let target = target(of: path)
    let folder = Paths.parent(of: target)
    guard makeFolder(folder) else { return false }
    var info = stat()
    let exists = stat(target, &info) == 0
    guard !exists || info.st_mode & S_IFMT == S_IFREG, !exists || access(target, W_OK) == 0 else {
      return false
    }
    var name = Array((folder + "/.settings.yaml.XXXXXX").utf8CString)
    // Private from its first byte.
    let file = mkstemp(&name)
    guard file >= 0 else { return false }
    let isWritten =
      Console.put(bytes, to: file) && (!exists || fchmod(file, info.st_mode & 0o777) == 0)
    let isOnDisk = isWritten && fsync(file) == 0
    guard close(file) == 0, isOnDisk, rename(name, target) == 0 else {
      unlink(name)
      return false
    }
    let parent = open(folder, O_RDONLY | O_CLOEXEC)
    if parent >= 0 {
      fsync(parent)
      close(parent)
    }
    return true
  }

  /// The file itself, where the name is a link to it: the link stays.
  private static func target(of path: String) -> String {
    var target = path
    for _ in 0..<16 {
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(target, &buffer, buffer.count)
      guard count > 0, count < buffer.count else { break }
      let next = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
      target = next.hasPrefix("/") ? next : Paths.parent(of: target) + "/" + next
    }
    return target
  }

  private static func makeFolder(_ path: String) -> Bool {
    if Paths.isFolder(path) { return true }
    let parent = Paths.parent(of: path)
    return (parent == path || makeFolder(parent)) && mkdir(path, 0o700) == 0
  }
}
