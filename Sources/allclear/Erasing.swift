import AllClearEngine
import AllClearStore
import Glibc

/// `allclear erase`.
enum Erasing {
  enum Choice: Hashable {
    case part(ErasureTarget)
    case everything
  }

  /// What has to be typed.
  static let word = "erase"
  /// So many entries are listed at a time.
  private static let page = 20

  static func run(_ choice: Choice?, _ launch: Launch, asks: Bool) -> Never {
    do throws(Failure) {
      let path = try Paths.journal(launch)
      guard !Journal.files(at: path).isEmpty else { throw Keeping.nothing(at: path) }
      let choice = if let choice { choice } else { try choose(path) }
      switch choice {
      case .everything: try eraseEverything(path, asks: asks)
      case .part(let target): try erase(target, path, asks: asks)
      }
      exit(ExitCode.done)
    } catch { error.end() }
  }

  // MARK: - A part

  private static func erase(
    _ target: ErasureTarget, _ path: String, asks: Bool
  ) throws(Failure) {
    guard Paths.exists(path) else { throw Keeping.nothing(at: path) }
    let done = try closing(path) { store throws(StoreError) -> Result<Erasure, Failure> in
      let plan = try store.erasing(target)
      guard !plan.isEmpty else { return .failure(nothingThere(target)) }
      if asks {
        for line in lines(of: plan, target) { Console.line(line) }
        guard isConfirmed else { return .failure(left) }
      }
      let before = try store.digest()
      let done = try store.erase(target)
      try keepResting(store, since: before)
      return .success(done)
    }
    for line in report(try done.get()) { Console.line(line) }
  }

  /// Opens the journal for its sitting, and has it closed whatever comes of it: nothing is left
  /// beside it.
  private static func closing<T>(
    _ path: String, _ body: (Store) throws(StoreError) -> T
  ) throws(Failure) -> T {
    do throws(StoreError) {
      let store = try Store.open(.file(path), .existing)
      guard !store.isReadOnly else { throw .readOnly }
      guard try store.claimSitting() else { throw .inUse }
      return try body(store)
    } catch { throw Failure(error, keeping: path) }
  }

  private static func nothingThere(_ target: ErasureTarget) -> Failure {
    switch target {
    case .entry: Failure(ExitCode.usage, "there is no entry of that name; nothing was erased")
    case .day(let day):
      Failure(ExitCode.usage, "nothing was written on \(day.iso); nothing was erased")
    }
  }

  private static let left = Failure(ExitCode.failed, "nothing was erased")

  /// Asks for the word.
  private static var isConfirmed: Bool {
    Asking.answer("Type \(word) to erase it, or anything else to leave it: ") == word
  }

  /// A movement that rested because of what is gone rests on: erasing opens no door.
  private static func keepResting(_ store: Store, since before: Digest) throws(StoreError) {
    let now = Clock.wall
    func rests(_ digest: Digest) -> Bool {
      Holds(digest, sitting: [], now: now).standing.contains(.movementPaused)
    }
    guard rests(before), try !rests(store.digest()) else { return }
    let session = SessionID(sitting: Session.sittingID(), number: 1)
    let value = Record.Value.personal(.rests(now.day))
    let record = Record(
      id: RecordID(session: session, number: 1), value: value, module: Record.person, step: "rests",
      at: now)
    let info = SessionInfo(
      id: session, module: Record.person, contentHash: "", appVersion: AllClear.version)
    try store.write([record], in: info)
  }

  static func lines(of plan: Erasure, _ target: ErasureTarget) -> [String] {
    var lines = ["This will go: " + counts(plan)]
    lines += plan.words.prefix(9).map { "  \"\(begin($0))\"" }
    if plan.words.count > 9 { lines.append("  and \(plan.words.count - 9) more") }
    if case .entry = target, plan.records > 1 {
      lines.append("All wordings of it go, and where it was chosen again.")
    }
    if plan.bringsWordsBack {
      lines.append("A line that was changed on that day goes back to its earlier words.")
    }
    if plan.bringsLineBack {
      lines.append("A line that was put away or kept on top on that day stands as it did before.")
    }
    if plan.movements > 0 { lines.append("A movement that was told with it goes as well.") }
    if plan.endsPass {
      lines.append("The safety questions come again before the next practice.")
    }
    return lines + [
      "It goes from the journal and from every copy beside it, and cannot be brought back.",
      notReached,
    ]
  }

  private static let notReached =
    "Not reached: exports and backups that you put elsewhere, and backups of this computer."

  static func report(_ done: Erasure) -> [String] {
    var lines = ["Erased: " + counts(done)]
    lines += done.rewritten.map { "Written anew without it: \($0)" }
    lines += done.removed.map { "Removed: \($0)" }
    if done.logIsHeld {
      lines.append("Another window reads the journal. Close it: until then its log may hold it.")
    }
    return lines + [notReached]
  }

  private static func counts(_ erasure: Erasure) -> String {
    var parts = [Keeping.numbered(erasure.records, "record")]
    if erasure.drafts > 0 { parts.append(Keeping.numbered(erasure.drafts, "draft")) }
    return parts.joined(separator: ", ")
  }

  /// Its first words, on one line.
  private static func begin(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 60 ? line.prefix(57) + "..." : line
  }

  // MARK: - Everything

  private static func eraseEverything(_ path: String, asks: Bool) throws(Failure) {
    if asks {
      Console.line("These files will go:")
      for file in Journal.files(at: path) { Console.line("  \(file)") }
      Console.line("It cannot be brought back.")
      Console.line(notReached)
      guard isConfirmed else { throw left }
    }
    do throws(StoreError) {
      for file in try Journal.eraseEverything(at: path) { Console.line("Removed: \(file)") }
    } catch { throw Failure(error, keeping: path) }
    Console.line(notReached)
    if let settings = try? Paths.settings(), Paths.exists(settings) {
      Console.line("Left: \(settings), which holds none of your words.")
    }
    Console.line("A reminder, if you set one, ends with 'allclear remind --off'.")
  }

  // MARK: - The list

  private static func choose(_ path: String) throws(Failure) -> Choice {
    let all: [OwnWords]
    do throws(StoreError) { all = try Store.open(.file(path), .copy).ownWords() } catch {
      throw Failure(error, journal: path)
    }
    var shown = min(page, all.count)
    list(all[..<shown], from: 0)
    while true {
      var ways = shown > 0 ? ["a number for one entry"] : []
      if shown < all.count { ways.append("m for more") }
      ways += ["a day as in 2026-11-23", "everything", "Enter to leave it"]
      let typed = Asking.answer("Type \(ways.joined(separator: ", ")): ") ?? ""
      if let number = Int(typed), (1...max(shown, 1)).contains(number), shown > 0 {
        return .part(.entry(all[number - 1].id))
      }
      if let day = CivilDay(iso: typed) { return .part(.day(day)) }
      switch typed {
      case "everything": return .everything
      case "": throw left
      case "m" where shown < all.count:
        let next = min(shown + page, all.count)
        list(all[shown..<next], from: shown)
        shown = next
      default: Console.line("There is no '\(typed)' here.")
      }
    }
  }

  private static func list(_ entries: ArraySlice<OwnWords>, from first: Int) {
    for (index, entry) in entries.enumerated() {
      let number = String(first + index + 1)
      let pad = String(repeating: " ", count: max(0, 4 - number.count))
      Console.line(
        "\(pad)\(number)  \(entry.at.day.iso)  \(begin(entry.lines.joined(separator: "; ")))")
      Console.line("      --entry \(entry.id.text)")
    }
  }
}
