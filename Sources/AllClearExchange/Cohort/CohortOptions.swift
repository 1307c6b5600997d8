/// How the tables of a cohort are read.
public struct CohortOptions: Hashable, Sendable {
  /// The visits whose mean is pain before; of causes the last of them counts.
  ///
  /// The trial's published baseline is the mean of eligibility and pre; its causes are those of pre.
  public var before = ["eligibility", "pre"]
  /// The visit after.
  public var after = "post"
  /// The arm that the others are compared with; `nil`: the one called prt, else the first by name.
  public var reference: String?
  /// What the group is called where the table has no arms.
  public var group = "everyone"
  /// Lines that cannot be counted are left out, and their number is told.
  public var skipsBad = false

  /// As the trial was told.
  public init() {}

  /// As many visits as can be told apart.
  public static let mostVisits = 16
}

/// A table that can be read: once, or again from its beginning.
public struct CohortInput {
  /// Fills a buffer and says how many bytes came; 0 at the end, -1 where it cannot be read.
  public typealias Fill = (UnsafeMutableRawBufferPointer) -> Int

  /// Opens it, at its beginning; `nil` where that cannot be.
  public var open: () -> Fill?
  /// Whether it can be opened more than once.
  public var isAgain: Bool

  /// Makes one.
  public init(isAgain: Bool, open: @escaping () -> Fill?) {
    self.isAgain = isAgain
    self.open = open
  }
}

/// A place for what has to be sorted and is too much for memory.
public struct CohortScratch {
  /// Adds bytes at its end; false where there is no room.
  public var add: ([UInt8]) -> Bool
  /// Reads bytes from a place on; how many came, -1 where that cannot be.
  public var read: (Int, UnsafeMutableRawBufferPointer) -> Int

  /// Makes one.
  public init(
    add: @escaping ([UInt8]) -> Bool,
    read: @escaping (Int, UnsafeMutableRawBufferPointer) -> Int
  ) {
    self.add = add
    self.read = read
  }
}
