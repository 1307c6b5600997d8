import AllClearEngine

/// As much of JSON as a schema needs, written with its keys in the order in which they were given.
indirect enum JSONText {
  case text(String)
  case whole(Int)
  case bool(Bool)
  case list([JSONText])
  case map([(String, JSONText)])

  /// The value over several lines, indented by two spaces; short ones on one.
  func rendered(indent: Int = 0) -> String {
    let short = inline
    if short.count + indent <= 96 { return short }
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .list(let values):
      let lines = values.map { inner + $0.rendered(indent: indent + 2) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
    case .map(let entries):
      let lines = entries.map { key, value in
        inner + JSON.quoted(key) + ": " + value.rendered(indent: indent + 2)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    default: return short
    }
  }

  private var inline: String {
    switch self {
    case .text(let text): JSON.quoted(text)
    case .whole(let number): String(number)
    case .bool(let value): value ? "true" : "false"
    case .list(let values): "[" + values.map(\.inline).joined(separator: ", ") + "]"
    case .map(let entries):
      "{" + entries.map { JSON.quoted($0.0) + ": " + $0.1.inline }.joined(separator: ", ") + "}"
    }
  }
}
