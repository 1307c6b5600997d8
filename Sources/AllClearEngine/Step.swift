/// The smallest thing in a module.
public struct Step: Hashable, Sendable {
  /// Unique in its module, never reused.
  public var id: String
  /// The module that holds the step; another than the one that shows it where it is included.
  public var origin: String
  public var when: Predicate?
  public var kind: Kind
  /// Why it is here, its own or the module's.
  public var why: Prose?
  /// What it rests on.
  public var sources: [Source]
  /// The part of the therapy that its module serves; `nil` for a page to read.
  public var component: Component?
  /// For a practitioner; never shown to the person.
  public var notes: String?
  /// Asked again when its answer is older than an hour.
  public var asksNow: Bool
  /// Writing begins with what was written at this step last time.
  public var revises: Bool
  /// The session ends after it.
  public var endsSession: Bool
  /// What a scale tells of the movement that was tried.
  public var tells: Experiment.Tells?
  /// The questionnaire of which this is an item.
  public var measure: String?

  /// Makes a step.
  public init(
    id: String, origin: String, when: Predicate? = nil, kind: Kind, why: Prose? = nil,
    sources: [Source] = [], component: Component? = nil, notes: String? = nil,
    asksNow: Bool = false, revises: Bool = false,
    endsSession: Bool = false,
    tells: Experiment.Tells? = nil, measure: String? = nil
  ) {
    self.id = id
    self.origin = origin
    self.when = when
    self.kind = kind
    self.why = why
    self.sources = sources
    self.component = component
    self.notes = notes
    self.asksNow = asksNow
    self.revises = revises
    self.endsSession = endsSession
    self.tells = tells
    self.measure = measure
  }

  /// What a step does.
  public enum Kind: Hashable, Sendable {
    case say(Prose)
    case choose(Prose, [Option], many: Bool)
    case scale(Prose, Scale)
    /// Own words; not written down where `isKept` is false.
    case write(Prose, isKept: Bool)
    case collect(Prose, into: OwnList, atMost: Int, seeds: [String])
    /// A timed practice, by id, with its length in minutes.
    case practice(String, minutes: Int)
    /// What the person has collected, below a text.
    case show(Prose, Exhibit)
    /// Something to do away from the keyboard; takes one of `Exposure`'s options.
    case exposure(Prose, Experiment.Parts)
    /// One of the person's own lines; the answer is its text, and `other` passes over the question.
    case pick(Prose, from: OwnList, other: String)
    case gate(Gate)
  }

  /// The text that the step shows, holes unfilled; empty for a practice.
  public var prose: Prose {
    switch kind {
    case .say(let prose), .choose(let prose, _, _), .scale(let prose, _), .write(let prose, _),
      .collect(let prose, _, _, _), .show(let prose, _), .exposure(let prose, _),
      .pick(let prose, _, _):
      prose
    case .practice: Prose([])
    case .gate(let gate): gate.text
    }
  }
}

/// A 0–10 rating with two named ends (a numeric rating scale).
public struct Scale: Hashable, Sendable {
  /// What 0 means.
  public var low: String
  /// What 10 means.
  public var high: String

  /// Makes a scale.
  public init(low: String, high: String) {
    self.low = low
    self.high = high
  }

  /// Every scale runs over these points.
  public static let points = 0...10
}

/// One of the answers that a question offers.
public struct Option: Hashable, Sendable {
  public var id: String
  public var text: String
  /// The session ends with this answer.
  public var endsSession: Bool
  /// The answer is a door: it opens this and comes back to the question.
  public var opens: Door?
  /// A date is kept, and the next day Home asks how it went.
  public var asksTomorrow: Bool
  /// What the pain is called from now on.
  public var calls: PainWord.Given?
  /// The line that this session put on the list is settled for now.
  public var settles: OwnList?
  /// It says that a round was too much; some of these make going gently the rule.
  public var isTooMuch: Bool
  /// This rests from now on: movement, where it has become harder; a hello, where it is put off.
  public var rests: Rest?
  /// A sentence that choosing it adds to the evidence list.
  public var evidence: String?
  /// Offered only where this is true.
  public var when: Predicate?
  /// Whether what was feared of a movement has happened.
  public var happened: Experiment.Happened?

  /// Makes an option.
  public init(
    id: String, text: String, endsSession: Bool = false, opens: Door? = nil,
    asksTomorrow: Bool = false, calls: PainWord.Given? = nil, settles: OwnList? = nil,
    isTooMuch: Bool = false, rests: Rest? = nil, evidence: String? = nil, when: Predicate? = nil,
    happened: Experiment.Happened? = nil
  ) {
    self.id = id
    self.text = text
    self.endsSession = endsSession
    self.opens = opens
    self.asksTomorrow = asksTomorrow
    self.calls = calls
    self.settles = settles
    self.isTooMuch = isTooMuch
    self.rests = rests
    self.evidence = evidence
    self.when = when
    self.happened = happened
  }
}

/// What an answer lets rest.
public enum Rest: String, Hashable, Sendable, CaseIterable {
  /// Movement practices and movements on purpose.
  case movement
  /// The hello that is due, for some days.
  case hello
}

/// What can be opened by name.
public enum Door: Hashable, Sendable {
  case module(String)
  case page(String)
  case practice(String, minutes: Int?)
  case flare
  case crisis
  case settings
  /// One of the person's own lists.
  case own(OwnList)
  /// What the person has written.
  case writings
  /// The letter to oneself.
  case letter
  /// What has changed.
  case changed
  /// allclear shown to others, on a journal in memory.
  case demo
  /// In a demo: what there is to show.
  case showcase
  /// In a demo: anything, by its name.
  case everywhere
}
