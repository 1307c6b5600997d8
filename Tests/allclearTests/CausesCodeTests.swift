import AllClearMeasures
import Foundation
import Testing

@testable import allclear

/// Causes coded by the content's own lexicon, as the command prints them.
@Suite("Causes, coded")
struct CausesCodeTests {
  private static func code() throws -> CausesCode {
    CausesCode(coder: try House(Troupe.launch).causeCoder())
  }

  @Test(
    "a row has the cause, its category, mind or brain, and the reason",
    arguments: [
      ("old injury", "injury,0"), ("stress at work", "stress,1"),
      ("my brain's alarm", "brain,1"), ("fear of moving", "psychological,1"),
      ("herniated disk", "spinal condition,0"), ("poor posture", "physiology (non-spinal),0"),
      ("desk job", "sedentary,0"), ("born with it", "hereditary,0"), ("getting old", "age,0"),
      ("not stretching", "negligence,0"), ("bad mattress", "other,0"), ("rowing", "activity,0"),
    ])
  func row(cause: String, wanted: String) throws {
    let row = try Self.code().row(cause)
    #expect(row.hasPrefix("\(cause),\(wanted),"), "\(row)")
    #expect(row.hasSuffix("\n"))
  }

  @Test("what is not known says so, and what is mixed names the rest")
  func reasons() throws {
    let code = try Self.code()
    #expect(
      code.row("qwertyuiop") == "qwertyuiop,other,0,Unknown: no word of the lexicon stands in it.\n"
    )
    #expect(code.row("a fall, and stress").contains("Mixed: also stress."))
  }

  @Test("commas and quotation marks stay one cell")
  func quoting() throws {
    let row = try Self.code().row("\"stress\", they say")
    #expect(row.hasPrefix("\"\"\"stress\"\", they say\",stress,1,"))
  }

  @Test("the hundred of our own are coded as a second rater would code them")
  func hundred() throws {
    let coder = try House(Troupe.launch).causeCoder()
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Bench/OwnCauses.csv")
    let rows = try String(contentsOf: file, encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst()
    #expect(rows.count == 100)
    // The last two cells are plain; what stands between the third comma and them is the cause.
    let pairs = rows.compactMap { row -> (CauseCategory, CauseCategory)? in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count >= 6, let rated = CauseCategory(name: String(cells[cells.count - 2])) else {
        return nil
      }
      let cause = cells[3..<(cells.count - 2)].joined(separator: ",")
        .trimmingCharacters(in: CharacterSet(charactersIn: "\""))
      return (rated, coder.code(cause).category)
    }
    #expect(pairs.count == 100)
    let mind = pairs.map { ($0.0.isMindBrain, $0.1.isMindBrain) }
    #expect(try #require(Agreement.kappa(pairs)) >= 0.77)
    #expect(try #require(Agreement.kappa(mind)) >= 0.87)
  }
}
