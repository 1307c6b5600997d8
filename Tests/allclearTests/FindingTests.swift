import AllClearEngine
import Foundation
import Testing

@testable import allclear

/// `allclear read --search`.
@Suite("Finding a word")
struct FindingTests {
  @Test("a text is cut into its sentences, and numbers stay whole")
  func sentences() {
    #expect(
      Finding.sentences(in: "It hurts. Is it \"new?\" Then about 0.7 of 10 (or so.)\nAnd on")
        == ["It hurts.", "Is it \"new?\"", "Then about 0.7 of 10 (or so.)", "And on"])
    #expect(Finding.sentences(in: "  ") == [])
  }

  @Test("a word is found in small and great letters, with its sentences or by a title alone")
  func found() {
    let texts = [
      Finding.Text(id: "a", title: "My scan", sentences: ["It shows shapes.", "No pain."]),
      Finding.Text(id: "b", title: "Café", sentences: ["A SCAN was made.", "Nothing came of it."]),
    ]
    #expect(
      Finding.found("Scan", in: texts) == [
        Finding.Text(id: "a", title: "My scan", sentences: []),
        Finding.Text(id: "b", title: "Café", sentences: ["A SCAN was made."]),
      ])
    #expect(Finding.found(" of  it ", in: texts).map(\.sentences) == [["Nothing came of it."]])
    #expect(Finding.found("cafe", in: texts).map(\.id) == ["b"])
    #expect(Finding.found("knee", in: texts).isEmpty)
    #expect(Finding.found(" ", in: texts).isEmpty)
  }

  @Test("read --search prints id, title and sentence of modules, practices and pages")
  func prints() throws {
    let scan = try Piped("read", "--search", "scan")
    #expect(scan.status == 0)
    #expect(scan.error.isEmpty, "\(scan.error)")
    let lines = scan.output.split(separator: "\n").map(String.init)
    #expect(lines.contains("my-scan: What about my scan?"))
    #expect(lines.contains("- A scan shows shapes."))
    #expect(lines.contains { $0.hasPrefix("alarm: ") })
    for line in lines where line.hasPrefix("- ") {
      #expect(line.lowercased().contains("scan"), "\(line)")
    }
    let practices = try #require(Library.real).program.practices.map(\.id)
    let chair = try Piped("read", "--search", "chair").output
    #expect(practices.contains { chair.contains("\n" + $0 + ": ") }, "\(chair)")
  }

  @Test("a word that is no id is searched for, wrapped as asked and without a journal")
  func word() throws {
    let run = try Piped("read", "placebo", "--width", "40")
    #expect(run.output.hasPrefix("What is a placebo doing here?"), "an id is read")
    let toast = try Piped("read", "Toast", "--width", "40")
    #expect(toast.status == 0)
    #expect(toast.output.contains("when-i-bend: It hurts when I bend\n"))
    #expect(toast.output.split(separator: "\n").allSatisfy { $0.count <= 40 })
  }

  @Test("nothing found is said, and so is a search without a word")
  func nothing() throws {
    let none = try Piped("read", "--search", "xylophone")
    #expect(none.status == 1)
    #expect(none.output.isEmpty)
    #expect(none.error == "allclear: no text holds 'xylophone'\n")
    let id = try Piped("read", "xylophone")
    #expect(id.status == 64)
    #expect(id.error.contains("no text holds it"))
    #expect(try Piped("read", "--search", " ").status == 64)
    #expect(try Piped("read", "story", "--search", "back").status == 64)
  }

  @Test("what is broken is named, and the rest is searched")
  func broken() throws {
    let folder = try Folder()
    let mine = folder.path + "/Content"
    try FileManager.default.copyItem(atPath: RealContent.root + "/Content", toPath: mine)
    try "format: nonsense\n".write(
      toFile: mine + "/en/learn/my-scan.yaml", atomically: true, encoding: .utf8)
    let run = try Piped("read", "--search", "scan", "--content", mine)
    #expect(run.status == 0)
    #expect(run.error.contains("'my-scan' cannot be read"))
    #expect(!run.output.contains("my-scan: "))
    #expect(run.output.contains("alarm: "))
  }
}
