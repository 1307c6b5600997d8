import Testing

@testable import AllClearEngine

@Suite("Steps that were renamed")
struct RenameTests {
  /// A story whose second step bears another name from now on.
  private func renamed(_ names: [Rename], _ steps: [Step]) -> Library {
    var library = Library()
    library.program.renamed = names
    library.modules["story"] = Module("story", steps)
    return library
  }

  @Test("A session goes on behind a step that was answered under its old name")
  func session() {
    var scenario = Scenario(Library(story: Module("story", [.say("a"), .scale("old"), .say("z")])))
    scenario.go(.begin(.door(.module("story"))), .seen, .answer(.number(4)))
    scenario.library = renamed(
      [Rename("story.old", to: "story.new")],
      [
        .say("a"), .scale("new"), .say("high").when(.compare(.step("new"), .greater, 3)), .say("z"),
      ])
    scenario.relaunch()
    scenario.run(.begin(.home))
    scenario.run(.pick("go-on"))
    #expect(scenario.app.prompt.note == "card high", "the answer counts under the new name")
  }

  @Test("Unsent writing is found under the new name")
  func draft() {
    var scenario = Scenario(Library(story: Module("story", [.say("a"), .write("old")])))
    scenario.go(.begin(.door(.module("story"))), .seen, .draft(["half"]))
    scenario.library = renamed([Rename("story.old", to: "story.new")], [.say("a"), .write("new")])
    scenario.relaunch()
    scenario.run(.begin(.home))
    scenario.run(.pick("go-on"))
    #expect(scenario.app.prompt.note == "write new" && scenario.app.prompt.draft == ["half"])
  }

  @Test("A hold stands though its question was renamed, and the new answer lifts it")
  func hold() {
    var scenario = Scenario()
    scenario.answerSafety(["examined": "no"])
    scenario.library.program.renamed = [Rename("safety.examined", to: "safety.looked-at")]
    var gates = Module.gates
    gates[3].id = "looked-at"
    scenario.library.modules["safety"] = Module("safety", [.say("why-first")] + gates + [.say("z")])
    scenario.relaunch()
    #expect(scenario.standing == [.notExamined])
    scenario.run(.begin(.door(.module("safety"))))
    for event in [Event.seen] + Array(repeating: Event.pick("none"), count: 4) {
      scenario.run(event)
    }
    #expect(scenario.standing.isEmpty && scenario.pass == .valid)
    scenario.relaunch("c")
    #expect(scenario.standing.isEmpty && scenario.pass == .valid, "and for good")
  }

  @Test("Of a step that was renamed twice the answer under its later name counts")
  func twice() {
    let names = [Rename("story.b", to: "story.c"), Rename("story.a", to: "story.c")]
    var digest = Digest()
    digest.gates["story.a"] = .init(
      outcome: "clear", hold: nil, at: Scenario.start, session: SessionID(sitting: "a", number: 1))
    digest.gates["story.b"] = .init(
      outcome: "emergency", hold: .emergency, at: Scenario.start,
      session: SessionID(sitting: "a", number: 2))
    digest.facts["story", "a"] = .number(1)
    digest.facts["story", "b"] = .number(2)
    let now = digest.following(names)
    #expect(now.gates.keys.sorted() == ["story.c"])
    #expect(now.gates["story.c"]?.hold == .emergency)
    #expect(now.facts["story", "c"] == .number(2))
    #expect(now.facts["story", "a"] == nil && now.facts["story", "b"] == nil)
  }

  @Test("What a module said before reaches another under its new name")
  func earlier() {
    var scenario = Scenario(Library(story: Module("story", [.scale("old"), .say("z")])))
    scenario.go(.begin(.door(.module("story"))), .answer(.number(4)), .seen)
    scenario.library = renamed([Rename("story.old", to: "story.new")], [.scale("new")])
    scenario.library.modules["hello"] = Module(
      "hello",
      [
        .say("knows").when(.compare(.earlier(module: "story", step: "new"), .greater, 3)),
        .say("z"),
      ])
    scenario.relaunch()
    scenario.run(.begin(.door(.module("hello"))))
    #expect(scenario.app.prompt.note == "card knows")
  }
}
