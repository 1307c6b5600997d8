public import AllClearEngine
import AllClearMeasures

/// A journal as tidy tables, for a spreadsheet or a statistics program.
public struct CSVExport {
  private let records: [StandingRecord]
  private let measures: [Measure]
  private let digest: Digest

  /// Takes the records that stand, in the order of writing.
  /// - Parameter measures: the questionnaires whose answers are told.
  public init(_ records: [StandingRecord], measures: [Measure]) {
    self.records = records
    self.measures = measures
    var digest = Digest()
    for one in records { digest.apply(one.record, in: one.opened) }
    self.digest = digest
  }

  /// A table with its header.
  public func table(_ kind: TableKind) -> String {
    CSV.text(header: kind.columns.map(\.name), rows: rows(kind))
  }

  /// What every column of every table is.
  public static var codebook: String {
    CSV.text(
      header: ["table", "column", "unit", "about"],
      rows: TableKind.allCases.flatMap { kind in
        kind.columns.map { column in
          [.text(kind.rawValue), .text(column.name), .text(column.unit), .text(column.about)]
        }
      })
  }

  private func rows(_ kind: TableKind) -> [[CSV.Cell]] {
    switch kind {
    case .causes: causes
    case .evidence: lines(of: .evidence).map { [$0.date, $0.text, $0.pinned, $0.away] }
    case .lists:
      OwnList.allCases.filter { $0 != .causes && $0 != .evidence }.flatMap { list in
        lines(of: list).map {
          [$0.date, .text(list.rawValue), $0.text, $0.pinned, $0.away, $0.settled]
        }
      }
    case .checkIns: ratings
    case .practices: practices
    case .movements: digest.experiments.map(row)
    case .questionnaires: questionnaires
    case .writings: writings
    case .sessions: sessions
    case .safety:
      records.compactMap { one in
        guard case .answer(.gate(let outcome, _), _) = one.record.value else { return nil }
        return [date(one.record.at), .text(outcome)]
      }
    }
  }

  // MARK: - Rows

  private func date(_ at: Wall) -> CSV.Cell { .text(at.day.iso) }

  private func time(_ at: Wall) -> CSV.Cell {
    .text(Moment.padded(at.hour, 2) + ":" + Moment.padded(at.minute, 2))
  }

  /// Date, time and session.
  private func head(_ record: Record) -> [CSV.Cell] {
    [date(record.at), time(record.at), .text(record.id.session.text)]
  }

  private var causes: [[CSV.Cell]] {
    var telling = 0
    return records.flatMap { one -> [[CSV.Cell]] in
      guard case .answer(.entries, .causes) = one.record.value else { return [] }
      telling += 1
      return digest.own.added(by: one.record.id, to: .causes).map { line in
        [
          date(line.at), .number(telling), .number(line.id.index + 1), .text(line.text),
          CSV.Cell(line.kind?.name),
        ]
      }
    }
  }

  private struct Line {
    var at: Wall
    var date, text, pinned, away, settled: CSV.Cell
  }

  private func lines(of list: OwnList) -> [Line] {
    (digest.own[list] + digest.own.away(list)).map { entry in
      Line(
        at: entry.at, date: date(entry.at), text: .text(entry.text),
        pinned: .flag(entry.isPinned), away: .flag(entry.isAway), settled: .flag(entry.isSettled))
    }.enumerated().sorted { one, other in
      (one.element.at.milliseconds, one.offset) < (other.element.at.milliseconds, other.offset)
    }.map(\.element)
  }

  private var ratings: [[CSV.Cell]] {
    Ratings.all(in: records).map { rated in
      [
        date(rated.at), time(rated.at), .text(rated.session.text),
        .text(rated.isBeginning ? "beginning" : "check-in"),
      ] + CheckIn.Field.allCases.map { rated.cell($0) }
    }
  }

  private var practices: [[CSV.Cell]] {
    records.compactMap { one in
      guard case .answer(.practised(let done), _) = one.record.value else { return nil }
      return head(one.record) + [
        .text(done.practice), .number(done.minutes), .number(done.seconds), .flag(done.early),
        .flag(done.ownPace),
      ]
    }
  }

  private func row(_ tried: Experiment) -> [CSV.Cell] {
    [
      .text(tried.day.iso), .text(tried.done.rawValue), CSV.Cell(tried.movement),
      CSV.Cell(tried.dose), CSV.Cell(tried.fear), CSV.Cell(tried.feared), CSV.Cell(tried.sure),
      CSV.Cell(tried.expects), CSV.Cell(tried.without), CSV.Cell(tried.place),
      CSV.Cell(tried.happened?.rawValue), CSV.Cell(tried.later?.rawValue),
      CSV.Cell(tried.surprise), CSV.Cell(tried.hurt),
    ]
  }

  private var questionnaires: [[CSV.Cell]] {
    Measured.all(in: records, of: measures).flatMap { measured in
      measured.answers.map { answer in
        head(answer.record) + [
          .text(measured.measure.id), .text(answer.item.id), .text(answer.option.id),
          .number(answer.option.score),
        ]
      }
    }
  }

  private var writings: [[CSV.Cell]] {
    records.compactMap { one in
      guard case .answer(.text(let text), _) = one.record.value,
        !Writing.isChosen(text, shown: one.record.shown)
      else { return nil }
      return head(one.record) + [
        .text(one.record.module), .text(one.record.step), CSV.Cell(one.record.shown), .text(text),
      ]
    }
  }

  private var sessions: [[CSV.Cell]] {
    var ends: [SessionID: (Wall, FinishReason)] = [:]
    for one in records {
      if case .finished(let reason) = one.record.value {
        ends[one.record.id.session] = (one.record.at, reason)
      }
    }
    return records.compactMap { one in
      guard case .started = one.record.value else { return nil }
      let end = ends[one.record.id.session]
      return head(one.record) + [
        .text(one.opened), CSV.Cell(end?.0.day.iso), CSV.Cell(end?.1.rawValue),
      ]
    }
  }
}
