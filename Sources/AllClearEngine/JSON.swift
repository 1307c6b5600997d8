/// As much of JSON as a journal needs, without Foundation's coders: they cost a start its
/// milliseconds, and what they write is not in a fixed order.
public enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  /// A number that is no `Int`; allclear writes none.
  case real(Double)
  case string(String)
  case array([JSON])
  case object([Member])

  /// A name and its value, in the order of the text: there are so few that a search is quicker
  /// than a dictionary.
  public struct Member: Hashable, Sendable {
    public var key: String
    public var value: JSON

    /// Makes a member.
    public init(key: String, value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// The greatest depth that is read: what is deeper is not ours.
  public static let depth = 32

  /// Reads one value and nothing after it; `nil` when it is not JSON.
  public init?(_ text: String) {
    var reader = JSONReader(bytes: Array(text.utf8))
    guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
    self = value
  }

  /// A text with its quotes.
  public static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7f:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// Several texts as an array.
  public static func list(_ texts: [String]) -> String {
    "[" + texts.map(quoted).joined(separator: ",") + "]"
  }

  /// The last value of that name, if this is an object.
  public subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// A text.
  public var string: String? { if case .string(let text) = self { text } else { nil } }
  /// A whole number.
  public var int: Int? { if case .int(let number) = self { number } else { nil } }
  /// True or false.
  public var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }

  /// An array of texts and nothing else.
  public var strings: [String]? {
    guard case .array(let values) = self else { return nil }
    let texts = values.compactMap(\.string)
    return texts.count == values.count ? texts : nil
  }
}
