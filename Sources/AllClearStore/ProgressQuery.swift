import AllClearEngine

/// The questions that `Progress` asks the journal: each goes by an index to the rows that count,
/// and says no more of them than is needed.
enum ProgressQuery {
  private static let stands =
    "NOT EXISTS (SELECT 1 FROM record AS later WHERE later.supersedes = kept.id)"

  private static let isStanding = "kept.kind NOT IN ('retracted', 'erased') AND \(stands)"

  /// Whole records, in the order of writing: lines of own lists, what has become of them,
  /// movements, questionnaires, and how safety questions went.
  static let records = """
    WITH relevant (entry) AS (
      SELECT kept.entry FROM record AS kept INDEXED BY record_kind
        WHERE kept.kind = 'collected' AND \(stands)
      UNION SELECT max(kept.entry) FROM record AS kept INDEXED BY record_kind
        WHERE kept.kind = 'edited' AND \(stands) GROUP BY kept.step
      UNION SELECT kept.entry FROM record AS kept INDEXED BY record_kind
        WHERE kept.kind = 'edited' AND json_type(kept.value, '$.measured') = 'text' AND \(stands)
      UNION SELECT kept.entry FROM record AS kept INDEXED BY record_kind
        WHERE kept.kind = 'passed' AND \(stands)
      UNION SELECT kept.entry FROM record AS kept INDEXED BY record_kind
        WHERE kept.kind = 'gate' AND \(stands)
          AND (json_type(kept.value, '$.hold') <> 'null'
            OR json_extract(kept.value, '$.outcome') IN ('\(Gate.new)', '\(Gate.seen)'))
    )
    SELECT \(RecordRow.columns), session.module
    FROM relevant JOIN record AS kept USING (entry) JOIN session ON session.id = kept.session
    ORDER BY kept.entry
    """

  /// What was answered to the steps of module `?1` that are named in the JSON list `?2`.
  static let rated = """
    SELECT kept.session, kept.at, kept.offset, kept.step,
      json_extract(kept.value, '$.number'), json_extract(kept.value, '$.option')
    FROM record AS kept INDEXED BY record_answer
    WHERE kept.kind IN ('answered', 'practised', 'gate', 'collected')
      AND kept.kind IN ('answered', 'collected')
      AND kept.module = ?1 AND kept.step IN (SELECT value FROM json_each(?2)) AND \(stands)
    ORDER BY kept.entry
    """

  /// Every round: its day, practice and seconds.
  ///
  /// To group them here would cost twice as much as to add them up where they are read.
  static let practised = """
    SELECT (kept.at + kept.offset * 60000) / 86400000,
      json_extract(kept.value, '$.practice'), json_extract(kept.value, '$.seconds')
    FROM record AS kept INDEXED BY record_practice
    WHERE kept.kind = 'practised' AND \(stands)
    """

  /// Modules that were gone through, with the first time and the last.
  ///
  /// That a session ended is never taken back, so it stands without being asked.
  static let finished = """
    WITH ends (module, times, first, last) AS (
      SELECT session.module, count(*), min(ended.entry), max(ended.entry)
      FROM record AS ended INDEXED BY record_completed
        JOIN session ON session.id = ended.session
      WHERE ended.kind = 'finished' AND json_extract(ended.value, '$.reason') = 'completed'
      GROUP BY session.module
    )
    SELECT ends.module, ends.times, began.at, began.offset, kept.at, kept.offset
    FROM ends JOIN record AS began ON began.entry = ends.first
      JOIN record AS kept ON kept.entry = ends.last
    """

  /// When the first record was written.
  static let first = """
    SELECT kept.at, kept.offset FROM record AS kept
    WHERE \(isStanding) ORDER BY kept.entry LIMIT 1
    """

  static let all = [records, rated, practised, finished, first]
}
