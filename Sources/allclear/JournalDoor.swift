import AllClearEngine
import AllClearStore

/// The journal, opened when something is first read from it or written to it.
///
/// A journal that is not there yet is made by the first record: to look at a page leaves no trace.
struct JournalDoor {
  let path: String
  /// Whether the sitting is ours, another's, or nobody's to write.
  private(set) var access = App.Journal.kept
  /// The journal if there is one.
  private(set) var existing: Store?

  /// Opens a journal that exists.
  /// - Parameter claims: whether the sitting is asked for; help leaves it to another window.
  init(path: String, claims: Bool = true) throws(StoreError) {
    self.path = path
    guard Paths.exists(path) else { return }
    let store = try Store.open(.file(path), .existing)
    existing = store
    if store.isReadOnly {
      access = .readOnly
    } else if claims, try !store.claimSitting() {
      access = .inUse
    }
  }

  /// A journal in memory: there is no file to find or to lock.
  init(inMemory store: Store) {
    path = ""
    existing = store
  }

  /// Whether nothing of it is on a disk.
  var isInMemory: Bool { path.isEmpty }

  /// The journal, made where there is none.
  mutating func store() throws(StoreError) -> Store {
    if let existing { return existing }
    let store = try Store.open(.file(path))
    guard try store.claimSitting() else { throw .inUse }
    existing = store
    return store
  }
}

extension Failure {
  /// Says what is wrong with a journal and what to do.
  init(_ error: StoreError, journal path: String) {
    let what =
      switch error {
      case .newer(let found):
        "was written by a later allclear (its format is \(found)); update allclear to open it"
      case .foreign: "is not a journal of allclear; name another with --journal FILE"
      case .damaged:
        "is damaged and was left as it is; a copy may stand beside it, or name another with "
          + "--journal FILE"
      case .notAFile: "is no regular file; name another with --journal FILE"
      case .notFound:
        "cannot be made: its folder is not there; make it, or name another with --journal FILE"
      case .notAllowed:
        "may not be opened by you: look whose it is, or name another with --journal FILE"
      case .readOnly:
        "can be read and not written: its folder has to be one that you may write to"
      case .inUse: "is held by another program; close that, then try again"
      case .full: "cannot be written: the disk is full; make some room, then try again"
      case .ioError: "cannot be read: the disk reports an error"
      case .failed(let code): "cannot be opened (\(code))"
      }
    self.init(
      ExitCode.cannotReadOrWrite,
      "\(path) \(what)\nallclear: 'allclear now' and 'allclear crisis' work without it")
  }
}
