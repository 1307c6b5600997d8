import AllClearEngine
import AllClearScript
import Testing

@Suite struct PersonaFileTests {
  private static let head = """
    format: 1
    persona: ada
    title: Ada, who tests
    about: Ada tests things. She likes it.
    age: 40

    """
  private static let days = "days:\n  - {on: [0], do: [suggestion]}\n"

  private func check(_ text: String, file: String = "ada") throws -> [String] {
    try Fixtures.check(replacing: ["personas/\(file).yaml": [UInt8](text.utf8)]).map {
      "\($0.line) \($0.code.rawValue)"
    }
  }

  @Test("a whole file becomes a persona")
  func whole() throws {
    let text =
      Self.head + """
        manner:
          choose: last
          gate: worst
          scale: 3-6
          write: [One line, Another line]
          collect: [Short]
          practice: own-pace
          doors: sometimes
          skip: 30%
        answers:
          other.mood: [fine, random, low]
          other.pain: {from-day: {8: 3, 0: 6}}
          other.causes: {entries: [This, That]}
        days:
          - {on: [0, 2], hour: 7, minutes: 20, do: [suggestion, sample]}
          - {every: 3, from: 4, to: 9, do: [flare]}

        """
    var files = try Fixtures.around()
    files["personas/ada.yaml"] = [UInt8](text.utf8)
    let compiler = Fixtures.compiler(files)
    let program = try #require(compiler.program().program)
    let (compiled, faults) = compiler.persona("ada", of: program)
    #expect(faults.map { $0.rendered() } == [])
    let persona = try #require(compiled)
    #expect(persona.title == "Ada, who tests")
    #expect(persona.age == 40)
    #expect(
      persona.manner
        == Persona.Manner(
          choose: .last, gate: .worst, scale: 3...6, write: ["One line", "Another line"],
          collect: ["Short"], practice: .ownPace, doors: .sometimes, skip: 30))
    #expect(
      persona.answers == [
        "other.mood": .turns([.word("fine"), .word("random"), .word("low")]),
        "other.pain": .days([.init(0, .word("6")), .init(8, .word("3"))]),
        "other.causes": .turns([.entries(["This", "That"])]),
      ])
    #expect(
      persona.visits == [
        Persona.Visit(
          days: .on([0, 2]), hour: 7, minutes: 20, does: [.known(.suggestion), .named("sample")]),
        Persona.Visit(days: .every(3, from: 4, to: 9), does: [.known(.flare)]),
      ])
  }

  @Test("a file beside the others needs no line in program.yaml")
  func unlisted() throws {
    #expect(try check(Self.head + Self.days) == [])
    #expect(try Fixtures.around()["program.yaml"] != nil)
    let program = try #require(Fixtures.compiler(try Fixtures.around()).program().program)
    let (persona, faults) = Fixtures.compiler([:]).persona("nobody", of: program)
    #expect(persona == nil)
    #expect(faults.map(\.code) == [.cannotRead])
  }

  @Test("a file alone is checked as what it says it is")
  func alone() throws {
    let text = Self.head + "manner: {choose: any}\n" + Self.days
    let compiler = Fixtures.compiler(["ada.yaml": [UInt8](text.utf8)])
    #expect(compiler.checkAlone("ada.yaml").map(\.code) == [.badWord])
  }

  @Test(
    "what a persona cannot say is told at its line",
    arguments: [
      ("answers: {other.mood: fin}\n", "6 unknown-option"),
      ("answers: {other.mod: fine}\n", "6 unknown-answer"),
      ("answers: {othr.mood: fine}\n", "6 unknown-module"),
      ("answers: {home.hall: fine}\n", "6 unknown-answer"),
      ("answers: {mood: fine}\n", "6 bad-id"),
      ("answers: {other.mood: [fine, {entry: [low]}]}\n", "6 missing-key"),
      ("answers: {other.mood: {from-day: {soon: fine}}}\n", "6 bad-number"),
      ("answers: {other.mood: []}\n", "6 wrong-count"),
      ("manner: {scale: 3-11}\n", "6 bad-number"),
      ("manner: {scale: 6-3}\n", "6 bad-number"),
      ("manner: {skip: 30}\n", "6 bad-number"),
      ("manner: {practice: sometimes}\n", "6 bad-word"),
      ("manner: {pace: own}\n", "6 unknown-key"),
      ("colour: blue\n", "6 unknown-key"),
    ])
  func faults(lines: String, expected: String) throws {
    let told = try check(Self.head + lines + Self.days)
    #expect(told.contains(expected), "\(told)")
  }

  @Test("what nobody has written yet may be answered already")
  func unwritten() throws {
    let lines = "answers: {unwritten.first: yes, body.round: skip, home.stop: leave}\n"
    #expect(try check(Self.head + lines + Self.days) == [])
  }

  @Test(
    "a visit needs its days and what it is for",
    arguments: [
      ("days: []\n", "wrong-count"), ("", "missing-key"),
      ("days: [{on: [0], do: []}]\n", "wrong-count"),
      ("days: [{do: [suggestion]}]\n", "missing-key"),
      ("days: [{on: [x], do: [suggestion]}]\n", "bad-number"),
      ("days: [{on: [0], every: 2, do: [suggestion]}]\n", "misplaced-key"),
      ("days: [{every: 0, do: [suggestion]}]\n", "bad-number"),
      ("days: [{on: [0], hour: 24, do: [suggestion]}]\n", "bad-number"),
      ("days: [{on: [0], do: [sugestion]}]\n", "unknown-door"),
    ])
  func visits(lines: String, code: String) throws {
    let told = try check(Self.head + lines)
    #expect(told.contains { $0.hasSuffix(" " + code) }, "\(told)")
  }

  @Test("the file bears the persona's name")
  func named() throws {
    #expect(try check(Self.head + Self.days, file: "eve") == ["2 bad-id"])
  }
}
