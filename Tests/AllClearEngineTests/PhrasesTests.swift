import AllClearEngine
import Testing

@Suite("Phrases")
struct PhrasesTests {
  let phrases = Phrases(
    texts: [
      .leave: .plain("Leave"), .minutes: .plural(one: "{n} minute", other: "{n} minutes"),
      .nextModule: .plain("Next: {title}, {minutes}. {title}!"),
    ],
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ], days: [])

  @Test("A phrase says what the file says, and its own name where the file says nothing")
  func plain() {
    #expect(phrases(.leave) == "Leave")
    #expect(phrases(.goBack) == "go-back")
  }

  @Test(
    "A plural goes by its number", arguments: [(0, "0 minutes"), (1, "1 minute"), (2, "2 minutes")])
  func plural(number: Int, text: String) {
    #expect(phrases(.minutes, n: number) == text)
  }

  @Test("Each hole is filled wherever it stands, and what fills it is taken as it is")
  func holes() {
    #expect(
      phrases(.nextModule, ["title": "Story", "minutes": "15"]) == "Next: Story, 15. Story!")
    #expect(
      phrases(.nextModule, ["title": "{minutes}", "minutes": "{title}"])
        == "Next: {minutes}, {title}. {minutes}!")
    #expect(phrases(.nextModule, ["title": "Story"]) == "Next: Story, {minutes}. Story!")
  }

  @Test("A day has its year only where that is another than today's")
  func dates() throws {
    let today = try #require(CivilDay(iso: "2026-11-22"))
    #expect(phrases.date(today, today: today) == "22 November")
    let earlier = try #require(CivilDay(iso: "2025-05-03"))
    #expect(phrases.date(earlier, today: today) == "3 May 2025")
    #expect(
      Phrases(texts: [:], months: [], days: []).date(earlier, today: today) == "3 5 2025")
  }
}
