import AllClearEngine

/// What kind of answer a step gives, for those who ask about it.
enum AnswerType {
  case card
  case option(ids: [String], doors: [String])
  case number, text, list, practised
  /// A number with no upper end: weeks, hellos.
  case count
  /// Did it, did part of it, or not today.
  case exposure
  case gate(outcomes: [String], options: [(id: String, outcome: String)])
  /// A step that has faults of its own: nothing is said about it twice.
  case unknown

  init(_ step: ParsedStep) {
    switch step.kind {
    case .say, .show: self = .card
    case .choose(_, let options, _):
      self = .option(
        ids: options.filter { $0.door == nil }.map(\.option.id),
        doors: options.filter { $0.door != nil }.map(\.option.id))
    case .scale: self = .number
    case .write: self = .text
    case .collect: self = .list
    case .practice: self = .practised
    case .gate(let gate):
      self = .gate(
        outcomes: gate.options.map(\.option.outcome) + [Gate.seen],
        options: gate.options.map { ($0.option.id, $0.option.outcome) })
    case .exposure: self = .exposure
    case .pick: self = .text
    case .measure, .broken: self = .unknown
    }
  }

  /// What is told of a movement that was tried.
  init(_ field: Experiment.Field) {
    switch field.given {
    case .option: self = .option(ids: Experiment.Happened.allCases.map(\.rawValue), doors: [])
    case .number: self = .number
    case .text, .list, .practised: self = .text
    }
  }

  /// How a message names it.
  var name: String {
    switch self {
    case .card: "a card, which asks nothing"
    case .option: "a choice"
    case .number: "a scale"
    case .count: "a count"
    case .text: "writing"
    case .list: "a list"
    case .practised: "a practice"
    case .exposure: "an exposure"
    case .gate: "a gate"
    case .unknown: "unknown"
    }
  }

  /// Whether program.yaml may give it under this type.
  func fits(_ given: Program.Given) -> Bool {
    switch self {
    case .unknown: true
    case .card: false
    case .option, .gate: given == .option
    case .number, .count: given == .number
    case .text: given == .text
    case .list: given == .list
    case .practised: given == .practised
    case .exposure: given == .option || given == .practised
    }
  }

  /// The type under which program.yaml gives it.
  var given: Program.Given? { Program.Given.allCases.first(where: fits) }
}

extension ParsedPredicate.Test {
  /// What the test needs, and whether a type fits.
  func fits(_ type: AnswerType) -> Bool {
    switch (self, type) {
    case (_, .unknown), (.has, .option), (.has, .gate), (.compare, .number), (.compare, .count),
      (.practised, .practised), (.endedEarly, .practised), (.has, .exposure),
      (.practised, .exposure):
      true
    case (.asked, .card), (.skipped, .card), (.skipped, .gate), (.skipped, .exposure): false
    case (.asked, _), (.skipped, _): true
    default: false
    }
  }

  func fits(_ given: Program.Given) -> Bool {
    switch self {
    case .has: given == .option
    case .compare: given == .number
    case .practised, .endedEarly: given == .practised
    case .asked, .skipped: true
    }
  }

  /// What it can be asked of.
  var needs: String {
    switch self {
    case .has: "`has` asks a choice, a gate or an exposure"
    case .compare: "a number is compared with a scale"
    case .practised: "`practised` asks a practice or an exposure"
    case .endedEarly: "`ended-early` asks a practice"
    case .asked: "`asked` asks a question"
    case .skipped: "`skipped` asks a question that can be skipped"
    }
  }
}
