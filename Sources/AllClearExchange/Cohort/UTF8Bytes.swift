extension UnsafeRawBufferPointer {
  /// Whether these bytes are text in UTF-8; most tables are ASCII, which is told eight at a time.
  var isUTF8: Bool {
    var at = 0
    while at + 8 <= count {
      if loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 {
        return isValid
      }
      at += 8
    }
    while at < count {
      if self[at] & 0x80 != 0 { return isValid }
      at += 1
    }
    return true
  }

  private var isValid: Bool { String(validating: self, as: UTF8.self) != nil }
}
