import Mustache

/// The words of the pages, which lie in Content: `report/NAME.html.mustache` and `.md.mustache`.
public struct ReportTemplates: Sendable {
  private let library: MustacheLibrary

  /// The files that there are, without `.mustache`.
  public static let names: [String] = Report.Format.allCases.flatMap { format in
    (Report.Page.allCases.map(\.rawValue) + parts(of: format)).map { $0 + format.ending }
  }

  /// What the pages of a format share, and the page of a cohort.
  private static func parts(of format: Report.Format) -> [String] {
    let both = ["cells", "safety"]
    return format == .html ? both + ["style", "chart", "cohort", "cohort-chart"] : both
  }

  /// Reads them.
  /// - Parameter texts: what the files say, by name.
  public init(_ texts: [String: String]) throws(ExchangeError) {
    var library = MustacheLibrary()
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      do {
        // Every text of a person's is made harmless before it comes here, as the format wants it.
        try library.register("{{% CONTENT_TYPE:TEXT}}" + text, named: name)
      } catch { throw .damaged(place: name + ".mustache") }
    }
    for name in Self.names where library.getTemplate(named: name) == nil {
      throw .damaged(place: name + ".mustache")
    }
    self.library = library
  }

  /// Writes a page.
  public func page(
    _ page: Report.Page, _ format: Report.Format, of report: Report
  ) throws(ExchangeError) -> String {
    let name = page.rawValue + format.ending
    let text = try self.page(name, ReportView(report, format).values)
    return format == .markdown ? Self.withoutGaps(text) : text
  }

  /// Fills a template in.
  func page(_ name: String, _ values: [String: Any]) throws(ExchangeError) -> String {
    guard let text = library.render(values, withTemplate: name) else {
      throw .damaged(place: name + ".mustache")
    }
    return text
  }

  /// Markdown without the empty lines that sections leave behind.
  private static func withoutGaps(_ text: String) -> String {
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isEmpty = line.allSatisfy(\.isWhitespace)
      if isEmpty, lines.last?.isEmpty ?? true { continue }
      lines.append(isEmpty ? "" : line)
    }
    return lines.joined(separator: "\n") + (lines.last?.isEmpty == true ? "" : "\n")
  }
}
