import AllClearEngine
import AllClearScript
import Foundation
import Testing

@Suite struct GoodContentTests {
  /// The tiny program with the good files in it.
  static func files() throws -> [String: [UInt8]] {
    var files = try Fixtures.around()
    let folder = Fixtures.folder.appendingPathComponent("Good")
    for place in ["", "modules/", "practices/", "measures/", "personas/"] {
      for name in try Fixtures.names(in: folder.appendingPathComponent(place)) {
        files[place + name] = [UInt8](
          try Data(contentsOf: folder.appendingPathComponent(place + name)))
      }
    }
    return files
  }

  static func compiler() throws -> Compiler { Fixtures.compiler(try files()) }

  private func module(_ id: String) throws -> Module {
    let compiler = try Self.compiler()
    let (program, faults) = compiler.program()
    #expect(faults == [])
    let (module, more) = compiler.module(id, of: try #require(program))
    #expect(more.map { $0.rendered() } == [])
    return try #require(module)
  }

  @Test("good files have no fault, alone and together")
  func clean() throws {
    #expect(try Self.compiler().checkAll(files: []).map { $0.rendered() } == [])
  }

  @Test("the example module of the guide compiles as it stands")
  func tracking() throws {
    let module = try module("tracking")
    #expect(module.title == "Somatic tracking")
    #expect(module.minutes == 20)
    #expect(
      module.allSteps.map(\.id) == [
        "welcome", "loudness", "comfort", "light-round", "round", "how", "louder-is-fine",
      ])
    let round = try #require(module.allSteps.first { $0.id == "round" })
    #expect(round.kind == .practice("somatic-tracking", minutes: 3))
    #expect(
      round.when == .or(.has(.step("loudness"), "some"), .has(.step("loudness"), "usual")))
    #expect(round.why?.plainText == "Doing it once, lightly, says more than reading about it.")
    #expect(round.sources.map(\.id) == ["ashar-2022", "gordon-2021"])
    #expect(module.allSteps[0].notes == "Pause here. Ask the room what they expect to happen.")
    #expect(module.allSteps[1].asksNow)
    guard case .choose(_, let options, _) = module.allSteps[2].kind else {
      Issue.record("comfort is no choice")
      return
    }
    #expect(options.map(\.endsSession) == [true, false])
  }

  @Test("the three-minute round has its seventeen cues")
  func practice() throws {
    let compiler = try Self.compiler()
    let program = try #require(compiler.program().program)
    let (practice, faults) = compiler.practice("somatic-tracking", of: program)
    #expect(faults == [])
    let cues = try #require(practice?.lengths[3])
    #expect(cues.count == 17)
    #expect(cues.map(\.at).prefix(4) == [0, 2, 14, 24])
    #expect(cues[0].bell == .start)
    #expect(cues[7].quiet == 10)
    #expect(cues[5].lines.count == 2)
    #expect(
      cues[10].lines == [
        [
          .plain("You can answer it: "),
          .hole(.init(.safetyLine, fallback: "I am safe enough, right here, right now.")),
        ]
      ])
    #expect(practice?.lengths.keys.sorted() == [1, 3])
    #expect(practice?.attention == .body)
  }

  @Test("every kind of step comes out as it was written")
  func everything() throws {
    let module = try module("everything")
    #expect(module.isReviewed)
    #expect(module.isKept)
    let steps = Dictionary(uniqueKeysWithValues: module.allSteps.map { ($0.id, $0) })
    #expect(
      steps["card"]?.prose.blocks == [
        .paragraph([
          .plain("A first paragraph that goes over two lines, with "), .emphasis("emphasis"),
          .plain(" – and “quotes”."),
        ]),
        .item([.plain("one item")]),
        .item([.plain("another that goes over two lines")]),
      ])
    #expect(steps["card"]?.why?.plainText == "Its own why.")
    #expect(steps["card"]?.sources.map(\.id) == ["ashar-2022"])
    guard case .choose(_, let options, let many) = steps["mood"]?.kind else {
      Issue.record("mood is no choice")
      return
    }
    #expect(many)
    #expect(options.map(\.opens) == [nil, nil, nil, nil, .own(.evidence), .page("about"), nil])
    #expect(options.map(\.calls) == [nil, .guardian, nil, nil, nil, nil, nil])
    #expect(options.map(\.settles) == [nil, nil, .doubts, nil, nil, nil, nil])
    #expect(options.map(\.rests) == [nil, nil, nil, .movement, nil, nil, nil])
    #expect(options.map(\.asksTomorrow) == [false, false, false, false, false, false, true])
    #expect(
      steps["pain"]?.kind
        == .scale(Prose("How strong is it?"), Scale(low: "none", high: "as bad as can be")))
    #expect(steps["words"]?.kind == .write(Prose("In your own words?"), isKept: false))
    #expect(
      steps["lines"]?.kind
        == .collect(
          Prose("A line to hold on to?"), into: .safetyLines, atMost: 2,
          seeds: ["Loud is not the same as broken."]))
    #expect(options.map(\.evidence).first == "My mood can change while my back does not.")
    #expect(options.dropFirst().allSatisfy { $0.evidence == nil })
    #expect(steps["told"]?.kind == .show(Prose([]), .causes))
    #expect(
      steps["bend"]?.kind
        == .exposure(
          Prose("Pick something up, slowly. Come back when you have."), Experiment.Parts()))
    #expect(steps["earlier"]?.endsSession == true)
    #expect(steps["earlier"]?.prose.blocks.last == .numbersHole(.emergency))
  }

  @Test("a questionnaire becomes a question for each item, named by step and item")
  func measure() throws {
    let module = try module("everything")
    let asked = module.allSteps.filter { $0.id.hasPrefix("check") }
    #expect(asked.map(\.id) == ["check-rest", "check-walk", "check-ease"])
    #expect(asked.map(\.endsSession) == [false, false, true])
    #expect(asked.map(\.asksNow) == [true, true, true])
    guard case .choose(let prose, let options, many: false) = asked[2].kind else {
      Issue.record("check-ease is no choice")
      return
    }
    #expect(
      prose.plainText == "Over the last week, how often was it so?\nHow easy was it?")
    #expect(options.map(\.id) == ["hard", "so-so", "easy"])
    let compiler = try Self.compiler()
    let program = try #require(compiler.program().program)
    let (measure, faults) = compiler.measure("three-questions", of: program)
    #expect(faults == [])
    #expect(measure?.showsScore == false)
    #expect(measure?.total("total", of: ["rest": "often", "walk": "often", "ease": "easy"]) == 7)
    #expect(measure?.scores.first?.range(of: 7)?.id == "high")
  }

  @Test("conditions reach the items of a questionnaire, and what it depends on counts")
  func measureConditions() throws {
    let steps = """
        - id: check
          measure: three
        - id: reply
          when: check-rest has often
          say: Thank you.
      """
    #expect(try Fixtures.check(sample: Fixtures.sample(steps)).map { $0.rendered() } == [])
    let wrong = steps.replacing("has often", with: "has sometimes")
    #expect(
      try Fixtures.check(sample: Fixtures.sample(wrong)).map(\.code) == [.unknownOption])
    let twice = steps.replacing("id: reply", with: "id: check-walk")
    #expect(
      try Fixtures.check(sample: Fixtures.sample(twice)).map(\.code) == [.duplicateID])
  }

  @Test("a translation of the words alone has no fault")
  func translation() throws {
    let text = """
      format: 1
      module: other
      of: "\(try Self.fingerprint("modules/other.yaml"))"
      texts:
        file.title: Anderes
        pain: Wie stark ist es?
        pain.low: gar nicht
        mood.fine: Gut
      """
    #expect(
      try Fixtures.check(replacing: ["../de/modules/other.yaml": [UInt8](text.utf8)]) == [])
  }

  private static func fingerprint(_ path: String) throws -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(try Fixtures.around()[path] ?? [])
    return fingerprint.text
  }

  @Test("a repeated group and an included gate stand where they were put")
  func groupAndInclude() throws {
    let module = try module("everything")
    let groups = module.steps.compactMap { element in
      if case .group(let group) = element { group } else { nil }
    }
    #expect(groups.map(\.id) == ["loop"])
    #expect(groups.first?.atMost == 3)
    #expect(groups.first?.when == .has(.step("mood"), "low"))
    #expect(groups.first?.steps.map(\.id) == ["again", "enough"])
    let numb = try #require(module.allSteps.first { $0.id == "numb" })
    #expect(numb.origin == "safety")
    #expect(numb.when == .has(.step("mood"), "low"))
    let which = try #require(module.allSteps.first { $0.id == "which" })
    guard case .gate(let gate) = which.kind else {
      Issue.record("which is no gate")
      return
    }
    #expect(gate.sorts == "numb")
    #expect(gate.options.map(\.outcome) == ["same-day", "sitting", "new"])
    #expect(gate.options.map(\.isKept) == [true, false, true])
    #expect(gate.stops[.sameDay]?.blocks.last == .numbersHole(.sameDay))
  }

  @Test("the fingerprint changes with the file and with what it includes")
  func fingerprint() throws {
    var files = try Fixtures.around()
    func hash() throws -> String {
      let compiler = Fixtures.compiler(files)
      let program = try #require(compiler.program().program)
      return try #require(compiler.module("after-flare", of: program).module).hash
    }
    let first = try hash()
    #expect(try hash() == first)
    files["modules/other.yaml", default: []] += Array("\n# a word\n".utf8)
    #expect(try hash() != first)
  }

  @Test("the crisis page and the program come out whole")
  func crisisAndProgram() throws {
    let compiler = try Self.compiler()
    let program = try #require(compiler.program().program)
    #expect(program.title == "A good program")
    #expect(program.roles.afterFlare == "after-flare")
    #expect(program.module("safety")?.needsPass == false)
    #expect(program.module("tracking")?.gives == ["how": .option, "round": .practised])
    #expect(program.module("unwritten")?.file == nil)
    #expect(program.practice("somatic-tracking")?.lengths == [1, 3])
    let crisis = try #require(compiler.crisis(of: program).crisis)
    #expect(crisis.emergency == [TelephoneNumber(number: "112", name: "Europe")])
    #expect(crisis.countries.first?.lines.first?.line == "116 123  Samaritans")
    #expect(crisis.checkedOn == nil)
    #expect(compiler.sources().sources?.map(\.id) == ["ashar-2022", "samaritans", "gordon-2021"])
    #expect(compiler.safetyLines().lines == ["Loud is not the same as broken."])
  }

  @Test("the start opens program.yaml and interface.yaml and nothing else")
  func startIsSmall() throws {
    let files = try Fixtures.around()
    let opened = Opened()
    let compiler = Compiler { path throws(ReadFault) in
      opened.paths.append(path)
      guard let bytes = files[path] else { throw .missing }
      return bytes
    }
    #expect(compiler.program().program != nil)
    #expect(opened.paths.sorted() == ["interface.yaml", "program.yaml"])
  }

  private final class Opened { var paths: [String] = [] }
}
