import AllClearEngine
import AllClearScript
import Foundation
import Testing

@testable import allclear

/// `allclear content codes` and `content stats`.
@Suite("Content commands")
struct ContentCommandTests {
  private static let content = RealContent.root + "/Content"
  private static let example =
    RealContent.root + "/Tests/AllClearScriptTests/Fixtures/Good/modules/worked-example.yaml"

  /// A copy of the content, as an author works on it.
  private static func copy() throws -> Folder {
    let folder = try Folder()
    try FileManager.default.copyItem(atPath: content, toPath: folder.path + "/mine")
    return folder
  }

  private static func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  @Test("codes prints all of them, or one; a code that is none is wrong use")
  func codes() throws {
    #expect(try Piped("content", "codes").output == CodeList.markdown)
    let one = try Piped("content", "codes", "bad-hole")
    #expect(one.output == CodeList.entry(.badHole))
    #expect(one.status == 0)
    let none = try Piped("content", "codes", "bad-hol")
    #expect(none.status == 64)
    #expect(none.error.contains("did you mean 'bad-hole'?"))
  }

  @Test("stats has an aligned line for each module, page and practice, and the totals")
  func table() throws {
    let run = try Piped("content", "stats", Self.content)
    #expect(run.status == 0)
    let lines = Self.lines(run.output)
    let files = ContentFiles.list(Self.content + "/en").filter {
      $0.hasSuffix(".yaml") && $0.contains("/") && !$0.hasPrefix("personas/")
        && !$0.hasPrefix("measures/")
    }
    #expect(lines.count == files.count + 2)
    #expect(Set(lines.map(\.count)).count == 1)
    #expect(lines[0].split(separator: " ").last == "faults")
    for (line, file) in zip(lines.dropFirst(), files) {
      let cells = line.split(separator: " ")
      #expect(cells.first?.hasSuffix("/en/" + file) == true)
      #expect(cells.count == 11)
      #expect(cells.dropFirst().allSatisfy { Double($0) != nil })
      #expect(cells.last == "0")
    }
    let words = lines.dropFirst().map { Int($0.split(separator: " ")[1]) ?? 0 }
    #expect(words.last == words.dropLast().reduce(0, +))
  }

  @Test("stats of a file or folder are those lines of the whole")
  func part() throws {
    let whole = Self.lines(try Piped("content", "stats", Self.content).output)
    let part = Self.lines(try Piped("content", "stats", Self.content + "/en/practices").output)
    #expect(part.count > 2)
    for line in part.dropFirst().dropLast() {
      let cells = line.split(separator: " ")
      #expect(whole.contains { $0.split(separator: " ") == cells })
    }
    let list = try Piped("content", "stats", Self.content + "/en/sources.yaml")
    #expect(list.status == 0)
    #expect(list.output == "There is no module, page or practice here.\n")
    #expect(try Piped("content", "stats", "/nonesuch").status == 66)
  }

  @Test("stats go on over a broken file, name its faults, and end well")
  func broken() throws {
    let folder = try Self.copy()
    let modules = folder.path + "/mine/en/modules"
    try Self.write("format: 1\nmodule: safety\n title: x\n", to: modules + "/00-safety.yaml")
    try FileManager.default.removeItem(atPath: modules + "/01-story.yaml")
    let run = try Piped("content", "stats", folder.path + "/mine")
    #expect(run.status == 0)
    let lines = Self.lines(run.output)
    let safety = folder.path + "/mine/en/modules/00-safety.yaml"
    #expect(lines.contains(safety + ": yaml-syntax 1; nothing of it could be counted"))
    #expect(lines.contains { $0.hasPrefix(safety + " ") && $0.hasSuffix(" 1") })
    let tracking = try #require(lines.first { $0.contains("04-tracking.yaml ") })
    #expect(Int(tracking.split(separator: " ")[1]) ?? 0 > 100)
    try Self.write("[", to: folder.path + "/mine/en/program.yaml")
    #expect(try Piped("content", "stats", folder.path + "/mine").status == 0)
  }

  @Test("stats as JSON have the same figures as the table")
  func json() throws {
    let text = try Piped("content", "stats", Self.content, "--format", "json").output
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let files = try #require(object["files"] as? [[String: Any]])
    let lines = Self.lines(try Piped("content", "stats", Self.content).output)
    #expect(files.count == lines.count - 2)
    for (file, line) in zip(files, lines.dropFirst()) {
      let cells = line.split(separator: " ").map(String.init)
      #expect(file["file"] as? String == cells[0])
      for (name, cell) in zip(["words", "minutes", "pace"], cells.dropFirst()) {
        #expect(file[name] as? Int == Int(cell))
      }
      #expect((file["sources"] as? [String])?.count == Int(cells[5]))
    }
    let total = try #require(object["total"] as? [String: Any])
    #expect(total["faults"] as? [String: Int] == [:])
    #expect(try Piped("content", "stats", "--format", "xml").status == 64)
  }

  @Test("a file's name is written into JSON as one text")
  func escaped() {
    #expect(JSON.quoted("a\"b\\c\n\u{E9}") == "\"a\\\"b\\\\c\\n\u{E9}\"")
  }

  @Test("the worked example of the guide can be tried as the guide says")
  func workedExample() throws {
    let folder = try Self.copy()
    let mine = folder.path + "/mine"
    try FileManager.default.copyItem(
      atPath: Self.example, toPath: mine + "/en/modules/worked-example.yaml")
    let program = try String(contentsOfFile: mine + "/en/program.yaml", encoding: .utf8)
    let line =
      "  - {id: worked-example, title: A calmer evening, minutes: 8, file: modules/worked-example.yaml}\n"
    try Self.write(
      program.replacing("\nmodules:\n", with: "\nmodules:\n" + line, maxReplacements: 1),
      to: mine + "/en/program.yaml")
    let check = try Piped("content", "check", mine)
    #expect(check.output == mine + "/en: no faults\n")
    let read = try Piped("read", "worked-example", "--content", mine)
    #expect(read.output.contains("Evenings can be loud hours."))
    #expect(read.output.contains("nothing much, and that is an answer too"))
    let stats = try Piped("content", "stats", mine + "/en/modules/worked-example.yaml")
    let cells = Self.lines(stats.output).dropFirst().first?.split(separator: " ").map(String.init)
    let numbers = (cells ?? []).dropFirst().map { Double($0) ?? -1 }
    #expect(numbers.count == 10)
    #expect(numbers[1] == 8 && numbers[2] <= 8)
  }
}
