public import AllClearEngine

/// A plan as iCalendar (RFC 5545): whoever looks at the calendar reads nothing of what it is for.
public struct ICalendar {
  /// What stands in the calendar.
  public static let title = "A few minutes"

  /// Writes a plan.
  /// - Parameters:
  ///   - time: hour and minute on the person's clock, wherever they are; whole days without it.
  ///   - now: when it is written.
  public static func text(_ plan: Plan, at time: (hour: Int, minute: Int)?, now: Wall) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//A few minutes//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
    ]
    for entry in plan.entries {
      lines += [
        "BEGIN:VEVENT", "UID:\(UUIDText.of(entry.name))", "DTSTAMP:\(stamp(now))",
      ]
      if let time {
        let clock = Moment.padded(time.hour, 2) + Moment.padded(time.minute, 2)
        lines += [
          "DTSTART:\(date(entry.day))T\(clock)00", "DURATION:PT\(max(1, entry.minutes))M",
        ]
      } else {
        lines += [
          "DTSTART;VALUE=DATE:\(date(entry.day))",
          "DTEND;VALUE=DATE:\(date(CivilDay(number: entry.day.number + 1)))",
        ]
      }
      lines += [
        "SUMMARY:\(escaped(title))", "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  private static func date(_ day: CivilDay) -> String { day.iso.filter { $0 != "-" } }

  private static func stamp(_ now: Wall) -> String {
    let utc = Wall(milliseconds: now.milliseconds)
    let seconds = Int(utc.milliseconds / 1000 - Int64(utc.day.number) * 86_400) % 60
    return date(utc.day) + "T" + Moment.padded(utc.hour, 2) + Moment.padded(utc.minute, 2)
      + Moment.padded(seconds, 2) + "Z"
  }

  /// A text as a value.
  static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
      .replacing("\n", with: "\\n")
  }

  /// A line of at most 75 bytes; what is longer goes on behind a space on the next.
  static func folded(_ line: String) -> String {
    var out = ""
    var length = 0
    for character in line.unicodeScalars {
      let bytes = UTF8.width(character)
      if length + bytes > 75 {
        out += "\r\n "
        length = 1
      }
      out.unicodeScalars.append(character)
      length += bytes
    }
    return out
  }
}
