import AllClearEngine
import AllClearExchange
import AllClearStore
import CNcurses
import Glibc

/// `allclear import`: says what a file would bring in, asks, and brings it in.
enum BringingIn {
  static func run(_ file: String, _ launch: Launch, asks: Bool, skipsBad: Bool) -> Never {
    do throws(Failure) {
      let tables = try tables(try InFile.text(file), file, skipsBad: skipsBad)
      let path = try Paths.journal(launch)
      let preview = try journal(path) { () throws(StoreError) in
        let store =
          try Paths.exists(path) ? Store.open(.file(path), .copy) : Store.open(.memory)
        return try store.weigh(tables)
      }
      for line in lines(preview) { Console.line(line) }
      guard preview.records > 0 || preview.drafts > 0 else {
        Console.line("There is nothing new in it. Nothing was changed.")
        exit(ExitCode.done)
      }
      if asks {
        guard Console.readsTerminal, Console.writesTerminal else {
          Console.line("Nothing was changed; with --yes it is brought in.")
          exit(ExitCode.done)
        }
        let typed = Asking.answer("Bring it in? Type yes, or Enter to leave it: ") ?? ""
        guard ["yes", "y"].contains(typed.lowercased()) else {
          Console.line("Nothing was changed.")
          exit(ExitCode.done)
        }
      }
      let taken = try take(tables, path)
      Console.line("Brought in: \(count(taken.records, "record")).")
      if taken.passes > 0 {
        Console.line("The safety questions are asked here before the next practice.")
      }
      exit(ExitCode.done)
    } catch { error.end() }
  }

  private static func take(
    _ tables: JournalTables, _ path: String
  ) throws(Failure) -> JournalTaken {
    let store = try journal(path) { () throws(StoreError) in try Store.open(.file(path)) }
    guard try journal(path, { () throws(StoreError) in try store.claimSitting() }) else {
      throw Failure(ExitCode.failed, "allclear is open elsewhere; close it there, then try again")
    }
    return try journal(path) { () throws(StoreError) in try store.take(tables) }
  }

  private static func journal<T>(
    _ path: String, _ body: () throws(StoreError) -> T
  ) throws(Failure) -> T {
    do throws(StoreError) { return try body() } catch { throw Failure(error, journal: path) }
  }

  // MARK: - The file

  private static func tables(
    _ text: String, _ path: String, skipsBad: Bool
  ) throws(Failure) -> JournalTables {
    do throws(ExchangeError) {
      guard JournalFile.isLikely(text) else { return try diary(text, path, skipsBad: skipsBad) }
      let tables = try JournalFile.read(text)
      for (index, row) in tables.rows.enumerated() {
        switch Store.fault(in: row) {
        case nil: break
        case .newer(let found)?: throw .newer(found: found)
        default: throw .damaged(place: "what record \(index + 1) says")
        }
      }
      return tables
    } catch { throw failure(error, path) }
  }

  private static func diary(
    _ text: String, _ path: String, skipsBad: Bool
  ) throws(ExchangeError) -> JournalTables {
    let diary = try Diary.read(
      text, app: AllClear.version, today: Clock.wall.day,
      offset: { day in
        Int(ac_utc_offset_minutes(Int64(day.number) * 86_400_000 + 43_200_000))
      })
    for refusal in diary.refused { Console.error("\(path):\(refusal.line): \(refusal.why)") }
    if !diary.ignored.isEmpty {
      Console.error("left aside, column: " + diary.ignored.joined(separator: ", "))
    }
    guard diary.refused.isEmpty || skipsBad else {
      throw .damaged(
        place: "\(count(diary.refused.count, "row")), as told above; --skip-bad leaves them out")
    }
    return diary.tables
  }

  private static func failure(_ error: ExchangeError, _ path: String) -> Failure {
    let why =
      switch error {
      case .unknown:
        "is neither a journal from 'allclear export' nor a table with a column 'date' and any of "
          + "pain, fear, ease and note"
      case .newer(let found):
        "was written by a later allclear (its version is \(found)); update allclear to bring it in"
      case .damaged(let place): "cannot be read: \(place)"
      }
    return Failure(ExitCode.badContent, "\(path) \(why)\nallclear: nothing was brought in")
  }

  // MARK: - Words

  private static func lines(_ taken: JournalTaken) -> [String] {
    var lines = [
      "New: \(count(taken.records, "record")), \(count(taken.sessions, "session")), "
        + "\(count(taken.drafts, "draft"))."
    ]
    func add(_ number: Int, _ text: String) {
      if number > 0 { lines.append("\(count(number, "record")) \(text)") }
    }
    add(taken.known, "here already.")
    add(taken.erased, "erased here; that stays so.")
    add(taken.differing, "known here with another text; what is here stays.")
    add(taken.kept, "about safety that would change what was said here; left out.")
    return lines
  }

  private static func count(_ number: Int, _ what: String) -> String {
    "\(number) \(what)" + (number == 1 ? "" : "s")
  }
}
