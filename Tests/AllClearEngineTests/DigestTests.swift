import Testing

@testable import AllClearEngine

@Suite("The digest and what holds")
struct DigestTests {
  private func record(
    _ value: Record.Value, _ step: String = "s", session: Int = 1, day: Int = 0,
    for old: Int? = nil,
    number: Int = 1, module: String = "m"
  ) -> Record {
    let id = SessionID(sitting: "a", number: session)
    return Record(
      id: RecordID(session: id, number: number), value: value, module: module, step: step,
      at: Wall(milliseconds: Int64(day) * 86_400_000),
      supersedes: old.map { RecordID(session: id, number: $0) })
  }

  private func gate(_ hold: Hold?, day: Int, from origin: Record.Origin = .journal) -> Record {
    var record = record(
      .answer(.gate(outcome: hold?.rawValue ?? Gate.clear, hold: hold)), "numb", day: day)
    record.origin = origin
    return record
  }

  private func standing(_ digest: Digest) -> Set<Hold> {
    Holds(digest, sitting: [], now: Wall(milliseconds: 9 * 86_400_000)).standing
  }

  @Test("What was answered elsewhere can hold, and takes away nothing that holds here")
  func elsewhere() {
    var digest = Digest()
    digest.apply(gate(.emergency, day: 1), in: "safety")
    digest.apply(gate(nil, day: 2, from: .imported), in: "safety")
    #expect(standing(digest) == [.emergency])
    digest.apply(gate(.sameDay, day: 3, from: .imported), in: "safety")
    #expect(standing(digest) == [.emergency, .sameDay])
    #expect(digest.latestGate(holding: .emergency) == "m.numb")
    digest.apply(gate(nil, day: 4), in: "safety")
    #expect(standing(digest) == [], "answered here since, that counts for both")
    digest.apply(gate(.emergency, day: 5, from: .imported), in: "safety")
    #expect(standing(digest) == [.emergency])
    #expect(digest.latestGate(holding: .emergency) == "m.numb")
  }

  @Test("To go gently no more, said elsewhere, lifts nothing that a question here holds")
  func gentleElsewhere() {
    var digest = Digest()
    digest.apply(gate(.gentle, day: 1), in: "safety")
    var choice = record(.personal(.gentle(false)), "gentle", day: 2)
    choice.origin = .imported
    digest.apply(choice, in: "safety")
    #expect(standing(digest) == [.gentle])
    choice.origin = .journal
    digest.apply(choice, in: "safety")
    #expect(standing(digest) == [])
  }

  private func practised(_ id: String) -> Answer {
    .practised(Answer.Practised(practice: id, minutes: 1, seconds: 1, early: false, ownPace: false))
  }

  @Test("Sessions stand in the order of their last record, one a module, until they end")
  func unfinished() {
    var digest = Digest()
    digest.apply(record(.started, session: 1), in: "m")
    digest.apply(record(.started, session: 2), in: "n")
    digest.apply(record(.answer(.seen), session: 1, day: 1), in: "m")
    #expect(digest.unfinished.map(\.id.number) == [2, 1])
    digest.apply(record(.started, session: 3), in: "m")
    #expect(digest.unfinished.map(\.id.number) == [2, 3])
    digest.apply(record(.finished(.completed), session: 2, day: 2), in: "n")
    digest.apply(record(.finished(.ended), session: 3), in: "m")
    #expect(digest.unfinished.isEmpty && digest.finished.keys.sorted() == ["n"])
  }

  @Test("Causes are the last told, other lists grow, and practices are counted")
  func lists() {
    var digest = Digest()
    var number = 0
    for entries in [["a"], ["b", "c"]] {
      for list in [OwnList.causes, .doubts] {
        number += 1
        digest.apply(record(.answer(.entries(entries), into: list), number: number), in: "m")
      }
      digest.apply(record(.answer(practised("p"))), in: "m")
    }
    #expect(digest.own.texts(.causes) == ["b", "c"])
    #expect(digest.own.causesTold == [["a"], ["b", "c"]])
    #expect(digest.own.texts(.doubts) == ["a", "b", "c"])
    #expect(digest.practised == ["p": 2])
  }

  @Test(
    "A pass is ended by what is new, urgent, sorted or seen, and by nothing else",
    arguments: [
      (Answer.gate(outcome: "new", hold: nil), true), (.gate(outcome: "x", hold: .emergency), true),
      (.gate(outcome: "x", hold: .sameDay), true), (.gate(outcome: "emergency", hold: nil), true),
      (.gate(outcome: "same-day", hold: nil), true), (.gate(outcome: "seen", hold: nil), true),
      (.gate(outcome: "clear", hold: nil), false), (.gate(outcome: "x", hold: .gentle), false),
      (.gate(outcome: "not-examined", hold: .notExamined), false), (.option("new"), false),
    ])
  func endsPass(answer: Answer, ends: Bool) {
    var digest = Digest()
    digest.apply(record(.passed), in: "m")
    digest.apply(record(.answer(answer)), in: "m")
    #expect((digest.passedAt == nil) == ends)
  }

  @Test("A record that takes another back leaves no mark of its own")
  func retracted() {
    var digest = Digest()
    digest.apply(record(.started), in: "m")
    let before = digest
    digest.apply(record(.retracted, day: 9), in: "m")
    #expect(digest == before)
  }

  @Test("The page that stands in the way is that of the latest emergency, however gates are named")
  func stopGate() {
    var digest = Digest()
    for (name, day) in [("c", 1), ("a", 2), ("z", 2), ("b", 0)] {
      digest.apply(
        record(.answer(.gate(outcome: "x", hold: .emergency)), name, day: day), in: "m")
    }
    let holds = Holds(digest, sitting: [.gentle], now: Wall(milliseconds: 0))
    #expect(holds.stopGate == "m.z" && holds.standing == [.emergency, .gentle])
  }

  @Test("The ledger takes out what a record replaces, whether it is of this sitting or before it")
  func ledger() {
    let first = record(.answer(.entries(["a", "b"]), into: .doubts), number: 1)
    let practice = record(.answer(practised("p")), "t", number: 2)
    let second = record(.answer(.entries(["c"]), into: .doubts), for: 1, number: 3)
    let again = record(.answer(practised("p")), "t", for: 2, number: 4)
    let expected = [second, again].reduce(into: Digest()) { $0.apply($1, in: "m") }
    var here = Ledger(Digest())
    for record in [first, practice, second, again] { here.add(record, in: "m") }
    #expect(here.digest == expected)

    var old = Digest()
    for record in [first, practice] { old.apply(record, in: "m") }
    var later = Ledger(old)
    later.add(second, in: "m", insteadOf: .entries(["a", "b"]))
    later.add(again, in: "m", insteadOf: practised("p"))
    #expect(later.digest == expected)
  }
}
