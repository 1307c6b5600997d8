import AllClearEngine
import AllClearScript

/// The figures of content for another program: one object a line.
enum StatsJSON {
  static func lines(of counts: [FileCount]) -> [String] {
    let files = counts.enumerated().map { index, count in
      "    " + object(count, isTotal: false) + (index + 1 < counts.count ? "," : "")
    }
    let total = object(FileCount.total(of: counts, named: ""), isTotal: true)
    return ["{", "  \"files\": ["] + files + ["  ],", "  \"total\": \(total)", "}"]
  }

  private static func object(_ count: FileCount, isTotal: Bool) -> String {
    var members: [(String, String)] = []
    if !isTotal {
      members = [("file", text(count.file)), ("kind", text(count.kind.rawValue))]
    }
    members += [
      ("words", String(count.words)), ("minutes", String(count.minutes)),
      ("pace", String(count.minutesAtPace)), ("grade", StatsTable.grade(count)),
      ("sources", "[" + count.sources.map(text).joined(separator: ", ") + "]"),
      ("cards", String(count.cards)), ("questions", String(count.questions)),
      ("practices", String(count.practices)), ("longest", String(count.longestCard)),
      ("faults", map(count.faults)),
    ]
    return "{" + members.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
  }

  private static func map(_ faults: [DiagnosticCode: Int]) -> String {
    let sorted = faults.sorted { $0.key.rawValue < $1.key.rawValue }
    return "{" + sorted.map { "\(text($0.key.rawValue)): \($0.value)" }.joined(separator: ", ")
      + "}"
  }

  private static func text(_ string: String) -> String { JSON.quoted(string) }
}
