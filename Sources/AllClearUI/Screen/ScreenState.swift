public import AllClearEngine

/// What a person has turned to, marked and typed at a prompt, and not yet answered.
///
/// A new `place` empties it, but for the way back through lists; nothing else does.
public struct ScreenState: Hashable, Sendable {
  /// The prompt that it belongs to.
  private(set) var place: String?
  var page = 0
  /// The size that `page` was counted for.
  private(set) var pageSize: Size?
  var selection: Int?
  /// What a list was answered with.
  var chosen: Int?
  private var trail = Trail()
  var marks: Set<Int> = []
  var value: Int?
  /// The digits of a number that may still go on.
  var typedNumber = ""
  var editor = Editor()
  /// A list that is written, and which of its lines the editor holds.
  var entries: [String] = []
  var entry = 0
  var helpPage: Int?
  /// The word that is searched for in a list, while it is typed.
  var search: Search?
  /// Nothing is shown until a key brings it back.
  public internal(set) var isBlank = false
  /// Help lies over the prompt.
  public var isInHelp: Bool { helpPage != nil }
  /// One calm sentence about what a key would need.
  var hint: Phrase?
  /// A key was pressed at this prompt.
  var isTouched = false
  var editsSinceDraft = 0
  /// The last key answered: what is said of the answer stands on the first page.
  var hasAnswered = false
  /// Text is typed here, and who shows allclear has stepped aside from it.
  var isAside = false
  /// The list that comes next is searched at once.
  var searchesNext = false
  /// When the time left was asked for, and at which cue.
  var timeAsked: TimeAsked?

  struct TimeAsked: Hashable {
    var elapsed: Duration
    var cue: Int
  }

  /// A state that has met no prompt.
  public init() {}

  /// Forgets another prompt; takes up the draft of this one.
  mutating func meet(_ prompt: Prompt) {
    guard place != prompt.place else {
      if hasAnswered, prompt.notice != nil { page = 0 }
      hasAnswered = false
      return
    }
    let isBlank = isBlank
    let searches = searchesNext
    var trail = trail
    let before = trail.go(from: place, choosing: chosen, to: prompt.place)
    self = ScreenState()
    self.isBlank = isBlank
    self.trail = trail
    place = prompt.place
    switch prompt.body {
    // Home begins afresh: it has no way back, and suggests its first line.
    case .choose(_, let choices, many: false) where prompt.moves.contains(.back):
      selection = before
      if searches { search = Search(choices) }
    case .write: editor = Editor(prompt.draft.joined(separator: "\n"))
    case .collect(_, let atMost, _):
      entries = Array(prompt.draft.prefix(max(1, atMost)))
      entry = min(entries.count, max(0, atMost - 1))
      editor = Editor(entries.indices.contains(entry) ? entries[entry] : "")
    default: break
    }
  }

  /// Brings the page to this size: near the same text, and for a gate back to its beginning.
  mutating func fit(_ scene: Scene) {
    let (new, size) = (scene.pages, scene.screen.size)
    defer { pageSize = size }
    if pageSize == nil { showSelection(scene) }
    if let pageSize, pageSize != size {
      helpPage = helpPage.map { _ in 0 }
      if page > 0 || selection != nil { page = self.page(at: pageSize, in: scene) }
    }
    page = min(max(0, page), new.count - 1)
  }

  /// The page that shows what was shown at another size.
  private func page(at size: Size, in scene: Scene) -> Int {
    if case .gate = scene.prompt.body { return 0 }
    var before = scene.screen
    before.size = size
    let old = Scene(scene.prompt, on: before).pages
    let shown = old[min(page, old.count - 1)]
    if shown.asks {
      let shownOption = selection ?? shown.options.first ?? 0
      return scene.sheet.page(ofOption: shownOption) ?? scene.pages.count - 1
    }
    return scene.pages.lastIndex { $0.firstItem <= shown.firstItem && !$0.asks } ?? 0
  }

  /// The column of keys that is in force.
  func column(_ scene: Scene) -> KeyColumn {
    if isBlank { return .blank }
    if helpPage != nil { return .help }
    if search != nil { return .search }
    if isAside { return .aside }
    return promptColumn(scene)
  }

  /// The column of the prompt itself.
  func promptColumn(_ scene: Scene) -> KeyColumn {
    if case .practice(let view) = scene.prompt.body { return Self.column(of: view) }
    guard scene.pages[min(page, scene.pages.count - 1)].asks else {
      return switch scene.prompt.body {
      case .write, .collect: .beforeWriting
      default: .card
      }
    }
    switch scene.prompt.body {
    case .card, .practice: return .card
    case .choose(_, _, let many): return many ? .many : .choose
    case .gate: return .gate
    case .scale: return .scale
    case .write: return .write
    case .collect: return .collect
    }
  }

  private static func column(of view: PracticeView) -> KeyColumn {
    switch view.phase {
    case .ready: .ready
    case .running: view.ownPace ? .ownPace : .running
    case .paused(let offersStop): offersStop ? .stopOffer : .paused
    case .pausedByGap: .paused
    case .ended: .ended
    }
  }

  /// Which rows of the key table are there.
  func context(_ scene: Scene) -> KeyTable.Context {
    guard helpPage != nil else { return promptContext(scene) }
    return KeyTable.Context(
      hasPages: scene.screen.helpPages(scene, self).count > 1, isDemo: scene.screen.isDemo)
  }

  /// Which rows are there for the prompt itself.
  func promptContext(_ scene: Scene) -> KeyTable.Context {
    KeyTable.Context(
      moves: scene.prompt.moves, hasPages: scene.pages.count > 1,
      hasPageBefore: pageBefore(scene) != nil,
      hasChoices: scene.pages.contains { !$0.options.isEmpty },
      offersPlain: scene.prompt.offersPlain, isUrgent: !scene.prompt.urgent.isEmpty,
      isLastEntry: scene.prompt.body.mostEntries.map { entry + 1 >= $0 } ?? false,
      isLongList: isLongList(scene), isDemo: scene.screen.isDemo)
  }

  /// Whether a list is longer than a page, or than one digit counts.
  private func isLongList(_ scene: Scene) -> Bool {
    scene.pages.filter { !$0.options.isEmpty }.count > 1
      || OptionLines.choices(of: scene.prompt.body).0.count > 9
  }

  /// The page that going back turns to: from a list it is what stands before the list.
  func pageBefore(_ scene: Scene) -> Int? {
    let isList = !scene.pages[page].options.isEmpty
    let first = isList ? scene.pages.firstIndex { !$0.options.isEmpty } ?? page : page
    return first > 0 ? first - 1 : nil
  }

  /// The selected item of a menu; the first where none was chosen yet.
  func focus(_ choices: [Prompt.Choice]) -> Int? {
    choices.isEmpty ? nil : min(selection ?? 0, choices.count - 1)
  }

  /// Whole minutes left, as they were when the time was asked for at this cue.
  func timeLeft(_ view: PracticeView) -> Int? {
    guard let timeAsked, timeAsked.cue == view.cue else { return nil }
    let left = Duration.seconds(view.minutes * 60) - timeAsked.elapsed
    let seconds = max(0, left.components.seconds)
    return seconds < 60 ? 0 : Int((seconds + 30) / 60)
  }

  /// The words so far, as a draft; `nil` where nothing is written, or where it is not to be kept.
  public func draft(of prompt: Prompt) -> [String]? {
    guard place == prompt.place else { return nil }
    switch prompt.body {
    case .write(_, isKept: true): return editor.isBlank ? [] : [editor.string]
    case .collect: return written
    default: return nil
    }
  }

  /// The entries of a list that say something, the one being written among them.
  var written: [String] {
    var all = entries
    while all.count <= entry { all.append("") }
    all[entry] = editor.string
    return all.map(Self.trimmed).filter { !$0.isEmpty }
  }

  static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
