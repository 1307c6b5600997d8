import Glibc

/// A sitting's hold on a journal: one process at a time, and a killed one lets go by itself.
///
/// The file beside the journal stays when the hold ends: were it removed, two processes could
/// each hold a file of the same name.
final class Sitting {
  private let file: Int32

  /// Takes hold; `nil` when another has it.
  init?(lock path: String) throws(StoreError) {
    // Not handed to a subprocess (speech), which might outlive this one.
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard file >= 0 else { throw StoreError(errno: errno) }
    fchmod(file, 0o600)
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(file)
      guard code == EWOULDBLOCK else { throw StoreError(errno: code) }
      return nil
    }
  }

  deinit {
    if file >= 0 { close(file) }
  }
}
