import AllClearEngine
import Testing

@Suite("Turns")
struct TurnTests {
  private func group(
    _ steps: [Step] = [.choose("x", ["p", "q"]), .choose("more", ["yes", "no"])],
    until: Predicate = .has(.step("more"), "no"), atMost: Int = 3, when: Predicate? = nil
  ) -> [Module.Element] {
    [
      .step(.say("a")),
      .group(Module.Group(id: "g", when: when, until: until, atMost: atMost, steps: steps)),
      .step(.say("z")),
    ]
  }

  private func given(_ turns: [String: Answer]...) -> [StepKey: Answer] {
    var given = [StepKey("a"): Answer.seen]
    for (index, turn) in turns.enumerated() {
      for (id, answer) in turn { given[StepKey(id, turn: index + 1)] = answer }
    }
    return given
  }

  private let yes: [String: Answer] = ["x": .option("p"), "more": .option("yes")]
  private let no: [String: Answer] = ["x": .option("q"), "more": .option("no")]

  @Test("A group goes round until its condition is true, or as often as it may")
  func rounds() {
    #expect(stand(group(), given()).at == "x")
    #expect(stand(group(), given(["x": .option("p")])).at == "more")
    #expect(stand(group(), given(yes)).at == "x/2")
    #expect(stand(group(), given(no)).at == "z")
    #expect(stand(group(), given(yes, yes)).at == "x/3")
    #expect(stand(group(), given(yes, yes, yes)).at == "z")
    #expect(stand(group(atMost: 0), given(yes)).at == "z")
  }

  @Test("A condition in a group asks its own turn, and one after the group the last turn")
  func scope() {
    let steps: [Step] = [
      .choose("x", ["p", "q"]), .say("reply").when(.has(.step("x"), "p")),
      .choose("more", ["yes", "no"]),
    ]
    var module = group(steps)
    module.append(.step(.say("late").when(.has(.step("x"), "q"))))
    #expect(stand(module, given(yes, ["x": .option("q")])).at == "more/2")
    let end = stand(module, given(yes, no).merging([StepKey("z"): .seen]) { $1 })
    #expect(end.at == "late")
    #expect(end.answer("x") == .option("q"))
  }

  @Test("A group that is not enabled is passed, and its answers do not count")
  func closed() {
    let closed = stand(group(when: .held(.gentle)), given(yes, yes))
    #expect(closed.at == "z")
    #expect(closed.counted.count == 1)
    #expect(stand(group(when: .held(.gentle)), given(), holds: [.gentle]).at == "x")
  }

  @Test("A step that an edit adds to a turn behind is not asked there, and is in the next turn")
  func addedStep() {
    let steps: [Step] = [
      .choose("x", ["p"]), .say("new"), .choose("more", ["yes", "no"]),
    ]
    #expect(stand(group(steps), given(yes)).at == "x/2")
    #expect(stand(group(steps), given(yes, ["x": .option("p")])).at == "new/2")
    #expect(stand(group(steps), given(no)).at == "z")
    #expect(stand(group(steps), given(yes, no)).at == "z")
  }

  @Test("A step that an edit adds to the end of the turn reached is asked")
  func addedLast() {
    let steps: [Step] = [
      .choose("x", ["p"]), .choose("more", ["yes", "no"]), .say("new"),
    ]
    #expect(stand(group(steps), given(yes)).at == "new")
    #expect(stand(group(steps), given(yes, yes)).at == "new/2")
    #expect(stand(group(steps), given(no).merging([StepKey("z"): .seen]) { $1 }).at == "end")
  }

  @Test("A gate that an edit adds to a turn behind is asked")
  func addedGate() {
    let steps: [Step] = [
      .choose("x", ["p"]), .gate("gate", ["yes": .gentle]), .choose("more", ["yes", "no"]),
    ]
    #expect(stand(group(steps), given(yes, yes)).at == "gate")
  }

  @Test("Another `until` or `at-most` leaves out turns, or asks for more")
  func otherBounds() {
    let fewer = stand(group(atMost: 1), given(yes, yes))
    #expect(fewer.at == "z" && fewer.counted.count == 3)
    #expect(stand(group(atMost: 4), given(yes, yes, yes)).at == "x/4")
    let sooner = stand(group(until: .has(.step("x"), "p")), given(yes, no))
    #expect(sooner.at == "z" && sooner.counted.count == 3)
    #expect(stand(group(until: .has(.step("x"), "z")), given(no)).at == "x/2")
  }

  @Test("A group of which no step is enabled is passed")
  func empty() {
    #expect(stand(group([.say("x").when(.held(.gentle))]), given()).at == "z")
    #expect(stand(group([]), given()).at == "z")
  }

  @Test("An option in a group ends the session")
  func ends() {
    let steps: [Step] = [.choose("x", [Option(id: "p", text: "p", endsSession: true)]), .say("y")]
    let position = stand(group(steps), given(["x": .option("p")]))
    #expect(position.at == "end" && position.ended)
  }
}
