/// Why a reading of tables stops.
enum CohortStop: Error {
  /// People do not stand in order in this table.
  case unordered(CohortFile)
  case fault(CohortFault)

  /// What is wrong with a table.
  static func fault(_ file: CohortFile, _ error: CohortError) -> Self {
    .fault(CohortFault(file: file, error: error))
  }
}

/// Parts of people in the order of their names.
enum PartSource {
  /// A table as it stands, which has to be in order.
  case rows(OrderedRows)
  /// A sorted piece of a table.
  case piece(CohortFile, SortedParts, Int)

  /// The next part, or nil at the end.
  func next() throws(CohortStop) -> PersonPart? {
    switch self {
    case .rows(let rows): return try rows.next()
    case .piece(let file, let parts, let index):
      do throws(CohortError) { return try parts.next(of: index) } catch {
        throw .fault(file, error)
      }
    }
  }
}

/// A table in which people stand in order; it stops where they do not.
final class OrderedRows {
  private let rows: CohortRows
  private var last: PersonKey?

  init(_ rows: CohortRows) { self.rows = rows }

  /// The next part, or nil at the end.
  func next() throws(CohortStop) -> PersonPart? {
    let part: PersonPart?
    do throws(CohortError) { part = try rows.next() } catch { throw .fault(rows.file, error) }
    guard let part else { return nil }
    if let last, !(last < part.key) { throw .unordered(rows.file) }
    last = part.key
    return part
  }
}

/// Parts from several sources, each in order, as one in order.
struct MergedParts {
  private var heap: [(part: PersonPart, source: Int)] = []
  private let sources: [PartSource]

  init(_ sources: [PartSource]) throws(CohortStop) {
    self.sources = sources
    for index in sources.indices {
      guard let part = try sources[index].next() else { continue }
      heap.append((part, index))
      rise(heap.count - 1)
    }
  }

  /// The next part, or nil at the end.
  mutating func next() throws(CohortStop) -> PersonPart? {
    guard let first = heap.first else { return nil }
    if let part = try sources[first.source].next() {
      heap[0].part = part
    } else {
      let last = heap.removeLast()
      if !heap.isEmpty { heap[0] = last }
    }
    sink()
    return first.part
  }

  private func isBefore(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (heap[one], heap[other])
    if one.part.key != other.part.key { return one.part.key < other.part.key }
    return one.source < other.source
  }

  private mutating func rise(_ place: Int) {
    var place = place
    while place > 0, isBefore(place, (place - 1) / 2) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func sink() {
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
        if isBefore(child, least) { least = child }
      }
      guard least != place else { return }
      heap.swapAt(place, least)
      place = least
    }
  }
}
