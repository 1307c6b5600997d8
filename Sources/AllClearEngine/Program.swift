/// The whole course: what there is, without the text of it.
public struct Program: Hashable, Sendable {
  public var title: String
  /// The course, in order.
  public var modules: [ModuleEntry]
  /// Modules that are not part of the course: the first run, flare help, the later safety question.
  public var beside: [ModuleEntry]
  public var practices: [PracticeEntry]
  public var pages: [PageEntry]
  /// In which order and under which titles pages are listed; those without a shelf come last.
  public var shelves: [Shelf]
  public var measures: [MeasureEntry]
  public var schedule: Schedule
  public var roles: Roles
  public var phrases: Phrases
  /// Steps that bear another id than they did; a later one of a step's old names before an earlier.
  public var renamed: [Rename]

  /// Makes a program.
  public init(
    title: String, modules: [ModuleEntry], beside: [ModuleEntry], practices: [PracticeEntry],
    pages: [PageEntry], shelves: [Shelf] = [], measures: [MeasureEntry] = [],
    schedule: Schedule = Schedule(), roles: Roles, phrases: Phrases,
    renamed: [Rename] = []
  ) {
    self.title = title
    self.modules = modules
    self.beside = beside
    self.practices = practices
    self.pages = pages
    self.shelves = shelves
    self.measures = measures
    self.schedule = schedule
    self.roles = roles
    self.phrases = phrases
    self.renamed = renamed
  }

  /// Which module plays which part; a program without gate, flare and crisis does not start.
  public struct Roles: Hashable, Sendable {
    public var first: String
    public var gate: String
    public var recheck: String
    public var flare: String
    public var afterFlare: String
    /// The page that a person can take to a clinician.
    public var letter: String
    /// The file of the crisis page.
    public var crisis: String
    /// Where a doubt is kept and answered.
    public var doubt: String?
    /// What speaks against an alarm, beside the evidence sheet.
    public var against: String?
    /// The card of the day for the evidence sheet.
    public var card: String?
    /// Where one writes freely; its step `entry` is what is kept.
    public var journal: String?
    /// Where one writes what is kept nowhere.
    public var letGo: String?
    /// The letter to oneself; its step `letter` is the letter.
    public var ownLetter: String?

    /// The step of `journal` whose words are kept.
    public static let journalStep = "entry"
    /// The step of `ownLetter` that is the letter.
    public static let letterStep = "letter"
    /// The practice with something pleasant, which is offered for a day.
    public var pleasant: String?
    /// A movement tried in a small way, one at a time.
    public var move: String?
    /// What Home asks on a later day about a movement that was tried.
    public var afterMove: String?
    /// What greets somebody who was away for weeks.
    public var welcome: String?
    /// The weekly look at how it is.
    public var checkIn: String?
    /// What stands at the end of the course.
    public var ending: String?
    /// What is said to somebody who wants to stop.
    public var stopping: String?
    /// What is offered after the course to somebody whose pain came back.
    public var cameBack: String?
    /// The page that tells what the trial found.
    public var trial: String?
    /// Where a practitioner rehearses a talk about causes.
    public var rehearsal: String?
    /// The page for who would use allclear with patients.
    public var practitioner: String?

    /// Names the parts.
    public init(
      first: String, gate: String, recheck: String, flare: String, afterFlare: String,
      letter: String, crisis: String, doubt: String? = nil, against: String? = nil,
      card: String? = nil, journal: String? = nil, letGo: String? = nil, ownLetter: String? = nil,
      move: String? = nil, afterMove: String? = nil, welcome: String? = nil,
      checkIn: String? = nil, ending: String? = nil, stopping: String? = nil,
      cameBack: String? = nil, pleasant: String? = nil, trial: String? = nil,
      rehearsal: String? = nil, practitioner: String? = nil
    ) {
      self.first = first
      self.gate = gate
      self.recheck = recheck
      self.flare = flare
      self.afterFlare = afterFlare
      self.letter = letter
      self.crisis = crisis
      self.doubt = doubt
      self.against = against
      self.card = card
      self.journal = journal
      self.letGo = letGo
      self.ownLetter = ownLetter
      self.move = move
      self.afterMove = afterMove
      self.welcome = welcome
      self.checkIn = checkIn
      self.ending = ending
      self.stopping = stopping
      self.cameBack = cameBack
      self.pleasant = pleasant
      self.trial = trial
      self.rehearsal = rehearsal
      self.practitioner = practitioner
    }
  }

  /// A module's line in the list.
  public struct ModuleEntry: Hashable, Sendable {
    public var id: String
    public var title: String
    public var minutes: Int
    /// Its file below the language's folder; `nil` while it is not written yet.
    public var file: String?
    /// Whether it waits for the safety questions.
    public var needsPass: Bool
    /// The steps that other modules and conditions may reach.
    public var gives: [String: Given]

    /// Makes an entry.
    public init(
      id: String, title: String, minutes: Int, file: String? = nil, needsPass: Bool = true,
      gives: [String: Given] = [:]
    ) {
      self.id = id
      self.title = title
      self.minutes = minutes
      self.file = file
      self.needsPass = needsPass
      self.gives = gives
    }
  }

  /// The type of an answer that a module gives to others.
  public enum Given: String, Hashable, Sendable, CaseIterable {
    case number, option, text, list, practised
  }

  /// A practice's line in the list.
  public struct PracticeEntry: Hashable, Sendable {
    public var id: String
    public var title: String
    public var attention: Attention
    /// Lengths in minutes, rising.
    public var lengths: [Int]
    public var file: String

    /// Makes an entry.
    public init(id: String, title: String, attention: Attention, lengths: [Int], file: String) {
      self.id = id
      self.title = title
      self.attention = attention
      self.lengths = lengths
      self.file = file
    }
  }

  /// A page's line in the list.
  public struct PageEntry: Hashable, Sendable {
    public var id: String
    public var title: String
    public var file: String
    /// The shelf that it stands on, by id.
    public var shelf: String?

    /// Makes an entry.
    public init(id: String, title: String, file: String, shelf: String? = nil) {
      self.id = id
      self.title = title
      self.file = file
      self.shelf = shelf
    }
  }

  /// Pages that belong together in the list of what there is to read.
  public struct Shelf: Hashable, Sendable {
    public var id: String
    public var title: String

    /// Makes a shelf.
    public init(id: String, title: String) {
      self.id = id
      self.title = title
    }
  }

  /// A shelf by its id.
  public func shelf(_ id: String) -> Shelf? { shelves.first { $0.id == id } }

  /// A questionnaire's line in the list.
  public struct MeasureEntry: Hashable, Sendable {
    public var id: String
    public var title: String
    public var file: String

    /// Makes an entry.
    public init(id: String, title: String, file: String) {
      self.id = id
      self.title = title
      self.file = file
    }
  }

  /// The entry of a questionnaire.
  public func measure(_ id: String) -> MeasureEntry? {
    measures.first { $0.id == id }
  }

  /// The entry of a module, in the course or beside it.
  public func module(_ id: String) -> ModuleEntry? {
    modules.first { $0.id == id } ?? beside.first { $0.id == id }
  }

  /// The entry of a practice.
  public func practice(_ id: String) -> PracticeEntry? {
    practices.first { $0.id == id }
  }

  /// The entry of a page.
  public func page(_ id: String) -> PageEntry? {
    pages.first { $0.id == id }
  }
}
