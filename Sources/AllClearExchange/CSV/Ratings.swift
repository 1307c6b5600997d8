import AllClearEngine

/// What was rated in one session, at the beginning or in a check-in.
struct Ratings {
  var session: SessionID
  var at: Wall
  var isBeginning: Bool
  var numbers: [CheckIn.Field: Int] = [:]
  var change: CheckIn.Change?

  /// Every session that rated something, in the order of writing.
  static func all(in records: [StandingRecord]) -> [Ratings] {
    var all: [Ratings] = []
    var places: [SessionID: Int] = [:]
    for one in records {
      let record = one.record
      guard record.module == CheckIn.module || record.module == CheckIn.story,
        let field = CheckIn.Field(rawValue: record.step), case .answer(let answer, _) = record.value
      else { continue }
      var rated = Ratings(
        session: record.id.session, at: record.at, isBeginning: record.module == CheckIn.story)
      let place = places[record.id.session]
      if let place { rated = all[place] }
      switch answer {
      case .number(let number) where field != .change: rated.numbers[field] = number
      case .option(let id) where field == .change: rated.change = CheckIn.Change(rawValue: id)
      default: continue
      }
      if let place {
        all[place] = rated
      } else {
        places[record.id.session] = all.count
        all.append(rated)
      }
    }
    return all
  }

  func cell(_ field: CheckIn.Field) -> CSV.Cell {
    field == .change ? CSV.Cell(change?.rawValue) : CSV.Cell(numbers[field])
  }
}
