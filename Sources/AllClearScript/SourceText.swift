/// A place in a file; both count from 1, the column in Unicode scalars.
struct Position: Hashable, Sendable {
  var line: Int
  var column: Int

  static let start = Position(line: 1, column: 1)
}

/// A file's bytes, cut into lines.
struct SourceText: Sendable {
  /// As diagnostics name it.
  let path: String
  let bytes: [UInt8]
  /// Where each line begins.
  let lineStarts: [Int]

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      for index in buffer.indices where buffer[index] == UInt8(ascii: "\n") {
        starts.append(index + 1)
      }
    }
    lineStarts = starts
  }

  /// The bytes of a line, from 1, without its line break.
  func lineBytes(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= lineStarts.count else { return [] }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return bytes[start..<max(start, end)]
  }

  /// A line's scalars.
  func line(_ number: Int) -> [Unicode.Scalar] {
    Array(String(decoding: lineBytes(number), as: UTF8.self).unicodeScalars)
  }

  /// The place of a byte.
  func position(ofByte offset: Int) -> Position {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    let column = String(decoding: bytes[lineStarts[low]..<offset], as: UTF8.self)
      .unicodeScalars.count
    return Position(line: low + 1, column: column + 1)
  }

  /// A line as an excerpt: at most 160 scalars around the column, control characters blanked.
  func excerpt(at position: Position) -> (text: String, column: Int) {
    let scalars = line(position.line)
    let from = scalars.count <= 160 ? 0 : max(0, min(position.column - 80, scalars.count - 160))
    var text = String.UnicodeScalarView()
    for scalar in scalars.dropFirst(from).prefix(160) {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      text.append(isControl || Characters.isInvisible(scalar) ? " " : scalar)
    }
    return (String(text), max(1, position.column - from))
  }
}
