import GRDB
import Glibc

extension Journal {
  /// How much the journal at a path holds; `nil` where there is none, or nothing in it yet.
  public static func count(at path: String) throws(StoreError) -> JournalCount? {
    let journal = try Journal(path: path)
    guard case .ours? = try journal.look(latest: Schema.current.version) else { return nil }
    return try journal.reading { file throws(StoreError) in
      try StoreError.catching { try file.read { try JournalCount($0) } }
    }
  }

  /// Copies the journal at a path into one file, reads that through and counts it against the
  /// journal; a sitting may go on meanwhile.
  ///
  /// What has the name already is replaced.
  public static func backUp(_ path: String, to file: String) throws(StoreError) -> JournalCount {
    let journal = try Journal(path: path)
    guard case .ours? = try journal.look(latest: Schema.current.version) else { throw .notFound }
    let count = try journal.reading { source throws(StoreError) in
      try OneFile.copy(source, to: file, isChecked: true)
    }
    guard let count else { throw .damaged }
    return count
  }

  /// Whether two paths lead to one file.
  public static func areSame(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(one, &first) == 0 && stat(other, &second) == 0
      && first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}
