import AllClearEngine
import AllClearScript
import Foundation
import Testing

@testable import allclear

/// The rows of Content/SAFETY.md that are about what is said.
@Suite("Hazards of words")
struct HazardWordsTests {
  /// Words that nobody says after a safety question.
  private static func claims(_ text: String) -> [String] {
    let words = text.lowercased().split { !$0.isLetter && $0 != "'" }.joined(separator: " ")
    return [
      "all clear", "you are safe", "you're safe", "passed", "you are fine", "nothing to worry",
    ]
    .filter { (" " + words + " ").contains(" " + $0 + " ") }
  }

  @Test("A reply to a gate never says all clear, you are safe or passed")
  func claims() throws {
    let library = try #require(Library.real)
    var gates = 0
    for module in library.written {
      guard module.allSteps.contains(where: \.isGate) else { continue }
      for step in module.allSteps {
        #expect(Self.claims(step.prose.plainText) == [], "\(module.id).\(step.id)")
        guard case .gate(let gate) = step.kind else { continue }
        gates += 1
        for page in gate.stops.values {
          #expect(Self.claims(page.plainText) == [], "\(module.id).\(step.id)")
        }
      }
    }
    #expect(gates > 15)
  }

  @Test(
    "The compiler refuses a reply that says so",
    arguments: [
      "Thank you. All clear.", "Thank you. You are safe.", "Thank you. You passed the check.",
    ])
  func refusesClaims(reply: String) throws {
    let real = "Thank you. Nothing you told me needs urgent care."
    let faults = try Self.faults(of: "modules/00-safety.yaml", replacing: real, by: reply)
    #expect(faults.contains { $0.severity == .error }, "\(faults.map(\.message))")
    #expect(try Self.faults(of: "modules/00-safety.yaml", replacing: real, by: real).isEmpty)
  }

  /// What the compiler says of the real content with one text changed.
  static func faults(
    of file: String, replacing text: String, by other: String
  ) throws -> [Diagnostic] {
    let language = RealContent.root + "/Content/en"
    let compiler = Compiler { path throws(ReadFault) in
      let bytes = try ContentFiles.read(language + "/" + path)
      guard path == file else { return bytes }
      return Array(
        String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: text, with: other).utf8)
    }
    let program = try #require(compiler.program().program)
    let id = try #require(
      (program.modules + program.beside).first { $0.file == file }?.id
        ?? program.practices.first { $0.file == file }?.id)
    return program.practice(id) == nil
      ? compiler.module(id, of: program).diagnostics
      : compiler.practice(id, of: program).diagnostics
  }

  static let closing = "Nothing you told me needs urgent care"

  @Test(
    "Nothing you told me needs urgent care is said only when nothing held is urgent",
    arguments: ["safety", "first-run", "recheck", "flare"])
  func closingWords(module: String) throws {
    var play = try Play(module == "recheck" ? Standing.passed.digest : Digest())
    play.open(module == "flare" ? .flare : .module(module))
    if module == "first-run" { play.answer([:]) { $0.prompt.isGate } }
    var said = 0
    var questions = SafetyQuestions { play, chosen in
      guard play.text.contains(Self.closing) else { return }
      said += 1
      let urgent = chosen.filter { [.emergency, .sameDay, .sitting].contains($0.value.hold) }
      #expect(urgent.isEmpty, "\(chosen.mapValues(\.id))")
      #expect(play.holds.standing.isDisjoint(with: [.emergency, .sameDay, .sitting]))
      #expect(chosen["numb"]?.hold == nil && chosen["numb"] != nil)
      #expect(chosen["urgent"]?.hold == nil && chosen["urgent"] != nil)
    }
    questions.walk(play, wrongKeys: module == "flare" ? 1 : 0)
    #expect(said > 0)
    #expect(questions.paths > 20, "\(questions.paths) paths")
  }

  @Test("After thoughts of ending one's life the closing words are not said that day")
  func closingWordsInTheSitting() throws {
    var play = try Play()
    play.open(.flare)
    play.answer(["usual": "ending"]) { $0.app.isAtHome }
    #expect(play.holds.standing.contains(.sitting))
    play.open(.module("safety"))
    while !play.app.isAtHome, !play.hasQuit {
      #expect(!play.text.contains(Self.closing), "\(play.step)")
      play.answer([:]) { [place = play.prompt.place] in $0.prompt.place != place }
    }
  }

  @Test("The crisis page says when its numbers were last checked")
  func checkedOn() throws {
    let library = try #require(Library.real)
    let phrases = library.program.phrases
    let today = Play.begin.wall.day
    for (age, phrase) in [
      (nil, Phrase.notYetChecked), (0, .checkedOn), (365, .checkedOn), (366, .checkedLongAgo),
      (4000, .checkedLongAgo),
    ] as [(Int?, Phrase)] {
      var crisis = library.crisis
      crisis.checkedOn = age.map { CivilDay(number: today.number - $0) }
      var play = try Play()
      play.open(.crisis)
      play.send(.loaded(.crisis(crisis)))
      let date = crisis.checkedOn.map { phrases.date($0, today: today) }
      let sentence = phrases(phrase, date.map { ["date": $0] } ?? [:])
      #expect(play.text.contains(sentence), "\(age ?? -1)")
      for country in crisis.countries {
        play.choose("country")
        play.choose(country.id)
        #expect(play.text.contains(sentence), "\(country.id)")
        for line in country.lines { #expect(play.text.contains(line.number)) }
        for line in crisis.emergency { #expect(play.text.contains(line.number)) }
      }
    }
    #expect(!phrases(.notYetChecked).contains("{"))
  }

  @Test("Does it work says that nobody has reviewed it")
  func notReviewed() throws {
    let library = try #require(Library.real)
    let all = library.modules.values.filter { !$0.isReviewed }.map(\.id)
    var play = try Play()
    play.open(.page("does-it-work"))
    var text = ""
    for _ in 0..<60 where !play.app.isAtHome {
      text += play.text + "\n"
      play.go(play.ways[0])
    }
    #expect(text.contains("Not yet checked by a clinician") == !all.isEmpty, "\(all)")
  }

  @Test("A practice asks for no number")
  func noNumber() throws {
    let library = try #require(Library.real)
    for module in library.modules.values {
      let steps = module.allSteps
      let practises = steps.contains { if case .practice = $0.kind { true } else { false } }
      guard practises else { continue }
      // What is feared of a movement is put down before it, and told of after it.
      let parts = steps.flatMap { step -> [String] in
        if case .exposure(_, let parts) = step.kind { parts.steps } else { [] }
      }
      for step in steps where !parts.contains(step.id) && step.tells == nil {
        if case .scale = step.kind { Issue.record("\(module.id).\(step.id) asks for a number") }
      }
    }
    for entry in library.program.practices {
      for minutes in entry.lengths {
        var play = try Play(Standing.passed.digest)
        play.open(.practice(entry.id, minutes: minutes))
        var kinds = 0
        while !play.app.isAtHome, kinds < 5 {
          if case .practice = play.prompt.body {} else { Issue.record("\(entry.id): \(play.step)") }
          play.practise()
          kinds += 1
        }
        #expect(kinds == 1)
      }
    }
  }
}
