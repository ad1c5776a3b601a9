//! Reporting duties that the organisation changed or added, in versions; the rest of the table comes
//! with the program.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, json, key, word};
use assay_domain::duty::{Duty, DutyFacts, DutyOrigin};
use assay_domain::id::DutyId;
use assay_domain::person::Act;
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    4,
    "CREATE TABLE duty (
        id TEXT NOT NULL CHECK (id <> ''),
        revision INTEGER NOT NULL CHECK (revision >= 1),
        origin TEXT NOT NULL CHECK (origin IN ('changed', 'own')),
        facts TEXT NOT NULL CHECK (json_valid(facts)),
        changed_by BLOB NOT NULL REFERENCES person (id),
        changed_at INTEGER NOT NULL,
        PRIMARY KEY (id, revision)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER duty_is_not_updated BEFORE UPDATE ON duty
    BEGIN SELECT RAISE(ABORT, 'final: duty'); END;
    CREATE TRIGGER duty_is_not_deleted BEFORE DELETE ON duty
    BEGIN SELECT RAISE(ABORT, 'final: duty'); END;",
)];

/// Reads reporting duties.
#[derive(Clone, Copy)]
pub struct Duties<'a>(pub(crate) Sql<'a>);

impl Duties<'_> {
    /// Reads the newest version of each duty that the organisation changed or added, those changed
    /// first before those added later.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self) -> Result<Vec<Duty>, Error> {
        self.0.list(
            "SELECT * FROM duty d
             WHERE revision = (SELECT max(revision) FROM duty o WHERE o.id = d.id)
             ORDER BY (SELECT min(changed_at) FROM duty o WHERE o.id = d.id), id",
            [],
            duty,
        )
    }

    /// Reads every version of one duty, the first one first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn versions(&self, id: &DutyId) -> Result<Vec<Duty>, Error> {
        self.0.list(
            "SELECT * FROM duty WHERE id = ?1 ORDER BY revision",
            [id.as_str()],
            duty,
        )
    }

    fn revision(&self, id: &DutyId) -> Result<u32, Error> {
        let revision = self.0.first(
            "SELECT coalesce(max(revision), 0) AS revision FROM duty WHERE id = ?1",
            [id.as_str()],
            |columns| columns.get("revision"),
        )?;
        Ok(revision.unwrap_or(0))
    }
}

/// Writes reporting duties.
#[derive(Clone, Copy)]
pub struct DutiesMut<'a>(pub(crate) Sql<'a>);

impl DutiesMut<'_> {
    /// Adds a version after `expected_revision`, which is 0 for a duty that was never changed, and
    /// returns the duty.
    ///
    /// # Errors
    /// [`Error::Stale`] when `expected_revision` is not the stored one.
    pub fn put(
        &self,
        id: &DutyId,
        facts: &DutyFacts,
        origin: DutyOrigin,
        expected_revision: u32,
        changed: &Act,
    ) -> Result<Duty, Error> {
        let current = Duties(self.0).revision(id)?;
        if current != expected_revision {
            return Err(Error::Stale { current });
        }
        let duty = Duty {
            id: id.clone(),
            facts: facts.clone(),
            origin,
            revision: current + 1,
            changed: Some(changed.clone()),
        };
        self.0.run(
            "INSERT INTO duty (id, revision, origin, facts, changed_by, changed_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                id.as_str(),
                duty.revision,
                word(&origin)?,
                json(facts)?,
                key(changed.by.uuid()),
                changed.at.micros(),
            ],
        )?;
        Ok(duty)
    }
}

fn duty(columns: &Columns<'_>) -> Result<Duty, Error> {
    let id: String = columns.get("id")?;
    Ok(Duty {
        id: id.into(),
        facts: columns.json("facts")?,
        origin: columns.word("origin")?,
        revision: columns.get("revision")?,
        changed: columns.maybe_act("changed")?,
    })
}
