/// Looks through a file before the YAML library does, and refuses what must not reach it.
///
/// It splits the bytes as YAML would, in one pass, without building anything: anchors and aliases
/// are found but never followed, nesting and entries are counted, keys of a map compared.
struct YAMLGuard {
  /// What a file may hold at most.
  enum Limit {
    static let bytes = 1_000_000
    static let lines = 50_000
    static let depth = 64
    static let entries = 20_000
    /// In one text, in scalars.
    static let text = 8_000
  }

  let source: SourceText
  let report: Report
  private let bytes: [UInt8]
  private var at = 0
  private var lineStart = 0
  private var levels: [Level] = []
  private var flow: [Level] = []
  private var entries = 0
  private var hasContent = false
  /// A plain text may go on in the next line if that is indented more than this.
  private var openPlain: Int?
  /// Set once nothing more can be understood.
  private var isOver = false

  /// An open map or list and the keys it has so far.
  private struct Level {
    var column: Int
    var isMap: Bool
    var keys: Set<String> = []
  }

  init(_ source: SourceText, _ report: Report) {
    self.source = source
    self.report = report
    bytes = source.bytes
  }

  /// Whether the library may read the file.
  mutating func passes() -> Bool {
    while at < bytes.count, !isOver, !report.isFull { readLine() }
    return !report.hasErrors
  }

  private mutating func stop(_ code: DiagnosticCode, _ offset: Int, _ message: String) {
    report.add(code, at: source.position(ofByte: offset), message)
    isOver = true
  }

  private func byte(_ index: Int) -> UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  private func isBreak(_ index: Int) -> Bool {
    index >= bytes.count || bytes[index] == UInt8(ascii: "\n")
      || (bytes[index] == UInt8(ascii: "\r") && isBreak(index + 1))
  }

  private func isSpace(_ index: Int) -> Bool {
    isBreak(index) || bytes[index] == UInt8(ascii: " ")
  }

  private mutating func skipLine() {
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
    at += 1
  }

  private mutating func readLine() {
    lineStart = at
    while byte(at) == UInt8(ascii: " ") { at += 1 }
    let column = at - lineStart
    if isBreak(at) || byte(at) == UInt8(ascii: "#") { return skipLine() }
    let open = openPlain
    openPlain = nil
    if let open, !flow.isEmpty || column > open {
      readPlain(column: column, continues: true)
    } else if column == 0, flow.isEmpty {
      if byte(at) == UInt8(ascii: "%") {
        return stop(.plainYAML, at, "a YAML directive; leave the line out")
      }
      readDocumentMark()
    }
    while !isOver, !report.isFull, !isBreak(at) { readToken() }
    at = min(at, bytes.count)
    skipLine()
  }

  private mutating func readDocumentMark() {
    let isStart = bytes[at...].starts(with: "---".utf8) && isSpace(at + 3)
    let isEnd = bytes[at...].starts(with: "...".utf8) && isSpace(at + 3)
    guard isStart || isEnd else { return }
    if isStart, hasContent {
      stop(.severalDocuments, at, "a second document begins; a file holds one, so leave `---` out")
    }
    hasContent = true
    levels = []
    at += 3
  }

  private mutating func readToken() {
    hasContent = true
    let column = at - lineStart
    switch bytes[at] {
    case UInt8(ascii: " "): at += 1
    case UInt8(ascii: "#") where at == lineStart || isSpace(at - 1):
      while !isBreak(at) { at += 1 }
    case UInt8(ascii: "-") where flow.isEmpty && isSpace(at + 1):
      open(column: column, isMap: false)
      at += 1
    case UInt8(ascii: "?") where isSpace(at + 1):
      stop(.plainYAML, at, "`? ` begins a key of several words; write a plain `key: value`")
    case UInt8(ascii: ":"): at += 1
    case UInt8(ascii: "&"):
      refuse(.anchorOrAlias, "an anchor (`&`); write the text out where it is needed")
    case UInt8(ascii: "*"):
      refuse(
        .anchorOrAlias, "an alias (`*`); put quotes around a text that begins with `*`, or use `|`")
    case UInt8(ascii: "!"):
      refuse(.plainYAML, "a YAML tag (`!`); put quotes around a text that begins with `!`")
    case UInt8(ascii: ">") where flow.isEmpty:
      refuse(.plainYAML, "`>` folds lines; use `|`, its lines are joined as well")
    case UInt8(ascii: "|") where flow.isEmpty: skipBlock()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): readQuoted(column: column)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      flow.append(Level(column: column, isMap: bytes[at] == UInt8(ascii: "{")))
      count()
      at += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      if flow.popLast() == nil {
        return stop(.yamlSyntax, at, "a closing bracket without its opening one")
      }
      at += 1
    case UInt8(ascii: ",") where !flow.isEmpty: at += 1
    default: readPlain(column: column, continues: false)
    }
  }

  private mutating func refuse(_ code: DiagnosticCode, _ message: String) {
    report.add(code, at: source.position(ofByte: at), message)
    while !isSpace(at) { at += 1 }
  }

  private mutating func count() {
    entries += 1
    if levels.count + flow.count > Limit.depth {
      stop(.tooDeep, at, "more than \(Limit.depth) levels of nesting; a file needs about eight")
    } else if entries > Limit.entries {
      stop(.tooLarge, at, "more than \(Limit.entries) entries in one file; divide it")
    }
  }

  private mutating func open(column: Int, isMap: Bool) {
    while let top = levels.last, top.column > column { levels.removeLast() }
    if isMap, let top = levels.last, top.column == column, !top.isMap { levels.removeLast() }
    if levels.last?.column != column || levels.last?.isMap != isMap {
      levels.append(Level(column: column, isMap: isMap))
    }
    count()
  }

  /// Takes a text that `:` follows as a key of the innermost map.
  private mutating func key(_ name: String, at offset: Int, column: Int) {
    if name == "<<" {
      report.add(
        .anchorOrAlias, at: source.position(ofByte: offset),
        "a merge key (`<<`); write the keys out")
    }
    var isNew = true
    if flow.isEmpty {
      open(column: column, isMap: true)
      if let top = levels.indices.last { isNew = levels[top].keys.insert(name).inserted }
    } else if let top = flow.indices.last, flow[top].isMap {
      isNew = flow[top].keys.insert(name).inserted
    }
    if !isNew {
      report.add(
        .duplicateKey, at: source.position(ofByte: offset),
        "the key '\(name)' stands here a second time; keep one of the two")
    }
  }

  private func isColon(_ index: Int) -> Bool {
    guard byte(index) == UInt8(ascii: ":") else { return false }
    return isSpace(index + 1) || (!flow.isEmpty && isFlowMark(index + 1))
  }

  private func isFlowMark(_ index: Int) -> Bool {
    switch byte(index) {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }

  private mutating func readPlain(column: Int, continues: Bool) {
    let start = at
    count()
    while !isBreak(at), !isColon(at), flow.isEmpty || !isFlowMark(at) {
      if bytes[at] == UInt8(ascii: " "), byte(at + 1) == UInt8(ascii: "#") { return }
      at += 1
    }
    if isColon(at), !continues {
      var end = at
      while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
      key(String(decoding: bytes[start..<end], as: UTF8.self), at: start, column: column)
      at += 1
    } else if isBreak(at) {
      openPlain = levels.last?.column ?? -1
    }
  }

  private mutating func readQuoted(column: Int) {
    let start = at
    let quote = bytes[at]
    count()
    at += 1
    while at < bytes.count {
      if bytes[at] == quote {
        guard quote == UInt8(ascii: "'"), byte(at + 1) == quote else { break }
        at += 1
      } else if bytes[at] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        at += 1
      } else if bytes[at] == UInt8(ascii: "\n") {
        lineStart = at + 1
      }
      at += 1
    }
    at = min(at + 1, bytes.count)
    var next = at
    while byte(next) == UInt8(ascii: " ") { next += 1 }
    if byte(next) == UInt8(ascii: ":") {
      let inner = bytes[min(start + 1, at)..<max(start + 1, at - 1)]
      key(String(decoding: inner, as: UTF8.self), at: start, column: column)
      at = next + 1
    }
  }

  /// Steps over the lines of a `|` block.
  private mutating func skipBlock() {
    let parent = levels.last?.column ?? -1
    count()
    at += 1
    while let sign = byte(at), sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { at += 1 }
    if let digit = byte(at), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) {
      return stop(.plainYAML, at, "a number after `|`; leave it out and indent the lines alike")
    }
    skipLine()
    var content: Int?
    while at < bytes.count {
      let start = at
      while byte(at) == UInt8(ascii: " ") { at += 1 }
      if isBreak(at) {
        skipLine()
        continue
      }
      let indent = at - start
      if indent <= parent || indent < content ?? 0 {
        at = start - 1
        return
      }
      content = content ?? indent
      skipLine()
    }
    at = bytes.count
  }
}
