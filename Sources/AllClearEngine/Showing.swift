/// What somebody chooses to show to others.
public enum Showing: Hashable, Sendable {
  /// The list of what can be shown.
  case start
  /// A made-up patient, by id, who has played so many days before the one that is shown.
  case persona(String, days: Int)
  /// The tour, in the cut of so many minutes.
  case tour(minutes: Int)
}

/// Who and what there is to show.
public struct Showcase: Hashable, Sendable {
  public var personas: [Member]
  /// The cuts of the tour, in minutes, the longest first; none where there is no tour.
  public var cuts: [Int]

  /// A made-up patient as the list names it.
  public struct Member: Hashable, Sendable {
    public var id: String
    public var title: String
    public var about: String

    /// Makes one.
    public init(id: String, title: String, about: String) {
      self.id = id
      self.title = title
      self.about = about
    }
  }

  /// Makes a showcase.
  public init(personas: [Member] = [], cuts: [Int] = []) {
    self.personas = personas
    self.cuts = cuts
  }

  /// How far on a persona can be shown, in weeks.
  static let weeks = [0, 1, 2, 4, 6]
}
