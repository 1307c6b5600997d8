/// A paper or page that a claim rests on.
public struct Source: Hashable, Sendable {
  public var id: String
  /// Authors, title, place and year, as a reader finds it.
  public var cite: String
  public var doi: String?
  /// How sure it makes us, A (best) to D; `nil` where it makes no claim.
  public var grade: String?
  /// What it found.
  public var says: String
  /// What it cannot tell.
  public var limit: String
  /// What is still open about it; empty when nothing is.
  public var verify: String

  /// Makes a source.
  public init(
    id: String, cite: String, doi: String? = nil, grade: String? = nil, says: String = "",
    limit: String = "", verify: String = ""
  ) {
    self.id = id
    self.cite = cite
    self.doi = doi
    self.grade = grade
    self.says = says
    self.limit = limit
    self.verify = verify
  }
}
