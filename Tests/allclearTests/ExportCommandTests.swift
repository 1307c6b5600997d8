import AllClearEngine
import AllClearStore
import Foundation
import Testing

@testable import allclear

/// `export`, `import` and `schedule` as they are typed.
@Suite("Taking along and bringing in")
struct ExportCommandTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
  }

  private func run(_ arguments: String..., input: String = "") throws -> Piped {
    try Piped(line: arguments, input: input, home: folder.path)
  }

  private func path(_ name: String) -> String { folder.path + "/" + name }

  private func put(_ text: String, _ name: String) throws -> String {
    try text.write(toFile: path(name), atomically: false, encoding: .utf8)
    return path(name)
  }

  private func mode(_ name: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }

  private let diary = "date,pain,note\n2026-03-01,4,Walked\n2026-03-08,3,\n"

  @Test("Without a journal there is nothing to export, and no trace is left")
  func nothing() throws {
    let exported = try run("export")
    #expect(exported.status == 66)
    #expect(exported.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: path(".local")))
    #expect(try run("schedule").status == 0)
    #expect(!FileManager.default.fileExists(atPath: path(".local")))
  }

  @Test("Without a terminal an import only shows; with --yes it is done, once")
  func imports() throws {
    let file = try put(diary, "diary.csv")
    let shown = try run("import", file)
    #expect(shown.status == 0)
    #expect(
      shown.output == """
        New: 7 records, 2 sessions, 0 drafts.
        Nothing was changed; with --yes it is brought in.

        """)
    #expect(!FileManager.default.fileExists(atPath: path(".local")))
    #expect(try run("import", file, "--yes").output.hasSuffix("Brought in: 7 records.\n"))
    let again = try run("import", file, "--yes")
    #expect(again.status == 0)
    #expect(again.output.contains("7 records here already."))
  }

  @Test("Rows that cannot be read are told by line, and nothing is brought in without --skip-bad")
  func refusals() throws {
    let file = try put(diary + "2026-13-01,4,\n2026-03-15,12,\n", "diary.csv")
    let refused = try run("import", file, "--yes")
    #expect(refused.status == 65)
    #expect(refused.output.isEmpty)
    #expect(refused.error.contains("diary.csv:4: ") && refused.error.contains("diary.csv:5: "))
    #expect(!FileManager.default.fileExists(atPath: path(".local")))
    #expect(try run("import", file, "--yes", "--skip-bad").status == 0)
  }

  @Test("A file is the person's alone and is not overwritten; what comes back is the same")
  func files() throws {
    #expect(try run("import", try put(diary, "diary.csv"), "--yes").status == 0)
    let exported = try run("export", "-o", path("journal.json"))
    #expect(exported.status == 0)
    #expect(exported.output.isEmpty)
    #expect(exported.error.contains("in the clear"))
    #expect(try mode("journal.json") == 0o600)
    let text = try String(contentsOfFile: path("journal.json"), encoding: .utf8)
    #expect(try run("export").output == text)

    let refused = try run("export", "-o", path("journal.json"), "--format", "fhir")
    #expect(refused.status == 74)
    #expect(refused.error.contains("--force"))
    #expect(try String(contentsOfFile: path("journal.json"), encoding: .utf8) == text)
    #expect(try run("export", "-o", path("journal.json"), "--force").status == 0)

    let other = path("other.sqlite")
    #expect(try run("import", path("journal.json"), "--yes", "--journal", other).status == 0)
    #expect(try run("export", "--journal", other).output == text)
    #expect(!FileManager.default.fileExists(atPath: path("journal.json.part")))
  }

  @Test("Tables go into a folder, or one of them to standard output")
  func tables() throws {
    #expect(try run("import", try put(diary, "diary.csv"), "--yes").status == 0)
    #expect(try run("export", "--format", "csv").status == 64)
    #expect(try run("export", "--format", "csv", "-o", path("tables")).status == 0)
    #expect(try mode("tables") == 0o700 && mode("tables/check-ins.csv") == 0o600)
    let table = try run("export", "--format", "csv", "--table", "writings").output
    #expect(table == (try String(contentsOfFile: path("tables/writings.csv"), encoding: .utf8)))
    #expect(table.hasSuffix("check-in,went-well,,Walked\r\n"))
    #expect(try run("export", "--table", "writings").status == 64)
  }

  @Test("A later version and a damaged file are refused")
  func refused() throws {
    #expect(try run("import", path("none")).status == 66)
    let newer = #"{"format":"allclear-journal","version":2}"#
    let later = try run("import", try put(newer, "newer.json"), "--yes")
    #expect(later.status == 65 && later.error.contains("later allclear"))
    #expect(try run("import", try put("{\"format\"", "cut.json"), "--yes").status == 65)
    #expect(try run("import", try put("hello", "text"), "--yes").status == 65)
    let wrong = """
      {"format":"allclear-journal","version":1,"app":"","drafts":[],"sessions":[],"records":[
      {"id":"a.1:1","at":"2026-01-01T10:00:00.000+00:00","kind":"answered","module":"m","step":"s",
      "turn":1,"value":{"v":1,"seen":3},"origin":"journal"}]}
      """
    let damaged = try run("import", try put(wrong, "wrong.json"), "--yes")
    #expect(damaged.status == 65 && damaged.error.contains("what record 1 says"))
  }

  @Test("An import waits while allclear is open elsewhere")
  func inUse() throws {
    let store = try Store.open(.file(path("j.sqlite")))
    #expect(try store.claimSitting())
    let refused = try run(
      "import", try put(diary, "diary.csv"), "--yes", "--journal", path("j.sqlite"))
    #expect(refused.status == 1 && refused.error.contains("open elsewhere"))
  }

  @Test("The schema of the file is printed")
  func schema() throws {
    let schema = try run("export", "--schema")
    #expect(schema.status == 0)
    #expect(schema.output.contains("\"const\": \"allclear-journal\""))
  }
}
