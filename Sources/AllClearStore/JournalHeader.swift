/// What the first hundred bytes of a file say, told before SQLite opens it: opening alone can
/// roll back, check out a log or delete one, and a file that is not ours is left as it is.
///
/// Offsets are those of SQLite's file format, "The Database Header".
struct JournalHeader: Hashable {
  /// "ACLR", at offset 68 of every journal.
  static let applicationID: Int32 = 0x4143_4c52
  static let length = 100

  enum Verdict: Hashable {
    /// Nothing in it yet.
    case empty
    /// A journal of this schema.
    case ours(version: Int, isWAL: Bool)
  }

  /// - Parameters:
  ///   - bytes: the first hundred bytes, or as many as there are.
  ///   - size: how long the file is.
  ///   - log: how long the write-ahead log beside it is.
  ///   - rollback: how long the rollback journal beside it is.
  ///   - latest: the greatest version that is understood.
  static func verdict(
    _ bytes: [UInt8], size: Int, log: Int, rollback: Int, latest: Int
  ) throws(StoreError) -> Verdict {
    guard !bytes.isEmpty else {
      // SQLite deletes a log that it finds beside an empty file. It may hold all there is.
      guard log == 0 else { throw .damaged }
      return .empty
    }
    let magic = Array("SQLite format 3\0".utf8)
    guard bytes.starts(with: magic) else {
      let isTorn = magic.starts(with: bytes) || bytes.allSatisfy { $0 == 0 }
      throw isTorn ? .damaged : .foreign
    }
    guard bytes.count >= length else { throw .damaged }
    guard integer(bytes, at: 68) == UInt32(bitPattern: applicationID) else { throw .foreign }
    let version = Int(Int32(bitPattern: integer(bytes, at: 60)))
    guard version <= latest else { throw .newer(found: version) }
    let pageSize = pageSize(bytes)
    guard version >= 0, pageSize >= 512, pageSize & (pageSize - 1) == 0,
      Array(bytes[21...23]) == [64, 32, 32], (1...2).contains(bytes[18]),
      (1...2).contains(bytes[19])
    else { throw .damaged }
    // A process that was killed while it carried pages over leaves a file that is too short and
    // a log that makes it whole again: that is for SQLite to mend.
    if log == 0, rollback == 0 {
      let isCounted = integer(bytes, at: 24) == integer(bytes, at: 92)
      let pages = isCounted ? max(1, Int(integer(bytes, at: 28))) : 1
      guard size >= pages * pageSize else { throw .damaged }
    }
    return .ours(version: version, isWAL: bytes[18] == 2 && bytes[19] == 2)
  }

  private static func pageSize(_ bytes: [UInt8]) -> Int {
    let size = Int(bytes[16]) << 8 | Int(bytes[17])
    return size == 1 ? 65_536 : size
  }

  private static func integer(_ bytes: [UInt8], at offset: Int) -> UInt32 {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
