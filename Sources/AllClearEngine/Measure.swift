/// A questionnaire: its questions, what each answer counts, and the totals that are made of them.
public struct Measure: Hashable, Sendable {
  /// Unique over modules, practices, pages and measures.
  public var id: String
  public var title: String
  /// Who allows its use, and where it comes from.
  public var rights: String
  /// What stands above each question: over which time it asks.
  public var period: Prose
  /// Whether the person is shown a total.
  public var showsScore: Bool
  public var items: [Item]
  public var scores: [Score]

  /// Makes a questionnaire.
  public init(
    id: String, title: String, rights: String, period: Prose = Prose([]), showsScore: Bool = true,
    items: [Item], scores: [Score]
  ) {
    self.id = id
    self.title = title
    self.rights = rights
    self.period = period
    self.showsScore = showsScore
    self.items = items
    self.scores = scores
  }

  /// A question.
  public struct Item: Hashable, Sendable {
    public var id: String
    public var text: Prose
    public var options: [Option]

    /// Makes a question.
    public init(id: String, text: Prose, options: [Option]) {
      self.id = id
      self.text = text
      self.options = options
    }
  }

  /// An answer, with what it counts.
  public struct Option: Hashable, Sendable {
    public var id: String
    public var text: String
    public var score: Int

    /// Makes an answer.
    public init(id: String, text: String, score: Int) {
      self.id = id
      self.text = text
      self.score = score
    }
  }

  /// A total over items.
  public struct Score: Hashable, Sendable {
    public var name: String
    /// The ids of the items that it adds up.
    public var items: [String]
    /// What totals mean, rising; they need not cover all of them.
    public var ranges: [Range]

    /// Makes a rule.
    public init(name: String, items: [String], ranges: [Range] = []) {
      self.name = name
      self.items = items
      self.ranges = ranges
    }

    /// What a total means, where its measure says so.
    public func range(of total: Int) -> Range? {
      ranges.first { ($0.from...max($0.from, $0.to)).contains(total) }
    }
  }

  /// Totals that mean the same.
  public struct Range: Hashable, Sendable {
    public var id: String
    public var from: Int
    public var to: Int
    public var text: String

    /// Makes a range.
    public init(id: String, from: Int, to: Int, text: String) {
      self.id = id
      self.from = from
      self.to = to
      self.text = text
    }
  }

  /// The id of the step that asks an item, where the measure stands as that step.
  public static func step(_ step: String, item: String) -> String { "\(step)-\(item)" }

  /// A total by name, of the chosen options' ids by item; `nil` where an item of it has no answer.
  public func total(_ name: String, of answers: [String: String]) -> Int? {
    guard let score = scores.first(where: { $0.name == name }) else { return nil }
    var total = 0
    for id in score.items {
      guard let item = items.first(where: { $0.id == id }), let answer = answers[id],
        let option = item.options.first(where: { $0.id == answer })
      else { return nil }
      total += option.score
    }
    return total
  }

  /// The least and greatest total of a score.
  public func extent(of score: Score) -> ClosedRange<Int> {
    let scores = score.items.compactMap { id in items.first { $0.id == id }?.options.map(\.score) }
    let least = scores.reduce(0) { $0 + ($1.min() ?? 0) }
    return least...max(least, scores.reduce(0) { $0 + ($1.max() ?? 0) })
  }
}
