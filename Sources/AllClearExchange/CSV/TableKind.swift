/// A kind of things that are exported as one table: a row a thing, a column a fact.
public enum TableKind: String, CaseIterable, Sendable {
  case causes, evidence, lists
  case checkIns = "check-ins"
  case practices, movements, questionnaires, writings, sessions, safety

  /// The name of its file.
  public var file: String { rawValue + ".csv" }

  /// The file that says what the columns are.
  public static let codebookFile = "codebook.csv"

  /// A column: its name, its unit, and what it says.
  typealias Column = (name: String, unit: String, about: String)

  private static let date: Column = ("date", "YYYY-MM-DD", "day on the person's own calendar")
  private static let time: Column = ("time", "HH:MM", "time on the person's own clock")
  private static let session: Column = (
    "session", "id", "the run in which it was said; the same in every table"
  )

  var columns: [Column] {
    switch self {
    case .causes:
      [
        Self.date, ("telling", "count from 1", "which time the list was told"),
        ("place", "count from 1", "place in the list, the biggest first"),
        ("cause", "text", "in the person's words"),
        ("kind", "name", "of what kind it is, where the person put that right"),
      ]
    case .evidence:
      [
        Self.date, ("evidence", "text", "in the person's words, or as ticked"),
        ("pinned", "yes or no", "kept on top"), ("away", "yes or no", "put away"),
      ]
    case .lists:
      [
        Self.date, ("list", "name", "which list of one's own"),
        ("line", "text", "in the person's words, or as ticked"),
        ("pinned", "yes or no", "kept on top"), ("away", "yes or no", "put away"),
        ("settled", "yes or no", "of a doubt: settled for now"),
      ]
    case .checkIns:
      [
        Self.date, Self.time, Self.session,
        ("when", "name", "beginning (in Your story) or check-in"),
        ("pain", "0 to 10", "average back pain of the last week; 0 none, 10 worst imaginable"),
        ("doing", "0 to 10", "how much it got in the way of doing; 10 in everything"),
        ("enjoying", "0 to 10", "how much it got in the way of enjoying; 10 in everything"),
        ("danger", "0 to 10", "how dangerous moving the back feels; 10 very dangerous"),
        ("change", "name", "how it is since the beginning, by one's own feeling, 7 steps"),
      ]
    case .practices:
      [
        Self.date, Self.time, Self.session, ("practice", "id", "which practice"),
        ("minutes", "minutes", "its length as chosen"), ("seconds", "seconds", "how much was done"),
        ("early", "yes or no", "stopped before its end"),
        ("own-pace", "yes or no", "lines waited for a key"),
      ]
    case .movements:
      [
        Self.date, ("done", "name", "what was done of it"),
        ("movement", "text", "what is feared, in the person's words or as chosen"),
        ("dose", "text", "how much of it was tried"),
        ("fear", "0 to 10", "fear of the whole movement before it"),
        ("feared", "text", "what was feared would happen, and by when"),
        ("sure", "0 to 10", "how sure of that"),
        ("expects", "0 to 10", "how much it was expected to hurt"),
        ("without", "text", "the habit of safety that was left out"),
        ("place", "text", "where"),
        ("happened", "name", "whether what was feared happened, as told at once"),
        ("later", "name", "the same, as told on a later day"),
        ("surprise", "0 to 10", "how surprising it was"), ("hurt", "0 to 10", "how much it hurt"),
      ]
    case .questionnaires:
      [
        Self.date, Self.time, Self.session, ("measure", "id", "which questionnaire"),
        ("item", "id", "which question"), ("answer", "id", "which option was chosen"),
        ("score", "points", "what that answer counts"),
      ]
    case .writings:
      [
        Self.date, Self.time, Self.session, ("module", "id", "where it was asked"),
        ("step", "id", "which step"), ("asked", "text", "what was asked, as it was read"),
        ("text", "text", "what was written"),
      ]
    case .sessions:
      [
        Self.date, Self.time, Self.session, ("module", "id", "what was opened"),
        ("ended-on", "YYYY-MM-DD", "day of its end; empty where it was left in the middle"),
        ("reason", "name", "completed: to its end; ended: it said so before that"),
      ]
    case .safety:
      [
        Self.date,
        ("outcome", "name", "what a safety question came to; never which question, nor its answer"),
      ]
    }
  }
}
