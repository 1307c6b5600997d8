import AllClearEngine
import AllClearExchange
import AllClearMeasures
import AllClearScript
import Glibc

/// How far the coder of causes agrees with raters, on a file of the form of the trial's.
///
/// Columns: participant, visit, rank, cause, category, mind_brain. Intervals: 95 of 100, by drawing
/// participants with replacement (percentiles), since one person's answers are alike.
struct Causes {
  struct Answer {
    var participant: String
    var rated: CauseCategory
    var isRatedMindBrain: Bool
    var coded: CauseCategory
  }

  var answers: [Answer]

  private static let draws = 2_000

  /// Prints figures for a file, if one is named, and for the project's own hundred.
  static func print(file: String?, content: String) throws(Trouble) {
    let (lexicon, faults) = Compiler(folder: content + "/en/") { path throws(ReadFault) in
      guard let bytes = bytes(content + "/en/" + path) else { throw .missing }
      return bytes
    }.lexicon()
    guard let lexicon else { throw Trouble(text: "no lexicon: \(faults.first?.message ?? "")") }
    let coder = CauseCoder(lexicon: lexicon)
    let own = String(#filePath.dropLast("Causes.swift".count)) + "OwnCauses.csv"
    for path in [file, own].compactMap({ $0 }) {
      guard let bytes = bytes(path) else { throw Trouble(text: "cannot read \(path)") }
      let causes = try Self(String(decoding: bytes, as: UTF8.self), by: coder)
      Swift.print(path == own ? "\nA hundred of our own, written before the rules" : path)
      causes.print()
    }
  }

  private init(_ text: String, by coder: CauseCoder) throws(Trouble) {
    let rows = (CSV.rows(text) ?? []).map(\.cells)
    guard let header = rows.first else { throw Trouble(text: "the file is empty") }
    func column(_ name: String) throws(Trouble) -> Int {
      guard let index = header.firstIndex(of: name) else {
        throw Trouble(text: "the file has no column '\(name)'")
      }
      return index
    }
    let (participant, cause) = (try column("participant"), try column("cause"))
    let (category, mind) = (try column("category"), try column("mind_brain"))
    answers = []
    for row in rows.dropFirst() where row.count == header.count && !row[cause].isEmpty {
      guard let rated = CauseCategory(name: row[category]) else {
        throw Trouble(text: "'\(row[category])' is no category")
      }
      answers.append(
        Answer(
          participant: row[participant], rated: rated, isRatedMindBrain: row[mind] == "1",
          coded: coder.code(row[cause]).category))
    }
    guard !answers.isEmpty else { throw Trouble(text: "the file has no causes") }
  }

  private func print() {
    let people = Dictionary(grouping: answers, by: \.participant)
    Swift.print("\(answers.count) causes of \(people.count) people")
    line("mind-brain") { $0.map { ($0.isRatedMindBrain, $0.coded.isMindBrain) } }
    line("twelve categories") { $0.map { ($0.rated, $0.coded) } }
    confusion()
  }

  private func line<Code: Hashable>(_ name: String, _ pairs: ([Answer]) -> [(Code, Code)]) {
    let accuracy = interval { Agreement.accuracy(pairs($0)) }
    let kappa = interval { Agreement.kappa(pairs($0)) }
    Swift.print(
      "  " + padded(name, 19) + "accuracy " + text(accuracy) + "   kappa " + text(kappa))
  }

  /// A figure of all answers, and between which 95 of 100 redrawn samples lie.
  private func interval(
    _ figure: ([Answer]) -> Double?
  ) -> (value: Double, low: Double, high: Double)? {
    guard let value = figure(answers) else { return nil }
    let people = Dictionary(grouping: answers, by: \.participant)
      .sorted { $0.key < $1.key }.map(\.value)
    var dice = Dice(seed: 1)
    var drawn = Figures()
    for _ in 0..<Self.draws {
      let sample = people.indices.flatMap { _ in people.randomElement(using: &dice) ?? [] }
      if let value = figure(sample) { drawn.add(value) }
    }
    return (value, drawn.at(0.025), drawn.at(0.975))
  }

  private func text(_ figure: (value: Double, low: Double, high: Double)?) -> String {
    guard let figure else { return "-" }
    let texts = [figure.value, figure.low, figure.high].map { Row.text($0, digits: 3) }
    return "\(texts[0]) (\(texts[1]) to \(texts[2]))"
  }

  /// Rows are what raters said, columns what the coder said.
  private func confusion() {
    let all = CauseCategory.allCases
    Swift.print("\n  rated, by row; coded, by column")
    Swift.print("  " + padded("", 14) + all.map { padded(String($0.name.prefix(5)), 6) }.joined())
    for rated in all {
      let cells = all.map { coded in
        answers.count { $0.rated == rated && $0.coded == coded }
      }
      guard cells.contains(where: { $0 > 0 }) else { continue }
      Swift.print(
        "  " + padded(rated.name, 14)
          + cells.map { padded($0 == 0 ? "." : String($0), 6) }.joined())
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 {
      bytes += piece[..<count]
    }
    return bytes
  }
}
