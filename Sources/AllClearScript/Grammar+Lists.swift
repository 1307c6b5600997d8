import AllClearEngine
import AllClearMeasures

// What stands in the lists of files: cues, lines of program.yaml, numbers, sources, items.
extension Grammar {
  private static func id(_ about: String) -> Key { Key("id", .id, about, required: true) }

  static let cue = Map(
    name: "cue", what: "a cue", about: "A line in a practice, with its time.",
    keys: [
      Key("at", .time, "when it is said, in quotes; times rise", required: true),
      Key("say", .text, "one breath, at most 80 characters"),
      Key("bell", .word(Bell.allCases.map(\.rawValue)), "what rings"),
      Key("quiet", .duration, "a silence that the line itself announces"),
      Key("does", .word(Ingredient.allCases.map(\.rawValue)), "what the line serves"),
      Key("variants", .texts(1...20), "other wordings, which take turns from round to round"),
      Key("tone", .word(Tone.allCases.map(\.rawValue)), "`dry`: the line is mildly funny"),
    ])

  private static let listed = "unique over modules, practices, pages and measures"
  private static let entryTitle = Key("title", .text, "the same as in its file", required: true)
  private static let entryFile = Key("file", .path, "below the language's folder", required: true)

  static let moduleEntry = Map(
    name: "module-entry", what: "a module", about: "A module's line in the list.",
    keys: [
      id(listed), entryTitle,
      Key("minutes", .whole(1...120), "the same as in its file", required: true),
      Key("file", .path, "below the language's folder; left out while it is not written"),
      Key("needs", .word(["nothing"]), "open before the gate and while a hold stands"),
      Key(
        "gives", .named(keys: nil, .word(Program.Given.allCases.map(\.rawValue))),
        "the steps that other modules may reach, each with its type"),
    ])

  static let practiceEntry = Map(
    name: "practice-entry", what: "a practice", about: "A practice's line in the list.",
    keys: [
      id(listed), entryTitle,
      Key(
        "attention", .word(Attention.allCases.map(\.rawValue)), "the same as in its file",
        required: true),
      Key("lengths", .wholes(1...60), "in minutes, rising", required: true), entryFile,
    ])

  static let pageEntry = Map(
    name: "page-entry", what: "a page", about: "A page's line in the list.",
    keys: [
      id(listed), entryTitle, entryFile, Key("shelf", .id, "the shelf that it stands on"),
    ])

  static let shelf = Map(
    name: "shelf", what: "a shelf", about: "Pages that belong together.",
    keys: [id("unique among shelves"), entryTitle])

  static let measureEntry = Map(
    name: "measure-entry", what: "a measure", about: "A questionnaire's line in the list.",
    keys: [id(listed), entryTitle, entryFile])

  static let number = Map(
    name: "number", what: "a number", about: "A telephone number.",
    keys: [
      Key("number", .text, "as it is dialled, in quotes", required: true),
      Key("name", .text, "who answers, or where it holds", required: true),
      Key("source", .mayBeEmpty, "an id in sources.yaml"),
      Key("verify", .mayBeEmpty, "what is still open about it"),
    ])

  static let country = Map(
    name: "country", what: "a country", about: "Whom to talk to in a country.",
    keys: [
      id("unique on this page"), Key("name", .text, "the country", required: true),
      Key("talk", .text, "the line above its numbers", required: true),
      Key("lines", .list(.number, 1...20), "whom to call", required: true),
    ])

  static let source = Map(
    name: "source", what: "a source", about: "A paper or page.",
    keys: [
      id("unique among sources"),
      Key("cite", .text, "authors, title, place and year", required: true),
      Key("doi", .mayBeEmpty, "its DOI"),
      Key("grade", .word(["A", "B", "C", "D", ""]), "how sure it makes us"),
      Key("says", .mayBeEmpty, "what it found, in a line"),
      Key("limit", .mayBeEmpty, "what it cannot tell, in a line"),
      Key("verify", .mayBeEmpty, "what is still open"),
    ])

  static let lexiconEntry = Map(
    name: "lexicon-entry", what: "a group of words",
    about: "Words that mean one kind of cause.",
    keys: [
      id("unique in the lexicon"),
      Key(
        "category", .word(CauseCategory.allCases.map(\.name)), "what kind of cause they mean",
        required: true),
      Key("reason", .text, "why a clinician would put them there", required: true),
      Key(
        "cues", .texts(1...500), "words, with commas between; `injur*` with any ending, `a ... b`",
        required: true),
      Key("weak", .yesNo, "`yes`: counts only where nothing else is named"),
    ])

  static let stop = Map(
    name: "stop", what: "a stop", about: "A stop of a tour.",
    keys: [
      id("unique in the tour"),
      Key("title", .text, "what the stop is about", required: true),
      Key(
        "cuts", .other, "its seconds in each cut, by the cut's minutes: `{14: 60}`", required: true),
      Key("shows", .list(.show, 1...10), "the screens, in order", required: true),
      Key("notes", .prose, "what is said, in paragraphs", required: true),
    ])

  static let show = Map(
    name: "show", what: "a screen", about: "A screen of a tour's stop.",
    keys: [
      Key(
        "at", .text,
        "`module.step`, `page.ID`, `practice.ID.MINUTES`, `own.LIST`, home, flare, crisis, progress",
        required: true),
      Key("persona", .id, "who is shown"),
      Key("day", .whole(0...PersonaCompiler.lastDay), "how many days were played before"),
      Key("cue", .whole(1...200), "the cue at which a practice stands"),
    ])

  static let item = Map(
    name: "item", what: "an item", about: "A question of a measure.",
    keys: [
      id("unique in the measure; its step is named STEP-ITEM"),
      Key("text", .prose, "the question", required: true),
      Key("options", .list(.itemOption, 2...9), "its own answers"),
    ])

  static let itemOption = Map(
    name: "item-option", what: "an item's option", about: "One answer, with what it counts.",
    keys: [
      id("unique in its item"), Key("text", .text, "as the person reads it", required: true),
      Key("score", .whole(0...100), "what it counts", required: true),
    ])

  static let score = Map(
    name: "score", what: "a score", about: "A total over items.",
    keys: [
      Key("name", .id, "unique in the measure", required: true),
      Key("sum", .ids, "the items that it adds up", required: true),
      Key("ranges", .list(.scoreRange, 1...20), "what totals mean"),
    ])

  static let scoreRange = Map(
    name: "score-range", what: "a range", about: "Totals that mean the same.",
    keys: [
      id("unique in its score"), Key("from", .whole(0...4000), "the least total", required: true),
      Key("to", .whole(0...4000), "the greatest total", required: true),
      Key("text", .text, "what it is called", required: true),
    ])

  static let schedule = Map(
    name: "schedule", what: "`schedule`",
    about: "When things are offered; nothing is locked by it.",
    keys: [
      Key("check-in-days", .whole(1...60), "days between two check-ins; 7 where it is left out"),
      Key(
        "lesson-days", .whole(0...60),
        "days after a lesson before Home suggests the next; 3 where it is left out"),
      Key(
        "lessons-a-day", .whole(1...9),
        "after so many Home suggests to stop for the day; 2 where it is left out"),
      Key(
        "move-from-day", .whole(0...365),
        "from this day of the course on a small movement is offered; 14 where it is left out"),
      Key("boosters", .list(.booster, 0...20), "hellos after the end"),
      Key("measures", .list(.repeated, 0...20), "questionnaires that come again"),
    ])

  static let booster = Map(
    name: "booster", what: "a booster", about: "A hello after the end of the course.",
    keys: [
      Key("module", .id, "the module", required: true),
      Key("month", .whole(1...120), "months after the end; they rise", required: true),
    ])

  static let repeated = Map(
    name: "repeated", what: "a measure that comes again", about: "When a questionnaire is due.",
    keys: [
      Key("measure", .id, "the measure", required: true),
      Key("from-day", .whole(0...365), "the first day of the course on which it is asked"),
      Key("every-days", .whole(1...365), "days between two times", required: true),
    ])
}
