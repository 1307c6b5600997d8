import AllClearEngine
import AllClearExchange
import AllClearMeasures
import AllClearStore
import Foundation
import Testing

@testable import allclear

@Suite("cohort, as it is typed")
struct CohortCommandTests {
  private let folder: Folder
  init() throws { folder = try Folder() }

  private func run(_ arguments: String..., input: String = "") throws -> Piped {
    try Piped(line: ["cohort"] + arguments, input: input, home: folder.path)
  }

  private func put(_ text: String, _ name: String) throws -> String {
    let path = folder.path + "/" + name
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }

  private static let outcomes = """
    participant,arm,visit,pain_avg
    1,prt,eligibility,6
    1,prt,pre,4
    1,prt,post,1
    2,prt,pre,5
    2,prt,post,2
    3,usual,pre,4
    3,usual,post,4
    4,usual,pre,5
    4,usual,post,3

    """
  private static let causes = "participant,visit,cause\n1,pre,old injury\n1,post,stress at work\n"

  @Test("both tables give the figures; either alone gives what it can")
  func tables() throws {
    let outcomes = try put(Self.outcomes, "o.csv")
    let causes = try put(Self.causes, "c.csv")
    let both = try run("--outcomes", outcomes, "--causes", causes)
    #expect(both.status == 0 && both.error.isEmpty, "\(both.error)")
    #expect(both.output.contains("From o.csv and c.csv."))
    #expect(both.output.contains("1 of 1 (100%)") && both.output.contains("by their words"))
    let alone = try run("--causes", causes)
    #expect(alone.status == 0 && alone.output.contains("everyone"))
    #expect(!alone.output.contains("Pain"))
    #expect(try run("--outcomes", "-", input: Self.outcomes).output.contains("standard input"))
  }

  @Test(
    "every format is written, by its name or by the file's ending, over nothing without --force")
  func formats() throws {
    let outcomes = try put(Self.outcomes, "o.csv")
    #expect(try run("--outcomes", outcomes, "--format", "csv").output.hasPrefix("figure,arm,"))
    #expect(JSON(try run("--outcomes", outcomes, "--format", "json").output) != nil)
    let page = folder.path + "/page.html"
    #expect(try run("--outcomes", outcomes, "-o", page).status == 0)
    #expect(try String(contentsOfFile: page, encoding: .utf8).hasPrefix("<!DOCTYPE html>"))
    #expect(try run("--outcomes", outcomes, "-o", page).status == 74)
    #expect(try run("--outcomes", outcomes, "-o", page, "--force").status == 0)
  }

  @Test("a line that cannot be counted is named with its file, and nothing is worked out")
  func wrong() throws {
    let path = try put(Self.outcomes + "5,prt,pre,50\n", "o.csv")
    let found = try run("--outcomes", path)
    #expect(found.status == 65 && found.output.isEmpty)
    #expect(found.error.contains("o.csv:11: pain '50' is no number from 0 to 10"))
    #expect(found.error.contains("1 line of"))
    #expect(try run("--outcomes", path, "--skip-bad").status == 0)
    #expect(try run("--outcomes", folder.path + "/none.csv").status == 66)
    #expect(try run("--outcomes", folder.path).status == 74)
  }

  @Test(
    "wrong use is told",
    arguments: [
      [], ["--outcomes", "a", "b.json"], ["--outcomes", "-", "--causes", "-"],
      ["--causes", "a", "--before", ","], ["--causes", "a", "--after", "pre"],
      ["--causes", "a", "--format", "pdf"], ["--causes", "a", "--group", " "],
    ])
  func use(arguments: [String]) throws {
    let found = try Piped(line: ["cohort"] + arguments, input: "", home: folder.path)
    #expect(found.status == 64, "\(found.error)")
  }

  // MARK: - Journals

  /// An export of a person who rated pain and named causes.
  private func export(
    _ number: Int, pain: [Int], causes: [[String]], kind: CauseCategory? = nil,
    origin: Record.Origin = .journal
  ) throws -> String {
    let sitting = "00000000-0000-4000-8000-00000000000\(number)"
    let store = try Store.open(.memory)
    let count = max(pain.count, causes.count)
    for index in 0..<count {
      let session = SessionID(sitting: sitting, number: index + 1)
      let module = index == 0 ? CheckIn.story : CheckIn.module
      var values: [(Record.Value, String)] = []
      if index < pain.count { values.append((.answer(.number(pain[index])), "pain")) }
      if index < causes.count {
        values.append((.answer(.entries(causes[index]), into: .causes), "causes"))
      }
      let place = values.count
      if let kind, index == causes.count - 1 {
        let line = OwnEntry.ID(record: RecordID(session: session, number: place), index: 0)
        values.append((.entry(line, .kind(kind)), "kind"))
      }
      let records = values.enumerated().map { offset, said in
        Record(
          id: RecordID(session: session, number: offset + 1), value: said.0, module: module,
          step: said.1, at: Wall(milliseconds: 1_790_000_000_000 + Int64(index) * 604_800_000),
          origin: origin)
      }
      let info = SessionInfo(id: session, module: module, contentHash: "", appVersion: "test")
      try store.write(records, in: info)
    }
    return try put(JournalFile.text(try store.rows(), app: "test"), "\(number).json")
  }

  @Test("journals are one group, from the first rating to the last and from list to list")
  func journals() throws {
    let one = try export(
      1, pain: [6, 3, 1], causes: [["old injury", "bad disc"], ["stress at work", "a zebra"]])
    let two = try export(2, pain: [5], causes: [["old injury"]])
    let found = try run(one, two, "--group", "autumn", "--plain")
    #expect(found.status == 0, "\(found.error)")
    let text = found.output
    #expect(text.contains("\nautumn\nPeople who began: 2.\n"))
    #expect(text.contains("Pain before, of 10: mean (SD): 5.50 (0.71)"))
    #expect(text.contains("0 or 1 of 10 after, of all who began: 1 of 2 (50%)"))
    #expect(text.contains("Mind-brain causes before, of answers: 0 of 3 (0%)"))
    #expect(text.contains("Mind-brain causes after, of answers: 1 of 2 (50%)"))
    #expect(text.contains("(regression") && text.contains("From 2 journals."))
    #expect(!text.contains("zebra"))
  }

  @Test("the kind that a person put right counts")
  func kinds() throws {
    let path = try export(
      1, pain: [6, 3], causes: [["old injury"], ["qwertyuiop"]], kind: .psychological)
    let text = try run(path, "--plain").output
    #expect(text.contains("Mind-brain causes after, of answers: 1 of 1 (100%)"), "\(text)")
    #expect(text.contains("1 as the person put it right"))
  }

  @Test("a demo is told and left out, unless it is asked for")
  func demos() throws {
    let one = try export(1, pain: [6, 3], causes: [])
    let demo = try export(2, pain: [9, 0], causes: [], origin: .demo)
    let text = try run(one, demo, "--plain").output
    #expect(
      text.contains("People who began: 1.") && text.contains("1 of 2 is a demo, not a patient"))
    let all = try run(one, demo, "--plain", "--with-demo").output
    #expect(all.contains("People who began: 2.") && all.contains("1 of 2 is a demo, not a patient"))
  }

  @Test("one journal twice is no two people, and a file that is none is named")
  func twice() throws {
    let one = try export(1, pain: [6, 3], causes: [])
    let again = try put(try String(contentsOfFile: one, encoding: .utf8), "again.json")
    let found = try run(one, again)
    #expect(found.status == 65 && found.error.contains("hold the same journal"))
    #expect(try run(try put("{}", "x.json")).error.contains("x.json is no journal"))
    #expect(try run(folder.path + "/none.json").status == 66)
  }

  @Test("what had to be sorted leaves no file, and none open")
  func scratchIsClosed() throws {
    let inside = folder.path + "/"
    func open() throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count { name in
        let path = try? FileManager.default.destinationOfSymbolicLink(
          atPath: "/proc/self/fd/" + name)
        return path?.hasPrefix(inside) == true
      }
    }
    var scratch = CohortTableFile.scratch(in: folder.path)
    #expect(scratch?.add(Array("sorted".utf8)) == true)
    var bytes = [UInt8](repeating: 0, count: 3)
    #expect(bytes.withUnsafeMutableBytes { scratch?.read(2, $0) } == 3)
    #expect(bytes == Array("rte".utf8))
    #expect(try open() == 1)
    scratch = nil
    #expect(try open() == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
