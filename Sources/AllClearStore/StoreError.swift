public import AllClearEngine
import GRDB
import Glibc

/// What can go wrong with a journal, by what can be done about it; wording is the caller's.
public enum StoreError: Error, Hashable, Sendable {
  /// A later allclear wrote it.
  case newer(found: Int)
  /// Somebody else's file.
  case foreign
  /// Ours, but broken.
  case damaged
  /// A folder, a pipe or a device.
  case notAFile
  case notFound
  /// It may not be looked at.
  case notAllowed
  /// It may be looked at and not changed.
  case readOnly
  /// Another process holds it.
  case inUse
  /// There is no room on the disk.
  case full
  /// The disk failed.
  case ioError
  /// Anything else: SQLite's or the system's own number.
  case failed(code: Int)

  /// What the app is told when a record could not be written.
  public var fault: WriteFault {
    switch self {
    case .full: .full
    case .readOnly, .foreign, .newer, .notAFile, .notFound, .notAllowed: .notKept
    case .damaged, .inUse, .ioError, .failed: .failed
    }
  }

  /// Classifies what a system call left in `errno`.
  init(errno code: Int32) {
    self =
      switch code {
      case ENOENT, ENOTDIR, ELOOP: .notFound
      case EACCES, EPERM: .notAllowed
      case EROFS: .readOnly
      case ENOSPC, EDQUOT: .full
      case EISDIR: .notAFile
      case EIO: .ioError
      default: .failed(code: Int(code))
      }
  }

  /// Classifies whatever came out of a closure that talks to SQLite.
  init(_ error: any Error) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError: self.init(result: error.extendedResultCode)
    default: self = .failed(code: 0)
    }
  }

  private init(result: ResultCode) {
    // A quota, or a WAL index that cannot grow, comes as an input/output error: for the person it
    // is a full disk too.
    switch result {
    case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMMAP: self = .full
    default:
      self =
        switch result.primaryResultCode {
        case .SQLITE_FULL: .full
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: .inUse
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
        case .SQLITE_READONLY: .readOnly
        case .SQLITE_PERM, .SQLITE_AUTH: .notAllowed
        case .SQLITE_IOERR, .SQLITE_CANTOPEN: .ioError
        default: .failed(code: Int(result.rawValue))
        }
    }
  }

  /// Runs a closure that talks to SQLite and classifies what it throws.
  static func catching<T>(_ body: () throws -> T) throws(StoreError) -> T {
    do { return try body() } catch { throw StoreError(error) }
  }
}
