/// Reads JSON from bytes; every function leaves `at` behind what it has read.
struct JSONReader {
  private let bytes: [UInt8]
  private var at = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether nothing but space is left.
  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return at == bytes.count
    }
  }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { at += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func word(_ word: String, _ value: JSON) -> JSON? {
    guard bytes[at...].starts(with: word.utf8) else { return nil }
    at += word.utf8.count
    return value
  }

  mutating func value(depth: Int) -> JSON? {
    guard depth < JSON.depth else { return nil }
    skipSpace()
    switch next {
    case UInt8(ascii: "n"): return word("null", .null)
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    case UInt8(ascii: "\""): return string().map(JSON.string)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "{"): return object(depth: depth)
    default: return number()
    }
  }

  private mutating func array(depth: Int) -> JSON? {
    at += 1
    var values: [JSON] = []
    if take("]") { return .array(values) }
    repeat {
      guard let element = value(depth: depth + 1) else { return nil }
      values.append(element)
    } while take(",")
    return take("]") ? .array(values) : nil
  }

  private mutating func object(depth: Int) -> JSON? {
    at += 1
    var values: [JSON.Member] = []
    if take("}") { return .object(values) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\""), let key = string(), take(":"),
        let member = value(depth: depth + 1)
      else { return nil }
      values.append(JSON.Member(key: key, value: member))
    } while take(",")
    return take("}") ? .object(values) : nil
  }

  private mutating func number() -> JSON? {
    let start = at
    var whole = 0
    while let byte = next, (0x30...0x39).contains(byte), at - start < 15 {
      whole = whole * 10 + Int(byte - 0x30)
      at += 1
    }
    // Nearly all are whole, short and end here.
    if at > start, next == nil || ",]}".utf8.contains(next ?? 0) { return .int(whole) }
    while let byte = next, (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte) { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    guard !text.hasPrefix("+"), !text.hasPrefix(".") else { return nil }
    return Int(text).map(JSON.int) ?? Double(text).map(JSON.real)
  }

  private mutating func string() -> String? {
    at += 1
    let start = at
    while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      at += 1
    }
    // Most texts have nothing in them that was escaped.
    if next == UInt8(ascii: "\"") {
      defer { at += 1 }
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }
    var out = Array(bytes[start..<at])
    while let byte = next {
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: out, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escape() else { return nil }
        out.append(contentsOf: Array(String(Character(scalar)).utf8))
      case 0..<0x20: return nil
      default: out.append(byte)
      }
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard let byte = next else { return nil }
    at += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "u"):
      guard let unit = hex() else { return nil }
      guard (0xd800..<0xdc00).contains(unit) else { return Unicode.Scalar(unit) }
      guard next == UInt8(ascii: "\\") else { return nil }
      at += 1
      guard next == UInt8(ascii: "u") else { return nil }
      at += 1
      guard let low = hex(), (0xdc00..<0xe000).contains(low) else { return nil }
      return Unicode.Scalar(0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00))
    default: return nil
    }
  }

  private mutating func hex() -> UInt32? {
    guard at + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[at..<at + 4], as: UTF8.self)
    guard digits.utf8.count == 4, !digits.hasPrefix("+"), !digits.hasPrefix("-") else {
      return nil
    }
    at += 4
    return UInt32(digits, radix: 16)
  }
}
