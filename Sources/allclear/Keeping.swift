import AllClearEngine
import AllClearStore
import Glibc

/// `allclear backup` and `allclear restore`.
enum Keeping {
  static func backUp(_ launch: Launch, to output: String?, force: Bool) -> Never {
    do throws(Failure) {
      let path = try Paths.journal(launch)
      let file = output ?? "allclear-backup-\(Clock.wall.day.iso).sqlite"
      try OutFile.check(file, force: force, launch)
      guard try count(at: path) != nil else { throw nothing(at: path) }
      let count: JournalCount
      do throws(StoreError) { count = try Journal.backUp(path, to: file) } catch {
        throw Failure(
          ExitCode.cannotReadOrWrite, "no backup was made: \(reason(error, file, of: path))")
      }
      Console.line("Backup:  \(file)")
      Console.line("Holds:   \(said(count)); read through and counted")
      Console.line("Readable by you alone, not encrypted. 'allclear restore' brings it back.")
      exit(ExitCode.done)
    } catch { error.end() }
  }

  static func restore(_ file: String, _ launch: Launch, asks: Bool) -> Never {
    do throws(Failure) {
      let path = try Paths.journal(launch)
      guard !Journal.areSame(path, file) else {
        throw Failure(ExitCode.usage, "\(file) is the journal itself; nothing to do")
      }
      let backup: Backup
      do throws(StoreError) { backup = try Backup(reading: file) } catch {
        throw refusal(of: file, error)
      }
      Console.line("Backup:  \(file)")
      Console.line("         \(said(backup.count))")
      Console.line("Journal: \(path)")
      Console.line("         \(try present(at: path))")
      if asks {
        Console.line("The backup takes the journal's place; the journal is kept beside it.")
        guard Asking.answer("Go on? Type yes, or anything else to leave it: ") == "yes" else {
          throw Failure(ExitCode.failed, "nothing was changed")
        }
      }
      let kept: String?
      do throws(StoreError) { kept = try backup.restore(to: path, stamp: stamp) } catch {
        throw Failure(error, keeping: path)
      }
      Console.line("Restored: \(said(backup.count))")
      if let kept { Console.line("Kept:     \(kept), the journal that was there before") }
      Console.line("The safety questions come again before the next practice.")
      exit(ExitCode.done)
    } catch { error.end() }
  }

  /// What a journal holds, in a few words.
  static func said(_ count: JournalCount) -> String {
    var parts = [numbered(count.records, "record"), numbered(count.sessions, "sitting")]
    if count.drafts > 0 { parts.append(numbered(count.drafts, "draft")) }
    if let first = count.first, let last = count.last {
      parts.append("\(first.day.iso) to \(last.day.iso)")
    }
    return parts.joined(separator: ", ")
  }

  static func numbered(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }

  static func nothing(at path: String) -> Failure {
    Failure(ExitCode.noSuchFile, "there is no journal at \(path) yet")
  }

  private static func count(at path: String) throws(Failure) -> JournalCount? {
    guard Paths.exists(path) else { return nil }
    do throws(StoreError) { return try Journal.count(at: path) } catch {
      throw Failure(error, journal: path)
    }
  }

  private static func present(at path: String) throws(Failure) -> String {
    guard Paths.exists(path) else { return "none yet" }
    do throws(StoreError) {
      return try Journal.count(at: path).map(said) ?? "nothing in it yet"
    } catch {
      guard error == .damaged else { throw Failure(error, journal: path) }
      return "damaged; it is kept as it is"
    }
  }

  private static func refusal(of file: String, _ error: StoreError) -> Failure {
    let what =
      switch error {
      case .newer(let found):
        "was written by a later allclear (its format is \(found)); update allclear to use it"
      case .foreign: "is not a journal of allclear"
      case .damaged: "is damaged"
      case .notAFile: "is no regular file"
      case .notFound: "is not there, or holds nothing"
      case .notAllowed: "may not be read by you"
      default: "cannot be read"
      }
    let code =
      switch error {
      case .notFound: ExitCode.noSuchFile
      case .newer, .foreign, .damaged, .notAFile: ExitCode.badContent
      default: ExitCode.cannotReadOrWrite
      }
    return Failure(code, "\(file) \(what); nothing was changed")
  }

  private static func reason(_ error: StoreError, _ file: String, of path: String) -> String {
    switch error {
    case .full: "the disk of \(file) is full; name another place with -o"
    case .notFound: "the folder of \(file) is not there; name another place with -o"
    case .notAllowed, .readOnly: "\(file) may not be written by you; name another place with -o"
    case .notAFile: "\(file) is no regular file; name another place with -o"
    case .damaged: "\(path) is damaged, or the copy did not come out the same"
    case .inUse: "\(path) is held by another program; close that, then try again"
    default: "the disk reports an error"
    }
  }

  /// The day and the time, as a file's name can bear them.
  private static var stamp: String {
    let now = Clock.wall
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(now.day.iso)-\(two(now.hour))\(two(now.minute))"
  }
}

/// Asks at the terminal, or whatever standard input is.
enum Asking {
  /// What was typed; `nil` at the end of input.
  static func answer(_ question: String) -> String? {
    Console.write(question)
    let line = readLine().map { line in
      String(line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    // What is piped in shows no Enter, nor does the end of input.
    if line == nil || !Console.readsTerminal { Console.line() }
    return line
  }
}

extension Failure {
  /// What is wrong with a journal that is to be changed as a whole.
  init(_ error: StoreError, keeping path: String) {
    guard error == .inUse else {
      self.init(error, journal: path)
      return
    }
    self.init(
      ExitCode.cannotReadOrWrite,
      "\(path) is open in another window; leave allclear there first. Nothing was changed")
  }
}
