import AllClearMeasures
import Testing

@Suite("How things stand against one's own beginning")
struct CourseTests {
  private static func week(
    _ day: Int, pain: Int? = nil, doing: Int? = nil, danger: Int? = nil, change: Int? = nil
  ) -> Course.Ratings {
    Course.Ratings(day: day, pain: pain, doing: doing, danger: danger, change: change)
  }

  private let beginning = week(0, pain: 5, doing: 6, danger: 7)

  @Test("pain two above the beginning at two check-ins five days apart rests movement")
  func worseTwice() {
    let checkIns = [Self.week(7, pain: 7), Self.week(12, pain: 7)]
    #expect(Course.isWorse(beginning: beginning, checkIns: checkIns))
    #expect(Course.standing(beginning: beginning, checkIns: checkIns) == .worse)
  }

  @Test("two such check-ins within four days are one bad stretch")
  func worseTooNear() {
    let checkIns = [Self.week(7, pain: 7), Self.week(11, pain: 8)]
    #expect(!Course.isWorse(beginning: beginning, checkIns: checkIns))
  }

  @Test("a better week between two bad ones begins the count anew")
  func worseBroken() {
    let checkIns = [Self.week(0, pain: 7), Self.week(7, pain: 6), Self.week(14, pain: 7)]
    #expect(!Course.isWorse(beginning: beginning, checkIns: checkIns))
  }

  @Test("a week without a number neither breaks nor makes the count")
  func worseUnrated() {
    let checkIns = [Self.week(0, pain: 7), Self.week(7), Self.week(14, pain: 8)]
    #expect(Course.isWorse(beginning: beginning, checkIns: checkIns))
  }

  @Test("one 'much worse' is enough, with no number at all")
  func muchWorse() {
    #expect(Course.isWorse(beginning: nil, checkIns: [Self.week(7, change: -3)]))
    #expect(
      !Course.isWorse(
        beginning: nil, checkIns: [Self.week(7, change: -3), Self.week(14, change: -2)]))
  }

  @Test(
    "own word, or where that is left out pain, says that it is no worse; much pain says otherwise",
    arguments: [
      (week(7), false), (week(7, danger: 2), false),
      (week(7, change: 0), true), (week(7, change: 3), true), (week(7, change: -1), false),
      (week(7, pain: 5), true), (week(7, pain: 4), true), (week(7, pain: 6), false),
      (week(7, pain: 6, change: 0), true), (week(7, pain: 4, change: -1), false),
      (week(7, pain: 7, change: 0), false), (week(7, pain: 7, change: 3), false),
    ])
  func noWorse(_ checkIn: Course.Ratings, _ isNoWorse: Bool) {
    #expect(Course.isNoWorse(beginning: beginning, checkIn: checkIn) == isNoWorse)
    if isNoWorse { #expect(!Course.isWorse(beginning: beginning, checkIns: [checkIn])) }
  }

  @Test("without a beginning only one's own word says that it is no worse")
  func noWorseThanWhat() {
    #expect(!Course.isNoWorse(beginning: nil, checkIn: Self.week(7, pain: 0)))
    #expect(!Course.isNoWorse(beginning: Self.week(0), checkIn: Self.week(7, pain: 0)))
    #expect(Course.isNoWorse(beginning: nil, checkIn: Self.week(7, pain: 9, change: 0)))
  }

  @Test("little or no pain for two check-ins is much less, and so is half of it")
  func muchLess() {
    let little = [Self.week(21, pain: 1), Self.week(28, pain: 0)]
    #expect(Course.standing(beginning: beginning, checkIns: little) == .muchLess)
    #expect(
      Course.standing(beginning: Self.week(0, pain: 8), checkIns: [Self.week(28, pain: 4)])
        == .muchLess)
    #expect(
      Course.standing(beginning: Self.week(0, pain: 2), checkIns: [Self.week(28, pain: 1)])
        != .muchLess)
  }

  @Test("who begins with little pain is not said to have lost it")
  func littleFromTheStart() {
    let little = [Self.week(21, pain: 1), Self.week(28, pain: 1)]
    #expect(Course.standing(beginning: Self.week(0, pain: 1), checkIns: little) == .noChange)
  }

  @Test(
    "the same pain with more life is said as that",
    arguments: [
      week(28, pain: 5, doing: 4, danger: 7), week(28, pain: 5, doing: 6, danger: 4),
      week(28, pain: 5, change: 2), week(28, pain: 3),
    ])
  func moreLife(_ last: Course.Ratings) {
    #expect(Course.standing(beginning: beginning, checkIns: [last]) == .moreLife)
  }

  @Test("less fear of a movement counts with every number the same")
  func lessFear() {
    let same = [Self.week(28, pain: 5, doing: 6, danger: 7)]
    #expect(Course.standing(beginning: beginning, checkIns: same) == .noChange)
    #expect(
      Course.standing(beginning: beginning, checkIns: same, fears: [(first: 7, last: 3)])
        == .moreLife)
  }

  @Test("without numbers nothing is claimed")
  func unknown() {
    #expect(Course.standing(beginning: nil, checkIns: []) == .unknown)
    #expect(Course.standing(beginning: beginning, checkIns: []) == .unknown)
    #expect(Course.standing(beginning: nil, checkIns: [Self.week(7)]) == .unknown)
    #expect(Course.standing(beginning: nil, checkIns: [Self.week(7, pain: 3)]) == .unknown)
  }

  @Test(
    "two points or 30 of 100 parts are usually felt",
    arguments: [
      (5, 3, true), (5, 4, false), (3, 2, true), (4, 3, false), (0, 1, false), (5, 7, true),
    ])
  func felt(_ from: Int, _ to: Int, _ isFelt: Bool) {
    #expect(Change(from: from, to: to).isFelt == isFelt)
  }
}
