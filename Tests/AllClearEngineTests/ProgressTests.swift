import AllClearMeasures
import Testing

@testable import AllClearEngine

/// What has changed: the fold, its pages, and the way there.
@Suite("What has changed")
struct ProgressTests {
  private static let start = 20_000

  private static func record(
    _ value: Record.Value, _ step: String = "s", session: Int = 1, number: Int = 1, day: Int = 0,
    module: String = "m"
  ) -> Record {
    let id = SessionID(sitting: "a", number: session)
    return Record(
      id: RecordID(session: id, number: number), value: value, module: module, step: step,
      at: Wall(milliseconds: Int64(start + day) * 86_400_000))
  }

  private static func rated(_ field: CheckIn.Field, _ number: Int, week: Int) -> Record {
    record(
      .answer(.number(number)), field.rawValue, session: week + 1,
      number: 100 + (CheckIn.Field.allCases.firstIndex(of: field) ?? 0),
      day: week * 7, module: week == 0 ? CheckIn.story : CheckIn.module)
  }

  private static func told(_ records: [Record]) -> Progress {
    records.reduce(into: Progress()) { $0.apply($1, in: $1.module) }
  }

  private static func pages(_ progress: Progress, table: Bool = false) -> ProgressPages {
    ProgressPages(
      progress, program: .small, today: CivilDay(number: start + 100), hasTable: table)
  }

  private static let everything: Progress = {
    var records = [
      record(.answer(.entries(["disc"]), into: .causes), number: 1),
      record(.answer(.entries(["worry"]), into: .causes), number: 2, day: 30),
      record(.answer(.entries(["it moves"]), into: .evidence), number: 3, day: 3),
      record(
        .answer(
          .practised(
            .init(practice: "listening", minutes: 3, seconds: 170, early: true, ownPace: false))),
        number: 4, day: 4),
    ]
    for week in 0..<3 {
      records += [
        rated(.pain, 6 - week, week: week), rated(.danger, 7 - week * 2, week: week),
        rated(.doing, 5, week: week),
      ]
    }
    for (day, happened) in [(20, Experiment.Happened.no), (21, .partly)] {
      var experiment = Experiment(
        id: "a.9/\(day)", day: CivilDay(number: start + day), done: .did)
      experiment.movement = "bending"
      experiment.fear = 30 - day
      experiment.feared = "it locks"
      experiment.happened = happened
      records.append(record(.experiment(experiment), "experiment \(day)", number: day, day: day))
    }
    return told(records)
  }()

  @Test("Parts come in the order that protects the therapy, pain last")
  func order() {
    #expect(Self.pages(Self.everything).parts == ProgressPart.allCases)
    #expect(ProgressPart.allCases.last == .pain)
    #expect(Self.pages(Progress()).parts.isEmpty)
    #expect(Self.pages(Progress()).opening == "changed-nothing")
  }

  @Test("Who would rather not be asked for numbers meets none", arguments: [0, 1])
  func noNumbers(other: Int) {
    var progress = Self.everything
    progress.numbers = other == 0 ? .never : .notOn(CivilDay(number: Self.start + 100))
    let pages = Self.pages(progress)
    #expect(pages.parts == [.causes, .evidence, .movements, .practice])
    #expect(!pages.prose(.movements).blocks.contains(.item([.plain("tried-fear")])))
    progress.numbers = .notOn(CivilDay(number: Self.start + 99))
    #expect(Self.pages(progress).parts.contains(.pain))
  }

  @Test("A number is laid beside one's own beginning, drawn, and said beneath")
  func course() {
    let pages = Self.pages(Self.everything)
    let blocks = pages.prose(.pain).blocks
    guard case .chart(let chart) = blocks.first, case .paragraph(let runs) = blocks[1] else {
      Issue.record("no chart")
      return
    }
    #expect(chart.points.map(\.value) == [6, 5, 4] && chart.top == 10)
    #expect(runs == [.plain("changed-from changed-felt")])
    // 30 of 100 parts, or 2 points: one less of 6 is neither.
    var less = Self.everything
    less.checkIns[1].pain = 5
    #expect(Self.pages(less).prose(.pain).plainText.contains("changed-from changed-not-felt"))
    #expect(!Self.pages(less).prose(.pain).plainText.contains("changed-risen"))
    less.checkIns[1].pain = 8
    #expect(Self.pages(less).prose(.pain).plainText.contains("changed-risen"))
  }

  @Test("A number that stands alone is no change")
  func once() {
    let pages = Self.pages(Self.told([Self.rated(.danger, 4, week: 0)]))
    #expect(pages.prose(.fear).blocks == [.paragraph([.plain("changed-once")])])
  }

  @Test("What was feared is counted against what happened")
  func feared() {
    #expect(Self.everything.feared == (2, 1, 1, 0))
    #expect(Self.everything.movements == ["bending"])
    #expect(
      Self.everything.fears.map(\.points) == [
        [
          Chart.Point(day: CivilDay(number: Self.start + 20), value: 10),
          Chart.Point(day: CivilDay(number: Self.start + 21), value: 9),
        ]
      ])
  }

  @Test("The causes told first and last stand with their days; told once they are told once")
  func causes() {
    let pages = Self.pages(Self.everything)
    #expect(
      pages.prose(.causes).plainText == "changed-causes-then\n- disc\nchanged-causes-now\n- worry")
    let once = Self.told([Self.record(.answer(.entries(["disc"]), into: .causes))])
    #expect(Self.pages(once).prose(.causes).plainText.hasSuffix("changed-causes-once"))
  }

  @Test("Weeks of practice are counted from the first, and never more bars than have room")
  func weeks() {
    var progress = Progress()
    for week in [0, 1, 5, 519] {
      progress.practise(
        "listening", rounds: 1, seconds: 60, on: CivilDay(number: Self.start + week * 7 + week % 7))
    }
    #expect(progress.minutes(weeks: 1).count == 520)
    #expect(progress.minutes(weeks: 1).prefix(6).map(\.value) == [1, 1, 0, 0, 0, 1])
    let blocks = Self.pages(progress, table: true).prose(.practice).blocks
    guard case .chart(let chart) = blocks.first else {
      Issue.record("no chart")
      return
    }
    #expect(chart.points.count <= 30 && chart.points.reduce(0) { $0 + $1.value } == 4)
    // Nothing is told of weeks without any.
    let rows = blocks.filter { $0 == .item([.plain("changed-row")]) }
    #expect(rows.count == chart.points.count { $0.value > 0 })
  }

  // MARK: The way there

  private func begun() -> Scenario {
    var scenario = Scenario()
    scenario.journal.write(
      [
        Self.record(.answer(.entries(["disc"]), into: .causes), "causes", number: 1),
        Self.record(.answer(.number(6)), "pain", number: 2, module: CheckIn.story),
      ],
      in: SessionInfo(
        id: SessionID(sitting: "a", number: 1), module: CheckIn.story, contentHash: "",
        appVersion: ""))
    scenario.relaunch("d")
    return scenario
  }

  @Test("It is brought when it is opened, and pain is a choice of its own")
  func way() {
    var scenario = begun()
    scenario.go(.begin(.home), .pick("more"))
    scenario.send(
      .pick("changed"), ["load progress"],
      shows: "choose changed-question [causes pain numbers back]")
    scenario.go(.pick("causes"))
    #expect(scenario.app.prompt.heading == "changed-causes")
    #expect(scenario.app.prompt.choiceIDs == ["back"])
    scenario.go(.pick("back"), .pick("pain"))
    #expect(scenario.app.prompt.choiceIDs == ["table", "back"])
  }

  @Test("No numbers, chosen there, takes them away there")
  func chosen() {
    var scenario = begun()
    scenario.go(.begin(.home), .pick("more"), .pick("changed"), .pick("numbers"), .pick("no"))
    #expect(scenario.app.prompt.choiceIDs == ["causes", "numbers", "back"])
    guard case .choose(let prose, _, _) = scenario.app.prompt.body else { return }
    #expect(prose.plainText.contains("changed-numbers-off"))
  }

  @Test("Where it cannot be read it says so, and there is a way back")
  func unread() {
    var scenario = begun()
    scenario.library.isUnreadable = true
    scenario.go(.begin(.home), .pick("more"), .pick("changed"))
    #expect(scenario.app.prompt.note == "choose changed-unread [numbers back]")
  }

  @Test("Nothing leads there before there is anything that could change")
  func nothing() {
    var scenario = Scenario()
    scenario.journal.write(
      [Self.record(.started)],
      in: SessionInfo(
        id: SessionID(sitting: "a", number: 1), module: "m", contentHash: "", appVersion: ""))
    scenario.relaunch("d")
    scenario.go(.begin(.home), .pick("more"))
    #expect(!scenario.app.prompt.choiceIDs.contains("changed"))
  }

  @Test("Kinds of causes stand beside both lists only, and can be put right and taken back there")
  func kinds() throws {
    var scenario = begun()
    scenario.go(.begin(.home), .pick("more"), .pick("changed"))
    scenario.go(.pick("causes"))
    #expect(scenario.app.prompt.choiceIDs == ["back"], "one list, and no kinds")
    scenario.journal.write(
      [Self.record(.answer(.entries(["worry", "luck"]), into: .causes), number: 9, day: 30)],
      in: SessionInfo(
        id: SessionID(sitting: "a", number: 1), module: "m", contentHash: "", appVersion: ""))
    scenario.relaunch("kinds")
    scenario.go(.begin(.home), .pick("more"), .pick("changed"), .pick("causes"))
    func page() -> String {
      guard case .choose(let prose, _, _) = scenario.app.prompt.body else { return "" }
      return prose.plainText
    }
    #expect(page().contains("changed-causes-kind"))
    #expect(page().contains("changed-causes-score"))
    #expect(scenario.app.prompt.choiceIDs == ["kinds", "back"])
    let luck = try #require(scenario.digest.own.causesTellings.last?.lines.last)
    #expect(luck.text == "luck")
    scenario.go(.pick("kinds"))
    #expect(scenario.app.prompt.choiceIDs.count == 4)
    scenario.go(.pick(luck.id.text), .pick("stress"))
    #expect(scenario.digest.own[.causes, luck.id]?.kind == .stress)
    #expect(scenario.app.prompt.place.hasPrefix("menu:cause-kinds"))
    scenario.go(.undo)
    #expect(scenario.digest.own[.causes, luck.id]?.kind == nil)
  }

  @Test("A kind by the person's own word stands over the coder's, and the change is what is told")
  func score() {
    var progress = Progress()
    progress.apply(
      Self.record(.answer(.entries(["disc"]), into: .causes), number: 1), in: "m")
    let second = Self.record(
      .answer(.entries(["worry", "luck"]), into: .causes), number: 2, day: 30)
    progress.apply(second, in: "m")
    let coder = CauseCoder(lexicon: .small)
    func pages(_ progress: Progress) -> ProgressPages {
      let texts = progress.own.causesTellings.flatMap(\.lines).map(\.text)
      return ProgressPages(
        progress, program: .small, today: CivilDay(number: Self.start + 100),
        codes: Dictionary(uniqueKeysWithValues: texts.map { ($0, coder.code($0)) }))
    }
    let told = progress.own.causesTellings
    #expect(told.map { pages(progress).mindBrain($0) } == [0, 1])
    progress.apply(
      Self.record(
        .entry(OwnEntry.ID(record: second.id, index: 1), .kind(.stress)), number: 3, day: 31),
      in: "m")
    #expect(progress.own.causesTellings.map { pages(progress).mindBrain($0) } == [0, 2])
    let without = ProgressPages(progress, program: .small, today: CivilDay(number: 1))
    #expect(without.mindBrain(told[0]) == nil, "without a lexicon no score")
  }
}
