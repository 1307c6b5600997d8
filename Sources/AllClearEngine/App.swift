import AllClearMeasures

/// The whole program as a value: `prompt` says what to present, `send` takes what happened and
/// returns what to carry out, `deadline` says when to wake it.
///
/// It reads no file, no clock, no terminal and no randomness: the same events make the same app.
///
///     var app = App(program: program, digest: digest, options: options, now: now)
///     var effects = app.send(.begin(.home), at: now)
///     // carry out each effect, send back what came of it, present `app.prompt`, wait until
///     // `app.deadline` for a key, send the event that it means, and so on until `.quit`
public struct App: Hashable, Sendable {
  /// What to present now.
  public internal(set) var prompt: Prompt
  /// When the app wants to be woken, in elapsed time; `nil` when it can wait.
  public internal(set) var deadline: Duration?

  var state: State
  /// What is being written, and what follows once it is on disk.
  var pending: Pending?
  /// What the voice was handed last, while it is not to be hushed.
  var spoken: Spoken?

  /// What does not change while allclear runs.
  public struct Options: Hashable, Sendable {
    /// A UUID of this sitting, lower-case; names its sessions.
    public var sitting: String
    public var appVersion: String
    public var journal: Journal
    /// Whether something moves on the screen while a practice runs.
    public var moves: Bool
    /// Where records are said to come from.
    public var origin: Record.Origin
    /// Whether the voice is on when it begins.
    public var speaks: Bool
    /// How things look and sound here when it begins.
    public var settings: Settings
    /// Where settings and journal lie, as the person may read it; empty where there is no place.
    public var places: Places
    /// What is to be said at the start of settings that could not be read.
    public var settingsFault: SettingsFault?
    /// In a demo: who and what there is to show.
    public var showcase: Showcase
    /// Makes options.
    public init(
      sitting: String, appVersion: String = "", journal: Journal = .kept, moves: Bool = false,
      origin: Record.Origin = .journal, speaks: Bool = false, settings: Settings = Settings(),
      places: Places = Places(), settingsFault: SettingsFault? = nil,
      showcase: Showcase = Showcase()
    ) {
      self.sitting = sitting
      self.appVersion = appVersion
      self.journal = journal
      self.moves = moves
      self.origin = origin
      self.speaks = speaks
      self.settings = settings
      self.places = places
      self.settingsFault = settingsFault
      self.showcase = showcase
    }
  }

  /// How things are kept.
  public enum Journal: Hashable, Sendable {
    case kept
    /// Another window has the sitting.
    case inUse
    case readOnly
    /// There is none: flare help and crisis page alone.
    case none
  }

  struct State: Hashable, Sendable {
    let program: Program
    let options: Options
    var ledger: Ledger
    /// Records of answers that count although they could not be written yet.
    var unwritten: [Batch] = []
    var stack: [Activity] = [.menu(.home)]
    var sittingHolds: Set<Hold> = []
    /// Flare help comes when the crisis page is closed.
    var companyFollows = false
    var sessionCount = 0
    var notice: String?
    /// What a line of a list changed last, while that is the last thing that was done.
    var listChange: ListChange?
    /// What is being opened, while its content is on its way.
    var opening: Opening?
    var practices: [String: Practice] = [:]
    /// Practices and other content that could not be brought.
    var missing: Set<Resource> = []
    var crisis: Crisis?
    var country: String?
    var asksForLoad: Set<Resource> = []
    var settings: Settings
    /// Whether the person is spoken to, in this sitting.
    var isVoiceOn = false
    /// Whether that was chosen here, and not when it began.
    var hasSwitchedVoice = false
    /// Whether it was told in this sitting when not to be spoken to.
    var hasToldOfVoice = false
    /// Own lists of which it was asked, today, whether they are to be read again.
    var askedAgain: Set<OwnList> = []
    /// The day on which it was suggested to stop after some lessons.
    var pacedOn: CivilDay?
    /// What was begun on own lists and is not on them yet.
    var ownDrafts: [StepKey: [String]] = [:]
    /// What was written, the newest first; `nil` until it is brought, and from when it is another.
    var writings: [Writing]?
    /// What has changed; `nil` until it is brought, and from when it is another.
    var progress: Progress?
    /// What the causes that were told are coded as, by their words; `nil` until the lexicon is brought.
    var causeCodes: [String: CodedCause]?
  }

  /// Makes an app that has not begun.
  public init(program: Program, digest: Digest, options: Options, now: Now) {
    let digest = digest.following(program.renamed)
    state = State(
      program: program, options: options, ledger: Ledger(digest), settings: options.settings,
      isVoiceOn: options.speaks)
    prompt = Prompt(place: "", body: .card(Prose([])))
    present(at: now)
  }

  /// What holds at a moment; every door asks this.
  public func holds(at now: Wall) -> Holds { state.holds(at: now) }

  /// How things look and sound, as last chosen.
  public var settings: Settings { state.settings }

  /// Whether Home is shown, and nothing on top of it.
  public var isAtHome: Bool { state.stack.count == 1 }

  /// The module of the session that is shown, by its id.
  public var shownModule: String? { state.session?.module.id }

  /// Works out what to present and when to be woken; returns what is needed for it.
  mutating func settle(at now: Now) -> [Effect] {
    let stop = state.showStop(at: now)
    state.reposition(at: now)
    state.pauseBeneath(at: now)
    let effects = stop + state.needs()
    present(at: now)
    return effects
  }

  private mutating func present(at now: Now) {
    state.prepareRun(at: now)
    prompt = state.prompt(at: now)
    deadline = state.deadline
  }
}

/// What is on the table: Home lies at the bottom, the last one is shown.
enum Activity: Hashable, Sendable {
  case menu(Menu)
  case session(SessionRun)
  case note(Note)
  case crisis
  /// A word of one's own for the pain is written; another prompt with each try.
  case ownWord(tries: Int)
  /// A setting is written in words of one's own; another prompt with each try.
  case ownSetting(OwnSetting, tries: Int)
  case ownWriting(OwnWriting)
  /// A text that was written earlier is changed.
  case rewriting(RecordID)
}

/// Something to read that is no step: why this line, why this waits.
struct Note: Hashable, Sendable {
  var place: String
  var heading: String?
  var prose: Prose
  /// What Enter opens instead of closing the note.
  var opens: Door?
  /// What is opened once that has ended.
  var then: Door?
  /// It tells when not to be spoken to, before the first time.
  var voice: VoiceCard?
}

/// The lists that code makes of the program.
enum Menu: Hashable, Sendable {
  case home
  case more
  /// What may be done today beside the one suggestion.
  case today
  case programme
  case practices
  case lengths(String)
  case reading
  /// A module that is in the middle of a session; what is opened once it has ended.
  case module(String, then: Door?)
  case countries
  case settings
  case person
  case voice
  case choices(SettingList)
  /// The own lists that there is something to show of.
  case mine
  case own(OwnList)
  case away(OwnList)
  case entry(OwnList, OwnEntry.ID)
  /// What was written, a text of it, and the letter to oneself.
  case writings
  case writing(RecordID)
  /// Whether a text is to be erased.
  case erasing(RecordID)
  case letter
  /// What has changed, and a part of it, with its numbers one line each.
  case changed
  case changedPart(ProgressPart, hasTable: Bool)
  /// The kinds of causes told then and now, and one of them, to be put right.
  case causeKinds
  case causeKind(OwnEntry.ID)
  /// The safety questions were answered today: whether anything has changed, before this module.
  case safetyAgain(String)
  /// A shelf of pages to read.
  case shelf(String)
  /// In a demo: what there is to show, how far on a persona is, and anything by its name.
  case showcase
  case showPersona(String)
  case everywhere

  /// What tells it from other menus.
  ///
  /// Written out: to let Swift describe a case takes a tenth of a start.
  var name: String {
    switch self {
    case .home: "home"
    case .more: "more"
    case .today: "today"
    case .programme: "programme"
    case .practices: "practices"
    case .lengths(let id): "lengths:" + id
    case .reading: "reading"
    case .module(let id, _): "module:" + id
    case .countries: "countries"
    case .settings: "settings"
    case .person: "person"
    case .voice: "voice"
    case .choices(let list): "choices:" + list.rawValue
    case .mine: "mine"
    case .own(let list): "own:" + list.rawValue
    case .away(let list): "away:" + list.rawValue
    case .entry(_, let id): "entry:" + id.text
    case .writings: "writings"
    case .writing(let id): "writing:" + id.text
    case .erasing(let id): "erasing:" + id.text
    case .letter: "letter"
    case .changed: "changed"
    case .causeKinds: "cause-kinds"
    case .causeKind(let id): "cause-kind:" + id.text
    case .changedPart(let part, let hasTable):
      "changed:" + part.rawValue + (hasTable ? "/table" : "")
    case .safetyAgain(let id): "safety-again:" + id
    case .shelf(let id): "shelf:" + id
    case .showcase: "showcase"
    case .showPersona(let id): "show:" + id
    case .everywhere: "everywhere"
    }
  }
}

/// Something that is being opened.
struct Opening: Hashable, Sendable {
  var door: Door
  /// What is on its way.
  var resource: Resource
  var module: Module?
  var resumes: SessionID?
  /// What is opened once this has ended.
  var then: Door?
}
