import Testing

/// Text with control sequences as an argument of a test: shown escaped, because a test that prints
/// its arguments as they are would do to the person's own terminal what they say.
struct Sent: ExpressibleByStringLiteral, CustomTestStringConvertible {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  init(stringLiteral text: String) {
    self.text = text
  }

  static func key(_ key: KeyPress) -> Sent {
    Sent(key.sequence)
  }

  var testDescription: String { text.debugDescription }
}
