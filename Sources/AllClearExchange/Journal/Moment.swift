import AllClearEngine

/// A moment as text that keeps its milliseconds and the offset of where the person was:
/// `2026-11-23T19:03:11.123+01:00`.
enum Moment {
  static func text(_ wall: Wall) -> String {
    let day = wall.day
    let rest = wall.milliseconds + Int64(wall.offset) * 60_000 - Int64(day.number) * 86_400_000
    let (seconds, milliseconds) = (Int(rest / 1000), Int(rest % 1000))
    let ahead = abs(wall.offset)
    return day.iso + "T" + padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":"
      + padded(seconds % 60, 2) + "." + padded(milliseconds, 3) + (wall.offset < 0 ? "-" : "+")
      + padded(ahead / 60, 2) + ":" + padded(ahead % 60, 2)
  }

  static func wall(_ text: String) -> Wall? {
    let bytes = Array(text.utf8)
    func number(_ from: Int, _ count: Int) -> Int? {
      let digits = bytes[from..<from + count]
      guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    func isAt(_ index: Int, _ character: Unicode.Scalar) -> Bool {
      bytes[index] == UInt8(ascii: character)
    }
    guard bytes.count == 29, isAt(10, "T"), isAt(13, ":"), isAt(16, ":"), isAt(19, "."),
      isAt(23, "+") || isAt(23, "-"), isAt(26, ":"),
      let day = CivilDay(iso: String(decoding: bytes[..<10], as: UTF8.self)),
      let hour = number(11, 2), hour < 24, let minute = number(14, 2), minute < 60,
      let second = number(17, 2), second < 60, let millisecond = number(20, 3),
      let hours = number(24, 2), let minutes = number(27, 2), minutes < 60
    else { return nil }
    let offset = (isAt(23, "-") ? -1 : 1) * (hours * 60 + minutes)
    let local =
      Int64(day.number) * 86_400_000 + Int64(hour * 3600 + minute * 60 + second) * 1000
      + Int64(millisecond)
    return Wall(milliseconds: local - Int64(offset) * 60_000, offset: offset)
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
