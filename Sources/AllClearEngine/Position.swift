public import AllClearMeasures

/// A session's standing answers, and what else conditions may ask about.
public struct Answers: Hashable, Sendable {
  /// What was answered in this session, by step and turn.
  public var given: [StepKey: Given]
  /// What stood before this session began.
  public var earlier: Facts
  /// The person's own lists, as they are now.
  public var own: OwnLists
  /// The holds that stand now.
  public var holds: Set<Hold>
  /// What the person has asked for.
  public var wishes: Set<Wish>
  /// The movement that is tried in this session, or else the one that is asked about.
  public var experiment: Experiment?
  public var standing: CourseStanding

  /// Starts with no answer in the session.
  public init(
    given: [StepKey: Given] = [:], earlier: Facts = Facts(), own: OwnLists = OwnLists(),
    holds: Set<Hold> = [], wishes: Set<Wish> = [], experiment: Experiment? = nil,
    standing: CourseStanding = CourseStanding()
  ) {
    self.given = given
    self.earlier = earlier
    self.own = own
    self.holds = holds
    self.wishes = wishes
    self.experiment = experiment
    self.standing = standing
  }

  /// Where the person is in the course.
  public struct CourseStanding: Hashable, Sendable {
    /// Questionnaires and hellos that are due.
    public var due: Set<String>
    public var course: Course.Standing
    public var week: Int
    public var hellos: Int

    /// Makes a standing; at first the course has not begun.
    public init(
      due: Set<String> = [], course: Course.Standing = .unknown, week: Int = 0, hellos: Int = 0
    ) {
      self.due = due
      self.course = course
      self.week = week
      self.hellos = hellos
    }
  }

  /// An answer, when it was given, and the record that keeps it.
  public struct Given: Hashable, Sendable {
    public var answer: Answer
    public var at: Wall
    /// `nil` where it is kept in memory only.
    public var record: RecordID?

    /// Makes a given answer.
    public init(_ answer: Answer, at: Wall, record: RecordID? = nil) {
      self.answer = answer
      self.at = at
      self.record = record
    }
  }
}

/// Where a session stands: a function of module and answers, never a stored cursor.
///
/// The next step is the first enabled one without an answer after the furthest step answered in this
/// session. What stands before that is not asked any more, unless it is a gate, or a step that is
/// asked for *now*, whose answer has grown old before the practice that it chooses was done. Answers
/// to steps that are not enabled do not count.
public struct Position: Hashable, Sendable {
  /// The step to present, in its turn; `nil` when the session is at its end.
  public private(set) var next: Place?
  /// The answers that count, the latest turn of each step last.
  public private(set) var counted: [StepKey: Answer] = [:]
  /// Every enabled step in its turn, in order.
  public private(set) var enabled: [Place] = []
  /// Those of them that are safety questions.
  public private(set) var gates: [Place] = []
  /// Whether an answer ended the session before its last step.
  public private(set) var ended = false
  /// The options that the next step offers, where it is a choice.
  public private(set) var offered: [Option] = []

  /// How old, in minutes, an answer to a step marked `now` may grow.
  public static let nowMinutes = 60

  /// A step in a turn.
  public struct Place: Hashable, Sendable {
    public var step: Step
    public var turn: Int

    /// Its name.
    public var key: StepKey { StepKey(step.id, turn: turn) }
  }

  private var latest: [String: Answer] = [:]
  private var totals: [String: Module.Total] = [:]

  /// Finds where a session stands.
  /// - Parameter now: decides which answers to steps marked `now` have grown old.
  public init(in module: Module, answers: Answers, now: Wall) {
    totals = module.totals
    for element in module.steps where !ended {
      switch element {
      case .step(let step): visit(step, turn: 1, in: nil, answers)
      case .group(let group): visit(group, answers)
      }
    }
    let furthest = enabled.lastIndex { counted[$0.key] != nil } ?? -1
    let practised =
      enabled.lastIndex { place in
        counted[place.key].map { place.step.isPractised(with: $0) } == true
      } ?? -1
    next =
      ended
      ? nil
      : enabled.indices.first { index in
        let place = enabled[index]
        guard let given = answers.given[place.key], counted[place.key] != nil else {
          return index > furthest || place.step.isGate
        }
        // A clock that was set back says nothing about how old an answer is.
        let age = now.minutes(since: given.at)
        return place.step.asksNow && index > practised && !(0...Self.nowMinutes ~= age)
      }.map { enabled[$0] }
    guard let next, case .choose(_, let options, _) = next.step.kind else { return }
    let group = module.group(of: next.step.id)
    offered = options.filter { option in
      option.when.map { isTrue($0, turn: next.turn, in: group, answers) } ?? true
    }
  }

  /// The answer that counts for a step in its latest turn.
  public func answer(_ step: String) -> Answer? { latest[step] }

  private mutating func visit(_ group: Module.Group, _ answers: Answers) {
    if let when = group.when, !isTrue(when, turn: 1, in: nil, answers) { return }
    for turn in 1...max(group.atMost, 1) {
      let before = enabled.count
      for step in group.steps where !ended {
        visit(step, turn: turn, in: group, answers)
      }
      let pass = enabled[before...]
      // What an edit added before the last answer of the pass is not asked in it, unless a gate.
      let last = pass.lastIndex { counted[$0.key] != nil } ?? before
      let isComplete = pass.indices.allSatisfy {
        counted[pass[$0].key] != nil || ($0 < last && !pass[$0].step.isGate)
      }
      let hasLater = answers.given.keys.contains { key in
        key.turn > turn && group.steps.contains { $0.id == key.step }
      }
      let goesOn = isComplete ? !isTrue(group.until, turn: turn, in: group, answers) : hasLater
      if ended || pass.isEmpty || !goesOn { return }
    }
  }

  private mutating func visit(
    _ step: Step, turn: Int, in group: Module.Group?, _ answers: Answers
  ) {
    if let when = step.when, !isTrue(when, turn: turn, in: group, answers) { return }
    let sorted = step.sorts.flatMap { latest[$0] }
    // Only a yes has to be sorted.
    if step.sorts != nil, sorted?.isYes != true { return }
    let place = Place(step: step, turn: turn)
    enabled.append(place)
    if step.isGate { gates.append(place) }
    guard let answer = answers.given[place.key]?.answer, step.takes(answer) else { return }
    // While the sorted gate still holds, an answer here is older than its yes and sorts nothing.
    if case .gate(_, .some) = sorted { return }
    counted[place.key] = answer
    latest[step.id] = answer
    if step.ends(with: answer) { ended = true }
  }

  private func isTrue(
    _ predicate: Predicate, turn: Int, in group: Module.Group?, _ answers: Answers
  ) -> Bool {
    let standing = answers.standing
    return predicate.isTrue(
      Predicate.Standing(
        held: answers.holds.contains, wished: answers.wishes.contains, due: standing.due.contains,
        course: standing.course, score: total)
    ) { reference in
      switch reference {
      case .step(let id):
        if let group, group.steps.contains(where: { $0.id == id }) {
          counted[StepKey(id, turn: turn)]
        } else {
          latest[id]
        }
      case .earlier(let module, let step): answers.earlier[module, step]
      case .own(let list):
        answers.own[list].isEmpty ? nil : .entries(answers.own.texts(list))
      case .experiment(let field): answers.experiment?.answer(field)
      case .course(.week): .number(standing.week)
      case .course(.hellos): .number(standing.hellos)
      }
    }
  }

  /// The total of a questionnaire that stands as this step; `nil` while an item has no answer.
  private func total(_ step: String) -> Int? {
    guard let points = totals[step] else { return nil }
    var total = 0
    for (item, options) in points {
      guard case .option(let id) = latest[item], let point = options[id] else { return nil }
      total += point
    }
    return total
  }
}

extension Module {
  /// The repeated group that holds a step.
  fileprivate func group(of step: String) -> Group? {
    for case .group(let group) in steps where group.steps.contains(where: { $0.id == step }) {
      return group
    }
    return nil
  }
}

extension Step {
  /// Whether the step is a safety question.
  public var isGate: Bool {
    if case .gate = kind { true } else { false }
  }

  /// The gate whose yes this step sorts.
  var sorts: String? {
    if case .gate(let gate) = kind { gate.sorts } else { nil }
  }

  /// Whether an answer is of the kind that the step takes; an edit may have made it another step.
  public func takes(_ answer: Answer) -> Bool {
    switch (kind, answer) {
    case (.gate, .gate): true
    case (.gate, _): false
    case (_, .skipped), (.say, .seen), (.show, .seen), (.scale, .number), (.collect, .entries),
      (.practice, .practised), (.pick, .text):
      true
    // Words that were let go leave only that they were written.
    case (.write, .text), (.write, .seen): true
    case (.exposure, .option(let id)): Exposure(rawValue: id) != nil
    case (.choose(_, _, let many), .option): !many
    case (.choose(_, _, let many), .options): many
    default: false
    }
  }

  /// Whether an answer says that something was done: a practice, or some of an exposure.
  func isPractised(with answer: Answer) -> Bool {
    switch (kind, answer) {
    case (.practice, .practised): true
    case (.exposure, _): Exposure(answer)?.isPractised == true
    default: false
    }
  }

  /// Whether the session ends with this answer.
  func ends(with answer: Answer) -> Bool {
    if endsSession { return true }
    guard case .choose(_, let options, _) = kind else { return false }
    return options.contains { option in
      switch answer {
      case .option(let id): option.endsSession && option.id == id
      case .options(let ids): option.endsSession && ids.contains(option.id)
      default: false
      }
    }
  }
}

extension Answer {
  /// Whether a safety question was answered by anything but a no.
  fileprivate var isYes: Bool {
    guard case .gate(let outcome, let hold) = self else { return false }
    return hold != nil || (outcome != Gate.clear && outcome != Gate.seen)
  }
}
