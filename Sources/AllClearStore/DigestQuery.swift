import AllClearEngine

/// The questions that the digest asks the journal.
///
/// Each goes by an index: a start must not take longer with the years.
enum DigestQuery {
  /// True of a row `kept` that nothing has superseded.
  ///
  /// The view says the same, but through a view no index can be named, and SQLite chooses a wrong
  /// one; and each use of it is compiled with all its columns, which a start has to wait for.
  private static let stands =
    "NOT EXISTS (SELECT 1 FROM record AS later WHERE later.supersedes = kept.id)"

  /// True of a row `kept` that says something of its own and stands.
  private static let isStanding = "kept.kind NOT IN ('retracted', 'erased') AND \(stands)"

  private static let answers = """
    SELECT kept.entry FROM record AS kept INDEXED BY record_answer
    WHERE kept.kind IN ('answered', 'practised', 'gate', 'collected')
      AND \(stands) AND kept.entry < ?1
    """

  /// The latest standing answer to each step before entry `?1`: from one step straight to the one
  /// before it in its module, else to the last one of the module before, however many answers
  /// each has. (Comparing the pair `(module, step)` would walk through all of them.)
  static let facts = """
    WITH RECURSIVE newest (entry) AS (
      SELECT (\(answers) ORDER BY kept.module DESC, kept.step DESC, kept.entry DESC LIMIT 1)
      UNION ALL
      SELECT coalesce(
        (\(answers) AND kept.module = last.module AND kept.step < last.step
          ORDER BY kept.step DESC, kept.entry DESC LIMIT 1),
        (\(answers) AND kept.module < last.module
          ORDER BY kept.module DESC, kept.step DESC, kept.entry DESC LIMIT 1))
      FROM newest JOIN record AS last USING (entry)
    )
    SELECT kept.module, kept.step, kept.kind, kept.value
    FROM newest JOIN record AS kept USING (entry)
    """

  /// The latest answers to step `?2` of module `?1`, `?3` of them; and the first
  /// that are numbers.
  ///
  /// It is compiled once and asked for each step: as parts of one question they cost a start more
  /// than all else in it.
  static let rated = rated(order: "DESC", beside: "")
  static let firstRated = rated(
    order: "ASC", beside: "AND json_extract(kept.value, '$.number') IS NOT NULL")

  private static func rated(order: String, beside: String) -> String {
    """
    SELECT kept.entry, kept.session FROM record AS kept INDEXED BY record_answer
    WHERE kept.kind IN ('answered', 'practised', 'gate', 'collected')
      AND kept.module = ?1 AND kept.step = ?2 AND \(stands) \(beside)
    ORDER BY kept.entry \(order) LIMIT ?3
    """
  }

  /// What session `?1` answered to module `?2`.
  static let ofSession = """
    SELECT kept.entry FROM record AS kept INDEXED BY record_session
    WHERE kept.session = ?1 AND kept.kind = 'answered' AND kept.module = ?2 AND \(stands)
    """

  /// Every record that makes a difference to a digest beyond its facts, in the order of writing,
  /// with its session's module.
  ///
  /// That a session began and ended is never taken back, so it stands without being asked. A
  /// later session of a module puts an earlier one aside. An imported pass is none, as for
  /// `Digest.apply`. `?1` is a JSON list of the entries of ratings.
  static let records = """
    WITH passed (entry) AS (
      SELECT max(kept.entry) FROM record AS kept
      WHERE kept.kind = 'passed' AND kept.origin <> 'import' AND \(stands)
    ),
    latest (entry, session) AS (
      SELECT max(began.entry), began.session
      FROM record AS began JOIN session ON session.id = began.session
      WHERE began.kind = 'started' GROUP BY session.module
    ),
    unfinished (entry, session) AS (
      SELECT latest.entry, latest.session FROM latest
      WHERE NOT EXISTS (
        SELECT 1 FROM record AS ended
        WHERE ended.kind = 'finished' AND ended.session = latest.session)
    ),
    relevant (entry) AS (
      SELECT entry FROM passed
      UNION SELECT max(kept.entry) FROM record AS kept
        WHERE kept.kind = 'gate' AND \(stands)
        GROUP BY kept.module, kept.step, kept.origin = 'import'
      UNION SELECT kept.entry FROM record AS kept
        WHERE kept.kind = 'gate' AND kept.entry > (SELECT entry FROM passed) AND \(stands)
      UNION SELECT kept.entry FROM record AS kept
        WHERE kept.kind = 'collected' AND \(stands)
      UNION SELECT max(kept.entry) FROM record AS kept
        WHERE kept.kind = 'edited' AND \(stands) GROUP BY kept.step, kept.origin = 'import'
      UNION SELECT value FROM json_each(?1)
      UNION SELECT entry FROM unfinished
      UNION SELECT (
          SELECT max(kept.entry) FROM record AS kept
          WHERE kept.session = unfinished.session AND \(isStanding))
        FROM unfinished
      UNION SELECT max(ended.entry)
        FROM record AS ended INDEXED BY record_completed
          JOIN session ON session.id = ended.session
        WHERE ended.kind = 'finished' AND json_extract(ended.value, '$.reason') = 'completed'
        GROUP BY session.module
      UNION SELECT min(ended.entry)
        FROM record AS ended INDEXED BY record_completed
          JOIN session ON session.id = ended.session
        WHERE ended.kind = 'finished' AND json_extract(ended.value, '$.reason') = 'completed'
        GROUP BY session.module
    )
    SELECT kept.entry, \(RecordRow.columns), session.module
    FROM relevant JOIN record AS kept USING (entry) JOIN session ON session.id = kept.session
    ORDER BY kept.entry
    """

  /// How often each practice was done.
  static let practised = """
    SELECT json_extract(kept.value, '$.practice'), count(*)
    FROM record AS kept INDEXED BY record_practice
    WHERE kept.kind = 'practised' AND \(stands)
    GROUP BY json_extract(kept.value, '$.practice')
    """

  /// When the last record was written.
  static let last = """
    SELECT kept.at, kept.offset FROM record AS kept
    WHERE kept.kind NOT IN ('retracted', 'erased') AND \(stands) AND kept.entry <= ?1
    ORDER BY kept.entry DESC LIMIT 1
    """

  /// The longest time between two records from entry `?1` to `?2`, whichever way the clock went.
  static let pause = """
    SELECT max(abs(at - before)) FROM (
      SELECT kept.at, lag(kept.at) OVER (ORDER BY kept.entry) AS before
      FROM record AS kept WHERE kept.entry >= ?1 AND kept.entry <= ?2 AND \(isStanding))
    """

  /// The earliest moment from entry `?1` to `?2`; by no index, since those are few of all records.
  static let earliest = """
    SELECT at, offset FROM standing WHERE entry >= ?1 AND entry <= ?2 ORDER BY +at, entry LIMIT 1
    """

  static let all = [
    facts, records, practised, last, pause, earliest, rated, firstRated, ofSession,
  ]
}
