import AllClearEngine

// The steps of a module: what all have, and what each kind has of its own.
extension Grammar {
  /// A kind of step: the key that makes it one, and its further keys.
  struct StepKind {
    var key: Key
    /// What the kind has beside the key and the common ones.
    var own: [Key]
    var common: [Key]

    var name: String { key.name }

    /// The kind's map.
    var map: Map {
      Map(
        name: "step-" + name, what: name == "say" ? "a card (`say`)" : "a step of kind `\(name)`",
        about: key.about, keys: common + [key] + own)
    }
  }

  private static let id = Key("id", .id, "unique in its file, and never used again", required: true)
  private static let when = Key(
    "when", .condition, "asked only where this is true of answers above")
  private static let notes = Key("notes", .text, "for a practitioner; never shown to the person")

  private static let then = Key("then", .word(["end"]), "the session ends after it")

  /// What every step has.
  static let common: [Key] = [
    id, when, Key("why", .prose, "why it is here, shown by `w`; inherited from the module"), notes,
    Key("sources", .sources, "ids in sources.yaml that it rests on, or `none` with a reason"),
    Key("sources-reason", .text, "why `sources: none`"),
    Key("quoted", .yesNo, "it answers someone who said a word that is otherwise refused"),
    Key("now", .yesNo, "asked again when its answer is older than an hour"), then,
  ]

  /// The kinds of steps, in the order in which messages name them.
  static let stepKinds: [StepKind] = [
    kind("say", .prose, "a card of at most 60 words"),
    kind(
      "choose", .prose, "a question with at most nine options",
      [
        Key("options", .list(.option, 1...9), "its answers", required: true),
        Key("many", .yesNo, "several of them may be chosen"),
      ]),
    kind(
      "scale", .prose, "a question answered from 0 to 10, unanswered at first",
      [
        Key("anchors", .texts(2...2), "the words for 0 and for 10", required: true),
        Key(
          "tells", .word(Experiment.Tells.allCases.map(\.rawValue)),
          "what it tells of the movement that was tried"),
      ]),
    kind(
      "write", .prose, "own words, several lines",
      [
        Key("keep", .yesNo, "`no`: the words are let go and written nowhere"),
        Key("revises", .yesNo, "`yes`: it begins with what was written there last time"),
      ]),
    kind(
      "collect", .prose, "a short list in own words",
      [
        Key("into", .word(OwnList.allCases.map(\.rawValue)), "which list", required: true),
        Key("at-most", .whole(1...9), "how many entries", required: true),
      ]),
    kind(
      "practice", .id, "a timed practice, by its id",
      [Key("minutes", .whole(1...60), "its length, one that its file has", required: true)]),
    kind(
      "show", .word(Exhibit.allCases.map(\.rawValue)), "a card with what the person has collected",
      [Key("text", .prose, "what stands above it")]),
    kind(
      "exposure", .prose,
      "a card for being away from the keyboard; answered with did it, did part, or not today",
      [
        Key("movement", .ids, "steps above that say what is feared; the first answered counts"),
        Key("dose", .ids, "steps above that say what exactly is done; the first answered counts"),
        Key("fear", .id, "the scale above with the fear of it"),
        Key("feared", .id, "the writing above with what is feared, and by when"),
        Key("sure", .id, "the scale above with how sure of that"),
        Key("expects", .id, "the scale above with how much it is expected to hurt"),
        Key("without", .id, "the step above with the habit of safety that is left out"),
        Key("place", .id, "the step above with where it is done"),
      ]),
    kind(
      "pick", .prose, "a question whose answers are the person's own lines on a list",
      [
        Key("from", .word(OwnList.allCases.map(\.rawValue)), "which list", required: true),
        Key("else", .text, "the last answer: none of these; it counts as skipped", required: true),
      ]),
    kind("measure", .id, "a questionnaire by its id, one question after another"),
    StepKind(
      key: Key(
        "gate", .prose, "a safety question: never skipped, no default, kept as an outcome only",
        required: true),
      own: [
        Key("options", .list(.gateOption, 2...9), "its answers", required: true),
        Key(
          "stop", .named(keys: Hold.allCases.map(\.rawValue), .prose),
          "the page that each hold of it shows"),
        Key("sorts", .id, "the gate above whose yes this one sorts"),
      ], common: common.filter { $0.name != then.name }),
    StepKind(
      key: Key(
        "repeat", .map(.repetition), "steps that are passed through again", required: true),
      own: [], common: [id, when, notes]),
    StepKind(
      key: Key(
        "include", .id, "steps that are held once in another module", required: true),
      own: [Key("steps", .ids, "which of them; all where it is left out")],
      common: [when, notes]),
  ]

  private static func kind(
    _ name: String, _ shape: Shape, _ about: String, _ own: [Key] = []
  ) -> StepKind {
    StepKind(key: Key(name, shape, about, required: true), own: own, common: common)
  }

  static func stepKind(_ name: String) -> StepKind? { stepKinds.first { $0.name == name } }

  /// A step before its kind is known.
  static let anyStep = Map(
    name: "step", what: "a step", about: "The smallest thing in a module; one kind each.", keys: [])

  static let repetition = Map(
    name: "repeat", what: "`repeat`", about: "The only loop; each pass is a turn.",
    keys: [
      Key("steps", .list(.step, 1...200), "what is passed through", required: true),
      Key("until", .condition, "looked at after each pass", required: true),
      Key("at-most", .whole(1...20), "the greatest number of passes", required: true),
    ])

  private static let optionID = Key("id", .id, "unique in its question", required: true)
  private static let optionText = Key("text", .text, "as the person reads it", required: true)

  static let option = Map(
    name: "option", what: "an option", about: "One answer to a question.",
    keys: [
      optionID, optionText, Key("then", .word(["end"]), "the session ends with this answer"),
      Key("opens", .id, "a door: opens this and comes back to the question; it is no answer"),
      Key("ask", .word(["tomorrow"]), "a date is kept, and tomorrow Home asks how it went"),
      Key("evidence", .text, "choosing it adds this sentence to the evidence list"),
      Key(
        "calls", .word(PainWord.Given.allCases.map(\.rawValue)),
        "what the pain is called from now on, in `{pain-word|...}`"),
      Key(
        "settles", .word([OwnList.doubts.rawValue]),
        "the doubt that this session put down is settled for now"),
      Key(
        "too-much", .yesNo,
        "`yes`: a round was too much; the third such answer makes going gently the rule"),
      Key(
        "rests", .word(Rest.allCases.map(\.rawValue)),
        "`movement`: it has become harder; movement rests until a check-in that is no worse, or a clinician's look; `hello`: the hello is put off for some days"
      ),
      Key("when", .condition, "offered only where this is true of answers above"),
      Key(
        "happened", .word(Experiment.Happened.allCases.map(\.rawValue)),
        "whether what was feared of the movement has happened"),
    ])

  static let gateOption = Map(
    name: "gate-option", what: "a gate's option", about: "One answer to a safety question.",
    keys: [
      optionID, optionText,
      Key("hold", .word(Hold.allCases.map(\.rawValue)), "what may not be opened from now on"),
      Key("outcome", .id, "what is kept; without it the hold's name, or `clear`"),
      Key("keep", .yesNo, "`no`: written nowhere, and held for the sitting"),
    ])
}
