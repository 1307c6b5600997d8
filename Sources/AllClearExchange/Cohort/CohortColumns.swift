import AllClearMeasures

/// Where the columns stand that a table of a cohort needs.
struct CohortColumns {
  var count: Int
  var participant: Int
  var visit: Int
  var arm: Int?
  var pain: Int?
  var cause: Int?
  var category: Int?
  var rank: Int?

  /// Finds them in a header.
  /// - Parameter hasArms: whether this table says who is in which arm.
  init(_ names: [String], of file: CohortFile, hasArms: Bool) throws(CohortError) {
    count = names.count
    func find(_ wanted: String...) -> Int? {
      wanted.lazy.compactMap { names.firstIndex(of: $0) }.first
    }
    func missing(_ name: String) -> CohortError {
      .header(
        "it has no column '\(name)'; it has: "
          + names.prefix(20).map { OneLine.of($0) }.joined(separator: ", ")
          + ". The first line has to name the columns; rename the one that holds it")
    }
    if let twice = names.first(where: { name in
      !name.isEmpty && names.count(where: { $0 == name }) > 1
    }) {
      throw .header("its column '\(OneLine.of(twice))' is there twice; rename one of them")
    }
    guard let participant = find("participant") else { throw missing("participant") }
    guard let visit = find("visit") else { throw missing("visit") }
    (self.participant, self.visit) = (participant, visit)
    arm = hasArms ? find("arm", "group") : nil
    switch file {
    case .outcomes:
      guard let pain = find("pain_avg", "pain") else { throw missing("pain_avg") }
      self.pain = pain
    case .causes:
      cause = find("cause")
      category = find("category")
      rank = find("rank")
      guard cause != nil || category != nil else { throw missing("cause") }
    }
  }
}

/// A cell that holds a number, or nothing.
enum CohortCell {
  case empty
  case number(Double)
  case other

  /// What stands for nothing in the tables of statistics programs.
  private static let nothing: [[UInt8]] = ["na", "n/a", "nan", "null", ".", "-"].map {
    Array($0.utf8)
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, decimalComma: Bool = false) {
    guard !bytes.isEmpty else {
      self = .empty
      return
    }
    let comma = decimalComma ? UInt8(ascii: ",") : UInt8(ascii: ".")
    var number = 0.0
    var digits = 0
    var scale = 0.0
    for byte in bytes {
      if byte >= 0x30, byte <= 0x39 {
        // Behind the point more digits than these change nothing that is told.
        if scale > 0, digits >= 15 { continue }
        number = number * 10 + Double(byte - 0x30)
        digits += 1
        scale *= 10
      } else if scale == 0, digits > 0, byte == UInt8(ascii: ".") || byte == comma {
        scale = 1
      } else {
        self =
          Self.nothing.contains { $0.elementsEqual(bytes.lazy.map(Self.small)) }
          ? .empty : .other
        return
      }
    }
    self = .number(scale > 1 ? number / scale : number)
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte
  }
}

extension CauseCategory {
  /// Reads a category, or one of the raters' raw ones that were merged into it (Ashar 2023).
  init?(anyName name: String) {
    let name = name.lowercased()
    switch name {
    case "job", "perinatal": self = .activity
    case "posture", "weight": self = .physiology
    case "diet": self = .other
    default: self.init(name: name)
    }
  }
}
