import AllClearEngine
import AllClearExchange
import AllClearMeasures
import Glibc

/// `allclear cohort`: a caseload from tables or from journals, as the trial was seen.
struct CohortCounting {
  var options: CohortOptions
  var format: Cohort.Format?
  var output: String?
  var force: Bool
  var launch: Launch

  /// From tables.
  func run(tables paths: [CohortFile: String]) -> Never {
    do throws(Failure) {
      try checkOutput()
      let files = paths.mapValues(CohortTableFile.init)
      for file in files.values { try Self.isThere(file) }
      let progress = CohortProgress(files.compactMapValues(\.size), plain: launch.plain)
      // The lexicon is read only where a cause has no kind.
      let coder = LateCoder(launch)
      var reading = CohortReading(
        files.mapValues(\.input), options, isMindBrain: { coder.isMindBrain($0) },
        scratch: { CohortTableFile.scratch() })
      if let progress { reading.progress = { progress.tell($0, $1) } }
      var cohort: Cohort
      do throws(CohortFault) { cohort = try reading.cohort() } catch {
        progress?.end()
        throw Self.failure(error, files)
      }
      progress?.end()
      let names = CohortFile.allCases.compactMap { files[$0]?.shortName }
      cohort.source = "From \(names.joined(separator: " and "))."
      try tell(cohort)
      exit(ExitCode.done)
    } catch { error.end() }
  }

  /// From journals, a file for each person.
  func run(journals paths: [String], group: String, withDemos: Bool) -> Never {
    do throws(Failure) {
      try checkOutput()
      let journals = CohortJournals(coder: try House(launch).causeCoder(), withDemos: withDemos)
      try tell(try journals.cohort(paths, group: group, options))
      exit(ExitCode.done)
    } catch { error.end() }
  }

  // MARK: - Out

  private func checkOutput() throws(Failure) {
    guard let output, output != "-" else { return }
    try OutFile.check(output, force: force, launch)
  }

  private var chosen: Cohort.Format {
    if let format { return format }
    let ending = output.flatMap { path in
      path.lastIndex(of: ".").map { String(path[path.index(after: $0)...]).lowercased() }
    }
    return ending.flatMap(Cohort.Format.init(rawValue:)) ?? .text
  }

  private func tell(_ cohort: Cohort) throws(Failure) {
    let text: String
    switch chosen {
    case .text: text = cohort.text(plain: launch.plain)
    case .json: text = cohort.json(app: AllClear.version)
    case .csv: text = cohort.csv
    case .html:
      let templates = try Reporting.templates(try House(launch).files)
      do throws(ExchangeError) { text = try templates.page(of: cohort, by: AllClear.version) } catch
      { throw Reporting.broken(error) }
    }
    try OutFile.write(text, to: output, force: force, launch)
    if let output, output != "-" { Console.error("wrote \(output)") }
  }

  // MARK: - What is wrong

  private static func isThere(_ file: CohortTableFile) throws(Failure) {
    guard file.path != "-", !Paths.exists(file.path) else { return }
    throw Failure(ExitCode.noSuchFile, "there is no file \(file.path)")
  }

  private static func failure(
    _ fault: CohortFault, _ files: [CohortFile: CohortTableFile]
  ) -> Failure {
    let file = files[fault.file]
    let name = file?.name ?? fault.file.rawValue
    switch fault.error {
    case .unreadable:
      let code = file?.code ?? EIO
      return Failure(
        ExitCode.cannotReadOrWrite, "\(name) cannot be read: \(String(cString: strerror(code)))")
    case .noRoom:
      return Failure(
        ExitCode.cannotReadOrWrite,
        "\(name) is not in order of participants, and there is no room in the temporary folder to "
          + "sort it; TMPDIR names another folder")
    case .header(let why): return Failure(ExitCode.badContent, "\(name): \(why)")
    case .line(let line, let why): return Failure(ExitCode.badContent, "\(name):\(line): \(why)")
    case .refused(let first, let count):
      for one in first { Console.error("\(name):\(one.line): \(one.why)") }
      let more = count > first.count ? "and \(count - first.count) more; " : ""
      return Failure(
        ExitCode.badContent,
        more
          + "\(count) line\(count == 1 ? "" : "s") of \(name) cannot be counted, and nothing was "
          + "worked out; mend them, or leave them out with --skip-bad")
    }
  }
}

/// A coder that is made when the first cause needs it.
final class LateCoder {
  private let launch: Launch
  private var coder: CauseCoder?
  private var memory = CauseCoder.Memory()

  init(_ launch: Launch) { self.launch = launch }

  func isMindBrain(_ cause: String) -> Bool {
    if let coder { return coder.code(cause, &memory).isMindBrain }
    do throws(Failure) {
      let made = try House(launch).causeCoder()
      coder = made
      return made.code(cause, &memory).isMindBrain
    } catch { error.end() }
  }
}
