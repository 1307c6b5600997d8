import AllClearEngine
import Testing

@testable import AllClearScript

@Suite struct PredicateTests {
  private func parse(_ text: String) throws -> Predicate {
    let report = Report(SourceText(path: "test", bytes: Array(text.utf8)))
    let parsed = PredicateParser.parse(Text(string: text, at: .start, style: .plain), report)
    #expect(report.diagnostics == [])
    return try #require(parsed).predicate
  }

  private func faults(_ text: String) -> [String] {
    let report = Report(SourceText(path: "test", bytes: Array(text.utf8)))
    _ = PredicateParser.parse(Text(string: text, at: .start, style: .plain), report)
    return report.diagnostics.map { "\($0.column) \($0.code.rawValue)" }
  }

  private let a = Predicate.has(.step("a"), "x")
  private let b = Predicate.has(.step("b"), "x")
  private let c = Predicate.has(.step("c"), "x")

  @Test("not binds before and, and before or")
  func precedence() throws {
    #expect(try parse("a has x or b has x and c has x") == .or(a, .and(b, c)))
    #expect(try parse("a has x and b has x or c has x") == .or(.and(a, b), c))
    #expect(try parse("not a has x and b has x") == .and(.not(a), b))
    #expect(try parse("not (a has x and b has x)") == .not(.and(a, b)))
    #expect(try parse("(a has x or b has x) and c has x") == .and(.or(a, b), c))
    #expect(try parse("not not a has x") == .not(.not(a)))
  }

  @Test("every comparison, call and name is read")
  func terms() throws {
    for sign in Predicate.Comparison.allCases {
      #expect(try parse("pain \(sign.rawValue) 4") == .compare(.step("pain"), sign, 4))
    }
    #expect(try parse("pain>=4") == .compare(.step("pain"), .greaterOrEqual, 4))
    #expect(try parse("skipped(a)") == .skipped(.step("a")))
    #expect(try parse("asked(story.causes)") == .asked(.earlier(module: "story", step: "causes")))
    #expect(try parse("practised( a )") == .practised(.step("a")))
    #expect(try parse("ended-early(a)") == .endedEarly(.step("a")))
    #expect(try parse("asked(own.safety-lines)") == .asked(.own(.safetyLines)))
    #expect(try parse("held(same-day)") == .held(.sameDay))
  }

  @Test("a condition is true of the answers that it names")
  func truth() throws {
    let answers: [Reference: Answer] = [
      .step("mood"): .options(["low", "tired"]), .step("pain"): .number(4),
      .step("gone"): .skipped, .step("numb"): .gate(outcome: "clear", hold: nil),
    ]
    func isTrue(_ text: String) throws -> Bool {
      try parse(text).isTrue(Predicate.Standing(held: { $0 == .gentle })) { answers[$0] }
    }
    #expect(try isTrue("mood has low and pain >= 4"))
    #expect(try isTrue("numb has clear and held(gentle)"))
    #expect(try isTrue("not wished(no-numbers)"))
    #expect(try isTrue("skipped(gone) or pain > 4"))
    #expect(try !isTrue("asked(gone) or gone has x or unknown >= 0"))
    #expect(try isTrue("not (unknown >= 0)"))
  }

  @Test(
    "what is no condition is told at its place",
    arguments: [
      ("", "1 bad-condition"), ("a", "2 bad-condition"), ("a has", "6 bad-condition"),
      ("a == 3", "4 bad-condition"), ("a has x b", "9 bad-condition"),
      ("a has x and", "12 bad-condition"), ("(a has x", "9 bad-condition"),
      ("a has x)", "8 bad-condition"), ("a has x && b has y", "9 bad-condition"),
      ("held(gentel)", "6 bad-word"), ("asked(own.lines)", "7 unknown-answer"),
      ("asked(a.b.c)", "7 bad-condition"), ("a >= many", "6 bad-condition"),
      ("practised a", "11 bad-condition"), ("A has x", "1 bad-condition"),
    ])
  func faults(_ text: String, _ fault: String) {
    #expect(faults(text) == [fault])
  }

  @Test("brackets without end are refused and not followed")
  func depth() {
    let open = String(repeating: "(", count: 200)
    #expect(faults(open + "a has x") == ["17 bad-condition"])
    #expect(faults(String(repeating: "not ", count: 200) + "a has x") == ["65 bad-condition"])
    #expect(faults(String(repeating: "a has x or ", count: 5000)).count == 1)
  }
}
