import AllClearMeasures

/// Causes that a person named at one visit, by ranks from 1; a bit of each number stands for a rank.
struct NamedPart: Hashable {
  /// Which ranks were named.
  var ranks: UInt8 = 0
  /// Which of them count as mind or brain, and of which the table says the kind.
  var mindBrain: UInt8 = 0
  var byFile: UInt8 = 0

  /// As the trial asked: three.
  static let most = 3
  /// Among ranks: the table has none, and they follow the order of its lines.
  private static let inOrder: UInt8 = 1

  init() {}

  init(ranks: UInt8, mindBrain: UInt8, byFile: UInt8) {
    (self.ranks, self.mindBrain, self.byFile) = (ranks, mindBrain, byFile)
  }

  /// One cause.
  /// - Parameter rank: its rank; `nil` where the table has none.
  init(rank: Int?, isMindBrain: Bool, isByFile: Bool) {
    if rank == nil { ranks = Self.inOrder }
    put(rank ?? 1, isMindBrain, isByFile)
  }

  private mutating func put(_ rank: Int, _ isMindBrain: Bool, _ isByFile: Bool) {
    let bit: UInt8 = 1 << UInt8(rank)
    ranks |= bit
    if isMindBrain { mindBrain |= bit }
    if isByFile { byFile |= bit }
  }

  /// How many there are.
  var answers: Int { (ranks & ~Self.inOrder).nonzeroBitCount }

  /// Whether a rank is in both.
  func clashes(with other: Self) -> Bool {
    let both = ranks & other.ranks
    return both != 0 && both & Self.inOrder == 0
  }

  /// Takes in others, which come later in the table and do not clash; how many find no place.
  mutating func add(_ other: Self) -> Int {
    guard ranks & other.ranks & Self.inOrder != 0 else {
      ranks |= other.ranks
      mindBrain |= other.mindBrain
      byFile |= other.byFile
      return 0
    }
    var further = 0
    for rank in 1...Self.most {
      let bit: UInt8 = 1 << UInt8(rank)
      guard other.ranks & bit != 0 else { continue }
      if answers < Self.most {
        put(answers + 1, other.mindBrain & bit != 0, other.byFile & bit != 0)
      } else {
        further += 1
      }
    }
    return further
  }

  /// As it is counted; `nil` where nothing was named.
  var counted: CohortPerson.Named? {
    let answers = answers
    return answers > 0
      ? CohortPerson.Named(mindBrain: mindBrain.nonzeroBitCount, of: answers) : nil
  }
}
