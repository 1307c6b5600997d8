// What the person thinks brings the pain on: what was told first, and what was told last, each with
// its day and in their own words.
extension ProgressPages {
  var causes: [Prose.Block] {
    let told = progress.own.causesTellings
    guard let first = told.first, let last = told.last else { return [] }
    guard told.count > 1 else {
      return lines(of: first, under: .changedCausesThen) + [paragraph(phrases(.changedCausesOnce))]
    }
    return lines(of: first, under: .changedCausesThen) + lines(of: last, under: .changedCausesNow)
  }

  private func lines(of told: OwnLists.Telling, under phrase: Phrase) -> [Prose.Block] {
    [.paragraph([.emphasis(phrases(phrase, ["date": date(told.at.day)]))])]
      + told.lines.map { item($0.text) }
  }
}
