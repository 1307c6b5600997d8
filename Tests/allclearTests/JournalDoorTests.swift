import AllClearEngine
import AllClearStore
import Testing

@testable import allclear

@Suite("Opening the journal")
struct JournalDoorTests {
  @Test("help that is left open leaves the sitting to another window")
  func help() throws {
    let content = try RealContent()
    defer { content.remove() }
    _ = try Store.open(.file(content.journal))
    let help = try JournalDoor(path: content.journal, claims: false)
    let main = try JournalDoor(path: content.journal)
    let second = try JournalDoor(path: content.journal)
    #expect(help.access == .kept && main.access == .kept && second.access == .inUse)
  }
}
