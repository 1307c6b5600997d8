import AllClearEngine

/// The one table of keys: it binds them, draws the footer and documents them in help.
enum KeyTable {
  /// What of a prompt decides which rows are there.
  struct Context: Hashable {
    var moves: Set<Prompt.Move> = []
    var hasPages = false
    /// An earlier page to turn back to: then back is possible whatever the prompt allows.
    var hasPageBefore = false
    /// A list to choose from, which its numbers answer from the pages before it, too.
    var hasChoices = false
    var offersPlain = false
    /// People to call come before everything else in the footer.
    var isUrgent = false
    /// A list takes no entry after this one: Enter finishes it.
    var isLastEntry = false
    /// A list of more answers than one sees at a glance.
    var isLongList = false
    /// Somebody shows allclear to others.
    var isDemo = false
  }

  /// The rows of a column that are there in a context, in the order of the footer.
  static func rows(_ column: KeyColumn, in context: Context) -> [KeyRow] {
    // The presenter's keys come first: `b` is a clicker's there.
    (presenting(column, context) + rows(column)).filter { row in
      switch row.needs {
      case .nothing: true
      case .move(.back): context.moves.contains(.back) || context.hasPageBefore
      case .move(let move): context.moves.contains(move)
      case .pages: context.hasPages
      case .choices: context.hasChoices
      case .plainOffer: context.offersPlain
      case .demo: context.isDemo
      }
    }.map { row in
      var row = row
      if context.isUrgent, row == flare { row.rank = nil }
      if !context.isLongList, row == search { row.rank = nil }
      if context.isLastEntry, row == addEntry { row.label = .keyDone }
      if context.isLastEntry, row == finishList { row.rank = nil }
      // What blanks the screen for a clicker goes back for everybody else.
      if context.isDemo, row.label == .keyBack { row.names.removeAll { $0 == .sign("b") } }
      return row
    }
  }

  /// What a key means in a column; `nil` where it means nothing.
  static func meaning(of key: Key, in column: KeyColumn, _ context: Context) -> Meaning? {
    for row in rows(column, in: context) {
      if let meaning = row.bindings[key] { return meaning }
    }
    if column == .blank { return .show }
    if column.takesText, case .character = key { return .type }
    return nil
  }

  /// Every row of a column.
  static func rows(_ column: KeyColumn) -> [KeyRow] {
    switch column {
    case .card: [goOn, turn, number, search] + common.map { $0 == skip ? skipUnasked : $0 }
    case .choose: choose + [search] + common
    case .many: marking + [search] + common
    case .gate: marking + common
    case .scale: scale + common.map { $0 == back ? backNotSideways : $0 }
    case .write: write + whileTyping
    case .collect: collect + whileTyping
    case .beforeWriting: [readOn, turnUntyped, backUntyped] + whileTyping
    case .ready: [start, ownPace, turn] + common.filter { $0 != plain }
    case .running: [pause, offerStop, time] + duringPractice
    case .ownPace: [nextLine, offerStop] + duringPractice
    case .paused: [resume, offerStop, time] + duringPractice
    case .stopOffer: [resume, stop] + duringPractice
    case .ended: [practiceGoOn] + duringPractice
    case .search: searching + whileTyping
    case .help: help + always
    case .blank: []
    case .aside: [writeOn] + presenterKeys + [leaveText, flare, help1] + whileTyping
    }
  }

  // MARK: What every prompt has

  private static let common = [back, undo, skip, why, plain, voice, flare, help1, leave] + always
  private static let duringPractice = [voice, flare, help1, leave] + always
  private static let always = [
    KeyRow(
      [.control("g"), .function(1)], .crisis, [.sign("^G"), .sign("F1")], .keyCrisis, rank: 6),
    KeyRow([.control("x")], .blank, [.sign("^X")], .keyBlank),
  ]

  /// Where `!` is a letter, the crisis page is dearer to the footer.
  private static let whileTyping = always.map { row in
    var row = row
    if row.rank != nil { row.rank = 1 }
    return row
  }

  private static let goOn = KeyRow(
    [.enter, .character(" ")], .goOn, [.phrase(.nameEnter), .phrase(.nameSpace)], .keyGoOn, rank: 0)
  private static let turn = KeyRow(
    [
      (.down, .pageOn), (.character("j"), .pageOn), (.pageDown, .pageOn),
      (.up, .pageBack), (.character("k"), .pageBack), (.pageUp, .pageBack),
      (.wheelDown, .pageOn), (.wheelUp, .pageBack),
    ], [.phrase(.nameArrows)], .keyPage, needs: .pages)
  private static let back = KeyRow(
    [.escape, .left, .character("b"), .character("h")], .back,
    [.phrase(.nameEscape), .sign("b")], .keyBack, rank: 4, needs: .move(.back))
  private static let backNotSideways = KeyRow(
    [.escape, .character("b")], .back, [.phrase(.nameEscape), .sign("b")], .keyBack, rank: 4,
    needs: .move(.back))
  private static let undo = KeyRow(
    [.character("u")], .undo, [.sign("u")], .keyUndo, needs: .move(.undo))
  private static let skip = KeyRow(
    [.character("s")], .skip, [.sign("s")], .keySkip, rank: 3, needs: .move(.skip))
  /// On a page before the question: it can be skipped, and is not offered to be yet.
  private static let skipUnasked = KeyRow(
    [.character("s")], .skip, [.sign("s")], .keySkip, needs: .move(.skip))
  private static let why = KeyRow(
    [.character("w")], .why, [.sign("w")], .keyWhy, rank: 5, needs: .move(.why))
  private static let leave = KeyRow(
    [.character("q")], .leave, [.sign("q")], .keyLeave, rank: 8)
  private static let flare = KeyRow(
    [.character("!")], .flare, [.sign("!")], .keyFlare, rank: 1)
  private static let help1 = KeyRow([.character("?")], .help, [.sign("?")], .keyHelp, rank: 2)
  private static let plain = KeyRow(
    [.character("p")], .plain, [.sign("p")], .keyPlain, rank: 7, needs: .plainOffer)
  private static let voice = KeyRow(
    [.character("v")], .voice, [.sign("v")], .keyVoice, needs: .move(.voice))

  // MARK: Questions

  private static let digits: [Key] = (0...9).map { .character(Character(String($0))) }
  private static let moves: [(Key, Meaning)] = [
    (.up, .previous), (.character("k"), .previous), (.down, .next), (.character("j"), .next),
    (.home, .first), (.end, .last), (.pageUp, .pageBack), (.pageDown, .pageOn),
    (.wheelUp, .previous), (.wheelDown, .next),
  ]
  private static let move = KeyRow(moves, [.phrase(.nameArrows)], .keyMove)

  private static let number = KeyRow(
    digits, .digit, [.phrase(.nameDigits)], .keyChoose, needs: .choices)

  private static let search = KeyRow(
    [.character("/")], .search, [.sign("/")], .keySearch, rank: 3, needs: .choices)
  private static let searching = [
    KeyRow([.enter], .searchTake, [.phrase(.nameEnter)], .keySearchTake, rank: 0),
    KeyRow([.escape], .searchLeave, [.phrase(.nameEscape)], .keySearchLeave, rank: 2),
    KeyRow(
      [(.up, .previous), (.down, .next), (.wheelUp, .previous), (.wheelDown, .next)],
      [.phrase(.nameArrows)], .keyMove),
    KeyRow([.backspace], .erase, [.phrase(.nameBackspace)], .keyErase),
  ]

  private static let choose = [
    KeyRow(
      [.enter, .character(" ")], .choose, [.phrase(.nameEnter), .phrase(.nameSpace)], .keyChoose,
      rank: 0),
    KeyRow(digits, .digit, [.phrase(.nameDigits)], .keyChoose),
    move,
  ]
  private static let marking = [
    KeyRow(
      [.character(" ")] + digits, .mark, [.phrase(.nameDigits), .phrase(.nameSpace)], .keyMark,
      rank: 0),
    KeyRow([.enter], .confirm, [.phrase(.nameEnter)], .keyConfirm, rank: 0),
    move,
    KeyRow([.backspace, .delete], .clear, [.phrase(.nameBackspace)], .keyClear),
  ]
  private static let scale = [
    KeyRow(digits, .digit, [.phrase(.nameTen)], .keySet, rank: 0),
    KeyRow(
      [.enter, .character(" ")], .confirm, [.phrase(.nameEnter), .phrase(.nameSpace)], .keyConfirm,
      rank: 0),
    KeyRow(
      [
        (.left, .less), (.character("h"), .less), (.down, .less), (.character("j"), .less),
        (.right, .more), (.character("l"), .more), (.up, .more), (.character("k"), .more),
        (.home, .least), (.end, .most),
      ], [.phrase(.nameArrows)], .keyMove),
    KeyRow([.backspace, .delete], .clear, [.phrase(.nameBackspace)], .keyClear),
    KeyRow([.pageUp], .pageBack, [.phrase(.namePageUp)], .keyReadAgain, needs: .pages),
  ]

  // MARK: Writing

  private static let write =
    [
      KeyRow([.control("d")], .finish, [.sign("^D")], .keyDone, rank: 0),
      KeyRow([.enter], .newLine, [.phrase(.nameEnter)], .keyNewLine, rank: 3),
      leaveText,
    ] + editing
  private static let collect = [addEntry, finishList, leaveText] + editing
  private static let addEntry = KeyRow(
    [.enter], .addEntry, [.phrase(.nameEnter)], .keyAddEntry, rank: 0)
  private static let finishList = KeyRow(
    [.control("d")], .finish, [.sign("^D")], .keyDone, rank: 2)
  private static let leaveText = KeyRow(
    [.escape], .leaveText, [.phrase(.nameEscape)], .keyDraft, rank: 2, needs: .move(.back))
  private static let editing = [
    KeyRow(
      [
        (.left, .left), (.right, .right), (.up, .up), (.down, .down), (.home, .lineStart),
        (.end, .lineEnd), (.control("a"), .lineStart), (.control("e"), .lineEnd),
      ], [.phrase(.nameArrows)], .keyMove),
    KeyRow(
      [(.backspace, .erase), (.delete, .eraseAfter)], [.phrase(.nameBackspace)], .keyErase),
    KeyRow([.pageUp], .readAgain, [.phrase(.namePageUp)], .keyReadAgain, needs: .pages),
  ]

  private static let readOn = KeyRow([.enter], .goOn, [.phrase(.nameEnter)], .keyGoOn, rank: 0)
  private static let turnUntyped = KeyRow(
    [
      (.down, .pageOn), (.right, .pageOn), (.pageDown, .pageOn),
      (.up, .pageBack), (.left, .pageBack), (.pageUp, .pageBack),
      (.wheelDown, .pageOn), (.wheelUp, .pageBack),
    ], [.phrase(.nameArrows)], .keyPage, needs: .pages)
  private static let backUntyped = KeyRow(
    [.escape], .back, [.phrase(.nameEscape)], .keyBack, rank: 2, needs: .move(.back))

  // MARK: Practice

  private static let start = KeyRow(
    [.enter, .character(" ")], .start, [.phrase(.nameEnter), .phrase(.nameSpace)], .keyStart,
    rank: 0)
  private static let ownPace = KeyRow(
    [.character("p")], .startOwnPace, [.sign("p")], .keyOwnPace, rank: 3)
  private static let pause = KeyRow(
    [.character(" "), .enter], .pause, [.phrase(.nameSpace), .phrase(.nameEnter)], .keyPause,
    rank: 0)
  private static let nextLine = KeyRow(
    [.enter, .character(" ")], .nextLine, [.phrase(.nameEnter), .phrase(.nameSpace)],
    .keyNextLine, rank: 0)
  private static let resume = KeyRow(
    [.enter, .character(" ")], .resume, [.phrase(.nameEnter), .phrase(.nameSpace)], .keyResume,
    rank: 0)
  private static let offerStop = KeyRow(
    [.escape, .character("s")], .offerStop, [.phrase(.nameEscape), .sign("s")], .keyStop, rank: 1)
  private static let stop = KeyRow(
    [.escape, .character("s")], .stop, [.phrase(.nameEscape), .sign("s")], .keyStop, rank: 1)
  private static let time = KeyRow([.character("t")], .time, [.sign("t")], .keyTime, rank: 3)
  private static let practiceGoOn = KeyRow(
    [.enter, .character(" ")], .practiceGoOn, [.phrase(.nameEnter), .phrase(.nameSpace)], .keyGoOn,
    rank: 0)

  // MARK: A demo

  /// The presenter's keys that work in a column; where text is typed, those of a clicker alone.
  private static func presenting(_ column: KeyColumn, _ context: Context) -> [KeyRow] {
    switch column {
    case _ where !context.isDemo: []
    case .help, .blank, .aside, .search: []
    case .write, .collect, .beforeWriting: [clicking]
    default: presenterKeys
    }
  }

  /// A clicker has no key to leave the text with.
  private static let clicking = KeyRow(
    [(.pageDown, .clickOn), (.pageUp, .clickBack)],
    [.phrase(.namePageDown), .phrase(.namePageUp)], .keyClick, needs: .demo)
  private static let presenterKeys = [
    KeyRow(
      [(.character("]"), .present(.on)), (.pageDown, .clickOn)],
      [.sign("]"), .phrase(.namePageDown)], .keyStepOn, needs: .demo),
    KeyRow(
      [(.character("["), .present(.back)), (.pageUp, .clickBack)],
      [.sign("["), .phrase(.namePageUp)], .keyStepBack, needs: .demo),
    KeyRow([.character("}")], .present(.moduleOn), [.sign("}")], .keyModuleOn, needs: .demo),
    KeyRow([.character("{")], .present(.moduleBack), [.sign("{")], .keyModuleBack, needs: .demo),
    KeyRow([.character("a")], .present(.answer), [.sign("a")], .keyLetAnswer, needs: .demo),
    KeyRow([.character("n")], .present(.notes), [.sign("n")], .keyNotes, needs: .demo),
    KeyRow([.character("g")], .goTo, [.sign("g")], .keyGoTo, needs: .demo),
    KeyRow([.character("f")], .present(.fast), [.sign("f")], .keyFast, needs: .demo),
    KeyRow([.character("F")], .present(.toEnd), [.sign("F")], .keyToEnd, needs: .demo),
    KeyRow(
      [.character("."), .character("b")], .blank, [.sign("."), .sign("b")], .keyBlankWall,
      needs: .demo),
  ]
  private static let writeOn = KeyRow(
    [.enter], .close, [.phrase(.nameEnter)], .keyWriteOn, rank: 0)

  // MARK: Overlays

  private static let help = [
    KeyRow(
      [.escape, .character("?"), .character("q"), .enter, .character(" ")], .close,
      [.phrase(.nameEscape), .phrase(.nameEnter)], .helpClose, rank: 0),
    turn,
    flare,
  ]
}
