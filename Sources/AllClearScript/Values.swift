/// Reads the small values of content: numbers, durations, times, yes and no, ids.
enum Values {
  /// Digits alone, at most six.
  static func whole(_ text: String) -> Int? {
    guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy(isDigit) else { return nil }
    return Int(text)
  }

  /// `90s` or `3m`, in seconds; a bare number has no unit and is none.
  static func duration(_ text: String) -> Int? {
    guard let unit = text.last, unit == "s" || unit == "m",
      let number = whole(String(text.dropLast()))
    else { return nil }
    return unit == "s" ? number : number * 60
  }

  /// `m:ss`, in seconds.
  static func time(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2, parts[0].utf8.count <= 2,
      let minutes = whole(String(parts[0])), let seconds = whole(String(parts[1])), seconds < 60
    else { return nil }
    return minutes * 60 + seconds
  }

  /// As `m:ss`.
  static func time(_ seconds: Int) -> String {
    "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
  }

  static func bool(_ text: String) -> Bool? {
    switch text {
    case "yes", "true": true
    case "no", "false": false
    default: nil
    }
  }

  /// Lower-case letters, digits and hyphens, a letter first, at most 64; no word of conditions.
  static func isID(_ text: String) -> Bool {
    guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first),
      text.utf8.count <= 64, !["not", "and", "or", "has"].contains(text)
    else { return false }
    return text.utf8.allSatisfy {
      isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-")
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
