import AllClearEngine
import AllClearScript
import Testing

@Suite struct DiagnosticTests {
  @Test("a fault is rendered as editors read it, with the line and a caret")
  func rendering() throws {
    let sample = Fixtures.sample(
      """
        - id: hello
          when: pian has low
          say: Hello.
        - id: pain
          write: Where?
      """)
    let found = try Fixtures.check(sample: sample)
    #expect(
      found.map { $0.rendered() } == [
        """
        modules/sample.yaml:8:11: error: there is no step 'pian' above; did you mean 'pain'? \
        [unknown-answer]
                when: pian has low
                      ^
        """
      ])
  }

  @Test("a path is told as the caller names the folder")
  func folder() throws {
    var files = try Fixtures.around()
    files["../retired-ids.txt"] = nil
    files["modules/sample.yaml"] = Array("- a".utf8)
    let found = Fixtures.compiler(files, folder: "Content/en/").checkAll(files: [])
    #expect(found.map(\.file) == ["Content/en/modules/sample.yaml"])
  }

  @Test("a very long line is cut around its column")
  func longLine() throws {
    let sample = Fixtures.sample(
      "  - id: hello\n    say: " + String(repeating: "a ", count: 2000) + "{" + " b")
    let fault = try #require(
      try Fixtures.check(sample: sample).first { $0.code == .badHole })
    #expect(fault.excerpt.unicodeScalars.count == 160)
    #expect(fault.column == 4010)
    let shown = Array(fault.excerpt.unicodeScalars)
    #expect(shown[fault.excerptColumn - 1] == "{")
  }

  @Test("a file that no program lists is checked by itself")
  func alone() throws {
    let good = try Fixtures.around()
    let files = [
      "nonsense.yaml": Array("format: nonsense".utf8), "good.yaml": good["modules/other.yaml"],
      "practice.yaml": good["practices/body.yaml"], "sources.yaml": good["sources.yaml"],
      "bad.yaml": Array(Fixtures.sample("  - {id: x, sya: Hello.}").utf8),
    ].compactMapValues { $0 }
    let compiler = Fixtures.compiler(files)
    #expect(compiler.checkAlone("nonsense.yaml").map(\.code) == [.formatMissing])
    #expect(compiler.checkAlone("bad.yaml").map(\.code) == [.unknownKey])
    #expect(compiler.checkAlone("missing.yaml").map(\.code) == [.cannotRead])
    for name in ["good.yaml", "practice.yaml", "sources.yaml"] {
      #expect(compiler.checkAlone(name) == [], "\(name)")
    }
  }

  @Test("a promise keeps a module closed in content that no check has passed")
  func promise() throws {
    let bad = try #require(try Fixtures.bad().first { $0.name == "refused-claim.yaml" })
    let files = try Fixtures.around().merging([bad.path: bad.bytes]) { $1 }
    let strict = Fixtures.compiler(files, judgesWords: true)
    let program = try #require(strict.program().program)
    #expect(strict.module("sample", of: program).0 == nil)
    #expect(Fixtures.compiler(files).module("sample", of: program).0 != nil)
  }

  @Test("words are judged by a check, and do not keep a module from being used")
  func warning() throws {
    let bad = try #require(try Fixtures.bad().first { $0.name == "paragraph-grade.yaml" })
    let files = try Fixtures.around().merging([bad.path: bad.bytes]) { $1 }
    let compiler = Fixtures.compiler(files)
    let program = try #require(compiler.program().program)
    let (module, diagnostics) = compiler.module("sample", of: program)
    #expect(module?.id == "sample")
    #expect(diagnostics == [])
    let checked = compiler.checkAll(files: []).filter { $0.file.hasSuffix("sample.yaml") }
    #expect(checked.map(\.severity) == [.warning])
  }

  @Test("faults come sorted by line, and a broken step is still known by its name")
  func sortedAndNotRepeated() throws {
    let sample = Fixtures.sample(
      """
        - id: mood
          choose: How?
          options: nothing
        - id: reply
          when: mood has low
          say: Hello {mood|there}.
        - id: last
          sya: Hello.
      """)
    let found = try Fixtures.check(sample: sample)
    #expect(found.map(\.line) == [9, 14])
    #expect(found.map(\.code) == [.wrongShape, .unknownKey])
  }
}
