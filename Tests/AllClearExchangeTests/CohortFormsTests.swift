import AllClearMeasures
import Testing

@testable import AllClearExchange

@Suite("A caseload, in the forms that programs write tables in")
struct CohortFormsTests {
  @Test("a number may have as many digits as a program writes")
  func manyDigits() throws {
    let text = "participant,visit,pain\n1,pre,10.000000000000000\n1,post,3.3333333333333335\n"
    let group = try #require(try CohortTables(outcomes: text).read()["everyone"])
    #expect(group.before.mean == 10)
    #expect(abs((group.after.mean ?? 0) - 10.0 / 3) < 1e-12)
  }

  @Test("a number too large is refused, however many digits it has")
  func tooLarge() {
    let text = "participant,visit,pain\n1,pre,10000000000000000000.5\n"
    #expect(throws: CohortFault.self) { try CohortTables(outcomes: text).read() }
  }

  @Test("causes without ranks stand in any order too", arguments: 1...20 as ClosedRange<UInt64>)
  func withoutRanks(seed: UInt64) throws {
    let outcomes = CohortReadingTests.outcomes
    // All four of this visit are of one kind: whichever comes last is left aside.
    let ranked = CohortReadingTests.causes + "1,post,4,worry,stress,1\n"
    let causes = ranked.replacing("visit,rank,", with: "visit,")
      .replacing(#/(pre|post),\d,/#) { "\($0.1)," }
    let wanted = try CohortTables(outcomes: outcomes, causes: ranked).read()
    #expect(try CohortTables(outcomes: outcomes, causes: causes).read() == wanted)
    let shuffled = CohortReadingTests.shuffled(causes, seed: seed)
    let found = try CohortTables(outcomes: outcomes, causes: shuffled).read()
    #expect(found.text(plain: false) == wanted.text(plain: false))
    #expect(found.csv == wanted.csv)
    #expect(found.further == 1 && found.byFile == 13)
  }

  @Test("of causes without ranks the first three lines of a visit count, wherever they stand")
  func firstThree() throws {
    let kinds = ["stress", "age", "age", "stress", "stress"]
    let lines = kinds.map { "1,pre,,\($0)\n2,pre,,\($0)\n" }.joined()
    let cohort = try CohortTables(causes: "participant,visit,cause,category\n" + lines).read()
    #expect(cohort["everyone"]?.named == Share(2, of: 6))
    #expect(cohort.further == 4 && cohort.byFile == 6)
  }

  @Test("what is not UTF-8 is refused by its line, since two names might become one")
  func latin1() throws {
    let text = "participant,visit,pain\nMüll,pre,5\nA,pre,4\nMöll,pre,3\n"
    var tables = CohortTables(outcomes: text)
    #expect(try tables.read()["everyone"]?.people == 3)
    tables.isLatin1 = true
    let why = "it is not written in UTF-8; save the table as UTF-8"
    #expect(
      throws: CohortFault(
        file: .outcomes,
        error: .refused([.init(line: 2, why: why), .init(line: 4, why: why)], of: 2))
    ) { try tables.read() }
    tables.options.skipsBad = true
    #expect(try tables.read()["everyone"]?.people == 1)
    tables.outcomes = "participant,visit,pain,größe\n1,pre,5,\n"
    #expect(
      throws: CohortFault(
        file: .outcomes,
        error: .header("its first line is not written in UTF-8; save the table as UTF-8"))
    ) { try tables.read() }
  }

  @Test("a pipe may bring the header byte by byte", arguments: [1, 2, 3, 5])
  func slowPipe(piece: Int) throws {
    let text = "\u{feff}participant;visit;pain\n1;pre;4,5\n1;post;2\n"
    var tables = CohortTables(outcomes: text)
    tables.piece = piece
    let cohort = try tables.read()
    #expect(cohort["everyone"]?.before.mean == 4.5 && cohort["everyone"]?.after.mean == 2)
  }
}
