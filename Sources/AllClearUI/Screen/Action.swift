public import AllClearEngine

/// What a key came to.
public enum Action: Hashable, Sendable {
  /// Nothing has changed.
  case none
  /// The screen shows something else now.
  case redraw
  /// For the app, in this order; then draw again.
  case send([Event])
  /// Go on as plain text.
  case plain
}
