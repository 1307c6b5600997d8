import AllClearEngine
import Foundation
import Testing

@testable import AllClearExchange

/// Foundation has a class of this name too.
typealias Progress = AllClearEngine.Progress

@Suite("The pages to take along")
struct ReportTests {
  /// The real templates.
  private static func templates() throws -> ReportTemplates {
    var texts: [String: String] = [:]
    for name in ReportTemplates.names {
      texts[name] = try String(contentsOfFile: "\(folder)/\(name).mustache", encoding: .utf8)
    }
    return try ReportTemplates(texts)
  }

  private static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Content/en/report"

  /// Texts that want to be more than a text.
  private static let hostile = [
    "</li><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'--><svg/onload=x>",
    "a & b &lt; c", "{{day}} {{{day}}} {{> style.html}}", "[x](javascript:alert(1)) ![i](http://x)",
    "# no heading | no cell", "- no list", "1. no list", "*no* _no_ `no` ~no~ <b>no</b>",
    "two\nlines\r\n\u{2028}and \u{0}\u{1b}[31m \u{202e}backwards\u{202c} \u{fffe}",
  ]

  private static func record(
    _ value: Record.Value, _ number: Int, day: Int, module: String = "story", step: String = "",
    session: Int = 1
  ) -> Record {
    Record(
      id: RecordID(session: SessionID(sitting: sitting, number: session), number: number),
      value: value, module: module, step: step, at: wall(day))
  }

  private static func full(_ words: [String]) -> Progress {
    var progress = Progress()
    var number = 0
    func apply(
      _ value: Record.Value, day: Int, in module: String = "story", step: String = "",
      session: Int = 1
    ) {
      number += 1
      progress.apply(
        record(value, number, day: day, module: module, step: step, session: session), in: module)
    }
    apply(.answer(.gate(outcome: "yes-urgent-numb", hold: .gentle)), day: 0, in: "safety")
    apply(.passed, day: 0, in: "safety")
    apply(.answer(.entries(words), into: .causes), day: 1)
    for (step, points) in [("pain", 6), ("doing", 7), ("enjoying", 5), ("danger", 8)] {
      apply(.answer(.number(points)), day: 1, step: step)
    }
    apply(.finished(.completed), day: 1)
    for week in 1...6 {
      for (step, points) in [
        ("pain", 6 - week / 2), ("doing", 7 - week / 2), ("enjoying", 5), ("danger", 8 - week),
      ] {
        apply(
          .answer(.number(points)), day: 1 + week * 7, in: CheckIn.module, step: step,
          session: 10 + week)
      }
    }
    apply(
      .answer(.option("better")), day: 43, in: CheckIn.module, step: "change", session: 16)
    apply(.answer(.entries(words), into: .evidence), day: 5)
    for (index, words) in words.enumerated() {
      var tried = Experiment(
        id: "uuid.\(index + 1)/1", day: CivilDay(number: 20_000 + index), done: .did)
      tried.movement = words
      tried.feared = words
      tried.happened = .no
      apply(.experiment(tried), day: 20 + index)
    }
    for practice in ["listening", "tracking"] {
      apply(
        .answer(
          .practised(
            .init(practice: practice, minutes: 3, seconds: 180, early: false, ownPace: false))),
        day: 9, in: practice)
    }
    apply(.measured("phq-4"), day: 29)
    apply(.answer(.entries(words.reversed()), into: .causes), day: 40)
    return progress
  }

  private static func report(_ words: [String]) -> Report {
    Report(
      full(words), on: CivilDay(year: 2026, month: 3, day: 1), by: "0.1.0",
      titles: ["story": words[0], "tracking": "Somatic tracking"], lessons: ["story", "alarm"])
  }

  @Test("A full page says in which order things changed, pain last and only when asked")
  func order() throws {
    for format in Report.Format.allCases {
      var report = Self.report(["my disc", "stress"])
      let quiet = try Self.templates().page(.report, format, of: report)
      #expect(!quiet.contains("Average pain"))
      #expect(quiet.contains("1 of 2 lessons") && quiet.contains("2 rounds of practice"))
      #expect(quiet.contains("lower by 6, usually felt as real"))
      #expect(quiet.contains("better") && quiet.contains("diagnosis"))
      report.hasPain = true
      let whole = try Self.templates().page(.report, format, of: report)
      let places = ["How dangerous moving", "in the way of doing", "of enjoying", "Average pain"]
        .compactMap { whole.range(of: $0)?.lowerBound }
      #expect(places.count == 4 && places == places.sorted())
      #expect(whole.contains("6 (2026-01-02)") || whole.contains("6 <span"))
    }
  }

  @Test("Kinds of causes stand beside both lists, and it says whose they are")
  func kinds() throws {
    for format in Report.Format.allCases {
      var report = Self.report(["my disc", "stress"])
      let without = try Self.templates().page(.report, format, of: report)
      #expect(!without.contains("In brackets"))
      for line in report.progress.own.causesTellings.flatMap(\.lines) {
        report.labels[line.id] = line.text == "stress" ? "kind <one>" : nil
      }
      let with = try Self.templates().page(.report, format, of: report)
      #expect(with.components(separatedBy: "kind &lt;one&gt;").count == 3, "once in each list")
      #expect(with.contains("In brackets: of what kind each is"))
    }
  }

  @Test("Evidence and movements stand in it in own words only when ticked")
  func ticked() throws {
    for format in Report.Format.allCases {
      var report = Self.report(["zebra cause", "okapi"])
      report.progress.own = OwnLists()
      report.progress.own.add(
        ["quagga evidence"], to: .evidence, by: Self.record(.started, 1, day: 3).id, at: wall(3))
      let without = try Self.templates().page(.report, format, of: report)
      #expect(!without.contains("quagga") && !without.contains("okapi"))
      report.hasOwnWords = true
      let with = try Self.templates().page(.report, format, of: report)
      #expect(with.contains("quagga evidence") && with.contains("okapi"))
    }
  }

  @Test("Each movement has its own outcome beside it, and no other's")
  func outcomes() throws {
    let words = ["no", "not so far", "in part", "yes", "not sure"]
    let happened: [Experiment.Happened?] = [.no, .notYet, .partly, .yes, .unsure, nil]
    for format in Report.Format.allCases {
      var report = Self.report(["a", "b"])
      report.progress.experiments = happened.enumerated().map { index, happened in
        var tried = Experiment(id: "\(index)", day: CivilDay(number: 20_000), done: .did)
        (tried.movement, tried.feared, tried.happened) = (
          "bend \(index)", "lock \(index)", happened
        )
        return tried
      }
      report.hasOwnWords = true
      let page = try Self.templates().page(.report, format, of: report)
      for (index, word) in (words + [""]).enumerated() {
        let row =
          format == .html ? "lock \(index)</td><td>\(word)</td>" : "lock \(index) | \(word) |"
        #expect(page.contains(row), "\(row)")
      }
    }
  }

  @Test("Of the safety questions it has day and outcome, and never which")
  func safety() throws {
    for format in Report.Format.allCases {
      let page = try Self.templates().page(.report, format, of: Self.report(["a", "b"]))
      #expect(page.contains("2026-01-01: the program goes gently"))
      #expect(!page.contains("numb") && !page.contains("urgent care"))
    }
  }

  @Test("A person's words are words in it, whatever is in them", arguments: Report.Page.allCases)
  func hostile(page: Report.Page) throws {
    var report = Self.report(Self.hostile)
    (report.hasOwnWords, report.hasPain) = (true, true)
    let html = try Self.templates().page(page, .html, of: report)
    for tag in ["<script", "<img", "<svg/", "<b>", "onerror=alert(1)>", "\u{1b}", "\u{202e}"] {
      #expect(!html.contains(tag), "\(tag)")
    }
    for word in ["http://x)\"", " src=", " href=", "url(", "@import", "<link", "<iframe"] {
      #expect(!html.replacing("&quot;&gt;&lt;img src=x", with: "").contains(word), "\(word)")
    }
    let markdown = try Self.templates().page(page, .markdown, of: report)
    for start in ["<", "\u{1b}", "](javascript", "- - no", "- 1. no", "- # no"] {
      #expect(!markdown.contains(start), "\(start)")
    }
    if page == .report {
      #expect(html.contains("{{day}} {{{day}}}"), "a text is no template")
      #expect(html.contains("a &amp; b &amp;lt; c"))
      #expect(html.contains("two lines and"))
    }
  }

  @Test("The HTML is valid, full and empty", .enabled(if: Tidy.isThere, Tidy.why))
  func valid() throws {
    for page in Report.Page.allCases {
      var report = Self.report(Self.hostile)
      (report.hasOwnWords, report.hasPain) = (true, true)
      let empty = Report(Progress(), on: CivilDay(number: 20_000), by: "0.1.0")
      for report in [report, empty] {
        let html = try Self.templates().page(page, .html, of: report)
        #expect(try Tidy.faults(in: html) == [], "\(page)")
      }
    }
  }

  @Test("A template that is missing or broken is named")
  func broken() throws {
    var texts: [String: String] = [:]
    for name in ReportTemplates.names { texts[name] = "" }
    texts["sheet.md"] = "{{#day}} no end"
    #expect(throws: ExchangeError.damaged(place: "sheet.md.mustache")) {
      try ReportTemplates(texts)
    }
    texts["sheet.md"] = nil
    #expect(throws: ExchangeError.damaged(place: "sheet.md.mustache")) {
      try ReportTemplates(texts)
    }
  }
}

/// HTML Tidy, where it is installed.
enum Tidy {
  static let path = "/usr/bin/tidy"
  static let isThere = access(path, X_OK) == 0
  static let why: Comment = "tidy is not installed"

  /// What it says, line by line.
  static func faults(in html: String) throws -> [String] {
    let file = NSTemporaryDirectory() + "allclear-\(UUID().uuidString).html"
    try html.write(toFile: file, atomically: false, encoding: .utf8)
    defer { unlink(file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-q", "-e", "-utf8", "--custom-tags", "no", file]
    let said = Pipe()
    process.standardError = said
    try process.run()
    let bytes = try said.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
