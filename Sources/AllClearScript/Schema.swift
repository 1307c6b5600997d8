import AllClearEngine

/// Writes the table of the grammar as a JSON Schema, by which editors complete and check keys.
public enum Schema {
  /// The whole of schema.json.
  public static var text: String { JSONText.map(root).rendered() + "\n" }

  private static let comment =
    "Written by `allclear content schema`; do not edit. In an editor with yaml-language-server, "
    + "put `# yaml-language-server: $schema=../../schema.json` above `format: 1` in a file of "
    + "Content/en/modules, or map this schema to Content/**/*.yaml in the editor's settings. It "
    + "knows keys and shapes; `allclear content check` knows the rest."

  private static var root: [(String, JSONText)] {
    let translated: [(String, JSONText)] = Grammar.files.map(\.name).map { name in
      (name, value(.id))
    }
    var translation = properties(of: Grammar.translation)
    if case .map(let own)? = translation.first(where: { $0.0 == "properties" })?.1 {
      translation.removeAll { $0.0 == "properties" }
      translation.append(("properties", .map(own + translated)))
    }
    var definitions: [(String, JSONText)] = Grammar.files.map { ($0.map.name, object($0.map)) }
    definitions.append((Grammar.translation.name, .map(translation)))
    definitions.append((Grammar.anyStep.name, step))
    definitions += Grammar.stepKinds.map { ($0.map.name, object($0.map)) }
    definitions += Grammar.Name.allCases.filter { $0 != .step }.map { name in
      (Grammar.map(name).name, object(Grammar.map(name)))
    }
    definitions.append(("phrase", phrase))
    return [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text("A file of allclear's content")), ("$comment", .text(comment)),
      ("type", .text("object")),
      ("allOf", .list([.map(file)])), ("$defs", .map(definitions)),
    ]
  }

  /// What the file is, by the key that says so: the first that is there.
  private static var file: [(String, JSONText)] {
    let kinds = [("of", Grammar.translation.name)] + Grammar.files.map { ($0.name, $0.map.name) }
    return chain(kinds, among: Grammar.files.map(\.name))
  }

  private static var step: JSONText {
    .map(
      [("type", .text("object")), ("description", .text(Grammar.anyStep.about))]
        + chain(
          Grammar.stepKinds.map { ($0.name, $0.map.name) }, among: Grammar.stepKinds.map(\.name)))
  }

  private static func chain(
    _ kinds: [(key: String, name: String)], among names: [String]
  ) -> [(String, JSONText)] {
    guard let first = kinds.first else {
      return [("anyOf", .list(names.map { .map([("required", .list([.text($0)]))]) }))]
    }
    return [
      ("if", .map([("required", .list([.text(first.key)]))])), ("then", reference(first.name)),
      ("else", .map(chain(Array(kinds.dropFirst()), among: names))),
    ]
  }

  private static func object(_ map: Grammar.Map) -> JSONText { .map(properties(of: map)) }

  private static func properties(of map: Grammar.Map) -> [(String, JSONText)] {
    [
      ("type", .text("object")), ("description", .text(map.about)),
      ("required", .list(map.keys.filter(\.isRequired).map { .text($0.name) })),
      ("additionalProperties", .bool(false)),
      (
        "properties",
        .map(
          map.keys.map { key in
            guard case .map(let entries) = value(key.shape) else { return (key.name, .map([])) }
            return (key.name, .map([("description", .text(key.about))] + entries))
          })
      ),
    ]
  }

  private static func reference(_ name: String) -> JSONText {
    .map([("$ref", .text("#/$defs/" + name))])
  }

  private static func pattern(_ pattern: String) -> JSONText {
    .map([("type", .text("string")), ("pattern", .text(pattern))])
  }

  /// Words, which YAML may take for a number or for yes and no.
  private static let words = JSONText.map([
    ("type", .list([.text("string"), .text("number"), .text("boolean")]))
  ])
  private static let someWords = JSONText.map([
    ("type", .list([.text("string"), .text("number"), .text("boolean")])),
    ("pattern", .text("\\S")),
  ])
  private static let identifier = "^[a-z][a-z0-9-]{0,63}$"
  private static var phrase: JSONText {
    .map([
      (
        "oneOf",
        .list([
          someWords,
          .map([
            ("type", .text("object")), ("required", .list([.text("one"), .text("other")])),
            ("additionalProperties", .bool(false)),
            ("properties", .map([("one", someWords), ("other", someWords)])),
          ]),
        ])
      )
    ])
  }

  private static func value(_ shape: Grammar.Shape) -> JSONText {
    switch shape {
    case .text, .prose, .condition: return someWords
    case .mayBeEmpty: return words
    case .id: return pattern(identifier)
    case .ids: return list(of: pattern(identifier), nil)
    case .texts(let range): return list(of: someWords, range)
    case .whole(let range): return whole(range)
    case .wholes(let range): return list(of: whole(range), nil)
    case .yesNo:
      return .map([("enum", .list([.bool(true), .bool(false), .text("yes"), .text("no")]))])
    case .duration: return pattern("^[0-9]{1,6}[sm]$")
    case .time: return pattern("^[0-9]{1,2}:[0-5][0-9]$")
    case .date: return pattern("^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")
    case .path: return pattern("^[^/].*\\.yaml$")
    case .word(let words): return enumeration(words)
    case .sources:
      return .map([
        ("oneOf", .list([enumeration(["none"]), list(of: pattern(identifier), nil)]))
      ])
    case .list(let name, let range): return list(of: reference(Grammar.map(name).name), range)
    case .map(let name): return reference(Grammar.map(name).name)
    case .named(let keys, let values): return named(keys, values)
    case .other: return .map([])
    }
  }

  private static func enumeration(_ words: [String]) -> JSONText {
    .map([("enum", .list(words.map { .text($0) }))])
  }

  private static func whole(_ range: ClosedRange<Int>) -> JSONText {
    .map([
      ("type", .text("integer")), ("minimum", .whole(range.lowerBound)),
      ("maximum", .whole(range.upperBound)),
    ])
  }

  private static func list(of items: JSONText, _ range: ClosedRange<Int>?) -> JSONText {
    var entries: [(String, JSONText)] = [("type", .text("array")), ("items", items)]
    if let range {
      entries.append(("minItems", .whole(range.lowerBound)))
      entries.append(("maxItems", .whole(range.upperBound)))
    }
    return .map(entries)
  }

  private static func named(_ keys: [String]?, _ values: Grammar.Shape.Values) -> JSONText {
    let value: JSONText
    switch values {
    case .text, .prose: value = someWords
    case .word(let words): value = enumeration(words)
    case .cues: value = list(of: reference(Grammar.cue.name), nil)
    case .phrase: value = reference("phrase")
    }
    guard let keys else {
      return .map([("type", .text("object")), ("additionalProperties", value)])
    }
    return .map([
      ("type", .text("object")), ("additionalProperties", .bool(false)),
      ("properties", .map(keys.map { ($0, value) })),
    ])
  }
}
