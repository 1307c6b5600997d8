/// What can be wrong with the tables of a cohort.
public enum CohortError: Error, Hashable, Sendable {
  /// It cannot be read at all; who opened it knows why.
  case unreadable
  /// Its first line is not what it has to be, and what to do.
  case header(String)
  /// A line from which nothing can be read any more.
  case line(Int, String)
  /// Lines that cannot be counted: the first of them, and how many there are.
  case refused([Diary.Refusal], of: Int)
  /// There is nowhere to sort what is not in order.
  case noRoom
}

/// The tables of a cohort.
public enum CohortFile: String, Hashable, Sendable, CaseIterable {
  case outcomes, causes
}

/// What is wrong, and with which table.
public struct CohortFault: Error, Hashable, Sendable {
  public var file: CohortFile
  public var error: CohortError
}

/// Lines that cannot be counted, the first of them with the reason.
struct Refusals {
  private(set) var first: [Diary.Refusal] = []
  private(set) var count = 0

  mutating func add(_ line: Int, _ why: String) {
    count += 1
    if first.count < 20 { first.append(Diary.Refusal(line: line, why: why)) }
  }
}
