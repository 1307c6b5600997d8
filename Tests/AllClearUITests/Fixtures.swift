import AllClearEngine

@testable import AllClearUI

/// Prompts as a person meets them, in the words of the programme.
enum Fixtures {
  /// Paragraphs parted by empty lines; lines that begin with `- ` are items of a list.
  static func prose(_ text: String) -> Prose {
    var blocks: [Prose.Block] = []
    for part in text.split(separator: "\n\n") {
      let lines = part.split(separator: "\n")
      if part.hasPrefix("- ") {
        blocks += lines.map { .item([.plain(String($0.dropFirst(2)))]) }
      } else {
        blocks.append(.paragraph([.plain(lines.joined(separator: " "))]))
      }
    }
    return Prose(blocks)
  }

  static func choices(_ texts: String...) -> [Prompt.Choice] {
    texts.enumerated().map { Prompt.Choice(id: "option-\($0.offset + 1)", text: $0.element) }
  }

  static let emergency = [
    TelephoneNumber(number: "911", name: "US, Canada"),
    TelephoneNumber(number: "999 or 112", name: "UK, Ireland"),
    TelephoneNumber(number: "112", name: "Europe, India"),
    TelephoneNumber(number: "000", name: "Australia"),
    TelephoneNumber(number: "111", name: "New Zealand"),
  ]

  static let hello = Prompt(
    place: "hello",
    body: .choose(
      prose(
        """
        Hello. This is a quiet place to work on back pain that has stayed too long.

        It teaches the skills of Pain Reprocessing Therapy, a step at a time. It is not a doctor \
        and cannot examine you.

        What you write stays on this computer. No account, no network.
        """),
      choices(
        "Try one minute now", "What is this, and does it work?", "It is bad right now"),
      many: false),
    heading: "Hello", moves: [.back, .skip, .why], offersPlain: true)

  static let card = Prompt(
    place: "welcome",
    body: .card(
      Prose([
        .paragraph([
          .plain("First, five questions that "), .emphasis("everyone"),
          .plain(" with back pain should be asked."),
        ]),
        .paragraph([
          .plain(
            "Serious causes are rare. When they happen, they need a doctor and not a program. "
              + "So everyone is asked, and asked again later.")
        ]),
        .paragraph([.plain("If you are not sure, say so. That is a good answer.")]),
      ])),
    heading: "Safety first",
    notice: "The computer was away for a while, so I paused for you.",
    moves: [.back, .why])

  static let how = Prompt(
    place: "how",
    body: .choose(
      prose("How was that?"),
      choices(
        "Lighter, or easier to be with", "About the same", "It got louder", "I could not settle",
        "Too much"), many: false),
    heading: "Somatic tracking", moves: [.skip, .why])

  static let many = Prompt(
    place: "comfort",
    body: .choose(
      prose("What has helped you on a bad day before? Any number of these."),
      choices(
        "Warmth, or lying down", "A slow walk, or shifting about",
        "Music, a voice, something funny",
        "My medicine, as agreed with my clinician and written down where I find it on a bad day"),
      many: true),
    heading: "Your story", moves: [.back, .skip, .why])

  static let gate = Prompt(
    place: "true-now",
    body: .gate(
      prose(
        """
        Is any of this true now?

        - a bad fall or crash lately; or a small one, if my bones are thin, I take steroids, or I \
        am over 65
        - fever, chills or feeling very ill with the back pain
        - sudden strong pain in belly, side or back, or feeling faint
        - chest pain, or hard to breathe
        - pregnant or just gave birth, and something is new
        - pain or blood when I pass urine
        """),
      choices(
        "Yes, one or more", "Not sure, or I would rather not say", "No, none of these")),
    heading: "Safety first, 2 of 5", moves: [.why])

  static let stop = Prompt(
    place: "stop",
    body: .gate(
      Prose([
        .paragraph([.plain("Please get checked now. Do not wait.")]),
        .paragraph([
          .plain(
            "What you describe can mean that nerves low in the back are being squeezed. Often it "
              + "is something else. If it is that, hours matter.")
        ]),
        .paragraph([
          .plain("Go to an emergency department, or call your emergency number:")
        ]),
        .numbers(emergency),
        .paragraph([.plain("Say: \"back pain, and new trouble with\" what you noticed.")]),
      ]),
      choices("I pressed the wrong key", "I have been seen about this", "Leave")),
    urgent: emergency)

  static let crisis = Prompt(
    place: "crisis",
    body: .choose(
      prose(
        """
        I am glad you came here. Please talk to a person now.

        To talk, free, day or night:

        If you cannot call: go to someone near you and say, "I am not safe on my own right now." \
        If you can, put distance between yourself and anything you might use.

        This page leaves no trace. Numbers last checked: not yet checked.
        """
      ).adding(
        .numbers([
          TelephoneNumber(number: "116 123", name: "Samaritans"),
          TelephoneNumber(number: "85258", name: "text SHOUT"),
        ]), at: 2),
      choices("Another country", "Go back"), many: false),
    heading: "People to talk to", moves: [.back], urgent: emergency)

  static let scale = Prompt(
    place: "pain",
    body: .scale(
      prose("How strong was your back pain in the past week, on average?"),
      Scale(low: "no pain", high: "the worst I can imagine")),
    heading: "Your story", moves: [.back, .skip, .why])

  static let write = Prompt(
    place: "words",
    body: .write(
      prose(
        """
        Is there anything you did not expect?

        A few words for later. Nobody marks this.
        """), isKept: true),
    heading: "Somatic tracking", moves: [.back, .skip])

  static let collect = Prompt(
    place: "causes",
    body: .collect(
      prose(
        """
        What do you think causes your pain?

        Write what you believe today, the biggest first. A few words each. One is enough. Nobody \
        marks this.
        """), atMost: 3, seeds: ["a disc, as the scan said", "sitting too long"]),
    heading: "Your story", moves: [.back, .skip])

  static func practice(
    _ phase: PracticeView.Phase, line: String? = nil, cue: Int = 0, seconds: Int = 0,
    ownPace: Bool = false, bell: Bell? = nil, voice: Voice = .off
  ) -> Prompt {
    Prompt(
      place: "round",
      body: .practice(
        PracticeView(
          title: "Somatic tracking", minutes: 3, lineCount: 16, hasBells: true, phase: phase,
          line: line, cue: cue, bell: bell, elapsed: .seconds(seconds), ownPace: ownPace,
          voice: voice)),
      moves: phase == .ready ? [.back, .skip, .why, .voice] : [.voice])
  }

  static let cat = "Meet it as you might meet a strange cat: stay where you are, and be curious."
  static let running = practice(.running, line: cat, cue: 6, seconds: 57)

  /// One of each kind.
  static let all: [(name: String, prompt: Prompt)] = [
    ("hello", hello), ("card", card), ("choose", how), ("many", many), ("gate", gate),
    ("stop", stop), ("crisis", crisis), ("scale", scale), ("write", write),
    ("collect", collect), ("trial", trial), ("practice-ready", practice(.ready)),
    ("practice-running", running),
    ("practice-own-pace", practice(.running, line: cat, cue: 6, ownPace: true)),
    ("practice-paused", practice(.paused(offersStop: false), line: cat, cue: 6, seconds: 57)),
    ("practice-stop", practice(.paused(offersStop: true), line: cat, cue: 6, seconds: 57)),
    ("practice-gap", practice(.pausedByGap, line: cat, cue: 6, seconds: 57)),
    (
      "practice-ended",
      practice(
        .ended, line: "Three minutes. However it felt, you practised.", cue: 17, seconds: 180)
    ),
  ]
}

extension Prose {
  func adding(_ block: Block, at index: Int) -> Prose {
    var prose = self
    prose.blocks.insert(block, at: index)
    return prose
  }
}
