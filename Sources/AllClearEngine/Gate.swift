/// A safety question: never skipped, no default, kept as group, date and outcome only.
public struct Gate: Hashable, Sendable {
  public var text: Prose
  public var options: [Option]
  /// The page that is shown while a hold of this gate stands.
  public var stops: [Hold: Prose]
  /// The gate whose yes this one sorts: its outcome takes the place of that one's.
  public var sorts: String?

  /// Makes a gate.
  public init(text: Prose, options: [Option], stops: [Hold: Prose] = [:], sorts: String? = nil) {
    self.text = text
    self.options = options
    self.stops = stops
    self.sorts = sorts
  }

  /// An answer to a gate.
  public struct Option: Hashable, Sendable {
    public var id: String
    public var text: String
    public var hold: Hold?
    /// What is kept: the hold's name, `clear`, or the author's word.
    public var outcome: String
    /// False where the answer is written nowhere and held for the sitting.
    public var isKept: Bool

    /// Makes an option; the outcome is the hold's name, or `clear`, where none is given.
    public init(
      id: String, text: String, hold: Hold? = nil, outcome: String? = nil, isKept: Bool = true
    ) {
      self.id = id
      self.text = text
      self.hold = hold
      self.outcome = outcome ?? hold?.rawValue ?? Gate.clear
      self.isKept = isKept
    }
  }

  /// The outcome of an answer that holds nothing.
  public static let clear = "clear"
  /// The outcome once the person has said "I have been seen about this".
  public static let seen = "seen"
  /// The outcome that ends a pass without a hold of its own.
  public static let new = "new"
}
