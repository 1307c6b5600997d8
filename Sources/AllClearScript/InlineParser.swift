import AllClearEngine

/// Parses what stands within a paragraph: emphasis and holes.
struct InlineParser {
  /// Which holes a text may have.
  enum Holes {
    /// None: titles, whys, the crisis page.
    case none
    /// The person's safety line and their word for the pain alone: cues.
    case safetyLine
    case answers
  }

  private let pieces: [ProseParser.Piece]
  private let text: Text
  private let allowed: Holes
  private let report: Report
  private var index = 0
  private var result: [Prose.Run] = []
  private var plain = String.UnicodeScalarView()
  /// Where emphasis was opened.
  private var emphasis: Int?
  private(set) var holes: [ParsedProse.HoleUse] = []

  init(_ pieces: [ProseParser.Piece], text: Text, allowed: Holes, report: Report) {
    self.pieces = pieces
    self.text = text
    self.allowed = allowed
    self.report = report
  }

  mutating func runs() -> [Prose.Run] {
    while index < pieces.count {
      switch pieces[index].scalar {
      case "*": star()
      case "{": hole()
      case "}":
        add(.badHole, "a `}` without its `{`; a hole is `{name}` or `{name|fallback}`")
        index += 1
      default:
        plain.append(pieces[index].scalar)
        index += 1
      }
    }
    if let emphasis {
      report.add(
        .emphasisNotClosed, in: text, offset: emphasis,
        "emphasis begins here and does not end in its paragraph; close it with `*`")
    }
    flush()
    return result
  }

  private func add(_ code: DiagnosticCode, _ message: String) {
    report.add(code, in: text, offset: pieces[index].offset, message)
  }

  private func isSpace(_ index: Int) -> Bool {
    !pieces.indices.contains(index) || pieces[index].scalar == " "
  }

  private mutating func flush() {
    guard !plain.isEmpty else { return }
    result.append(emphasis == nil ? .plain(String(plain)) : .emphasis(String(plain)))
    plain = String.UnicodeScalarView()
  }

  private mutating func star() {
    if isSpace(index - 1) && isSpace(index + 1) {
      plain.append("*")
    } else if emphasis == nil {
      flush()
      emphasis = pieces[index].offset
    } else {
      flush()
      emphasis = nil
    }
    index += 1
  }

  private mutating func hole() {
    let rest = pieces[(index + 1)...]
    guard let end = rest.firstIndex(where: { $0.scalar == "}" || $0.scalar == "{" }),
      pieces[end].scalar == "}"
    else {
      add(.badHole, "a `{` without its `}`; a hole is `{name}` or `{name|fallback}`")
      index += 1
      return
    }
    flush()
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: pieces[(index + 1)..<end].map(\.scalar))
    let content = String(scalars)
    let parts = content.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    let fallback = parts.count > 1 ? String(parts[1]) : nil
    if let run = run(name, fallback) { result.append(.hole(run)) }
    index = end + 1
  }

  /// What is the person's own, by name.
  private static let own: [String: Prose.Hole.Source] = [
    "safety-line": .safetyLine, "evidence": .evidence, "pain-word": .painWord,
  ]

  /// Dates, by name.
  private static let dates: [String: Prose.Hole.Source] = [
    "since": .since, "next-hello": .nextHello,
  ]

  private mutating func run(_ name: String, _ fallback: String?) -> Prose.Hole? {
    if let list = Prose.NumberList(rawValue: name) {
      add(.numbersNotAlone, "`{\(list.rawValue)}` is a list; give it a paragraph of its own")
      return nil
    }
    guard allowed == .answers || (allowed == .safetyLine && Self.own[name] != nil) else {
      add(
        .holeNotHere,
        allowed == .none
          ? "no hole may stand here"
          : "only `{safety-line|...}`, `{evidence|...}` or `{pain-word|...}` may stand here")
      return nil
    }
    if fallback?.contains("|") == true || fallback?.allSatisfy({ $0 == " " }) == true {
      add(.badHole, "the fallback of this hole says nothing; write `{\(name)|words}`")
      return nil
    }
    if let source = Self.own[name] ?? Self.dates[name] {
      if fallback == nil {
        add(.holeNeedsFallback, "there may be none yet; write `{\(name)|words}`")
      }
      return Prose.Hole(source, fallback: fallback)
    }
    switch References.parse(name) {
    case .success(let reference):
      holes.append(
        ParsedProse.HoleUse(
          name: name, reference: reference, hasFallback: fallback != nil,
          offset: pieces[index].offset + 1))
      return Prose.Hole(.answer(reference), fallback: fallback)
    case .failure(let fault):
      add(.badHole, fault.message + "; a hole is `{name}` or `{name|fallback}`")
      return nil
    }
  }
}
