import AllClearEngine
import Testing

@testable import allclear

/// The rows of Content/SAFETY.md that are about the end of the course, and what comes after it.
@Suite("Hazards of endings")
struct HazardEndingTests {
  static let hellos = ["booster-1", "booster-2", "booster-3", "booster-6", "booster-12"]
  private static let after = ["ending", "own-letter", "welcome", "stopping", "came-back"] + hellos

  static func module(_ id: String) throws -> Module {
    try #require(Library.real?.modules[id], "\(id)")
  }

  /// All that a step says: its text and its options.
  private static func words(_ step: Step) -> String {
    var texts = [step.prose.plainText]
    switch step.kind {
    case .choose(_, let options, _): texts += options.map(\.text)
    case .gate(let gate): texts += gate.options.map(\.text)
    default: break
    }
    return texts.joined(separator: "\n").lowercased()
  }

  static func options(_ id: String, of module: String) throws -> [AllClearEngine.Option] {
    let step = try #require(try Self.module(module).allSteps.first { $0.id == id }, "\(id)")
    guard case .choose(_, let options, _) = step.kind else {
      Issue.record("\(module).\(id) is no choice")
      return []
    }
    return options
  }

  /// Answers what comes until the step is asked; nothing where it does not come.
  static func play(
    _ id: String, _ standing: Standing = .passed, _ answers: [String: String] = [:],
    until step: String
  ) throws -> Play {
    var play = try Play(standing.digest)
    play.open(.module(id))
    play.answer(answers) { $0.step == step || $0.app.isAtHome || $0.hasQuit }
    #expect(play.step == step, "\(id): \(play.prompt.place)")
    return play
  }

  @Test("No ending is called recovered, responder, failed or cured, and none promises")
  func names() throws {
    for id in Self.after + ["future", "trained-therapist", "fear-physio", "doctor-again"] {
      for step in try Self.module(id).allSteps where step.origin == id {
        for word in [
          "recover", "responder", "failed", "failure", "cured", "relapse", "good sign",
          "worse before", "summary", "will get better", "well done", "great job",
        ] where !(step.id == "bursts" && word == "good sign") {
          #expect(!Self.words(step).contains(word), "\(id).\(step.id): \(word)")
        }
      }
    }
  }

  @Test("An ending is offered as all four, and each has a way to the other three")
  func ways() throws {
    let four = ["less", "life", "same", "worse"]
    #expect(try Self.options("nearest", of: "ending").map(\.id).filter(four.contains) == four)
    let fit = try Self.options("fit", of: "ending")
    #expect(fit.map(\.id).filter(four.contains) == four)
    #expect(fit.contains { $0.id == "fits" })
    for answer in four + [nil] {
      var play = try Self.play("ending", until: "nearest")
      if let answer { play.choose(answer) } else { play.send(.skip) }
      var seen: Set<String> = []
      while !play.app.isAtHome, !play.hasQuit, seen.count < 60 {
        seen.insert(play.step)
        play.answer(["anything-new": "nothing"]) {
          [place = play.prompt.place] in $0.prompt.place != place
        }
      }
      #expect(play.app.isAtHome)
      for (id, step) in zip(four, ["less-may-return", "life-counts", "same-fit", "worse-stop"]) {
        #expect(seen.contains(step) == (id == answer), "\(answer ?? "nothing"): \(step)")
      }
    }
  }

  @Test("Worse stops the exercises, asks the one safety question, and shows someone")
  func worse() throws {
    let module = try Self.module("ending")
    for step in module.allSteps {
      switch step.kind {
      case .practice, .exposure: Issue.record("\(step.id) is an exercise")
      default: break
      }
    }
    var play = try Self.play("ending", until: "nearest")
    play.choose("worse")
    #expect(play.step == "told-worse")
    #expect(play.text.contains("Let us stop the exercises here."))
    play.seen()
    #expect(play.step == "anything-new" && play.prompt.isGate)
    var new = play
    new.choose("unsure")
    #expect(new.holds.pass == .none)
    new.seen()
    #expect(new.step == "numb")
    play.choose("nothing")
    play.answer([:]) { $0.step == "worse-show" || $0.app.isAtHome }
    #expect(play.step == "worse-show")
    let doors = try Self.options("worse-show", of: "ending").compactMap(\.opens)
    #expect(doors.contains(.page("doctor-again")))
    #expect(doors.contains(.page("clinician-letter")))
    #expect(doors.contains(.crisis))
    let practices: [Door] = doors.filter { if case .practice = $0 { true } else { false } }
    #expect(practices == [])
    // The other reading of it, by one's own word, comes to the same question.
    let isAsked = module.allSteps.firstIndex { $0.id == "anything-new" }
    let isSaid = module.allSteps.firstIndex { $0.id == "your-view-worse" }
    #expect(try #require(isSaid) < (try #require(isAsked)))
  }

  @Test("After a pause the one safety question comes before anything is offered")
  func welcome() throws {
    for standing in [Standing.runOut, .passed, .gentle, .notExamined, .lessonsOnly, .fresh] {
      var play = try Play(standing.digest)
      play.open(.module("welcome"))
      #expect(play.step == "hello-again", "\(standing)")
      play.seen()
      #expect(play.step == "anything-new" && play.prompt.isGate, "\(standing)")
      var other = play
      other.choose("changed")
      other.seen()
      #expect(other.step == "numb", "\(standing)")
      #expect(other.holds.pass == .none, "\(standing)")
      play.choose("nothing")
      play.seen()
      #expect(play.step == "what-now", "\(standing)")
    }
  }

  @Test("The one question renews a pass wherever it is asked, and gives none")
  func renews() throws {
    for id in ["welcome", "booster-1"] {
      for (standing, pass) in [(Standing.runOut, Holds.Pass.valid), (.fresh, .none)] {
        var play = try Self.play(id, standing, until: "anything-new")
        play.choose("nothing")
        #expect(play.holds.pass == pass, "\(id), \(standing)")
      }
      // A yes, and then all five questions, give one, and not where one of them holds something.
      for (answers, pass, held) in [
        (["anything-new": "changed"], Holds.Pass.valid, false),
        (["anything-new": "changed", "unlooked": "affected"], .valid, true),
      ] {
        var digest = Standing.runOut.digest
        digest.finished["safety"] = digest.passedAt
        var play = try Play(digest)
        play.open(.module(id))
        play.answer(answers) { $0.step == "tell-someone" }
        #expect(play.step == "tell-someone", "\(id): \(play.prompt.place)")
        #expect(play.holds.pass == pass, "\(id)")
        #expect(play.holds.standing.contains(.notExamined) == held, "\(id)")
      }
    }
    // Whatever includes the one question brings all the others.
    let library = try #require(Library.real)
    let roles = library.program.roles
    let all = try Self.module(roles.gate).allSteps.filter(\.isGate).map(\.id)
    for module in library.written {
      let gates = module.allSteps.filter(\.isGate)
      guard gates.contains(where: { $0.origin == roles.recheck }) else { continue }
      #expect(gates.filter { $0.origin == roles.gate }.map(\.id) == all, "\(module.id)")
    }
  }

  @Test("Each hello asks the one safety question first, and something new ends it")
  func hellos() throws {
    for id in Self.hellos {
      let module = try Self.module(id)
      let asked = try #require(module.allSteps.firstIndex { $0.id == "anything-new" })
      for step in module.allSteps[..<asked] {
        switch step.kind {
        case .say, .choose: break
        default: Issue.record("\(id).\(step.id) comes before the question")
        }
      }
      var play = try Self.play(id, until: "anything-new")
      play.choose("changed")
      play.answer(["suits": "go-on"]) { $0.step == "that-first" || $0.app.isAtHome }
      #expect(play.step == "that-first", "\(id)")
      play.seen()
      #expect(play.app.isAtHome, "\(id): \(play.prompt.place)")
      play = try Self.play(id, until: "suits")
      play.choose("not-today")
      play.seen()
      #expect(play.app.isAtHome, "\(id)")
    }
  }

  @Test("Something that came back is asked about first; new or unsure lead to the safety questions")
  func cameBack() throws {
    let recheck = try #require(Library.real).program.roles.recheck
    let options = try Self.options("known-or-not", of: "came-back")
    for id in ["new", "unsure"] {
      #expect(options.first { $0.id == id }?.opens == .module(recheck))
    }
    for (answer, ends) in [("answered", "reply-answered"), (nil, "not-said")] as [(String?, String)]
    {
      var play = try Self.play("came-back", until: "known-or-not")
      if let answer { play.choose(answer) } else { play.send(.skip) }
      #expect(play.step == ends)
      play.seen()
      #expect(play.app.isAtHome, "no practice is offered: \(play.prompt.place)")
    }
    let steps = try Self.module("came-back").allSteps.map(\.id)
    let comfort = try #require(steps.firstIndex(of: "comfort-first"))
    #expect(comfort < (try #require(steps.firstIndex(of: "light"))))
  }

  @Test("A rise in known pain is ordinary, and something new is never one")
  func rises() throws {
    let steps = try Self.module("future").allSteps
    let bursts = try #require(steps.firstIndex { $0.id == "bursts" })
    #expect(steps[bursts].prose.plainText.contains("nothing that makes them a good sign"))
    #expect(steps[bursts + 1].id == "never-new")
    #expect(steps[bursts + 1].prose.plainText.contains("Something new is never a rise"))
    let plan = try #require(steps.first { $0.id == "plan" }).prose.plainText
    let items = plan.split(separator: "\n").filter { $0.hasPrefix("- ") }
    #expect(items.first?.contains("new or different") == true)
    #expect(items.last?.contains("usual things") == true)
  }

  @Test("Stopping asks for no reason, and leaves the safety questions and people within reach")
  func stopping() throws {
    let library = try #require(Library.real)
    for step in try Self.module("stopping").allSteps {
      switch step.kind {
      case .say, .choose: break
      default: Issue.record("\(step.id) asks for words or numbers")
      }
      #expect(!Self.words(step).contains("why do you"), "\(step.id)")
    }
    let doors = try Self.options("one-thing", of: "stopping").compactMap(\.opens)
    #expect(doors.contains(.module(library.program.roles.recheck)))
    #expect(doors.contains(.crisis))
    for standing in Standing.allCases where standing != .sameDay {
      var play = try Play(standing.digest)
      play.open(.module("stopping"))
      for _ in 0..<12 where !play.app.isAtHome {
        play.go(play.ways.contains(.skip) ? .skip : play.ways[0])
      }
      #expect(play.app.isAtHome, "Enter alone is enough: \(standing), \(play.prompt.place)")
    }
  }

  @Test("What the trial found later is told with all three arms")
  func arms() throws {
    var told = 0
    for id in Self.after + ["future", "trained-therapist"] {
      for step in try Self.module(id).allSteps where step.origin == id {
        let text =
          " " + step.prose.plainText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for arms in [
          ["33 of 50", "10 of 51", "5 of 50"], ["26 of 50", "14 of 51", "8 of 50"],
          ["21 of 38", "10 of 39", "13 of 36"], ["17 of 50", "41 of 51", "45 of 50"],
        ] where arms.contains(where: { text.contains(" " + $0) }) {
          told += 1
          #expect(arms.allSatisfy { text.contains(" " + $0) }, "\(id).\(step.id)")
        }
      }
    }
    #expect(told >= 6)
    let alone = try Self.module("future").allSteps.first { $0.id == "alone" }
    #expect(alone?.prose.plainText.contains("no finished test of doing it alone") == true)
  }

  @Test(
    "Nothing after the course leads into the body without a pass",
    arguments: [Standing.fresh, .notExamined, .lessonsOnly, .sameDay, .runOut])
  func closed(standing: Standing) throws {
    for id in Self.after + ["future"] {
      for seed in 1...3 {
        var play = try Play(standing.digest)
        var die = Die(seed)
        play.open(.module(id))
        HazardDoorTests.wander(&play, &die, steps: 80)
      }
    }
  }

  @Test(
    "In the last lesson a place in the body is offered on an answer, with one outside beside it")
  func pleasant() throws {
    let ids = try Self.options("when-easy", of: "future").map(\.id)
    #expect(Set(ids).isSuperset(of: ["one", "three", "sounds", "not-now"]))
    for standing in [Standing.gentle, .tooMuch, .passed] {
      var play = try Play(standing.digest)
      play.open(.module("future"))
      for _ in 0..<160 where !play.app.isAtHome {
        #expect(!HazardDoorTests.isInTheBody(play), "\(standing): \(play.prompt.place)")
        let way: Way =
          standing == .passed
          ? (play.ways.contains(.skip) ? .skip : play.ways[0])
          : play.step == "just-now" ? .option("quiet") : play.ways[0]
        play.go(way)
      }
    }
  }
}
