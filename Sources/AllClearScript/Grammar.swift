/// The one table of the language: which keys each map of a file knows, and what each of them takes.
///
/// The parsers ask it which keys they know; schema.json is written from it. `Grammar+Files`,
/// `Grammar+Steps` and `Grammar+Lists` hold its lines.
enum Grammar {
  /// A map of a file: what it is, and its keys.
  struct Map {
    /// Names it in schema.json.
    var name: String
    /// What it is in a message: `a cue`.
    var what: String
    var about: String
    var keys: [Key]

    /// The keys' names, as the parsers know them.
    var names: [String] { keys.map(\.name) }
  }

  /// A key of a map.
  struct Key {
    var name: String
    var shape: Shape
    /// One sentence, or part of one.
    var about: String
    var isRequired: Bool

    init(_ name: String, _ shape: Shape, _ about: String, required: Bool = false) {
      self.name = name
      self.shape = shape
      self.about = about
      isRequired = required
    }
  }

  /// What a key takes.
  enum Shape {
    /// Words on a line.
    case text
    /// Words that may be `""` until somebody has looked.
    case mayBeEmpty
    /// Paragraphs with light Markdown.
    case prose
    case id
    case ids
    /// Texts in a list, so many of them.
    case texts(ClosedRange<Int>?)
    case whole(ClosedRange<Int>)
    case wholes(ClosedRange<Int>)
    case yesNo
    /// `90s` or `3m`.
    case duration
    /// `"m:ss"`.
    case time
    /// `2026-11-22`, or `""`.
    case date
    case condition
    /// A file below the language's folder.
    case path
    /// One of these words.
    case word([String])
    /// Source ids, or `none`.
    case sources
    /// What is named here, in a list.
    case list(Name, ClosedRange<Int>)
    case map(Name)
    /// A map or list that its own parser alone knows.
    case other
    /// A map of names of one's own, or of those given, each with a text.
    case named(keys: [String]?, Values)

    enum Values {
      case text, prose, word([String]), cues, phrase
    }
  }

  /// The maps that lie within others.
  enum Name: String, CaseIterable {
    case step, option, gateOption = "gate-option", cue, repetition = "repeat"
    case moduleEntry = "module-entry", practiceEntry = "practice-entry", pageEntry = "page-entry"
    case measureEntry = "measure-entry", shelf, number, country, source
    case item, itemOption = "item-option", score, scoreRange = "score-range"
    case schedule, booster, repeated, lexiconEntry = "lexicon-entry", stop, show
  }

  static func map(_ name: Name) -> Map {
    switch name {
    case .step: anyStep
    case .option: option
    case .gateOption: gateOption
    case .cue: cue
    case .repetition: repetition
    case .moduleEntry: moduleEntry
    case .practiceEntry: practiceEntry
    case .pageEntry: pageEntry
    case .measureEntry: measureEntry
    case .shelf: shelf
    case .number: number
    case .country: country
    case .source: source
    case .item: item
    case .itemOption: itemOption
    case .score: score
    case .scoreRange: scoreRange
    case .schedule: schedule
    case .booster: booster
    case .repeated: repeated
    case .lexiconEntry: lexiconEntry
    case .stop: stop
    case .show: show
    }
  }

  /// Where a key belongs that stands at the wrong kind of step or option: `it belongs to ...`.
  static func owner(of key: String) -> String? {
    var owners = stepKinds.filter { kind in
      kind.name != key && kind.own.contains { $0.name == key }
    }.map { "`\($0.name)`" }
    if repetition.names.contains(key) { owners.append("the map of `repeat`") }
    if option.names.contains(key), key != "id" { owners.append("an option") }
    if gateOption.names.contains(key), !option.names.contains(key) {
      owners.append("a gate's option")
    }
    guard let last = owners.popLast() else { return nil }
    let first = owners.joined(separator: ", ")
    return "it belongs to " + (first.isEmpty ? last : "\(first) and \(last)")
  }
}

extension Fields {
  /// Takes a map by its line in the table.
  init?(_ node: YAMLNode, _ map: Grammar.Map, report: Report) {
    self.init(node, what: map.what, known: map.names, report: report)
  }

  /// Takes a whole file's entries by its line in the table.
  init(_ entries: [YAMLNode.Entry], at: Position, _ map: Grammar.Map, report: Report) {
    self.init(entries, at: at, what: map.what, known: map.names, report: report)
  }
}
