/// The two readings of the clock that come with every event.
public struct Now: Hashable, Sendable {
  /// Boot-time clock, times the speed: practices and deadlines.
  public var elapsed: Duration
  /// The calendar: stamps records, decides days; never sped up.
  public var wall: Wall

  /// Makes a pair of readings.
  public init(elapsed: Duration, wall: Wall) {
    self.elapsed = elapsed
    self.wall = wall
  }
}

/// A moment of the calendar with the offset that held where the person was.
public struct Wall: Hashable, Sendable {
  /// Milliseconds since 1970-01-01 00:00 UTC.
  public var milliseconds: Int64
  /// Minutes that local time is ahead of UTC.
  public var offset: Int

  /// Makes a moment.
  public init(milliseconds: Int64, offset: Int = 0) {
    self.milliseconds = milliseconds
    self.offset = offset
  }

  private var localMilliseconds: Int64 { milliseconds + Int64(offset) * 60_000 }

  /// The day on the person's calendar.
  public var day: CivilDay {
    CivilDay(number: Int((Double(localMilliseconds) / 86_400_000).rounded(.down)))
  }

  /// The hour on the person's clock, 0 to 23.
  public var hour: Int {
    let day = Int64(day.number) * 86_400_000
    return Int((localMilliseconds - day) / 3_600_000)
  }

  /// Minutes past the hour on the person's clock, 0 to 59.
  public var minute: Int {
    let day = Int64(day.number) * 86_400_000
    return Int((localMilliseconds - day) / 60_000 % 60)
  }

  /// The time on the person's clock, as `9:05`.
  var clock: String { "\(hour):" + (minute < 10 ? "0" : "") + String(minute) }

  /// Whole minutes from an earlier moment to this one; negative when the clock was set back.
  public func minutes(since earlier: Wall) -> Int {
    Int((milliseconds - earlier.milliseconds) / 60_000)
  }
}

/// A day of the Gregorian calendar.
public struct CivilDay: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01.
  public var number: Int

  /// Makes a day from its number.
  public init(number: Int) {
    self.number = number
  }

  /// Makes a day from `2026-11-22`; `nil` when it is not such a date.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy({ ("0"..."9") ~= $0 }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
    let back = self.parts
    guard back.year == year, back.month == month, back.day == day else { return nil }
  }

  /// Makes a day from year, month and day (days-from-civil, Howard Hinnant's algorithm).
  public init(year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month (1–12), day (1–31).
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// As `2026-11-22`.
  public var iso: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (year, month, day) = parts
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// Earlier days come first.
  public static func < (left: CivilDay, right: CivilDay) -> Bool {
    left.number < right.number
  }
}
