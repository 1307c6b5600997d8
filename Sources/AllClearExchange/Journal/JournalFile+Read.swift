public import AllClearEngine

extension JournalFile {
  /// Whether a text looks like JSON at all.
  public static func isLikely(_ text: String) -> Bool {
    text.first { !$0.isWhitespace && $0 != "\u{feff}" } == "{"
  }

  /// Reads a journal; what its values say is for the store to check.
  public static func read(_ text: String) throws(ExchangeError) -> JournalTables {
    var text = text
    if text.unicodeScalars.first == "\u{feff}" { text.unicodeScalars.removeFirst() }
    guard let file = JSON(text) else { throw .damaged(place: "it is not whole, or no JSON") }
    guard file["format"]?.string == format else { throw .unknown }
    guard let found = file["version"]?.int, found > 0 else { throw .damaged(place: "its version") }
    guard found <= version else { throw .newer(found: found) }
    var tables = JournalTables()
    tables.sessions = try list("sessions", "session", of: file, session)
    tables.rows = try list("records", "record", of: file, row)
    tables.drafts = try list("drafts", "draft", of: file, draft)
    return tables
  }

  private static func list<T>(
    _ name: String, _ one: String, of file: JSON, _ read: (JSON) -> T?
  ) throws(ExchangeError) -> [T] {
    guard case .array(let values)? = file[name] else {
      throw .damaged(place: "its list '\(name)'")
    }
    var all: [T] = []
    all.reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      guard let value = read(value) else { throw .damaged(place: "\(one) \(index + 1)") }
      all.append(value)
    }
    return all
  }

  private static func session(_ json: JSON) -> JournalSession? {
    guard let id = json["id"]?.string.flatMap(SessionID.init(text:)),
      let module = json["module"]?.string, let content = json["content"]?.string,
      let format = json["format"]?.int, let app = json["app"]?.string
    else { return nil }
    return JournalSession(id: id, module: module, content: content, format: format, app: app)
  }

  private static func row(_ json: JSON) -> JournalRow? {
    guard let id = json["id"]?.string.flatMap(RecordID.init(text:)),
      let at = json["at"]?.string.flatMap(Moment.wall),
      let kind = json["kind"]?.string.flatMap(Record.Kind.init(rawValue:)),
      let module = json["module"]?.string, let step = json["step"]?.string,
      let turn = json["turn"]?.int, let value = json["value"],
      let origin = json["origin"]?.string.flatMap(Record.Origin.init(rawValue:))
    else { return nil }
    var row = JournalRow(
      id: id, kind: kind, module: module, step: step, turn: turn, value: value.text, at: at,
      origin: origin)
    if let shown = json["shown"] {
      guard let text = shown.string else { return nil }
      row.shown = text
    }
    if let supersedes = json["supersedes"] {
      guard let id = supersedes.string.flatMap(RecordID.init(text:)) else { return nil }
      row.supersedes = id
    }
    return row
  }

  private static func draft(_ json: JSON) -> JournalDraft? {
    guard let session = json["session"]?.string.flatMap(SessionID.init(text:)),
      let step = json["step"]?.string, let turn = json["turn"]?.int,
      let lines = json["lines"]?.strings, let at = json["at"]?.string.flatMap(Moment.wall)
    else { return nil }
    return JournalDraft(
      session: session, step: step, turn: turn, lines: lines, at: at.milliseconds)
  }
}
