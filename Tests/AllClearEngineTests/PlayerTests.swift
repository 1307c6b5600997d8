import AllClearEngine
import Testing

@Suite("Player")
struct PlayerTests {
  private let library: Player.Library = {
    let small = Library()
    return Player.Library(
      program: small.program, modules: small.modules, practices: small.practices,
      crisis: small.crisis)
  }()

  private func persona(
    _ answers: [String: Persona.Rule] = [:], manner: Persona.Manner = Persona.Manner(),
    does: [Persona.Intent] = [.known(.suggestion)], days: [Int] = [0], minutes: Int = 60
  ) -> Persona {
    Persona(
      id: "somebody", title: "Somebody", age: 50, manner: manner, answers: answers,
      visits: [Persona.Visit(days: .on(days), hour: 8, minutes: minutes, does: does)])
  }

  private func word(_ words: String...) -> Persona.Rule { .turns(words.map(Persona.Reply.word)) }

  @Test("The dice throw what SplitMix64 throws")
  func dice() {
    var dice = Dice(seed: 1_234_567)
    let thrown = (1...3).map { _ in dice.next() }
    #expect(
      thrown == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test("A first visit goes through the first run, keeps a pass, and ends at Home")
  func firstVisit() {
    let report = Player.play(
      persona(["hello.causes": .turns([.entries(["a", "b", "c", "d"])])], does: []), in: library,
      days: 1)
    #expect(report.finished == ["hello": 1])
    #expect(report.visits.map(\.ending) == [.home])
    #expect(report.gates["safety.numb"] == ["clear": 1])
    #expect(report.holds == [:])
    #expect(report.practices[.outside]?.finished == 1)
    #expect(report.practising == 60)
    #expect(report.prompts[.collect] == 1)
    #expect(report.stuck == nil)
  }

  @Test("Rules go by turn, and by day")
  func rules() {
    let turns = Persona.Rule.turns([.word("a"), .word("b")])
    #expect(
      [0, 1, 2, 9].map { turns.reply(on: 0, after: $0) } == ["a", "b", "b", "b"].map { .word($0) })
    let days = Persona.Rule.days([.init(2, .word("a")), .init(5, .word("b"))])
    #expect(days.reply(on: 1, after: 0) == nil, "the manner answers until then")
    #expect(
      [2, 4, 5, 9].map { days.reply(on: $0, after: 7) } == ["a", "a", "b", "b"].map { .word($0) })
  }

  @Test("Days are listed, or come round")
  func days() {
    let every = Persona.Days.every(3, from: 2, to: 9)
    #expect((0...12).filter(every.contains) == [2, 5, 8])
    #expect((0...7).filter(Persona.Days.every(2, from: 3, to: nil).contains) == [3, 5, 7])
    #expect((0...7).filter(Persona.Days.on([6, 1]).contains) == [1, 6])
  }

  @Test("The gravest answer to a gate goes by what it holds")
  func worst() {
    let manner = Persona.Manner(gate: .worst)
    let report = Player.play(persona(manner: manner), in: library, days: 1)
    #expect(report.gates == ["safety.numb": ["emergency": 1]])
    #expect(report.visits.map(\.ending) == [.left])
    #expect(report.practices.keys.sorted { $0.rawValue < $1.rawValue } == [.outside])
    let seen = Player.play(
      persona(["home.stop": word("seen")], manner: manner), in: library, days: 1)
    #expect(seen.gates["safety.which"] == ["emergency": 1])
    #expect(seen.gates["safety.attention"] == ["sitting": 1], "graver than the others there")
  }

  @Test("From the page of an emergency every door that was wanted is tried, and none opens")
  func tried() {
    let report = Player.play(
      persona(
        ["safety.numb": word("yes")],
        does: [.named("tracking"), .named("somatic"), .known(.practice), .named("listening")]),
      in: library, days: 1)
    #expect(report.refused == ["held: emergency": 3])
  }

  @Test("A door is gone through once, and then the question is answered")
  func doors() {
    let report = Player.play(
      persona(["hello.hi": word("bad"), "flare.usual": word("known")]), in: library, days: 1)
    #expect(report.taken["hello.hi"] == ["bad": 1, "try": 1])
    #expect(report.askedAgain == [:])
  }

  @Test("A question that comes again after its answer is taken down")
  func again() {
    let report = Player.play(
      persona(["safety.numb": word("yes", "none"), "home.stop": word("wrong-key")], does: []),
      in: library, days: 1)
    #expect(report.askedAgain == ["safety.numb": 1])
  }

  @Test("A visit that is over its time is left in the middle, and gone on with")
  func leaves() {
    let report = Player.play(persona(days: [0, 1], minutes: 1), in: library, days: 2)
    #expect(report.visits.first?.ending == .left)
    #expect(report.finished["hello"] == 1)
    #expect(report.askedAgain == [:])
  }

  @Test("Who skips everything finishes all the same, but for safety")
  func skips() {
    let report = Player.play(
      persona(manner: Persona.Manner(skip: 100), does: [.named("story")]), in: library, days: 1)
    #expect(report.finished["story"] == 1)
    #expect(report.practices[.outside]?.begun == 0)
  }

  @Test("A practice is finished, stopped early, or taken at one's own pace")
  func practises() {
    func rounds(_ doing: Persona.Doing) -> PlayReport {
      Player.play(persona(manner: Persona.Manner(practice: doing)), in: library, days: 1)
    }
    #expect(rounds(.finish).practices[.outside]?.finished == 1)
    #expect(rounds(.ownPace).practices[.outside]?.finished == 1)
    let early = rounds(.stopEarly)
    #expect(early.practices[.outside]?.begun == 1)
    #expect(early.practices[.outside]?.finished == 0)
    #expect((15..<60).contains(early.practising))
  }

  @Test("Questions are counted by the sitting, and the items of a questionnaire by themselves")
  func counts() {
    var asking = library
    var item = Step.choose("mood", ["low", "high"])
    item.measure = "phq"
    asking.modules["flare"] = Module("flare", [.choose("now", ["yes", "no"]), item])
    let report = Player.play(
      persona(does: [.known(.flare), .known(.flare)], minutes: 600), in: asking, days: 1)
    #expect(report.mostInSession["flare"] == 2)
    #expect(report.questionnaireItems == [0: 2])
    #expect(report.besideQuestions == [0: 4])
  }

  @Test("What comes again and again is a finding that says where")
  func stuck() {
    var broken = library
    // A question that no answer is taken for.
    broken.modules["hello"] = Module("hello", [.choose("dead-end", [String]()), .say("never")])
    let report = Player.play(persona(minutes: 600), in: broken, days: 1)
    #expect(report.stuck?.contains("dead-end") == true)
    #expect(report.visits.map(\.ending) == [.open])
  }

  @Test("A list of what stayed closed names the reason")
  func refusals() {
    let report = Player.play(
      persona(
        ["safety.examined": word("no")],
        does: [.named("tracking"), .named("alarm"), .named("somatic")]), in: library, days: 1)
    #expect(report.refused == ["held: not-examined": 2, "not written": 1])
    #expect(report.holds == [.notExamined: 1])
  }

  @Test("What nobody met is told in order")
  func coverage() throws {
    let report = Player.play(persona(), in: library, days: 1)
    let coverage = Coverage(of: library, by: [report])
    let flare = try #require(coverage.modules.first { $0.id == "flare" })
    #expect(flare.unreached == ["usual", "company", "stay", "ask", "bye"])
    #expect(flare.steps == 5, "its own steps only")
    let safety = try #require(coverage.modules.first { $0.id == "safety" })
    #expect(safety.untaken.contains("numb: yes"))
    #expect(!safety.untaken.contains("numb: none"))
  }
}
