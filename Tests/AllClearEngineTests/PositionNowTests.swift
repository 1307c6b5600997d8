import AllClearEngine
import Testing

@Suite("Now")
struct NowTests {
  private let steps: [Step] = [
    .choose("loud", ["x", "y"], now: true), .practice("round", "p", 1), .say("after"), .say("last"),
  ]

  @Test(
    "A step marked now is asked again after 60 minutes",
    arguments: [(59, "round"), (60, "round"), (61, "loud")])
  func old(minute: Int, at: String) {
    #expect(stand(steps, ["loud": .option("x")], minute: minute).at == at)
  }

  @Test("It is asked again when it was skipped too")
  func skipped() {
    #expect(stand(steps, ["loud": .skipped], minute: 61).at == "loud")
  }

  @Test("It is not asked again once the practice that it chose has been done")
  func afterPractice() {
    #expect(stand(steps, ["loud": .option("x"), "round": practisedOnce], minute: 61).at == "after")
    #expect(stand(steps, ["loud": .option("x"), "round": .skipped], minute: 61).at == "loud")
    let again = steps + [.choose("loud-2", ["x"], now: true), .practice("round-2", "p", 1)]
    let answers: [String: Answer] = [
      "loud": .option("x"), "round": practisedOnce, "after": .seen, "last": .seen,
      "loud-2": .option("x"),
    ]
    #expect(stand(again, answers, minute: 61).at == "loud-2")
  }

  @Test("A clock that was set back does not make an answer young")
  func setBack() {
    #expect(stand(steps, ["loud": .option("x")], minute: -1).at == "loud")
  }

  @Test("It is not asked again in a session that has ended, nor while it is not enabled")
  func ended() {
    let ending = [steps[0], Step.say("stop", ends: true)]
    #expect(stand(ending, ["loud": .option("x"), "stop": .seen], minute: 99).at == "end")
    let closed = [Step.say("a"), steps[0].when(.held(.gentle)), .say("b")]
    #expect(stand(closed, ["a": .seen, "loud": .option("x")], minute: 99).at == "b")
  }
}

@Suite("What conditions see")
struct SightTests {
  @Test("A name with a dot sees earlier sessions alone, `own.` the list as it is now")
  func dotted() {
    var earlier = Facts()
    earlier["m", "a"] = .option("old")
    let steps = [
      Step.choose("a", ["old", "new"]),
      Step.say("b").when(.has(.earlier(module: "m", step: "a"), "new")),
      Step.say("c").when(.has(.earlier(module: "m", step: "a"), "old")),
    ]
    #expect(stand(steps, ["a": .option("new")], earlier: earlier).at == "c")
    #expect(stand(steps, ["a": .option("old")]).at == "end")
    let own = [
      Step.say("d").when(.asked(.own(.doubts))), .say("e").when(.not(.asked(.own(.doubts)))),
    ]
    #expect(stand(own, [:], own: [.doubts: ["x"]]).at == "d")
    #expect(stand(own, [:], own: [.doubts: []]).at == "e")
    #expect(stand(own, [:]).at == "e")
  }

  @Test("A step sees what stands before it, and never what stands after it")
  func backwards() {
    let steps = [Step.say("a").when(.asked(.step("b"))), .say("b")]
    #expect(stand(steps, ["a": .seen, "b": .seen]).enabled.map(\.step.id) == ["b"])
  }

  @Test("A gate that sorts is asked of those who said yes, and counts once it has sorted")
  func sorts() {
    let steps = [
      Step.gate("g", ["yes": .emergency]), .gate("which", ["x": .sameDay], clear: [], sorts: "g"),
      .say("end"),
    ]
    let yes = Answer.gate(outcome: "emergency", hold: .emergency)
    let lifted = Answer.gate(outcome: "emergency", hold: nil)
    let sorted = Answer.gate(outcome: "same-day", hold: .sameDay)
    let clear = Answer.gate(outcome: "clear", hold: nil)
    #expect(stand(steps, [:]).at == "g")
    #expect(stand(steps, ["g": clear]).at == "end")
    #expect(stand(steps, ["g": .gate(outcome: "seen", hold: nil)]).at == "end")
    #expect(stand(steps, ["g": yes]).at == "which")
    #expect(stand(steps, ["g": lifted]).at == "which")
    #expect(stand(steps, ["g": lifted, "which": sorted]).at == "end")
    #expect(stand(steps, ["g": yes, "which": clear]).at == "which", "an old answer sorts nothing")
    #expect(stand(steps, ["g": clear, "which": sorted]).answer("which") == nil)
  }
}
