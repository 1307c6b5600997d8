import AllClearEngine
import Foundation
import Testing

@testable import AllClearExchange

let sitting = "0b2f7c1e-1111-4222-8333-444455556666"

/// A moment on a day in 2026, where local time is an hour ahead.
func wall(_ day: Int, _ hour: Int = 19, minute: Int = 0) -> Wall {
  let number = Int64(CivilDay(year: 2026, month: 1, day: 1).number + day)
  return Wall(
    milliseconds: number * 86_400_000 + Int64(hour - 1) * 3_600_000 + Int64(minute) * 60_000 + 7,
    offset: 60)
}
