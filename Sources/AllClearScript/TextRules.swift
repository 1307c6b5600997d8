import AllClearEngine

/// Checks what content says: its claims, its length and how easily it is read.
///
/// Only where the report judges words; that no hole stands where it cannot be filled holds always.
struct TextRules {
  static let cardWords = 60
  static let fileGrade = 8.0
  static let paragraphGrade = 10.0
  static let paragraphWords = 40
  /// A file with fewer words than this is not graded.
  static let fileWords = 40

  private let report: Report

  init(_ report: Report) {
    self.report = report
  }

  /// A title, option or label: words alone, without holes.
  func check(plain text: Text) {
    guard text.string.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") })
    else { return }
    for (offset, scalar) in text.string.unicodeScalars.enumerated()
    where scalar == "{" || scalar == "}" {
      report.add(.holeNotHere, in: text, offset: offset, "no hole may stand here")
      return
    }
  }

  /// Words that promise or blame.
  func check(claims text: Text) {
    guard report.judgesWords else { return }
    check(Words(text.string), of: text, isQuoted: false)
  }

  /// All texts of a module or page.
  func check(_ module: ParsedModule) {
    guard report.judgesWords else { return }
    var grade = Readability()
    for step in Self.steps(module.items) {
      for text in Self.texts(step) {
        let words = Words(text.string)
        check(words, of: text, isQuoted: step.isQuoted)
        if needsSource(step, module), let claim = Claims.claim(in: words) {
          report.add(
            .claimNeedsSource, in: text, offset: claim.offset,
            "'\(claim.text)' is a claim; name its `sources`, or `sources: none` with a reason")
        }
      }
      if let prose = step.prose { grade.add(graded(prose)) }
      if case .gate(let gate) = step.kind {
        for stop in gate.stops { grade.add(graded(stop.page)) }
      } else if let prose = step.prose {
        checkLength(prose)
      }
    }
    check(grade, at: module.title?.at ?? .start)
  }

  /// The grade of a whole file.
  func check(_ grade: Readability, at position: Position) {
    guard report.judgesWords, grade.words >= Self.fileWords, grade.grade > Self.fileGrade else {
      return
    }
    report.add(
      .fileGrade, at: position,
      "this file reads at school grade \(grade.gradeText); shorter sentences and words bring it "
        + "to 8 or below")
  }

  /// Counts a text towards its file's grade, and warns of a long hard paragraph.
  func graded(_ prose: ParsedProse) -> Readability {
    var all = Readability()
    for block in prose.prose.blocks {
      var one = Readability()
      one.add(Prose([block]).plainText)
      all.add(one)
      guard one.words >= Self.paragraphWords, one.grade > Self.paragraphGrade else { continue }
      report.add(
        .paragraphGrade, at: place(of: block, in: prose),
        "a paragraph of \(one.words) words at school grade \(one.gradeText); divide its sentences")
    }
    return all
  }

  private func place(of block: Prose.Block, in prose: ParsedProse) -> Position {
    // The first word of the block that no earlier block has used.
    let before = prose.prose.blocks.prefix { $0 != block }
    let count = Words(Prose(Array(before)).plainText).all.count
    let words = Words(prose.text.string).all
    let offset = words.indices.contains(count) ? words[count].offset : 0
    return prose.text.position(of: offset, in: report.source)
  }

  private func checkLength(_ prose: ParsedProse) {
    let words = Self.words(inParagraphsOf: prose)
    guard words > Self.cardWords else { return }
    report.add(
      .cardTooLong, in: prose.text,
      "\(words) words; a card has at most \(Self.cardWords), its lists and options not counted")
  }

  /// The words that count towards a card's length: those of its lists do not.
  static func words(inParagraphsOf prose: ParsedProse) -> Int {
    prose.prose.blocks.reduce(0) { count, block in
      if case .paragraph = block {
        count + Words(Prose([block]).plainText).all.count
      } else {
        count
      }
    }
  }

  private func needsSource(_ step: ParsedStep, _ module: ParsedModule) -> Bool {
    switch step.sources {
    case .none: false
    case .own(let sources): sources.isEmpty
    case .inherited: module.sources.isEmpty
    }
  }

  private func check(_ words: Words, of text: Text, isQuoted: Bool) {
    guard !isQuoted else { return }
    for place in words.places(of: Claims.refused) {
      report.add(
        .refusedClaim, in: text, offset: place.offset,
        "'\(place.phrase)' promises or blames; say what is known, or mark a step that answers "
          + "the word `quoted: true`")
    }
  }

  /// Every step, groups opened; includes are checked in their own file.
  static func steps(_ items: [ParsedModule.Item]) -> [ParsedStep] {
    items.flatMap { item -> [ParsedStep] in
      switch item {
      case .step(let step): [step]
      case .group(let group): steps(group.items)
      case .include: []
      }
    }
  }

  private static func texts(_ step: ParsedStep) -> [Text] {
    var texts = step.prose.map { [$0.text] } ?? []
    switch step.kind {
    case .choose(_, let options, _):
      texts += options.map(\.text) + options.compactMap(\.evidence)
    case .gate(let gate):
      texts += gate.options.map { $0.text }
      texts += gate.stops.map { $0.page.text }
    default: break
    }
    return texts
  }
}
