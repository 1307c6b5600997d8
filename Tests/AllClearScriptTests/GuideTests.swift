import AllClearEngine
import AllClearScript
import Foundation
import Testing

/// AUTHORING.md, the guide for those who write content: what it shows is true.
@Suite struct GuideTests {
  static let file = Fixtures.folder.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Content/AUTHORING.md")

  static func text() throws -> String { try String(contentsOf: file, encoding: .utf8) }

  /// What stands between two comments of the guide.
  private static func part(_ name: String) throws -> Substring {
    let text = try text()
    let begin = try #require(text.range(of: "<!-- \(name): begin -->\n"))
    let end = try #require(text.range(of: "<!-- \(name): end -->"))
    return text[begin.upperBound..<end.lowerBound]
  }

  /// The blocks of YAML in a part, in order.
  private static func blocks(_ name: String) throws -> [String] {
    try part(name).components(separatedBy: "```yaml\n").dropFirst().map { rest in
      rest.components(separatedBy: "```")[0]
    }
  }

  private static func example() throws -> String {
    try String(
      contentsOf: Fixtures.folder.appendingPathComponent("Good/modules/worked-example.yaml"),
      encoding: .utf8)
  }

  @Test("the list of codes in the guide is the compiler's own")
  func codes() throws {
    let fresh = "\n" + CodeList.markdown + "\n"
    if ProcessInfo.processInfo.environment["ALLCLEAR_RECORD"] == "1" {
      let whole = try Self.text().replacing(
        "begin -->\n\(try Self.part("codes"))<!--", with: "begin -->\n\(fresh)<!--")
      try whole.write(to: Self.file, atomically: true, encoding: .utf8)
      Issue.record("recorded the list of codes: look at it before it is kept")
    }
    #expect(
      try Self.part("codes") == fresh,
      "put what 'allclear content codes' prints there, or run: ALLCLEAR_RECORD=1 swift test --disable-xctest --filter GuideTests"
    )
  }

  @Test("the list names each code once, under a heading, in lines that fit")
  func list() {
    let lines = CodeList.markdown.split(separator: "\n")
    for code in DiagnosticCode.allCases {
      #expect(lines.count { $0.hasPrefix("- `\(code.rawValue)`") } == 1, "\(code)")
    }
    #expect(lines.filter { $0.hasPrefix("### ") }.count == DiagnosticCode.Group.allCases.count)
    #expect(lines.filter { $0.count > 110 } == [])
    #expect(CodeList.markdown.contains("- `paragraph-grade` (a warning): "))
  }

  @Test("the example of a code is the line that its fixture is refused for")
  func examples() throws {
    for bad in try Fixtures.bad() {
      let code = try #require(CodeList.code(named: String(bad.name.dropLast(5))))
      guard let example = code.example else { continue }
      let faults = try Fixtures.check(replacing: [bad.path: bad.bytes])
      let fault = try #require(faults.first { $0.code == code && $0.file == bad.path })
      #expect(fault.excerpt.trimmingCharacters(in: .whitespaces) == example, "\(code)")
    }
    #expect(DiagnosticCode.allCases.count { $0.example != nil } > 40)
  }

  @Test("an entry has title, explanation and example; a misspelt code is led back")
  func entry() {
    #expect(
      CodeList.entry(.unknownAnswer) == """
        unknown-answer: An answer that nobody is asked for

        The condition names a step that this module does not have.

        Such a line:

            when: mod has low

        """)
    #expect(CodeList.code(named: "[bad-hole]") == .badHole)
    #expect(CodeList.code(named: "bad-hol") == nil)
    #expect(CodeList.hint("bad-hol") == "; did you mean 'bad-hole'?")
  }

  @Test("the worked example is the file of that name, piece by piece")
  func pieces() throws {
    #expect(try Self.blocks("worked example").joined() == Self.example())
    #expect(try Self.blocks("worked example").count == 4)
  }

  @Test("the worked example has no fault after each of its four steps", arguments: 1...4)
  func stages(_ stage: Int) throws {
    let text = try Self.blocks("worked example").prefix(stage).joined()
    var files = try GoodContentTests.files()
    files["modules/worked-example.yaml"] = [UInt8](text.utf8)
    let faults = Fixtures.compiler(files).checkAll(files: [])
    #expect(faults.map { $0.rendered() } == [])
  }

  @Test("the line for program.yaml is the one that lists the worked example")
  func listed() throws {
    let program = try String(
      contentsOf: Fixtures.folder.appendingPathComponent("Good/program.yaml"), encoding: .utf8)
    let line = try #require(try Self.blocks("listing").first)
    #expect(program.contains(line))
  }

  @Test("the fault that the guide explains is told as it says")
  func fault() throws {
    let shown = try Self.part("fault")
    let wrong = try Self.example().replacing("when: worry >= 7", with: "when: wory >= 7")
    var files = try GoodContentTests.files()
    files["modules/worked-example.yaml"] = [UInt8](wrong.utf8)
    let compiler = Fixtures.compiler(files, folder: "mine/en/")
    let told = compiler.checkAll(files: []).map { $0.rendered() }
    #expect(told.count == 1)
    let lines = try #require(told.first).split(separator: "\n").map { "    " + $0 }
    #expect(shown.contains(lines.joined(separator: "\n")))
  }
}
