/// A timed exercise.
public struct Practice: Hashable, Sendable {
  /// Unique over modules, practices and pages.
  public var id: String
  public var title: String
  public var attention: Attention
  public var why: Prose?
  public var sources: [Source]
  /// The sheet of cues for each length in minutes.
  public var lengths: [Int: [Cue]]
  /// A fingerprint of the content that it was compiled from.
  public var hash: String

  /// Makes a practice.
  public init(
    id: String, title: String, attention: Attention, why: Prose? = nil, sources: [Source] = [],
    lengths: [Int: [Cue]], hash: String = ""
  ) {
    self.id = id
    self.title = title
    self.attention = attention
    self.why = why
    self.sources = sources
    self.lengths = lengths
    self.hash = hash
  }
}

/// A line in a practice, with its time.
public struct Cue: Hashable, Sendable {
  /// Seconds from the start of the practice.
  public var at: Int
  /// The line and its variants, which take turns from round to round; empty for a bell alone.
  public var lines: [[Prose.Run]]
  public var bell: Bell?
  /// A silence that the line itself announces, in seconds.
  public var quiet: Int?
  /// How the first line sounds; its variants are plain.
  public var tone: Tone?

  /// Makes a cue.
  public init(
    at: Int, lines: [[Prose.Run]] = [], bell: Bell? = nil, quiet: Int? = nil, tone: Tone? = nil
  ) {
    self.at = at
    self.lines = lines
    self.bell = bell
    self.quiet = quiet
    self.tone = tone
  }
}

/// Whether a line makes light of the alarm.
public enum Tone: String, Hashable, Sendable, CaseIterable {
  case dry, plain
}

/// A sound at the beginning or end of a practice, or of a silence within it.
public enum Bell: String, Hashable, Sendable, CaseIterable {
  case start, end, soft
}

extension Practice {
  /// The same, for who wants none to ring.
  var withoutBells: Practice {
    var practice = self
    practice.lengths = lengths.mapValues { cues in
      cues.map { Cue(at: $0.at, lines: $0.lines, quiet: $0.quiet) }
    }
    return practice
  }
}
