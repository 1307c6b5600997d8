import AllClearEngine
import Testing

@testable import AllClearExchange

@Suite struct CSVTests {
  @Test(arguments: [
    ("=1+2", "'=1+2"), ("+4", "+4"), ("-1", "-1"), ("-1+cmd", "'-1+cmd"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "\"'\tx\""), ("\rx", "\"'\rx\""), ("--", "'--"), ("plain", "plain"),
    ("a,\"b\"", "\"a,\"\"b\"\"\""), ("two\nlines", "\"two\nlines\""), (" padded", "\" padded\""),
    ("", ""),
  ])
  func noTextIsTakenForAFormula(text: String, cell: String) {
    let got = CSV.Cell.text(text).text
    #expect(got == cell || got == cell.filter { $0 != "\"" })
  }

  @Test func whatIsWrittenIsReadBack() {
    let rows: [[CSV.Cell]] = [["a", "b, \"c\"\r\nd"], [7, .empty], [.flag(true), "痛み"]]
    let text = CSV.text(header: ["one", "two"], rows: rows)
    #expect(text.hasPrefix("one,two\r\na,"))
    #expect(
      CSV.rows(text, separator: ",")?.map(\.cells) == [
        ["one", "two"], ["a", "b, \"c\"\r\nd"], ["7", ""], ["yes", "痛み"],
      ])
    #expect(CSV.rows("a,\"b", separator: ",") == nil)
  }

  private func standing(_ values: [(Record.Value, String, String)]) -> [StandingRecord] {
    let session = SessionID(sitting: sitting, number: 1)
    return values.enumerated().map { index, value in
      StandingRecord(
        Record(
          id: RecordID(session: session, number: index + 1), value: value.0, module: value.2,
          step: value.1, shown: "Asked?", at: wall(index)), opened: value.2)
    }
  }

  private var records: [StandingRecord] {
    var tried = Experiment(id: "x/1", day: wall(8).day, done: .part)
    tried.movement = "-bending"
    tried.fear = 6
    return standing([
      (.started, "", "story"),
      (.answer(.entries(["=disc", "age"]), into: .causes), "causes", "story"),
      (.answer(.number(6)), "pain", "story"), (.answer(.option("a-bit")), "other", "story"),
      (.answer(.entries(["moved freely"]), into: .evidence), "list", "evidence"),
      (.answer(.text("My words")), "letter", "own-letter"),
      (
        .answer(
          .practised(.init(practice: "p", minutes: 3, seconds: 170, early: true, ownPace: false))),
        "round", "tracking"
      ),
      (.answer(.gate(outcome: "clear", hold: nil)), "bladder", "safety"),
      (.experiment(tried), "experiment x/1", "person"), (.finished(.completed), "", "story"),
    ])
  }

  private func table(_ kind: TableKind) -> [[String]]? {
    CSV.rows(CSVExport(records, measures: []).table(kind), separator: ",")?.dropFirst().map(\.cells)
  }

  @Test func everyKindHasATableWithItsRows() {
    let session = "\(sitting).1"
    #expect(
      table(.causes) == [
        ["2026-01-02", "1", "1", "'=disc", ""], ["2026-01-02", "1", "2", "age", ""],
      ])
    #expect(
      table(.checkIns) == [["2026-01-03", "19:00", session, "beginning", "6", "", "", "", ""]])
    #expect(table(.evidence) == [["2026-01-05", "moved freely", "no", "no"]])
    #expect(
      table(.writings)
        == [["2026-01-06", "19:00", session, "own-letter", "letter", "Asked?", "My words"]])
    #expect(table(.practices) == [["2026-01-07", "19:00", session, "p", "3", "170", "yes", "no"]])
    #expect(table(.safety) == [["2026-01-08", "clear"]], "never which question")
    #expect(table(.movements)?.first?.prefix(5) == ["2026-01-09", "part", "'-bending", "", "6"])
    #expect(
      table(.sessions) == [["2026-01-01", "19:00", session, "story", "2026-01-10", "completed"]])
  }

  @Test func theCodebookHasEveryColumn() {
    let book = CSV.rows(CSVExport.codebook, separator: ",")?.dropFirst().map { $0.cells.prefix(2) }
    let columns = TableKind.allCases.flatMap { kind in
      kind.columns.map { [kind.rawValue, $0.name][...] }
    }
    #expect(book == columns)
    for kind in TableKind.allCases {
      let rows = CSV.rows(CSVExport(records, measures: []).table(kind), separator: ",") ?? []
      #expect(rows.allSatisfy { $0.cells.count == kind.columns.count }, "\(kind)")
    }
  }
}
