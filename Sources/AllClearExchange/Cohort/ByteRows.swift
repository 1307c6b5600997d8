import Glibc

/// The rows of a table in comma-separated values, piece by piece: files of millions of lines take no
/// more memory than short ones.
///
/// As RFC 4180 has them, with quotation marks, ends of lines within them, CR LF, a byte order mark, and
/// semicolons or tabs where the header has those.
final class ByteRows {
  /// Fills a buffer and says how many bytes came; 0 at the end, -1 where it cannot be read.
  typealias Fill = (UnsafeMutableRawBufferPointer) -> Int

  /// The line on which the row that was read last begins.
  private(set) var line = 0
  /// How many fields it has.
  private(set) var count = 0
  /// How many bytes were read so far.
  private(set) var taken = 0
  /// What stands between fields.
  private(set) var separator = UInt8(ascii: ",")

  private let fill: Fill
  private let bytes: UnsafeMutablePointer<UInt8>
  private let fields: UnsafeMutablePointer<Field>
  private var start = 0
  private var end = 0
  private var nextLine = 1
  private var isAtEnd = false

  private struct Field {
    var start: Int
    var end: Int
    /// Quotation marks stand twice in it.
    var isDoubled: Bool
  }

  private static let room = 1 << 20
  /// A row that is longer is none: a quotation mark was not closed.
  private static let longest = 1 << 16
  private static let mostFields = 1024

  init(_ fill: @escaping Fill) {
    self.fill = fill
    bytes = .allocate(capacity: Self.room)
    fields = .allocate(capacity: Self.mostFields)
  }

  deinit {
    bytes.deallocate()
    fields.deallocate()
  }

  /// Reads the first row as names, in small letters.
  func header() throws(CohortError) -> [String] {
    // A pipe brings as little at a time as it likes.
    while memchr(bytes, 10, end) == nil, end <= Self.longest, try refill() {}
    if end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { start = 3 }
    if end >= 2, bytes[0] ^ bytes[1] == 1, bytes[0] | bytes[1] == 0xFF {
      throw .header("it is UTF-16; save it as CSV in UTF-8")
    }
    let first = UnsafeBufferPointer(start: bytes + start, count: end - start)
      .prefix { $0 != 10 }
    separator =
      [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].first { first.contains($0) }
      ?? separator
    guard try next() else { throw .header("it is empty: not even a header stands in it") }
    guard isUTF8 else {
      throw .header("its first line is not written in UTF-8; save the table as UTF-8")
    }
    return (0..<count).map { text($0).lowercased() }
  }

  /// Reads the next row that has anything in it; false at the end.
  func next() throws(CohortError) -> Bool {
    while true {
      if start == end, try !refill() { return false }
      line = nextLine
      try readRow()
      if count > 1 || fields[0].end > fields[0].start { return true }
    }
  }

  /// A field without the blanks around it; good until the next row is read.
  func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    var (from, to) = (fields[index].start, fields[index].end)
    while from < to, bytes[from] == 32 { from += 1 }
    while to > from, bytes[to - 1] == 32 { to -= 1 }
    return UnsafeBufferPointer(start: bytes + from, count: to - from)
  }

  /// Whether the row is text as it has to be; else names that differ might read the same.
  var isUTF8: Bool {
    let (from, to) = (fields[0].start, fields[count - 1].end)
    return UnsafeRawBufferPointer(start: bytes + from, count: to - from).isUTF8
  }

  /// A field as a text.
  func text(_ index: Int) -> String {
    let text = String(decoding: field(index), as: UTF8.self)
    return fields[index].isDoubled ? text.replacing("\"\"", with: "\"") : text
  }

  // MARK: - Rows

  private func readRow() throws(CohortError) {
    var from = start
    while true {
      if let found = memchr(bytes + from, 10, end - from) {
        let place = UnsafeMutablePointer(mutating: bytes).distance(
          to: found.assumingMemoryBound(to: UInt8.self))
        nextLine += 1
        guard try split(to: place) else {
          from = place + 1
          guard from - start <= Self.longest else { throw open }
          continue
        }
        start = place + 1
        return
      }
      if isAtEnd {
        guard try split(to: end) else { throw open }
        start = end
        return
      }
      guard end - start <= Self.longest else {
        throw .line(line, "this row is longer than 64 KB; is a quotation mark not closed?")
      }
      let looked = end - start
      _ = try refill()
      from = start + looked
    }
  }

  private var open: CohortError {
    .line(line, "a quotation mark is not closed in this row")
  }

  /// Finds the fields of a row that ends there; false where it ends within quotation marks.
  private func split(to place: Int) throws(CohortError) -> Bool {
    var end = place
    if end > start, bytes[end - 1] == 13 { end -= 1 }
    count = 0
    var at = start
    while true {
      guard count < Self.mostFields else { throw .line(line, "it has more than 1024 columns") }
      if at < end, bytes[at] == 0x22 {
        guard let close = quoted(from: at + 1, to: end) else { return false }
        at = close
      } else {
        let from = at
        while at < end, bytes[at] != separator { at += 1 }
        fields[count] = Field(start: from, end: at, isDoubled: false)
      }
      count += 1
      guard at < end else { return true }
      at += 1
    }
  }

  /// Takes in a field in quotation marks; where it ends, or nil where that is not in this row.
  private func quoted(from: Int, to end: Int) -> Int? {
    var at = from
    var isDoubled = false
    while at < end {
      if bytes[at] != 0x22 {
        at += 1
      } else if at + 1 < end, bytes[at + 1] == 0x22 {
        isDoubled = true
        at += 2
      } else {
        fields[count] = Field(start: from, end: at, isDoubled: isDoubled)
        // What stands behind the closing mark belongs to nothing.
        while at < end, bytes[at] != separator { at += 1 }
        return at
      }
    }
    return nil
  }

  /// Moves what is left to the front and reads on; false where nothing more came.
  private func refill() throws(CohortError) -> Bool {
    guard !isAtEnd else { return false }
    if start > 0 {
      memmove(bytes, bytes + start, end - start)
      end -= start
      start = 0
    }
    let free = UnsafeMutableRawBufferPointer(start: bytes + end, count: Self.room - end)
    let count = fill(free)
    guard count >= 0 else { throw .unreadable }
    isAtEnd = count == 0
    end += count
    taken += count
    return count > 0
  }
}
