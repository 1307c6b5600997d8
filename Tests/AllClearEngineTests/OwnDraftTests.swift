import Testing

@testable import AllClearEngine

/// What is being written on an own list is lost neither on the way back nor when allclear is ended.
@Suite("Lines that are begun")
struct OwnDraftTests {
  private func atList() -> Scenario {
    var scenario = Scenario(Library(story: Module("story", [.collect("own", into: .evidence)])))
    scenario.go(.begin(.door(.module("story"))), .answer(.entries(["saw a"])))
    scenario.relaunch()
    scenario.go(.begin(.home), .pick("more"), .pick("mine"), .pick("evidence"))
    return scenario
  }

  private static let line = "a.1:2#0"

  @Test("A new line that is left stands there again, until it is on the list")
  func left() {
    var scenario = atList()
    scenario.go(.pick("add"))
    scenario.send(
      .draft(["Sore, th"]), ["draft evidence: Sore, th"], shows: "collect own-evidence-add 1")
    scenario.send(.draft(["Sore, th"]), shows: "collect own-evidence-add 1")
    scenario.go(.back)
    #expect(scenario.app.prompt.notice == "own-draft-kept")
    #expect(scenario.digest.own.texts(.evidence) == ["saw a"])
    scenario.go(.pick("add"))
    #expect(scenario.app.prompt.draft == ["Sore, th"])
    scenario.send(
      .answer(.entries(["Sore, then fine."])),
      ["person b.2: 1 person.evidence=[Sore, then fine.]>evidence", "draft evidence: "],
      shows: "choose own-evidence-question [\(Self.line) b.2:1#0 add back] (own-added)")
    scenario.go(.pick("add"))
    #expect(scenario.app.prompt.draft.isEmpty)
    scenario.go(.back)
    #expect(scenario.app.prompt.notice == nil)
  }

  @Test("It is there after a kill, each line with its own")
  func killed() {
    var scenario = atList()
    scenario.go(.pick("add"), .draft(["half a"]), .back)
    scenario.go(.pick(Self.line), .pick("edit"), .draft(["saw a, tw"]))
    scenario.relaunch("c")
    scenario.wait(days: 1)
    scenario.go(.begin(.home), .pick("more"), .pick("mine"))
    scenario.send(
      .pick("evidence"), ["person c.1: 1 looked at evidence", "load session own.1"],
      shows: "choose own-evidence-question [\(Self.line) add back]")
    scenario.go(.pick("add"))
    #expect(scenario.app.prompt.draft == ["half a"])
    scenario.go(.back, .pick(Self.line), .pick("edit"))
    #expect(scenario.app.prompt.draft == ["saw a, tw"])
    scenario.go(.answer(.entries(["saw a, twice"])), .pick("add"), .draft([]), .back)
    #expect(scenario.app.prompt.notice == nil)
    #expect(scenario.journal.drafts.values.allSatisfy { $0.isEmpty })
  }

  @Test("A line that was not changed is no draft, and one that is too long is")
  func edges() {
    var scenario = atList()
    scenario.go(.pick(Self.line), .pick("edit"))
    scenario.send(.draft(["saw a"]), shows: "collect own-edit-question 1")
    scenario.send(.answer(.entries(["saw a"])), shows: "choose saw a [pin edit away back]")
    scenario.go(.pick("edit"))
    let long = String(repeating: "x", count: 241)
    scenario.send(
      .answer(.entries([long])), ["draft \(Self.line): \(long)"],
      shows: "collect own-edit-question 1 (own-too-long)")
    scenario.go(.back, .pick("edit"))
    #expect(scenario.app.prompt.draft == [long])
    scenario.go(.draft(["saw a"]), .back, .pick("edit"))
    #expect(scenario.app.prompt.draft == ["saw a"])
    #expect(scenario.journal.drafts.values.allSatisfy { $0.isEmpty })
  }

  @Test("What cannot be written stays a draft")
  func full() {
    var scenario = atList()
    scenario.go(.pick("add"), .draft(["new"]))
    scenario.fault = .full
    scenario.go(.answer(.entries(["new"])))
    #expect(scenario.app.prompt.notice == "not-saved-full")
    #expect(scenario.app.prompt.draft == ["new"])
    scenario.fault = nil
    scenario.go(.answer(.entries(["new"])))
    #expect(scenario.digest.own.texts(.evidence) == ["saw a", "new"])
  }
}
