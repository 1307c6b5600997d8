// Keys, texts and brackets: what stands on a line, and the lines that a text goes on in.
extension QuickYAML {
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

  var isKey: Bool { keyEnd != nil }

  mutating func key() -> Text? {
    guard let end = keyEnd else { return nil }
    defer { at = end + 1 }
    return Text(string: string(at, end), at: position(at), style: .plain)
  }

  /// A text without a comment or a further colon, and the lines that it goes on in: those that are
  /// indented more than its map or list.
  mutating func plain(in column: Int) -> YAMLNode? {
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
  mutating func quoted() -> YAMLNode? {
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
  mutating func block(in column: Int, next: inout Int) -> YAMLNode? {
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
}

// Maps and lists in brackets.
extension QuickYAML {
  mutating func flow() -> YAMLNode? {
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
