import AllClearEngine
import AllClearStore
import Foundation
import Testing

@testable import allclear

@Suite("report, as it is typed")
struct ReportCommandTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  private var path: String { folder.path + "/journal.sqlite" }
  private var file: String { folder.path + "/report.html" }

  private func run(_ line: String..., input: String = "") throws -> Piped {
    try Piped(line: ["report"] + line + ["--journal", path], input: input, home: folder.path)
  }

  private func fill() throws {
    let session = SessionID(sitting: "00000000-0000-4000-8000-000000000001", number: 1)
    let info = SessionInfo(id: session, module: "story", contentHash: "", appVersion: "test")
    let values: [(Record.Value, String)] = [
      (.answer(.entries(["a zebra <b>disc</b>"]), into: .causes), "causes"),
      (.answer(.number(6)), "pain"), (.answer(.number(7)), "danger"),
      (.answer(.entries(["an okapi by the sea"]), into: .evidence), "own"),
      (.finished(.completed), ""),
    ]
    let records = values.enumerated().map { index, said in
      Record(
        id: RecordID(session: session, number: index + 1), value: said.0, module: "story",
        step: said.1, at: Wall(milliseconds: 1_790_000_000_000))
    }
    try Store.open(.file(path)).write(records, in: info)
  }

  @Test("A report goes where it is told, for the person alone, and over nothing without --force")
  func written() throws {
    #expect(try run().status == 66)
    try fill()
    let first = try run("-o", file)
    #expect(first.status == 0, "\(first.error)")
    let page = try String(contentsOfFile: file, encoding: .utf8)
    #expect(page.contains("a zebra &lt;b&gt;disc") && page.contains("1 of "))
    #expect(!page.contains("okapi") && !page.contains("Average pain"))
    let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(rights as? Int == 0o600)
    #expect(try run("-o", file, "--evidence").status == 74)
    #expect(try run("-o", file, "--evidence", "--pain", "--force").status == 0)
    let whole = try String(contentsOfFile: file, encoding: .utf8)
    #expect(whole.contains("okapi") && whole.contains("Average pain"))
    #expect(try run("-o", folder.path + "/none/x.html").status == 74)
  }

  @Test("Printed it is HTML; a file's ending or --format says Markdown")
  func formats() throws {
    try fill()
    #expect(try run().output.hasPrefix("<!DOCTYPE html>"))
    let markdown = try run("--format", "markdown")
    #expect(markdown.output.hasPrefix("# What was done"))
    #expect(try run("-o", folder.path + "/x.md").status == 0)
    let file = try String(contentsOfFile: folder.path + "/x.md", encoding: .utf8)
    #expect(file == markdown.output)
  }

  @Test("The sheet and the clinician's page need no journal, and the latter holds nothing of one")
  func others() throws {
    #expect(try run("--sheet").output.contains("My three questions"))
    try fill()
    #expect(try run("--sheet", "--format", "markdown").output.contains("a zebra"))
    let page = try run("--for", "clinician")
    #expect(page.status == 0 && page.output.contains("Ten steps"))
    #expect(!page.output.contains("zebra"))
  }
}
