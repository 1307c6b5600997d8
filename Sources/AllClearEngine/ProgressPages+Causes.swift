// What the person thinks brings the pain on: what was told first, and what was told last, each with
// its day and in their own words. Of what kind each is, is said only beside both lists.
public import AllClearMeasures

extension ProgressPages {
  var causes: [Prose.Block] {
    let told = progress.own.causesTellings
    guard let first = told.first, let last = told.last else { return [] }
    guard told.count > 1 else {
      return lines(of: first, under: .changedCausesThen) + [paragraph(phrases(.changedCausesOnce))]
    }
    return lines(of: first, under: .changedCausesThen, withKinds: true)
      + lines(of: last, under: .changedCausesNow, withKinds: true) + score(first, last)
  }

  private func lines(
    of told: OwnLists.Telling, under phrase: Phrase, withKinds: Bool = false
  ) -> [Prose.Block] {
    [.paragraph([.emphasis(phrases(phrase, ["date": date(told.at.day)]))])]
      + told.lines.map { line in
        guard withKinds, let kind = kind(of: line) else { return item(line.text) }
        return item(
          phrases(.changedCausesKind, ["line": line.text, "kind": phrases(kind.phrase)]))
      }
  }

  /// How many were about mind or brain, then and now: the change is what counts, and no mark is.
  private func score(_ first: OwnLists.Telling, _ last: OwnLists.Telling) -> [Prose.Block] {
    guard let then = mindBrain(first), let now = mindBrain(last) else { return [] }
    return [
      paragraph(
        phrases(
          .changedCausesScore,
          [
            "then": String(then), "all": String(first.lines.count), "now": String(now),
            "total": String(last.lines.count),
          ]))
    ]
  }

  /// What kind a cause is: by the person's own word, else by the coder; `nil` where nothing was coded.
  public func kind(of line: OwnEntry) -> CauseCategory? {
    line.kind ?? codes[line.text]?.category
  }

  /// How many causes of a list are about mind or brain; `nil` where nothing was coded.
  public func mindBrain(_ told: OwnLists.Telling) -> Int? {
    let kinds = told.lines.compactMap(kind)
    return kinds.count == told.lines.count ? kinds.count(where: \.isMindBrain) : nil
  }
}

extension ProgressPages {
  /// The kind of a cause in the words of the screens.
  public func kindText(of line: OwnEntry) -> String? { kind(of: line).map { phrases($0.phrase) } }
}

extension OwnLists {
  /// What the causes that were told are coded as, by their words; nothing until two lists were told:
  /// a kind is said beside both lists only.
  public func causeCodes(by coder: CauseCoder) -> [String: CodedCause] {
    let told = causesTellings
    guard told.count > 1 else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: Set(told.flatMap(\.lines).map(\.text)).map { ($0, coder.code($0)) })
  }
}

extension CauseCategory {
  /// What a person reads for it.
  var phrase: Phrase {
    switch self {
    case .injury: .kindInjury
    case .activity: .kindActivity
    case .psychological: .kindPsychological
    case .physiology: .kindPhysiology
    case .stress: .kindStress
    case .spinal: .kindSpinal
    case .hereditary: .kindHereditary
    case .other: .kindOther
    case .sedentary: .kindSedentary
    case .age: .kindAge
    case .negligence: .kindNegligence
    case .brain: .kindBrain
    }
  }
}
