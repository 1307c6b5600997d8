import AllClearEngine
import Testing

@testable import AllClearExchange

@Suite struct DiaryTests {
  private func read(_ text: String) throws -> Diary {
    try Diary.read(text, app: "0.1.0", today: CivilDay(year: 2026, month: 6, day: 1)) { _ in 60 }
  }

  @Test func aRowIsACheckInOfItsDay() throws {
    let diary = try read(
      "Date, Pain ,fear,ease,note,mood\r\n2026-03-01,4,,6,\"Walked, a bit\",9\r\n")
    #expect(diary.refused.isEmpty)
    #expect(diary.ignored == ["mood"])
    #expect(diary.tables.sessions.map(\.module) == ["check-in"])
    #expect(
      diary.tables.rows.map { "\($0.kind) \($0.step) \($0.value)" } == [
        #"started  {"v":1}"#, #"answered pain {"v":1,"number":4}"#,
        #"answered doing {"v":1,"number":4}"#,
        #"answered went-well {"v":1,"text":"Walked, a bit"}"#,
        #"finished  {"v":1,"reason":"completed"}"#,
      ])
    #expect(
      diary.tables.rows.allSatisfy { $0.at.day.iso == "2026-03-01" && $0.origin == .imported })
  }

  @Test func theSameRowHasTheSameNameWhereverItStands() throws {
    let one = try read("date;pain\n2026-03-01;4\n2026-03-02;4\n")
    let other = try read("date;pain\n2026-03-02;4\n2026-03-02;4\n")
    #expect(one.tables.sessions.count == 2 && other.tables.sessions.count == 1)
    #expect(one.tables.sessions.last == other.tables.sessions.first)
  }

  @Test func whatCannotBeReadIsToldByLineAndAllOfIt() throws {
    let diary = try read(
      """
      date,pain,note
      2026-02-30,4,
      ,4,
      2026-03-01,11,
      2026-03-01,4.5,
      2026-03-01,,"two
      lines"
      2026-07-01,4,
      2026-03-01,,
      2026-03-01,4
      """)
    #expect(diary.refused.map(\.line) == [2, 3, 4, 5, 8, 9, 10])
    #expect(diary.tables.sessions.count == 1)
  }

  @Test(arguments: ["", "pain,fear\n1,2\n", "date,mood\n2026-03-01,4\n", "hello"])
  func whatIsNoDiaryIsUnknown(text: String) {
    #expect(throws: ExchangeError.unknown) { try read(text) }
  }

  @Test func aQuotationMarkThatIsNotClosedIsDamage() {
    #expect(throws: ExchangeError.self) { try read("date,note\n2026-03-01,\"open\n") }
  }
}
