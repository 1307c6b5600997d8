import AllClearEngine
import AllClearMeasures
import Foundation
import Testing

@testable import AllClearExchange

@Suite("A caseload, written down")
struct CohortTextTests {
  private static func cohort(
    _ outcomes: String? = CohortReadingTests.outcomes, _ causes: String? = CohortReadingTests.causes
  ) throws -> Cohort {
    try CohortTables(outcomes: outcomes, causes: causes).read()
  }

  @Test("numbers are rounded to what they show, and no zero has a sign")
  func fixed() {
    #expect(CohortWords.fixed(1.184_4) == "1.18" && CohortWords.fixed(-2.996) == "-3.00")
    #expect(CohortWords.fixed(-0.001) == "0.00" && CohortWords.fixed(66.4, 0) == "66")
    #expect(CohortWords.fixed(0.05, 4) == "0.0500")
  }

  @Test("the table is at most 80 columns wide and has a row for each figure")
  func table() throws {
    let text = try Self.cohort().text(plain: false)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(text.contains("0-1 of 10 after, of all [5]  2 of 2 (100%)   0 of 3 (0%)"), "\(text)")
    #expect(text.contains("  of completers              2 of 2 (100%)   0 of 2 (0%)"))
    #expect(text.contains("Missing: usual 1 of 3."))
    #expect(text.contains("prt against usual"))
  }

  @Test("plain, each figure is a line of its own")
  func plain() throws {
    let text = try Self.cohort().text(plain: true)
    #expect(text.contains("\nprt\nPeople who began: 2.\nCompleters: told pain after: 2 [1].\n"))
    #expect(text.contains("0 or 1 of 10 after, of all who began: 2 of 2 (100%) [5].\n"))
    #expect(text.contains("prt against usual, change in pain: -"))
  }

  @Test("with more arms than there is room for, they stand below each other")
  func manyArms() throws {
    let lines = (1...9).map {
      "\($0),a group with a name \($0),pre,\($0)\n\($0)x,a group with a name \($0),post,1"
    }
    let text = try Self.cohort(
      "participant,arm,visit,pain\n" + lines.joined(separator: "\n") + "\n", nil
    ).text(plain: false)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(text.ranges(of: "People who began").count > 3)
  }

  @Test("one group is change and not effect, and says so")
  func oneGroup() throws {
    let text = try Self.cohort("participant,visit,pain\n1,pre,5\n1,post,4\n", nil).text(
      plain: false)
    #expect(text.contains("everyone") && text.contains("(regression"))
    #expect(!text.contains("Hedges") && !text.contains("ind-brain"))
  }

  @Test(
    "nobody, one person, nothing told and no spread are said calmly, and nothing is no number",
    arguments: [
      "", "1,a,pre,5\n", "1,a,pre,\n1,a,post,\n2,b,pre,\n",
      "1,a,pre,5\n1,a,post,4\n2,a,pre,5\n2,a,post,4\n3,b,pre,5\n3,b,post,4\n4,b,pre,5\n4,b,post,4\n",
    ])
  func nothing(lines: String) throws {
    let cohort = try Self.cohort(
      "participant,arm,visit,pain\n" + lines, "participant,visit,cause\n1,pre,\n")
    let page = try Self.templates().page(of: cohort, by: "1")
    for text in [cohort.text(plain: false), cohort.text(plain: true), cohort.csv, page] {
      #expect(!text.lowercased().contains("nan") && !text.contains("inf"), "\(text)")
    }
    #expect(JSON(cohort.json(app: "1")) != nil)
    let text = cohort.text(plain: false)
    #expect(text.contains(lines.isEmpty ? "nobody in it" : "Cannot be worked out"))
    if lines.contains("4,b") {
      #expect(text.replacing("\n    ", with: " ").contains("all values are the same"))
    }
  }

  @Test("JSON has every figure by its name, with what is missing and why there is none")
  func json() throws {
    let json = try #require(JSON(try Self.cohort().json(app: "0.1.0")))
    #expect(json["format"]?.string == "allclear-cohort" && json["version"]?.int == 1)
    guard case .array(let arms)? = json["arms"], let usual = arms.last else {
      Issue.record("no arms")
      return
    }
    let figures = try #require(usual["figures"])
    #expect(figures["little-of-all"]?["count"]?.int == 0)
    #expect(figures["little-of-all"]?["of"]?.int == 3)
    #expect(
      figures["pain-after"]?["missing"]?.int == 1 && figures["pain-after"]?["value"]?.int == 3)
    #expect(figures["together"]?["why"]?.string?.hasPrefix("cannot be worked out") == true)
  }

  @Test("CSV is one tidy table, and a name that is a formula is disarmed")
  func csv() throws {
    let text = CohortReadingTests.outcomes.replacing(",usual,", with: ",=1+1,")
    let rows = try #require(CSV.rows(try Self.cohort(text).csv)).map(\.cells)
    #expect(
      rows[0] == [
        "figure", "arm", "against", "value", "sd", "low", "high", "count", "of", "people",
        "missing",
        "why",
      ])
    #expect(rows.allSatisfy { $0.count == 12 })
    #expect(rows.contains(["little-of-all", "prt", "", "100", "", "", "", "2", "2", "2", "0", ""]))
    #expect(rows.contains { $0[0] == "hedges-g-pain-change" && $0[3].hasPrefix("-") })
    #expect(rows.contains { $0[1] == "'=1+1" })
  }

  // MARK: - The page

  private static func templates() throws -> ReportTemplates {
    let folder =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path + "/Content/en/report"
    var texts: [String: String] = [:]
    for name in ReportTemplates.names {
      texts[name] = try String(contentsOfFile: "\(folder)/\(name).mustache", encoding: .utf8)
    }
    return try ReportTemplates(texts)
  }

  @Test("the page has the figures, their notes and a picture of each outcome")
  func page() throws {
    let page = try Self.templates().page(of: try Self.cohort(), by: "0.1.0")
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.ranges(of: "<svg ").count == 6)
    #expect(page.contains("<td>2 of 2 (100%)</td>") && page.contains("id=\"note-12\""))
    #expect(!page.contains("{{") && !page.contains("http:") && !page.contains("https:"))
  }

  @Test("what an arm is called starts no tag and no template")
  func hostile() throws {
    let name = "\"\"\"><script>alert(1)</script>{{version}}\""
    let text = CohortReadingTests.outcomes.replacing(",usual,", with: ",\(name),")
    let page = try Self.templates().page(of: try Self.cohort(text), by: "0.1.0")
    #expect(!page.contains("<script>") && page.contains("&lt;script&gt;"))
  }
}
