public import AllClearMeasures

/// The parts of what has changed, in the order that protects the therapy: pain last, and only where
/// it is asked for.
public enum ProgressPart: String, Hashable, Sendable, CaseIterable {
  case causes, evidence, movements, fear, practice, ease, pain

  var title: Phrase {
    switch self {
    case .causes: .changedCauses
    case .evidence: .changedEvidence
    case .movements: .changedMovements
    case .fear: .changedFear
    case .practice: .changedPractice
    case .ease: .changedEase
    case .pain: .changedPain
    }
  }
}

/// What has changed, in the words of the screens: each part as prose, with what is drawn of it.
public struct ProgressPages {
  public let progress: Progress
  let program: Program
  /// Today, where the person is.
  let today: CivilDay
  /// Whether the numbers stand below, one line each.
  public var hasTable: Bool
  /// What causes are coded as, by their words; shown only where two lists were told.
  let codes: [String: CodedCause]

  var phrases: Phrases { program.phrases }

  /// Makes pages.
  public init(
    _ progress: Progress, program: Program, today: CivilDay, hasTable: Bool = false,
    codes: [String: CodedCause] = [:]
  ) {
    self.progress = progress
    self.program = program
    self.today = today
    self.hasTable = hasTable
    self.codes = codes
  }

  /// Whether numbers may be shown: who would rather not be asked for them does not meet them here.
  public var showsNumbers: Bool {
    switch progress.numbers {
    case .asked: true
    case .notOn(let day): day != today
    case .never: false
    }
  }

  /// The parts that there is something to tell of.
  public var parts: [ProgressPart] {
    ProgressPart.allCases.filter { part in
      switch part {
      case .causes: !progress.own.causesTellings.isEmpty
      case .evidence: !progress.own[.evidence].isEmpty
      case .movements: !progress.experiments.isEmpty
      case .fear: showsNumbers && (!points(.danger).isEmpty || !progress.fears.isEmpty)
      case .practice: !progress.practised.isEmpty
      case .ease: showsNumbers && (!points(.doing).isEmpty || !points(.enjoying).isEmpty)
      case .pain: showsNumbers && !points(.pain).isEmpty
      }
    }
  }

  /// What a part is called.
  public func title(_ part: ProgressPart) -> String { phrases(part.title) }

  /// What stands above all parts.
  public var opening: String {
    guard let day = progress.beganOn, !parts.isEmpty else { return phrases(.changedNothing) }
    return phrases(.changedQuestion, ["date": date(day)])
  }

  /// A part.
  public func prose(_ part: ProgressPart) -> Prose {
    let blocks: [Prose.Block] =
      switch part {
      case .causes: causes
      case .evidence: evidence
      case .movements: movements
      case .fear: fear
      case .practice: practice
      case .ease: rated([(.doing, .changedDoing), (.enjoying, .changedEnjoying)])
      case .pain: rated([(.pain, .changedPainIs)])
      }
    return Prose(blocks.isEmpty ? [paragraph(phrases(.changedPartNothing))] : blocks)
  }

  /// Whether a part has numbers that could stand one line each.
  public func canHaveTable(_ part: ProgressPart) -> Bool {
    switch part {
    case .causes, .evidence, .movements: false
    case .fear, .practice, .ease, .pain: true
    }
  }

  // MARK: Parts

  private var evidence: [Prose.Block] {
    let lines = progress.own[.evidence]
    guard let first = lines.map(\.at.day).min() else { return [] }
    let told = phrases(.changedEvidenceTold, ["n": String(lines.count), "date": date(first)])
    return [paragraph(told)] + lines.map { .item([.plain($0.text)]) }
  }

  private var movements: [Prose.Block] {
    guard let first = progress.experiments.first?.day else { return [] }
    var lines = [
      phrases(
        .changedMovementsTold, ["n": String(progress.movements.count), "date": date(first)])
    ]
    let feared = progress.feared
    if feared.told > 0 {
      let open = feared.told - feared.no - feared.partly - feared.yes
      lines.append(
        phrases(
          .changedFeared,
          [
            "n": String(feared.told), "no": String(feared.no), "partly": String(feared.partly),
            "yes": String(feared.yes), "open": String(open),
          ]))
    }
    return [paragraph(lines.joined(separator: " "))]
      + progress.experiments.reversed().flatMap {
        $0.blocks(phrases, today: today, inProgress: true, withFear: showsNumbers)
      }
  }

  private var fear: [Prose.Block] {
    let danger = course(points(.danger), of: phrases(.changedDanger))
    let fears = progress.fears.flatMap { movement, points in
      course(points, of: phrases(.changedFearOf, ["movement": movement]))
    }
    return danger + fears + rule(for: [points(.danger)] + progress.fears.map(\.points))
  }

  private func rated(_ fields: [(CheckIn.Field, Phrase)]) -> [Prose.Block] {
    fields.flatMap { field, phrase in course(points(field), of: phrases(phrase)) }
      + rule(for: fields.map { points($0.0) })
  }

  private var practice: [Prose.Block] {
    guard let first = progress.secondsOn.keys.min() else { return [] }
    let rounds = progress.practised.values.reduce(0) { $0 + $1.count }
    let minutes = phrases(.minutes, n: max(1, (progress.seconds + 30) / 60))
    var blocks: [Prose.Block] = []
    let weeks = Self.spans.first { progress.minutes(weeks: $0).count <= Self.mostBars } ?? 52
    let points = progress.minutes(weeks: weeks)
    if let last = points.last, points.count > 1 {
      let most = points.map(\.value).max() ?? 1
      blocks.append(
        .chart(
          Chart(
            .bars, points: points, top: most, first: date(first), last: date(last.day))))
      blocks.append(
        paragraph(phrases(.changedWeeks, ["n": String(weeks), "most": String(most)])))
    }
    blocks.append(
      paragraph(
        phrases(
          .changedPracticeTold,
          ["minutes": minutes, "n": String(rounds), "date": date(first)])))
    blocks += progress.practised.sorted {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }.map { practice, rounds in
      let title = program.practice(practice)?.title ?? practice
      return item(phrases(.changedRounds, ["title": title, "n": String(rounds.count)]))
    }
    guard hasTable else { return blocks }
    // A week without any is not told: nothing is shown as undone.
    return blocks + [paragraph(phrases(.changedWeeksFrom, n: weeks))]
      + points.filter { $0.value > 0 }.map {
        item(row($0.day, phrases(.minutes, n: $0.value)))
      }
  }

  /// So many weeks a bar can stand for, and so many bars have room on a narrow screen.
  private static let spans = [1, 2, 4, 13, 26, 52]
  private static let mostBars = 30

  // MARK: Numbers

  func points(_ field: CheckIn.Field) -> [Chart.Point] { progress.points(of: field) }

  /// A number over the days: drawn, and said beneath.
  private func course(_ points: [Chart.Point], of what: String) -> [Prose.Block] {
    guard let first = points.first, let last = points.last else { return [] }
    guard points.count > 1 else {
      return [
        paragraph(
          phrases(
            .changedOnce,
            ["what": what, "first": String(first.value), "date": date(first.day)]))
      ]
    }
    let chart = Chart(
      .line, points: points, top: 10, first: date(first.day), last: date(last.day))
    let change = Change(from: first.value, to: last.value)
    let amount = String(abs(change.difference))
    let moved =
      switch change.difference {
      case 0: phrases(.changedSame)
      case ..<0: phrases(.changedLess, ["n": amount])
      default: phrases(.changedMore, ["n": amount])
      }
    var sentence = phrases(
      .changedFrom,
      [
        "what": what, "first": String(first.value), "date": date(first.day),
        "now": String(last.value), "last": date(last.day), "change": moved,
      ])
    if change.difference != 0 {
      sentence += " " + phrases(change.isFelt ? .changedFelt : .changedNotFelt)
    }
    let table =
      hasTable ? points.map { item(row($0.day, String($0.value))) } : []
    return [.chart(chart), paragraph(sentence)] + table
  }

  /// What is usually felt, where something is compared; and what to do where it has risen so far.
  private func rule(for compared: [[Chart.Point]]) -> [Prose.Block] {
    let changes = compared.compactMap { points -> Change? in
      guard points.count > 1, let first = points.first, let last = points.last else { return nil }
      return Change(from: first.value, to: last.value)
    }
    guard !changes.isEmpty else { return [] }
    let hasRisen = changes.contains { $0.difference > 0 && $0.isFelt }
    return [paragraph(phrases(.changedFeltRule))]
      + (hasRisen ? [paragraph(phrases(.changedRisen))] : [])
  }

  // MARK: Words

  func date(_ day: CivilDay) -> String { phrases.date(day, today: today) }

  private func row(_ day: CivilDay, _ number: String) -> String {
    phrases(.changedRow, ["date": date(day), "number": number])
  }

  func paragraph(_ text: String) -> Prose.Block { .paragraph([.plain(text)]) }

  func item(_ text: String) -> Prose.Block { .item([.plain(text)]) }
}
