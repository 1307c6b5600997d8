import AllClearEngine
import AllClearStore
import Foundation
import Testing

/// What is asked for where it cannot be had: each ends with a sentence that says what to do, and
/// leaves everything as it was.
@Suite("Commands where there is no room, no right or no file")
struct BrokenTests {
  let folder: Folder
  let disk: SmallDisk?

  init() throws {
    folder = try Folder()
    let session = SessionID(sitting: "00000000-0000-4000-8000-000000000001", number: 1)
    let record = Record(
      id: RecordID(session: session, number: 1), value: .answer(.text("so many words")),
      module: "journal", step: "words", at: Wall(milliseconds: 1_700_000_000_000))
    let info = SessionInfo(id: session, module: "journal", contentHash: "", appVersion: "test")
    try Store.open(.file(folder.path + "/journal.sqlite")).write([record], in: info)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/small", withIntermediateDirectories: true)
    disk = SmallDisk.canMount ? try SmallDisk(on: folder.path + "/small", size: "64k") : nil
  }

  private var small: String { folder.path + "/small" }

  private func run(_ line: String..., journal: String? = nil) throws -> Piped {
    try Piped(
      line: line + ["--journal", journal ?? folder.journal], input: "", home: folder.path)
  }

  private func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  private func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: folder.journal)) }

  private static let writers = [
    ["report"], ["export"], ["export", "--format", "csv", "--table", "sessions"], ["schedule"],
    ["backup"],
  ]

  @Test("Nothing takes the place of a device, a pipe or a folder, with --force neither")
  func devices() throws {
    let pipe = folder.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    for writer in Self.writers {
      for path in [pipe, small] {
        let run = try Piped.run(
          writer + ["-o", path, "--force", "--journal", folder.journal], home: folder.path)
        #expect(run.status == 74, "\(writer)")
        #expect(run.error.contains("was left as it is; name a file with -o"), "\(run.error)")
      }
    }
    var status = stat()
    #expect(lstat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    #expect(try names(in: small) == [])
  }

  @Test("Nothing takes the place of the journal itself")
  func itself() throws {
    let before = try bytes()
    for writer in Self.writers {
      let run = try Piped.run(
        writer + ["-o", folder.journal, "--force", "--journal", folder.journal],
        home: folder.path)
      #expect(run.status == 64 && run.error.contains("is the journal itself"), "\(run.error)")
    }
    #expect(try bytes() == before)
  }

  @Test("Tables that want a folder say so of a file")
  func tables() throws {
    try Data("mine".utf8).write(to: URL(fileURLWithPath: folder.path + "/mine"))
    let run = try run("export", "--format", "csv", "-o", folder.path + "/mine", "--force")
    #expect(run.status == 74 && run.error.contains("csv goes into a folder"), "\(run.error)")
  }

  @Test(
    "Of what has no room on the disk nothing is left",
    .enabled(if: SmallDisk.canMount, SmallDisk.why))
  func full() throws {
    _ = try disk?.fill()
    for writer in Self.writers + [["export", "--format", "csv"], ["export", "--format", "fhir"]] {
      let run = try Piped.run(
        writer + ["-o", small + "/out", "--journal", folder.journal], home: folder.path)
      #expect(run.status == 74, "\(writer)")
      #expect(try names(in: small) == ["filler"], "\(writer)")
    }
    #expect(try names(in: folder.path).filter { $0.hasPrefix("journal.sqlite-") } == [])
  }

  @Test(
    "Tables of which only some have room are not left in part",
    .enabled(if: SmallDisk.canMount, SmallDisk.why))
  func part() throws {
    let filler = try #require(try disk?.fill())
    #expect(truncate(filler, 48 << 10) == 0)
    let run = try run("export", "--format", "csv", "-o", small + "/out")
    #expect(run.status == 74)
    #expect(try names(in: small) == ["filler"])
  }

  @Test(
    "A journal on a full disk is still read, and nothing else is done to it",
    .enabled(if: SmallDisk.canMount, SmallDisk.why))
  func fullJournal() throws {
    let wide = try Folder()
    let disk = try SmallDisk(on: wide.path, size: "1m")
    let journal = wide.journal
    try FileManager.default.copyItem(atPath: folder.journal, toPath: journal)
    _ = try disk.fill()
    let before = try Data(contentsOf: URL(fileURLWithPath: journal))
    try put("date,pain\n2024-10-01,4\n", "diary.csv")
    for line in [
      ["import", folder.path + "/diary.csv", "--yes"], ["check-in", "--fear", "4"],
      ["erase", "--day", "2023-11-14", "--yes"],
    ] {
      let run = try Piped.run(line + ["--journal", journal], home: folder.path)
      #expect(run.status == 74, "\(line)")
      #expect(run.error.contains("ake some room, then"), "\(run.error)")
      #expect(try Data(contentsOf: URL(fileURLWithPath: journal)) == before)
    }
    for line in [["progress"], ["report"], ["export"], ["schedule"], ["status"]] {
      let run = try Piped.run(line + ["--journal", journal], home: folder.path)
      #expect(run.status == 0, "\(line): \(run.error)")
    }
  }

  @Test(
    "Where there is no room for a journal no empty one is left",
    .enabled(if: SmallDisk.canMount, SmallDisk.why))
  func fullAndNew() throws {
    _ = try disk?.fill()
    try put("date,pain\n2024-10-01,4\n", "diary.csv")
    let backup = folder.path + "/backup.sqlite"
    #expect(try run("backup", "-o", backup).status == 0)
    for line in [
      ["import", folder.path + "/diary.csv", "--yes"], ["restore", backup, "--yes"],
      ["check-in", "--fear", "4"],
    ] {
      let run = try Piped.run(line + ["--journal", small + "/j.sqlite"], home: folder.path)
      #expect(run.status == 74 && run.error.contains("ake some room, then"), "\(run.error)")
      #expect(try names(in: small).filter { $0 != "j.sqlite.lock" } == ["filler"], "\(line)")
    }
  }

  @Test(
    "A check-in says that it was put down only where it was",
    .enabled(if: SmallDisk.canMount, SmallDisk.why))
  func readOnly() throws {
    try disk?.makeReadOnly()
    let run = try run("check-in", "--fear", "4", journal: small + "/j.sqlite")
    #expect(run.status == 74 && run.output.isEmpty, "\(run.output)")
    #expect(run.error.contains("nothing was put down"), "\(run.error)")
    #expect(run.error.contains("--journal FILE"))
    try put("date,pain\n2024-10-01,4\n", "diary.csv")
    let brought = try self.run(
      "import", folder.path + "/diary.csv", "--yes", journal: small + "/j.sqlite")
    #expect(brought.status == 74 && brought.error.contains("you may write to"))
  }

  @Test("What is not erased leaves nothing beside the journal")
  func notErased() throws {
    #expect(try run("erase", "--day", "1999-01-01", "--yes").status == 64)
    #expect(try run("erase", "--day", "2023-11-14").status == 1)
    #expect(try names(in: folder.path).filter { $0.hasPrefix("journal.sqlite-") } == [])
  }

  private func put(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/" + name))
  }
}
