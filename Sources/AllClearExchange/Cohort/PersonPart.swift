import AllClearMeasures

/// What some lines of a table say of one person; with the other parts it becomes a `CohortPerson`.
struct PersonPart: Hashable {
  var key: PersonKey
  /// The first of its lines.
  var line: Int
  var file: CohortFile
  var arm: UInt8 = Self.noArm
  /// Which of the visits before were told, by bits; what they say, and how many say anything.
  var seen: UInt16 = 0
  var sum = 0.0
  var count: UInt8 = 0
  var hasAfter = false
  var after: Double?
  var named = NamedPart()
  var namedAfter = NamedPart()

  static let noArm: UInt8 = 255

  /// Takes in another part of the same person, or nothing of it: then it says what is wrong.
  /// - Parameter further: counts causes for which there is no place any more.
  mutating func add(_ other: Self, further: inout Int) -> String? {
    if other.arm != Self.noArm, arm != Self.noArm, arm != other.arm {
      return "\(key.text) is in another arm here than on an earlier line; a person has one arm"
    }
    guard seen & other.seen == 0, !(hasAfter && other.hasAfter) else {
      return "\(key.text) has a line for the same visit already; keep one of them"
    }
    guard !named.clashes(with: other.named), !namedAfter.clashes(with: other.namedAfter) else {
      return "\(key.text) has a cause of the same visit and rank already; keep one of them"
    }
    if other.arm != Self.noArm { arm = other.arm }
    seen |= other.seen
    sum += other.sum
    count += other.count
    if other.hasAfter { (hasAfter, after) = (true, other.after) }
    further += named.add(other.named) + namedAfter.add(other.namedAfter)
    if other.file == .outcomes { file = .outcomes }
    return nil
  }

  /// The mean of the visits before that were answered, what came after, and causes.
  /// - Parameter visits: how many visits before there are.
  func person(of visits: Int) -> CohortPerson {
    var person = CohortPerson(
      before: count > 0 ? sum / Double(count) : nil, after: after, named: named.counted,
      namedAfter: namedAfter.counted)
    person.isBeforePartial = count > 0 && Int(count) < visits
    return person
  }
}

// MARK: - As bytes

extension PersonPart {
  /// Adds it to bytes: a length, numbers of fixed width, the name.
  func write(to bytes: inout [UInt8]) {
    let name = Array(key.text.utf8)
    func put<Number: FixedWidthInteger>(_ number: Number, _ bytes: inout [UInt8]) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    put(UInt16(name.count), &bytes)
    put(UInt64(line), &bytes)
    put(sum.bitPattern, &bytes)
    put((after ?? .nan).bitPattern, &bytes)
    put(seen, &bytes)
    bytes += [file == .outcomes ? 0 : 1, arm, count, hasAfter ? 1 : 0]
    bytes += [named.ranks, named.mindBrain, named.byFile]
    bytes += [namedAfter.ranks, namedAfter.mindBrain, namedAfter.byFile]
    bytes += name
  }

  /// How many bytes stand before the name.
  static let headBytes = 38

  /// Reads one; nil where it is not whole yet, else with its length.
  static func read(_ bytes: UnsafeRawBufferPointer) -> (part: Self, length: Int)? {
    guard bytes.count >= headBytes else { return nil }
    func number<Number: FixedWidthInteger>(_ at: Int, _: Number.Type) -> Number {
      Number(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: Number.self))
    }
    let length = headBytes + Int(number(0, UInt16.self))
    guard bytes.count >= length else { return nil }
    let name = String(decoding: bytes[headBytes..<length], as: UTF8.self)
    var part = Self(
      key: PersonKey(name), line: Int(number(2, UInt64.self)),
      file: bytes[28] == 0 ? .outcomes : .causes)
    part.sum = Double(bitPattern: number(10, UInt64.self))
    let after = Double(bitPattern: number(18, UInt64.self))
    part.after = after.isNaN ? nil : after
    part.seen = number(26, UInt16.self)
    part.arm = bytes[29]
    part.count = bytes[30]
    part.hasAfter = bytes[31] == 1
    part.named = NamedPart(ranks: bytes[32], mindBrain: bytes[33], byFile: bytes[34])
    part.namedAfter = NamedPart(ranks: bytes[35], mindBrain: bytes[36], byFile: bytes[37])
    return (part, length)
  }
}
