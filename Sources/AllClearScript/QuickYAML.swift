/// Reads the plain part of YAML in which nearly all content is written, in one pass over the bytes.
///
/// It knows block maps and lists, plain texts, quotes without an escape that close on their line,
/// `|` blocks, and brackets that close on their line. Whatever else it meets, right or wrong, it gives up, and
/// the library reads the file: so there is one set of faults, and what both read they read alike
/// (a test holds them against each other).
struct QuickYAML {
  /// Files nested deeper are for the library to judge.
  private static let depth = 12
  /// A text of fewer bytes has fewer scalars than it may have.
  private static let textBytes = YAMLGuard.Limit.text

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var line = 1
  private var lineStart = 0
  private var depth = 0
  private var entries = 0

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

  private var isAtEnd: Bool { at >= bytes.count }

  /// The byte there; a line feed behind the last one.
  private func byte(_ index: Int) -> UInt8 {
    index < bytes.count ? bytes[index] : UInt8(ascii: "\n")
  }

  private mutating func nextLine() {
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
    at = min(at + 1, bytes.count)
    line += 1
    lineStart = at
  }

  /// Steps over empty lines and comments to the first byte of the next line's content, and returns
  /// its column from 0; -1 at the end.
  private mutating func skipToContent() -> Int {
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
  private func position(_ offset: Int) -> Position {
    var column = 1
    for index in lineStart..<offset where bytes[index] & 0xC0 != 0x80 { column += 1 }
    return Position(line: line, column: column)
  }

  private func string(_ start: Int, _ end: Int) -> String {
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

  // MARK: - Texts

  private static func isWord(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  /// Whether a text without quotes may begin so.
  private static func beginsText(_ byte: UInt8) -> Bool {
    isWord(byte) || byte >= 0x80 || byte == UInt8(ascii: "(")
  }

  /// Where a key that begins here ends: at its colon.
  private var keyEnd: Int? {
    var end = at
    guard Self.isWord(byte(end)) else { return nil }
    while Self.isWord(byte(end)) || byte(end) == UInt8(ascii: "-") { end += 1 }
    guard byte(end) == UInt8(ascii: ":"),
      byte(end + 1) == UInt8(ascii: " ") || byte(end + 1) == UInt8(ascii: "\n"), end - at < 1000
    else { return nil }
    return end
  }

  private var isKey: Bool { keyEnd != nil }

  private mutating func key() -> Text? {
    guard let end = keyEnd else { return nil }
    defer { at = end + 1 }
    return Text(string: string(at, end), at: position(at), style: .plain)
  }

  /// A text without a comment or a further colon, and the lines that it goes on in: those that are
  /// indented more than its map or list.
  private mutating func plain(in column: Int) -> YAMLNode? {
    let start = at
    let place = position(at)
    guard Self.beginsText(byte(start)), var end = plainLine() else { return nil }
    guard continues(column) else { return text(start, end, at: start, .plain) }
    var result = string(start, end)
    while continues(column) {
      nextLine()
      while byte(at) == UInt8(ascii: " ") { at += 1 }
      let first = at
      guard Self.beginsText(byte(first)), let last = plainLine() else { return nil }
      end = last
      result += " " + string(first, end)
    }
    guard result.utf8.count < Self.textBytes else { return nil }
    return YAMLNode(
      at: place, content: .text(Text(string: result, at: place, style: .plain)))
  }

  /// Steps to the end of this line of a plain text; where its last word ends.
  private mutating func plainLine() -> Int? {
    var end = at
    while byte(at) != UInt8(ascii: "\n") {
      let isColon = byte(at) == UInt8(ascii: ":")
      if isColon, byte(at + 1) == UInt8(ascii: " ") || byte(at + 1) == UInt8(ascii: "\n") {
        return nil
      }
      if byte(at) == UInt8(ascii: "#"), byte(at - 1) == UInt8(ascii: " ") { return nil }
      if byte(at) != UInt8(ascii: " ") { end = at + 1 }
      at += 1
    }
    return end
  }

  /// Whether the line after this one is indented more than a column, and not empty.
  private func continues(_ column: Int) -> Bool {
    var index = at + 1
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    return index - at - 1 > column && byte(index) != UInt8(ascii: "\n")
      && byte(index) != UInt8(ascii: "#")
  }

  /// A text in quotes that close on the line, with nothing in it that stands for something else.
  private mutating func quoted() -> YAMLNode? {
    let quote = byte(at)
    let start = at
    at += 1
    while byte(at) != quote {
      guard byte(at) != UInt8(ascii: "\n"), byte(at) != UInt8(ascii: "\\") else { return nil }
      at += 1
    }
    at += 1
    // In single quotes, two are one.
    guard byte(at) != quote else { return nil }
    let style = quote == UInt8(ascii: "'") ? Text.Style.single : .double
    return text(start + 1, at - 1, at: start, style)
  }

  private func text(_ start: Int, _ end: Int, at place: Int, _ style: Text.Style) -> YAMLNode? {
    guard end - start < Self.textBytes else { return nil }
    let at = position(place)
    return YAMLNode(
      at: at, content: .text(Text(string: string(start, end), at: at, style: style)))
  }

  /// A `|` block: its lines without their indentation, its last empty lines left out.
  private mutating func block(in column: Int, next: inout Int) -> YAMLNode? {
    let place = position(at)
    nextLine()
    guard byte(at) == UInt8(ascii: " ") else { return nil }
    var result: [UInt8] = []
    var empty = 0
    var indent = 0
    while !isAtEnd {
      let start = at
      while byte(at) == UInt8(ascii: " ") { at += 1 }
      if byte(at) == UInt8(ascii: "\n") {
        // Spaces beyond the indentation would be text, and before it a fault.
        guard !isAtEnd, indent > 0, at - start <= indent else { return nil }
        empty += 1
        nextLine()
        continue
      }
      if indent == 0 {
        indent = at - start
        guard indent > column else { return nil }
      }
      if at - start < indent { break }
      for _ in 0..<empty { result.append(UInt8(ascii: "\n")) }
      empty = 0
      let first = start + indent
      nextLine()
      result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[first..<at]))
    }
    next = skipToContent()
    guard next < indent, next <= column, result.count < Self.textBytes else { return nil }
    let text = Text(string: String(decoding: result, as: UTF8.self), at: place, style: .literal)
    return YAMLNode(at: place, content: .text(text))
  }

  // MARK: - Brackets

  private mutating func flow() -> YAMLNode? {
    let isMap = byte(at) == UInt8(ascii: "{")
    let close = isMap ? UInt8(ascii: "}") : UInt8(ascii: "]")
    let place = position(at)
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depth else { return nil }
    var pairs: [YAMLNode.Entry] = []
    var items: [YAMLNode] = []
    repeat {
      at += 1
      while byte(at) == UInt8(ascii: " ") { at += 1 }
      var name: Text?
      if isMap {
        guard let key = key(), byte(at) == UInt8(ascii: " "),
          !pairs.contains(where: { $0.key.string == key.string })
        else { return nil }
        name = key
        while byte(at) == UInt8(ascii: " ") { at += 1 }
      }
      guard let node = flowValue() else { return nil }
      entries += 1
      if let name { pairs.append(.init(key: name, value: node)) } else { items.append(node) }
      while byte(at) == UInt8(ascii: " ") { at += 1 }
    } while byte(at) == UInt8(ascii: ",")
    guard byte(at) == close else { return nil }
    at += 1
    return YAMLNode(at: place, content: isMap ? .map(pairs) : .list(items))
  }

  private mutating func flowValue() -> YAMLNode? {
    switch byte(at) {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return flow()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted()
    default:
      let start = at
      guard Self.beginsText(byte(start)) else { return nil }
      var end = start
      while true {
        switch byte(at) {
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
          return text(start, end, at: start, .plain)
        case UInt8(ascii: "\n"), UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "["),
          UInt8(ascii: "{"):
          return nil
        case UInt8(ascii: " "): break
        default: end = at + 1
        }
        at += 1
      }
    }
  }
}
