import AllClearEngine
import Testing

@Suite("Days and clocks")
struct TimeTests {
  @Test(
    "A day has the number that the calendar gives it",
    arguments: [
      ("1900-01-01", -25567), ("1969-12-31", -1), ("1970-01-01", 0), ("1972-02-29", 789),
      ("2000-02-29", 11016), ("2000-03-01", 11017), ("2026-11-22", 20779), ("2100-12-31", 47846),
    ])
  func known(iso: String, number: Int) {
    #expect(CivilDay(iso: iso)?.number == number)
    #expect(CivilDay(number: number).iso == iso)
  }

  @Test("Every day from 1900 to 2100 comes back from its parts, and follows the day before")
  func roundTrip() {
    var last = CivilDay(year: 1899, month: 12, day: 31)
    while last.number < 47846 {
      let day = CivilDay(number: last.number + 1)
      let (year, month, date) = day.parts
      guard CivilDay(year: year, month: month, day: date) == day, last < day,
        date == 1 || date == last.parts.day + 1, CivilDay(iso: day.iso) == day
      else {
        Issue.record("\(day.iso) does not follow \(last.iso)")
        return
      }
      last = day
    }
  }

  @Test(
    "What is not a date makes no day",
    arguments: [
      "", "2026", "2026-13-01", "2026-00-10", "2026-02-30", "2025-02-29", "1900-02-29",
      "2026-1-01", "2026-01-1", "26-01-01", "2026-01-01-", "2026/01/01", "+026-01-01",
      "-026-01-01", "2026-+1-01", " 026-01-01",
    ])
  func notADate(text: String) {
    #expect(CivilDay(iso: text) == nil)
  }

  @Test(
    "The day and the hour are those of the person's own clock",
    arguments: [
      (Int64(0), 0, 0, 0, 0), (0, -60, -1, 23, 0), (0, 330, 0, 5, 30), (-1, 0, -1, 23, 59),
      (86_399_999, 0, 0, 23, 59), (86_400_000, 0, 1, 0, 0), (43_200_000, 720, 1, 0, 0),
      (1_763_800_000_000, 60, 20414, 9, 26), (-86_400_001, 0, -2, 23, 59),
    ])
  func local(milliseconds: Int64, offset: Int, day: Int, hour: Int, minute: Int) {
    let wall = Wall(milliseconds: milliseconds, offset: offset)
    #expect(wall.day.number == day)
    #expect(wall.hour == hour)
    #expect(wall.minute == minute)
  }

  @Test("When clocks change the hour jumps, and the minutes between do not")
  func daylightSaving() {
    // 2026-03-29 in Berlin: 01:59 UTC+1 is followed by 03:00 UTC+2.
    let before = Wall(milliseconds: 1_774_745_940_000, offset: 60)
    let after = Wall(milliseconds: 1_774_746_000_000, offset: 120)
    #expect(before.hour == 1 && before.minute == 59)
    #expect(after.hour == 3 && after.minute == 0)
    #expect(after.minutes(since: before) == 1)
    #expect(before.minutes(since: after) == -1)
    #expect(before.day == after.day)
  }
}
