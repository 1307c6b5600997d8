import AllClearEngine
import AllClearExchange
import AllClearScript
import AllClearStore
import Glibc

/// What a person takes along: the journal as files, and the plan as a calendar.
enum Taking {
  /// The kinds of files.
  enum Format: String, CaseIterable {
    case json, csv, fhir
  }

  static func export(
    _ launch: Launch, as format: Format, to path: String?, table: TableKind?, force: Bool
  ) -> Never {
    do throws(Failure) {
      let store = try store(launch)
      let written: [String]
      switch format {
      case .json:
        let tables = try reading(launch) { () throws(StoreError) in try store.rows() }
        try OutFile.write(
          JournalFile.text(tables, app: AllClear.version), to: path, force: force, launch)
        written = [path].compactMap { $0 }
      case .csv:
        written = try exportTables(store, launch, to: path, table: table, force: force)
      case .fhir:
        let house = try House(launch)
        let records = try reading(launch) { () throws(StoreError) in try store.standing() }
        let bundle = FHIRExport(
          records, measures: house.measures, questions: house.checkInQuestions)
        try OutFile.write(bundle.text, to: path, force: force, launch)
        written = [path].compactMap { $0 }
      }
      say(written, format)
      exit(ExitCode.done)
    } catch { error.end() }
  }

  /// The schema of the json file, which lies beside the content.
  static func schema(_ launch: Launch, to path: String?, force: Bool) -> Never {
    do throws(Failure) {
      let file = try Paths.content(launch) + "/export-schema.json"
      try OutFile.write(try InFile.text(file), to: path, force: force, launch)
      exit(ExitCode.done)
    } catch { error.end() }
  }

  private static func exportTables(
    _ store: Store, _ launch: Launch, to path: String?, table: TableKind?, force: Bool
  ) throws(Failure) -> [String] {
    let house = try House(launch)
    let records = try reading(launch) { () throws(StoreError) in try store.standing() }
    let export = CSVExport(records, measures: house.measures)
    if let table {
      try OutFile.write(export.table(table), to: path, force: force, launch)
      return [path].compactMap { $0 }
    }
    guard let path, path != "-" else {
      throw Failure(
        ExitCode.usage,
        "csv is one file a table: name a folder with -o DIR, or one table with --table NAME "
          + "(\(TableKind.allCases.map(\.rawValue).joined(separator: ", ")))")
    }
    let files =
      TableKind.allCases.map { (name: $0.file, text: export.table($0)) }
      + [(name: TableKind.codebookFile, text: CSVExport.codebook)]
    return try OutFile.write(files, into: path, force: force, launch)
  }

  /// What was written, and that whoever can read it reads one's words.
  private static func say(_ files: [String], _ format: Format) {
    for file in files where file != "-" { Console.error("wrote \(file)") }
    Console.error(
      format == .fhir
        ? "it holds your ratings in the clear, without your name; keep it where only you can read it"
        : "it holds your own words in the clear; keep it where only you can read it")
  }

  // MARK: - The plan

  static func schedule(
    _ launch: Launch, to path: String?, at time: DailyTime?, force: Bool
  ) -> Never {
    do throws(Failure) {
      let house = try House(launch)
      let digest = try digest(launch)
      let now = Clock.wall
      let plan = Plan(house.program, digest, from: now.day)
      let clock = time.map { (hour: $0.hour, minute: $0.minute) }
      try OutFile.write(ICalendar.text(plan, at: clock, now: now), to: path, force: force, launch)
      if let path, path != "-" {
        Console.error("wrote \(path): \(plan.entries.count) entries, each \"\(ICalendar.title)\"")
      }
      exit(ExitCode.done)
    } catch { error.end() }
  }

  // MARK: - Reading

  /// The journal as a copy in memory: nothing is changed, and a sitting goes on beside it.
  private static func store(_ launch: Launch) throws(Failure) -> Store {
    let path = try Paths.journal(launch)
    guard Paths.exists(path) else {
      throw Failure(
        ExitCode.noSuchFile, "there is no journal yet at \(path); nothing has been kept")
    }
    return try reading(launch) { () throws(StoreError) in try Store.open(.file(path), .copy) }
  }

  private static func digest(_ launch: Launch) throws(Failure) -> Digest {
    let path = try Paths.journal(launch)
    guard Paths.exists(path) else { return Digest() }
    return try reading(launch) { () throws(StoreError) in
      try Store.open(.file(path), .copy).digest()
    }
  }

  private static func reading<T>(
    _ launch: Launch, _ body: () throws(StoreError) -> T
  ) throws(Failure) -> T {
    let path = try Paths.journal(launch)
    do throws(StoreError) { return try body() } catch { throw Failure(error, journal: path) }
  }
}

extension House {
  /// The questionnaires that the program lists.
  var measures: [Measure] {
    program.measures.compactMap { compiler.measure($0.id, of: program).measure }
  }

  /// What a check-in asks, by what is rated.
  var checkInQuestions: [CheckIn.Field: String] {
    let (module, _) = compiler.module(CheckIn.module, of: program)
    var questions: [CheckIn.Field: String] = [:]
    for step in module?.allSteps ?? [] {
      guard let field = CheckIn.Field(rawValue: step.id) else { continue }
      switch step.kind {
      case .scale(let prose, _), .choose(let prose, _, many: _):
        questions[field] = prose.plainText
      default: break
      }
    }
    return questions
  }
}
