import AllClearUI
import Foundation
import Testing

/// The real binary where no terminal is, or where something is broken.
@Suite("Smoke, piped", .serialized, .timeLimit(.minutes(2)))
struct SmokePipedTests {
  private static let numbers = ["911", "112", "000", "111"]

  @Test("help comes with a damaged journal, with a folder for a journal and without content")
  func helpWhenBroken() throws {
    let folder = try Folder()
    try Data("SQLite format 3\0 torn".utf8).write(to: URL(fileURLWithPath: folder.journal))
    let damaged = try Data(contentsOf: URL(fileURLWithPath: folder.journal))
    for journal in [folder.journal, folder.path, folder.path + "/none/here.sqlite"] {
      let run = try Piped("now", "--journal", journal, input: "1\n\ncrisis\n")
      #expect(run.status == 0, "\(journal): \(run.error)")
      #expect(run.output.contains("It is loud right now."))
      #expect(run.output.contains("Please talk to a person now."))
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.journal)) == damaged)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/none"))
    let home = try Piped("--journal", folder.journal)
    #expect(home.status == 74)
    #expect(home.error.contains("allclear now"))
    for command in ["now", "crisis"] {
      let run = try Piped(command, "--content", "/nonexistent")
      #expect(run.status == 0)
      #expect(run.output.split(separator: "\n").count == 6)
      for number in Self.numbers { #expect(run.output.contains(number)) }
    }
    #expect(try Piped("--content", "/nonexistent").status == 66)
  }

  @Test("neither a file nor its name nor a typed line sends a control to the terminal")
  func inert() throws {
    let folder = try Folder()
    let path = folder.path + "/a\u{1B}[31m\u{202E}.yaml"
    try "format: 1\nmodule: x\u{1B}]0;t\u{7}\u{202E}\u{200B}y\n\u{9B}1m: \u{2066}\n"
      .write(toFile: path, atomically: false, encoding: .utf8)
    let runs = [
      try Piped("content", "check", path),
      try Piped("--plain", input: "\u{1B}[2J\u{9B}1m\u{202E}\u{7}\n1\n"),
      try Piped("read", "\u{1B}[31m\u{202E}"), try Piped("module", "\u{1B}[31m\u{202E}"),
      try Piped("status", "--journal", path),
    ]
    for (index, run) in runs.enumerated() {
      #expect(!(run.output + run.error).isEmpty)
      for scalar in (run.output + run.error).unicodeScalars where scalar != "\n" {
        let isShown = Inert.shown(String(scalar)) == String(scalar)
        if !isShown { Issue.record("run \(index): U+\(String(scalar.value, radix: 16))") }
      }
    }
  }

  @Test("the crisis page goes through a pipe, with its numbers early and each on a line")
  func crisisPipe() throws {
    let run = try Piped.shell("allclear crisis </dev/null | cat; echo ${PIPESTATUS[0]}")
    #expect(run.output.contains("Please talk to a person now."))
    #expect(run.output.hasSuffix("\n0\n"))
    // A line for each number, the number first, after the one sentence that goes before them.
    let lines = run.output.split(separator: "\n")
    #expect(lines.dropFirst().prefix(3).contains { $0.hasPrefix("911") }, "\(lines.prefix(4))")
    #expect(!run.output.contains("\u{1B}"))
    #expect(run.error.isEmpty)
  }

  @Test(
    "a full standard output is said, and ends with 74",
    arguments: ["crisis", "read tracking", "module"])
  func full(command: String) throws {
    let run = try Piped.shell("allclear \(command) </dev/null >/dev/full")
    #expect(run.status == 74)
    #expect(run.error.contains("could not write"))
  }

  @Test("a reader that goes away ends it quietly")
  func closedPipe() throws {
    let run = try Piped.shell("allclear read tracking | head -1; echo ${PIPESTATUS[0]}")
    #expect(run.error.isEmpty)
    #expect(run.output.hasPrefix("Somatic tracking\n"))
  }

  @Test("status, read and content check end with what came of it")
  func exitCodes() throws {
    let folder = try Folder()
    let empty = try Piped("status", "--journal", folder.journal)
    #expect(empty.status == 0)
    #expect(empty.output.contains("nothing kept yet"))
    #expect(!FileManager.default.fileExists(atPath: folder.journal), "looking leaves no trace")
    let read = try Piped("read", "tracking", "--width", "60")
    #expect(read.status == 0)
    // What is to be typed stays in one piece.
    #expect(
      read.output.split(separator: "\n").allSatisfy {
        $0.count <= 60 || !$0.contains(" ") || $0.contains("allclear read")
      })
    #expect(read.output.contains("Not known") || read.output.contains("somatic tracking"))
    let clean = try Piped("content", "check", RealContent.root + "/Content")
    #expect(clean.status == 0, "\(clean.output)")
    let file = folder.path + "/Content"
    try FileManager.default.copyItem(atPath: RealContent.root + "/Content", toPath: file)
    try "format: nonsense\n".write(
      toFile: file + "/en/modules/01-story.yaml", atomically: true, encoding: .utf8)
    let broken = try Piped("content", "check", file)
    #expect(broken.status == 65)
    #expect(broken.output.contains("01-story.yaml:1:"))
    #expect(try Piped("content", "check", "/nonexistent").status == 66)
    try Data("hello, nothing like it".utf8).write(to: URL(fileURLWithPath: folder.journal))
    #expect(try Piped("status", "--journal", folder.journal).status == 74)
  }

  @Test("a piped run goes end to end, and what was kept is there the next time")
  func pipedRun() throws {
    let folder = try Folder()
    let script = try String(
      contentsOfFile: TranscriptTests.folder + "/first-run.in", encoding: .utf8)
    // A pause, and the Enter that ends it, belong to the practice, which reads no lines here.
    let lines = script.components(separatedBy: "\n")
      .split(separator: "@pause 12").map { Array($0) }
      .enumerated().flatMap { $0.offset == 0 ? $0.element : Array($0.element.dropFirst()) }
      .filter { !$0.hasPrefix("@") }.joined(separator: "\n")
    let run = try Piped("--speed", "2000", "--journal", folder.journal, input: lines)
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("2000 times as fast"))
    #expect(run.output.contains("That is enough for one day."))
    #expect(run.output.hasSuffix("Take care. Come back any time.\n"))
    #expect(!run.output.contains("\u{1B}"))
    let status = try Piped("status", "--journal", folder.journal)
    #expect(status.output.contains("Safety questions: answered"))
    #expect(status.output.contains("Practices done: 1"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    for name in names where name.hasPrefix("journal") {
      let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
      #expect(mode[.posixPermissions] as? Int == 0o600, "\(name)")
    }
  }
}
