import Testing

@testable import AllClearEngine

/// How a person stands who comes to a door: a row of the hold table.
struct HoldRow: Sendable {
  var name: String
  /// The holds that stand.
  var holds: [Hold] = []
  /// How the safety questions stand.
  var pass = Pass.valid
  var journal = App.Journal.kept

  enum Pass: Sendable {
    /// Nothing was ever kept.
    case new
    /// Something was kept, and never a safety question answered.
    case none
    case valid
    /// 28 days with something done on each ninth.
    case old
    /// 14 days with nothing done.
    case paused
    /// Given, and then something new was said.
    case ended
    /// Given elsewhere.
    case imported
    /// Given while the clock was a year ahead.
    case future
  }

  static let all: [HoldRow] =
    [
      HoldRow(name: "nothing kept", pass: .new), HoldRow(name: "no pass", pass: .none),
      HoldRow(name: "pass"), HoldRow(name: "pass, 28 days", pass: .old),
      HoldRow(name: "pass, pause of 14", pass: .paused),
      HoldRow(name: "pass, then new", pass: .ended),
      HoldRow(name: "pass, imported", pass: .imported),
      HoldRow(name: "pass, clock was ahead", pass: .future),
      HoldRow(name: "pass, read-only", journal: .readOnly),
      HoldRow(name: "pass, in use", journal: .inUse),
    ] + single + later + pairs

  private static let single = Hold.allCases.map { HoldRow(name: $0.rawValue, holds: [$0]) }

  private static let later = Hold.allCases.filter { $0 != .sitting }.map {
    HoldRow(name: "\($0.rawValue), later", holds: [$0], pass: .paused)
  }

  private static let pairs = Hold.allCases.indices.flatMap { first in
    Hold.allCases[(first + 1)...].map { second in
      HoldRow(
        name: "\(Hold.allCases[first].rawValue) + \(second.rawValue)",
        holds: [Hold.allCases[first], second])
    }
  }

  /// A safety question for each hold that is written down; the urgent ones have pages.
  private static let gates = Hold.allCases.filter { $0 != .sitting && $0 != .emergency }
    .sorted { $0 != .sameDay && $1 == .sameDay }
    .map { hold in
      Step.gate(hold.rawValue, ["yes": hold], stops: hold == .sameDay ? [.sameDay] : [])
        .from("safety")
    }

  /// The small course with a practice for each attention, and a lesson for each in the list.
  static func library(step practice: String) -> Library {
    var library = Library()
    for attention in [Attention.breath, .feeling] {
      let entry = Program.PracticeEntry(
        id: attention.rawValue, title: attention.rawValue, attention: attention, lengths: [1],
        file: "x")
      library.program.practices.append(entry)
      library.practices[entry.id] = Practice(entry.id, attention, [1: Cue.minute])
    }
    library.modules["safety"] = Module("safety", [.say("why-first")] + gates + [.say("thanks")])
    library.modules["recheck"] = Module(
      "recheck",
      [
        .gate(
          "anything", ["urgent": .emergency], clear: ["nothing"],
          extra: [Gate.Option(id: "new", text: "new", outcome: Gate.new)], stops: [.emergency])
      ] + gates.map { $0.when(.has(.step("anything"), Gate.new)) })
    library.modules["story"] = Module(
      "story",
      [
        .say("begun"), .practice("x", practice, 1),
        .choose(
          "doors",
          [
            Option(id: "body", text: "b", opens: .practice("somatic", minutes: 3)),
            Option(id: "lesson", text: "l", opens: .module("lesson")),
            Option(id: "page", text: "p", opens: .page("reading")),
            Option(id: "people", text: "c", opens: .crisis),
          ]),
      ])
    return library
  }

  /// The same person for each practice that may stand in the middle of the story.
  var starts: [String: Scenario] {
    let steps = Set(HoldColumn.all.map(\.step))
    return Dictionary(uniqueKeysWithValues: steps.map { ($0, scenario(step: $0)) })
  }

  /// A person at the start of a sitting, who has begun the story before they came to stand so.
  func scenario(step practice: String) -> Scenario {
    var scenario = Scenario(Self.library(step: practice))
    if pass != .new {
      scenario.go(.begin(.door(.module("story"))), .seen)
      scenario.relaunch("s")
    }
    if pass != .new, pass != .none { answer(&scenario) }
    if holds.contains(.emergency) {
      scenario.go(.begin(.door(.module("recheck"))), .pick("urgent"))
    }
    wait(&scenario)
    scenario.options.journal = journal
    scenario.relaunch()
    if holds.contains(.sitting) {
      scenario.go(.open(.flare), .pick("ending"))
      for _ in 0..<6 where !scenario.isAtHome { scenario.go(.back) }
    }
    return scenario
  }

  private func answer(_ scenario: inout Scenario) {
    if pass == .future { scenario.setClock(byMinutes: 365 * 1440) }
    scenario.go(.begin(.door(.module("safety"))), .seen)
    for gate in Self.gates {
      scenario.go(.pick(holds.contains { $0.rawValue == gate.id } ? "yes" : "none"))
    }
    scenario.go(.seen)
    if pass == .future { scenario.setClock(byMinutes: -365 * 1440) }
    if pass == .ended { scenario.go(.begin(.door(.module("recheck"))), .pick("new"), .back) }
    guard pass == .imported else { return }
    for index in scenario.journal.entries.indices {
      scenario.journal.entries[index].record.origin = .imported
    }
  }

  private func wait(_ scenario: inout Scenario) {
    switch pass {
    case .paused: scenario.wait(days: 14)
    case .old:
      for _ in 0..<3 {
        scenario.wait(days: 9)
        scenario.relaunch("w")
        scenario.go(.begin(.door(.practice("listening", minutes: 1))), .skip)
      }
      scenario.wait(days: 1)
    default: break
    }
  }
}
