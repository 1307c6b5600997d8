import Testing

@testable import AllClearEngine

/// The letter to oneself, and steps that begin with what was written at them last time.
@Suite("A letter to oneself")
struct LetterTests {
  private func written(_ text: String = "Dear me.") -> Scenario {
    var scenario = Scenario(.writing)
    scenario.go(.begin(.door(.module("own-letter"))), .answer(.text(text)), .seen)
    scenario.relaunch()
    scenario.wait(days: 1)
    scenario.go(.begin(.home))
    return scenario
  }

  @Test("Where there is none yet, it is offered to be written, and stands there afterwards")
  func none() {
    var scenario = Scenario(.writing)
    scenario.go(.begin(.door(.module("story"))), .back, .pick("more"), .pick("mine"))
    scenario.send(
      .pick("my-letter"), ["load session own.1", "load writings"],
      shows: "choose own-letter-none [write back]")
    scenario.go(.pick("write"), shows: "write letter")
  }

  @Test("It is shown whole, and writing it anew begins with it")
  func anew() {
    var scenario = written("Dear me.\n\nIt passes.")
    scenario.go(.pick("more"), .pick("mine"), .pick("my-letter"))
    scenario.go(shows: "choose 22 m11\nDear me.\nIt passes. [back anew]")
    scenario.go(.pick("anew"), shows: "write letter")
    #expect(scenario.app.prompt.draft == ["Dear me.\n\nIt passes."])
    #expect(scenario.app.prompt.draftIsOld)
    scenario.go(.answer(.text("Dear me, again.")), .seen)
    scenario.go(shows: "choose 23 m11\nDear me, again. [back anew]")
    #expect(scenario.journal.writings.map(\.text) == ["Dear me, again.", "Dear me.\n\nIt passes."])
  }

  @Test("Looking at what was written last time begins nothing and is no draft")
  func looking() {
    var scenario = written()
    scenario.go(.open(.module("own-letter")))
    scenario.send(.draft(["Dear me."]), shows: "write letter")
    scenario.go(.back)
    #expect(scenario.digest.unfinished.isEmpty)
    #expect(scenario.journal.drafts.values.allSatisfy { $0.isEmpty })
  }

  @Test("A draft of this session comes before what was written last time, after a kill too")
  func draftWins() {
    var scenario = written()
    scenario.go(.open(.module("own-letter")), .draft(["Dear you"]))
    scenario.relaunch("c")
    scenario.go(.begin(.door(.module("own-letter"))), .pick("go-on"))
    #expect(scenario.app.prompt.draft == ["Dear you"])
    #expect(!scenario.app.prompt.draftIsOld)
    scenario.go(.answer(.text("Dear you.")))
    #expect(scenario.journal.drafts.values.allSatisfy { $0.isEmpty })
  }

  @Test("What is taken back in a session is its draft again, and not the older text")
  func back() {
    var scenario = written()
    scenario.go(.open(.module("own-letter")), .answer(.text("Dear you.")), .back)
    #expect(scenario.app.prompt.draft == ["Dear you."])
    #expect(!scenario.app.prompt.draftIsOld)
  }

  @Test("A letter that was skipped once is still the one before")
  func skipped() {
    var scenario = written()
    scenario.go(.open(.module("own-letter")), .skip, .seen, .open(.module("own-letter")))
    #expect(scenario.app.prompt.draft == ["Dear me."])
  }

  @Test("Mending an older letter does not make it the letter")
  func older() {
    var scenario = written()
    scenario.go(.open(.module("own-letter")), .answer(.text("Newer.")), .seen)
    scenario.go(.open(.writings), .pick("a.1:2"), .pick("change"), .answer(.text("Older.")))
    scenario.go(.back, .back, .open(.letter))
    scenario.go(shows: "choose 23 m11\nNewer. [back anew]")
    scenario.go(.pick("anew"))
    #expect(scenario.app.prompt.draft == ["Newer."])
  }

  @Test("Where it cannot be read, writing begins on an empty page and says so")
  func unreadable() {
    var scenario = written()
    scenario.library.isUnreadable = true
    scenario.go(.open(.module("own-letter")), shows: "write letter (writings-unread)")
    #expect(scenario.app.prompt.draft.isEmpty)
    scenario.go(.back, .open(.letter), shows: "choose writings-unread [write back]")
  }

  @Test("A step without that word begins empty")
  func plain() {
    var scenario = Scenario(.writing)
    for sitting in ["a", "b"] {
      scenario.relaunch(sitting)
      scenario.go(.begin(.door(.module("journal"))))
      #expect(scenario.app.prompt.draft.isEmpty)
      scenario.go(.answer(.text("page")), .seen)
    }
  }

  @Test(
    "Without a part for it there is no letter, and in a journal that is only read none to write")
  func role() {
    var scenario = written()
    scenario.options.journal = .readOnly
    scenario.relaunch("c")
    scenario.go(.begin(.door(.letter)), shows: "choose 22 m11\nDear me. [back]")
    scenario.library.program.roles.ownLetter = nil
    scenario.relaunch("d")
    scenario.go(.begin(.home), .pick("more"), .pick("mine"))
    scenario.go(shows: "choose own-words-question [written back]")
  }
}
