import AllClearEngine
import AllClearExchange
import AllClearScript
import AllClearStore
import Glibc

/// `allclear report`: a page to take along.
struct Reporting {
  var page: Report.Page
  var format: Report.Format?
  var output: String?
  var force: Bool

  func run(_ launch: Launch, evidence: Bool, pain: Bool) -> Never {
    do throws(Failure) {
      let house = try House(launch)
      let templates = try Self.templates(house.files)
      if let output { try OutFile.check(output, force: force, launch) }
      var report = try report(house, launch)
      (report.hasOwnWords, report.hasPain) = (evidence, pain)
      if page == .report, output != nil, !evidence, !pain, Console.readsTerminal,
        Console.writesTerminal
      {
        report.hasOwnWords = Self.says("With your evidence and movements, in your own words?")
        report.hasPain = Self.says("With pain as a number?")
      }
      let text: String
      do throws(ExchangeError) {
        text = try templates.page(page, chosenFormat, of: report)
      } catch { throw Self.broken(error) }
      guard let output else {
        Console.write(text)
        exit(ExitCode.done)
      }
      try OutFile.write(text, to: output, force: force, launch)
      Console.line("Written: \(output), readable by you alone. Read it before you give it away.")
      exit(ExitCode.done)
    } catch { error.end() }
  }

  private var chosenFormat: Report.Format {
    if let format { return format }
    guard let output else { return Console.writesTerminal ? .markdown : .html }
    return output.hasSuffix(".md") || output.hasSuffix(".markdown") ? .markdown : .html
  }

  private static func says(_ question: String) -> Bool {
    let typed = Asking.answer(question + " Type yes, or Enter for no: ") ?? ""
    return ["y", "yes"].contains(typed.lowercased())
  }

  private func report(_ house: House, _ launch: Launch) throws(Failure) -> Report {
    let program = house.program
    let path = try Paths.journal(launch)
    // What is for the other side holds nothing of a person, and needs no journal.
    let needsJournal = page == .report
    var progress = Progress()
    if page != .clinician, needsJournal || Paths.exists(path) {
      guard Paths.exists(path) else { throw Keeping.nothing(at: path) }
      do throws(StoreError) { progress = try Store.progress(at: path) } catch {
        throw Failure(error, journal: path)
      }
    }
    var titles: [String: String] = [:]
    for entry in program.modules + program.beside { titles[entry.id] = entry.title }
    for entry in program.practices { titles[entry.id] = entry.title }
    for entry in program.measures { titles[entry.id] = entry.title }
    var report = Report(
      progress, on: Clock.wall.day, by: AllClear.version, titles: titles,
      lessons: program.modules.filter { $0.file != nil }.map(\.id))
    let pages = ProgressPages(
      progress, program: program, today: Clock.wall.day, codes: house.causeCodes(of: progress))
    for line in progress.own.causesTellings.flatMap(\.lines) {
      report.labels[line.id] = pages.kindText(of: line)
    }
    return report
  }

  // MARK: - Templates

  static func templates(_ files: ContentFiles) throws(Failure) -> ReportTemplates {
    var texts: [String: String] = [:]
    for name in ReportTemplates.names {
      let path = files.language + "/report/\(name).mustache"
      do throws(ReadFault) {
        texts[name] = String(decoding: try ContentFiles.read(path), as: UTF8.self)
      } catch {
        throw Failure(ExitCode.badContent, "the content is broken: \(path) cannot be read")
      }
    }
    do throws(ExchangeError) { return try ReportTemplates(texts) } catch { throw broken(error) }
  }

  static func broken(_ error: ExchangeError) -> Failure {
    let place = if case .damaged(let place) = error { place } else { "a template" }
    return Failure(ExitCode.badContent, "the content is broken: report/\(place) cannot be used")
  }
}
