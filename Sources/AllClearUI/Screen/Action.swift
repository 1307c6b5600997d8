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
  /// What who shows allclear to others asks for.
  case present(Presenting)
}

/// What somebody asks for who shows allclear to others.
public enum Presenting: Hashable, Sendable, CaseIterable {
  /// What may be said here, and why it is here, beside the screen.
  case notes
  /// The next step, answered as the persona would, and the one before.
  case on, back
  /// The next module, and the one before.
  case moduleOn, moduleBack
  /// A practice faster, or at its own time again.
  case fast
  /// To the end of a practice.
  case toEnd
  /// The persona answers.
  case answer
}
