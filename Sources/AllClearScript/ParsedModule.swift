import AllClearEngine

/// A module or page as its own file says it; names that reach beyond a step are not yet checked.
struct ParsedModule {
  var id: String
  var file: String
  var isPage: Bool
  var title: Text?
  var minutes: (value: Int, at: Position)?
  var isKept = true
  var isReviewed = false
  var why: Prose?
  var component: Component?
  var sources: [Text] = []
  var items: [Item] = []
  var source: SourceText
  var report: Report

  /// What stands in `steps`.
  enum Item {
    case step(ParsedStep)
    case group(ParsedGroup)
    case include(ParsedInclude)
  }
}

/// A step of a file.
struct ParsedStep {
  var id: Text
  var when: ParsedPredicate?
  var kind: Kind
  var why: Prose?
  var sources: Sources
  var notes: String?
  var isQuoted: Bool
  var asksNow: Bool
  var revises = false
  var endsSession: Bool
  var tells: Experiment.Tells?

  /// What the step does; `broken` where that was reported, so that its name is still known.
  enum Kind {
    case say(ParsedProse)
    case choose(ParsedProse, [ParsedOption], many: Bool)
    case scale(ParsedProse, Scale)
    case write(ParsedProse, isKept: Bool)
    case collect(ParsedProse, into: OwnList, atMost: Int)
    case practice(Text, minutes: Int, at: Position)
    case show(ParsedProse?, Exhibit)
    case exposure(ParsedProse, ParsedParts)
    case pick(ParsedProse, from: OwnList, other: Text)
    /// A questionnaire, before its items are unfolded.
    case measure(Text)
    case gate(ParsedGate)
    case broken
  }

  /// What the step rests on.
  enum Sources {
    case inherited
    /// `sources: none`, with its reason.
    case none
    case own([Text])
  }

  /// A step of which only the name is known.
  static func broken(_ id: Text) -> ParsedStep {
    ParsedStep(
      id: id, kind: .broken, sources: .inherited, isQuoted: false, asksNow: false,
      endsSession: false)
  }

  /// The text of the step, where it has one.
  var prose: ParsedProse? {
    switch kind {
    case .say(let prose), .choose(let prose, _, _), .scale(let prose, _), .write(let prose, _),
      .collect(let prose, _, _), .exposure(let prose, _), .pick(let prose, _, _):
      prose
    case .show(let prose, _): prose
    case .gate(let gate): gate.text
    case .practice, .measure, .broken: nil
    }
  }
}

/// An option of a question.
struct ParsedOption {
  var option: Option
  var id: Text
  var text: Text
  /// The name of what it opens.
  var door: Text?
  var evidence: Text?
  var when: ParsedPredicate?
}

/// The steps that an exposure names, as its file has them.
struct ParsedParts {
  var movement: [Text] = []
  var dose: [Text] = []
  var fear: Text?
  var feared: Text?
  var sure: Text?
  var expects: Text?
  var without: Text?
  var place: Text?

  /// What the engine keeps of them.
  var parts: Experiment.Parts {
    var parts = Experiment.Parts()
    parts.movement = movement.map(\.string)
    parts.dose = dose.map(\.string)
    parts.fear = fear?.string
    parts.feared = feared?.string
    parts.sure = sure?.string
    parts.expects = expects?.string
    parts.without = without?.string
    parts.place = place?.string
    return parts
  }
}

/// A safety question.
struct ParsedGate {
  var text: ParsedProse
  var options: [(option: Gate.Option, id: Text, text: Text)]
  var stops: [(hold: Hold, page: ParsedProse)]
  var sorts: Text?
  var at: Position
}

/// Steps that repeat.
struct ParsedGroup {
  var id: Text
  var when: ParsedPredicate?
  var until: ParsedPredicate?
  var atMost: Int
  var items: [ParsedModule.Item]
}

/// Steps of another module.
struct ParsedInclude {
  var module: Text
  /// All of them where `nil`.
  var steps: [Text]?
  var when: ParsedPredicate?
}
