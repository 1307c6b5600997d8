public import AllClearEngine

extension ScreenState {
  /// Takes one key at a prompt, as it stood on this screen.
  public mutating func handle(_ key: Key, _ prompt: Prompt, on screen: Screen) -> Action {
    meet(prompt)
    let action = press(key, prompt, on: screen)
    if case .send(let events) = action { hasAnswered = events.contains(where: \.isAnswer) }
    return action
  }

  private mutating func press(_ key: Key, _ prompt: Prompt, on screen: Screen) -> Action {
    let scene = Scene(prompt, on: screen)
    fit(scene)
    if stepsAside(key, scene) { return .redraw }
    if key == .resized { return .redraw }
    if case .click(let point) = key { return click(point, scene) }
    guard let meaning = KeyTable.meaning(of: key, in: column(scene), context(scene)) else {
      return .none
    }
    if screen.isTooSmall, !Self.worksUnseen.contains(meaning) { return .none }
    var before = self
    // The first key takes the cursor from the offer of plain text to the prompt.
    if !prompt.offersPlain { before.isTouched = true }
    hint = nil
    isTouched = true
    if Self.digit(key) == nil { typedNumber = "" }
    let action = act(meaning, key, scene)
    return action == .none && self != before ? .redraw : action
  }

  /// What may be done on a screen too small to show what it does.
  private static let worksUnseen: Set<Meaning> = [
    .crisis, .flare, .leave, .blank, .show, .pause, .offerStop,
  ]

  private mutating func act(
    _ meaning: Meaning, _ key: Key, _ scene: Scene
  ) -> Action {
    let prompt = scene.prompt
    if search != nil, let action = searching(meaning, key, scene) { return action }
    switch meaning {
    case .crisis: return leaving(prompt, to: .open(.crisis))
    case .flare: return leaving(prompt, to: .open(.flare))
    case .leave: return leaving(prompt, to: .leave)
    case .plain: return .plain
    case .why: return .send([.why])
    case .skip: return .send([.skip])
    case .undo: return .send([.undo])
    case .voice: return .send([.switchVoice])
    case .search: search = Search(OptionLines.choices(of: prompt.body).0)
    case .searchTake, .searchLeave: break
    case .blank: isBlank = true
    case .show: isBlank = false
    case .help: helpPage = 0
    case .close:
      if helpPage == nil { isAside = false } else { return closeHelp(key, scene) }
    case .present(let asked): return .present(asked)
    case .goTo:
      searchesNext = true
      return .send([.open(.everywhere)])
    case .clickOn:
      if !turn(1, scene) { return .present(.on) }
    case .clickBack:
      if !turn(-1, scene) { return .present(.back) }
    case .goOn:
      if !turn(1, scene) { return .send([.answer(.seen)]) }
    case .pageOn: _ = turn(1, scene)
    case .pageBack, .readAgain: _ = turn(-1, scene)
    case .back:
      if let before = pageBefore(scene) {
        page = before
      } else if prompt.moves.contains(.back) {
        return leaving(prompt, to: .back)
      }
    case .previous, .next, .first, .last, .digit, .choose, .mark, .confirm, .clear, .less, .more,
      .least, .most:
      return answer(meaning, key, scene)
    case .start:
      if !turn(1, scene) { return .send([.practice(.start(ownPace: false))]) }
    case .startOwnPace: return .send([.practice(.start(ownPace: true))])
    case .pause: return .send([.practice(.pause)])
    case .resume: return .send([.practice(.resume)])
    case .nextLine: return .send([.practice(.next)])
    case .offerStop: return .send([.practice(.offerStop)])
    case .stop: return .send([.practice(.stop)])
    case .practiceGoOn: return .send([.practice(.goOn)])
    case .time:
      if case .practice(let view) = prompt.body {
        timeAsked = TimeAsked(elapsed: view.elapsed, cue: view.cue)
      }
    case .type, .newLine, .addEntry, .finish, .leaveText, .erase, .eraseAfter, .left, .right, .up,
      .down, .lineStart, .lineEnd:
      return write(meaning, key, scene)
    }
    return .none
  }

  /// Escape leaves the words that are typed to who shows allclear to others, and their keys to them.
  private mutating func stepsAside(_ key: Key, _ scene: Scene) -> Bool {
    guard scene.screen.isDemo, key == .escape, helpPage == nil, search == nil, !isAside, !isBlank,
      promptColumn(scene).takesText
    else { return false }
    isAside = true
    return true
  }

  /// To the next page or the one before; false where there is none.
  mutating func turn(_ pages: Int, _ scene: Scene) -> Bool {
    if let helpPage {
      let count = scene.screen.helpPages(scene, self).count
      self.helpPage = min(max(0, helpPage + pages), count - 1)
      return self.helpPage != helpPage
    }
    let count = scene.pages.count
    let new = min(max(0, page + pages), count - 1)
    guard new != page else { return false }
    page = new
    // What Enter would choose is always in sight.
    let options = scene.pages[new].options
    if !options.isEmpty, !options.contains(selection ?? 0) { selection = options.lowerBound }
    return true
  }

  /// To the page of what is selected in a list.
  mutating func showSelection(_ scene: Scene) {
    if let selection, let shown = scene.sheet.page(ofOption: selection) { page = shown }
  }

  /// Enter and space read on in help before they close it.
  private mutating func closeHelp(_ key: Key, _ scene: Scene) -> Action {
    let readsOn = key == .enter || key == .character(" ")
    if readsOn, turn(1, scene) { return .redraw }
    helpPage = nil
    return .redraw
  }

  /// Elsewhere at once, with the words so far kept.
  mutating func leaving(_ prompt: Prompt, to event: Event) -> Action {
    helpPage = nil
    guard let draft = draft(of: prompt) else { return .send([event]) }
    return .send([.draft(draft), event])
  }
}

extension Event {
  /// Whether it answers the prompt, and not only leaves or keeps what is typed.
  fileprivate var isAnswer: Bool {
    switch self {
    case .answer, .skip: true
    default: false
    }
  }
}
