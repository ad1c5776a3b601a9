//! Fallback plans, version by version. A version is never edited; it can be approved once.

use crate::error::Error;
use crate::migration::Migration;
use crate::sql::{Columns, Sql, act_columns, json, key};
use assay_domain::fallback::FallbackPlan;
use assay_domain::id::{FallbackPlanId, SystemId};
use assay_domain::person::Act;
use rusqlite::params;

pub(crate) const MIGRATIONS: &[Migration] = &[(
    4,
    "CREATE TABLE fallback_plan (
        id BLOB NOT NULL CHECK (length(id) = 16),
        version INTEGER NOT NULL CHECK (version > 0),
        system BLOB NOT NULL REFERENCES system (id),
        facts TEXT NOT NULL CHECK (json_valid(facts)),
        saved_by BLOB NOT NULL REFERENCES person (id),
        saved_at INTEGER NOT NULL,
        approved_by BLOB REFERENCES person (id),
        approved_at INTEGER,
        PRIMARY KEY (id, version),
        CHECK ((approved_by IS NULL) = (approved_at IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX fallback_plan_system ON fallback_plan (system);
    CREATE TRIGGER fallback_plan_is_not_edited
    BEFORE UPDATE OF id, version, system, facts, saved_by, saved_at ON fallback_plan
    BEGIN SELECT RAISE(ABORT, 'final: fallback_plan'); END;
    CREATE TRIGGER fallback_plan_is_approved_once BEFORE UPDATE ON fallback_plan
    WHEN OLD.approved_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'final: fallback_plan'); END;
    CREATE TRIGGER fallback_plan_is_not_deleted BEFORE DELETE ON fallback_plan
    BEGIN SELECT RAISE(ABORT, 'final: fallback_plan'); END;",
)];

/// Reads fallback plans.
#[derive(Clone, Copy)]
pub struct FallbackPlans<'a>(pub(crate) Sql<'a>);

impl FallbackPlans<'_> {
    /// Reads the last version of each plan of a system, or of all, in the order in which they were begun.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self, system: Option<SystemId>) -> Result<Vec<FallbackPlan>, Error> {
        self.0.list(
            "SELECT * FROM fallback_plan p WHERE (?1 IS NULL OR system = ?1)
                AND version = (SELECT max(version) FROM fallback_plan v WHERE v.id = p.id)
             ORDER BY id",
            [system.map(|id| key(id.uuid()))],
            plan,
        )
    }

    /// Reads every version of a plan, the last one first.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn versions(&self, id: FallbackPlanId) -> Result<Vec<FallbackPlan>, Error> {
        let versions = self.0.list(
            "SELECT * FROM fallback_plan WHERE id = ?1 ORDER BY version DESC",
            [key(id.uuid())],
            plan,
        )?;
        if versions.is_empty() {
            return Err(Error::NotFound {
                noun: "fallback_plan",
            });
        }
        Ok(versions)
    }
}

/// Writes fallback plans.
#[derive(Clone, Copy)]
pub struct FallbackPlansMut<'a>(pub(crate) Sql<'a>);

impl FallbackPlansMut<'_> {
    /// Adds the next version of a plan, or the first.
    ///
    /// # Errors
    /// [`Error::Stale`] when the version is not the one after the last, [`Error::Constraint`] when the
    /// system does not exist.
    pub fn add(&self, version: &FallbackPlan) -> Result<(), Error> {
        let last: Option<u32> = self.0.first(
            "SELECT coalesce(max(version), 0) AS last FROM fallback_plan WHERE id = ?1",
            [key(version.id.uuid())],
            |columns| columns.get("last"),
        )?;
        let current = last.unwrap_or_default();
        if version.version != current + 1 {
            return Err(Error::Stale { current });
        }
        let (approved_by, approved_at) = act_columns(version.approved.as_ref());
        self.0.run(
            "INSERT INTO fallback_plan (id, version, system, facts, saved_by, saved_at, approved_by,
                approved_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                key(version.id.uuid()),
                version.version,
                key(version.facts.system.uuid()),
                json(&version.facts)?,
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
    pub fn approve(&self, id: FallbackPlanId, version: u32, act: &Act) -> Result<(), Error> {
        let (by, at) = act_columns(Some(act));
        let changed = self.0.run(
            "UPDATE fallback_plan SET approved_by = ?3, approved_at = ?4
             WHERE id = ?1 AND version = ?2",
            params![key(id.uuid()), version, by, at],
        )?;
        self.0.checked(changed, || Ok(None), "fallback_plan")
    }
}

fn plan(columns: &Columns<'_>) -> Result<FallbackPlan, Error> {
    Ok(FallbackPlan {
        id: columns.id("id", FallbackPlanId::new)?,
        version: columns.get("version")?,
        facts: columns.json("facts")?,
        saved: columns.act("saved")?,
        approved: columns.maybe_act("approved")?,
    })
}
