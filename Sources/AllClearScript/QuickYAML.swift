/// Reads the plain part of YAML in which nearly all content is written, in one pass over the bytes.
///
/// It knows block maps and lists, plain texts, quotes without an escape that close on their line,
/// `|` blocks, and brackets that close on their line. Whatever else it meets, right or wrong, it gives up, and
/// the library reads the file: so there is one set of faults, and what both read they read alike
/// (a test holds them against each other).
struct QuickYAML {
  /// Files nested deeper are for the library to judge.
  static let depth = 12
  /// A text of fewer bytes has fewer scalars than it may have.
  static let textBytes = YAMLGuard.Limit.text

  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0
  private var line = 1
  private(set) var lineStart = 0
  var depth = 0
  var entries = 0

  /// The entries of a file's map; `nil` where the library has to read it.
  ///
  /// The characters have been checked: there are no controls but line feeds.
  static func read(_ bytes: [UInt8]) -> [YAMLNode.Entry]? {
    bytes.withUnsafeBufferPointer { buffer in
      guard buffer.last == UInt8(ascii: "\n"), !buffer.contains(UInt8(ascii: "\r")) else {
        return nil
      }
      var reader = QuickYAML(bytes: buffer)
      guard reader.skipToContent() == 0, let node = reader.map(column: 0), reader.isAtEnd,
        reader.entries <= YAMLGuard.Limit.entries, case .map(let entries) = node.content
      else { return nil }
      return entries
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  // MARK: - Lines

  var isAtEnd: Bool { at >= bytes.count }

  /// The byte there; a line feed behind the last one.
  func byte(_ index: Int) -> UInt8 {
    index < bytes.count ? bytes[index] : UInt8(ascii: "\n")
  }

  mutating func nextLine() {
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
    at = min(at + 1, bytes.count)
    line += 1
    lineStart = at
  }

  /// Steps over empty lines and comments to the first byte of the next line's content, and returns
  /// its column from 0; -1 at the end.
  mutating func skipToContent() -> Int {
    while true {
      while at < bytes.count, bytes[at] == UInt8(ascii: " ") { at += 1 }
      guard at < bytes.count else { return -1 }
      if bytes[at] != UInt8(ascii: "\n"), bytes[at] != UInt8(ascii: "#") { return at - lineStart }
      nextLine()
    }
  }

  /// Goes on to the next line's content when nothing but spaces is left on this one.
  private mutating func endLine() -> Int? {
    while byte(at) == UInt8(ascii: " ") { at += 1 }
    guard byte(at) == UInt8(ascii: "\n") else { return nil }
    nextLine()
    return skipToContent()
  }

  /// The place of a byte of this line, its column counted in scalars.
  func position(_ offset: Int) -> Position {
    var column = 1
    for index in lineStart..<offset where bytes[index] & 0xC0 != 0x80 { column += 1 }
    return Position(line: line, column: column)
  }

  func string(_ start: Int, _ end: Int) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
  }

  // MARK: - Blocks

  private mutating func map(column: Int) -> YAMLNode? {
    let place = position(at)
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depth else { return nil }
    var result: [YAMLNode.Entry] = []
    var names: Set<String> = []
    while true {
      guard let key = key(), names.insert(key.string).inserted else { return nil }
      var next = -1
      guard let value = value(in: column, isItem: false, next: &next) else { return nil }
      result.append(YAMLNode.Entry(key: key, value: value))
      guard next == column, !isDash else {
        return next < column || (next == column && isDash)
          ? YAMLNode(at: place, content: .map(result)) : nil
      }
    }
  }

  private mutating func list(column: Int) -> YAMLNode? {
    let place = position(at)
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depth else { return nil }
    var result: [YAMLNode] = []
    while true {
      at += 1
      while byte(at) == UInt8(ascii: " ") { at += 1 }
      guard byte(at) != UInt8(ascii: "\n"), !isDash else { return nil }
      var next = -1
      if isKey {
        let inner = at - lineStart
        guard let item = map(column: inner) else { return nil }
        result.append(item)
        next = isAtEnd ? -1 : at - lineStart
      } else {
        guard let item = value(in: column, isItem: true, next: &next) else { return nil }
        result.append(item)
      }
      guard next == column, isDash else {
        return next <= column ? YAMLNode(at: place, content: .list(result)) : nil
      }
    }
  }

  private var isDash: Bool {
    byte(at) == UInt8(ascii: "-") && byte(at + 1) == UInt8(ascii: " ")
  }

  /// The value behind a key's colon, or a list's item that is no map; `next` is the column of the
  /// content after it.
  private mutating func value(in column: Int, isItem: Bool, next: inout Int) -> YAMLNode? {
    entries += 1
    while byte(at) == UInt8(ascii: " ") { at += 1 }
    switch byte(at) {
    case UInt8(ascii: "\n"):
      guard !isItem, let inner = endLine() else { return nil }
      let isList = inner >= 0 && isDash
      guard inner > column || (isList && inner == column) else { return nil }
      let node = isList ? list(column: inner) : map(column: inner)
      next = isAtEnd ? -1 : at - lineStart
      return node
    case UInt8(ascii: "|"):
      guard byte(at + 1) == UInt8(ascii: "\n") else { return nil }
      return block(in: column, next: &next)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard let node = flow(), let column = endLine() else { return nil }
      next = column
      return node
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let node = quoted(), let column = endLine() else { return nil }
      next = column
      return node
    default:
      guard let node = plain(in: column), let inner = endLine(), inner <= column else {
        return nil
      }
      next = inner
      return node
    }
  }
}
