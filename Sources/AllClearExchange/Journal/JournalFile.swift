public import AllClearEngine

/// A whole journal as one JSON file, to be taken along and brought in again.
///
/// The same journal gives the same bytes: names stand in a fixed order, records in the order of
/// writing, one a line. `schema` describes it; a change of meaning is a new version.
public enum JournalFile {
  /// What the file says of itself.
  public static let format = "allclear-journal"
  /// The version that this allclear writes, and the latest that it reads.
  public static let version = 1

  /// Writes a journal.
  /// - Parameter app: the version of allclear that writes.
  public static func text(_ tables: JournalTables, app: String) -> String {
    var out = "{\n\"format\": \(JSON.quoted(format)),\n\"version\": \(version),\n"
    out += "\"app\": \(JSON.quoted(app)),\n"
    out += list("sessions", tables.sessions.map(text)) + ",\n"
    out += list("records", tables.rows.map(text)) + ",\n"
    out += list("drafts", tables.drafts.map(text)) + "\n}\n"
    return out
  }

  private static func list(_ name: String, _ lines: [String]) -> String {
    "\(JSON.quoted(name)): [" + (lines.isEmpty ? "" : "\n" + lines.joined(separator: ",\n") + "\n")
      + "]"
  }

  private static func object(_ members: [(name: String, value: String?)]) -> String {
    "{"
      + members.compactMap { name, value in value.map { JSON.quoted(name) + ":" + $0 } }
      .joined(separator: ",") + "}"
  }

  private static func text(_ session: JournalSession) -> String {
    object([
      ("id", JSON.quoted(session.id.text)), ("module", JSON.quoted(session.module)),
      ("content", JSON.quoted(session.content)), ("format", String(session.format)),
      ("app", JSON.quoted(session.app)),
    ])
  }

  private static func text(_ row: JournalRow) -> String {
    object([
      ("id", JSON.quoted(row.id.text)), ("at", JSON.quoted(Moment.text(row.at))),
      ("kind", JSON.quoted(row.kind.rawValue)), ("module", JSON.quoted(row.module)),
      ("step", JSON.quoted(row.step)), ("turn", String(row.turn)), ("value", row.value),
      ("shown", row.shown.map(JSON.quoted)),
      ("supersedes", row.supersedes.map { JSON.quoted($0.text) }),
      ("origin", JSON.quoted(row.origin.rawValue)),
    ])
  }

  private static func text(_ draft: JournalDraft) -> String {
    object([
      ("session", JSON.quoted(draft.session.text)), ("step", JSON.quoted(draft.step)),
      ("turn", String(draft.turn)), ("lines", JSON.list(draft.lines)),
      ("at", JSON.quoted(Moment.text(Wall(milliseconds: draft.at)))),
    ])
  }
}
