/// What each code means; the guide for authors prints it.
extension DiagnosticCode {
  typealias About = (title: String, explanation: String)

  var about: About {
    filesAbout ?? valuesAbout ?? proseAbout ?? conditionsAbout
      ?? stepsAbout ?? gatesAbout ?? wordsAbout ?? practicesAbout ?? folderAbout
      ?? measuresAbout ?? languagesAbout
      ?? (rawValue, "")
  }

  var filesAbout: About? {
    switch self {
    case .cannotRead:
      (
        "A file cannot be read",
        "Every file that program.yaml lists is a regular file below the language's folder."
      )
    case .tooLarge:
      ("Too large", "A file has at most 1 MB and 20000 entries, one text at most 8000 characters.")
    case .notUTF8:
      ("Not UTF-8", "Files are saved as UTF-8.")
    case .controlCharacter:
      ("A control character", "Nothing but line breaks stands among the visible characters.")
    case .tab:
      ("A tab", "Indentation and gaps are spaces, since a tab is as wide as each editor likes.")
    case .badCharacter:
      (
        "A character that cannot be shown or read everywhere",
        "Letters, digits, ordinary and typographic punctuation; no emoji, boxes, braille "
          + "patterns, invisible or direction marks."
      )
    case .tooDeep:
      ("Nested too deep", "More than 64 levels of lists and maps within each other are not read.")
    case .yamlSyntax:
      (
        "Not YAML",
        "The file cannot be split into maps, lists and texts; mostly the indentation, or "
          + "quotes that are missing."
      )
    case .plainYAML:
      (
        "More of YAML than is used here",
        "Tags, directives, `>`, `? ` keys and numbers after `|` are not used."
      )
    case .anchorOrAlias:
      ("An anchor, alias or merge key", "`&`, `*` and `<<` are not followed; write the text out.")
    case .duplicateKey:
      ("A key twice in one map", "Only one of the two could count.")
    case .emptyFile:
      ("An empty file", "A file begins with `format: 1` and what it is.")
    case .severalDocuments:
      ("Several documents in one file", "A file holds one document, without `---`.")
    case .notAMap:
      ("Not a map of keys", "The top of a file is a map, not a list or a text.")
    case .formatMissing:
      ("No format", "The first line of a file is `format: 1`.")
    case .formatNewer:
      ("A newer format", "The file was written for a later allclear.")
    case .headerKind:
      (
        "Not said what the file is",
        "After the format comes what the file is, with its id: `module: tracking`."
      )
    default: nil
    }
  }

  var valuesAbout: About? {
    switch self {
    case .unknownKey:
      ("An unknown key", "Every key is one that this page names.")
    case .misplacedKey:
      ("A key that belongs elsewhere", "The key exists, and not at this kind of step or option.")
    case .missingKey:
      ("A key is missing", "The map cannot do without this key.")
    case .wrongShape:
      ("A map, list or text where another belongs", "Each key takes a text, a list or a map.")
    case .wrongCount:
      (
        "Too many or too few",
        "A question has at most nine options, a gate two or more, a scale two ends, a year "
          + "twelve months."
      )
    case .emptyText:
      ("A text that says nothing", "Write it, or leave its key out.")
    case .badNumber:
      ("Not a whole number in its range", "Minutes, lengths and limits are whole numbers.")
    case .badDuration:
      ("Not a duration", "Durations have their unit: `90s`, `3m`.")
    case .badTime:
      ("Not a time", "The time of a cue is minutes and seconds in quotes: `\"1:05\"`.")
    case .badDate:
      ("Not a date", "Dates are written as 2026-11-22, and left `\"\"` until there is one.")
    case .badWord:
      ("Not one of the words that may stand here", "Some keys take only certain words.")
    case .badID:
      ("Not an id", "An id is lower-case letters, digits and hyphens and begins with a letter.")
    case .badPath:
      ("Not a path of content", "A file stands below the language's folder and ends in .yaml.")
    case .duplicateID:
      (
        "An id given twice",
        "An id names one thing: among steps of a file, options of a question, and all "
          + "modules, practices and pages."
      )
    case .retiredID:
      (
        "An id that was used before",
        "Old answers still bear the id; another step under it would be taken for the old one."
      )
    default: nil
    }
  }

  var proseAbout: About? {
    switch self {
    case .badHole:
      ("A hole that is not whole", "A hole is `{name}` or `{name|fallback}`.")
    case .holeUnknown:
      (
        "A hole for an answer that is not there",
        "A hole names a step above, or one of another module that program.yaml gives."
      )
    case .holeType:
      (
        "A hole for something without words",
        "Cards, practices and gates have no answer that could be shown."
      )
    case .holeNeedsFallback:
      (
        "A hole without a fallback",
        "The answer may be missing: it can be skipped. Say what stands there then."
      )
    case .holeNotHere:
      (
        "A hole where none may stand",
        "Titles, options, whys and the crisis page are the same for everybody."
      )
    case .numbersNotAlone:
      ("Numbers within a sentence", "A list of telephone numbers is a paragraph of its own.")
    case .emphasisNotClosed:
      ("Emphasis without its end", "`*` opens and closes within one paragraph.")
    default: nil
    }
  }

  var conditionsAbout: About? {
    switch self {
    case .badCondition:
      (
        "Not a condition",
        "A condition is built of has, comparisons, calls, not, and, or, and brackets."
      )
    case .unknownAnswer:
      (
        "An answer that nobody is asked for",
        "The condition names a step that this module does not have."
      )
    case .forwardAnswer:
      ("An answer that comes later", "Conditions and holes look only backwards.")
    case .answerType:
      (
        "An answer of another kind",
        "`has` asks choices and gates, numbers are compared with scales, `practised` asks "
          + "practices."
      )
    case .unknownOption:
      (
        "An option that the question does not have",
        "After `has` stands the id of an option, for a gate an outcome."
      )
    case .scaleRange:
      ("A number that no scale has", "A scale runs from 0 to 10.")
    case .notGiven:
      (
        "An answer that its module does not give",
        "Another module's step is reached when program.yaml names it under `gives`."
      )
    case .bodyNeedsPositive:
      (
        "A body practice let in by a negative",
        "A practice whose attention is not outside is let in by positive answers: an "
          + "unanswered question must not open it."
      )
    default: nil
    }
  }
}
