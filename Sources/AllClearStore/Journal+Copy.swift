import GRDB
import Glibc

extension Journal {
  /// Reads the whole journal into memory and lets go of the file.
  func copyInMemory() throws(StoreError) -> DatabaseQueue {
    // Where nobody has it open it can be read as a file that does not change. That leaves nothing
    // beside it, and needs no right to: SQLite makes a log even for a reader.
    if isAlone, let memory = try? copy(from: "file:\(escaped)?immutable=1"), isAlone {
      return memory
    }
    return try copy(from: path)
  }

  /// Whether no process has the journal open, and none left a log behind.
  private var isAlone: Bool { Self.suffixes.allSatisfy { access(path + $0, F_OK) != 0 } }

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
