import AllClearEngine
import AllClearStore
import CPseudoTerminal
import Glibc

/// Journals to measure with, written through the store as allclear writes its own.
enum Journals {
  static let many = 20_000

  /// Makes both journals: one as it is after the safety questions, one of years.
  static func make(_ setting: Setting) throws(Trouble) {
    do throws(StoreError) {
      try write(1, to: setting.folder + "/few/allclear/journal.sqlite")
      try write(many / 50, to: setting.folder + "/many/allclear/journal.sqlite")
    } catch { throw Trouble(text: "a journal cannot be written: \(error)") }
  }

  /// Sessions of fifty records, the safety questions first, the last one an hour ago.
  private static func write(_ sessions: Int, to path: String) throws(StoreError) {
    let store = try Store.open(.file(path))
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let last = Int64(time.tv_sec) * 1000 - 3_600_000
    for number in 1...sessions {
      let module = number == 1 ? "safety" : ["story", "tracking", "flare"][number % 3]
      let info = SessionInfo(
        id: SessionID(sitting: "00000000-0000-4000-8000-000000000000", number: number),
        module: module, contentHash: "0", appVersion: "bench")
      var values: [(step: String, value: Record.Value, shown: String?)] = [("", .started, nil)]
      for step in 0..<47 {
        values.append(("step-\(step)", value(step), "Question \(step) of \(module)\n4"))
      }
      values.append(("", .finished(number == 1 ? .completed : .ended), nil))
      values.append(("", .passed, nil))
      // A session a day; the pass goes with each, as if it were asked each time.
      let start = last - Int64(sessions - number) * 86_400_000
      let records = values.enumerated().map { index, entry in
        Record(
          id: RecordID(session: info.id, number: index + 1), value: entry.value, module: module,
          step: entry.step, shown: entry.shown,
          at: Wall(milliseconds: start + Int64(index) * 10_000, offset: 60))
      }
      try store.write(records, in: info)
    }
  }

  private static func value(_ step: Int) -> Record.Value {
    switch step % 6 {
    case 0: .answer(.seen)
    case 1: .answer(.number(step % 11))
    case 2: .answer(.option("usual"))
    case 3: .answer(.text("A few words about how the day has been, and what was easier."))
    case 4: .answer(.skipped)
    default:
      .answer(
        .practised(
          .init(practice: "listening", minutes: 1, seconds: 60, early: false, ownPace: false)))
    }
  }
}
