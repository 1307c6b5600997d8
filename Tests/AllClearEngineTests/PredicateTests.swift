import AllClearEngine
import Testing

@Suite("Conditions")
struct PredicateTests {
  private let practised = Answer.practised(
    Answer.Practised(practice: "p", minutes: 1, seconds: 60, early: false, ownPace: false))
  private let early = Answer.practised(
    Answer.Practised(practice: "p", minutes: 1, seconds: 6, early: true, ownPace: false))

  private func truth(_ predicate: Predicate, _ answer: Answer?, held: Hold? = nil) -> Bool {
    predicate.isTrue(Predicate.Standing(held: { $0 == held })) { $0 == .step("x") ? answer : nil }
  }

  @Test("Each question about an answer is true of the answers it asks for, and of no others")
  func questions() {
    let answers: [Answer?] = [
      nil, .skipped, .seen, .number(4), .option("a"), .options(["a", "b"]), .text("a"),
      .entries(["a"]), practised, early, .gate(outcome: "a", hold: nil),
      .gate(outcome: "b", hold: .gentle),
    ]
    func table(_ predicate: Predicate) -> [Int] {
      answers.indices.filter { truth(predicate, answers[$0]) }
    }
    let x = Reference.step("x")
    #expect(table(.has(x, "a")) == [4, 5, 10])
    #expect(table(.has(x, "b")) == [5, 11])
    #expect(table(.compare(x, .equal, 4)) == [3])
    #expect(table(.compare(x, .notEqual, 5)) == [3])
    #expect(table(.skipped(x)) == [1])
    #expect(table(.asked(x)) == Array(2..<12))
    #expect(table(.practised(x)) == [8, 9])
    #expect(table(.endedEarly(x)) == [9])
    #expect(table(.not(.has(x, "a"))) == [0, 1, 2, 3, 6, 7, 8, 9, 11])
  }

  @Test("Numbers are compared as they are written")
  func comparisons() {
    func holds(_ comparison: Predicate.Comparison) -> [Int] {
      (3...5).filter { truth(.compare(.step("x"), comparison, 4), .number($0)) }
    }
    #expect(holds(.equal) == [4])
    #expect(holds(.notEqual) == [3, 5])
    #expect(holds(.less) == [3])
    #expect(holds(.lessOrEqual) == [3, 4])
    #expect(holds(.greater) == [5])
    #expect(holds(.greaterOrEqual) == [4, 5])
  }

  @Test("And, or and not join as they say")
  func joined() {
    let yes = Predicate.held(.gentle)
    let no = Predicate.held(.sitting)
    func held(_ predicate: Predicate) -> Bool { truth(predicate, nil, held: .gentle) }
    #expect(held(yes) && !held(no) && held(.not(no)))
    #expect(held(.and(yes, yes)) && !held(.and(yes, no)) && !held(.and(no, yes)))
    #expect(held(.or(yes, no)) && held(.or(no, yes)) && !held(.or(no, no)))
  }

  @Test("Every reference is named in reading order")
  func references() {
    let predicate = Predicate.and(
      .or(.has(.step("a"), "x"), .not(.asked(.own(.doubts)))),
      .and(.held(.gentle), .compare(.earlier(module: "m", step: "b"), .less, 3)))
    #expect(
      predicate.references == [.step("a"), .own(.doubts), .earlier(module: "m", step: "b")])
  }
}
