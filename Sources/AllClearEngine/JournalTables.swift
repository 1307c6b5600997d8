/// A journal as it lies in its tables: what is taken along, brought in and erased.
///
/// Everything is there, also what was superseded, taken back or erased, in the order of writing.
public struct JournalTables: Hashable, Sendable {
  public var sessions: [JournalSession]
  public var rows: [JournalRow]
  public var drafts: [JournalDraft]

  /// Makes tables.
  public init(
    sessions: [JournalSession] = [], rows: [JournalRow] = [], drafts: [JournalDraft] = []
  ) {
    self.sessions = sessions
    self.rows = rows
    self.drafts = drafts
  }
}

/// A session as a row of its table.
public struct JournalSession: Hashable, Sendable {
  public var id: SessionID
  /// The module that was opened.
  public var module: String
  /// The fingerprint of the content that it ran on.
  public var content: String
  /// The version of the values of its records.
  public var format: Int
  /// The version of allclear that wrote it.
  public var app: String

  /// Makes a row.
  public init(id: SessionID, module: String, content: String, format: Int, app: String) {
    self.id = id
    self.module = module
    self.content = content
    self.format = format
    self.app = app
  }
}

/// A record as a row of its table.
public struct JournalRow: Hashable, Sendable {
  public var id: RecordID
  public var kind: Record.Kind
  public var module: String
  public var step: String
  public var turn: Int
  /// What it says, as JSON with a version of its own.
  public var value: String
  /// Question and chosen option as the person read them.
  public var shown: String?
  public var at: Wall
  public var supersedes: RecordID?
  public var origin: Record.Origin

  /// The session that it belongs to.
  public var session: SessionID { id.session }

  /// Makes a row.
  public init(
    id: RecordID, kind: Record.Kind, module: String, step: String = "", turn: Int = 1,
    value: String, shown: String? = nil, at: Wall, supersedes: RecordID? = nil,
    origin: Record.Origin = .journal
  ) {
    self.id = id
    self.kind = kind
    self.module = module
    self.step = step
    self.turn = turn
    self.value = value
    self.shown = shown
    self.at = at
    self.supersedes = supersedes
    self.origin = origin
  }
}

/// Unsent writing for a step, as a row of its table.
public struct JournalDraft: Hashable, Sendable {
  public var session: SessionID
  public var step: String
  public var turn: Int
  public var lines: [String]
  /// Milliseconds since 1970-01-01 00:00 UTC.
  public var at: Int64

  /// Makes a row.
  public init(session: SessionID, step: String, turn: Int, lines: [String], at: Int64) {
    self.session = session
    self.step = step
    self.turn = turn
    self.lines = lines
    self.at = at
  }
}

/// A record that stands, with the module of its session.
public struct StandingRecord: Hashable, Sendable {
  public var record: Record
  /// The module that was opened; its record's own may be another that it includes.
  public var opened: String

  /// Makes one.
  public init(_ record: Record, opened: String) {
    self.record = record
    self.opened = opened
  }
}

/// What became of tables that were brought in.
public struct JournalTaken: Hashable, Sendable {
  /// Records that are new here.
  public var records = 0
  /// New sessions.
  public var sessions = 0
  /// Drafts that were new here.
  public var drafts = 0
  /// Records that were here already.
  public var known = 0
  /// Records that were erased here, and stay so.
  public var erased = 0
  /// Records whose name stands here for something else; what is here stays.
  public var differing = 0
  /// Records that would have changed what a safety question here says.
  public var kept = 0
  /// Of the new records, answers that let somebody pass the safety questions: they let nobody in.
  public var passes = 0

  /// Counts nothing.
  public init() {}
}
