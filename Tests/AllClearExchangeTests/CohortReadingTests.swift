import AllClearEngine
import AllClearMeasures
import Testing

@testable import AllClearExchange

@Suite("A caseload, read from tables")
struct CohortReadingTests {
  /// Two arms of two and three people; one tells nothing after.
  static let outcomes = """
    participant,arm,visit,pain_avg,odi
    1,prt,eligibility,6,10
    1,prt,pre,4,
    1,prt,post,1,
    2,prt,eligibility,5,
    2,prt,pre,NA,
    2,prt,post,0,
    3,usual,eligibility,3,
    3,usual,pre,4,
    3,usual,week1,99,
    3,usual,post,4,
    10,usual,eligibility,5,
    10,usual,pre,5,
    10,usual,post,2,
    11,usual,pre,7,

    """
  static let causes = #"""
    participant,visit,rank,cause,category,mind_brain
    1,pre,1,"a fall, long ago",injury,0
    1,pre,2,sitting,sedentary,0
    1,pre,3,my job,stress,1
    1,post,1,fear,psychological,1
    1,post,2,"alarm, ""learned""",brain,1
    1,post,3,my job,stress,1
    2,pre,1,disc,spinal condition,0
    2,post,1,stress,psychological,1
    3,pre,1,disc,spinal,0
    3,post,1,disc,spinal,0
    10,pre,1,weight,weight,0
    10,post,1,work,job,0
    11,pre,1,age,age,0

    """#

  private static func read(
    outcomes: String? = outcomes, causes: String? = causes,
    _ change: (inout CohortTables) -> Void = { _ in }
  ) throws(CohortFault) -> Cohort {
    var tables = CohortTables(outcomes: outcomes, causes: causes)
    change(&tables)
    return try tables.read()
  }

  @Test("people come together from both tables, with the mean of both visits before")
  func figures() throws {
    let cohort = try Self.read()
    #expect(cohort.arms.map(\.name) == ["prt", "usual"])
    let prt = try #require(cohort["prt"])
    #expect(prt.people == 2 && prt.before.mean == 5 && prt.after.mean == 0.5)
    #expect(prt.littleOfAll == Share(2, of: 2) && prt.betterOfAll == Share(2, of: 2))
    #expect(prt.named == Share(1, of: 4) && prt.namedAfter == Share(4, of: 4))
    let usual = try #require(cohort["usual"])
    #expect(usual.people == 3 && usual.after.count == 2)
    #expect(usual.littleOfAll == Share(0, of: 3) && usual.betterOfAll == Share(1, of: 3))
    #expect(usual.named == Share(0, of: 3) && usual.namedAfter == Share(0, of: 2))
    #expect(cohort.byFile == 13 && cohort.byWords == 0 && cohort.missingVisits.isEmpty)
  }

  @Test("who answered one of the visits before, or named more causes later, is told")
  func partly() throws {
    let text = try Self.read().text(plain: false).replacing("\n    ", with: " ")
    #expect(text.contains("Not all of these visits were answered: prt 1 of 2, usual 1 of 3."))
    let causes = Self.causes + "2,post,2,age,age,0\n"
    let uneven = try Self.read(causes: causes).text(plain: false).replacing("\n    ", with: " ")
    #expect(uneven.contains("Named more or fewer causes after than before: prt 1 of 2."))
  }

  static func shuffled(_ text: String, seed: UInt64) -> String {
    var dice = Dice(seed: seed)
    let lines = text.split(separator: "\n")
    let rest = lines.dropFirst().shuffled(using: &dice)
    return ([lines[0]] + rest).joined(separator: "\n")
  }

  @Test("the order of lines does not matter", arguments: 1...20 as ClosedRange<UInt64>)
  func anyOrder(seed: UInt64) throws {
    let wanted = try Self.read()
    let found = try Self.read(
      outcomes: Self.shuffled(Self.outcomes, seed: seed),
      causes: Self.shuffled(Self.causes, seed: seed + 100))
    #expect(found.text(plain: false) == wanted.text(plain: false))
    #expect(found.csv == wanted.csv)
  }

  @Test("a pipe that is read once gives the same, in whatever order it is")
  func once() throws {
    let wanted = try Self.read()
    #expect(try Self.read { $0.isOnce = true } == wanted)
    let found = try Self.read(outcomes: Self.shuffled(Self.outcomes, seed: 3)) { $0.isOnce = true }
    #expect(found.csv == wanted.csv)
  }

  @Test("many people in many sorted pieces come out as they went in")
  func pieces() throws {
    var dice = Dice(seed: 7)
    let lines = (0..<500).map { "p\($0),pre,\($0 % 11)" }.shuffled(using: &dice)
    let text = (["participant,visit,pain"] + lines).joined(separator: "\n")
    let state = CohortState(CohortOptions()) { _ in false }
    let fill = try #require(CohortTables.input(Array(text.utf8)).open())
    let rows = try CohortRows(.outcomes, ByteRows(fill), state, hasArms: true, progress: nil)
    let parts = SortedParts(CohortTables.scratch(), piece: 7)
    try parts.take(rows)
    #expect(parts.count == 72)
    var merged = try MergedParts((0..<parts.count).map { .piece(.outcomes, parts, $0) })
    var found: [PersonPart] = []
    while let part = try merged.next() { found.append(part) }
    #expect(found.map(\.key) == found.map(\.key).sorted())
    #expect(Set(found.map { "\($0.key.text),pre,\(Int($0.sum))" }) == Set(lines))
  }

  @Test("what is not in order and has no room to be sorted says so")
  func noRoom() {
    #expect(throws: CohortFault(file: .outcomes, error: .noRoom)) {
      try Self.read(outcomes: Self.shuffled(Self.outcomes, seed: 2)) { $0.hasRoom = false }
    }
  }

  @Test(
    "byte order mark, CR LF, semicolons, tabs, blanks and capitals of a header change nothing",
    arguments: ["bom", "crlf", "semicolons", "tabs", "blanks", "capitals", "no last end"])
  func forms(form: String) throws {
    var text = Self.outcomes
    switch form {
    case "bom": text = "\u{feff}" + text
    case "crlf": text = text.replacing("\n", with: "\r\n")
    case "semicolons": text = text.replacing(",", with: ";")
    case "tabs": text = text.replacing(",", with: "\t")
    case "blanks": text = text.replacing(",", with: " , ").replacing("\n1 ", with: "\n\n 1 ")
    case "capitals": text = text.replacing("participant,arm", with: "Participant,ARM")
    default: text.removeLast()
    }
    #expect(try Self.read(outcomes: text).csv == Self.read().csv)
  }

  @Test("where semicolons part the columns a number may have a comma")
  func decimalComma() throws {
    let text = "participant;visit;pain\n1;pre;4,5\n1;post;\"3,25\"\n"
    let cohort = try Self.read(outcomes: text, causes: nil)
    #expect(cohort["everyone"]?.before.mean == 4.5 && cohort["everyone"]?.after.mean == 3.25)
  }

  @Test("a cause may have commas, quotation marks and ends of lines in it")
  func quotedCause() throws {
    let text =
      "participant,visit,cause\n1,pre,\"a \"\"bad\"\"\nback,\r\nand stress\"\n1,post,none\n"
    let cohort = try Self.read(outcomes: nil, causes: text)
    #expect(cohort["everyone"]?.named == Share(1, of: 1))
    #expect(cohort["everyone"]?.namedAfter == Share(0, of: 1))
    #expect(cohort.byWords == 2 && !cohort.hasPain)
  }

  @Test("a cause without a category is coded by its words, and how many is told")
  func coded() throws {
    let text = Self.causes.replacing("stress,psychological,1", with: "stress,,1")
    let cohort = try Self.read(causes: text)
    #expect(cohort.byFile == 12 && cohort.byWords == 1)
    #expect(cohort["prt"]?.namedAfter == Share(4, of: 4))
    #expect(
      cohort.text(plain: false).contains("12 as the file says (its category), 1 by their words"))
  }

  @Test("a fourth cause is left aside, and people without an arm or outcomes are, each told")
  func leftOut() throws {
    let cohort = try Self.read(
      outcomes: Self.outcomes + "12,,pre,5,\n",
      causes: Self.causes + "1,pre,4,x,stress,1\n13,pre,1,x,age,0\n")
    #expect(cohort.further == 1 && cohort.withoutArm == 1 && cohort.onlyCauses == 1)
    #expect(cohort["prt"]?.named == Share(1, of: 4))
    let text = cohort.text(plain: true)
    #expect(text.contains("Left out: 1 person who has no arm."))
    #expect(text.contains("Left out: 1 cause beyond the third of a visit."))
  }

  @Test("other visits can be named, and visits that are not there are told with those that are")
  func visits() throws {
    let cohort = try Self.read(causes: nil) {
      $0.options.before = ["pre"]
      $0.options.after = "month12"
    }
    #expect(cohort["usual"]?.before.mean == 16.0 / 3 && cohort["usual"]?.after.count == 0)
    let said = try #require(cohort.missingVisits.first)
    #expect(said.contains("no line of the visit month12; it has: eligibility, post, week1."))
    #expect(cohort.text(plain: false).contains("--after names another"))
  }

  @Test("the arm that others are compared with can be named, and has to be there")
  func reference() throws {
    #expect(try Self.read { $0.options.reference = "usual" }.arms.map(\.name) == ["usual", "prt"])
    #expect(
      throws: CohortFault(
        file: .outcomes, error: .header("it has no arm 'none'; it has: prt, usual"))
    ) {
      try Self.read { $0.options.reference = "none" }
    }
  }

  // MARK: - What is wrong

  private static func refusals(_ outcomes: String?, _ causes: String? = nil) -> [String] {
    do {
      _ = try read(outcomes: outcomes, causes: causes)
      return []
    } catch {
      switch error.error {
      case .refused(let lines, _): return lines.map { "\($0.line): \($0.why)" }
      case .line(let line, let why): return ["\(line): \(why)"]
      case .header(let why): return [why]
      case .unreadable, .noRoom: return ["\(error.error)"]
      }
    }
  }

  @Test(
    "a line that cannot be counted is named, with what to do",
    arguments: [
      ("1,a,pre,11", "2: pain '11' is no number from 0 to 10"),
      ("1,a,pre,-1", "2: pain '-1' is no number from 0 to 10"),
      ("1,a,post,much", "2: pain 'much' is no number from 0 to 10"),
      ("1,a,pre", "2: it has 3 columns and the header has 4"),
      (",a,pre,1", "2: it names no participant"),
      ("1,a,pre,1\n1,b,post,1", "3: 1 is in another arm here than on an earlier line"),
      ("1,a,pre,1\n2,a,pre,1\n1,a,pre,2", "4: 1 has a line for the same visit already"),
      ("1,a,post,1\n1,a,post,", "3: 1 has a line for the same visit already"),
    ])
  func refused(lines: String, wanted: String) {
    let found = Self.refusals("participant,arm,visit,pain_avg\n" + lines + "\n")
    #expect(found.count == 1 && found.first?.hasPrefix(wanted) == true, "\(found)")
  }

  @Test(
    "so is a line of causes",
    arguments: [
      ("1,pre,1,x,tension", "2: 'tension' is no category; leave it empty"),
      ("1,pre,first,x,age", "2: rank 'first' is no whole number from 1"),
      ("1,pre,1,x,age\n1,pre,1,y,age", "3: 1 has a cause of the same visit and rank already"),
    ])
  func refusedCause(lines: String, wanted: String) {
    let found = Self.refusals(nil, "participant,visit,rank,cause,category\n" + lines + "\n")
    #expect(found.count == 1 && found.first?.hasPrefix(wanted) == true, "\(found)")
  }

  @Test("lines that cannot be counted are left out where that is asked for, and counted")
  func skipped() throws {
    let text = Self.outcomes + "12,prt,pre,11,\n13,prt,pre\n"
    let cohort = try Self.read(outcomes: text) { $0.options.skipsBad = true }
    #expect(cohort.leftOut == 2 && cohort["prt"]?.people == 2)
    #expect(cohort.text(plain: false).contains("Left out: 2 lines that could not be counted."))
  }

  @Test(
    "a header that will not do says what it has and what to do",
    arguments: [
      ("", "it is empty"), ("id,visit,pain_avg\n", "no column 'participant'; it has: id, visit"),
      ("participant,pain_avg\n", "no column 'visit'"),
      ("participant,visit\n", "no column 'pain_avg'"),
      ("participant,visit,visit,pain\n", "'visit' is there twice"),
    ])
  func headers(text: String, wanted: String) {
    #expect(Self.refusals(text).first?.contains(wanted) == true, "\(Self.refusals(text))")
  }

  @Test("a quotation mark that is not closed is told by its line, however long the file")
  func openQuote() {
    let rest = String(
      repeating:
        "1,pre,a cause that is as long as some are, and longer than it has to be, since it goes on and on until the line is long\n",
      count: 4_000)
    let found = Self.refusals(nil, "participant,visit,cause\n1,pre,x\n2,pre,\"open\n" + rest)
    #expect(found.first?.hasPrefix("3: ") == true && found.first?.contains("not closed") == true)
  }

  @Test("whatever the bytes, it ends with figures or with a fault")
  func anyBytes() {
    var dice = Dice(seed: 5)
    let pieces = [
      "1", "2", "prt", ",", ",", "\n", "\"", "\r", "pre", "post", "5", "\u{0}", "ä", ";",
    ]
    for _ in 0..<300 {
      let text = (0..<60).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
      _ = Self.refusals("participant,arm,visit,pain\n" + text)
      _ = Self.refusals(nil, "participant,visit,cause\n" + text)
    }
  }
}
