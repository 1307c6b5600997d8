import AllClearEngine
import Foundation
import Testing

@testable import allclear

/// The made-up patients of the content, played over all that is written.
@Suite("Personas")
struct PersonaTests {
  /// Steps that nobody reaches with any of the seeds, by the reason.
  static let unreached: [(why: String, steps: [String])] = [
    ("the made-up patients are adults, as the program's are", ["safety.reply-under-18"]),
    ("the one who is in her twenties leaves out all that can be left out", ["alarm.at-twenty"]),
    ("the one who is in his sixties is not let in, by his own answers", ["alarm.at-sixty"]),
    ("nobody of the nine is that old", ["alarm.at-eighty"]),
    (
      "the card is offered once there is a sheet; before that it is opened by name only",
      ["card.enough"]
    ),
    (
      "the wish for no numbers is made in the settings, and made-up patients change none",
      ["move.hurt-words"]
    ),
  ]

  /// Modules of who shows allclear to others, or rehearses: no patient opens them.
  ///
  /// Tours are walked in
  /// `TourTests`, and each has its transcript.
  static let forOthers = ["talk", "rehearse"]

  /// The only ones that an assertion below is about by name.
  static let refused = ["walter", "yusuf"]

  @Test("there are nine, each with a first name, and with words of their own")
  func cast() throws {
    let personas = try #require(Troupe.real).cast.personas
    #expect(
      personas.map(\.id) == [
        "amina", "beatriz", "ingrid", "kofi", "marcus", "nadia", "tomas", "walter", "yusuf",
      ])
    for persona in personas {
      #expect(persona.title.lowercased().hasPrefix(persona.id + ", "), "\(persona.title)")
      let sentences = persona.about.split(separator: ".").count { !$0.allSatisfy(\.isWhitespace) }
      #expect(sentences == 2, "\(persona.about)")
    }
    #expect(Set(personas.map(\.age)).count == 9)
  }

  @Test("nobody goes round and round, and every visit ends at Home or is left")
  func ends() async {
    for report in await Troupe.all {
      #expect(report.stuck == nil, "\(report.persona), seed \(report.seed)")
      #expect(!report.visits.isEmpty)
      #expect(report.visits.allSatisfy { $0.ending != .open }, "\(report.persona)")
    }
  }

  @Test("no question comes again in its session once it was answered, but in a repeat")
  func askedOnce() async {
    for report in await Troupe.all {
      #expect(report.askedAgain == [:], "\(report.persona), seed \(report.seed)")
    }
  }

  @Test("at most 12 questions a day come outside modules, and four of a questionnaire beside them")
  func fewQuestions() async {
    let reports = await Troupe.all
    for report in reports {
      for (day, count) in report.besideQuestions {
        let items = report.questionnaireItems[day, default: 0]
        let who = "\(report.persona), seed \(report.seed), day \(day)"
        #expect(items <= 4, "\(who)")
        #expect(count - items <= 12, "\(who): \(count - items)")
      }
    }
    let asked = reports.filter { $0.besideQuestions.values.contains { $0 > 2 } }
    #expect(asked.count > 20, "many are asked something, or this says nothing")
    #expect(reports.contains { $0.questionnaireItems.values.contains(4) })
  }

  /// The most questions that were ever met in one sitting; none of them has to be answered.
  static let mostInSession = [
    "after-move": 3, "move": 18, "ending": 8, "welcome": 1, "came-back": 6,
    "booster-1": 11, "booster-2": 12, "booster-3": 15, "booster-6": 14, "booster-12": 15,
  ]

  @Test("a movement, what is asked after it, the end and each hello keep to so many questions")
  func shortSittings() async {
    let reports = await Troupe.all
    for (module, most) in Self.mostInSession {
      let met = reports.compactMap { $0.mostInSession[module] }
      #expect(met.allSatisfy { $0 <= most }, "\(module): \(met.max() ?? 0)")
      #expect(!met.isEmpty, "\(module)")
    }
  }

  @Test("every step of every module is reached by somebody with some seed")
  func reached() async throws {
    let troupe = try #require(Troupe.real)
    let coverage = Coverage(of: troupe.cast.library, by: await Troupe.all)
    #expect(coverage.modules.count > 8)
    let met = coverage.unreached.filter { step in
      !Self.forOthers.contains { step.hasPrefix($0 + ".") }
    }
    #expect(met.sorted() == Self.unreached.flatMap(\.steps).sorted())
  }

  @Test(
    "each of the four endings is reached by one whose story it is",
    arguments: [
      ("nadia", "read-less", "less-why"), ("kofi", "read-life", "life-counts"),
      ("amina", "read-same", "same-fit"), ("marcus", "read-worse", "worse-stop"),
    ])
  func endings(name: String, read: String, after: String) throws {
    let report = try #require(Troupe.real?.report(of: name))
    let all = ["read-less", "read-life", "read-same", "read-worse"]
    #expect(all.filter { report.reached.contains("ending.\($0)") } == [read])
    #expect(report.reached.contains("ending.\(after)"))
    #expect(report.finished["ending"] == 1)
  }

  @Test("own lists, the doubt and the card of the day are visited by some")
  func beside() throws {
    let troupe = try #require(Troupe.real)
    for id in ["doubt", "card", "against"] {
      let who = troupe.reports.filter { $0.finished[id, default: 0] > 0 }
      #expect(!who.isEmpty, "\(id)")
    }
    let places = troupe.places
    for place in ["menu:mine", "menu:own:evidence", "menu:own:doubts", "own/causes"] {
      #expect(places.contains(place), "\(place)")
    }
    #expect(places.contains { $0.hasPrefix("menu:entry:") })
    #expect(places.contains { $0.hasPrefix("own/") && $0.hasSuffix("/new") })
  }

  @Test(
    "a practice that asks for the body, or anything but outside, is met with a pass and no hold")
  func holdsAreKept() throws {
    let troupe = try #require(Troupe.real)
    #expect(troupe.metInside > 100, "many are met, or this says nothing")
    #expect(troupe.metWrongly == [])
  }

  @Test(
    "Who must not wait, and who answers worst, never meets a practice that is not outside",
    arguments: refused, UInt64(2)...6)
  func neverInside(name: String, seed: UInt64) throws {
    let cast = try #require(Troupe.real).cast
    let persona = try #require(cast.personas.first { $0.id == name })
    let met = Troupe.Met()
    let report = Player.play(persona, in: cast.library, seed: seed) { met.see($0, $1, cast) }
    #expect(met.prompts > 20)
    #expect(met.inside == 0)
    #expect(Set(report.practices.keys).isSubset(of: [.outside]))
    #expect(report.stuck == nil)
    #expect(report.askedAgain == [:])
  }

  @Test("The red-flag case is sent to be seen, by every door, and gets no further")
  func redFlag() throws {
    let troupe = try #require(Troupe.real)
    let report = try #require(troupe.report(of: "yusuf"))
    #expect(report.holds == [.emergency: 1])
    #expect(report.finished == [:])
    #expect(report.refused["held: emergency", default: 0] > 5)
    #expect(report.gates.keys.contains("safety.numb"))
    #expect(!report.gates.keys.contains("safety.urgent"))
  }

  @Test("the others differ as their stories do")
  func stories() throws {
    let troupe = try #require(Troupe.real)
    let amina = try #require(troupe.report(of: "amina"))
    #expect(amina.taken["tracking.how"]?.keys.sorted() == ["same"])
    #expect(amina.finished["tracking", default: 0] >= 28)
    let beatriz = try #require(troupe.report(of: "beatriz"))
    #expect(beatriz.practices.values.allSatisfy { $0.begun == 0 })
    #expect(beatriz.taken.keys.allSatisfy { beatriz.gates[$0] != nil }, "gates are not skipped")
    let ingrid = try #require(troupe.report(of: "ingrid"))
    #expect(ingrid.refused["held: not-examined", default: 0] > 0)
    #expect(ingrid.practices[.body, default: .init()].begun > 0, "once she was examined")
    let tomas = try #require(troupe.report(of: "tomas"))
    #expect(Set(tomas.holds.keys) == [.emergency, .sameDay, .gentle])
    let nadia = try #require(troupe.report(of: "nadia"))
    #expect(nadia.refused["asked first: recheck"] == 1, "after half a month away")
    let kofi = try #require(troupe.report(of: "kofi"))
    #expect(kofi.refused["asked first: safety", default: 0] > 0)
  }

  @Test("the same persona and seed give the same words, and another seed others")
  func same() throws {
    let house = try House(Troupe.launch)
    let cast = try Cast(house, only: "tomas")
    func play(_ seed: UInt64) -> (text: [String], json: String) {
      let reports = cast.personas.map { Player.play($0, in: cast.library, seed: seed, days: 8) }
      let coverage = Coverage(of: cast.library, by: reports)
      return (
        SimulationText(cast: cast, house: house).text(reports, coverage),
        SimulationJSON.value(reports, coverage).pretty()
      )
    }
    let (first, second, other) = (play(1), play(1), play(2))
    #expect(first.text == second.text)
    #expect(first.json == second.json)
    #expect(first.json != other.json)
    let read = try JSONSerialization.jsonObject(with: Data(first.json.utf8)) as? [String: Any]
    #expect(read?.keys.sorted() == ["modules", "personas"])
  }

  @Test("a name that nobody has is told with those that there are")
  func unknown() throws {
    let house = try House(Troupe.launch)
    #expect {
      try Cast(house, only: "../program")
    } throws: { error in
      let failure = error as? Failure
      return failure?.code == ExitCode.usage && failure?.line.contains("amina, beatriz") == true
    }
  }
}
