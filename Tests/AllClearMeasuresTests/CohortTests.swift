import Testing

@testable import AllClearMeasures

@Suite("Figures of a group of people")
struct CohortTests {
  private static func spread(_ values: [Double]) -> Spread {
    var spread = Spread()
    for value in values { spread.add(value) }
    return spread
  }

  private static func isNear(_ one: Double?, _ other: Double, by most: Double = 1e-9) -> Bool {
    one.map { abs($0 - other) <= most } ?? false
  }

  @Test("mean and deviation are those worked out by hand, by n - 1")
  func spread() {
    // 2 4 4 4 5 5 7 9: mean 5, squares 32, variance 32/7.
    let spread = Self.spread([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(spread.count == 8 && spread.mean == 5)
    #expect(Self.isNear(spread.variance, 32.0 / 7))
    #expect(Self.isNear(spread.deviation, 2.138_089_935_299_395))
  }

  @Test("one number has a mean and no deviation, none has neither")
  func tooFewForASpread() {
    #expect(Self.spread([3]).mean == 3 && Self.spread([3]).deviation == nil)
    #expect(Spread().mean == nil && Spread().deviation == nil && Spread().margin == nil)
  }

  @Test("numbers that are large and near each other keep their deviation")
  func largeNumbers() {
    #expect(Self.isNear(Self.spread([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).variance, 30))
  }

  @Test("g, its correction and its interval are those worked out by hand")
  func hedges() throws {
    // Means 2 and 5, both variances 1, 3 and 3 people: d = -3, J = 1 - 3/15 = 0.8, g = -2.4,
    // error = 0.8 × √(6/9 + 9/12) = 0.8 × √1.41667 = 0.952190.
    let g = try HedgesG(of: Self.spread([1, 2, 3]), against: Self.spread([4, 5, 6]))
    #expect(HedgesG.correction(freedom: 4) == 0.8)
    #expect(Self.isNear(g.value, -2.4))
    #expect(Self.isNear(g.interval.low, -2.4 - 1.866_258, by: 1e-5))
    #expect(Self.isNear(g.interval.high, -2.4 + 1.866_258, by: 1e-5))
    #expect(g.counts == (3, 3))
  }

  @Test("groups of different sizes weigh in the pooled deviation by n - 1")
  func unevenGroups() throws {
    // 0 2: variance 2; 1 1 1 5: mean 2, variance 4. Pooled √((2 + 12)/4) = √3.5; d = -1/√3.5.
    let g = try HedgesG(of: Self.spread([0, 2]), against: Self.spread([1, 1, 1, 5]))
    #expect(Self.isNear(g.value, -0.8 / 3.5.squareRoot()))
  }

  @Test("what is given the other way round has the other sign")
  func sign() throws {
    let (one, other) = (Self.spread([1, 2, 3]), Self.spread([2, 2, 5, 6]))
    let (g, back) = (
      try HedgesG(of: one, against: other), try HedgesG(of: other, against: one)
    )
    #expect(Self.isNear(g.value, -back.value) && Self.isNear(g.interval.low, -back.interval.high))
  }

  @Test("without people, with one alone and without any spread there is a reason and no number")
  func noG() {
    let two = Self.spread([1, 3])
    #expect(throws: NoFigure.nobody) { try HedgesG(of: Spread(), against: two) }
    #expect(throws: NoFigure.tooFew(needed: 2, found: 1)) {
      try HedgesG(of: two, against: Self.spread([4]))
    }
    #expect(throws: NoFigure.noSpread) {
      try HedgesG(of: Self.spread([2, 2]), against: Self.spread([3, 3, 3]))
    }
  }

  private static func together(_ pairs: [(Double, Double)]) -> Together {
    var together = Together()
    for (first, second) in pairs { together.add(first, second) }
    return together
  }

  @Test("a correlation and its interval are those worked out by hand")
  func correlation() throws {
    // Sums of squares 10 and 10, products 8: r = 0.8; atanh 0.8 = 1.098612, ± 1.959964/√2.
    let together = Self.together([(1, 2), (2, 1), (3, 4), (4, 3), (5, 5)])
    #expect(Self.isNear(try together.correlation(), 0.8))
    let interval = try #require(together.interval)
    #expect(Self.isNear(interval.low, -0.279_638, by: 1e-4))
    #expect(Self.isNear(interval.high, 0.986_196, by: 1e-4))
  }

  @Test(
    "tanh is the one of the tables", arguments: [(0.5, 0.462_117_157_26), (1.959_964, 0.961_113_7)])
  func tanh(x: Double, wanted: Double) {
    #expect(Self.isNear(Together.tanh(x), wanted, by: 1e-4))
    #expect(Self.isNear(Together.tanh(-x), -wanted, by: 1e-4))
  }

  @Test("a correlation takes three people, its interval four, and both some spread")
  func noCorrelation() {
    #expect(throws: NoFigure.nobody) { try Together().correlation() }
    #expect(throws: NoFigure.tooFew(needed: 3, found: 2)) {
      try Self.together([(1, 2), (2, 3)]).correlation()
    }
    #expect(throws: NoFigure.noSpread) {
      try Self.together([(1, 2), (1, 3), (1, 5)]).correlation()
    }
    #expect(Self.together([(1, 2), (2, 3), (3, 5)]).interval == nil)
    let line = Self.together([(1, 1), (2, 2), (3, 3), (4, 4)])
    #expect(line.interval.map { $0.low <= 1 && $0.high <= 1 } ?? false)
  }

  @Test("a share has Wilson's interval, as of the trial's 33 of 50")
  func share() throws {
    let interval = try #require(Share(33, of: 50).interval)
    #expect(interval.low.rounded() == 52 && interval.high.rounded() == 78)
    #expect(Share(0, of: 5).interval?.low == 0 && Share(5, of: 5).interval?.high == 100)
    #expect(Share(0, of: 0).percent == nil && Share(0, of: 0).interval == nil)
  }

  @Test("who told nothing after counts among all who began, and as not better")
  func intentionToTreat() {
    var group = CohortGroup()
    group.add(CohortPerson(before: 5, after: 1))
    group.add(CohortPerson(before: 5, after: 3.5))
    group.add(CohortPerson(before: 5, after: 4))
    group.add(CohortPerson(before: 6))
    group.add(CohortPerson(after: 0))
    group.add(CohortPerson(before: 0, after: 0))
    #expect(group.people == 6 && group.before.count == 5 && group.after.count == 5)
    #expect(group.littleOfAll == Share(3, of: 6) && group.littleOfCompleters == Share(3, of: 5))
    #expect(group.betterOfAll == Share(2, of: 6) && group.betterOfCompleters == Share(2, of: 4))
    #expect(group.fromZero == 1)
  }

  @Test("30% is met where it is reached exactly", arguments: [(10.0, 7.0), (3, 2.1), (4.5, 3.15)])
  func exactly(before: Double, after: Double) {
    var group = CohortGroup()
    group.add(CohortPerson(before: before, after: after))
    #expect(group.better == 1)
  }

  @Test("causes count by answer, their score by person, and both changes go together or not")
  func causes() throws {
    typealias Named = CohortPerson.Named
    var group = CohortGroup()
    let told: [(Double, Double, Int, Int)] = [(5, 1, 0, 3), (4, 2, 1, 2), (6, 6, 0, 0)]
    for (before, after, first, last) in told {
      group.add(
        CohortPerson(
          before: before, after: after, named: Named(mindBrain: first, of: 3),
          namedAfter: Named(mindBrain: last, of: 3)))
    }
    group.add(CohortPerson(before: 4, named: Named(mindBrain: 1, of: 2)))
    #expect(group.named == Share(2, of: 11) && group.namedBy == 4)
    #expect(group.namedAfter == Share(5, of: 9) && group.namedAfterBy == 3)
    #expect(Self.isNear(group.scoreChange.mean, 4.0 / 3))
    // Scores 3 1 0, pain -4 -2 0: sums 14/3 and 8, products -6: r = -6/√(14/3 × 8).
    #expect(Self.isNear(try group.together.correlation(), -0.981_980_506, by: 1e-8))
  }
}
