/// What can be wrong with a file that is brought in, by what can be done about it; wording is the
/// caller's.
public enum ExchangeError: Error, Hashable, Sendable {
  /// It is none of the kinds that can be read.
  case unknown
  /// A later allclear wrote it.
  case newer(found: Int)
  /// It is ours, but broken: where, and what is wrong there.
  case damaged(place: String)
}
