//! Decision records. They are never edited: a correction is a new record that supersedes.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, key, word};
use crate::table::evidence::{Attachments, Kind};
use assay_domain::decision::Decision;
use assay_domain::id::{DecisionId, SystemId};
use assay_domain::time::Timestamp;
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    1,
    "CREATE TABLE decision (
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
    BEGIN SELECT RAISE(ABORT, 'final: decision'); END;",
)];

/// Reads decision records.
#[derive(Clone, Copy)]
pub struct Decisions<'a>(pub(crate) Sql<'a>);

impl Decisions<'_> {
    /// Reads the records of a system from one moment (included) to another (excluded), in the order
    /// of the decisions; records that a correction supersedes are left out.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(
        &self,
        system: SystemId,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<Vec<Decision>, Error> {
        let mut decisions = self.0.list(
            "SELECT * FROM decision d WHERE system = ?1 AND decided_at >= ?2 AND decided_at < ?3
                AND NOT EXISTS (SELECT 1 FROM decision c WHERE c.supersedes = d.id)
             ORDER BY decided_at, id",
            (key(system.uuid()), from.micros(), until.micros()),
            decision,
        )?;
        let mut pieces = Attachments(self.0, Kind::Decision).by_owner()?;
        for decision in &mut decisions {
            decision.evidence = pieces.remove(&key(decision.id.uuid())).unwrap_or_default();
        }
        Ok(decisions)
    }

    /// Counts the records of a system from one moment (included) to another (excluded), without
    /// those that a correction supersedes.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn count(&self, system: SystemId, from: Timestamp, until: Timestamp) -> Result<u32, Error> {
        let count = self.0.first(
            "SELECT count(*) AS n FROM decision d
             WHERE system = ?1 AND decided_at >= ?2 AND decided_at < ?3
                AND NOT EXISTS (SELECT 1 FROM decision c WHERE c.supersedes = d.id)",
            (key(system.uuid()), from.micros(), until.micros()),
            |columns| columns.get("n"),
        )?;
        Ok(count.unwrap_or(0))
    }

    /// Reads one record.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn get(&self, id: DecisionId) -> Result<Decision, Error> {
        let mut decision = self
            .0
            .first(
                "SELECT * FROM decision WHERE id = ?1",
                [key(id.uuid())],
                decision,
            )?
            .ok_or(Error::NotFound { noun: "decision" })?;
        decision.evidence = Attachments(self.0, Kind::Decision).of(key(id.uuid()), "")?;
        Ok(decision)
    }
}

/// Writes decision records.
#[derive(Clone, Copy)]
pub struct DecisionsMut<'a>(pub(crate) Sql<'a>);

impl DecisionsMut<'_> {
    /// Adds a record.
    ///
    /// # Errors
    /// [`Error::Constraint`] when the record that it supersedes does not exist or is already superseded.
    pub fn add(&self, decision: &Decision) -> Result<(), Error> {
        self.0.run(
            "INSERT INTO decision (id, system, decided_at, case_key, ai_output, human_final,
                disposition, reason_code, reason_text, supersedes, recorded_by, recorded_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            params![
                key(decision.id.uuid()),
                key(decision.system.uuid()),
                decision.decided_at.micros(),
                decision.case_key,
                decision.ai_output,
                decision.human_final,
                word(&decision.disposition)?,
                decision.reason_code,
                decision.reason_text,
                decision.supersedes.map(|id| key(id.uuid())),
                key(decision.recorded.by.uuid()),
                decision.recorded.at.micros(),
            ],
        )?;
        if decision.evidence.is_empty() {
            return Ok(());
        }
        Attachments(self.0, Kind::Decision).set(key(decision.id.uuid()), "", &decision.evidence)
    }

    /// Erases the free text of a record; everything else of it stays.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn erase_text(&self, id: DecisionId) -> Result<(), Error> {
        let changed = self.0.run(
            "UPDATE decision SET reason_text = '' WHERE id = ?1",
            [key(id.uuid())],
        )?;
        (changed == 1)
            .then_some(())
            .ok_or(Error::NotFound { noun: "decision" })
    }
}

fn decision(columns: &Columns<'_>) -> Result<Decision, Error> {
    Ok(Decision {
        id: columns.id("id", DecisionId::new)?,
        system: columns.id("system", SystemId::new)?,
        decided_at: columns.time("decided_at")?,
        case_key: columns.get("case_key")?,
        ai_output: columns.get("ai_output")?,
        human_final: columns.get("human_final")?,
        disposition: columns.word("disposition")?,
        reason_code: columns.get("reason_code")?,
        reason_text: columns.get("reason_text")?,
        supersedes: columns.maybe_id("supersedes", DecisionId::new)?,
        evidence: Vec::new(),
        recorded: columns.act("recorded")?,
    })
}
