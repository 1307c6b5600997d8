import Testing

@testable import AllClearEngine

// A text is erased, from where it is read.
extension WritingTests {
  @Test("A text is erased only when that is chosen twice, and nothing brings it back")
  func erase() {
    var scenario = atList()
    scenario.go(.pick(Self.second), .pick("change"), .answer(.text("Two, changed.")))
    scenario.send(.pick("erase"), shows: "choose writing-erase-question [back erase]")
    scenario.send(.pick("back"), shows: "choose 24 m11\nTwo, changed. [back change erase]")
    scenario.go(.pick("erase"))
    scenario.send(
      .pick("erase"), ["erase b.1:5", "load writings"],
      shows:
        "choose writings-question [write let-go \(Self.third) \(Self.first) back] (writing-erased)")
    scenario.go(.undo)
    #expect(scenario.journal.writings.map(\.text) == ["Three.", "One."])
  }

  @Test("What could not be erased is said, and stays")
  func notErased() {
    var scenario = atList()
    scenario.go(.pick(Self.second), .pick("erase"))
    scenario.fault = .failed
    scenario.send(
      .pick("erase"), ["erase b.1:2"],
      shows: "choose writing-erase-question [back erase] (not-erased)")
    #expect(scenario.journal.writings.count == 3)
  }
}
