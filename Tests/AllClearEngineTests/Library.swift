import AllClearMeasures

@testable import AllClearEngine

/// Content in memory: a small course in which the text of each step is its id.
struct Library {
  var program = Program.small
  var modules: [String: Module] = Dictionary(
    uniqueKeysWithValues: [
      Module.hello, .safety, .recheck, .flare, .afterFlare, .story, .tracking, .lesson,
      .page("letter"), .page("reading"),
    ].map { ($0.id, $0) })
  var practices: [String: Practice] = Dictionary(
    uniqueKeysWithValues: [Practice.listening, .somatic, .bending].map { ($0.id, $0) })
  var crisis: Crisis? = .small
  /// What was written cannot be read.
  var isUnreadable = false

  func bring(_ resource: Resource, from journal: PlayJournal) -> Loaded? {
    switch resource {
    case .module(let id): modules[id].map(Loaded.module)
    case .practice(let id): practices[id].map(Loaded.practice)
    case .crisis: crisis.map(Loaded.crisis)
    case .session(let id): journal.session(id).map(Loaded.session)
    case .writings: isUnreadable ? nil : .writings(journal.writings)
    case .progress: isUnreadable ? nil : .progress(journal.progress)
    case .lexicon: .lexicon(.small)
    }
  }
}

extension Lexicon {
  static let small = Lexicon(
    version: 1,
    entries: [
      Entry(
        id: "disc", category: .spinal, reason: "A disc.", cues: [Cue("disc")].compactMap { $0 }),
      Entry(
        id: "worry", category: .psychological, reason: "A worry.",
        cues: [Cue("worry")].compactMap { $0 }),
    ])
}

extension Program {
  static let small = Program(
    title: "allclear",
    modules: [
      ModuleEntry(id: "safety", title: "Safety", minutes: 5, file: "safety", needsPass: false),
      ModuleEntry(id: "story", title: "Story", minutes: 15, file: "story", needsPass: false),
      ModuleEntry(id: "alarm", title: "Alarm", minutes: 15),
      ModuleEntry(id: "tracking", title: "Tracking", minutes: 20, file: "tracking"),
      ModuleEntry(id: "lesson", title: "Lesson", minutes: 9, file: "lesson"),
    ],
    beside: [
      ModuleEntry(id: "hello", title: "Hello", minutes: 9, file: "hello", needsPass: false),
      ModuleEntry(id: "recheck", title: "New?", minutes: 2, file: "recheck", needsPass: false),
      ModuleEntry(id: "flare", title: "Bad", minutes: 3, file: "flare", needsPass: false),
      ModuleEntry(id: "after", title: "After", minutes: 1, file: "after", needsPass: false),
    ],
    practices: [
      PracticeEntry(
        id: "listening", title: "Listening", attention: .outside, lengths: [1], file: "l"),
      PracticeEntry(
        id: "somatic", title: "Somatic", attention: .body, lengths: [1, 3], file: "s"),
      PracticeEntry(
        id: "bending", title: "Bending", attention: .movement, lengths: [1], file: "b"),
    ],
    pages: [
      PageEntry(id: "letter", title: "Letter", file: "letter"),
      PageEntry(id: "reading", title: "Reading", file: "reading"),
    ],
    schedule: Schedule(lessonDays: 0, lessonsADay: 9),
    roles: Roles(
      first: "hello", gate: "safety", recheck: "recheck", flare: "flare", afterFlare: "after",
      letter: "letter", crisis: "crisis.yaml"),
    phrases: Phrases(
      texts: [:], months: (1...12).map { "m\($0)" }, days: (1...7).map { "d\($0)" }))
}

extension Module {
  init(_ id: String, isKept: Bool = true, _ steps: [Step]) {
    self.init(
      id: id, title: id, isKept: isKept,
      steps: steps.map { step in
        var step = step
        if step.origin.isEmpty { step.origin = id }
        return .step(step)
      }, hash: "hash-\(id)")
  }

  static func page(_ id: String) -> Module { Module(id, isKept: false, [.say("text")]) }

  /// Five questions, the second sorted by a third, as the real ones are.
  static let safety = Module("safety", [.say("why-first")] + gates + [.say("thanks")])

  static let gates: [Step] = [numb, urgent, which, examined, attention].map { $0.from("safety") }

  private static let numb = Step.gate("numb", ["yes": .emergency], stops: [.emergency])
  private static let urgent = Step.gate("urgent", ["yes": .emergency], stops: [.emergency])
  private static let which = Step.gate(
    "which", ["fall": .emergency, "fever": .sameDay], clear: [], stops: [.emergency, .sameDay],
    sorts: "urgent")
  private static let examined = Step.gate(
    "examined", ["no": .notExamined],
    extra: [Gate.Option(id: "young", text: "young", hold: .lessonsOnly, outcome: "under-18")])
  private static let attention = Step.gate(
    "attention", ["stirred": .gentle, "unusual": .lessonsOnly],
    extra: [Gate.Option(id: "ending", text: "ending", hold: .sitting, isKept: false)])

  static let hello = Module(
    "hello",
    [
      .choose("hi", [Option(id: "try", text: "Try"), Option(id: "bad", text: "!", opens: .flare)]),
      .practice("minute", "listening", 1),
      .say("stopped", when: .skipped(.step("minute")), ends: true),
    ] + gates + [.collect("causes", into: .causes), .say("enough")])

  static let recheck = Module(
    "recheck",
    [
      .gate(
        "anything", [:], clear: ["nothing"],
        extra: [
          Gate.Option(id: "new", text: "new", outcome: Gate.new)
        ])
    ] + gates.map { $0.when(.has(.step("anything"), Gate.new)) })

  static let flare = Module(
    "flare", isKept: false,
    [
      .gate(
        "usual", [:], clear: [],
        extra: [
          Gate.Option(id: "known", text: "known", isKept: false),
          Gate.Option(id: "new", text: "new", outcome: Gate.new),
          Gate.Option(id: "ending", text: "ending", hold: .sitting, isKept: false),
        ])
    ] + [.say("company").when(.held(.sitting))]
      + gates.prefix(3).map { $0.when(.has(.step("usual"), Gate.new)) } + [
        .practice("stay", "listening", 1).when(.has(.step("usual"), Gate.clear)),
        .choose(
          "ask",
          [
            Option(id: "ask", text: "Ask", asksTomorrow: true), Option(id: "no", text: "No"),
            Option(id: "person", text: "A person", opens: .crisis),
          ]),
        .say("bye"),
      ])

  static let afterFlare = Module("after", [.choose("how", ["better", "worse"])])

  static let story = Module(
    "story", [.say("told"), .scale("pain"), .write("words"), .collect("causes", into: .causes)])

  static let tracking = Module(
    "tracking",
    [
      .choose("loudness", ["some", "more"], now: true),
      .practice("round", "somatic", 3).when(.has(.step("loudness"), "some")),
      .choose("how", ["lighter", "louder"]).when(.practised(.step("round"))),
      .say("done"),
    ])

  static let lesson = Module("lesson", [.say("read"), .say("end")])
}
