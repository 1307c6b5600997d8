/// A value of a YAML file, with its place.
struct YAMLNode: Hashable, Sendable {
  var at: Position
  var content: Content

  /// The three shapes of a value.
  enum Content: Hashable, Sendable {
    case text(Text)
    case map([Entry])
    case list([YAMLNode])
  }

  /// A key and its value.
  struct Entry: Hashable, Sendable {
    var key: Text
    var value: YAMLNode
  }

  /// What the value is, in a message.
  var shape: String {
    switch content {
    case .text(let text): text.string.isEmpty ? "nothing" : "a text"
    case .map: "a map"
    case .list: "a list"
    }
  }
}
