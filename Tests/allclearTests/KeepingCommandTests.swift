import AllClearEngine
import AllClearStore
import Foundation
import Testing

@testable import allclear

@Suite("backup, restore and erase, as they are typed")
struct KeepingCommandTests {
  let folder: Folder
  private let words = "a zebra at the window"

  init() throws { folder = try Folder() }

  private var path: String { folder.path + "/journal.sqlite" }
  private var file: String { folder.path + "/backup.sqlite" }

  private func record(_ value: Record.Value, _ number: Int, day: Int = 20_000) -> Record {
    let session = SessionID(sitting: "00000000-0000-4000-8000-000000000001", number: 1)
    return Record(
      id: RecordID(session: session, number: number), value: value, module: "journal",
      step: "words", at: Wall(milliseconds: Int64(day) * 86_400_000 + 43_200_000))
  }

  private func write(_ records: Record...) throws {
    let info = SessionInfo(
      id: records[0].id.session, module: "journal", contentHash: "", appVersion: "test")
    try Store.open(.file(path)).write(records, in: info)
  }

  private func run(_ line: String..., input: String = "") throws -> Piped {
    try Piped(line: line + ["--journal", path], input: input, home: folder.path)
  }

  private func filesHolding(_ text: String) throws -> [String] {
    try folder.names(holding: text).filter { $0.hasPrefix("journal.sqlite") }
  }

  @Test("A backup says where it is and how much it holds, and writes over nothing without --force")
  func backup() throws {
    #expect(try run("backup", "-o", file).status == 66)
    try write(record(.answer(.text(words)), 1))
    let first = try run("backup", "-o", file)
    #expect(first.status == 0 && first.output.contains(file), "\(first.error)")
    #expect(first.output.contains("1 record, 1 sitting, 2024-10-04 to 2024-10-04"))
    let again = try run("backup", "-o", file)
    #expect(again.status == 74 && again.error.contains("--force"))
    #expect(try run("backup", "-o", file, "--force").status == 0)
    #expect(try run("backup", "-o", path, "--force").status == 64)
    #expect(try run("backup", "-o", folder.path + "/none/x").status == 74)
  }

  @Test("A backup can be made while a sitting is open; a restore waits until it is over")
  func sitting() throws {
    try write(record(.answer(.text(words)), 1))
    let store = try Store.open(.file(path))
    #expect(try store.claimSitting())
    #expect(try run("backup", "-o", file).status == 0)
    let restored = try run("restore", file, "--yes")
    #expect(restored.status == 74 && restored.error.contains("another window"))
    let erased = try run("erase", "--everything", "--yes")
    #expect(erased.status == 74 && erased.error.contains("another window"))
    #expect(try run("erase", "--day", "2024-10-04", "--yes").status == 74)
    #expect(try store.writings().map(\.text) == [words])
  }

  @Test("A restore shows what both hold, asks, and keeps what was there")
  func restore() throws {
    try write(record(.answer(.text(words)), 1))
    #expect(try run("backup", "-o", file).status == 0)
    try write(record(.answer(.text("later")), 2, day: 20_003))
    let left = try run("restore", file, input: "\n")
    #expect(left.status == 1 && left.output.contains("2 records"))
    #expect(try Journal.count(at: path)?.records == 2)
    let done = try run("restore", file, input: "yes\n")
    #expect(done.status == 0 && done.output.contains(".before-restore-"), "\(done.error)")
    #expect(try Store.open(.file(path), .copy).writings().map(\.text) == [words])
    try Data("A letter".utf8).write(to: URL(fileURLWithPath: file))
    let foreign = try run("restore", file, "--yes")
    #expect(foreign.status == 65 && foreign.error.contains("not a journal"))
    #expect(try run("restore", folder.path + "/none", "--yes").status == 66)
  }

  @Test("Erasing says what will go and what is not reached, and wants the word")
  func erase() throws {
    try write(record(.answer(.text(words)), 1), record(.answer(.text("that stays")), 2))
    try write(record(.answer(.text("of another day")), 3, day: 20_001))
    let id = record(.started, 1).id.text
    let left = try run("erase", "--entry", id, input: "yes\n")
    #expect(left.status == 1 && left.output.contains(words))
    #expect(left.output.contains("Not reached"))
    #expect(try !filesHolding(words).isEmpty)
    let done = try run("erase", "--entry", id, input: "erase\n")
    #expect(done.status == 0 && done.output.contains("Erased: 1 record"), "\(done.error)")
    #expect(done.output.contains(".day-2024-10-05"), "the copy of a day is named")
    #expect(try filesHolding(words) == [])
    #expect(try run("erase", "--entry", id, "--yes").status == 64)
    #expect(try run("erase", "--day", "2024-10-05", "--yes").status == 0)
    #expect(try filesHolding("of another day") == [])
    #expect(try !filesHolding("that stays").isEmpty)
  }

  @Test(
    "Before a day goes it is said what a line goes back to, and of an entry that all wordings go")
  func wordings() throws {
    let added = record(.answer(.entries(["the first words"]), into: .evidence), 1)
    try write(added)
    let line = OwnEntry.ID(record: added.id, index: 0)
    let change = record(.entry(line, .text(words)), 2, day: 20_001)
    try write(change)
    let day = try run("erase", "--day", "2024-10-05", input: "\n")
    #expect(day.status == 1)
    #expect(day.output.contains("that was changed on that day goes back to its earlier words."))
    let entry = try run("erase", "--entry", change.id.text, input: "erase\n")
    #expect(entry.output.contains("\"the first words\"") && entry.output.contains("\"\(words)\""))
    #expect(entry.output.contains("All wordings of it go"), "\(entry.output)")
    #expect(!entry.output.contains("goes back"))
    #expect(try filesHolding(words) == [])
    #expect(try filesHolding("the first words") == [])
  }

  @Test("Without an option there is a list to choose from, and Enter leaves everything")
  func list() throws {
    try write(record(.answer(.text(words)), 1), record(.answer(.text("that stays")), 2))
    let left = try run("erase", input: "\n")
    #expect(left.status == 1 && left.output.contains("   2  2024-10-04  \(words)"))
    #expect(try run("erase", input: "2\nerase\n").status == 0)
    #expect(try filesHolding(words) == [])
    #expect(try !filesHolding("that stays").isEmpty)
    let all = try run("erase", input: "everything\nerase\n")
    #expect(all.status == 0 && all.output.contains("Removed: \(path)"))
    #expect(try folder.names(holding: "").filter { $0.hasPrefix("journal") } == [])
    #expect(try run("erase", "--everything", "--yes").status == 66)
  }

  @Test("What is erased does not come back: not at home, not in its session, not by undo")
  func gone() throws {
    let content = try RealContent()
    defer { content.remove() }
    let now = Now(elapsed: .zero, wall: VirtualPort.begin)
    do {
      var host = try content.host(at: now)
      for event in [
        Event.begin(.door(.module("story"))), .answer(.seen), .answer(.option("over-ten")),
        .answer(.seen), .answer(.entries(["the zebra", "the okapi"])), .draft(["zebra again"]),
      ] { host.send(event, at: now) }
      let told = try Store.open(.file(content.journal)).digest().own[.causes].map(\.text)
      #expect(told == ["the zebra", "the okapi"])
    }
    let erased = try Store.open(.file(content.journal)).erase(.day(now.wall.day))
    #expect(erased.records > 2)
    var host = try content.host(sitting: 2, at: now)
    for event in [Event.begin(.door(.module("story"))), .undo, .back, .undo] {
      host.send(event, at: now)
      #expect(!"\(host.prompt)".contains("zebra"))
    }
    for file in Journal.files(at: content.journal) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
      #expect(bytes.range(of: Data("zebra".utf8)) == nil, "\(file)")
    }
  }

  @Test("Movement that rests because of what is erased rests on")
  func resting() throws {
    func rated(_ field: CheckIn.Field, _ points: Int, _ module: String, _ number: Int, day: Int)
      -> Record
    {
      var record = record(.answer(.number(points)), number, day: day)
      record.module = module
      record.step = field.rawValue
      record.id.session = SessionID(
        sitting: "00000000-0000-4000-8000-0000000\(day)", number: 1)
      record.id.number = number
      return record
    }
    func keep(_ record: Record) throws {
      let info = SessionInfo(
        id: record.id.session, module: record.module, contentHash: "", appVersion: "test")
      try Store.open(.file(path)).write([record], in: info)
    }
    try keep(rated(.pain, 3, CheckIn.story, 1, day: 20_000))
    try keep(rated(.pain, 7, CheckIn.module, 1, day: 20_010))
    try keep(rated(.pain, 7, CheckIn.module, 1, day: 20_020))
    func rests() throws -> Bool {
      let digest = try Store.open(.file(path), .copy).digest()
      return Holds(digest, sitting: [], now: Clock.wall).standing.contains(.movementPaused)
    }
    #expect(try rests())
    let day = CivilDay(number: 20_020).iso
    #expect(try run("erase", "--day", day, "--yes").status == 0)
    #expect(try rests())
  }
}
