import AllClearEngine
import Testing

@Suite("Position in an edited module")
struct PositionTests {
  private let a = Step.say("a")
  private let b = Step.say("b")
  private let c = Step.say("c")
  private let d = Step.say("d")

  @Test("The next step is the first without an answer after the furthest answered")
  func next() {
    #expect(stand([a, b, c], [:]).at == "a")
    #expect(stand([a, b, c], ["a": .seen]).at == "b")
    #expect(stand([a, b, c], ["b": .seen]).at == "c")
    #expect(stand([a, b, c], ["a": .seen, "c": .seen]).at == "end")
    #expect(stand([], ["a": .seen]).at == "end")
  }

  @Test("A step that an edit adds before it is not asked, and one after it is")
  func added() {
    #expect(stand([a, .say("new"), b, c], ["a": .seen, "b": .seen]).at == "c")
    #expect(stand([a, b, .say("new"), c], ["a": .seen, "b": .seen]).at == "new")
  }

  @Test("A gate that an edit adds before it is asked")
  func addedGate() {
    let gate = Step.gate("gate", ["yes": .gentle])
    #expect(stand([a, gate, b, c], ["a": .seen, "b": .seen]).at == "gate")
    #expect(stand([gate, a, b], ["a": .seen, "b": .seen]).at == "gate")
    let answered = stand(
      [a, gate, b, c], ["a": .seen, "b": .seen, "gate": .gate(outcome: "clear", hold: nil)])
    #expect(answered.at == "c")
  }

  @Test("A gate that is not enabled is not asked")
  func closedGate() {
    let gate = Step.gate("gate", ["yes": .gentle]).when(.asked(.step("b")))
    #expect(stand([a, b, gate, c], ["a": .seen]).at == "b")
    #expect(stand([a, gate, b, c], ["a": .seen, "b": .seen]).at == "c")
  }

  @Test("A step that is gone takes its answer with it")
  func removed() {
    #expect(stand([a, c, d], ["a": .seen, "b": .seen]).at == "c")
    #expect(stand([b, c], ["a": .seen]).at == "b")
  }

  @Test("A step that was moved keeps its answer, and stands where it is now")
  func moved() {
    #expect(stand([b, a, c], ["a": .seen, "b": .seen]).at == "c")
    #expect(stand([b, c, a, d], ["a": .seen]).at == "d")
  }

  @Test("An answer to a step that is no longer enabled does not count, nor what depends on it")
  func disabled() {
    let pick = Step.choose("pick", ["x", "y"])
    let x = Step.choose("x-step", ["p", "q"]).when(.has(.step("pick"), "x"))
    let p = Step.say("p-step").when(.has(.step("x-step"), "p"))
    let answers: [String: Answer] = [
      "pick": .option("y"), "x-step": .option("p"), "p-step": .seen,
    ]
    let position = stand([pick, x, p, a], answers)
    #expect(position.at == "a")
    #expect(position.answer("x-step") == nil && position.answer("p-step") == nil)
    #expect(Set(position.counted.keys) == [StepKey("pick")])
    #expect(position.enabled.map(\.step.id) == ["pick", "a"])
    let open = stand([pick, x, p, a], answers.merging(["pick": .option("x")]) { $1 })
    #expect(open.at == "a" && open.counted.count == 3)
  }

  @Test("A step of another kind than its answer is asked again, unless it lies behind")
  func otherKind() {
    #expect(stand([a, .scale("b"), c], ["a": .seen, "b": .seen]).at == "b")
    #expect(stand([a, .scale("b"), c], ["a": .seen, "b": .seen, "c": .seen]).at == "end")
    #expect(stand([.choose("a", ["x"], many: true), b], ["a": .option("x")]).at == "a")
    #expect(stand([.choose("a", ["x"]), b], ["a": .options(["x"])]).at == "a")
    let gate = Step.gate("a", ["yes": .gentle])
    #expect(stand([gate, b, c], ["a": .seen, "b": .seen]).at == "a")
    #expect(stand([gate, b, c], ["a": .skipped, "b": .seen]).at == "a")
  }

  @Test("An option more or less leaves an answer as it is")
  func options() {
    #expect(stand([.choose("a", ["x", "y", "z"]), b], ["a": .option("x")]).at == "b")
    #expect(stand([.choose("a", ["y"]), b], ["a": .option("x")]).at == "b")
  }

  @Test("Each kind takes its own answers, and all but cards and gates are skipped")
  func kinds() {
    let gate = Step.gate("s", ["yes": .gentle])
    let kinds: [(Step, [Answer])] = [
      (.say("s"), [.seen]), (.scale("s"), [.number(3), .skipped]),
      (.choose("s", ["x"]), [.option("x"), .skipped]),
      (.choose("s", ["x"], many: true), [.options(["x"]), .skipped]),
      (.write("s"), [.text("t"), .skipped]),
      (.collect("s", into: .doubts), [.entries(["e"]), .skipped]),
      (.practice("s", "p", 1), [practisedOnce, .skipped]), (gate, [.gate(outcome: "x", hold: nil)]),
    ]
    for (step, answers) in kinds {
      for answer in answers { #expect(stand([step, b], ["s": answer]).at == "b", "\(answer)") }
    }
    #expect(stand([gate, b], ["s": .skipped]).at == "s")
  }

  @Test("Words that were let go are an answer, though nothing of them is kept")
  func letGo() {
    #expect(stand([.write("s", isKept: false), b], ["s": .seen]).at == "b")
  }

  @Test("A session ends after a step or an option that says so, whatever follows")
  func ended() {
    let stop = Step.choose(
      "stop", [Option(id: "on", text: "on"), Option(id: "end", text: "end", endsSession: true)])
    let gate = Step.gate("gate", ["yes": .gentle])
    #expect(stand([a, stop, b, gate], ["a": .seen, "stop": .option("on")]).at == "b")
    let ended = stand([a, stop, b, gate], ["a": .seen, "stop": .option("end")])
    #expect(ended.at == "end" && ended.ended)
    let last = stand([.say("a", ends: true), b], ["a": .seen])
    #expect(last.at == "end" && last.ended)
    #expect(!stand([a], ["a": .seen]).ended)
  }
}
