import AllClearEngine
import Foundation
import Testing

@testable import AllClearStore

@Suite("Backup, restore and the copies of days")
struct KeepingTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  private var file: String { folder.path + "/backup.sqlite" }

  /// Writes an answer on a day, and returns its writer.
  @discardableResult
  private func write(
    _ text: String, day: Int, number: Int = 1, to store: Store
  ) throws -> Writer {
    var writer = Writer(number: number)
    writer.clock = Int64(day) * 86_400_000 + 43_200_000
    try writer.write(.answer(.text(text)), "words", shown: "What?", to: store)
    return writer
  }

  @Test("A backup is one file for the person alone, taken while a sitting goes on, and counted")
  func backUp() throws {
    let store = try Store.open(.file(folder.journal))
    #expect(try store.claimSitting())
    let writer = try write("so many words", day: 20_000, to: store)
    let count = try Journal.backUp(folder.journal, to: file)
    #expect(count.records == 1 && count.sessions == 1 && count.drafts == 0)
    #expect(count.first == writer.written[0].at)
    #expect(mode(file) == 0o600)
    #expect(try !folder.names().contains { $0.hasPrefix("backup.sqlite.") })
    #expect(try Store.open(.file(file), .copy).session(writer.info.id)?.answers == writer.written)
    try write("more", day: 20_000, number: 2, to: store)
    #expect(try Journal.count(at: folder.journal)?.records == 2)
  }

  @Test("A backup that cannot be finished leaves nothing, and what had its name")
  func unfinished() throws {
    try write("words", day: 20_000, to: Store.open(.file(folder.journal)))
    try folder.put([1, 2], at: "backup.sqlite")
    try folder.put(Array(folder.bytes().prefix(5000)), at: "journal.sqlite")
    #expect(throws: StoreError.damaged) { try Journal.backUp(folder.journal, to: file) }
    #expect(try folder.bytes("backup.sqlite") == [1, 2])
    #expect(try folder.names().filter { $0.hasPrefix("backup") } == ["backup.sqlite"])
  }

  @Test("A restored journal is what the backup was, and the one before it is kept and named")
  func restore() throws {
    var store: Store? = try Store.open(.file(folder.journal))
    let first = try write("the old words", day: 20_000, to: #require(store))
    _ = try Journal.backUp(folder.journal, to: file)
    let second = try write("the new words", day: 20_001, number: 2, to: #require(store))
    store = nil
    let kept = try Backup(reading: file).restore(to: folder.journal, stamp: "then")
    #expect(kept == folder.journal + ".before-restore-then")
    #expect(Journal.files(at: folder.journal).contains(try #require(kept)))
    let restored = try Store.open(.file(folder.journal))
    #expect(try restored.session(first.info.id)?.answers == first.written)
    #expect(try restored.session(second.info.id) == nil)
    let path = try #require(kept)
    let before = try Store.open(.file(path), .copy)
    #expect(try before.session(second.info.id)?.answers == second.written)
    #expect(mode(folder.journal) == 0o600 && mode(path) == 0o600)
    try write("and on", day: 20_002, number: 3, to: restored)
  }

  @Test("What safety questions had let in does not come with a restored journal")
  func pass() throws {
    do {
      let store = try Store.open(.file(folder.journal))
      var writer = Writer("safety")
      try writer.write(.answer(.gate(outcome: Gate.clear, hold: nil)), "now", to: store)
      try writer.write(.passed, to: store)
      #expect(try store.digest().passedAt != nil)
    }
    _ = try Journal.backUp(folder.journal, to: file)
    _ = try Backup(reading: file).restore(to: folder.journal, stamp: "then")
    let digest = try Store.open(.file(folder.journal)).digest()
    #expect(digest.passedAt == nil)
    #expect(digest.gates.count == 1, "date and outcome are kept")
  }

  @Test("A journal that is damaged is put aside as it is")
  func damagedJournal() throws {
    try write("words", day: 20_000, to: Store.open(.file(folder.journal)))
    _ = try Journal.backUp(folder.journal, to: file)
    let half = Array(try folder.bytes().prefix(5000))
    try folder.put(half)
    let kept = try Backup(reading: file).restore(to: folder.journal, stamp: "then")
    #expect(kept == folder.journal + ".before-restore-then")
    #expect(try folder.bytes("journal.sqlite.before-restore-then") == half)
    #expect(try Store.open(.file(folder.journal)).writings().map(\.text) == ["words"])
  }

  @Test("A backup that is damaged, foreign, newer or no file is refused, and nothing changes")
  func refuses() throws {
    try write("words", day: 20_000, to: Store.open(.file(folder.journal)))
    _ = try Journal.backUp(folder.journal, to: file)
    let good = try folder.bytes("backup.sqlite")
    func refusal(_ bytes: [UInt8]) -> StoreError? {
      do {
        try folder.put(bytes, at: "backup.sqlite")
        _ = try Backup(reading: file)
        return nil
      } catch { return error as? StoreError }
    }
    #expect(refusal(Array(good.prefix(5000))) == .damaged)
    #expect(refusal(Array("A letter to my sister".utf8)) == .foreign)
    var newer = good
    newer[63] = 9
    #expect(refusal(newer) == .newer(found: 9))
    var torn = good
    torn.replaceSubrange(8192..<8292, with: [UInt8](repeating: 0xff, count: 100))
    #expect(refusal(torn) == .damaged)
    var nonsense = good
    let value = Array(#"{"v":1,"text":"words"}"#.utf8)
    let at = try #require(
      nonsense.indices.first { nonsense[$0...].starts(with: value) })
    nonsense[at + 7] = UInt8(ascii: "T")
    #expect(refusal(nonsense) == .damaged)
    #expect(throws: StoreError.notFound) { try Backup(reading: folder.path + "/none") }
    #expect(try Store.open(.file(folder.journal)).writings().map(\.text) == ["words"])
  }

  @Test("Nothing is restored under a sitting")
  func sitting() throws {
    let store = try Store.open(.file(folder.journal))
    try write("words", day: 20_000, to: store)
    _ = try Journal.backUp(folder.journal, to: file)
    #expect(try store.claimSitting())
    let backup = try Backup(reading: file)
    #expect(throws: StoreError.inUse) {
      try backup.restore(to: folder.journal, stamp: "then")
    }
    #expect(try !folder.names().contains { $0.contains("before-restore") })
  }

  @Test("The first writing of a day keeps the journal as it was; seven days used are kept")
  func days() throws {
    for day in 0..<10 {
      let store = try Store.open(.file(folder.journal))
      try write("one of day \(day)", day: 20_000 + day * 3, number: day * 2 + 1, to: store)
      try write("two of day \(day)", day: 20_000 + day * 3, number: day * 2 + 2, to: store)
    }
    let copies = Journal.files(at: folder.journal).filter { $0.contains(".day-") }
    #expect(copies.count == 7)
    #expect(copies.allSatisfy { mode($0) == 0o600 })
    let last = CivilDay(number: 20_027).iso
    #expect(copies.last == folder.journal + ".day-" + last)
    let texts = try Store.open(.file(#require(copies.last)), .copy).writings().map(\.text)
    #expect(texts.count == 18 && texts.first == "two of day 8")
  }

  @Test("A new journal, one in memory and a copy that cannot be made keep no copy and lose nothing")
  func noDays() throws {
    let store = try Store.open(.file(folder.journal))
    try write("one", day: 20_000, to: store)
    #expect(try !folder.names().contains { $0.contains(".day-") }, "there was nothing before it")
    let name = "journal.sqlite.day-" + CivilDay(number: 20_001).iso + ".part"
    try FileManager.default.createDirectory(
      atPath: folder.path + "/" + name, withIntermediateDirectories: true)
    try write("two", day: 20_001, number: 2, to: store)
    #expect(try store.writings().count == 2)
    try write("one", day: 20_000, to: Store.open(.memory))
  }

  @Test(
    "On a small disk no copy of a day is made, and every record finds its place",
    .enabled(if: Disk.canMount))
  func smallDisk() throws {
    let disk = try Disk(size: "400k")
    let store = try Store.open(.file(disk.folder.journal))
    let words = String(repeating: "words ", count: 10_000)
    try write(words, day: 20_000, to: store)
    for day in 1...5 { try write("on", day: 20_000 + day, number: 1 + day, to: store) }
    #expect(try store.writings().count == 6)
    #expect(try !disk.folder.names().contains { $0.contains(".day-") })
  }
}
