import AllClearMeasures

/// Reads a table of a cohort as parts of people: lines of one person that stand together are one part.
final class CohortRows {
  let file: CohortFile
  private let rows: ByteRows
  private let state: CohortState
  private let visits: CohortVisits
  private let columns: CohortColumns
  /// Whether more than before and after is told of the visits.
  private var knowsVisits = (before: false, after: false)

  private var person: [UInt8] = []
  private var current: PersonPart?
  private var isOver = false
  private let progress: ((Int) -> Void)?
  private var told = 0

  /// After so many bytes it is told how far it is.
  private static let step = 8 << 20
  private static let longestName = 200

  init(
    _ file: CohortFile, _ rows: ByteRows, _ state: CohortState, hasArms: Bool,
    progress: ((Int) -> Void)?
  ) throws(CohortError) {
    self.file = file
    self.rows = rows
    self.state = state
    self.progress = progress
    columns = try CohortColumns(try rows.header(), of: file, hasArms: hasArms)
    // Causes were asked once before: at the last of the visits that pain is the mean of.
    let before = file == .outcomes ? state.options.before : Array(state.options.before.suffix(1))
    visits = CohortVisits(before: before, after: state.options.after)
  }

  /// The next part, or nil at the end.
  func next() throws(CohortError) -> PersonPart? {
    while !isOver, try rows.next() {
      if rows.taken - told > Self.step {
        told = rows.taken
        progress?(told)
      }
      guard rows.isUTF8 else {
        refuse("it is not written in UTF-8; save the table as UTF-8")
        continue
      }
      guard rows.count == columns.count else {
        refuse("it has \(rows.count) columns and the header has \(columns.count)")
        continue
      }
      let name = rows.field(columns.participant)
      if let part = current, person.elementsEqual(name) {
        if let row = row(of: part.key), let why = current?.add(row, further: &state.further) {
          refuse(why)
        }
        continue
      }
      guard !name.isEmpty, name.count <= Self.longestName else {
        refuse(
          name.isEmpty
            ? "it names no participant" : "its participant is longer than \(Self.longestName) bytes"
        )
        continue
      }
      let key = PersonKey(rows.text(columns.participant))
      guard let row = row(of: key) else { continue }
      let done = current
      current = row
      person.removeAll(keepingCapacity: true)
      person.append(contentsOf: name)
      if let done { return done }
    }
    isOver = true
    defer { current = nil }
    return current
  }

  private func refuse(_ why: String) {
    state.refusals[file, default: Refusals()].add(rows.line, why)
  }

  // MARK: - One row

  private func row(of key: PersonKey) -> PersonPart? {
    var part = PersonPart(key: key, line: rows.line, file: file)
    if let column = columns.arm {
      let name = rows.field(column)
      if !name.isEmpty {
        guard let arm = state.arm(name) else {
          refuse("it is in a 65th arm; is 'arm' the right column?")
          return nil
        }
        part.arm = arm
      }
    }
    let name = rows.field(columns.visit)
    switch visits.find(name) {
    case .other:
      if !(knowsVisits.before && knowsVisits.after) { state.note(file, otherVisit: name) }
      return part
    case .before(let index):
      note(isAfter: false)
      return fill(&part, before: index) ? part : nil
    case .after:
      note(isAfter: true)
      return fill(&part, before: nil) ? part : nil
    }
  }

  private func note(isAfter: Bool) {
    if isAfter ? knowsVisits.after : knowsVisits.before { return }
    if isAfter { knowsVisits.after = true } else { knowsVisits.before = true }
    state.found[file] = knowsVisits
  }

  /// Takes in what the row says of a visit; false where it cannot be counted.
  private func fill(_ part: inout PersonPart, before: Int?) -> Bool {
    if let column = columns.pain { return fillPain(&part, before: before, column: column) }
    return fillCause(&part, isAfter: before == nil)
  }

  private func fillPain(_ part: inout PersonPart, before: Int?, column: Int) -> Bool {
    let cell = CohortCell(rows.field(column), decimalComma: rows.separator != UInt8(ascii: ","))
    var value: Double?
    switch cell {
    case .empty: break
    case .number(let number) where (0...10).contains(number): value = number
    default:
      refuse(
        "pain '\(rows.text(column))' is no number from 0 to 10; leave it empty where nothing was "
          + "answered")
      return false
    }
    if let before {
      part.seen = 1 << UInt16(before)
      if let value { (part.sum, part.count) = (value, 1) }
    } else {
      (part.hasAfter, part.after) = (true, value)
    }
    return true
  }

  private func fillCause(_ part: inout PersonPart, isAfter: Bool) -> Bool {
    let category = columns.category.map { rows.field($0) }
    let isRated = category.map { !$0.isEmpty } ?? false
    let cause = isRated ? "" : columns.cause.map { rows.text($0) } ?? ""
    // A line that says nothing is no answer.
    guard isRated || cause.contains(where: { !$0.isWhitespace }) else { return true }
    var rank: Int?
    if let column = columns.rank {
      guard case .number(let number) = CohortCell(rows.field(column)), number >= 1,
        number.rounded() == number
      else {
        refuse("rank '\(rows.text(column))' is no whole number from 1")
        return false
      }
      guard number <= Double(NamedPart.most) else {
        state.further += 1
        return true
      }
      rank = Int(number)
    }
    let isMindBrain: Bool
    if isRated, let column = columns.category {
      guard let kind = CauseCategory(anyName: rows.text(column)) else {
        refuse(
          "'\(rows.text(column))' is no category; leave it empty to have the cause coded by its "
            + "words, or write one of: "
            + CauseCategory.allCases.map(\.name).joined(separator: ", "))
        return false
      }
      isMindBrain = kind.isMindBrain
    } else {
      isMindBrain = state.code(cause)
    }
    let named = NamedPart(rank: rank, isMindBrain: isMindBrain, isByFile: isRated)
    if isAfter { part.namedAfter = named } else { part.named = named }
    return true
  }
}
