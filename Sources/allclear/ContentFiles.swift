import AllClearEngine
import AllClearScript
import Glibc

/// The content's folder, read file by file as it is needed.
struct ContentFiles {
  /// The folder that holds `en`.
  let root: String
  /// Whether the person named it: the content that comes along has passed its check, and its words
  /// are not judged again at each start.
  var isNamed = false

  var language: String { root + "/en" }

  /// No file of words is larger, in bytes.
  private static let largest = 1 << 20

  /// A compiler that reads below the language's folder.
  var compiler: Compiler {
    let language = language
    return Compiler(folder: language + "/", judgesWords: isNamed) { path throws(ReadFault) in
      try Self.read(language + "/" + path)
    }
  }

  /// Reads a regular file whole.
  static func read(_ path: String) throws(ReadFault) -> [UInt8] {
    var info = stat()
    guard stat(path, &info) == 0 else { throw errno == ENOENT ? .missing : .failed }
    guard info.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    guard info.st_size <= Self.largest else { throw .tooLarge }
    guard let file = fopen(path, "rb") else { throw .failed }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: Int(info.st_size))
    let count = bytes.withUnsafeMutableBytes { fread($0.baseAddress, 1, $0.count, file) }
    guard ferror(file) == 0 else { throw .failed }
    return Array(bytes[..<count])
  }

  /// Every file below a folder that content consists of, as paths relative to it, sorted.
  ///
  /// A link to a folder that it lies in is not followed: it would have no end.
  static func list(_ folder: String) -> [String] { list(folder, within: []) }

  private static func list(_ folder: String, within above: Set<Folder>) -> [String] {
    guard let this = Folder(folder), !above.contains(this), let stream = opendir(folder) else {
      return []
    }
    defer { closedir(stream) }
    var result: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      if Paths.isFolder(folder + "/" + name) {
        result += list(folder + "/" + name, within: above.union([this])).map { name + "/" + $0 }
      } else {
        result.append(name)
      }
    }
    return result.sorted()
  }

  /// A folder by what it is, whatever path leads to it.
  private struct Folder: Hashable {
    var device: dev_t
    var number: ino_t

    init?(_ path: String) {
      var info = stat()
      guard stat(path, &info) == 0 else { return nil }
      (device, number) = (info.st_dev, info.st_ino)
    }
  }
}
