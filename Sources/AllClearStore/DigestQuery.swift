/// The questions that the digest asks the journal.
///
/// Each goes by an index: a start must not take longer with the years.
enum DigestQuery {
  /// True of a row `kept` that nothing has superseded.
  ///
  /// The view says the same, but through a view
  /// no index can be named, and SQLite chooses a wrong one.
  private static let stands =
    "NOT EXISTS (SELECT 1 FROM record AS later WHERE later.supersedes = kept.id)"

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

  /// Every record that makes a difference to a digest beyond its facts, in the order of writing,
  /// with its session's module.
  ///
  /// That a session began and ended is never taken back, so it stands without being asked. A
  /// later session of a module puts an earlier one aside. An imported pass is none, as for
  /// `Digest.apply`.
  static let records = """
    WITH passed (entry) AS (
      SELECT max(entry) FROM standing WHERE kind = 'passed' AND origin <> 'import'
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
      UNION SELECT max(entry) FROM standing WHERE kind = 'gate' GROUP BY module, step
      UNION SELECT entry FROM standing
        WHERE kind = 'gate' AND entry > (SELECT entry FROM passed)
      UNION SELECT entry FROM standing WHERE kind = 'collected'
      UNION SELECT max(entry) FROM standing WHERE kind = 'edited'
      UNION SELECT entry FROM unfinished
      UNION SELECT (SELECT max(entry) FROM standing WHERE standing.session = unfinished.session)
        FROM unfinished
      UNION SELECT max(ended.entry)
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

  /// The latest record by the clock up to entry `?1`.
  static let last = """
    SELECT kept.at, kept.offset FROM record AS kept INDEXED BY record_at
    WHERE kept.kind NOT IN ('retracted', 'erased') AND \(stands) AND kept.entry <= ?1
    ORDER BY kept.at DESC, kept.entry DESC LIMIT 1
    """

  /// The longest time without a record among those after entry `?1` and up to `?2`, where the
  /// latest moment until then is `?3`.
  ///
  /// A clock that was set back makes no pause.
  static let pause = """
    SELECT max(at - before) FROM (
      SELECT at, max(?3, coalesce(max(at) OVER (
        ORDER BY entry ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), ?3)) AS before
      FROM standing WHERE entry > ?1 AND entry <= ?2)
    """

  static let all = [facts, records, practised, last, pause]
}
