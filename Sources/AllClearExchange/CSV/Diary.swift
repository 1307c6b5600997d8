public import AllClearEngine

/// A simple table of days and ratings from another diary.
///
///     date,pain,fear,ease,note
///     2026-03-01,4,,6,"Walked to the shop"
///
/// It has a header with `date` and any of the others, in any order; commas, semicolons or tabs
/// between them. What other columns hold is left aside. A day becomes a check-in of its own.
public struct Diary: Hashable, Sendable {
  /// What is brought in.
  public var tables = JournalTables()
  /// Rows that cannot be read, by line.
  public var refused: [Refusal] = []
  /// Columns that were left aside.
  public var ignored: [String] = []

  /// A row that cannot be read.
  public struct Refusal: Hashable, Sendable {
    public var line: Int
    public var why: String
  }

  /// Reads a table.
  /// - Parameters:
  ///   - app: the version of allclear that reads.
  ///   - today: what lies after it is refused.
  ///   - offset: minutes that local time is ahead of UTC on a day.
  public static func read(
    _ text: String, app: String, today: CivilDay, offset: (CivilDay) -> Int
  ) throws(ExchangeError) -> Diary {
    var text = text
    if text.unicodeScalars.first == "\u{feff}" { text.unicodeScalars.removeFirst() }
    let header = text.prefix { !$0.isNewline }
    let separator = ([",", ";", "\t"] as [Character]).first { header.contains($0) } ?? ","
    guard let rows = CSV.rows(text, separator: separator) else {
      throw .damaged(place: "a quotation mark is not closed")
    }
    guard let first = rows.first else { throw .unknown }
    let names = first.cells.map { $0.filter { !$0.isWhitespace }.lowercased() }
    let columns = names.map(Column.init(rawValue:))
    guard columns.contains(.date), columns.contains(where: { $0 != nil && $0 != .date }) else {
      throw .unknown
    }
    var diary = Diary()
    diary.ignored = zip(names, columns).filter { $0.1 == nil }.map(\.0)
    for row in rows.dropFirst() {
      do throws(Fault) {
        let day = try Day(row.cells, columns, today: today)
        diary.add(day, app: app, offset: offset(day.day))
      } catch { diary.refused.append(Refusal(line: row.line, why: error.why)) }
    }
    return diary
  }

  private enum Column: String {
    case date, pain, fear, ease, note

    /// The step of the check-in that asks it, as `allclear check-in` has it.
    var step: String {
      switch self {
      case .date, .pain: rawValue
      case .fear: CheckIn.Field.danger.rawValue
      case .ease: CheckIn.Field.doing.rawValue
      case .note: GivenCheckIn.noted
      }
    }
  }

  private struct Fault: Error { var why: String }

  private struct Day {
    var day: CivilDay
    var answers: [(step: String, answer: Answer)] = []
    /// The same row has the same name, whenever it is read.
    var name = ""

    init(_ cells: [String], _ columns: [Column?], today: CivilDay) throws(Fault) {
      guard cells.count == columns.count else {
        throw Fault(why: "it has \(cells.count) columns and the header \(columns.count)")
      }
      var day: CivilDay?
      for (cell, column) in zip(cells, columns) {
        guard let column else { continue }
        let text = cell.trimmed
        name += "\u{1f}\(column.rawValue)\u{1e}\(text)"
        switch column {
        case .date: day = try Self.day(text, today: today)
        case _ where text.isEmpty: break
        case .note: answers.append((column.step, .text(text)))
        case .ease:
          let given = GivenCheckIn(ease: try Self.rating(text, of: column))
          answers += given.doing.map { [(column.step, .number($0))] } ?? []
        default: answers.append((column.step, .number(try Self.rating(text, of: column))))
        }
      }
      guard let day else { throw Fault(why: "it has no date") }
      guard !answers.isEmpty else { throw Fault(why: "it says nothing beside its date") }
      self.day = day
    }

    private static func day(_ text: String, today: CivilDay) throws(Fault) -> CivilDay {
      guard !text.isEmpty else { throw Fault(why: "it has no date") }
      guard let day = CivilDay(iso: text) else {
        throw Fault(why: "'\(text)' is no date such as 2026-03-01")
      }
      guard day <= today else { throw Fault(why: "\(text) is still to come") }
      return day
    }

    private static func rating(_ text: String, of column: Column) throws(Fault) -> Int {
      guard let number = Int(text), (0...10).contains(number) else {
        throw Fault(why: "\(column.rawValue) '\(text)' is no whole number from 0 to 10")
      }
      return number
    }
  }

  private mutating func add(_ day: Day, app: String, offset: Int) {
    let one = Fingerprint.of(day.name)
    let sitting = UUIDText.text(one + Fingerprint.of(one + day.name))
    let session = SessionID(sitting: sitting, number: 1)
    guard !tables.sessions.contains(where: { $0.id == session }) else { return }
    tables.sessions.append(
      JournalSession(id: session, module: CheckIn.module, content: "", format: 1, app: app))
    // Nobody knows the hour: noon, where the person is.
    let noon = Int64(day.day.number) * 86_400_000 + 43_200_000 - Int64(offset) * 60_000
    let at = Wall(milliseconds: noon, offset: offset)
    var number = 0
    func add(_ kind: Record.Kind, _ step: String, _ value: JSON) {
      number += 1
      tables.rows.append(
        JournalRow(
          id: RecordID(session: session, number: number), kind: kind, module: CheckIn.module,
          step: step, value: value.text, at: at, origin: .imported))
    }
    add(.started, "", ["v": 1])
    for (step, answer) in day.answers {
      switch answer {
      case .number(let number): add(.answered, step, ["v": 1, "number": .int(number)])
      case .text(let text): add(.answered, step, ["v": 1, "text": .string(text)])
      default: break
      }
    }
    add(.finished, "", ["v": 1, "reason": "completed"])
  }
}

extension String {
  fileprivate var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
