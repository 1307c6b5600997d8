import AllClearEngine
import Foundation
import Testing

@testable import allclear

/// Each written module, played in plain text on the virtual clock, as it is read at two widths and
/// into a pipe.
///
/// `NAME.in` holds the typed lines; its first line says what is opened: `@begin home`, `@begin now`,
/// `@begin crisis`, `@begin module ID`, `@begin practice ID`, `@begin page ID`,
/// `@begin settings`.
/// `ALLCLEAR_RECORD=1` writes what is missing or different, and fails.
@Suite("Transcripts")
struct TranscriptTests {
  static let folder = RealContent.root + "/Tests/allclearTests/Transcripts"

  static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".in") }.map { String($0.dropLast(3)) }.sorted()
  }

  @Test("a module reads the same as ever", arguments: names, [nil, 40, 80] as [Int?])
  func reads(_ name: String, _ width: Int?) throws {
    let script = try String(contentsOfFile: "\(Self.folder)/\(name).in", encoding: .utf8)
    let played = try Self.play(script, width: width)
    #expect(played.left.isEmpty, "nobody read these lines")
    let path = "\(Self.folder)/\(name)\(width.map { ".\($0)" } ?? "").out"
    let kept = try? String(contentsOfFile: path, encoding: .utf8)
    if kept != played.text, ProcessInfo.processInfo.environment["ALLCLEAR_RECORD"] == "1" {
      try played.text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("written: \(path)")
      return
    }
    #expect(kept == played.text, "\(path)")
    if let width {
      let typed = script.split(separator: "\n")
      for line in played.text.split(separator: "\n") where !typed.contains(where: line.hasSuffix) {
        #expect(line.count <= width || !line.contains(" "), "wider than \(width): \(line)")
      }
    }
  }

  @Test("every written module has a transcript")
  func complete() throws {
    let content = try RealContent()
    defer { content.remove() }
    let program = content.house.program
    for entry in program.modules + program.beside where entry.file != nil {
      #expect(Self.names.contains(entry.id), "\(entry.id)")
    }
  }

  /// Plays a script and returns all that was printed, and the lines that were left over.
  static func play(_ script: String, width: Int?) throws -> (text: String, left: [String]) {
    var lines = script.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let begin = lines.removeFirst().split(separator: " ").map(String.init)
    let content = try RealContent()
    defer { content.remove() }
    let virtual = VirtualPort(lines)
    var host = try content.host(at: virtual.now)
    host.send(.begin(try beginning(begin)), at: virtual.now)
    var loop = PlainLoop(port: virtual.port, width: width, leavesAtHome: begin.last != "home")
    _ = loop.run(&host)
    return (virtual.written, virtual.left)
  }

  private static func beginning(_ words: [String]) throws -> Event.Beginning {
    switch (words.dropFirst().first, words.last) {
    case ("home", _): return .home
    case ("now", _): return .door(.flare)
    case ("crisis", _): return .door(.crisis)
    case ("settings", _): return .door(.settings)
    case ("module", let id?): return .door(.module(id))
    case ("practice", let id?): return .door(.practice(id, minutes: nil))
    case ("page", let id?): return .door(.page(id))
    default:
      Issue.record("a script begins with @begin, not with \(words)")
      return .home
    }
  }
}
