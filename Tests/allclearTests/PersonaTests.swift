import AllClearEngine
import Foundation
import Testing

@testable import allclear

/// The made-up patients of the content, played over all that is written.
@Suite("Personas")
struct PersonaTests {
  /// Steps that nobody reaches, each with the reason.
  static let unreached = [
    "safety.reply-under-18": "the made-up patients are adults, as the program's are",
    "alarm.at-twenty": "the one who is in her twenties skips all that can be skipped",
    "alarm.at-sixty": "the one who is in his sixties is not let in, by his own answers",
    "card.enough": "the card is offered once there is a sheet; without one it is opened by name",
    "clinic.too-much-again": "nobody's last round before that lesson was too much",
    "alarm.at-eighty": "nobody of the nine is that old; the card is worded as its neighbours are",
  ]

  /// Steps of the second half that nobody reaches in six weeks, by module: replies to answers that none
  /// of the nine gives there, the hellos of the year after, and the welcome after a pause.
  ///
  /// What is said in them is held by the transcripts and by the tests of hazards. A step that somebody
  /// comes to reach is taken out here.
  static let unreachedLater: [String: [String]] = [
    "after-move": [
      "did-it", "how-since", "reply-feared", "reply-no", "reply-not-yet", "reply-open",
      "reply-still-open",
      "reply-pain", "reply-sheet", "reply-unsure", "sheet", "what-came",
    ],
    "alarm": ["at-thirty", "reply-not-spared", "reply-pain", "scan-fine"],
    "booster-1": [
      "another-time", "before-numbers", "few-minutes", "harder-now", "hello", "letter-there",
      "month-fact", "next", "no-letter", "own-lines", "own-sheet", "reply-doubt", "reply-little",
      "reply-numbers", "reply-stayed", "sheet-today", "stayed", "suits", "that-first",
    ],
    "booster-12": [
      "farewell", "hello-12", "last-hello", "reply-year-less", "reply-year-life", "reply-year-open",
      "reply-year-same", "reply-year-words", "reply-year-worse", "which-year", "year-after",
      "year-numbers", "year-roads", "year-trial", "year-words",
    ],
    "booster-2": [
      "hello-2", "lapse", "reply-in-it", "reply-over", "reply-over-told", "reply-quiet", "two-days",
      "weeks",
    ],
    "booster-3": [
      "hello-3", "how-far", "matter-close", "none-written", "obstacles", "reply-alone",
      "reply-changed", "reply-dull", "reply-far", "reply-far-told", "reply-fear", "reply-pain",
      "reply-time", "reply-wait", "what-mattered",
    ],
    "booster-6": [
      "hello-6", "how-letter", "no-letter-yet", "read-letter", "reply-letter-other",
      "reply-letter-sore", "reply-letter-true", "reply-to-the-one", "to-the-one",
    ],
    "came-back": ["not-said", "reply-answered", "reply-nothing", "your-letter"],
    "clinic": [
      "reply-alone", "reply-blame", "reply-hard", "reply-no-causes", "reply-no-lines",
      "reply-no-snags", "reply-nothing", "reply-same", "reply-unsure", "reply-vanish", "reply-well",
      "reply-yours-open",
    ],
    "ending": [
      "nearest", "not-told", "told-worse", "worse-otherwise", "your-view", "your-view-worse",
    ],
    "evidence": ["morning", "reply-outlasted", "reply-scan-told", "reply-sentence", "sentence"],
    "fear-physio": ["find", "known", "limit", "not-so", "see-also", "what"],
    "flare": ["own-evidence", "own-hour", "own-person"],
    "future": [
      "hold", "pleasant-long", "reply-arrive-open", "reply-causes-unsure", "reply-ends",
      "reply-fake", "reply-hurts-open", "reply-last-open", "reply-must", "reply-no-causes",
      "reply-no-valued", "reply-not-found", "reply-push", "reply-same", "reply-savour-none",
      "reply-stirred", "reply-valued-open", "see", "when-more", "when-outside",
    ],
    "journal": ["nothing"],
    "let-go": ["not-written"],
    "move": [
      "before-driving", "both-true", "closed", "do-bending", "do-driving", "do-lifting", "do-other",
      "do-reaching", "do-sitting", "do-turning", "do-walking", "ears", "fear-high", "fear-low",
      "feared-open", "how-imagined", "hurt", "hurt-words", "imagined", "kind-words",
      "ladder-bending", "ladder-driving", "ladder-lifting", "ladder-other", "ladder-reaching",
      "ladder-sitting", "ladder-turning", "later", "no-dose", "no-hurt", "no-kind", "not-happened",
      "paused", "reply-hard", "reply-imagined", "reply-no-surprise", "reply-none",
      "reply-not-today", "reply-spoke", "reply-surprise", "reply-too-much", "reply-unsure",
      "reply-went", "ruled-again", "ruled-first", "surprise", "today-drink", "today-unsaid",
      "today-unsteady", "went",
    ],
    "movement-1": [
      "after-first", "not-open", "reply-know", "reply-no-list", "reply-portions", "reply-push",
      "reply-rosa-open", "reply-style-open",
    ],
    "movement-2": [
      "not-open", "reply-badly-still", "reply-days-nothing", "reply-ends-done", "reply-ends-open",
      "reply-held-fear", "reply-held-loud", "reply-held-open", "reply-held-time",
      "reply-no-matters", "reply-others", "reply-steady-open", "reply-there", "reply-told-nobody",
      "reply-ways-guard", "so-far", "so-far-no", "so-far-pain", "so-far-plain", "so-far-unsure",
      "so-far-yes",
    ],
    "own-letter": ["open-avoid", "open-friend"],
    "threats": [
      "after-be", "be-ears", "be-hands", "be-listen", "be-short", "be-soft", "be-stirred",
      "be-then", "borrow", "ears", "hands", "listen", "offer-short", "offer-soft", "reading-only",
      "reply-days-none", "reply-guilt", "reply-here", "reply-leave-out", "reply-no-habit",
      "reply-sadness", "reply-stirred", "soften-minute", "then-minute", "too-much",
    ],
    "trained-therapist": ["adds", "ask", "find", "limit", "see-also", "what"],
    "welcome": ["hello-again", "reply-go-on", "reply-look", "what-now", "what-now-new"],
  ]

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
  func ends() throws {
    for report in try #require(Troupe.real).reports {
      #expect(report.stuck == nil, "\(report.persona)")
      #expect(!report.visits.isEmpty)
      #expect(report.visits.allSatisfy { $0.ending != .open }, "\(report.persona)")
    }
  }

  @Test("no question comes again in its session once it was answered, but in a repeat")
  func askedOnce() throws {
    for report in try #require(Troupe.real).reports {
      #expect(report.askedAgain == [:], "\(report.persona)")
    }
  }

  @Test("at most 12 questions a day come outside modules, and four more on the questionnaire's day")
  func fewQuestions() throws {
    let reports = try #require(Troupe.real).reports
    let most = reports.map { $0.besideQuestions.values.max() ?? 0 }
    #expect(most.allSatisfy { $0 <= 16 }, "\(most)")
    #expect(most.contains { $0 > 2 }, "somebody is asked something, or this says nothing")
  }

  @Test("every step of every module is reached by somebody")
  func reached() throws {
    let troupe = try #require(Troupe.real)
    let coverage = Coverage(of: troupe.cast.library, by: troupe.reports)
    #expect(coverage.modules.count > 8)
    let later = Self.unreachedLater.flatMap { module, steps in steps.map { "\(module).\($0)" } }
    #expect(coverage.unreached.sorted() == (Array(Self.unreached.keys) + later).sorted())
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
        SimulationJSON.value(reports, coverage).text
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
