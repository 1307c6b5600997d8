import AllClearEngine
import AllClearMeasures
import Foundation
import Testing

@testable import AllClearStore

typealias Record = AllClearEngine.Record

/// A folder of its own for a test; it goes with the value.
final class Folder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "allclear-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var journal: String { path + "/journal.sqlite" }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  func put(_ bytes: [UInt8], at name: String = "journal.sqlite") throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  func bytes(_ name: String = "journal.sqlite") throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
  }
}

func mode(_ path: String) -> Int {
  var status = stat()
  return stat(path, &status) == 0 ? Int(status.st_mode & 0o777) : -1
}

/// Where the same test is run.
enum Where: CaseIterable {
  case memory, file

  func store(in folder: Folder) throws -> Store {
    try Store.open(self == .memory ? .memory : .file(folder.journal))
  }
}

/// Writes the records of one session, one after the other.
struct Writer {
  var info: SessionInfo
  var number = 0
  var clock: Int64 = 1_700_000_000_000
  var written: [Record] = []

  init(_ module: String = "tracking", number: Int = 1) {
    let id = SessionID(sitting: "0b2f7c1e-1111-4222-8333-444455556666", number: number)
    info = SessionInfo(id: id, module: module, contentHash: "00ff", appVersion: "0.1.0")
  }

  mutating func record(
    _ value: Record.Value, _ step: String = "", module: String? = nil, turn: Int = 1,
    shown: String? = nil, supersedes: RecordID? = nil
  ) -> Record {
    number += 1
    clock += 1000
    let record = Record(
      id: RecordID(session: info.id, number: number), value: value, module: module ?? info.module,
      step: step, turn: turn, shown: shown, at: Wall(milliseconds: clock, offset: 60),
      supersedes: supersedes)
    written.append(record)
    return record
  }

  @discardableResult
  mutating func write(
    _ value: Record.Value, _ step: String = "", module: String? = nil, turn: Int = 1,
    shown: String? = nil, supersedes: RecordID? = nil, to store: Store
  ) throws -> Record {
    let record = record(
      value, step, module: module, turn: turn, shown: shown, supersedes: supersedes)
    try store.write([record], in: info)
    return record
  }
}

/// One value of each shape that a record can have.
let everyValue: [Record.Value] = everyPlainValue + everyTold

/// Movements that were tried, and a questionnaire.
private let everyTold: [Record.Value] =
  everyExperiment.map { .experiment($0) } + [.measured("phq-4")]

private let everyPlainValue: [Record.Value] =
  [.started, .passed, .retracted, .askOn(nil), .askOn(CivilDay(year: 2026, month: 11, day: 23))]
  + everyPersonal.map(Record.Value.personal)
  + everyChange.map { .entry(OwnEntry.ID(record: everyRecord, index: 2), $0) }
  + OwnList.allCases.map(Record.Value.looked)
  + FinishReason.allCases.map(Record.Value.finished)
  + everyAnswer.map { .answer($0) }
  + OwnList.allCases.map { .answer(.entries(["so", "and so"]), into: $0) }
  + [.answer(.text("mine"), into: .doubts), .answer(.option("yes"), into: .evidence)]
  + [.answer(.options(["a", "b"]), into: .evidence)]

let everyExperiment: [Experiment] = {
  let bare = Experiment(id: "uuid.1/1", day: CivilDay(number: 20_000), done: .part)
  var whole = Experiment(id: "uuid.2/3", day: CivilDay(number: 20_001), done: .did)
  whole.movement = "Bending to a \"shoe\""
  whole.dose = "Three times"
  whole.fear = 6
  whole.feared = "It will lock.\nBy tonight. 痛み"
  whole.sure = 7
  whole.expects = 0
  whole.without = "Bracing"
  whole.place = "Kitchen"
  whole.happened = .notYet
  whole.later = .partly
  whole.again = CivilDay(number: 20_009)
  whole.surprise = 10
  whole.hurt = 3
  return [bare, whole]
}()

let everyRecord = RecordID(
  session: SessionID(sitting: "00000000-0000-4000-8000-000000000001", number: 1), number: 3)

let everyChange: [OwnEntry.Change] = [
  .text("a \"line\" 痛み"), .pinned(true), .pinned(false), .away(true), .away(false),
  .settled(true), .settled(false), .kind(.physiology), .kind(.brain),
]

let everyPersonal: [Personal] =
  [
    .gentle(true), .gentle(false), .country("ireland"), .country(nil), .painWord(nil),
    .numbers(.asked),
    .numbers(.never), .numbers(.notOn(CivilDay(number: 20_000))), .tooMuch(1), .tooMuch(3),
    .seen(CivilDay(number: 20_000)), .rests(CivilDay(number: 20_000)),
    .helloRests(CivilDay(number: 20_000)),
    .knowsVoice(true), .knowsVoice(false),
  ]
  + PainWord.Given.allCases.map { .painWord(.given($0)) }
  + [.painWord(.own("the \"old\" alarm 痛み")), .painWord(.own("alarm"))]

let everyAnswer: [Answer] =
  [
    .seen, .skipped, .number(0), .number(10), .number(-3), .option("lighter"), .options([]),
    .options(["a", "b"]), .text(""),
    .text("a \"line\"\nand\\another\t\u{1}\u{7f}\0 ünï 痛み 🌊 e\u{301}"),
    .entries([]), .entries(["", "one", "two, \"2\""]), .gate(outcome: Gate.clear, hold: nil),
    .practised(.init(practice: "listening", minutes: 1, seconds: 60, early: false, ownPace: true)),
    .practised(.init(practice: "x", minutes: 10, seconds: 3, early: true, ownPace: false)),
  ] + Hold.allCases.map { .gate(outcome: $0.rawValue, hold: $0) }
