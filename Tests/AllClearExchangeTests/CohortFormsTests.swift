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
}
