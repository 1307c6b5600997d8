/// What the codes of steps, safety questions, practices and the folder mean.
extension DiagnosticCode {
  var stepsAbout: About? {
    switch self {
    case .stepKind:
      (
        "A step of no kind, or of two",
        "Each step has one of say, choose, scale, write, collect, practice, gate, repeat; "
          + "groups do not nest."
      )
    case .pageStep:
      ("A page that asks", "A page only says.")
    case .optionDoor:
      (
        "A door where an answer belongs",
        "An option with `opens` comes back to its question: it cannot end, and one option answers."
      )
    case .optionWhen:
      (
        "Answers that may all be left out",
        "At least one answer of a question has no `when`, or there might be none to give."
      )
    case .unknownDoor:
      (
        "Nothing to open",
        "`opens` names a page, module or practice of program.yaml, or flare or crisis."
      )
    case .unknownPractice:
      ("A practice that is not there", "A practice step names one that program.yaml lists.")
    case .practiceLength:
      (
        "A length that the practice does not have",
        "`minutes` is one of the lengths in the practice's file."
      )
    case .unknownModule:
      ("A module that is not there", "`include` names a written module of program.yaml.")
    case .includeCycle:
      ("Modules that include each other", "An include leads to steps in the end.")
    case .includeBroken:
      ("An include of a file with faults", "The included file cannot be compiled.")
    case .includeStep:
      (
        "A step that the included module does not have",
        "`steps` names steps and groups of that module."
      )
    case .includeReference:
      (
        "An included step that asks what is not asked here",
        "What its condition or holes name stands above it in this module too."
      )
    case .unknownSource:
      ("A source that is not listed", "Sources are named by their id in sources.yaml.")
    case .sourcesReason:
      ("Sources waived without a reason", "`sources: none` and `sources-reason` belong together.")
    default: nil
    }
  }

  var gatesAbout: About? {
    switch self {
    case .gateWayRound:
      (
        "A way round a gate",
        "A gate has no default, no skip, no door and no `then`: it is answered."
      )
    case .gateStop:
      (
        "A hold without its page",
        "A gate that holds emergency or same-day says what to do, or a later gate sorts it."
      )
    case .gateSorts:
      (
        "Nothing to sort, or not asked",
        "`sorts` names a gate above, and is asked after each answer there that has no page."
      )
    case .gateKeep:
      (
        "An answer kept wrongly",
        "Only an answer that holds may be left unwritten, and one that holds is not kept as clear."
      )
    case .gateVerdict:
      (
        "A verdict",
        "Replies to a gate never say all clear, you are safe, or passed: nobody was examined."
      )
    default: nil
    }
  }

  var wordsAbout: About? {
    switch self {
    case .refusedClaim:
      (
        "A word that promises or blames",
        "Refused outside a step marked `quoted: true`, which answers someone who said it."
      )
    case .claimNeedsSource:
      (
        "A claim without a source",
        "A number, a per cent sign, study, trial, research and most people make a claim."
      )
    case .cardTooLong:
      ("A card of over 60 words", "Lists, numbers and options are not counted.")
    case .fileGrade:
      ("Hard to read", "A file reads at school grade 8 or below (Flesch and Kincaid).")
    case .paragraphGrade:
      ("A hard paragraph", "A paragraph of 40 words or more reads at grade 10 or below.")
    case .safetyLineLength:
      ("A safety line that is too long", "A line to hold on to has at most 60 characters.")
    default: nil
    }
  }

  var practicesAbout: About? {
    switch self {
    case .cueEmpty:
      (
        "A cue without line or bell",
        "Each cue says or rings something; silence and variants belong to a line."
      )
    case .cueOrder:
      ("Cues out of order", "Times rise, and the last cue stands at the length.")
    case .cueLength:
      ("A line of over 80 characters", "A line is one breath.")
    case .cueTooSoon:
      (
        "A line before the last has ended",
        "The next line begins 2 s after the end of the last, at 110 words a minute."
      )
    case .cueShare:
      ("Too much speech, or too little", "Speech is 40 to 60% of the time.")
    case .cueSilence:
      (
        "A silence that nobody announced",
        "Over 7 s it is announced in seconds and marked `quiet`; over 30 s there is none."
      )
    case .cueWord:
      (
        "A word that practices do not use",
        "Orders to relax or to look do not work with closed eyes or a loud alarm."
      )
    case .cueTone:
      (
        "A dry line without a plain one",
        "Mild humour is not for everybody: `tone: dry` has `variants` without it."
      )
    case .cueFirstLine:
      ("A first line that does not tell enough", "It tells the length, and that one may stop.")
    case .cueIngredients:
      (
        "A practice that lacks an ingredient",
        "Curiosity, safety and lightness in each length; outcome and checking from 3 minutes on."
      )
    default: nil
    }
  }

  var folderAbout: About? {
    switch self {
    case .roleMissing:
      (
        "A part that nobody plays",
        "program.yaml names first, gate, recheck, flare, after-flare, letter, crisis; what "
          + "they name is there."
      )
    case .roleWaits:
      (
        "A part that waits for the gate",
        "These modules open before the gate, with `needs: nothing`."
      )
    case .roleWithoutGate:
      ("A gate module without a gate", "The modules that let the body in ask safety questions.")
    case .roleWithPartOfGate:
      (
        "Some of the safety questions",
        "The first module and the later question include all of the gate's questions, or none."
      )
    case .letGoKeeps:
      (
        "What is let go is kept",
        "The module of `let-go` collects nothing, and each `write` in it has `keep: no`."
      )
    case .phraseMissing:
      (
        "Words of the screens are missing",
        "interface.yaml has every phrase that the program shows."
      )
    case .givenStep:
      ("Something given that is not there", "`gives` names steps of the module with their type.")
    case .differsFromProgram:
      (
        "A file and program.yaml disagree",
        "Id, title, minutes, attention and lengths are the same in both."
      )
    case .fileNotListed:
      ("A file that nothing lists", "What program.yaml does not list is never shown.")
    default: nil
    }
  }
}
