import AllClearEngine
import AllClearScript
import Testing

@Suite struct FileCountTests {
  private func count(_ text: String, as path: String = "modules/sample.yaml") throws -> FileCount {
    let files = try Fixtures.around().merging([path: [UInt8](text.utf8)]) { $1 }
    let counts = Fixtures.compiler(files)
      .counts(of: [path], among: files.keys.filter { $0.hasSuffix(".yaml") })
    return try #require(counts.first)
  }

  private static let steps = """
      - id: hello
        say: |
          One two three four five.

          - six seven
        notes: Not counted at all.
        sources: [ashar-2022]
      - id: mood
        choose: How is it?
        options:
          - {id: fine, text: Quite fine}
          - {id: low, text: Low}
      - id: strength
        scale: How strong?
        anchors: [none, very]
      - id: round
        when: mood has fine
        practice: body
        minutes: 1
      - id: end
        say: You said {mood|a word or two}.
        sources: [ashar-2022, samaritans]
    """

  @Test("words, steps, sources and the longest card are counted; notes are not")
  func module() throws {
    let count = try count(Fixtures.sample(Self.steps))
    #expect(count.kind == .module)
    #expect(count.words == 7 + 3 + 2 + 1 + 2 + 1 + 1 + 6)
    #expect(count.minutes == 5)
    #expect(count.minutesAtPace == 2)
    #expect(count.sources == ["ashar-2022", "samaritans"])
    #expect([count.cards, count.questions, count.practices] == [2, 2, 1])
    #expect(count.longestCard == 6)
    #expect(count.grade < 5)
    #expect(count.faults == [:])
  }

  @Test("what is included is read on the way, and counted in its own file")
  func include() throws {
    let alone = try count(Fixtures.sample(Self.steps))
    let with = try count(Fixtures.sample(Self.steps + "\n  - include: safety"))
    #expect(with.words == alone.words)
    #expect(with.questions == alone.questions)
    #expect(with.wordsRead > alone.wordsRead)
  }

  @Test("a practice counts all its lengths")
  func practice() throws {
    let counts = try GoodContentTests.compiler()
      .counts(of: ["practices/somatic-tracking.yaml"], among: [])
    let count = try #require(counts.first)
    #expect(count.kind == .practice)
    #expect(count.minutes == 4)
    #expect(count.minutesAtPace == 4)
    #expect(count.practices == 2)
    #expect(count.words > 200)
    #expect(count.grade > 0)
  }

  @Test("a file with faults is counted as far as it goes, and they are named")
  func faults() throws {
    let count = try count(
      Fixtures.sample(Self.steps + "\n  - {id: x, sya: Hello.}\n  - {id: y, say: On we go.}"))
    #expect(count.cards == 3)
    #expect(count.faults == [.unknownKey: 1])
    let broken = try self.count("format: 1\nmodule: sample\n title: x\n")
    #expect(broken.kind == .unknown)
    #expect(broken.words == 0)
    #expect(broken.faults == [.yamlSyntax: 1])
    #expect(try self.count("format: 1\nmodule: sample\n").faults == [.missingKey: 1])
  }

  @Test("files of lists are left out, whatever state they are in")
  func lists() throws {
    var files = try Fixtures.around()
    let all = files.keys.filter { $0.hasSuffix(".yaml") }.sorted()
    let counted = Fixtures.compiler(files).counts(of: all, among: all).map(\.file)
    #expect(
      counted
        == all.filter {
          $0.hasPrefix("modules/") || $0.hasPrefix("practices/") || $0.hasPrefix("learn/")
        })
    files["program.yaml"] = Array("[".utf8)
    #expect(Fixtures.compiler(files).counts(of: all, among: all).map(\.file) == counted)
    #expect(Fixtures.compiler(files).countAlone("sources.yaml") == nil)
  }

  @Test("totals add up; a source counts once, the longest card is the longest")
  func total() throws {
    let one = try count(Fixtures.sample(Self.steps))
    var other = one
    other.longestCard = 50
    other.faults = [.tab: 2]
    let total = FileCount.total(of: [one, other], named: "all")
    #expect(total.file == "all")
    #expect(total.words == 2 * one.words)
    #expect(total.minutes == 10)
    #expect(total.sources == one.sources)
    #expect(total.longestCard == 50)
    #expect(total.faults == [.tab: 2])
    #expect(abs(total.grade - one.grade) < 0.001)
    #expect(FileCount.total(of: [], named: "").grade == 0)
  }

  @Test("no fixture, however bad, keeps a file from being counted")
  func bad() throws {
    for bad in try Fixtures.bad() {
      let files = try Fixtures.around().merging([bad.path: bad.bytes]) { $1 }
      let names = files.keys.filter { $0.hasSuffix(".yaml") }.sorted()
      let counts = Fixtures.compiler(files).counts(of: names, among: names)
      let isCounted = bad.path.contains("/") && !bad.path.hasPrefix("measures/")
      #expect(counts.contains { $0.file == bad.path } == isCounted, "\(bad.name)")
    }
  }
}
