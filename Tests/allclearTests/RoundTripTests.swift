import AllClearEngine
import AllClearExchange
import AllClearStore
import Testing

@testable import allclear

/// A journal goes into a file and comes back: nothing is lost by the way, and nothing gained.
@Suite("Round trips")
struct RoundTripTests {
  /// What another journal says once it is brought in: who answered elsewhere is let in nowhere.
  private func elsewhere(_ digest: Digest) -> Digest {
    var digest = digest
    digest.gatesElsewhere = digest.gates
    digest.gates = [:]
    digest.passedAt = nil
    digest.longestPause = 0
    return digest
  }

  @Test("Every made-up patient's six weeks come back as they were")
  func personas() throws {
    let cast = try #require(Troupe.real).cast
    for persona in cast.personas {
      let source = try Store.open(.memory)
      try ExchangeJournal.write(
        Player.records(persona, in: cast.library, days: Troupe.days), to: source)
      let tables = try source.rows()
      let text = JournalFile.text(tables, app: AllClear.version)
      let read = try JournalFile.read(text)
      #expect(read == tables, "\(persona.id)")

      let target = try Store.open(.memory)
      let taken = try target.take(read)
      #expect(taken.records == tables.rows.count, "\(persona.id)")
      #expect(try target.digest() == elsewhere(try source.digest()), "\(persona.id)")
      var progress = try source.progress()
      progress.safety = try target.progress().safety
      #expect(try target.progress() == progress, "\(persona.id)")

      // Once it has come from elsewhere, going round again changes not a byte.
      let again = JournalFile.text(try target.rows(), app: AllClear.version)
      let third = try Store.open(.memory)
      _ = try third.take(try JournalFile.read(again))
      #expect(JournalFile.text(try third.rows(), app: AllClear.version) == again, "\(persona.id)")
      #expect(try target.take(read).records == 0, "\(persona.id)")
    }
  }

  @Test("A report is the same after it, but for safety questions, which are asked here again")
  func report() throws {
    let cast = try #require(Troupe.real).cast
    let templates = try Reporting.templates(try House(Troupe.launch).files)
    let source = try Store.open(.memory)
    try ExchangeJournal.write(ExchangeJournal.fullest(cast), to: source)
    let target = try Store.open(.memory)
    _ = try target.take(try source.rows())
    func page(_ store: Store) throws -> String {
      var progress = try store.progress()
      progress.safety = []
      var report = Report(progress, on: CivilDay(number: 20_500), by: AllClear.version)
      (report.hasOwnWords, report.hasPain) = (true, true)
      return try templates.page(.report, .html, of: report)
    }
    let before = try page(source)
    #expect(before.count > 1000)
    #expect(try page(target) == before)
  }

  @Test(
    "Exported, all of it erased and brought in again, it is the same; one erased entry stays away")
  func erased() throws {
    let cast = try #require(Troupe.real).cast
    let folder = try Folder()
    let path = folder.path + "/journal.sqlite"
    var store: Store? = try Store.open(.file(path))
    try ExchangeJournal.write(
      Array(ExchangeJournal.fullest(cast).prefix(200)), to: #require(store))
    let tables = try #require(store).rows()
    let text = JournalFile.text(tables, app: AllClear.version)
    let progress = try #require(store).progress()
    store = nil
    _ = try Journal.eraseEverything(at: path)
    #expect(Journal.files(at: path).isEmpty)

    let back = try Store.open(.file(path))
    #expect(try back.take(try JournalFile.read(text)).records == tables.rows.count)
    var now = try back.progress()
    now.safety = progress.safety
    #expect(now == progress)

    let row = try #require(tables.rows.first { $0.kind == .answered && $0.value.contains("text") })
    #expect(!(try back.erase(.entry(row.id)).isEmpty))
    let again = try back.take(try JournalFile.read(text))
    #expect(again.records == 0 && again.erased >= 1)
    let here = try back.rows().rows.first { $0.id == row.id }
    #expect(here?.value.contains("erased") == true && here?.shown == nil)
  }

  @Test("20,000 records come back as they were, in among others too")
  func many() throws {
    let source = try Store.open(.memory)
    for number in 1...400 {
      let info = SessionInfo(
        id: SessionID(sitting: "00000000-0000-4000-8000-000000000000", number: number),
        module: number % 5 == 0 ? "check-in" : "tracking", contentHash: "0", appVersion: "0.1.0")
      let records = (1...50).map { index in
        let value: AllClearEngine.Record.Value =
          switch index {
          case 1: .started
          case 50: .finished(.completed)
          case _ where index % 7 == 0: .answer(.text("Words of day \(number), \(index)"))
          default: .answer(.number(index % 11))
          }
        return AllClearEngine.Record(
          id: RecordID(session: info.id, number: index), value: value, module: info.module,
          step: index == 2 ? "pain" : "step-\(index)", shown: "Question \(index)",
          at: Wall(milliseconds: 1_600_000_000_000 + Int64(number * 86_400 + index) * 1000))
      }
      try source.write(records, in: info)
    }
    let tables = try source.rows()
    let read = try JournalFile.read(JournalFile.text(tables, app: AllClear.version))
    #expect(read == tables)
    let target = try Store.open(.memory)
    // Every second session is there already: the others come in between.
    let half = tables.sessions.filter { $0.id.number % 2 == 0 }
    let ids = Set(half.map(\.id))
    _ = try target.take(
      JournalTables(sessions: half, rows: tables.rows.filter { ids.contains($0.session) }))
    let taken = try target.take(read)
    #expect(taken.records == 10_000 && taken.known == 10_000)
    #expect(try target.rows().rows.map(\.id) == tables.rows.map(\.id))
    #expect(try target.progress() == (try source.progress()))
  }

  @Test("Tables, bundle and calendar of every made-up patient hold no words about safety")
  func discreet() throws {
    let cast = try #require(Troupe.real).cast
    let house = try House(Troupe.launch)
    for persona in cast.personas {
      let store = try Store.open(.memory)
      try ExchangeJournal.write(
        Player.records(persona, in: cast.library, days: Troupe.days), to: store)
      let records = try store.standing()
      let safety = CSVExport(records, measures: house.measures).table(.safety)
      #expect(safety.split(separator: "\r\n").allSatisfy { $0.count { $0 == "," } == 1 })
      let bundle = FHIRExport(
        records, measures: house.measures, questions: house.checkInQuestions
      ).text
      for word in ["gate", "emergency", "same-day", "lessons-only", "safety", "sitting"] {
        #expect(!bundle.contains(word), "\(persona.id): \(word)")
      }
      let plan = Plan(house.program, try store.digest(), from: CivilDay(number: 20_500))
      #expect(!plan.entries.isEmpty, "\(persona.id)")
      #expect(Set(plan.entries.map(\.name)).count == plan.entries.count, "\(persona.id)")
    }
  }
}
