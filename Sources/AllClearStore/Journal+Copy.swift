import GRDB

extension Journal {
  /// Reads the whole journal into memory and lets go of the file.
  func copyInMemory() throws(StoreError) -> DatabaseQueue {
    do {
      return try copy(from: path)
    } catch {
      // Without a log SQLite cannot make one where the folder may not be written to. Then nobody
      // else writes there either, and it can be read as a file that does not change.
      guard error == .ioError || error == .readOnly, Self.size(of: log) == 0,
        Self.size(of: rollback) == 0
      else { throw error }
      return try copy(from: "file:\(escaped)?immutable=1")
    }
  }

  private func copy(from path: String) throws(StoreError) -> DatabaseQueue {
    try StoreError.catching {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(5)
      let file = try DatabaseQueue(path: path, configuration: configuration)
      let memory = try DatabaseQueue(configuration: Store.configuration())
      try file.backup(to: memory)
      try file.close()
      return memory
    }
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
