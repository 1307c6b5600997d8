import AllClearEngine
import Foundation
import GRDB
import Testing

@testable import AllClearStore

@Suite("Erasing")
struct EraseTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  /// The files, of all that `Journal.files` names, in which these bytes stand.
  private func files(holding word: String) throws -> [String] {
    let bytes = Data(word.utf8)
    return try Journal.files(at: folder.journal).filter {
      try Data(contentsOf: URL(fileURLWithPath: $0)).range(of: bytes) != nil
    }
  }

  private func noon(_ day: Int) -> Int64 { Int64(day) * 86_400_000 + 43_200_000 }

  /// Two days with words in every place that can hold them, and copies of both.
  private func fill() throws -> (store: Store, first: Writer, second: Writer) {
    let store = try Store.open(.file(folder.journal))
    var first = Writer("story", number: 1)
    first.clock = noon(20_000)
    try first.write(.started, to: store)
    let old = try first.write(.answer(.text("zebra of old")), "words", shown: "What?", to: store)
    try first.write(
      .answer(.text("zebra of now")), "words", shown: "What?", supersedes: old.id, to: store)
    let lines = try first.write(
      .answer(.entries(["okapi one", "okapi two"]), into: .evidence), "lines", to: store)
    try first.write(.answer(.text("words that stay")), "other", shown: "What?", to: store)
    try store.saveDraft(["a zebra of now, unsent"], at: StepKey("later"), in: first.info)
    var second = Writer("move", number: 2)
    second.clock = noon(20_001)
    try second.write(
      .entry(OwnEntry.ID(record: lines.id, index: 0), .text("okapi mended")), "text", to: store)
    try second.write(
      .answer(.text("zebra of now")), "pick", shown: "Which?\n> zebra of now", to: store)
    try second.write(
      .answer(.number(4)), "how", shown: "You wrote: zebra of now. How is it?", to: store)
    var tried = Experiment(
      id: second.info.id.text + "/1", day: CivilDay(number: 20_001), done: .did)
    tried.movement = "zebra of now"
    tried.feared = "quagga lock"
    try second.write(.experiment(tried), "experiment", to: store)
    var third = Writer("journal", number: 3)
    third.clock = noon(20_002)
    try third.write(.answer(.text("a third day")), "words", to: store)
    return (store, first, second)
  }

  @Test("One entry leaves no byte: not what it was, nor where it was quoted, nor in any copy")
  func entry() throws {
    let (store, first, _) = try fill()
    let held = try files(holding: "zebra")
    #expect(held.count >= 3, "in the log and the copies of two days too")
    let target = ErasureTarget.entry(first.written[2].id)
    let plan = try store.erasing(target)
    #expect(plan.words.contains("zebra of now") && plan.words.contains("zebra of old"))
    #expect(plan.movements == 1 && plan.drafts == 1)
    let done = try store.erase(target)
    #expect(done.records == plan.records && !done.logIsHeld)
    #expect(done.rewritten.count == 2 && done.removed == [])
    #expect(try files(holding: "zebra") == [])
    #expect(try files(holding: "quagga") == [])
    for word in ["words that stay", "okapi mended"] {
      let held = try files(holding: word)
      #expect(!held.isEmpty, "\(word)")
    }
    #expect(try store.writings().map(\.text) == ["a third day", "words that stay"])
    #expect(try store.erasing(target).isEmpty)
  }

  @Test("A list that was written goes with every change of its lines")
  func list() throws {
    let (store, first, _) = try fill()
    _ = try store.erase(.entry(first.written[3].id))
    #expect(try files(holding: "okapi") == [])
    #expect(try store.digest().own == OwnLists())
    #expect(try !files(holding: "zebra of now").isEmpty)
  }

  @Test("A day leaves no byte of what was written on it, nor of its drafts")
  func day() throws {
    let (store, first, _) = try fill()
    let done = try store.erase(.day(CivilDay(number: 20_000)))
    #expect(done.records > 0)
    for word in ["zebra", "okapi", "words that stay"] {
      #expect(try files(holding: word) == [], "\(word)")
    }
    #expect(try !files(holding: "a third day").isEmpty)
    #expect(try store.session(first.info.id)?.answers == [])
    #expect(try store.digest().unfinished.map(\.module) == ["story"])
    #expect(try store.erasing(.day(CivilDay(number: 20_000))).isEmpty)
  }

  @Test("The digest after erasing is the fold of what still stands")
  func digest() throws {
    let (store, _, _) = try fill()
    let before = try store.digest()
    #expect(before.experiments.count == 1)
    _ = try store.erase(.day(CivilDay(number: 20_001)))
    let digest = try store.digest()
    #expect(digest.experiments.isEmpty)
    #expect(digest.facts["story", "other"] == .text("words that stay"))
    #expect(digest.own[.evidence].map(\.text) == ["okapi one", "okapi two"], "as they were before")
  }

  @Test("Everything: no file of the journal is left")
  func everything() throws {
    do { _ = try fill() }
    try folder.put([1], at: "journal.sqlite.before-restore-x")
    try folder.put([1], at: "other.sqlite")
    let files = Journal.files(at: folder.journal)
    #expect(files.count >= 4)
    #expect(try Journal.eraseEverything(at: folder.journal) == files)
    #expect(try folder.names() == ["other.sqlite"])
    #expect(try Store.open(.file(folder.journal)).digest().isEmpty)
  }

  @Test("Everything stops before a file that is not ours, and under a sitting")
  func notEverything() throws {
    try folder.put(Array("A letter to my sister".utf8))
    #expect(throws: StoreError.foreign) { try Journal.eraseEverything(at: folder.journal) }
    #expect(try folder.names() == ["journal.sqlite"])
    unlink(folder.journal)
    let (store, _, _) = try fill()
    #expect(try store.claimSitting())
    #expect(throws: StoreError.inUse) { try Journal.eraseEverything(at: folder.journal) }
    let left = try store.writings()
    #expect(!left.isEmpty)
  }

  @Test("A copy that cannot be written anew is removed")
  func brokenCopy() throws {
    let (store, first, _) = try fill()
    let name = folder.journal + ".before-restore-x"
    try folder.put(Array("zebra of now".utf8), at: "journal.sqlite.before-restore-x")
    try folder.put(Array("zebra of now".utf8), at: "journal.sqlite.before-v2.part")
    let done = try store.erase(.entry(first.written[2].id))
    #expect(done.removed.contains(name) && done.removed.count == 2)
    #expect(try files(holding: "zebra") == [])
  }

  @Test("Erasing an answer to the safety questions never lets the body in by an older pass")
  func gate() throws {
    let store = try Store.open(.file(folder.journal))
    var writer = Writer("safety")
    writer.clock = noon(20_000)
    try writer.write(.answer(.gate(outcome: Gate.clear, hold: nil)), "now", to: store)
    try writer.write(.passed, to: store)
    writer.clock = noon(20_001)
    try writer.write(
      .answer(.gate(outcome: Gate.new, hold: nil)), "again", module: "recheck", to: store)
    #expect(try store.digest().passedAt == nil)
    let done = try store.erase(.day(CivilDay(number: 20_001)))
    #expect(done.endsPass)
    #expect(try store.digest().passedAt == nil)
    #expect(try store.look("SELECT count(*) FROM record WHERE kind = 'passed'") == [["0"]])
  }

  @Test("What was chosen for oneself holds on when its day is erased; an own word goes")
  func chosen() throws {
    let store = try Store.open(.file(folder.journal))
    var writer = Writer("person")
    writer.clock = noon(20_000)
    for personal in [
      Personal.gentle(true), .rests(CivilDay(number: 20_000)), .numbers(.never), .tooMuch(2),
      .painWord(.own("zebra-word")),
    ] { try writer.write(.personal(personal), personal.topic.rawValue, to: store) }
    _ = try store.erase(.day(CivilDay(number: 20_000)))
    let person = try store.digest().person
    #expect(person.gentle == true && person.restsSince != nil && person.numbers == .never)
    #expect(person.tooMuch == 2 && person.painWord == nil)
    #expect(try files(holding: "zebra-word") == [])
  }

  @Test("A gate's answer that is taken back is in no copy of a day either")
  func retractedGate() throws {
    let store = try Store.open(.file(folder.journal))
    var writer = Writer("safety")
    writer.clock = noon(20_000)
    let gate = try writer.write(
      .answer(.gate(outcome: "zebra-outcome", hold: .emergency)), "now", to: store)
    writer.clock = noon(20_001)
    try writer.write(.answer(.seen), "card", to: store)
    #expect(try files(holding: "zebra-outcome").contains { $0.contains(".day-") })
    try writer.write(.retracted, "now", supersedes: gate.id, to: store)
    #expect(try files(holding: "zebra-outcome") == [])
  }

  @Test("A list line is erased with every wording of it, whichever of them is named")
  func wordings() throws {
    for named in 0...2 {
      let folder = try Folder()
      let store = try Store.open(.file(folder.journal))
      var writer = Writer("story")
      writer.clock = noon(20_000)
      let added = try writer.write(
        .answer(.entries(["gecko one"]), into: .evidence), "lines", to: store)
      for (day, words) in [(20_001, "gecko two"), (20_002, "gecko three")] {
        writer.clock = noon(day)
        try writer.write(
          .entry(OwnEntry.ID(record: added.id, index: 0), .text(words)), "text", to: store)
      }
      _ = try store.erase(.entry(writer.written[named].id))
      for file in Journal.files(at: folder.journal) {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        #expect(bytes.range(of: Data("gecko".utf8)) == nil, "\(named): \(file)")
      }
      #expect(try store.digest().own[.evidence] == [])
    }
  }

  @Test("An older copy does not keep what the entry was before it was changed")
  func olderCopy() throws {
    let store = try Store.open(.file(folder.journal))
    var writer = Writer("story")
    writer.clock = noon(20_000)
    let old = try writer.write(.answer(.text("gecko of old")), "words", to: store)
    writer.clock = noon(20_001)
    let new = try writer.write(
      .answer(.text("ibex of now")), "words", supersedes: old.id, to: store)
    #expect(try files(holding: "gecko").contains { $0.contains(".day-") })
    _ = try store.erase(.entry(new.id))
    #expect(try files(holding: "gecko") == [])
    #expect(try files(holding: "ibex") == [])
  }

  @Test("Erasing a day says what a line goes back to, and only where it does")
  func returning() throws {
    let store = try Store.open(.file(folder.journal))
    var writer = Writer("story")
    func change(_ change: OwnEntry.Change, on day: Int) throws {
      writer.clock = noon(day)
      let line = OwnEntry.ID(record: writer.written[0].id, index: 0)
      try writer.write(.entry(line, change), change.topic, to: store)
    }
    func plan(_ day: Int) throws -> [Bool] {
      let plan = try store.erasing(.day(CivilDay(number: day)))
      return [plan.bringsWordsBack, plan.bringsLineBack]
    }
    writer.clock = noon(20_000)
    try writer.write(.answer(.entries(["one"]), into: .evidence), "lines", to: store)
    try change(.text("two"), on: 20_001)
    #expect(try plan(20_001) == [true, false])
    try change(.text("three"), on: 20_002)
    try change(.away(true), on: 20_003)
    #expect(try plan(20_000) == [false, false], "the line goes, with all that it became")
    #expect(try plan(20_001) == [false, false], "its later words stay")
    #expect(try plan(20_002) == [true, false])
    #expect(try plan(20_003) == [false, true])
    let undone = writer.written[3].id
    try writer.write(.retracted, supersedes: undone, to: store)
    #expect(try plan(20_003) == [false, false])
  }

  @Test("A safety answer is out of the copies before the journal says that it was taken back")
  func retractedGateFirst() throws {
    let store = try Store.open(.file(folder.journal))
    var writer = Writer("safety")
    writer.clock = noon(20_000)
    let gate = try writer.write(
      .answer(.gate(outcome: "zebra-outcome", hold: .emergency)), "now", to: store)
    writer.clock = noon(20_001)
    try store.queue.write { database in
      try database.execute(
        sql: """
          CREATE TEMP TRIGGER stopped BEFORE INSERT ON record WHEN NEW.kind = 'retracted'
          BEGIN SELECT RAISE(ABORT, 'the power went'); END
          """)
    }
    #expect(throws: StoreError.self) {
      try writer.write(.retracted, "now", supersedes: gate.id, to: store)
    }
    #expect(try files(holding: "zebra-outcome").allSatisfy { !$0.contains(".day-") })
    #expect(try store.look("SELECT kind FROM record") == [["gate"]])
  }

  @Test("A safety answer that is taken back after midnight is in no file, whichever day was copied")
  func gateOverMidnight() throws {
    let store = try Store.open(.file(folder.journal))
    var writer = Writer("safety")
    writer.clock = noon(20_000)
    try writer.write(.answer(.seen), "card", to: store)
    writer.clock = noon(20_001)
    let first = try writer.write(
      .answer(.gate(outcome: "zebra-outcome", hold: .emergency)), "now", to: store)
    writer.clock = noon(20_002)
    let second = try writer.write(
      .answer(.gate(outcome: "quagga-outcome", hold: nil)), "now", supersedes: first.id, to: store)
    writer.clock = noon(20_003)
    try writer.write(.retracted, "now", supersedes: second.id, to: store)
    #expect(try files(holding: "zebra-outcome") == [])
    #expect(try files(holding: "quagga-outcome") == [])
  }
}
