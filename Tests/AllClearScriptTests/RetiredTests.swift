import AllClearEngine
import Testing

@testable import AllClearScript

@Suite("Ids that were renamed")
struct RetiredTests {
  private func renamed(_ lines: String) throws -> [String: String] {
    var files = try Fixtures.around()
    files["../retired-ids.txt"] = [UInt8](lines.utf8)
    return Fixtures.compiler(files).renamed()
  }

  @Test("A step leads to the name that it bears now, by however many names")
  func chain() throws {
    #expect(
      try renamed("# note\nm.a -> m.b\nm.b -> n.c\nm.gone\nfile -> other\n")
        == ["m.a": "n.c", "m.b": "n.c"])
  }

  @Test("A circle, or a line that says nothing, does no harm")
  func circle() throws {
    #expect(try renamed("m.a -> m.a\nm.b ->\n-> m.c\nm.d -> m.e m.f\n") == [:])
    #expect(try renamed("m.a -> m.b\nm.b -> m.a\n") == [:])
  }

  @Test("Without the file nothing is renamed")
  func missing() throws {
    var files = try Fixtures.around()
    files["../retired-ids.txt"] = nil
    #expect(Fixtures.compiler(files).renamed() == [:])
  }
}
