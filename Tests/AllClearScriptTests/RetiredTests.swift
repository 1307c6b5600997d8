import AllClearEngine
import Testing

@testable import AllClearScript

@Suite("Ids that were renamed")
struct RetiredTests {
  private func renamed(_ lines: String) throws -> [Rename] {
    var files = try Fixtures.around()
    files["../retired-ids.txt"] = [UInt8](lines.utf8)
    return Fixtures.compiler(files).renamed()
  }

  @Test(
    "A step leads to the name that it bears now, by however many names, the latest of them first")
  func chain() throws {
    for lines in ["m.a -> m.b\nm.b -> n.c\n", "m.b -> n.c\nm.a -> m.b\n"] {
      #expect(
        try renamed("# note\n\(lines)m.gone\nfile -> other\n")
          == [Rename("m.b", to: "n.c"), Rename("m.a", to: "n.c")])
    }
  }

  @Test("A circle, or a line that says nothing, does no harm")
  func circle() throws {
    #expect(try renamed("m.a -> m.a\nm.b ->\n-> m.c\nm.d -> m.e m.f\n") == [])
    #expect(try renamed("m.a -> m.b\nm.b -> m.a\n") == [])
  }

  @Test("Without the file nothing is renamed")
  func missing() throws {
    var files = try Fixtures.around()
    files["../retired-ids.txt"] = nil
    #expect(Fixtures.compiler(files).renamed() == [])
  }
}
