import Yams

/// Reads a file's bytes into nodes, or says why that cannot be.
struct YAMLReader {
  let source: SourceText
  let report: Report

  /// Both ways of reading, for the test that holds them against each other.
  func readBothWays() -> (quick: [YAMLNode.Entry]?, library: [YAMLNode.Entry]?)? {
    guard let text = checkedText() else { return nil }
    return (QuickYAML.read(source.bytes), readByLibrary(text))
  }

  /// The top of the file: a map; `nil` when something was reported.
  func read() -> [YAMLNode.Entry]? {
    guard let text = checkedText() else { return nil }
    return QuickYAML.read(source.bytes) ?? readByLibrary(text)
  }

  /// Reads what `QuickYAML` does not, and tells every fault.
  private func readByLibrary(_ text: String) -> [YAMLNode.Entry]? {
    var yamlGuard = YAMLGuard(source, report)
    guard yamlGuard.passes() else { return nil }
    do {
      guard let root = try compose(yaml: text, .basic) else {
        report.add(
          .emptyFile, at: .start, "there is nothing in this file; it begins with `format: 1`")
        return nil
      }
      let node = convert(root)
      guard !report.hasErrors else { return nil }
      guard case .map(let entries) = node.content else {
        report.add(
          .notAMap, at: node.at,
          "a file is a map of keys, and this is \(node.shape); it begins with `format: 1`")
        return nil
      }
      return entries
    } catch let error as YamlError {
      add(error)
    } catch {
      report.add(.yamlSyntax, at: .start, "this is not YAML")
    }
    return nil
  }

  /// The file as text, when its bytes and characters may be used.
  private func checkedText() -> String? {
    guard source.bytes.count <= YAMLGuard.Limit.bytes else {
      report.add(.tooLarge, at: .start, "over 1 MB; a file of content has a few thousand words")
      return nil
    }
    guard let text = String(validating: source.bytes, as: UTF8.self) else {
      let line = (1...source.lineStarts.count).first {
        String(validating: source.lineBytes($0), as: UTF8.self) == nil
      }
      report.add(
        .notUTF8, at: Position(line: line ?? 1, column: 1),
        "bytes that are not UTF-8; save the file as UTF-8")
      return nil
    }
    guard source.lineStarts.count <= YAMLGuard.Limit.lines else {
      report.add(.tooLarge, at: .start, "over \(YAMLGuard.Limit.lines) lines; divide the file")
      return nil
    }
    let isPlain = source.bytes.withUnsafeBufferPointer { buffer in
      buffer.allSatisfy { ($0 >= 0x20 && $0 < 0x7F) || $0 == UInt8(ascii: "\n") }
    }
    if isPlain { return text }
    for line in 1...source.lineStarts.count { check(line: line) }
    return report.hasErrors ? nil : text
  }

  /// Tells the first character of a line that content may not use.
  private func check(line: Int) {
    let bytes = source.lineBytes(line)
    guard bytes.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return }
    var column = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      column += 1
      if Characters.isPermitted(scalar), scalar != "\r" { continue }
      let position = Position(line: line, column: column)
      if scalar == "\t" {
        report.add(.tab, at: position, "a tab; use spaces")
      } else if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
        report.add(
          .controlCharacter, at: position,
          "a control character, \(Characters.name(scalar)); leave it out")
      } else {
        report.add(
          .badCharacter, at: position,
          "\(Characters.name(scalar)) cannot be read aloud or shown everywhere; use words")
      }
      return
    }
  }

  private func convert(_ node: Node) -> YAMLNode {
    let at = node.mark.map { Position(line: $0.line, column: $0.column) } ?? .start
    switch node {
    case .scalar(let scalar):
      return YAMLNode(at: at, content: .text(text(scalar, at)))
    case .mapping(let mapping):
      var entries: [YAMLNode.Entry] = []
      for (key, value) in mapping {
        guard case .scalar(let scalar) = key else {
          report.add(.plainYAML, at: at, "a key that is not a plain word")
          continue
        }
        let place = key.mark.map { Position(line: $0.line, column: $0.column) } ?? at
        entries.append(YAMLNode.Entry(key: text(scalar, place), value: convert(value)))
      }
      return YAMLNode(at: at, content: .map(entries))
    case .sequence(let sequence):
      return YAMLNode(at: at, content: .list(sequence.map(convert)))
    case .alias:
      report.add(.anchorOrAlias, at: at, "an alias; write the text out where it is needed")
      return YAMLNode(at: at, content: .list([]))
    }
  }

  private func text(_ scalar: Node.Scalar, _ at: Position) -> Text {
    let style: Text.Style =
      switch scalar.style {
      case .singleQuoted: .single
      case .doubleQuoted: .double
      case .literal, .folded: .literal
      case .plain, .any: .plain
      }
    if style == .double,
      let bad = scalar.string.unicodeScalars.first(where: { !Characters.isPermitted($0) })
    {
      report.add(
        .badCharacter, at: at, "\(Characters.name(bad)) cannot be shown everywhere; use words")
    }
    if scalar.string.utf8.count > YAMLGuard.Limit.text,
      scalar.string.unicodeScalars.count > YAMLGuard.Limit.text
    {
      report.add(
        .tooLarge, at: at, "a text of over \(YAMLGuard.Limit.text) characters; divide it")
    }
    return Text(string: scalar.string, at: at, style: style)
  }

  private func add(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let place = context.map { " (\($0.text))" } ?? ""
      report.add(
        .yamlSyntax, at: position(mark),
        "\(problem)\(place); is the indentation right, or is a text with `: ` or `#` without quotes?"
      )
    case .duplicatedKeysInMapping(let names, let context):
      report.add(
        .duplicateKey, at: position(context.mark),
        "the key '\(names.first ?? "")' stands twice in this map; keep one of the two")
    default:
      report.add(.yamlSyntax, at: .start, "this is not YAML")
    }
  }

  /// A mark that lies within the file: the library may point behind the last line.
  private func position(_ mark: Mark) -> Position {
    let line = min(max(1, mark.line), source.lineStarts.count)
    return Position(line: line, column: line == mark.line ? max(1, mark.column) : 1)
  }
}
