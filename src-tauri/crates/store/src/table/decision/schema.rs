//! The tables of decision records as they are made, step by step.
//!
//! The log is laid out for millions of rows: texts that repeat are numbers into `decision_word`,
//! small enumerations are small integers, times are microseconds, and there are two indexes. The
//! first answers a page of the log and its counts without reading a record, the second finds what
//! supersedes a record and holds only those that do. `import` is the number of the import that brought
//! a record; what is not published is seen by nobody (see `decision_import`).

use crate::migration::Migration;

pub(super) const MIGRATIONS: &[Migration] = &[(1, FIRST), (2, WHOLE_RECORD), (3, THINNED)];

const FIRST: &str = "CREATE TABLE decision (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB NOT NULL REFERENCES system (id),
        decided_at INTEGER NOT NULL,
        case_key TEXT NOT NULL,
        ai_output TEXT NOT NULL,
        human_final TEXT NOT NULL,
        disposition TEXT NOT NULL CHECK (disposition IN
            ('accepted', 'modified', 'overridden', 'deferred', 'no_ai_output')),
        reason_code TEXT NOT NULL,
        reason_text TEXT NOT NULL,
        supersedes BLOB UNIQUE REFERENCES decision (id),
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX decision_system ON decision (system, decided_at, disposition);
    CREATE TRIGGER decision_is_not_deleted BEFORE DELETE ON decision
    BEGIN SELECT RAISE(ABORT, 'final: decision'); END;
    CREATE TRIGGER decision_only_loses_its_text BEFORE UPDATE ON decision
    WHEN NEW.reason_text <> '' OR NEW.id <> OLD.id OR NEW.system <> OLD.system
        OR NEW.decided_at <> OLD.decided_at OR NEW.case_key <> OLD.case_key
        OR NEW.ai_output <> OLD.ai_output OR NEW.human_final <> OLD.human_final
        OR NEW.disposition <> OLD.disposition OR NEW.reason_code <> OLD.reason_code
        OR NEW.supersedes IS NOT OLD.supersedes OR NEW.recorded_by <> OLD.recorded_by
        OR NEW.recorded_at <> OLD.recorded_at
    BEGIN SELECT RAISE(ABORT, 'final: decision'); END;";

/// The whole record. What was kept before comes over; its times were stated in UTC, and it counts
/// as entered late by the rule of the domain (24 hours are 86,400,000,000 microseconds).
const WHOLE_RECORD: &str = "CREATE TABLE decision_word (
        id INTEGER PRIMARY KEY,
        word TEXT NOT NULL UNIQUE CHECK (word <> '')
    ) STRICT;
    CREATE TRIGGER decision_word_is_not_updated BEFORE UPDATE ON decision_word
    BEGIN SELECT RAISE(ABORT, 'final: decision'); END;
    CREATE TRIGGER decision_word_is_not_deleted BEFORE DELETE ON decision_word
    BEGIN SELECT RAISE(ABORT, 'final: decision'); END;
    INSERT INTO decision_word (word)
        SELECT DISTINCT reason_code FROM decision WHERE reason_code <> '' ORDER BY 1;

    CREATE TABLE decision_whole (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB NOT NULL REFERENCES system (id),
        decided_at INTEGER NOT NULL,
        offset_min INTEGER NOT NULL CHECK (offset_min BETWEEN -1439 AND 1439),
        disposition INTEGER NOT NULL CHECK (disposition BETWEEN 0 AND 4),
        reason INTEGER REFERENCES decision_word (id),
        decision_point INTEGER REFERENCES decision_word (id),
        model_version INTEGER REFERENCES decision_word (id),
        prompt_version INTEGER REFERENCES decision_word (id),
        category INTEGER REFERENCES decision_word (id),
        reviewer INTEGER REFERENCES decision_word (id),
        case_key TEXT NOT NULL,
        ai_output TEXT NOT NULL,
        ai_confidence REAL CHECK (ai_confidence BETWEEN 0 AND 1),
        ai_at INTEGER,
        latency_ms INTEGER CHECK (latency_ms >= 0),
        human_initial TEXT,
        human_final TEXT NOT NULL,
        reason_text TEXT NOT NULL,
        harm_if_followed INTEGER CHECK (harm_if_followed BETWEEN 0 AND 4),
        harm_if_wrong INTEGER CHECK (harm_if_wrong BETWEEN 0 AND 4),
        reversible INTEGER CHECK (reversible IN (0, 1)),
        outcome TEXT,
        outcome_at INTEGER,
        outcome_source INTEGER REFERENCES decision_word (id),
        seeded INTEGER NOT NULL CHECK (seeded IN (0, 1)),
        entered_late INTEGER NOT NULL CHECK (entered_late IN (0, 1)),
        supersedes BLOB REFERENCES decision_whole (id),
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL,
        import INTEGER,
        thinned_at INTEGER
    ) STRICT, WITHOUT ROWID;
    INSERT INTO decision_whole
        SELECT id, system, decided_at, 0,
            CASE disposition WHEN 'accepted' THEN 0 WHEN 'modified' THEN 1
                WHEN 'overridden' THEN 2 WHEN 'deferred' THEN 3 ELSE 4 END,
            (SELECT w.id FROM decision_word w WHERE w.word = reason_code),
            NULL, NULL, NULL, NULL, NULL, case_key, ai_output, NULL, NULL, NULL, NULL, human_final,
            reason_text, NULL, NULL, NULL, NULL, NULL, NULL, 0,
            recorded_at - decided_at > 86400000000, supersedes, recorded_by, recorded_at, NULL, NULL
        FROM decision ORDER BY id;
    DROP TABLE decision;
    ALTER TABLE decision_whole RENAME TO decision;
    CREATE INDEX decision_log ON decision
        (system, decided_at, id, disposition, reason, decision_point, model_version);
    CREATE UNIQUE INDEX decision_supersedes ON decision (supersedes) WHERE supersedes IS NOT NULL;
    CREATE TRIGGER decision_is_not_deleted BEFORE DELETE ON decision
    BEGIN SELECT RAISE(ABORT, 'final: decision'); END;
    CREATE TRIGGER decision_is_only_thinned BEFORE UPDATE ON decision
    WHEN OLD.thinned_at IS NOT NULL OR NEW.thinned_at IS NULL
        OR NEW.reviewer IS NOT NULL OR NEW.case_key <> '' OR NEW.ai_output <> ''
        OR NEW.human_initial IS NOT NULL OR NEW.human_final <> '' OR NEW.reason_text <> ''
        OR NEW.outcome IS NOT NULL
        OR NEW.id <> OLD.id OR NEW.system <> OLD.system OR NEW.decided_at <> OLD.decided_at
        OR NEW.offset_min <> OLD.offset_min OR NEW.disposition <> OLD.disposition
        OR NEW.reason IS NOT OLD.reason OR NEW.decision_point IS NOT OLD.decision_point
        OR NEW.model_version IS NOT OLD.model_version
        OR NEW.prompt_version IS NOT OLD.prompt_version OR NEW.category IS NOT OLD.category
        OR NEW.ai_confidence IS NOT OLD.ai_confidence OR NEW.ai_at IS NOT OLD.ai_at
        OR NEW.latency_ms IS NOT OLD.latency_ms
        OR NEW.harm_if_followed IS NOT OLD.harm_if_followed
        OR NEW.harm_if_wrong IS NOT OLD.harm_if_wrong OR NEW.reversible IS NOT OLD.reversible
        OR NEW.outcome_at IS NOT OLD.outcome_at
        OR NEW.outcome_source IS NOT OLD.outcome_source OR NEW.seeded <> OLD.seeded
        OR NEW.entered_late <> OLD.entered_late OR NEW.supersedes IS NOT OLD.supersedes
        OR NEW.recorded_by <> OLD.recorded_by OR NEW.recorded_at <> OLD.recorded_at
        OR NEW.import IS NOT OLD.import
    BEGIN SELECT RAISE(ABORT, 'final: decision'); END;";

/// What a record that is thinned leaves of its texts: `marks` (see `assay_domain::stats::log::Alike`)
/// and what stands for its labels. Pseudonyms that no record names any more can go.
const THINNED: &str = "ALTER TABLE decision ADD COLUMN marks INTEGER
        CHECK (marks IS NULL OR (marks BETWEEN 0 AND 4095 AND thinned_at IS NOT NULL));
    ALTER TABLE decision ADD COLUMN ai_label INTEGER REFERENCES decision_word (id)
        CHECK (ai_label IS NULL OR marks IS NOT NULL);
    ALTER TABLE decision ADD COLUMN first_label INTEGER REFERENCES decision_word (id)
        CHECK (first_label IS NULL OR marks IS NOT NULL);
    ALTER TABLE decision ADD COLUMN last_label INTEGER REFERENCES decision_word (id)
        CHECK (last_label IS NULL OR marks IS NOT NULL);
    ALTER TABLE decision ADD COLUMN outcome_label INTEGER REFERENCES decision_word (id)
        CHECK (outcome_label IS NULL OR marks IS NOT NULL);
    CREATE TRIGGER decision_leaves_its_marks BEFORE UPDATE ON decision WHEN NEW.marks IS NULL
    BEGIN SELECT RAISE(ABORT, 'final: decision'); END;
    DROP TRIGGER decision_word_is_not_deleted;
    CREATE TRIGGER decision_word_is_not_deleted BEFORE DELETE ON decision_word
    WHEN OLD.word NOT GLOB 'R-????????'
    BEGIN SELECT RAISE(ABORT, 'final: decision'); END;";
