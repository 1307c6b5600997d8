extension JSON {
  /// Written without a space, in the order of its members.
  public var text: String {
    switch self {
    case .null: "null"
    case .bool(let flag): String(flag)
    case .int(let number): String(number)
    case .real(let number): String(number)
    case .string(let text): JSON.quoted(text)
    case .array(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { JSON.quoted($0.key) + ":" + $0.value.text }.joined(separator: ",") + "}"
    }
  }

  /// Written for people to read: a member a line.
  public func pretty(_ indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .array(let values) where !values.isEmpty:
      return "[\n" + values.map { inner + $0.pretty(inner) }.joined(separator: ",\n")
        + "\n\(indent)]"
    case .object(let members) where !members.isEmpty:
      return "{\n"
        + members.map { inner + JSON.quoted($0.key) + ": " + $0.value.pretty(inner) }
        .joined(separator: ",\n") + "\n\(indent)}"
    default: return text
    }
  }
}

extension JSON {
  /// An object whose members stand in the order of the alphabet, so that it is written the same each
  /// time.
  public static func sorted(_ members: [String: JSON]) -> JSON {
    .object(members.sorted { $0.key < $1.key }.map { Member(key: $0.key, value: $0.value) })
  }
}
