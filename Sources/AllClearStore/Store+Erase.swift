import AllClearEngine
import GRDB
import Glibc

extension Store {
  /// What erasing would take away; nothing is changed.
  public func erasing(_ target: ErasureTarget) throws(StoreError) -> Erasure {
    try StoreError.catching {
      try queue.read { try Erasure(Eraser(target, in: $0)) }
    }
  }

  /// Overwrites what a person wants gone, in the journal, its log and the copies beside it.
  ///
  /// The records' ids stay, as `erased`. What cannot be reached, such as a backup elsewhere, stays.
  public func erase(_ target: ErasureTarget) throws(StoreError) -> Erasure {
    guard !isReadOnly else { throw .readOnly }
    let eraser = try StoreError.catching {
      try queue.writeWithoutTransaction { try Self.carryOut(target, in: $0) }
    }
    var erasure = Erasure(eraser)
    erasure.logIsHeld = !Self.sweep(queue)
    if let journal { journal.erase(target, eraser, &erasure) }
    return erasure
  }

  /// Overwrites answers to safety questions that these records take back in the copies, with those
  /// whose place they had taken, which may be all that an older copy has.
  ///
  /// It comes before the journal says that they were taken back: were it stopped between the two,
  /// nothing is left that nobody would come back to.
  func mendCopies(before records: [Record]) {
    guard let journal else { return }
    for record in records where record.value == .retracted {
      guard let id = record.supersedes, let eraser = gate(id) else { continue }
      var erasure = Erasure()
      journal.erase(.entry(id), eraser, &erasure)
    }
  }

  /// What goes with an answer to a safety question; `nil` where it is none.
  private func gate(_ id: RecordID) -> Eraser? {
    let found = try? queue.read { database in
      let isGate = try Bool.fetchOne(
        database, sql: "SELECT kind = 'gate' FROM record WHERE id = ?", arguments: [id.text])
      return isGate == true ? try Eraser(.entry(id), in: database) : nil
    }
    return found ?? nil
  }

  fileprivate static func carryOut(
    _ target: ErasureTarget, copyOf journal: Eraser? = nil, in database: Database
  ) throws -> Eraser {
    var eraser: Eraser?
    try database.inTransaction(.immediate) {
      let found = try Eraser(target, in: database, copyOf: journal)
      if !found.isEmpty { try found.erase(in: database) }
      eraser = found
      return .commit
    }
    guard let eraser else { throw StoreError.failed(code: 0) }
    return eraser
  }

  /// Writes the file anew, without what was overwritten, and empties the log.
  /// - Returns: whether the log is empty.
  @discardableResult
  fileprivate static func sweep(_ queue: DatabaseQueue) -> Bool {
    let isBusy = try? queue.writeWithoutTransaction { database in
      // Without room for it the values are overwritten all the same.
      try? database.execute(sql: "VACUUM")
      return try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    return isBusy == 0
  }
}

extension Erasure {
  fileprivate init(_ eraser: Eraser) {
    records = eraser.ids.count
    drafts = eraser.drafts.count
    words = eraser.words
    movements = eraser.movements
    endsPass = eraser.endsPass
    bringsWordsBack = eraser.returning.contains("text")
    bringsLineBack = !eraser.returning.subtracting(["text"]).isEmpty
  }
}

extension Journal {
  /// Does the same in every copy; one in which it cannot be done is removed.
  fileprivate func erase(_ target: ErasureTarget, _ done: Eraser?, _ erasure: inout Erasure) {
    let files = copies
    for copy in files where !files.contains(where: { copy.isBeside($0) }) {
      do throws(StoreError) {
        guard !copy.hasSuffix(".part") else { throw .damaged }
        if try Self.erase(target, done, in: copy) { erasure.rewritten.append(copy) }
      } catch {
        for suffix in [""] + Self.suffixes { unlink(copy + suffix) }
        erasure.removed.append(copy)
      }
    }
  }

  private static func erase(
    _ target: ErasureTarget, _ done: Eraser?, in copy: String
  ) throws(StoreError) -> Bool {
    let latest = Schema.current.version
    guard case .ours? = try Journal(path: copy).look(latest: latest) else { throw .damaged }
    return try StoreError.catching {
      let queue = try DatabaseQueue(path: copy, configuration: Store.configuration())
      let eraser = try queue.writeWithoutTransaction {
        try Store.carryOut(target, copyOf: done, in: $0)
      }
      if !eraser.isEmpty { Store.sweep(queue) }
      try queue.close()
      return !eraser.isEmpty
    }
  }

  /// Removes every file that holds a person's words, and the lock; overwritten first.
  /// - Returns: what was removed.
  public static func eraseEverything(at path: String) throws(StoreError) -> [String] {
    let journal = try Journal(path: path)
    do throws(StoreError) { _ = try journal.look(latest: .max) } catch {
      // Somebody else's file is left alone; a broken journal of ours is not.
      guard error == .damaged else { throw error }
    }
    guard let sitting = try Sitting(lock: journal.lock) else { throw .inUse }
    defer { withExtendedLifetime(sitting) {} }
    // The copies first: were it stopped half-way, what is left would be seen.
    var removed: [String] = []
    for file in files(at: path).reversed() {
      blank(file)
      guard unlink(file) == 0 || errno == ENOENT else { throw StoreError(errno: errno) }
      removed.append(file)
    }
    unlink(journal.lock)
    return removed.reversed()
  }

  /// Writes zeros over a file, as far as the disk does what it is told.
  private static func blank(_ path: String) {
    let file = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return }
    defer { close(file) }
    let zeros = [UInt8](repeating: 0, count: 1 << 16)
    var left = size(of: path)
    while left > 0 {
      let count = write(file, zeros, min(left, zeros.count))
      guard count > 0 else { return }
      left -= count
    }
    fsync(file)
  }
}

extension String {
  /// Whether SQLite has this file beside another.
  fileprivate func isBeside(_ file: String) -> Bool {
    Journal.suffixes.contains { self == file + $0 }
  }
}
