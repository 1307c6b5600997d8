import AllClearEngine

// The files: each begins with `format: 1`, then the key that says what it is.
extension Grammar {
  /// A kind of file, by the key that comes second in it.
  struct FileKind {
    var name: String
    var map: Map
  }

  private static let format = Key("format", .whole(1...1), "always 1", required: true)
  private static let title = Key("title", .text, "as on the screens", required: true)
  private static let why = Key("why", .prose, "one or two sentences, shown by `w`")
  private static let sources = Key("sources", .ids, "ids in sources.yaml that its claims rest on")
  private static let review = [
    Key("reviewed-by", .mayBeEmpty, "a clinician's name, `\"\"` until there is one"),
    Key("reviewed-on", .date, "when that was, `\"\"` until then"),
  ]
  private static let steps = Key("steps", .list(.step, 1...500), "in order", required: true)

  private static func file(
    _ name: String, _ what: String, _ about: String, _ keys: [Key]
  ) -> FileKind {
    FileKind(
      name: name,
      map: Map(
        name: name + "-file", what: what, about: about,
        keys: [format, Key(name, .id, "its id", required: true)] + keys))
  }

  /// The kinds, in the order in which schema.json asks for them: `sources` is a key of others too.
  static let files: [FileKind] = [
    program, interface, crisis, module, page, practice, measure, persona, safetyLines,
    lexicon, tour, sourcesFile,
  ]

  static let components = Component.allCases.map(\.rawValue)

  static let module = file(
    "module", "a module", "One sitting's content.",
    [
      title, why,
      Key(
        "component", .word(components),
        "which of PRT's five components it serves, or safety or "
          + "orientation", required: true),
      Key("minutes", .whole(1...120), "how long it takes, as in program.yaml", required: true),
      Key("kept", .yesNo, "`no`: nothing of it is written down but its gates"), sources,
    ] + review + [steps])

  static let page = file(
    "page", "a page", "Something to read: its steps are all `say`.",
    [title, why, sources] + review + [steps])

  static let practice = file(
    "practice", "a practice", "A timed exercise.",
    [
      title,
      Key(
        "attention", .word(Attention.allCases.map(\.rawValue)), "where it asks attention to be",
        required: true), why, sources,
    ] + review + [
      Key(
        "lengths", .named(keys: nil, .cues), "the cues for each length in minutes", required: true)
    ])

  static let measure = file(
    "measure", "a measure", "A questionnaire with its scoring.",
    [
      title,
      Key("rights", .text, "who allows its use, and where it comes from", required: true),
      Key("period", .prose, "what stands above each question: over which time it asks"),
      Key("shows-score", .yesNo, "`no`: the person is not shown a total"), sources,
    ] + review + [
      Key("options", .list(.itemOption, 2...9), "the answers of items that have none of their own"),
      Key("items", .list(.item, 1...40), "its questions", required: true),
      Key("scoring", .list(.score, 1...9), "the totals that are made of it", required: true),
    ])

  static let persona = file(
    "persona", "a persona", "A made-up patient who answers by rule.",
    [
      title, Key("about", .text, "who it is, in a sentence", required: true),
      Key("age", .whole(18...110), "in years", required: true),
      Key("manner", .other, "how each kind of question is answered"),
      Key("answers", .other, "what is answered where, by `module.step`"),
      Key("days", .other, "when the persona comes, and what it does", required: true),
    ])

  static let program = file(
    "program", "program.yaml", "What there is, in its order.",
    [
      Key("title", .text, "the programme's name"),
      Key("first", .id, "the module shown to someone who has never been here"),
      Key("gate", .id, "the module whose gates let the body in", required: true),
      Key("recheck", .id, "the question when that has run out"),
      Key("flare", .id, "help for a bad hour", required: true),
      Key("after-flare", .id, "what Home asks the day after"),
      Key("letter", .id, "the page to take to a clinician"),
      Key("crisis", .path, "the file of the crisis page", required: true),
      Key("doubt", .id, "the module that keeps a doubt and answers it once"),
      Key("against", .id, "the module about what speaks against an alarm"),
      Key("card", .id, "the module of the evidence card of the day"),
      Key("journal", .id, "the module to write freely in; its step `entry` is kept"),
      Key("let-go", .id, "the module to write in what is kept nowhere"),
      Key("own-letter", .id, "the module of the letter to oneself; its step `letter`"),
      Key("move", .id, "the module of one small movement"),
      Key("after-move", .id, "what Home asks on a later day about a movement that was tried"),
      Key("welcome", .id, "the module that greets somebody who was away for weeks"),
      Key("check-in", .id, "the weekly check-in; its id is `check-in`"),
      Key("ending", .id, "the module at the end of the course, after its last lesson"),
      Key("stopping", .id, "what is said to somebody who wants to stop"),
      Key("came-back", .id, "the module for pain that came back after the end"),
      Key("pleasant", .id, "the practice with something pleasant, offered for a day"),
      Key("trial", .id, "the page that says what the trial found, offered beside what has changed"),
      Key("rehearsal", .id, "the module in which a practitioner rehearses a talk about causes"),
      Key("practitioner", .id, "the page for who would use allclear with patients"),
      Key("schedule", .map(.schedule), "when things are offered"),
      Key("modules", .list(.moduleEntry, 1...200), "the course, in order", required: true),
      Key("beside", .list(.moduleEntry, 0...200), "modules that are not part of the course"),
      Key("practices", .list(.practiceEntry, 0...200), "every practice"),
      Key("shelves", .list(.shelf, 0...20), "shelves for the pages, in their order"),
      Key("pages", .list(.pageEntry, 0...200), "every page"),
      Key("measures", .list(.measureEntry, 0...200), "every questionnaire"),
    ])

  static let interface = file(
    "interface", "interface.yaml", "The words of the screens.",
    [
      Key(
        "phrases", .named(keys: Phrase.allCases.map(\.rawValue), .phrase),
        "every phrase that the program shows", required: true),
      Key("months", .texts(12...12), "January to December", required: true),
      Key("days", .texts(7...7), "Monday to Sunday", required: true),
    ])

  static let crisis = file(
    "crisis", "the crisis page", "The page of people to call.",
    [
      Key("checked-on", .date, "when the numbers were last rung", required: true),
      Key("lead", .prose, "the first card", required: true),
      Key("call", .text, "the line above the emergency numbers", required: true),
      Key("emergency", .list(.number, 1...20), "emergency numbers", required: true),
      Key("same-day", .list(.number, 1...20), "numbers for the same day", required: true),
      Key("countries", .list(.country, 0...100), "people to talk to", required: true),
      Key("elsewhere", .text, "where the other countries' numbers are", required: true),
      Key("cannot-call", .prose, "for someone who cannot call", required: true),
      Key("closing", .prose, "the last card", required: true),
    ])

  static let safetyLines = file(
    "safety-lines", "safety-lines.yaml", "Short lines to borrow.",
    [Key("lines", .texts(nil), "at most 60 characters each", required: true)])

  static let lexicon = file(
    "lexicon", "lexicon.yaml", "The words by which causes in own words are coded.",
    [
      Key("version", .whole(1...10_000), "counts its revisions, from 1", required: true), sources,
      Key("entries", .list(.lexiconEntry, 1...500), "groups of words", required: true),
    ])

  static let tour = file(
    "tour", "tour.yaml", "A talk with allclear on the wall.",
    [
      title,
      Key("persona", .id, "who is shown where a line names nobody", required: true),
      Key("stops", .list(.stop, 1...40), "in order", required: true),
    ])

  static let sourcesFile = file(
    "sources", "sources.yaml", "The papers and pages that claims rest on.",
    [Key("entries", .list(.source, 0...500), "each source once", required: true)])

  /// A file of another language: the words of one of the files above.
  static let translation = Map(
    name: "translation", what: "a translation",
    about: "The words of one file in another language; everything else stays with the original.",
    keys: [
      format,
      Key(
        "of", .text, "the fingerprint of the original that it was made from", required: true),
      Key(
        "texts", .named(keys: nil, .prose), "the words, by the id of their step", required: true),
    ])
}
