/// Parts of people in the order of their names, from any order: sorted in pieces that fit in memory,
/// which lie in a scratch file and are merged.
final class SortedParts {
  private let scratch: CohortScratch
  private var runs: [Run] = []

  /// So many parts are sorted at a time.
  private let piece: Int

  /// A sorted piece, as it lies in the scratch file.
  private struct Run {
    var at: Int
    var end: Int
    var bytes: [UInt8] = []
    var used = 0
  }

  init(_ scratch: CohortScratch, piece: Int = 32_768) {
    self.scratch = scratch
    self.piece = piece
  }

  /// Sorts everything that a table has.
  func take(_ rows: CohortRows) throws(CohortError) {
    var parts: [PersonPart] = []
    while let part = try rows.next() {
      parts.append(part)
      if parts.count == piece { try write(&parts) }
    }
    if !parts.isEmpty { try write(&parts) }
  }

  private func write(_ parts: inout [PersonPart]) throws(CohortError) {
    // One that came earlier stays before: its line is the earlier one.
    parts.sort { $0.key == $1.key ? $0.line < $1.line : $0.key < $1.key }
    var bytes: [UInt8] = []
    for part in parts { part.write(to: &bytes) }
    guard scratch.add(bytes) else { throw .noRoom }
    let at = runs.last?.end ?? 0
    runs.append(Run(at: at, end: at + bytes.count))
    parts.removeAll(keepingCapacity: true)
  }

  /// How many sorted pieces there are.
  var count: Int { runs.count }

  /// The next part of a piece, or nil at its end.
  func next(of index: Int) throws(CohortError) -> PersonPart? {
    while true {
      let found = runs[index].bytes.withUnsafeBytes { bytes in
        PersonPart.read(UnsafeRawBufferPointer(rebasing: bytes[runs[index].used...]))
      }
      if let found {
        runs[index].used += found.length
        return found.part
      }
      guard runs[index].at < runs[index].end else { return nil }
      try refill(index)
    }
  }

  private func refill(_ index: Int) throws(CohortError) {
    var bytes = Array(runs[index].bytes[runs[index].used...])
    let kept = bytes.count
    let wanted = min(16_384, runs[index].end - runs[index].at)
    bytes += [UInt8](repeating: 0, count: wanted)
    let at = runs[index].at
    let count = bytes.withUnsafeMutableBytes { buffer in
      scratch.read(at, UnsafeMutableRawBufferPointer(rebasing: buffer[kept...]))
    }
    guard count > 0 else { throw .noRoom }
    bytes.removeLast(wanted - count)
    runs[index].at += count
    runs[index].bytes = bytes
    runs[index].used = 0
  }
}
