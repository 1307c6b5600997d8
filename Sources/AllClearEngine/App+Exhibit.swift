// What the person has collected, as a card shows it.
extension App.State {
  /// The entries of a list, each once; for causes the first told and the newest, for doubts those
  /// that are open, with their day.
  func blocks(of exhibit: Exhibit, at now: Now) -> [Prose.Block] {
    let told = digest.own.causesTold
    if exhibit == .causes, told.count > 1, let first = told.first, let newest = told.last {
      return headed(.showCausesFirst, first) + headed(.showCausesNow, newest)
    }
    let entries = digest.own.texts(exhibit.list)
    guard !entries.isEmpty else { return [.paragraph([.plain(phrases(.showNothing))])] }
    guard exhibit == .doubts else { return items(entries) }
    let open = digest.own.openDoubts
    guard !open.isEmpty else { return [.paragraph([.plain(phrases(.ownDoubtsSettled))])] }
    return items(open.map { dated($0, at: now) })
  }

  private func headed(_ heading: Phrase, _ entries: [String]) -> [Prose.Block] {
    [.paragraph([.emphasis(phrases(heading))])] + items(entries)
  }

  private func items(_ entries: [String]) -> [Prose.Block] {
    var seen: Set<String> = []
    return entries.filter { seen.insert($0).inserted }.map { .item([.plain($0)]) }
  }
}
