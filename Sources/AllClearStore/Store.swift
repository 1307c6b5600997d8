import AllClearEngine
import GRDB
import Glibc

/// A person's records, kept in one file.
///
/// A process has a journal open once. Any number of processes may have it open; the one that has
/// claimed the sitting goes on with sessions.
public final class Store {
  /// Where records are kept.
  public enum Place: Hashable, Sendable {
    case file(String)
    case memory
  }

  /// How a file is opened.
  public enum Mode: Hashable, Sendable {
    /// Made when there is none; read from a copy in memory when it cannot be written to.
    case create
    /// As `create`, but `.notFound` when there is none.
    case existing
    /// Read from a copy in memory, and never changed.
    case copy
  }

  /// Whether nothing can be kept: the records are a copy in memory.
  public let isReadOnly: Bool
  let queue: DatabaseQueue
  let journal: Journal?
  var sitting: Sitting?
  /// A value was overwritten, and the log may still hold it.
  var logHoldsErased = false
  /// The day whose beginning has a copy, or was found to have one.
  var copiedDay: CivilDay?

  /// Opens a journal; a file that is newer, foreign or damaged is left as it is.
  public static func open(_ place: Place, _ mode: Mode = .create) throws(StoreError) -> Store {
    try open(place, mode, schema: .current)
  }

  static func open(_ place: Place, _ mode: Mode, schema: Schema) throws(StoreError) -> Store {
    switch place {
    case .memory:
      return try Store(inMemory(), nil, isReadOnly: false, schema: schema)
    case .file(let path): return try open(Journal(path: path), mode, schema: schema)
    }
  }

  private static func open(
    _ journal: Journal, _ mode: Mode, schema: Schema
  ) throws(StoreError) -> Store {
    let verdict = try journal.look(latest: schema.version)
    if verdict == nil, mode != .create { throw .notFound }
    if mode == .copy || (verdict != nil && !journal.isWritable) {
      let queue = try verdict == .empty ? Store.inMemory() : journal.copyInMemory()
      return try Store(queue, nil, isReadOnly: true, schema: schema)
    }
    if verdict == nil {
      try journal.makeFolder()
      try Journal.makeFile(journal.path)
    }
    journal.makePrivate()
    let store: Store
    do throws(StoreError) {
      let queue = try StoreError.catching {
        try DatabaseQueue(path: journal.path, configuration: configuration())
      }
      store = try Store(queue, journal, isReadOnly: false, schema: schema)
    } catch {
      if verdict == nil { journal.removeEmpty() }
      throw error
    }
    // Only now: tables made in a log would leave a file whose header says nothing of them.
    if case .ours(_, isWAL: true)? = verdict { return store }
    try store.useLog()
    return store
  }

  private init(
    _ queue: DatabaseQueue, _ journal: Journal?, isReadOnly: Bool, schema: Schema
  ) throws(StoreError) {
    self.queue = queue
    self.journal = journal
    self.isReadOnly = isReadOnly
    try Migration(schema: schema, queue: queue, journal: journal).run()
  }

  /// Claims the sitting; `false` when another process has it.
  ///
  /// It is held until the store goes. Where nothing can be kept there is nothing to guard.
  public func claimSitting() throws(StoreError) -> Bool {
    guard sitting == nil, let journal else { return true }
    sitting = try Sitting(lock: journal.lock)
    return sitting != nil
  }

  /// Switches to a write-ahead log.
  ///
  /// Where another process is busy, or the file system cannot do
  /// it, the rollback journal stays, which is as durable.
  private func useLog() throws(StoreError) {
    do {
      try StoreError.catching {
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
      }
    } catch {
      guard error == .inUse else { throw error }
    }
  }

  private static func inMemory() throws(StoreError) -> DatabaseQueue {
    try StoreError.catching { try DatabaseQueue(configuration: configuration()) }
  }

  /// What every connection is told.
  ///
  /// - `synchronous`: a record is on disk, not on its way there, before the next prompt.
  /// - `secure_delete`: what is overwritten or deleted leaves no bytes in the file.
  /// - `temp_store`: words are in no file but those that `Journal.files` names.
  static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.label = "journal"
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA synchronous = FULL;
          PRAGMA secure_delete = ON;
          PRAGMA temp_store = MEMORY;
          """)
    }
    return configuration
  }
}
