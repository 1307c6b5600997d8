import AllClearEngine
import AllClearExchange
import AllClearStore
import Foundation
import Testing

@testable import allclear

/// Other people's libraries read what is exported; see `.ci/exchange-check`.
@Suite("Validators")
struct ValidatorTests {
  private static let isSetUp = FileManager.default.fileExists(
    atPath: RealContent.root + "/.build/exchange-python/bin/python")

  @Test(
    "JSON Schema, FHIR R4B, iCalendar and CSV are what their libraries take them for",
    .enabled(if: isSetUp, "the libraries are brought by '.ci/exchange-check --install'"))
  func validators() throws {
    let cast = try #require(Troupe.real).cast
    let house = try House(Troupe.launch)
    for persona in cast.personas {
      let folder = try Folder()
      let store = try Store.open(.memory)
      try ExchangeJournal.write(
        Player.records(persona, in: cast.library, days: Troupe.days), to: store)
      func put(_ text: String, _ name: String) throws {
        try text.write(toFile: folder.path + "/" + name, atomically: false, encoding: .utf8)
      }
      let standing = try store.standing()
      try put(JournalFile.text(try store.rows(), app: AllClear.version), "journal.json")
      try put(
        FHIRExport(standing, measures: house.measures, questions: house.checkInQuestions).text,
        "fhir.json")
      let plan = Plan(house.program, try store.digest(), from: CivilDay(number: 20_500))
      try put(
        ICalendar.text(plan, at: (19, 0), now: Wall(milliseconds: 1_770_000_000_000)), "plan.ics")
      let tables = CSVExport(standing, measures: house.measures)
      for kind in TableKind.allCases { try put(tables.table(kind), kind.file) }
      try put(CSVExport.codebook, TableKind.codebookFile)
      let told = try Piped.shell("\(RealContent.root)/.ci/exchange-check \(folder.path) 2>&1")
      #expect(told.status == 0, "\(persona.id): \(told.output)")
      if ProcessInfo.processInfo.environment["ALLCLEAR_TELL"] != nil {
        print(persona.id, told.output)
      }
    }
  }
}
