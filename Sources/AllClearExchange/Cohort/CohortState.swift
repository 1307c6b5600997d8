/// What is known of the tables while they are read, beside the people.
final class CohortState {
  let options: CohortOptions
  /// Says whether a cause counts as mind or brain, by its words.
  let isMindBrain: (String) -> Bool

  /// Names of arms, in the order in which they came.
  private(set) var arms: [String] = []
  private var armBytes: [[UInt8]] = []
  var refusals: [CohortFile: Refusals] = [:]
  /// Visits that were told before and after, by table.
  var found: [CohortFile: (before: Bool, after: Bool)] = [:]
  /// Names of some visits that are neither.
  private(set) var otherVisits: [CohortFile: [String]] = [:]
  /// Causes of which the table says the kind, and those that were coded by their words.
  var byFile = 0
  var byWords = 0
  /// Causes beyond the third of a visit.
  var further = 0

  /// Words that were coded before; people say the same things.
  private var coded: [String: Bool] = [:]
  private static let mostCoded = 20_000
  private static let mostArms = 64
  private static let mostOtherVisits = 32

  init(_ options: CohortOptions, isMindBrain: @escaping (String) -> Bool) {
    self.options = options
    self.isMindBrain = isMindBrain
  }

  /// The number of an arm; nil where there are too many.
  func arm(_ name: UnsafeBufferPointer<UInt8>) -> UInt8? {
    if let known = armBytes.firstIndex(where: { $0.elementsEqual(name) }) { return UInt8(known) }
    guard arms.count < Self.mostArms else { return nil }
    arms.append(String(decoding: name, as: UTF8.self))
    armBytes.append(Array(name))
    return UInt8(arms.count - 1)
  }

  func code(_ cause: String) -> Bool {
    if let known = coded[cause] { return known }
    let answer = isMindBrain(cause)
    if coded.count < Self.mostCoded { coded[cause] = answer }
    return answer
  }

  func note(_ file: CohortFile, otherVisit name: UnsafeBufferPointer<UInt8>) {
    let name = String(decoding: name, as: UTF8.self)
    guard otherVisits[file, default: []].count < Self.mostOtherVisits,
      !otherVisits[file, default: []].contains(name)
    else { return }
    otherVisits[file, default: []].append(name)
  }
}

/// Which visits are before and which is after, by their bytes.
struct CohortVisits {
  enum Found {
    case before(Int)
    case after
    case other
  }

  private let before: [[UInt8]]
  private let after: [UInt8]

  init(before: [String], after: String) {
    self.before = before.map { Array($0.utf8) }
    self.after = Array(after.utf8)
  }

  func find(_ name: UnsafeBufferPointer<UInt8>) -> Found {
    if after.elementsEqual(name) { return .after }
    for (index, visit) in before.enumerated() where visit.elementsEqual(name) {
      return .before(index)
    }
    return .other
  }
}
