/// What a module, page or practice comes to, as far as its file can be understood.
public struct FileCount: Hashable, Sendable {
  /// As diagnostics name it.
  public var file: String
  public var kind: Kind
  /// Of everything that a person may be shown: no notes, no why, no title.
  public var words = 0
  /// As the file declares them; of a practice, all its lengths together.
  public var minutes = 0
  /// Words read on the longest way through it, includes opened.
  public var wordsRead = 0
  /// Minutes of practices on the longest way through it, includes opened.
  public var minutesPractised = 0
  /// The ids of the sources that it names, sorted.
  public var sources: [String] = []
  /// Steps that only say something.
  public var cards = 0
  /// Steps that ask something, gates too.
  public var questions = 0
  /// Steps that are a practice; of a practice, its lengths.
  public var practices = 0
  /// Words of the longest card, its lists not counted.
  public var longestCard = 0
  /// How often each fault stands in it.
  public var faults: [DiagnosticCode: Int] = [:]
  var readability = Readability()

  /// What a file is.
  public enum Kind: String, Hashable, Sendable {
    case module, page, practice
    /// So broken that its beginning cannot be read.
    case unknown
  }

  init(file: String, kind: Kind) {
    self.file = file
    self.kind = kind
  }

  /// Words that are read in a minute, at an easy pace.
  public static let pace = 150

  /// Minutes for all of it at an easy pace: reading, and what its practices take.
  ///
  /// Every branch counts, so that it is more than any one person needs.
  public var minutesAtPace: Int { (wordsRead + Self.pace - 1) / Self.pace + minutesPractised }

  /// School grade after Flesch and Kincaid, not below 0.
  public var grade: Double { max(0, readability.grade) }

  /// What several files come to: a source counts once, the longest card is the longest of all.
  public static func total(of counts: [FileCount], named name: String) -> FileCount {
    var total = FileCount(file: name, kind: .unknown)
    var sources: Set<String> = []
    for count in counts {
      total.words += count.words
      total.minutes += count.minutes
      total.wordsRead += count.wordsRead
      total.minutesPractised += count.minutesPractised
      sources.formUnion(count.sources)
      total.cards += count.cards
      total.questions += count.questions
      total.practices += count.practices
      total.longestCard = max(total.longestCard, count.longestCard)
      total.faults.merge(count.faults, uniquingKeysWith: +)
      total.readability.add(count.readability)
    }
    total.sources = sources.sorted()
    return total
  }
}
