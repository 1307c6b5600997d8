/// Text as an author writes it: paragraphs, list items and telephone numbers, with holes for answers.
public struct Prose: Hashable, Sendable {
  /// The blocks in reading order.
  public var blocks: [Block]

  /// Makes prose of blocks.
  public init(_ blocks: [Block]) {
    self.blocks = blocks
  }

  /// Makes prose of one plain paragraph, or of none when `text` is empty.
  public init(_ text: String) {
    blocks = text.isEmpty ? [] : [.paragraph([.plain(text)])]
  }

  /// One block of prose; front ends keep a block's lines together and part blocks by space.
  public enum Block: Hashable, Sendable {
    case paragraph([Run])
    /// One item of a list.
    case item([Run])
    /// Telephone numbers, each on a line of its own, the number first.
    case numbers([TelephoneNumber])
    /// The hole `{emergency-numbers}` or `{same-day-numbers}` before it is filled.
    case numbersHole(NumberList)
    /// Something drawn; what it shows is said in the paragraph below it.
    case chart(Chart)
  }

  /// A stretch of text within a block.
  public enum Run: Hashable, Sendable {
    case plain(String)
    case emphasis(String)
    case hole(Hole)
  }

  /// A place that an answer fills: `{name|fallback}`.
  public struct Hole: Hashable, Sendable {
    /// What fills it.
    public var source: Source
    /// What stands there when nothing fills it.
    public var fallback: String?

    /// Makes a hole.
    public init(_ source: Source, fallback: String? = nil) {
      self.source = source
      self.fallback = fallback
    }

    /// What may fill a hole.
    public enum Source: Hashable, Sendable {
      case answer(Reference)
      /// A safety line of the person's own; another each time.
      case safetyLine
      /// A line of the person's own evidence; another each time.
      case evidence
      /// What the person calls the pain.
      case painWord
      /// The date of the last safety questions.
      case since
      /// The date of the next hello after the end.
      case nextHello
    }
  }

  /// The lists of telephone numbers that a page can show.
  public enum NumberList: String, Hashable, Sendable, CaseIterable {
    case emergency = "emergency-numbers"
    case sameDay = "same-day-numbers"
  }

  /// The same prose with each hole and number list replaced by what `fill` and `numbers` return.
  public func filled(
    by fill: (Hole) -> String, numbers: (NumberList) -> [TelephoneNumber]
  ) -> Prose {
    func runs(_ runs: [Run]) -> [Run] {
      runs.map { run in
        if case .hole(let hole) = run { .plain(fill(hole)) } else { run }
      }
    }
    return Prose(
      blocks.map { block in
        switch block {
        case .paragraph(let inner): .paragraph(runs(inner))
        case .item(let inner): .item(runs(inner))
        case .numbersHole(let list): .numbers(numbers(list))
        case .numbers, .chart: block
        }
      })
  }

  /// The text alone: blocks parted by line breaks, unfilled holes shown by their fallback.
  public var plainText: String {
    func text(_ runs: [Run]) -> String {
      runs.map { run in
        switch run {
        case .plain(let text), .emphasis(let text): text
        case .hole(let hole): hole.fallback ?? ""
        }
      }.joined()
    }
    return blocks.compactMap { block -> String? in
      switch block {
      case .chart: nil
      case .paragraph(let runs): text(runs)
      case .item(let runs): "- " + text(runs)
      case .numbers(let numbers): numbers.map(\.line).joined(separator: "\n")
      case .numbersHole: ""
      }
    }.joined(separator: "\n")
  }
}

/// A telephone number and whose it is.
public struct TelephoneNumber: Hashable, Sendable {
  /// As it is dialled, or what is texted: `112`, `text 85258`.
  public var number: String
  /// Who answers, or where it holds.
  public var name: String

  /// Makes a number.
  public init(number: String, name: String) {
    self.number = number
    self.name = name
  }

  /// The number first, then two spaces and the name.
  public var line: String { number + "  " + name }
}
