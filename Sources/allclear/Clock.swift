import AllClearEngine
import CNcurses

/// The clocks of the machine: one that goes on while it sleeps, times the speed, and the calendar.
struct Clock {
  /// How many times faster practices and deadlines go.
  private(set) var speed: Int
  private let start = ac_boottime_ns()
  /// Where the speed was chosen: real time and elapsed time then.
  private var base: (real: Duration, elapsed: Duration) = (.zero, .zero)
  /// A calendar of its own, which runs with the elapsed time: a made-up patient's day.
  private var calendar: (wall: Wall, elapsed: Duration)?

  init(speed: Int = 1) { self.speed = speed }

  /// Real time since allclear began.
  var real: Duration { .nanoseconds(ac_boottime_ns() - start) }

  /// Both readings.
  var now: Now {
    let elapsed = elapsed
    guard let calendar else { return Now(elapsed: elapsed, wall: Self.wall) }
    var wall = calendar.wall
    wall.milliseconds += Int64((elapsed - calendar.elapsed) / .milliseconds(1))
    return Now(elapsed: elapsed, wall: wall)
  }

  private var elapsed: Duration { base.elapsed + (real - base.real) * speed }

  /// Goes on at another speed.
  mutating func run(at speed: Int) {
    base = (real, elapsed)
    self.speed = speed
  }

  /// Lets so much time be gone by.
  mutating func skip(_ time: Duration) { base.elapsed += max(time, .zero) }

  /// Takes a calendar of its own, which stands at this moment now.
  mutating func take(_ wall: Wall) { calendar = (wall, elapsed) }

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
