/// The keys of a map, asked for by name; what is missing, unknown or of the wrong shape is reported.
struct Fields {
  let at: Position
  /// What the map is, in a message: `a step`, `an option`.
  let what: String
  let report: Report
  private let values: [String: YAMLNode.Entry]

  /// Takes a map whose keys are among `known`; `nil` when the value is no map.
  init?(_ node: YAMLNode, what: String, known: [String], report: Report) {
    guard case .map(let entries) = node.content else {
      report.add(.wrongShape, at: node.at, "\(what) is a map of keys, and this is \(node.shape)")
      return nil
    }
    self.init(entries, at: node.at, what: what, known: known, report: report)
  }

  /// Takes entries whose keys are among `known`.
  init(
    _ entries: [YAMLNode.Entry], at: Position, what: String, known: [String], report: Report
  ) {
    self.at = at
    self.what = what
    self.report = report
    var values: [String: YAMLNode.Entry] = [:]
    for entry in entries where values[entry.key.string] == nil { values[entry.key.string] = entry }
    self.values = values
    if !known.isEmpty { refuseUnknown(known) }
  }

  /// Reports each key that is not among `known`; one that is known `elsewhere` is misplaced.
  func refuseUnknown(
    _ known: [String], elsewhere: (String) -> String? = { _ in nil }, of what: String? = nil
  ) {
    let what = what ?? self.what
    // A list of all the screens' words is searched for each of them.
    let known = Set(known)
    for (name, entry) in values where !known.contains(name) {
      if let owner = elsewhere(name) {
        report.add(
          .misplacedKey, at: entry.key.at, "'\(name)' does not belong to \(what); \(owner)")
      } else {
        let hint =
          name.contains(" ")
          ? "; put quotes around a text with a comma or `: ` in it"
          : NearestName.hint(name, in: known)
        report.add(
          .unknownKey, at: entry.key.at, "\(what) has no key '\(name.prefix(40))'" + hint)
      }
    }
  }

  /// The keys that are there.
  var names: Set<String> { Set(values.keys) }

  func has(_ key: String) -> Bool { values[key] != nil }

  func place(_ key: String) -> Position { values[key]?.key.at ?? at }

  /// The value of a key, or `nil`; a required one that is missing is reported.
  func node(_ key: String, required: Bool = false) -> YAMLNode? {
    if let entry = values[key] { return entry.value }
    if required { report.add(.missingKey, at: at, "\(what) needs `\(key)`") }
    return nil
  }

  /// A text that says something.
  func text(_ key: String, required: Bool = false, mayBeEmpty: Bool = false) -> Text? {
    guard let node = node(key, required: required) else { return nil }
    guard let text = Self.text(node, "'\(key)'", report) else { return nil }
    guard mayBeEmpty || !text.isEmpty else {
      report.add(.emptyText, at: place(key), "'\(key)' says nothing; write it or leave the key out")
      return nil
    }
    return text
  }

  static func text(_ node: YAMLNode, _ what: String, _ report: Report) -> Text? {
    guard case .text(let text) = node.content else {
      let hint =
        if case .map = node.content { "; put quotes around a text with `: ` in it" } else { "" }
      report.add(.wrongShape, at: node.at, "\(what) is a text, and this is \(node.shape)\(hint)")
      return nil
    }
    return text
  }

  func list(_ key: String, required: Bool = false) -> [YAMLNode]? {
    guard let node = node(key, required: required) else { return nil }
    guard case .list(let items) = node.content else {
      report.add(.wrongShape, at: node.at, "'\(key)' is a list, and this is \(node.shape)")
      return nil
    }
    return items
  }

  func texts(_ key: String, required: Bool = false) -> [Text]? {
    list(key, required: required)?.compactMap { Self.text($0, "an entry of '\(key)'", report) }
  }

  func map(_ key: String, required: Bool = false) -> [YAMLNode.Entry]? {
    guard let node = node(key, required: required) else { return nil }
    guard case .map(let entries) = node.content else {
      report.add(.wrongShape, at: node.at, "'\(key)' is a map, and this is \(node.shape)")
      return nil
    }
    return entries
  }

  func id(_ key: String, required: Bool = false) -> Text? {
    guard let text = text(key, required: required) else { return nil }
    return Self.isID(text, report) ? text : nil
  }

  static func isID(_ text: Text, _ report: Report) -> Bool {
    if Values.isID(text.string) { return true }
    report.add(
      .badID, in: text,
      "'\(text.string.prefix(40))' is no id; an id is lower-case letters, digits and hyphens, "
        + "begins with a letter, and is not `and`, `or`, `not` or `has`")
    return false
  }

  func whole(_ key: String, in range: ClosedRange<Int>, required: Bool = false) -> Int? {
    guard let text = text(key, required: required) else { return nil }
    if let number = Values.whole(text.string), range.contains(number) { return number }
    report.add(
      .badNumber, in: text,
      "'\(key)' is a whole number from \(range.lowerBound) to \(range.upperBound), "
        + "and this is '\(text.string.prefix(40))'")
    return nil
  }

  func bool(_ key: String) -> Bool? {
    guard let text = text(key) else { return nil }
    if let value = Values.bool(text.string) { return value }
    report.add(.badWord, in: text, "'\(key)' is yes or no, and this is '\(text.string.prefix(40))'")
    return nil
  }

  func duration(_ key: String) -> Int? {
    guard let text = text(key) else { return nil }
    if let value = Values.duration(text.string) { return value }
    report.add(
      .badDuration, in: text,
      "'\(text.string.prefix(40))' is no duration; write seconds as `90s`, minutes as `3m`")
    return nil
  }

  /// One of an enum's words.
  func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, as type: Word.Type, required: Bool = false
  ) -> Word? where Word.RawValue == String {
    guard let text = text(key, required: required) else { return nil }
    return Self.word(text, as: type, what: "'\(key)'", report)
  }

  static func word<Word: RawRepresentable & CaseIterable>(
    _ text: Text, as type: Word.Type, what: String, _ report: Report
  ) -> Word? where Word.RawValue == String {
    if let word = Word(rawValue: text.string) { return word }
    let known = Word.allCases.map(\.rawValue)
    report.add(
      .badWord, in: text,
      "\(what) cannot be '\(text.string.prefix(40))'" + NearestName.hint(text.string, in: known))
    return nil
  }
}
