import AllClearEngine
import AllClearMeasures
import AllClearStore
import AllClearUI
import Glibc

/// `allclear progress`: what has changed, as sentences or for another program.
struct ProgressReport {
  let launch: Launch
  /// Pain is told only where it was asked for.
  var withPain = false
  var withTable = false
  var withTrial = false
  var isJSON = false

  func run() -> Never {
    do throws(Failure) {
      let text = try text()
      Console.write(text)
      exit(ExitCode.done)
    } catch { error.end() }
  }

  private func text() throws(Failure) -> String {
    let house = try House(launch)
    let progress = try progress()
    let pages = ProgressPages(
      progress, program: house.program, today: Clock.wall.day, hasTable: withTable,
      codes: house.causeCodes(of: progress))
    if isJSON { return ProgressJSON(pages: pages, withPain: withPain).value.pretty() + "\n" }
    let transcript = Transcript(
      phrases: house.program.phrases, width: FrontEnd.readingWidth(launch))
    var parts = [Self.opening(pages, transcript)]
    for part in pages.parts where part != .pain || withPain {
      parts.append(
        transcript.lines(of: Prose(pages.title(part)))
          + transcript.lines(of: pages.prose(part)))
    }
    if withTrial, let trial = house.program.roles.trial {
      parts.append(try Reading.lines(of: trial, in: house, width: transcript.width))
    }
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private static func opening(_ pages: ProgressPages, _ transcript: Transcript) -> [String] {
    let phrases = transcript.phrases
    var lines = [phrases(.changed), pages.opening]
    if pages.progress.isDemo { lines.insert(phrases(.demoMark), at: 0) }
    if !pages.showsNumbers { lines.append(phrases(.changedNumbersOff)) }
    return lines.flatMap { transcript.lines(of: Prose($0)) }
  }

  private func progress() throws(Failure) -> Progress {
    let path = try Paths.journal(launch)
    guard Paths.exists(path) else {
      guard launch.journal == nil else {
        throw Failure(ExitCode.noSuchFile, "there is no journal at \(path)")
      }
      return Progress()
    }
    do throws(StoreError) {
      return try Store.progress(at: path)
    } catch { throw Failure(error, journal: path) }
  }
}
