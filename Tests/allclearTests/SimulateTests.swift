import Foundation
import Testing

/// `allclear content simulate` as it is typed.
@Suite("Simulate")
struct SimulateTests {
  /// A copy of the content that a test may spoil.
  private func copy(in folder: Folder) throws -> String {
    let content = folder.path + "/Content"
    try FileManager.default.copyItem(atPath: RealContent.root + "/Content", toPath: content)
    return content
  }

  @Test("two runs give the same bytes, and nothing is written anywhere")
  func same() throws {
    let home = try Folder()
    let line = "allclear content simulate --persona yusuf --days 6 --seed 3"
    let first = try Piped.shell(line, home: home.path)
    let second = try Piped.shell(line, home: home.path)
    #expect(first.status == 0, "\(first.error)")
    #expect(first.output == second.output)
    #expect(first.output.hasPrefix("Yusuf, who must not wait (yusuf, seed 3, 6 days)\n"))
    #expect(!first.output.contains("All of them together"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path) == [])
  }

  @Test("a name that nobody has is answered with those that there are")
  func unknown() throws {
    let run = try Piped("content", "simulate", "--persona", "nobody")
    #expect(run.status == 64)
    #expect(run.error.contains("there is no persona 'nobody'; there are: amina, beatriz"))
  }

  @Test("broken content is told and not played")
  func broken() throws {
    let folder = try Folder()
    let content = try copy(in: folder)
    try "format: 1\npersona: yusuf\n".write(
      toFile: content + "/en/personas/yusuf.yaml", atomically: true, encoding: .utf8)
    let run = try Piped("content", "simulate", "--persona", "yusuf", "--content", content)
    #expect(run.status == 65)
    #expect(run.error.contains("personas/yusuf.yaml:2:"))
    #expect(run.output.isEmpty)
  }

  @Test("somebody who goes round and round is a finding that says where")
  func endless() throws {
    let folder = try Folder()
    let content = try copy(in: folder)
    let text = """
      format: 1
      persona: round
      title: Round, who never gets out
      about: Presses the wrong key each time. And again.
      age: 40
      answers: {safety.numb: affected, home.stop: wrong-key}
      days:
        - {on: [0], minutes: 600, do: [suggestion]}

      """
    try text.write(
      toFile: content + "/en/personas/round.yaml", atomically: true, encoding: .utf8)
    #expect(try Piped("content", "check", content).status == 0)
    let run = try Piped("content", "simulate", "--persona", "round", "--content", content)
    #expect(run.status == 1)
    #expect(run.error.contains("numb"), "\(run.error)")
    #expect(run.error.contains("day 0"))
    #expect(run.output.contains("  stuck "))
  }
}
