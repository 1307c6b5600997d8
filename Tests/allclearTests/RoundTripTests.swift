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
