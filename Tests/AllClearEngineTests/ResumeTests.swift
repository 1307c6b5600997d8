import Testing

@testable import AllClearEngine

extension Module {
  /// A long module with a step of every kind, gates, a sorted one, turns, and what depends on them.
  static let long = Module(
    id: "hello", title: "long",
    steps: [
      Step.say("card"), .choose("one", ["a", "b"]),
      .choose("some", ["a", "b", "c"], many: true), .scale("scale"),
      .say("high").when(.compare(.step("scale"), .greaterOrEqual, 5)),
      .practice("listen", "listening", 1), .say("heard").when(.practised(.step("listen"))),
    ].map(Element.here) + gates.map(Element.step) + [
      .group(
        Group(
          id: "turns", until: .has(.step("again"), "no"), atMost: 3,
          steps: [
            Step.choose("pick", ["x", "y"]).from("hello"),
            .say("reply").when(.has(.step("pick"), "x")).from("hello"),
            .choose("again", ["yes", "no"]).from("hello"),
          ])),
      .here(.choose("loudness", ["some", "more"], now: true)),
      .here(.practice("round", "somatic", 1).when(.has(.step("loudness"), "some"))),
      .here(.write("words")), .here(.write("let-go", isKept: false)),
      .here(.collect("doubts", into: .doubts)), .here(.say("end")),
    ], hash: "hash")
}

extension Module.Element {
  fileprivate static func here(_ step: Step) -> Module.Element { .step(step.from("hello")) }
}

@Suite("Kill and resume")
struct ResumeTests {
  private var library: Library {
    var library = Library()
    library.modules["hello"] = .long
    return library
  }

  private static let events: [Event] = [
    .begin(.home), .seen, .pick("a"), .answer(.options(["c", "b"])), .answer(.number(6)), .seen,
    .practice(.start(ownPace: true)), .practice(.next), .practice(.next), .practice(.goOn), .seen,
    .pick("none"), .pick("yes"), .pick("fever"), .pick("wrong-key"), .pick("yes"), .pick("fall"),
    .pick("seen"), .pick("none"), .pick("stirred"), .pick("x"), .seen, .pick("yes"), .pick("y"),
    .pick("yes"), .back, .pick("yes"), .pick("x"), .seen, .pick("no"), .pick("some"),
    .practice(.start(ownPace: false)), .practice(.pause), .practice(.stop), .draft(["half"]),
    .answer(.text("words")), .answer(.text("gone")), .answer(.entries(["why", "how"])), .skip,
    .seen,
  ]

  @Test("After a kill at any moment the same is asked, and the same follows")
  func everywhere() {
    var whole = Scenario(library)
    for event in Self.events { whole.go(event) }
    #expect(whole.journal.notes.last == "38 finished hello completed")
    for end in 2...Self.events.count {
      var scenario = Scenario(library)
      for event in Self.events.prefix(end) { scenario.go(event) }
      var prompt = scenario.app.prompt
      // What another sitting kept cannot be taken back any more.
      prompt.moves.remove(.undo)
      let records = scenario.journal.notes
      let isInPractice = scenario.app.isInPractice
      let digest = scenario.digest
      scenario.relaunch()
      #expect(scenario.digest == digest)
      scenario.go(.begin(.home))
      if scenario.isAtHome {
        guard let way = scenario.wayBack else {
          #expect(end == Self.events.count)
          continue
        }
        scenario.go(.pick(way))
      }
      #expect(scenario.journal.notes == records, "looking writes nothing")
      if !isInPractice {
        #expect(scenario.app.prompt == prompt, "after \(end) events")
      }
      if case .practice(let view) = scenario.app.prompt.body { #expect(view.phase == .ready) }
    }
  }

  @Test("A session that is killed after every record ends with the same answers")
  func alwaysKilled() {
    var whole = Scenario(library)
    for event in Self.events where event != .back { whole.go(event) }
    var killed = Scenario(library)
    var launches = 0
    for event in Self.events where event != .back {
      let count = killed.journal.entries.count
      killed.go(event)
      guard killed.journal.entries.count > count, !killed.app.isInPractice, !killed.isAtHome else {
        continue
      }
      launches += 1
      killed.relaunch("sitting-\(launches)")
      killed.go(.begin(.home))
      if killed.isAtHome, let way = killed.wayBack { killed.go(.pick(way)) }
    }
    #expect(launches > 20)
    #expect(killed.journal.notes == whole.journal.notes)
    #expect(killed.isAtHome && killed.pass == whole.pass)
  }
}

extension Scenario {
  /// What Home offers to go on with: the session, or the page that it stands at.
  fileprivate var wayBack: String? {
    ["go-on", "seen"].first { app.prompt.note.contains("[\($0) ") }
  }
}

extension App {
  /// Whether a practice has begun and was not left.
  fileprivate var isInPractice: Bool {
    if case .practice(let view) = prompt.body { view.phase != .ready } else { false }
  }
}
