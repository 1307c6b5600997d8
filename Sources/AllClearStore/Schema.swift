/// The versions of a journal's tables: the SQL of step `n` makes version `n + 1` of version `n`.
///
/// A step is never edited once released; a change is a further step.
struct Schema: Sendable {
  var steps: [String]

  /// What this allclear writes.
  static let current = Schema(steps: [first])

  var version: Int { steps.count }

  /// The first version.
  ///
  /// - `entry` is the order of writing; clocks are set back, so `at` is not.
  /// - `supersedes` is no foreign key: whatever else is wrong, a record must be written.
  /// - The indexes are those of `DigestQuery`, and a test holds that they are used.
  private static let first = """
    CREATE TABLE session (
      id TEXT NOT NULL PRIMARY KEY,
      module TEXT NOT NULL,
      content TEXT NOT NULL,
      format INTEGER NOT NULL,
      app TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE text (
      hash TEXT NOT NULL PRIMARY KEY,
      body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE record (
      entry INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      session TEXT NOT NULL REFERENCES session (id),
      number INTEGER NOT NULL CHECK (number > 0),
      kind TEXT NOT NULL,
      module TEXT NOT NULL,
      step TEXT NOT NULL,
      turn INTEGER NOT NULL,
      value TEXT NOT NULL CHECK (json_valid(value)),
      shown TEXT REFERENCES text (hash),
      at INTEGER NOT NULL,
      offset INTEGER NOT NULL,
      supersedes TEXT,
      origin TEXT NOT NULL,
      CHECK (id = session || ':' || number)
    ) STRICT;

    CREATE TABLE draft (
      session TEXT NOT NULL REFERENCES session (id),
      step TEXT NOT NULL,
      turn INTEGER NOT NULL,
      lines TEXT NOT NULL CHECK (json_valid(lines)),
      at INTEGER NOT NULL,
      PRIMARY KEY (session, step, turn)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX record_session ON record (session);
    CREATE INDEX record_kind ON record (kind, session);
    CREATE INDEX record_at ON record (at);
    CREATE INDEX record_supersedes ON record (supersedes) WHERE supersedes IS NOT NULL;
    CREATE INDEX record_answer ON record (module, step)
      WHERE kind IN ('answered', 'practised', 'gate', 'collected');
    CREATE INDEX record_practice ON record (json_extract(value, '$.practice'), id)
      WHERE kind = 'practised';
    CREATE INDEX record_completed ON record (session)
      WHERE kind = 'finished' AND json_extract(value, '$.reason') = 'completed';

    CREATE VIEW standing AS
      SELECT * FROM record AS kept
      WHERE kind NOT IN ('retracted', 'erased')
        AND NOT EXISTS (SELECT 1 FROM record AS later WHERE later.supersedes = kept.id);

    CREATE TRIGGER record_is_never_deleted BEFORE DELETE ON record
    BEGIN SELECT RAISE(ABORT, 'records are only added'); END;

    CREATE TRIGGER record_is_only_erased BEFORE UPDATE ON record
    WHEN NOT (NEW.value = '\(ValueCodec.erased)'
      AND NEW.kind IN (OLD.kind, 'erased')
      AND (NEW.shown IS NULL OR NEW.shown IS OLD.shown)
      AND NEW.entry = OLD.entry AND NEW.id = OLD.id AND NEW.session = OLD.session
      AND NEW.number = OLD.number AND NEW.module = OLD.module AND NEW.step = OLD.step
      AND NEW.turn = OLD.turn AND NEW.at = OLD.at AND NEW.offset = OLD.offset
      AND NEW.supersedes IS OLD.supersedes AND NEW.origin = OLD.origin)
    BEGIN SELECT RAISE(ABORT, 'records are only added'); END;
    """
}
