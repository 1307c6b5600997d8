/// What to present now, answers filled in.
public struct Prompt: Hashable, Sendable {
  /// Another whenever a front end must forget what was typed or marked.
  public var place: String
  public var body: Body
  /// The module's or list's title; `nil` where there is nothing to head.
  public var heading: String?
  /// One sentence about something that has just happened.
  public var notice: String?
  /// How this is answered, for who meets it for the first time.
  public var hint: String?
  /// What may be done beside answering.
  public var moves: Set<Move>
  /// Unsent writing to go on with.
  public var draft: [String]
  /// Whether the draft is a text of another time, of which nothing was changed yet.
  public var draftIsOld = false
  /// Telephone numbers that stand first on every page of this prompt.
  public var urgent: [TelephoneNumber]
  /// Whether the way to plain text is offered on the first line.
  public var offersPlain: Bool
  /// What is tried, and when to stop: stands above the text of an exposure.
  public var trial: Trial?

  /// Makes a prompt.
  public init(
    place: String, body: Body, heading: String? = nil, notice: String? = nil,
    hint: String? = nil, moves: Set<Move> = [], draft: [String] = [],
    urgent: [TelephoneNumber] = [],
    offersPlain: Bool = false
  ) {
    self.place = place
    self.body = body
    self.heading = heading
    self.notice = notice
    self.hint = hint
    self.moves = moves
    self.draft = draft
    self.urgent = urgent
    self.offersPlain = offersPlain
  }

  /// The kinds of prompts, each with the answer that it takes.
  public enum Body: Hashable, Sendable {
    /// Something to read; takes `.seen`.
    case card(Prose)
    /// Takes `.option`, or `.options` where `many`.
    case choose(Prose, [Choice], many: Bool)
    /// Takes `.number`.
    case scale(Prose, Scale)
    /// Takes `.text`.
    case write(Prose, isKept: Bool)
    /// Takes `.entries`.
    case collect(Prose, atMost: Int, seeds: [String])
    /// Takes `.option`; has no default, and its choices appear only after its last line was shown.
    case gate(Prose, [Choice])
    /// Takes practice commands.
    case practice(PracticeView)
  }

  /// One of the answers that a prompt offers.
  public struct Choice: Hashable, Sendable {
    public var id: String
    public var text: String
    /// What a search looks through beside the text.
    public var searched: String?

    /// Makes a choice.
    public init(id: String, text: String, searched: String? = nil) {
      self.id = id
      self.text = text
      self.searched = searched
    }
  }

  /// A movement on the point of being tried: what was said of it before, to be held against what
  /// happens.
  public struct Trial: Hashable, Sendable {
    /// What was given, each under its label; nothing else.
    public var parts: [Part]
    /// When to stop, in short.
    public var stop: String

    /// Makes a trial.
    public init(parts: [Part], stop: String) {
      self.parts = parts
      self.stop = stop
    }

    /// One thing that was said before.
    public struct Part: Hashable, Sendable {
      public var label: String
      public var text: String

      /// Makes a part.
      public init(label: String, text: String) {
        self.label = label
        self.text = text
      }

      /// The label and what stands under it, on one line.
      public var line: String { "\(label): \(text)" }

      /// The same with a stop at its end.
      var sentence: String {
        line.last.map { ".!?\"".contains($0) } == true ? line : line + "."
      }
    }
  }

  /// What may be done at a prompt beside answering it.
  public enum Move: Hashable, Sendable, CaseIterable {
    case back, skip, why
    /// Take back what was answered last, and stay.
    case undo
    /// Switch the voice on or off.
    case voice
  }
}

/// A practice as it stands at this moment.
public struct PracticeView: Hashable, Sendable {
  public var title: String
  public var minutes: Int
  /// How many lines will be said.
  public var lineCount: Int
  public var hasBells: Bool
  public var phase: Phase
  /// The line that was said last.
  public var line: String?
  /// Which cue was reached last, from 1; 0 before the first.
  public var cue: Int
  /// A silence that the last line announced, in seconds.
  public var quiet: Int?
  /// The bell that the last cue rang.
  public var bell: Bell?
  /// Practice time gone by.
  public var elapsed: Duration
  public var ownPace: Bool
  public var voice: Voice

  /// Makes a view.
  public init(
    title: String, minutes: Int, lineCount: Int, hasBells: Bool, phase: Phase, line: String? = nil,
    cue: Int = 0, quiet: Int? = nil, bell: Bell? = nil, elapsed: Duration = .zero,
    ownPace: Bool = false, voice: Voice = .off
  ) {
    self.title = title
    self.minutes = minutes
    self.lineCount = lineCount
    self.hasBells = hasBells
    self.phase = phase
    self.line = line
    self.cue = cue
    self.quiet = quiet
    self.bell = bell
    self.elapsed = elapsed
    self.ownPace = ownPace
    self.voice = voice
  }

  /// Where a practice stands.
  public enum Phase: Hashable, Sendable {
    /// Not begun: `.start` begins it.
    case ready
    case running
    /// Paused by the person; offers to stop where `offersStop`.
    case paused(offersStop: Bool)
    /// Paused because the machine slept or was stopped.
    case pausedByGap
    /// Every cue was said; `.goOn` leaves it.
    case ended
  }
}
