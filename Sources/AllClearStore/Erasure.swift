public import AllClearEngine

/// What a person can have erased.
public enum ErasureTarget: Hashable, Sendable {
  /// What one record says, with what it was before it was changed and what became of it.
  case entry(RecordID)
  /// What was written, answered and done on a day.
  case day(CivilDay)
}

/// What erasing takes away, or has taken away.
public struct Erasure: Hashable, Sendable {
  /// Records, in this journal.
  public var records = 0
  /// Unsent writing.
  public var drafts = 0
  /// The person's own words that go, in the order of writing.
  public var words: [String] = []
  /// Movements that were tried.
  public var movements = 0
  /// A line of a list stays, and what had been changed of its words goes: it has its earlier ones.
  public var bringsWordsBack = false
  /// A line of a list stays, and where it had been put goes: it stands where it did before.
  public var bringsLineBack = false
  /// The safety questions are asked again: an answer to them goes.
  public var endsPass = false
  /// Copies beside the journal that were written anew without it.
  public var rewritten: [String] = []
  /// Copies beside the journal that could not be, and were removed.
  public var removed: [String] = []
  /// Another window reads in the journal: its log is emptied when that is closed.
  public var logIsHeld = false

  /// Nothing of the kind is there.
  public var isEmpty: Bool { records == 0 && drafts == 0 }
}
