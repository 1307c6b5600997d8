import AllClearEngine
import Testing

@testable import AllClearExchange

@Suite struct ICalendarTests {
  private let plan: Plan = {
    var plan = Plan(
      Program(
        title: "", modules: [], beside: [], practices: [], pages: [],
        roles: Program.Roles(
          first: "", gate: "", recheck: "", flare: "", afterFlare: "", letter: "", crisis: ""),
        phrases: Phrases(texts: [:], months: [], days: [])), Digest(), from: wall(0).day)
    plan.entries = [Plan.Entry(name: "alarm", day: wall(30).day, minutes: 20)]
    return plan
  }()

  @Test func anEntryOfAWholeDaySaysNothingOfWhatItIsFor() {
    let text = ICalendar.text(plan, at: nil, now: wall(0))
    #expect(
      text.split(separator: "\r\n").joined(separator: "\n") == """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//A few minutes//EN
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        BEGIN:VEVENT
        UID:\(UUIDText.of("alarm"))
        DTSTAMP:20260101T180000Z
        DTSTART;VALUE=DATE:20260131
        DTEND;VALUE=DATE:20260201
        SUMMARY:A few minutes
        CLASS:PRIVATE
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR
        """)
    #expect(!text.contains("alarm") && !text.contains("pain") && !text.contains("allclear"))
  }

  @Test func withATimeItIsOnTheClockOfWhereverThePersonIs() {
    let text = ICalendar.text(plan, at: (19, 5), now: wall(0))
    #expect(text.contains("DTSTART:20260131T190500\r\nDURATION:PT20M\r\n"))
  }

  @Test func aLongLineIsFoldedAndNoCharacterIsCut() {
    let folded = ICalendar.folded("SUMMARY:" + String(repeating: "痛", count: 60))
    let lines = folded.split(separator: "\r\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") })
    #expect(ICalendar.escaped("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne")
  }
}
