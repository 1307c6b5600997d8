/// A kept fact.
public struct Record: Hashable, Sendable {
  public var id: RecordID
  /// What it says.
  public var value: Value
  /// The module that holds the step; the session's own module may be another that includes it.
  public var module: String
  /// The step's id; a topic for what a person has chosen; empty for a record about a whole session.
  public var step: String
  /// The pass of a repeated group, from 1.
  public var turn: Int
  /// Question and chosen option as the person read them; `nil` for a gate.
  public var shown: String?
  public var at: Wall
  /// The record whose place this one takes.
  public var supersedes: RecordID?
  public var origin: Origin
  /// Sentences that a chosen option adds to the list that it feeds.
  public var adds: [String]

  /// Makes a record.
  public init(
    id: RecordID, value: Value, module: String, step: String = "", turn: Int = 1,
    shown: String? = nil, at: Wall, supersedes: RecordID? = nil, origin: Origin = .journal,
    adds: [String] = []
  ) {
    self.id = id
    self.value = value
    self.module = module
    self.step = step
    self.turn = turn
    self.shown = shown
    self.at = at
    self.supersedes = supersedes
    self.origin = origin
    self.adds = adds
  }

  /// What a record says; its kind follows from it.
  public enum Value: Hashable, Sendable {
    case started
    /// An answer: kinds `answered`, `practised`, `gate` or `collected` by what it is.
    case answer(Answer, into: OwnList? = nil)
    /// The safety questions were all answered.
    case passed
    case retracted
    case finished(FinishReason)
    /// Home asks on this day how a flare went; `nil` once it has asked.
    case askOn(CivilDay?)
    /// What the person has chosen for themselves.
    case personal(Personal)
    /// What has become of a line of an own list.
    case entry(OwnEntry.ID, OwnEntry.Change)
    /// An own list was read.
    case looked(OwnList)
    /// A movement that was tried, whole, with what has been told of it so far.
    case experiment(Experiment)
    /// A questionnaire was answered, by its id.
    case measured(String)
  }

  /// The kinds of records, as they stand in the journal.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case started, answered, retracted, practised, gate, passed, collected, finished, edited, erased
  }

  /// The kind that the value has.
  public var kind: Kind {
    switch value {
    case .started: .started
    case .answer(.practised, _): .practised
    case .answer(.gate, _): .gate
    case .answer(.entries, _), .answer(.option, .some), .answer(.options, .some): .collected
    case .answer: .answered
    case .passed: .passed
    case .retracted: .retracted
    case .finished: .finished
    case .askOn, .personal, .entry, .looked, .experiment, .measured: .edited
    }
  }

  /// Where a record comes from.
  public enum Origin: String, Hashable, Sendable, CaseIterable {
    case journal, imported = "import", demo, speed
  }
}

/// Why a session ended.
public enum FinishReason: String, Hashable, Sendable, CaseIterable {
  /// Every step was answered.
  case completed
  /// The content said that it ends here.
  case ended
}

/// One run of a module by one person: a UUID that the executable hands in, and a running number.
public struct SessionID: Hashable, Sendable {
  /// The UUID of the sitting in which the session began, lower-case.
  public var sitting: String
  /// Counts the sessions of that sitting, from 1.
  public var number: Int

  /// Names a session.
  public init(sitting: String, number: Int) {
    self.sitting = sitting
    self.number = number
  }

  /// As it stands in the journal: `uuid.number`.
  public var text: String { "\(sitting).\(number)" }

  /// Reads `uuid.number`.
  public init?(text: String) {
    guard let dot = text.lastIndex(of: "."), let number = Int(text[text.index(after: dot)...]),
      number > 0, dot != text.startIndex
    else { return nil }
    self.init(sitting: String(text[..<dot]), number: number)
  }
}

/// A record's name: its session and a running number within it.
public struct RecordID: Hashable, Sendable {
  public var session: SessionID
  /// From 1.
  public var number: Int

  /// Names a record.
  public init(session: SessionID, number: Int) {
    self.session = session
    self.number = number
  }

  /// As it stands in the journal: `uuid.session:number`.
  public var text: String { "\(session.text):\(number)" }

  /// Reads `uuid.session:number`.
  ///
  /// By bytes: a start reads hundreds of these.
  public init?(text: String) {
    let bytes = text.utf8
    guard let colon = bytes.lastIndex(of: UInt8(ascii: ":")),
      let dot = bytes[..<colon].lastIndex(of: UInt8(ascii: ".")), dot > bytes.startIndex,
      let session = Int(text[bytes.index(after: dot)..<colon]), session > 0,
      let number = Int(text[bytes.index(after: colon)...]), number > 0
    else { return nil }
    self.init(
      session: SessionID(sitting: String(text[..<dot]), number: session), number: number)
  }
}

/// What is kept of a session beside its records.
public struct SessionInfo: Hashable, Sendable {
  public var id: SessionID
  /// The module that was opened; a practice's id when it was opened by itself.
  public var module: String
  /// The fingerprint of the content that it ran on when it began.
  public var contentHash: String
  /// The version of allclear that wrote it.
  public var appVersion: String

  /// Makes the note of a session.
  public init(id: SessionID, module: String, contentHash: String, appVersion: String) {
    self.id = id
    self.module = module
    self.contentHash = contentHash
    self.appVersion = appVersion
  }
}

/// A session as it is read back, to go on where it was.
public struct StoredSession: Hashable, Sendable {
  public var info: SessionInfo
  /// Its standing answers, in the order in which they were given.
  public var answers: [Record]
  /// The greatest running number among all its records, retracted ones too.
  public var lastNumber: Int
  /// What stood before it began.
  public var earlier: Facts
  /// Unsent writing, by step and turn.
  public var drafts: [StepKey: [String]]

  /// Makes a stored session.
  public init(
    info: SessionInfo, answers: [Record], lastNumber: Int, earlier: Facts,
    drafts: [StepKey: [String]]
  ) {
    self.info = info
    self.answers = answers
    self.lastNumber = lastNumber
    self.earlier = earlier
    self.drafts = drafts
  }
}

/// A step in one of its turns.
public struct StepKey: Hashable, Sendable {
  public var step: String
  public var turn: Int

  /// Names a step in a turn.
  public init(_ step: String, turn: Int = 1) {
    self.step = step
    self.turn = turn
  }

  /// As prompts name it: `step/turn`.
  var text: String { "\(step)/\(turn)" }
}

extension Record.Value {
  /// The step of a record about the person: what it is about, so that the latest of each is found.
  var topic: String {
    switch self {
    case .personal(let personal): personal.topic.rawValue
    case .entry(let id, let change): "\(change.topic) \(id.text)"
    case .looked(let list), .answer(.entries, into: let list?): list.rawValue
    case .experiment(let experiment): "experiment \(experiment.id)"
    case .measured(let measure): "measured \(measure)"
    default: ""
    }
  }
}
