//! Audits of AI systems; a closed one is final.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, act_columns, json, key, word};
use assay_domain::audit::Audit;
use assay_domain::id::{AuditId, SystemId};
use assay_domain::time::Period;
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[
    (
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
    ),
    (
        4,
        "ALTER TABLE audit ADD COLUMN scope TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(scope));
    ALTER TABLE audit ADD COLUMN version TEXT NOT NULL DEFAULT '';
    ALTER TABLE audit ADD COLUMN last BLOB REFERENCES audit (id);
    ALTER TABLE audit ADD COLUMN begun_by BLOB REFERENCES person (id);
    ALTER TABLE audit ADD COLUMN begun_at INTEGER;
    ALTER TABLE audit ADD COLUMN conclusion TEXT NOT NULL DEFAULT '';
    ALTER TABLE audit ADD COLUMN tally TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tally));
    ALTER TABLE audit ADD COLUMN revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0);
    CREATE INDEX audit_closed ON audit (closed_at) WHERE state = 'closed';
    CREATE INDEX audit_open ON audit (state, due) WHERE state <> 'closed';",
    ),
];

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

    /// Reads the closed audits of a system, the one closed last first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn closed_of(&self, system: SystemId) -> Result<Vec<Audit>, Error> {
        self.0.list(
            "SELECT * FROM audit WHERE system = ?1 AND state = 'closed'
             ORDER BY closed_at DESC, id DESC",
            [key(system.uuid())],
            audit,
        )
    }

    /// Reads the audits of a system, or of all, that are not closed, the one due first first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn open(&self, system: Option<SystemId>) -> Result<Vec<Audit>, Error> {
        self.0.list(
            "SELECT * FROM audit WHERE state <> 'closed' AND (?1 IS NULL OR system = ?1)
             ORDER BY due, id",
            [system.map(|id| key(id.uuid()))],
            audit,
        )
    }

    /// Reads closed audits of a system, or of all, the one closed last first, passing over some.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn closed(
        &self,
        system: Option<SystemId>,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<Audit>, Error> {
        self.0.list(
            "SELECT * FROM audit WHERE state = 'closed' AND (?1 IS NULL OR system = ?1)
             ORDER BY closed_at DESC, id DESC LIMIT ?2 OFFSET ?3",
            (system.map(|id| key(id.uuid())), limit, skip),
            audit,
        )
    }

    /// Counts the closed audits of a system, or of all.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn count_closed(&self, system: Option<SystemId>) -> Result<u32, Error> {
        let count = self.0.first(
            "SELECT count(*) AS n FROM audit
             WHERE state = 'closed' AND (?1 IS NULL OR system = ?1)",
            [system.map(|id| key(id.uuid()))],
            |columns| columns.get("n"),
        )?;
        Ok(count.unwrap_or(0))
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
        let (begun_by, begun_at) = act_columns(audit.begun.as_ref());
        self.0.run(
            "INSERT INTO audit (id, system, period_from, period_to, due, state, closed_by,
                closed_at, scope, version, last, begun_by, begun_at, conclusion, tally, revision)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
             ON CONFLICT (id) DO UPDATE SET period_from = excluded.period_from,
                period_to = excluded.period_to, due = excluded.due, state = excluded.state,
                closed_by = excluded.closed_by, closed_at = excluded.closed_at,
                scope = excluded.scope, version = excluded.version, last = excluded.last,
                begun_by = excluded.begun_by, begun_at = excluded.begun_at,
                conclusion = excluded.conclusion, tally = excluded.tally,
                revision = excluded.revision",
            params![
                key(audit.id.uuid()),
                key(audit.system.uuid()),
                word(&audit.period.from)?,
                word(&audit.period.to)?,
                word(&audit.due)?,
                word(&audit.state)?,
                closed_by,
                closed_at,
                json(&audit.scope)?,
                audit.version,
                audit.last.map(|id| key(id.uuid())),
                begun_by,
                begun_at,
                audit.conclusion,
                json(&audit.tally)?,
                audit.revision,
            ],
        )?;
        Ok(())
    }

    /// Replaces an audit that nobody has changed since `audit.revision`, and returns its new revision.
    ///
    /// # Errors
    /// [`Error::Stale`] when it was changed, [`Error::Frozen`] when it is closed,
    /// [`Error::NotFound`] when there is none.
    pub fn save(&self, audit: &Audit) -> Result<u32, Error> {
        let revision = self.touch(audit.id, Some(audit.revision))?;
        self.put(&Audit {
            revision,
            ..audit.clone()
        })?;
        Ok(revision)
    }

    /// Counts a change of an audit or of one of its items, and returns the new revision; with an
    /// expected one, only if that is the stored one.
    ///
    /// # Errors
    /// As [`Self::save`].
    pub fn touch(&self, id: AuditId, expected: Option<u32>) -> Result<u32, Error> {
        let changed = self.0.run(
            "UPDATE audit SET revision = revision + 1
             WHERE id = ?1 AND (?2 IS NULL OR revision = ?2)",
            (key(id.uuid()), expected),
        )?;
        let current = || {
            self.0.first(
                "SELECT revision FROM audit WHERE id = ?1",
                [key(id.uuid())],
                |columns| columns.get::<u32>("revision"),
            )
        };
        self.0.checked(changed, current, "audit")?;
        current()?.ok_or(Error::NotFound { noun: "audit" })
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
        scope: columns.json("scope")?,
        version: columns.get("version")?,
        last: columns.maybe_id("last", AuditId::new)?,
        begun: columns.maybe_act("begun")?,
        conclusion: columns.get("conclusion")?,
        tally: columns.json("tally")?,
        closed: columns.maybe_act("closed")?,
        revision: columns.get("revision")?,
    })
}
