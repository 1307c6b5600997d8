import AllClearEngine
import AllClearScript
import AllClearUI
import Testing

/// The rows of Content/SAFETY.md that are about help and about cue sheets.
@Suite("Hazards of help")
struct HazardHelpTests {
  private static let screens = [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)]

  @Test("Crisis and flare help open from every prompt, without a journal and without content")
  func everywhere() throws {
    let library = try #require(Library.real)
    // Where only one way of answering leads, it is gone by name.
    var louder = try Play(Standing.louder.digest)
    louder.open(.module("tracking"))
    louder.answer(["loudness": "some", "uneasy": "somewhat", "when-quite": "one", "how": "louder"])
    {
      $0.step == "louder-again"
    }
    Self.expectHelp(from: louder)
    var left = try Play(Standing.passed.digest)
    left.open(.module("alarm"))
    left.answer(["scan": "leave"]) { $0.step == "scan-left" }
    Self.expectHelp(from: left)
    var steps: Set = ["tracking/\(louder.step)/", "alarm/\(left.step)/"]
    for (name, play) in try MovementWays().places where steps.insert(name).inserted {
      Self.expectHelp(from: play)
    }
    for (digest, answers) in Self.checkIns {
      var play = try Play(digest)
      play.open(.module("check-in"))
      play.answer(answers) {
        if steps.insert("check-in/\(Self.name($0))/").inserted { Self.expectHelp(from: $0) }
        return false
      }
    }
    for module in library.modules.values.sorted(by: { $0.id < $1.id }) {
      let looksBack = EndingWays.lookBack(module.id, in: library.program)
      let journals = Standing.allCases.map(\.digest) + (looksBack ? EndingWays.digests : [])
      for (index, digest) in journals.enumerated() {
        for seed in 0..<Self.seeds(module.id) {
          var play = try Play(digest, journal: seed == 0 ? .none : .kept)
          play.open(module.id == library.program.roles.flare ? .flare : door(module, library))
          var die = Die(seed * 31 + index + 1)
          for _ in 0..<90 where !play.hasQuit && !play.app.isAtHome {
            if steps.insert("\(module.id)/\(Self.name(play))/").inserted {
              Self.expectHelp(from: play)
            }
            let ways = play.ways.filter { $0 != .option("leave") }.shuffled(using: &die)
            let news = ways.first { way in
              var other = play
              other.go(way)
              return !other.app.isAtHome && !steps.contains("\(module.id)/\(Self.name(other))/")
            }
            let calm = play.prompt.isGate && seed > 0 ? Play.calm[play.step].map(Way.option) : nil
            guard let way = news ?? calm ?? ways.first else { break }
            play.go(way)
          }
        }
      }
      let missed = module.allSteps.filter { step in
        if case .practice = step.kind { return false }
        return !steps.contains { $0.contains("/\(step.id)/") }
      }
      #expect(missed.map(\.id) == [], "\(module.id): nobody came here")
    }
    for door in [Door.flare, .crisis] {
      var play = try Play(journal: .none)
      play.broken = true
      play.open(door)
      Self.expectNumbers(play, BuiltIn.emergency)
    }
  }

  /// Check-ins that go where only certain answers lead.
  private static let checkIns: [(Digest, [String: String])] = {
    let low = ["mood-nervous", "mood-worrying", "mood-interest", "mood-down"].map {
      ($0, "nearly-every-day")
    }
    let new = [
      [:], ["attention": "stirred"], ["attention": "unusual"], ["unlooked": "affected"],
      ["examined": "under-18"], ["numb": "affected", "stop": "seen"],
      ["urgent": "affected", "which": "fall", "stop": "seen"], ["examined": "not-yet"],
    ]
    return [
      (
        HazardCheckInTests.begun(daysAgo: 8),
        Dictionary(uniqueKeysWithValues: low + [("now", "now"), ("support", "go-on")])
      ),
      (
        HazardCheckInTests.begun(daysAgo: 8),
        ["now": "now", "change": "worse", "mood-down": "several-days"]
      ),
    ]
      + new.map {
        (
          Standing.harder.digest,
          $0.merging(["now": "now", "anything-new": "changed"]) { $1 }
            .merging(["reply-examined": "go-on", "reply-looked-first": "go-on"]) { $1 }
        )
      }
  }()

  /// How often a module is gone through, from each journal: often where it has many branches.
  private static func seeds(_ module: String) -> Int {
    switch module {
    case "tracking", "alarm", "doubt": 16
    case "threats": 8
    default: 3
    }
  }

  /// The step; pages that differ in nothing else share a name.
  private static func name(_ play: Play) -> String {
    play.step.split(separator: ":").first.map(String.init) ?? play.step
  }

  private func door(_ module: Module, _ library: Library) -> Door {
    library.program.page(module.id) == nil ? .module(module.id) : .page(module.id)
  }

  private static func expectHelp(from play: Play) {
    for (door, word) in [(Door.flare, "!"), (.crisis, "crisis")] {
      // What is typed in plain text.
      var plain = PlainSession(phrases: play.library.program.phrases)
      _ = plain.show(play.prompt)
      let events = plain.read(word).events
      #expect(events.contains(.open(door)), "\(play.prompt.place)")
      // Which key it is on the screen; where letters are written, crisis comes first.
      for size in screens {
        let screen = Screen(size: size, phrases: play.library.program.phrases)
        var state = ScreenState()
        let keys: [Key] = door == .crisis ? [.control("g"), .function(1)] : [.character("!")]
        for key in keys {
          guard case .send(let sent) = state.handle(key, play.prompt, on: screen) else {
            #expect(isWriting(play.prompt) && key == .character("!"), "\(play.prompt.place)")
            continue
          }
          #expect(sent.contains(.open(door)), "\(play.prompt.place)")
        }
      }
      for isBroken in [false, true] {
        var other = play
        other.broken = isBroken
        other.send(.open(door))
        // Where flare help lies open already, its key leads back to it.
        let isThere =
          door == .flare && (other.prompt.heading == flareTitle(play) || other.step == "stop")
        // Comfort is no answer to an emergency.
        if door == .flare, play.holds.standing.contains(.emergency) {
          expectNumbers(other, isBroken ? nil : play.library.crisis.emergency)
        } else if isThere, isBroken || other.step != "usual" {
          #expect(!other.app.isAtHome)
        } else if door == .crisis || isBroken {
          expectNumbers(other, isBroken ? nil : play.library.crisis.emergency)
        } else {
          #expect(other.step == "usual", "\(play.prompt.place)")
          other.send(.open(.crisis))
          expectNumbers(other, play.library.crisis.emergency)
        }
      }
    }
  }

  private static func flareTitle(_ play: Play) -> String? {
    play.library.modules[play.library.program.roles.flare]?.title
  }

  private static func isWriting(_ prompt: Prompt) -> Bool {
    switch prompt.body {
    case .write, .collect: true
    default: false
    }
  }

  private static func expectNumbers(_ play: Play, _ numbers: [TelephoneNumber]?) {
    #expect(play.prompt.place.hasPrefix("crisis"), "\(play.prompt.place)")
    #expect(!play.prompt.urgent.isEmpty)
    if let numbers { #expect(play.prompt.urgent == numbers) }
    for number in play.prompt.urgent { #expect(play.text.contains(number.number)) }
  }

  @Test("Every cue sheet keeps the rules for cues")
  func cues() throws {
    let library = try #require(Library.real)
    for practice in library.practices.values {
      for (minutes, cues) in practice.lengths {
        let name = "\(practice.id) \(minutes)"
        #expect(cues.last?.at == minutes * 60, "\(name)")
        let lines = cues.filter { !$0.lines.isEmpty }
        for (cue, next) in zip(lines, lines.dropFirst()) {
          for line in cue.lines {
            let text = Prose([.paragraph(line)]).plainText
            let words = text.split { $0 == " " || $0 == "\n" }.count
            let silence = Double(next.at - cue.at) - Double(words) * 60 / 110
            #expect(text.count <= 80, "\(name): \(text)")
            #expect(silence <= 30, "\(name): \(text)")
            #expect(silence <= 9 || cue.quiet != nil, "\(name): \(text) \(silence)")
            if let quiet = cue.quiet {
              #expect(abs(Double(quiet) - silence) <= 4, "\(name): \(text)")
            }
          }
        }
      }
    }
  }

  @Test(
    "The compiler refuses a cue sheet that breaks them",
    arguments: [
      (#", quiet: 10s"#, ""),
      (
        #"{at: "0:25", say: "Now the nearest sound. A fan, a breath, a key."}"#,
        #"{at: "0:34", bell: soft}"#
      ),
      (#"{at: "1:00", bell: end}"#, #"{at: "0:59", bell: end}"#),
    ])
  func refusesCues(text: String, other: String) throws {
    let file = "practices/listening.yaml"
    let faults = try HazardWordsTests.faults(of: file, replacing: text, by: other)
    #expect(faults.contains { $0.severity == .error }, "\(faults.map(\.message))")
    #expect(try HazardWordsTests.faults(of: file, replacing: text, by: text).isEmpty)
  }
}
