//! Recurring checks that were carried out. Never edited nor deleted.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, key, maybe_word, word};
use assay_domain::id::{CheckId, SystemId};
use assay_domain::programme::{Check, CheckKind};
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    4,
    "CREATE TABLE check_record (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB NOT NULL REFERENCES system (id),
        kind TEXT NOT NULL CHECK (kind IN ('system_audit', 'data_flow_check', 'access_review',
            'restore_drill', 'stop_test', 'fallback_drill', 'supply_cut_off')),
        on_day TEXT NOT NULL,
        result TEXT NOT NULL CHECK (result IN ('passed', 'partly', 'failed')),
        note TEXT NOT NULL,
        record TEXT NOT NULL,
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX check_record_system ON check_record (system, kind, on_day);
    CREATE UNIQUE INDEX check_record_record ON check_record (record) WHERE record <> '';
    CREATE TRIGGER check_record_is_not_updated BEFORE UPDATE ON check_record
    BEGIN SELECT RAISE(ABORT, 'final: check_record'); END;
    CREATE TRIGGER check_record_is_not_deleted BEFORE DELETE ON check_record
    BEGIN SELECT RAISE(ABORT, 'final: check_record'); END;",
)];

/// Reads checks.
#[derive(Clone, Copy)]
pub struct Checks<'a>(pub(crate) Sql<'a>);

impl Checks<'_> {
    /// Reads the checks of a system, or of all, and of a kind, or of all, oldest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(
        &self,
        system: Option<SystemId>,
        kind: Option<CheckKind>,
    ) -> Result<Vec<Check>, Error> {
        self.0.list(
            "SELECT * FROM check_record WHERE (?1 IS NULL OR system = ?1)
                AND (?2 IS NULL OR kind = ?2)
             ORDER BY on_day, id",
            (system.map(|id| key(id.uuid())), maybe_word(kind.as_ref())?),
            check,
        )
    }
}

/// Writes checks.
#[derive(Clone, Copy)]
pub struct ChecksMut<'a>(pub(crate) Sql<'a>);

impl ChecksMut<'_> {
    /// Adds a check.
    ///
    /// # Errors
    /// [`Error::Taken`] when the record behind it counts already, [`Error::Constraint`] when the
    /// system or the person does not exist.
    pub fn add(&self, check: &Check) -> Result<(), Error> {
        self.0.run(
            "INSERT INTO check_record (id, system, kind, on_day, result, note, record,
                recorded_by, recorded_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                key(check.id.uuid()),
                key(check.system.uuid()),
                word(&check.kind)?,
                word(&check.on)?,
                word(&check.result)?,
                check.note,
                check.record,
                key(check.recorded.by.uuid()),
                check.recorded.at.micros(),
            ],
        )?;
        Ok(())
    }
}

fn check(columns: &Columns<'_>) -> Result<Check, Error> {
    Ok(Check {
        id: columns.id("id", CheckId::new)?,
        system: columns.id("system", SystemId::new)?,
        kind: columns.word("kind")?,
        on: columns.date("on_day")?,
        result: columns.word("result")?,
        note: columns.get("note")?,
        record: columns.get("record")?,
        recorded: columns.act("recorded")?,
    })
}
