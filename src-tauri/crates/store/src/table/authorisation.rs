//! Authorisation matrices, version by version, and the tests that an AI system stops.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, act_columns, json, key, word};
use assay_domain::authorisation::{AuthorisationMatrix, StopTest, StopTestFacts};
use assay_domain::id::{StopTestId, SystemId};
use assay_domain::person::Act;
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    4,
    "CREATE TABLE authorisation (
        system BLOB NOT NULL REFERENCES system (id),
        version INTEGER NOT NULL CHECK (version > 0),
        actions TEXT NOT NULL CHECK (json_valid(actions)),
        note TEXT NOT NULL,
        saved_by BLOB NOT NULL REFERENCES person (id),
        saved_at INTEGER NOT NULL,
        approved_by BLOB REFERENCES person (id),
        approved_at INTEGER,
        PRIMARY KEY (system, version),
        CHECK ((approved_by IS NULL) = (approved_at IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER authorisation_is_not_edited
    BEFORE UPDATE OF system, version, actions, note, saved_by, saved_at ON authorisation
    BEGIN SELECT RAISE(ABORT, 'final: authorisation'); END;
    CREATE TRIGGER authorisation_is_approved_once BEFORE UPDATE ON authorisation
    WHEN OLD.approved_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'final: authorisation'); END;
    CREATE TRIGGER authorisation_is_not_deleted BEFORE DELETE ON authorisation
    BEGIN SELECT RAISE(ABORT, 'final: authorisation'); END;
    CREATE TABLE stop_test (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        system BLOB NOT NULL REFERENCES system (id),
        action TEXT NOT NULL,
        day TEXT NOT NULL,
        tester TEXT NOT NULL,
        result TEXT NOT NULL CHECK (result IN ('stopped', 'partly', 'not_stopped')),
        stopped_after_s INTEGER CHECK (stopped_after_s >= 0),
        note TEXT NOT NULL,
        matrix_version INTEGER,
        recorded_by BLOB NOT NULL REFERENCES person (id),
        recorded_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX stop_test_system ON stop_test (system, day);
    CREATE TRIGGER stop_test_is_not_updated BEFORE UPDATE ON stop_test
    BEGIN SELECT RAISE(ABORT, 'final: stop_test'); END;
    CREATE TRIGGER stop_test_is_not_deleted BEFORE DELETE ON stop_test
    BEGIN SELECT RAISE(ABORT, 'final: stop_test'); END;",
)];

/// Reads authorisation matrices and stop tests.
#[derive(Clone, Copy)]
pub struct Authorisations<'a>(pub(crate) Sql<'a>);

impl Authorisations<'_> {
    /// Reads the last version of each system's matrix.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn latest(&self) -> Result<Vec<AuthorisationMatrix>, Error> {
        self.0.list(
            "SELECT * FROM authorisation a
             WHERE version = (SELECT max(version) FROM authorisation v WHERE v.system = a.system)
             ORDER BY system",
            [],
            matrix,
        )
    }

    /// Reads every version of a system's matrix, the last one first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn versions(&self, system: SystemId) -> Result<Vec<AuthorisationMatrix>, Error> {
        self.0.list(
            "SELECT * FROM authorisation WHERE system = ?1 ORDER BY version DESC",
            [key(system.uuid())],
            matrix,
        )
    }

    /// Reads the stop tests of a system, or of all, the latest first.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn stop_tests(&self, system: Option<SystemId>) -> Result<Vec<StopTest>, Error> {
        self.0.list(
            "SELECT * FROM stop_test WHERE ?1 IS NULL OR system = ?1
             ORDER BY day DESC, recorded_at DESC, id DESC",
            [system.map(|id| key(id.uuid()))],
            stop_test,
        )
    }
}

/// Writes authorisation matrices and stop tests.
#[derive(Clone, Copy)]
pub struct AuthorisationsMut<'a>(pub(crate) Sql<'a>);

impl AuthorisationsMut<'_> {
    /// Adds the next version of a system's matrix, or the first.
    ///
    /// # Errors
    /// [`Error::Stale`] when the version is not the one after the last, [`Error::Constraint`] when the
    /// system does not exist.
    pub fn add(&self, version: &AuthorisationMatrix) -> Result<(), Error> {
        let last: Option<u32> = self.0.first(
            "SELECT coalesce(max(version), 0) AS last FROM authorisation WHERE system = ?1",
            [key(version.system.uuid())],
            |columns| columns.get("last"),
        )?;
        let current = last.unwrap_or_default();
        if version.version != current + 1 {
            return Err(Error::Stale { current });
        }
        let (approved_by, approved_at) = act_columns(version.approved.as_ref());
        self.0.run(
            "INSERT INTO authorisation (system, version, actions, note, saved_by, saved_at,
                approved_by, approved_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                key(version.system.uuid()),
                version.version,
                json(&version.actions)?,
                version.note,
                key(version.saved.by.uuid()),
                version.saved.at.micros(),
                approved_by,
                approved_at,
            ],
        )?;
        Ok(())
    }

    /// Approves a version.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, [`Error::Frozen`] when it is approved already.
    pub fn approve(&self, system: SystemId, version: u32, act: &Act) -> Result<(), Error> {
        let (by, at) = act_columns(Some(act));
        let changed = self.0.run(
            "UPDATE authorisation SET approved_by = ?3, approved_at = ?4
             WHERE system = ?1 AND version = ?2",
            params![key(system.uuid()), version, by, at],
        )?;
        self.0.checked(changed, || Ok(None), "authorisation")
    }

    /// Adds a stop test.
    ///
    /// # Errors
    /// [`Error::Constraint`] when the system does not exist.
    pub fn add_stop_test(&self, test: &StopTest) -> Result<(), Error> {
        let facts = &test.facts;
        self.0.run(
            "INSERT INTO stop_test (id, system, action, day, tester, result, stopped_after_s, note,
                matrix_version, recorded_by, recorded_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            params![
                key(test.id.uuid()),
                key(facts.system.uuid()),
                facts.action,
                word(&facts.day)?,
                facts.tester,
                word(&facts.result)?,
                facts.stopped_after_s,
                facts.note,
                test.matrix_version,
                key(test.recorded.by.uuid()),
                test.recorded.at.micros(),
            ],
        )?;
        Ok(())
    }
}

fn matrix(columns: &Columns<'_>) -> Result<AuthorisationMatrix, Error> {
    Ok(AuthorisationMatrix {
        system: columns.id("system", SystemId::new)?,
        version: columns.get("version")?,
        actions: columns.json("actions")?,
        note: columns.get("note")?,
        saved: columns.act("saved")?,
        approved: columns.maybe_act("approved")?,
    })
}

fn stop_test(columns: &Columns<'_>) -> Result<StopTest, Error> {
    Ok(StopTest {
        id: columns.id("id", StopTestId::new)?,
        facts: StopTestFacts {
            system: columns.id("system", SystemId::new)?,
            action: columns.get("action")?,
            day: columns.date("day")?,
            tester: columns.get("tester")?,
            result: columns.word("result")?,
            stopped_after_s: columns.get("stopped_after_s")?,
            note: columns.get("note")?,
        },
        matrix_version: columns.get("matrix_version")?,
        recorded: columns.act("recorded")?,
    })
}
