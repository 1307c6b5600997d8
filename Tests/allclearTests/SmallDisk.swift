import Foundation
import Testing

/// A small disk in memory, mounted on a folder; making one takes the superuser.
final class SmallDisk {
  let path: String

  /// Whether this machine lets us mount one.
  static let canMount: Bool = {
    guard getuid() == 0, let folder = try? Folder() else { return false }
    return (try? SmallDisk(on: folder.path, size: "64k")) != nil
  }()

  static let why: Comment = "mounting a small disk takes the superuser"

  struct Failure: Error { let code: Int32 }

  init(on path: String, size: String) throws {
    self.path = path
    guard mount("tmpfs", path, "tmpfs", 0, "size=\(size)") == 0 else { throw Failure(code: errno) }
  }

  func makeReadOnly() throws {
    guard mount("tmpfs", path, "tmpfs", UInt(MS_RDONLY | MS_REMOUNT), nil) == 0 else {
      throw Failure(code: errno)
    }
  }

  /// Takes all room away, and returns the file to remove to have it back.
  func fill() throws -> String {
    let filler = path + "/filler"
    let file = open(filler, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Failure(code: errno) }
    defer { close(file) }
    for size in [4096, 1] {
      let block = [UInt8](repeating: 0x20, count: size)
      while write(file, block, size) == size {}
    }
    return filler
  }

  deinit { umount2(path, Int32(MNT_DETACH)) }
}
