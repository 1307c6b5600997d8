import AllClearEngine
import GRDB
import Glibc

// The journal as it was when a day began, for each of the last days on which it was used.

extension Store {
  /// So many days are kept.
  static let daysKept = 7

  /// So much room stays free beside a copy, in bytes: no copy may cost a record its place.
  private static let spare = 16 << 20

  /// Keeps the journal as it is before the first writing of a day.
  ///
  /// Whatever goes wrong here keeps no record from being written.
  func keepCopy(of day: CivilDay) {
    guard let journal, !isReadOnly, copiedDay != day else { return }
    copiedDay = day
    let copy = journal.copy(of: day)
    guard access(copy, F_OK) != 0, hasRecords, journal.hasRoom(beside: Self.spare) else { return }
    do throws(StoreError) { try OneFile.copy(queue, to: copy, isChecked: false) } catch { return }
    journal.forgetDays(but: Self.daysKept, current: copy)
  }

  private var hasRecords: Bool {
    let found = try? queue.read { try Int.fetchOne($0, sql: "SELECT 1 FROM record LIMIT 1") }
    return found.flatMap { $0 } != nil
  }
}

extension Journal {
  /// The copies of days, the oldest first; not those that were never finished.
  var days: [String] {
    copies.filter { $0.dropFirst(path.count).hasPrefix(".day-") && isDay($0) }
  }

  private func isDay(_ copy: String) -> Bool {
    CivilDay(iso: String(copy.dropFirst((path + ".day-").count))) != nil
  }

  /// Whether a copy fits on the disk and leaves room.
  fileprivate func hasRoom(beside spare: Int) -> Bool {
    var status = statvfs()
    let folder = Self.parent(of: path)
    guard statvfs(folder.isEmpty ? "." : folder, &status) == 0 else { return false }
    let free = Double(status.f_bavail) * Double(status.f_frsize)
    return free > Double(Self.size(of: path) + Self.size(of: log) + spare)
  }

  /// Takes away what is older than so many days, and copies that a kill has left unfinished.
  fileprivate func forgetDays(but count: Int, current: String) {
    for old in days.filter({ $0 != current }).dropLast(count - 1) { unlink(old) }
    let stem = path + ".day-"
    for left in copies where left.hasPrefix(stem) && !isDay(left) { unlink(left) }
  }
}
