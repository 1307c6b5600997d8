import Foundation
import Testing

/// The hazard log against the tests that it names.
@Suite("Hazard log")
struct HazardLogTests {
  /// The cells of each hazard's row.
  static let rows: [[String]] = {
    let path = RealContent.root + "/Content/SAFETY.md"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2).map { line in
      line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }()

  @Test("each hazard has its cause, its control and its test")
  func cells() {
    #expect(Self.rows.count >= 20)
    for row in Self.rows {
      #expect(row.count == 4 && row.allSatisfy { !$0.isEmpty }, "\(row)")
    }
  }

  @Test("each test that the log names is there, and runs")
  func names() throws {
    let tests = try Self.tests()
    for row in Self.rows {
      let cell = try #require(row.last)
      if cell == "later" { continue }
      let name = cell.trimmingCharacters(in: ["`"])
      #expect(cell == "`\(name)`", "a test's name stands in backticks: \(cell)")
      #expect(tests.contains("\"\(name)\""), "no test is called so: \(name)")
      #expect(!tests.contains("\"\(name)\", .disabled"), "\(name)")
    }
  }

  /// What stands behind `@Test(` in all test sources, line breaks folded.
  private static func tests() throws -> String {
    let folder = RealContent.root + "/Tests"
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try files.filter { $0.hasSuffix(".swift") }.map { file in
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      return text.components(separatedBy: "@Test(").dropFirst().map {
        $0.prefix(300).trimmingCharacters(in: .whitespacesAndNewlines).prefix { $0 != "\n" }
      }.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
