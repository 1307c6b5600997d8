import Glibc

/// A file that a person names, read whole.
enum InFile {
  /// A file that is larger is none of ours.
  private static let mostBytes = 512 << 20

  /// Its text, which has to be UTF-8.
  static func text(_ path: String) throws(Failure) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard file >= 0 else {
      let isGone = errno == ENOENT || errno == ENOTDIR
      throw Failure(
        isGone ? ExitCode.noSuchFile : ExitCode.cannotReadOrWrite,
        "\(path) cannot be opened: \(String(cString: strerror(errno)))")
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw Failure(
          ExitCode.cannotReadOrWrite, "\(path) cannot be read: \(String(cString: strerror(errno)))")
      }
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
      guard bytes.count <= mostBytes else {
        throw Failure(ExitCode.badContent, "\(path) is too large")
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(ExitCode.badContent, "\(path) is no text in UTF-8; nothing was done")
    }
    return text
  }
}
