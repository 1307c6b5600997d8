import AllClearEngine
import CNcurses

/// The clocks of the machine: one that goes on while it sleeps, times the speed, and the calendar.
struct Clock {
  /// How many times faster practices and deadlines go.
  var speed = 1
  private let start = ac_boottime_ns()

  /// Real time since allclear began.
  var real: Duration { .nanoseconds(ac_boottime_ns() - start) }

  /// Both readings.
  var now: Now { Now(elapsed: real * speed, wall: Self.wall) }

  /// The calendar.
  static var wall: Wall {
    let milliseconds = ac_wall_ms()
    return Wall(
      milliseconds: milliseconds, offset: Int(ac_utc_offset_minutes(milliseconds)))
  }

  /// Real milliseconds until a deadline, rounded up; nil for none.
  func milliseconds(until deadline: Duration?) -> Int? {
    guard let deadline else { return nil }
    let left = max(deadline - now.elapsed, .zero) / speed
    let (seconds, attoseconds) = left.components
    return Int(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
