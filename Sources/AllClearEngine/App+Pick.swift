// What is picked: lines of one's own lists as answers, and what a chosen option brings about beside
// its being kept.
extension App.State {
  /// So many lines of a list are offered, so that a digit stands for each answer.
  static let mostPicks = 8
  /// The answer that none of the lines is meant.
  static let otherPick = "else"

  /// The lines of an own list as answers, and that it is none of them.
  func picks(from list: OwnList, other: String) -> [Prompt.Choice] {
    let lines = digest.own.texts(list).prefix(Self.mostPicks).enumerated().map { index, text in
      Prompt.Choice(id: "line-\(index + 1)", text: text)
    }
    return lines + [Prompt.Choice(id: Self.otherPick, text: other)]
  }

  func picked(_ id: String, from list: OwnList) -> String? {
    picks(from: list, other: "").first { $0.id == id && id != Self.otherPick }?.text
  }

  // MARK: Beside an answer

  /// What chosen options change about the person: movement or a hello rests, Home asks tomorrow,
  /// the pain has a word, it was too much once more, a doubt is settled, or what was feared has happened or not;
  /// and that a questionnaire was answered.
  func besides(_ chosen: [Option], of step: Step, at now: Now) -> Record.Value? {
    if chosen.contains(where: { $0.rests == .movement }) {
      return .personal(.rests(now.wall.day))
    }
    if chosen.contains(where: { $0.rests == .hello }) {
      return .personal(.helloRests(now.wall.day))
    }
    if let happened = chosen.compactMap(\.happened).first {
      return told(happened, at: now).map(Record.Value.experiment)
    }
    if let measure = step.measure, digest.measured[measure]?.session != session?.info.id {
      return .measured(measure)
    }
    if chosen.contains(where: \.asksTomorrow) {
      return .askOn(CivilDay(number: now.wall.day.number + 1))
    }
    if let word = chosen.compactMap(\.calls).first { return .personal(.painWord(.given(word))) }
    if chosen.contains(where: \.isTooMuch) {
      return .personal(.tooMuch(digest.person.tooMuch + 1))
    }
    guard let list = chosen.compactMap(\.settles).first, let session,
      let entry = digest.own[list].last(where: { $0.id.record.session == session.info.id })
    else { return nil }
    return .entry(entry.id, .settled(true))
  }

  /// Keeps it until the answer is taken back.
  mutating func keepBesides(
    _ value: Record.Value, at now: Now, in records: inout [Record]
  ) {
    let record = keepPersonal(value, at: now)
    if value == .personal(.tooMuch(Person.mostTooMuch)) { notice = phrases(.gentleNow) }
    if options.journal == .kept { records.append(record) }
    if var session, let last = session.trail.indices.last {
      session.trail[last].besides = record.id
      self.session = session
    }
  }
}
