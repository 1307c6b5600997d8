extension App {
  /// Where settings and journal lie, as a person may read it.
  public struct Places: Hashable, Sendable {
    public var settings: String
    public var journal: String

    /// Names the places; empty where there is none.
    public init(settings: String = "", journal: String = "") {
      self.settings = settings
      self.journal = journal
    }
  }

  /// What of the settings could not be read, and was left as it is.
  public struct SettingsFault: Hashable, Sendable {
    /// The lines that are not understood, from 1; none where the whole file cannot be read.
    public var lines: [Int]

    /// Makes a note of them.
    public init(lines: [Int]) {
      self.lines = lines
    }
  }
}
