import AllClearEngine
import AllClearExchange
import AllClearMeasures
import AllClearStore

/// A caseload from exported journals: a file for each person.
struct CohortJournals {
  var coder: CauseCoder
  var withDemos: Bool

  /// Reads them one after the other; none of them is kept.
  func cohort(
    _ paths: [String], group: String, _ options: CohortOptions
  ) throws(Failure) -> Cohort {
    var cohort = Cohort(options)
    var people = CohortGroup()
    var owners: [SessionID: String] = [:]
    var counts = Counts()
    for path in paths {
      let tables = try Self.tables(path)
      for session in tables.sessions {
        if let other = owners.updateValue(path, forKey: session.id) {
          throw Failure(
            ExitCode.badContent,
            "\(path) and \(other) hold the same journal; name one of them for each person")
        }
      }
      let isDemo = tables.rows.contains { $0.origin == .demo }
      if isDemo { cohort.demos += 1 }
      guard !isDemo || withDemos else { continue }
      people.add(try person(tables, path, &counts))
    }
    cohort.arms = people.people > 0 ? [Cohort.Arm(group, people)] : []
    cohort.journals = paths.count
    cohort.hasDemos = withDemos
    cohort.source = "From \(paths.count) journal\(paths.count == 1 ? "" : "s")."
    (cohort.byFile, cohort.byWords, cohort.further) = (counts.own, counts.words, counts.further)
    return cohort
  }

  /// How causes were coded.
  private struct Counts {
    var own = 0
    var words = 0
    var further = 0
  }

  private static func tables(_ path: String) throws(Failure) -> JournalTables {
    let text = try InFile.text(path)
    do throws(ExchangeError) { return try JournalFile.read(text) } catch {
      let why =
        switch error {
        case .unknown: "is no journal from 'allclear export --format json'"
        case .newer(let found):
          "was written by a later allclear (its version is \(found)); update allclear to read it"
        case .damaged(let place): "cannot be read: \(place)"
        }
      throw Failure(ExitCode.badContent, "\(path) \(why)\nallclear: nothing was worked out")
    }
  }

  private func person(
    _ tables: JournalTables, _ path: String, _ counts: inout Counts
  ) throws(Failure) -> CohortPerson {
    let progress: AllClearEngine.Progress
    do throws(StoreError) {
      let store = try Store.open(.memory)
      _ = try store.take(tables)
      progress = try store.progress()
    } catch { throw Failure(error, journal: path) }
    let rated = ([progress.beginning].compactMap { $0 } + progress.checkIns).compactMap(\.pain)
    let told = progress.own.causesTellings
    return CohortPerson(
      before: rated.first.map(Double.init),
      after: rated.count > 1 ? rated.last.map(Double.init) : nil,
      named: named(told.first, &counts),
      namedAfter: told.count > 1 ? named(told.last, &counts) : nil)
  }

  /// As in the trial the first three count; the kind that the person put right wins.
  private func named(
    _ telling: OwnLists.Telling?, _ counts: inout Counts
  ) -> CohortPerson.Named? {
    guard let lines = telling?.lines, !lines.isEmpty else { return nil }
    counts.further += max(0, lines.count - 3)
    var mindBrain = 0
    for line in lines.prefix(3) {
      if line.kind == nil { counts.words += 1 } else { counts.own += 1 }
      let kind = line.kind ?? coder.code(line.text).category
      if kind.isMindBrain { mindBrain += 1 }
    }
    return CohortPerson.Named(mindBrain: mindBrain, of: min(3, lines.count))
  }
}
