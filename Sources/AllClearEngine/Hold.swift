/// What may not be opened now, because of an answer to a safety question.
public enum Hold: String, Hashable, Sendable, CaseIterable {
  /// Only the numbers, the crisis page and three exits.
  case emergency
  /// No body, no movement, until the person has been seen.
  case sameDay = "same-day"
  /// No body, no movement, until a clinician has examined the pain.
  case notExamined = "not-examined"
  /// Short rounds, eyes open, something outside the body to hold on to.
  case gentle
  /// Lessons and outward practices only.
  case lessonsOnly = "lessons-only"
  /// Lessons only until allclear is left; never written down.
  case sitting
  /// No movement practice.
  case movementPaused = "movement-paused"
}

/// Where a practice asks attention to be.
public enum Attention: String, Hashable, Sendable, CaseIterable {
  case outside, breath, body, movement, feeling
}
