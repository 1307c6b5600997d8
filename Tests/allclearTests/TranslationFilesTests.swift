import AllClearScript
import Foundation
import Testing

@testable import allclear

@Suite("Files of other languages")
struct TranslationFilesTests {
  /// The real content with one more file.
  private func check(_ text: String, at path: String) throws -> [Diagnostic] {
    let folder = try Folder()
    let root = folder.path + "/Content"
    try FileManager.default.copyItem(atPath: RealContent.root + "/Content", toPath: root)
    let file = URL(fileURLWithPath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: false, encoding: .utf8)
    let whole = ContentCheck.Target.language(root + "/en", below: "").check()
    let own = ContentCheck.Target.translation(root, below: path).check()
    #expect(whole == own)
    #expect(own.allSatisfy { $0.file == root + "/" + path })
    withExtendedLifetime(folder) {}
    return own
  }

  private let old = """
    format: 1
    module: tracking
    of: "00"
    texts:
      file.title: Den Schmerz bemerken
    """

  @Test("a translation is checked with the rest, and alone, against its original")
  func checked() throws {
    #expect(try check(old, at: "de/modules/04-tracking.yaml").map(\.code) == [.translationOld])
    #expect(
      try check(old, at: "pt-br/modules/05-tracking.yaml").map(\.code) == [.translationUnknown])
  }

  @Test("a folder that is no language's is left alone")
  func others() throws {
    #expect(try check(old, at: "drafts/modules/04-tracking.yaml") == [])
  }

  @Test("names of languages are told from other names")
  func names() {
    for name in ["de", "fra", "pt-br"] { #expect(ContentCheck.Target.isLanguage(name[...])) }
    for name in ["en", "e", "packs", "d1", "De", "a-b-c", ""] {
      #expect(!ContentCheck.Target.isLanguage(name[...]))
    }
  }
}
