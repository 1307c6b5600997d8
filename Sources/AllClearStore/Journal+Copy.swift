import GRDB
import Glibc

extension Journal {
  /// Reads the whole journal into memory and lets go of the file.
  func copyInMemory() throws(StoreError) -> DatabaseQueue {
    try reading { file throws(StoreError) in
      try StoreError.catching {
        let memory = try DatabaseQueue(configuration: Store.configuration())
        try file.backup(to: memory)
        return memory
      }
    }
  }

  /// Reads the journal as it is, and lets go of the file; the closure may be run a second time.
  func reading<T>(
    _ body: (DatabaseQueue) throws(StoreError) -> T
  ) throws(StoreError) -> T {
    // Where nobody has it open it can be read as a file that does not change. That leaves nothing
    // beside it, and needs no right to: SQLite makes a log even for a reader.
    if isAlone {
      do throws(StoreError) {
        let result = try readingAlone(body)
        if isAlone { return result }
      } catch {
        // Else somebody has begun to write in it.
        if isAlone { throw error }
      }
    }
    do throws(StoreError) { return try reading(from: path, body) } catch {
      // On a full disk there is no room for what SQLite has beside it, nor does anybody write.
      guard error == .full, isEmptyBeside else { throw error }
      return try readingAlone(body)
    }
  }

  private func readingAlone<T>(
    _ body: (DatabaseQueue) throws(StoreError) -> T
  ) throws(StoreError) -> T {
    try reading(from: "file:\(escaped)?immutable=1", body)
  }

  /// Whether all there is stands in the file itself.
  private var isEmptyBeside: Bool { Self.size(of: log) == 0 && Self.size(of: rollback) == 0 }

  /// Whether no process has the journal open, and none left a log behind.
  private var isAlone: Bool { Self.suffixes.allSatisfy { access(path + $0, F_OK) != 0 } }

  private func reading<T>(
    from path: String, _ body: (DatabaseQueue) throws(StoreError) -> T
  ) throws(StoreError) -> T {
    let file = try StoreError.catching {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(5)
      return try DatabaseQueue(path: path, configuration: configuration)
    }
    let result = try body(file)
    try StoreError.catching { try file.close() }
    return result
  }

  /// The path as a URI wants it.
  private var escaped: String {
    path.utf8.map { byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte)
        || (0x61...0x7a).contains(byte) || "/-_.~".utf8.contains(byte)
      guard !isPlain else { return String(Unicode.Scalar(byte)) }
      return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
