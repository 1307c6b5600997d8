import AllClearEngine
import Testing

@testable import AllClearScript

@Suite struct ProseTests {
  private func parse(_ text: String) -> (prose: Prose, faults: [String]) {
    let report = Report(SourceText(path: "test", bytes: Array(text.utf8)))
    let parsed = ProseParser(report: report)
      .parse(Text(string: text, at: Position(line: 0, column: 1), style: .literal))
    return (parsed.prose, report.diagnostics.map { "\($0.line):\($0.column) \($0.code.rawValue)" })
  }

  @Test("lines of a paragraph are joined, empty lines part paragraphs")
  func paragraphs() {
    let prose = parse("One\ntwo.\n\n\nThree.\n").prose
    #expect(prose.blocks == [.paragraph([.plain("One two.")]), .paragraph([.plain("Three.")])])
  }

  @Test("items stand after a paragraph and among themselves")
  func items() {
    let prose = parse("Is it:\n- one\n  and more\n- two\n\n- three\n\nEnd.").prose
    #expect(
      prose.blocks == [
        .paragraph([.plain("Is it:")]), .item([.plain("one and more")]), .item([.plain("two")]),
        .item([.plain("three")]), .paragraph([.plain("End.")]),
      ])
  }

  @Test("emphasis may hold a hole, and a lone star is a star")
  func emphasis() {
    #expect(
      parse("A *b {x|c} d* e * f").prose.blocks == [
        .paragraph([
          .plain("A "), .emphasis("b "), .hole(.init(.answer(.step("x")), fallback: "c")),
          .emphasis(" d"), .plain(" e * f"),
        ])
      ])
  }

  @Test(
    "holes name answers, lists of one's own, the safety line, the word for the pain and the date")
  func holes() {
    let prose = parse("{story.pain|none} {own.causes|c} {safety-line|s} {pain-word|p} {since|w}")
      .prose
    let sources = prose.blocks.flatMap { block -> [Prose.Hole.Source] in
      guard case .paragraph(let runs) = block else { return [] }
      return runs.compactMap { if case .hole(let hole) = $0 { hole.source } else { nil } }
    }
    #expect(
      sources == [
        .answer(.earlier(module: "story", step: "pain")), .answer(.own(.causes)), .safetyLine,
        .painWord, .since,
      ])
  }

  @Test("a number list is a paragraph of its own")
  func numbers() {
    #expect(
      parse("Call:\n\n{emergency-numbers}\n\n{same-day-numbers}").prose.blocks == [
        .paragraph([.plain("Call:")]), .numbersHole(.emergency), .numbersHole(.sameDay),
      ])
  }

  @Test("faults are told at their line and column")
  func faults() {
    #expect(
      parse("One\ntwo {x\n\nthree *four").faults == ["2:5 bad-hole", "4:7 emphasis-not-closed"])
    #expect(parse("{pain-word}").faults == ["1:1 hole-needs-fallback"])
    #expect(parse("{x|}").faults == ["1:1 bad-hole"])
    #expect(parse("a {emergency-numbers}").faults == ["1:3 numbers-not-alone"])
  }

  @Test("a place in a quoted text counts its escapes")
  func escapes() throws {
    let sample = Fixtures.sample(
      "  - id: hello\n    say: \"Say \\\"yes\\\" or \\u201Cno\\u201D {x\"\n")
    let found = try Fixtures.check(sample: sample)
    #expect(found.map { "\($0.line):\($0.column) \($0.code.rawValue)" } == ["8:41 bad-hole"])
  }

  @Test("a place in a text over several lines is told in its line")
  func folded() throws {
    let sample = Fixtures.sample("  - id: hello\n    say: Some words\n      and *more\n")
    let found = try Fixtures.check(sample: sample)
    #expect(
      found.map { "\($0.line):\($0.column) \($0.code.rawValue)" } == ["9:11 emphasis-not-closed"])
  }
}
