public import AllClearEngine

/// What a person takes along to somebody who examines or treats them: what was done and what has
/// changed, from what they told.
///
///     let report = Report(store.progress(), on: today, by: "0.1.0")
///     let page = try templates.page(.report, .html, of: report)
public struct Report: Sendable {
  public var progress: Progress
  /// The day on which it is made.
  public var day: CivilDay
  /// The version of allclear.
  public var version: String
  /// What lessons and practices are called, by id.
  public var titles: [String: String]
  /// The lessons of the course, in its order.
  public var lessons: [String]
  /// How causes are coded, by the line, where that is known.
  public var labels: [OwnEntry.ID: String] = [:]
  /// Whether evidence and movements stand in it in the person's own words.
  public var hasOwnWords = false
  /// Whether pain stands in it as a number.
  public var hasPain = false

  /// Makes a report without own words beyond the causes, and without pain as a number.
  public init(
    _ progress: Progress, on day: CivilDay, by version: String, titles: [String: String] = [:],
    lessons: [String] = []
  ) {
    self.progress = progress
    self.day = day
    self.version = version
    self.titles = titles
    self.lessons = lessons
  }

  /// What can be made of it.
  public enum Page: String, Hashable, Sendable, CaseIterable {
    /// One page for a clinician, and the rest behind it.
    case report
    /// A sheet for the talk, with room to write.
    case sheet
    /// For the clinician: how to talk about what brings the pain on. Nothing of the person is in it.
    case clinician
  }

  /// How it is written.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    case html, markdown

    /// What the names of its templates end with.
    var ending: String { self == .html ? ".html" : ".md" }

    /// Makes a text of somebody's harmless in it.
    func escaped(_ text: String) -> String {
      let line = OneLine.of(text)
      return self == .html ? OneLine.html(line) : OneLine.markdown(line)
    }
  }
}
