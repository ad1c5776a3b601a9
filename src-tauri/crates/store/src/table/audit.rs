//! Audits of AI systems; a closed one is final.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, act_columns, key, word};
use assay_domain::audit::Audit;
use assay_domain::id::{AuditId, SystemId};
use assay_domain::time::Period;
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    1,
    "CREATE TABLE audit (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB NOT NULL REFERENCES system (id),
        period_from TEXT NOT NULL,
        period_to TEXT NOT NULL CHECK (period_to >= period_from),
        due TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'closed')),
        closed_by BLOB REFERENCES person (id),
        closed_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX audit_system ON audit (system, due);
    CREATE TRIGGER audit_closed_is_final BEFORE UPDATE ON audit WHEN OLD.state = 'closed'
    BEGIN SELECT RAISE(ABORT, 'final: audit'); END;
    CREATE TRIGGER audit_closed_is_kept BEFORE DELETE ON audit WHEN OLD.state = 'closed'
    BEGIN SELECT RAISE(ABORT, 'final: audit'); END;",
)];

/// Reads audits.
#[derive(Clone, Copy)]
pub struct Audits<'a>(pub(crate) Sql<'a>);

impl Audits<'_> {
    /// Reads the audits of a system, the latest due first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn of_system(&self, system: SystemId) -> Result<Vec<Audit>, Error> {
        self.0.list(
            "SELECT * FROM audit WHERE system = ?1 ORDER BY due DESC, id DESC",
            [key(system.uuid())],
            audit,
        )
    }

    /// Reads one audit.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn get(&self, id: AuditId) -> Result<Audit, Error> {
        self.0
            .first("SELECT * FROM audit WHERE id = ?1", [key(id.uuid())], audit)?
            .ok_or(Error::NotFound { noun: "audit" })
    }
}

/// Writes audits.
#[derive(Clone, Copy)]
pub struct AuditsMut<'a>(pub(crate) Sql<'a>);

impl AuditsMut<'_> {
    /// Adds an audit, or replaces everything but its id and system.
    ///
    /// # Errors
    /// [`Error::Frozen`] when it is closed, [`Error::Constraint`] when the system does not exist.
    pub fn put(&self, audit: &Audit) -> Result<(), Error> {
        let (closed_by, closed_at) = act_columns(audit.closed.as_ref());
        self.0.run(
            "INSERT INTO audit (id, system, period_from, period_to, due, state, closed_by,
                closed_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (id) DO UPDATE SET period_from = excluded.period_from,
                period_to = excluded.period_to, due = excluded.due, state = excluded.state,
                closed_by = excluded.closed_by, closed_at = excluded.closed_at",
            params![
                key(audit.id.uuid()),
                key(audit.system.uuid()),
                word(&audit.period.from)?,
                word(&audit.period.to)?,
                word(&audit.due)?,
                word(&audit.state)?,
                closed_by,
                closed_at,
            ],
        )?;
        Ok(())
    }
}

fn audit(columns: &Columns<'_>) -> Result<Audit, Error> {
    Ok(Audit {
        id: columns.id("id", AuditId::new)?,
        system: columns.id("system", SystemId::new)?,
        period: Period::new(columns.date("period_from")?, columns.date("period_to")?)
            .ok_or_else(|| Error::content("period"))?,
        due: columns.date("due")?,
        state: columns.word("state")?,
        closed: columns.maybe_act("closed")?,
    })
}
