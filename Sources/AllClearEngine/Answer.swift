/// What came back for a prompt.
public enum Answer: Hashable, Sendable {
  /// A card was read.
  case seen
  /// A point on a scale from 0 to 10.
  case number(Int)
  /// The id of the chosen option.
  case option(String)
  /// The ids of the chosen options, in the order of the question.
  case options([String])
  /// Own words.
  case text(String)
  /// Own words, several short ones, the biggest first.
  case entries([String])
  case practised(Practised)
  /// A safety question: what is kept of its answer, and what it holds.
  case gate(outcome: String, hold: Hold?)
  /// A question that was passed over.
  case skipped

  /// How a practice went by the clock.
  public struct Practised: Hashable, Sendable {
    /// The practice's id.
    public var practice: String
    /// Its length, in minutes.
    public var minutes: Int
    /// How much of it was done, in whole seconds of practice time.
    public var seconds: Int
    /// Whether it was stopped before its end.
    public var early: Bool
    /// Whether the lines waited for a key.
    public var ownPace: Bool

    /// Makes the note of a practice.
    public init(practice: String, minutes: Int, seconds: Int, early: Bool, ownPace: Bool) {
      self.practice = practice
      self.minutes = minutes
      self.seconds = seconds
      self.early = early
      self.ownPace = ownPace
    }
  }
}
