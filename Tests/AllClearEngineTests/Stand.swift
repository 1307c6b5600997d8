import AllClearEngine

/// Where a module stands after answers that were given at minute 0, asked at minute `minute`.
func stand(
  _ elements: [Module.Element], _ given: [StepKey: Answer], minute: Int = 0,
  earlier: Facts = Facts(),
  own: [OwnList: [String]] = [:], holds: Set<Hold> = []
) -> Position {
  Position(
    in: Module(id: "m", title: "m", steps: elements),
    answers: Answers(
      given: given.mapValues { Answers.Given($0, at: Wall(milliseconds: 0)) }, earlier: earlier,
      own: OwnLists(own), holds: holds),
    now: Wall(milliseconds: Int64(minute) * 60_000))
}

func stand(
  _ steps: [Step], _ given: [String: Answer], minute: Int = 0, earlier: Facts = Facts(),
  own: [OwnList: [String]] = [:], holds: Set<Hold> = []
) -> Position {
  stand(
    steps.map(Module.Element.step),
    Dictionary(uniqueKeysWithValues: given.map { (StepKey($0.key), $0.value) }), minute: minute,
    earlier: earlier, own: own, holds: holds)
}

extension OwnLists {
  /// Lists with these lines.
  init(_ lists: [OwnList: [String]]) {
    self.init()
    for (number, list) in lists.keys.sorted(by: { $0.rawValue < $1.rawValue }).enumerated() {
      let record = RecordID(session: SessionID(sitting: "z", number: 1), number: number + 1)
      add(lists[list] ?? [], to: list, by: record, at: Wall(milliseconds: 0))
    }
  }
}

extension Position {
  /// The next step and its turn, or `end`.
  var at: String {
    next.map { $0.step.id + ($0.turn > 1 ? "/\($0.turn)" : "") } ?? "end"
  }
}

let practisedOnce = Answer.practised(
  Answer.Practised(practice: "p", minutes: 1, seconds: 60, early: false, ownPace: false))
